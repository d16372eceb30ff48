/** What the reader points at: with the pointer where it rests, with a caret or a selection. */
import { DOCUMENT, type Root } from "../page/blocks";

/** A pointer on its way somewhere points at nothing: it must have rested so long (milliseconds). */
const REST_MS = 300;

/** A place in the text, or a point of a document's viewport in CSS pixels. */
export type Pointed = { node: Node; offset: number } | { document: Document; x: number; y: number };

export interface PointingOptions {
  /** The reader points at something. */
  at(pointed: Pointed): void;
  /** The page has been scrolled: what was pointed at may be out of sight. */
  scrolled(): void;
  signal: AbortSignal;
}

/** Listens in the documents among the given trees; once more in the same one does no harm. */
export function listenForPointing({ at, scrolled, signal }: PointingOptions): (roots: readonly Root[]) => void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let last = { x: NaN, y: NaN };
  signal.addEventListener("abort", () => clearTimeout(resting));

  const onMove = ({ view, clientX, clientY, screenX, screenY, pointerType }: PointerEvent) => {
    // Browsers report a move where only the page has moved beneath the pointer.
    if (screenX === last.x && screenY === last.y) return;
    last = { x: screenX, y: screenY };
    clearTimeout(resting);
    const document = view?.document;
    // A finger moves in order to scroll.
    if (document && pointerType !== "touch") resting = setTimeout(() => at({ document, x: clientX, y: clientY }), REST_MS);
  };
  const onAway = () => clearTimeout(resting);
  const onSelect = ({ target }: Event) => {
    const selection = (target as Document).getSelection?.();
    if (selection?.focusNode) at({ node: selection.focusNode, offset: selection.focusOffset });
  };
  const onScroll = () => {
    clearTimeout(resting);
    scrolled();
  };

  const passive = { capture: true, passive: true, signal };
  return (roots) => {
    for (const root of roots) {
      if (root.nodeType !== DOCUMENT) continue;
      root.addEventListener("pointermove", onMove as EventListener, passive);
      root.addEventListener("pointerleave", onAway, { signal });
      root.addEventListener("selectionchange", onSelect, passive);
      root.addEventListener("scroll", onScroll, passive);
    }
  };
}
