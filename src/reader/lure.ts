/**
 * Waits for the first sign that a card is wanted: the pointer on a name, or a click or tap on one. Until then the
 * page pays for nothing more than this.
 */

/**
 * @param seen Called with the pointer's last move in each frame, and with every click, until `signal` is aborted.
 * @returns listens in a document; once more in the same one does no harm
 */
export function createLure(seen: (event: PointerEvent) => void, signal: AbortSignal): (document: Document) => void {
  let last: PointerEvent | null = null;
  const nextFrame = () => {
    if (last && !signal.aborted) seen(last);
    last = null;
  };
  const onMove = (event: PointerEvent) => {
    if (!last) requestAnimationFrame(nextFrame);
    last = event;
  };
  const onClick = (event: MouseEvent) => seen(event as PointerEvent);
  const passive = { capture: true, passive: true, signal };
  return (document) => {
    document.addEventListener("pointermove", onMove, passive);
    document.addEventListener("click", onClick, passive);
  };
}
