/** What the reader does on the page, as far as the bar has to know: selecting, pressing, scrolling, keys. */

/** A selection that the keyboard or a finger extends is finished when it has rested for this long, in ms. */
const SETTLE_MS = 350;
/** After a press browsers take a moment to let go of what was selected, in ms. */
const RELEASE_MS = 30;

export type Hand = "pointer" | "finger" | "keyboard";

export interface Watched {
  /** The reader has finished selecting, or selects nothing any more. @param x where it ended, in CSS px of its window */
  onSettled(hand: Hand, x: number | null): void;
  /** Something was pressed, before it does anything. */
  onPress(event: PointerEvent): void;
  onClick(event: PointerEvent): void;
  onKey(event: KeyboardEvent): void;
  /** A key was let go, or has made a character. */
  onTyped(event: KeyboardEvent): void;
  onScroll(): void;
  /** Whether it happened in what we draw: there nothing of the page is selected. */
  owns(event: Event): boolean;
}

/** @returns listens in a document; once more in the same one does no harm */
export function watchReader(watched: Watched, signal: AbortSignal): (document: Document) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressed = false;
  // What a finger did before we came is not known, but that there are fingers is.
  let hand: Hand = matchMedia("(pointer: coarse)").matches ? "finger" : "keyboard";
  let x: number | null = null;
  let scrolled = false;

  function settle(after: number): void {
    clearTimeout(timer);
    // In the middle of a drag nothing is settled: letting go is.
    timer = setTimeout(() => signal.aborted || pressed || watched.onSettled(hand, x), after);
  }

  function onDown(event: PointerEvent): void {
    if (!event.isTrusted) return;
    pressed = event.pointerType !== "touch";
    hand = event.pointerType === "touch" ? "finger" : "pointer";
    watched.onPress(event);
  }

  /** We may have come in the middle of a drag, and it may end where we do not hear of it. */
  function onMove({ pointerType, buttons }: PointerEvent): void {
    if (pointerType !== "touch") pressed = buttons !== 0;
  }

  function onUp(event: PointerEvent): void {
    if (!event.isTrusted) return;
    pressed = false;
    if (watched.owns(event)) return;
    x = event.view === window ? event.clientX : null;
    settle(RELEASE_MS);
  }

  function onSelection(): void {
    if (!pressed) settle(SETTLE_MS);
  }

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    pressed = false;
    if (event.key.startsWith("Arrow") || event.ctrlKey || event.metaKey) {
      hand = "keyboard";
      x = null;
    }
    watched.onKey(event);
  }

  function onScroll(): void {
    if (!scrolled) requestAnimationFrame(onFrame);
    scrolled = true;
  }

  function onFrame(): void {
    scrolled = false;
    if (!signal.aborted) watched.onScroll();
  }

  const onClick = (event: MouseEvent) => event.isTrusted && watched.onClick(event as PointerEvent);
  signal.addEventListener("abort", () => clearTimeout(timer));
  window.addEventListener("resize", onScroll, { passive: true, signal });
  // What was selected has brought the bar.
  settle(SETTLE_MS);
  const passive = { capture: true, passive: true, signal };
  return (document) => {
    document.addEventListener("pointerdown", onDown, passive);
    document.addEventListener("pointermove", onMove, passive);
    document.addEventListener("pointerup", onUp, passive);
    document.addEventListener("pointercancel", onUp, passive);
    document.addEventListener("selectionchange", onSelection, passive);
    document.addEventListener("click", onClick, passive);
    document.addEventListener("scroll", onScroll, passive);
    for (const type of ["keydown", "keypress", "keyup"] as const) {
      document.defaultView?.addEventListener(type, type === "keydown" ? onKey : watched.onTyped, { capture: true, signal });
    }
  };
}
