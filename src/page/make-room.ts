/** One of each script a page: after an update, and where a browser starts us twice, the older one leaves. */

export interface Room {
  /** Is aborted when a newer script arrives. */
  leaving: AbortController;
  /** Listens for one, again where the page has written its document anew; once more does no harm. */
  listen(): void;
}

/**
 * Tells an older script of the same name in this page to leave.
 * @param id The extension's id, with the script's name where it is not the reader: another extension built from this
 *   code is none of our business.
 */
export function makeRoom(document: Document, id: string): Room {
  // An event, for it crosses from the world of the older version into that of the newer. A page could send it too,
  // and would gain by it what it can have anyway: its own text without our marks.
  const name = `backstory:${id}`;
  document.dispatchEvent(new CustomEvent(name));
  const leaving = new AbortController();
  const leave = () => leaving.abort();
  const listen = () => document.addEventListener(name, leave);
  listen();
  return { leaving, listen };
}

/** An event of the browser's own objects. */
interface Heard<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

/** Listens until `signal` is aborted. @param runtime the browser's own object */
export function hear<Listener>(event: Heard<Listener>, listener: Listener, runtime: { readonly id?: string }, signal: AbortSignal): void {
  event.addListener(listener);
  // Where we have outlived our extension, the browser has removed our listeners itself.
  signal.addEventListener("abort", () => isAlive(runtime) && event.removeListener(listener));
}

/** False where the extension has been removed from under the page. @param runtime the browser's own object */
export function isAlive(runtime: { readonly id?: string }): boolean {
  try {
    return Boolean(runtime.id);
  } catch {
    return false; // Firefox.
  }
}
