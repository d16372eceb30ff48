/**
 * Firefox' sidebar. WebDriver knows tabs and windows of it alone, so that its page is spoken to from Firefox itself: by a
 * frame script, and by events of the mouse that Firefox makes as it does for WebDriver.
 */
import type { Driven } from "../../../scripts/drive/launch";
import { inFirefoxItself } from "./firefox";

/** How long its page may take to answer, in milliseconds: one that has gone away never does. */
const ANSWER_MS = 10_000;

/** In Firefox' own window: the element whose document is the sidebar's page. */
const PAGE = `SidebarController.browser.contentDocument.getElementById("webext-panels-browser")`;

/** Whether a page of ours is shown there. */
export async function isSidebarOpen(driven: Driven): Promise<boolean> {
  return (await inFirefoxItself(driven, `SidebarController.isOpen && ${PAGE}?.currentURI.spec.startsWith(${JSON.stringify(driven.base)}) === true`)) === true;
}

/** Evaluates an expression in the sidebar's page. @returns what JSON can say of it @throws what it throws, or that it does not answer */
export async function inSidebar(driven: Driven, expression: string): Promise<unknown> {
  const code = `(async () => JSON.stringify(await (${expression})) ?? "null")()`;
  // In the page's process, with its rights, and whatever its policy says of code made of texts.
  const script = `Cu.evalInSandbox(${JSON.stringify(code)}, Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false }))
    .then((json) => ({ json }), (error) => ({ error: String(error) }))
    .then((said) => sendAsyncMessage("backstory:said", said))`;
  const said = (await inFirefoxItself(
    driven,
    `new Promise((resolve) => {
      const { messageManager } = ${PAGE};
      const settle = (said) => {
        messageManager.removeMessageListener("backstory:said", heard);
        clearTimeout(late);
        resolve(JSON.stringify(said));
      };
      const heard = ({ data }) => settle(data);
      const late = setTimeout(() => settle({ error: "no answer within ${ANSWER_MS} ms" }), ${ANSWER_MS});
      messageManager.addMessageListener("backstory:said", heard);
      messageManager.loadFrameScript("data:text/javascript;charset=utf-8," + encodeURIComponent(${JSON.stringify(script)}), false);
    })`,
  )) as string;
  const { json, error } = JSON.parse(said) as { json?: string; error?: string };
  if (json === undefined) throw new Error(`In the sidebar: ${error}`);
  return JSON.parse(json);
}

/** Moves the mouse to a place in the sidebar's page and presses there. @param at in CSS px of that page's window */
export async function pressInSidebar(driven: Driven, at: { x: number; y: number }): Promise<void> {
  await inFirefoxItself(
    driven,
    `(async () => {
      const { event } = ChromeUtils.importESModule("chrome://remote/content/shared/webdriver/Event.sys.mjs");
      const [outer, inner] = [SidebarController.browser, ${PAGE}].map((each) => each.getBoundingClientRect());
      const [x, y] = [outer.x + inner.x + ${at.x}, outer.y + inner.y + ${at.y}];
      await event.synthesizeMouseAtPoint(x, y, { type: "mousemove" }, window);
      await event.synthesizeMouseAtPoint(x, y, {}, window);
    })()`,
  );
}

/** Makes it so wide, in px, or as narrow or as wide as Firefox lets readers make it. @returns how wide its page becomes */
export async function widenSidebar(driven: Driven, width: number): Promise<number> {
  return (await inFirefoxItself(driven, `SidebarController._box.style.width = "${width}px"; ${PAGE}.getBoundingClientRect().width`)) as number;
}

/** Presses keys in Firefox' window, which its shortcuts hear. @param letter with Alt and Shift */
export async function pressAltShift(driven: Driven, letter: string): Promise<void> {
  await inFirefoxItself(
    driven,
    `(() => {
      const { event } = ChromeUtils.importESModule("chrome://remote/content/shared/webdriver/Event.sys.mjs");
      event.sendSingleKey({ key: ${JSON.stringify(letter)}, code: "Key${letter.toUpperCase()}", printable: true, altKey: true, shiftKey: true }, window);
      return true;
    })()`,
  );
}

/** Closes it, and has it as wide as at first when it is opened again. */
export async function closeSidebar(driven: Driven): Promise<void> {
  await inFirefoxItself(driven, `SidebarController.hide(); SidebarController._box.style.width = ""; true`);
}

/** What scripts of Backstory have thrown, anywhere in this Firefox. @param since in milliseconds since 1970 */
export async function thrownInFirefox(driven: Driven, since: number): Promise<string[]> {
  const json = await inFirefoxItself(
    driven,
    `JSON.stringify(Services.console.getMessageArray()
      .filter((each) => each instanceof Ci.nsIScriptError && each.logLevel === Ci.nsIConsoleMessage.error && each.timeStamp >= ${since} && each.sourceName.startsWith(${JSON.stringify(driven.base)}))
      .map(String))`,
  );
  // Firefox itself notes down what was still being answered when a page was closed.
  return (JSON.parse(json as string) as string[]).filter((each) => !each.includes("after context unloaded"));
}
