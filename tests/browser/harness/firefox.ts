/** What Firefox lets only its own code do. */
import { sendBidi, valueOf, type Evaluated } from "../../../scripts/drive/bidi";
import type { Driven } from "../../../scripts/drive/launch";

/** Evaluates an expression in Firefox' own window. @returns a string, number or boolean */
export async function inFirefoxItself({ browser }: Driven, expression: string): Promise<unknown> {
  const tree = await sendBidi<{ contexts: { context: string }[] }>(browser, "browsingContext.getTree", { "moz:scope": "chrome" });
  const [window] = tree.contexts;
  if (!window) throw new Error("Firefox has no window");
  return valueOf(await sendBidi<Evaluated>(browser, "script.evaluate", { expression, awaitPromise: true, target: { context: window.context } }));
}
