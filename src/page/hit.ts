/**
 * Which mention is under the pointer? The caret position gives the text node, the blocks that it belongs to the mention, and
 * its rectangles the proof: the caret snaps to the nearest text, also from an empty margin. Teasers often spread an empty
 * box of their link over all of it; the caret then is somewhere in the link, or beside it.
 */
import { documentOf, hostOf } from "./blocks";
import { type Mention, rangeOf } from "./mention";

/** Lines leave gaps; a point this far (CSS pixels) above or below still belongs to the name. */
const SLACK = 2;

/**
 * The mention at a point of a document's viewport, which may be a frame's, in CSS pixels.
 * @param shadowRoots those that may hold it
 * @param mentions those that can be hit
 */
export function hitTest(document: Document, x: number, y: number, shadowRoots: ShadowRoot[], mentions: Mention[]): Mention | null {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  const link = document.elementFromPoint(x, y)?.closest("a");
  // Rectangles are dear: only what is in the link, or at the caret, is asked for its own. A text file is one single node.
  const isNear = ({ block: { nodes, starts }, start, end }: Mention) => {
    const offset = starts[nodes.indexOf(caret?.offsetNode as Text)]! + (caret?.offset ?? 0);
    return (start <= offset && offset <= end) || link?.contains(nodes[0]!);
  };
  return mentions.find((mention) => isNear(mention) && isOn(mention, x, y)) ?? null;
}

function isOn(mention: Mention, x: number, y: number): boolean {
  const rects = [...(rangeOf(mention)?.getClientRects() ?? [])];
  return rects.some(
    (rect) => x >= rect.left && x <= rect.right && y >= rect.top - SLACK && y <= rect.bottom + SLACK,
  );
}

/** The lines that a mention stands on, in the top window's viewport; none where it is not laid out. */
export function linesOf(mention: Mention): DOMRect[] {
  const range = rangeOf(mention);
  if (!range) return [];
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  return rects.map((rect) => toTop(rect, documentOf(range.startContainer)));
}

/** Moves a rectangle from a document's viewport, which may be a frame's, to that of the top window. */
export function toTop(rect: DOMRectReadOnly, document: Document): DOMRect {
  let { x, y } = rect;
  for (let frame = hostOf(document); frame; frame = hostOf(frame.ownerDocument)) {
    const box = frame.getBoundingClientRect();
    x += box.left + frame.clientLeft;
    y += box.top + frame.clientTop;
  }
  return new DOMRect(x, y, rect.width, rect.height);
}
