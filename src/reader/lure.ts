/**
 * Waits for the first sign that a card is wanted: the pointer on a name, or a click or tap on one; where the reader wants
 * to hold a key for it, with that key. Until then the page pays for nothing more than this.
 */
import type { Here } from "../messages/here";
import { holds, mayOpen } from "./modifier";

/**
 * @param seen Called with the pointer's last move in each frame, and with every click, until `signal` is aborted; with a
 *   key that is wanted, only while it is held, and when it goes down.
 * @returns listens in a document; once more in the same one does no harm
 */
export function createLure(seen: (event: PointerEvent) => void, here: () => Here, signal: AbortSignal): (document: Document) => void {
  let last: PointerEvent | null = null;
  let looking = false;
  const tell = (event: PointerEvent) => mayOpen(event, here()) && seen(event);
  const nextFrame = () => {
    looking = false;
    tell(last!);
  };
  const onMove = (event: PointerEvent) => {
    if (!looking) requestAnimationFrame(nextFrame);
    looking = true;
    last = event;
  };
  const onClick = (event: MouseEvent) => tell(event as PointerEvent);
  const onKey = (event: KeyboardEvent) => last && holds(event, here()) && seen(last);
  const passive = { capture: true, passive: true, signal };
  return (document) => {
    document.addEventListener("pointermove", onMove, passive);
    document.addEventListener("click", onClick, passive);
    document.addEventListener("keydown", onKey, passive);
  };
}
