/** WebDriver BiDi, spoken directly to Firefox where puppeteer has no words for it. */
import type { Browser, Frame } from "puppeteer-core";

/** What `script.evaluate` and `script.callFunction` answer, as far as we read it. */
export type Evaluated = { type: "success"; result: { value?: unknown } } | { type: "exception"; exceptionDetails: { text: string } };

/** Sends a command over the connection that puppeteer keeps, but does not declare. */
export async function sendBidi<Result>(browser: Browser, method: string, params: object): Promise<Result> {
  const { connection } = browser as unknown as { connection: { send(method: string, params: object): Promise<{ result: Result }> } };
  return (await connection.send(method, params)).result;
}

/** A string, number or boolean that was evaluated. @throws What the evaluation threw. */
export function valueOf(evaluated: Evaluated): unknown {
  if (evaluated.type === "exception") throw new Error(evaluated.exceptionDetails.text);
  return evaluated.result.value;
}

/** The browsing context that a frame is. */
export function contextOf(frame: Frame): string {
  return (frame as unknown as { _id: string })._id;
}
