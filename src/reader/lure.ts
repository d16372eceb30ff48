/**
 * Waits for the first sign that a card is wanted: the pointer on a name, or a click or tap on one. Until then the
 * page pays for nothing more than this.
 */

/**
 * @param seen Called with the pointer's last move in each frame, and with every click, until `signal` is aborted.
 */
export function lure(document: Document, seen: (document: Document, event: PointerEvent) => void, signal: AbortSignal): void {
  let last: PointerEvent | null = null;
  const nextFrame = () => {
    if (last && !signal.aborted) seen(document, last);
    last = null;
  };
  const passive = { capture: true, passive: true, signal };
  document.addEventListener(
    "pointermove",
    (event) => {
      if (!last) requestAnimationFrame(nextFrame);
      last = event;
    },
    passive,
  );
  document.addEventListener("click", (event) => seen(document, event as PointerEvent), passive);
}
