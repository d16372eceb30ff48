/**
 * Reaches into closed shadow roots from outside the page, as only a debugger can: the page itself, and anything that
 * runs in it, sees nothing. Chromium: CDP describes closed roots when told to pierce. Firefox: WebDriver BiDi
 * serialises an element with its shadow root, closed or not, as a reference that a function can be called on.
 */
import type { CDPSession, Frame, Page, Protocol } from "puppeteer-core";
import { isFirefox, withSession, WORLD, worldOf } from "./apart";
import { contextOf, type Evaluated, sendBidi, valueOf } from "./bidi";
import { onNode } from "./in-page";

/**
 * Runs a function with every closed shadow root whose host has the given tag, in the page and its frames.
 * @param fn Must be whole in itself; what it returns must be JSON.
 */
export async function inClosedRoots<Result, Args extends unknown[]>(
  page: Page,
  tag: string,
  fn: (root: ShadowRoot, ...args: Args) => Result,
  ...args: Args
): Promise<Result[]> {
  const declaration = onNode(fn, args);
  if (!(await isFirefox(page))) return inChromium<Result>(page, tag, declaration);
  const results: Result[] = [];
  for (const frame of page.frames()) results.push(...(await inFirefox<Result>(frame, tag, declaration)));
  return results;
}

function inChromium<Result>(page: Page, tag: string, declaration: string): Promise<Result[]> {
  return withSession(page, async (session) => {
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
    const results: Result[] = [];
    for (const found of closedRoots(root, tag, contextOf(page.mainFrame()))) results.push(...(await callOn<Result>(session, found, declaration)));
    return results;
  });
}

interface FoundRoot {
  backendNodeId: number;
  frameId: string;
}

function* closedRoots(node: Protocol.DOM.Node, tag: string, frameId: string): Generator<FoundRoot> {
  const shadowRoots = node.shadowRoots ?? [];
  if (node.localName === tag) {
    for (const { shadowRootType, backendNodeId } of shadowRoots) if (shadowRootType === "closed") yield { backendNodeId, frameId };
  }
  for (const each of [...(node.children ?? []), ...shadowRoots]) yield* closedRoots(each, tag, frameId);
  if (node.contentDocument) yield* closedRoots(node.contentDocument, tag, node.frameId ?? frameId);
}

async function callOn<Result>(session: CDPSession, { backendNodeId, frameId }: FoundRoot, declaration: string): Promise<Result[]> {
  try {
    const executionContextId = await worldOf(session, frameId);
    const { object } = await session.send("DOM.resolveNode", { backendNodeId, executionContextId });
    const { result, exceptionDetails } = await session.send("Runtime.callFunctionOn", {
      objectId: object.objectId!,
      functionDeclaration: `function () { return (${declaration})(this); }`,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return [result.value as Result];
  } catch (error) {
    // The card may close between the two calls.
    if (String(error).includes("No node")) return [];
    throw error;
  }
}

interface LocatedNodes {
  nodes: { value?: { shadowRoot?: { sharedId: string } | null } }[];
}

async function inFirefox<Result>(frame: Frame, tag: string, declaration: string): Promise<Result[]> {
  const browser = frame.page().browser();
  const context = contextOf(frame);
  const { nodes } = await sendBidi<LocatedNodes>(browser, "browsingContext.locateNodes", {
    context,
    locator: { type: "css", value: tag },
    serializationOptions: { includeShadowTree: "all", maxDomDepth: 0 },
  });
  const results: Result[] = [];
  for (const { value } of nodes) {
    if (!value?.shadowRoot) continue;
    const called = await sendBidi<Evaluated>(browser, "script.callFunction", {
      // Through JSON, because BiDi has its own notation for values.
      functionDeclaration: `(root) => JSON.stringify((${declaration})(root))`,
      awaitPromise: true,
      target: { context, sandbox: WORLD },
      arguments: [{ sharedId: value.shadowRoot.sharedId }],
    });
    const json = valueOf(called);
    if (typeof json === "string") results.push(JSON.parse(json) as Result);
  }
  return results;
}
