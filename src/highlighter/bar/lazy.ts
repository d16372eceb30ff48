/** The bar before there is one: its code comes into the page when something is selected, pressed or gone. */
import { handler, type Handler } from "../../messages/answer";
import { loadBar } from "../../messages/from-page";
import { highlightSelection, lookUpSelection } from "../../messages/to-page";
import type { Bar, BarOptions } from "./index";

/** Where the bar's code leaves `createBar`: scripts of ours share nothing but a global object that no page sees. */
export const BAR_KEY = Symbol.for("backstory.bar");

export type CreateBar = (options: BarOptions) => Bar;

export interface LazyBar extends Pick<Bar, "listen" | "refresh"> {
  /** What the background asks of the bar. */
  handlers: Handler[];
}

export function lazyBar(options: Omit<BarOptions, "css">): LazyBar {
  const { passages, ask, signal } = options;
  const documents = new Set<Document>();
  const luring = new AbortController();
  let bar: Bar | null = null;
  let loading: Promise<Bar> | null = null;
  /** A press on a highlight that came before the bar. */
  let pressed: PointerEvent | null = null;

  async function load(): Promise<Bar> {
    const css = await ask(loadBar, {});
    bar = (globalThis as { [BAR_KEY]?: CreateBar })[BAR_KEY]!({ ...options, css });
    luring.abort();
    documents.forEach(bar.listen);
    bar.refresh();
    if (pressed) bar.replay(pressed);
    return bar;
  }

  function want(): Promise<Bar> {
    loading ??= load();
    loading.catch(() => (loading = null));
    return loading;
  }

  /** Where the code cannot be had, the page stays as it is. */
  const lure = () => void want().catch(() => undefined);

  function onSelect(this: Document): void {
    if (this.getSelection()?.type === "Range") lure();
  }

  function onClick(event: MouseEvent): void {
    if (!event.view || !passages.at(event.view.document, event.clientX, event.clientY)) return;
    pressed = event as PointerEvent;
    lure();
  }

  return {
    listen(document) {
      documents.add(document);
      if (bar) return bar.listen(document);
      const passive = { capture: true, passive: true, signal: AbortSignal.any([signal, luring.signal]) };
      document.addEventListener("selectionchange", onSelect, passive);
      document.addEventListener("click", onClick, passive);
      // Something was selected, and so brought the highlighter.
      onSelect.call(document);
    },
    refresh() {
      if (bar) bar.refresh();
      else if (passages.isSettled() && passages.all().some(({ state }) => state === "orphan")) lure();
    },
    handlers: [
      handler(highlightSelection, async ({ note }) => (await want()).keepSelection(note)),
      handler(lookUpSelection, async () => (await want()).lookUpSelection()),
    ],
  };
}
