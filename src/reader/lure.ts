/**
 * Waits for the first sign that a card is wanted: the pointer on a name, or a click or tap on one. Until then the
 * page pays for nothing more than this.
 */
import type { Annotation } from "../page/annotate";

/**
 * @param wanted Called at every sign, with what gave it, until `signal` is aborted.
 */
export function lure(
  document: Document,
  annotation: () => Annotation,
  wanted: (document: Document, event: PointerEvent) => void,
  signal: AbortSignal,
): void {
  let last: PointerEvent | null = null;

  const look = (event: PointerEvent) => {
    if (!signal.aborted && annotation().hit(document, event.clientX, event.clientY)) wanted(document, event);
  };
  const nextFrame = () => {
    const event = last;
    last = null;
    if (event) look(event);
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
  document.addEventListener("click", look, passive);
}
