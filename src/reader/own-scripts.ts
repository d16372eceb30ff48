/** Scripts that come into other pages when they are wanted (highlighter, bar, …), for a page of the extension itself. */
import { handler, listener } from "../messages/answer";
import { loadScript } from "../messages/to-own-page";

/** The part of the browser's `runtime` that this needs. */
interface Runtime {
  onMessage: { addListener(heard: (...message: never[]) => unknown): void; removeListener(heard: (...message: never[]) => unknown): void };
}

/** A script at the root of the extension, and nothing else. */
const SCRIPT = /^[a-z-]+\.js$/;

/** Loads what the background wants in this page, until `signal` is aborted. */
export function loadScriptsInOwnPage(document: Document, runtime: Runtime, signal: AbortSignal): void {
  const heard = listener([handler(loadScript, ({ file }) => SCRIPT.test(file) && load(document, file))], console.warn);
  runtime.onMessage.addListener(heard);
  signal.addEventListener("abort", () => runtime.onMessage.removeListener(heard));
}

/** Runs it once more where it has run before, as in other pages. @returns whether it has run */
function load(document: Document, file: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    const end = (ran: boolean) => () => {
      script.remove();
      resolve(ran);
    };
    script.src = `/${file}`;
    script.addEventListener("load", end(true));
    script.addEventListener("error", end(false));
    document.head.append(script);
  });
}
