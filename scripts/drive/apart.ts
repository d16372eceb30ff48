/**
 * Evaluates expressions in a world of its own beside the page's scripts, as content scripts live: the same document,
 * but language and DOM as the browser made them, whatever the page has replaced, and nothing that the page could see.
 */
import type { CDPSession, Frame, Page } from "puppeteer-core";
import { contextOf, type Evaluated, sendBidi, valueOf } from "./bidi";

/** Name of the world. */
export const WORLD = "backstory-driver";

/** @returns What the expression gives; it must be JSON. */
export async function evaluateApart<Result>(frame: Frame, expression: string): Promise<Result> {
  const page = frame.page();
  if (await isFirefox(page)) {
    const evaluated = await sendBidi<Evaluated>(page.browser(), "script.evaluate", {
      // Through JSON, because BiDi has its own notation for values.
      expression: `JSON.stringify(${expression})`,
      awaitPromise: true,
      target: { context: contextOf(frame), sandbox: WORLD },
    });
    const json = valueOf(evaluated);
    return (typeof json === "string" ? JSON.parse(json) : undefined) as Result;
  }
  return withSession(page, async (session) => {
    const contextId = await worldOf(session, contextOf(frame));
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", { expression, contextId, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Result;
  });
}

/** Chromium: id of our world's execution context in a frame. */
export async function worldOf(session: CDPSession, frameId: string): Promise<number> {
  const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId, worldName: WORLD });
  return executionContextId;
}

/** Chromium: does something over a CDP connection of its own. */
export async function withSession<Result>(page: Page, work: (session: CDPSession) => Promise<Result>): Promise<Result> {
  const session = await page.createCDPSession();
  try {
    return await work(session);
  } finally {
    // The page may have been closed in the meantime, and its sessions with it.
    await session.detach().catch(() => {});
  }
}

export async function isFirefox(page: Page): Promise<boolean> {
  return (await page.browser().version()).toLowerCase().includes("firefox");
}
