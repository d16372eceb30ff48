/**
 * Which mention is under the pointer? The caret position gives the text node, the blocks that it belongs to the mention, and
 * its rectangles the proof: the caret snaps to the nearest text, also from an empty margin.
 */
import { documentOf, hostOf } from "./blocks";
import { type Mention, rangeOf } from "./mention";

/** Lines leave gaps; a point this far (CSS pixels) above or below still belongs to the name. */
const SLACK = 2;

/**
 * The mention at a point of a document's viewport, which may be a frame's, in CSS pixels.
 * @param shadowRoots those that may hold it
 * @param at the mentions that stand, in part at least, in a text node
 */
export function hitTest(
  document: Document,
  x: number,
  y: number,
  shadowRoots: ShadowRoot[],
  at: (node: Text) => Mention[],
): Mention | null {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  if (!caret) return null;
  const node = caret.offsetNode as Text;
  // Rectangles are dear, and a text file is one single node: only the mention at the caret is asked for its own.
  const isNear = ({ block, start, end }: Mention) => {
    const offset = block.starts[block.nodes.indexOf(node)]! + caret.offset;
    return start <= offset && offset <= end;
  };
  return at(node).find((mention) => isNear(mention) && isOn(mention, x, y)) ?? null;
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
