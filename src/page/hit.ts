/**
 * Which mention is under the pointer? The caret position gives the text node, the blocks that it belongs to the mention, and
 * its rectangles the proof: the caret snaps to the nearest text, also from an empty margin. Teasers often spread an empty
 * box of their link over all that they show, where the caret says nothing of the text beneath.
 */
import { documentOf, hostOf, locate } from "./blocks";
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
  // Forms take the names of their properties over for fields: nothing else of theirs is asked.
  const under = document.elementsFromPoint(x, y);
  const link = under[0] as HTMLElement | undefined;
  // Such a link, and what is beneath it in the box that it is spread over.
  const beneath = under.filter((each) => link!.tagName === "A" && link!.offsetParent?.contains(each));
  // Rectangles are dear: only what is there, or at the caret, is asked for its own. A text file is one single node. Text that
  // is cut off has rectangles too, but its element is not under the pointer.
  const isNear = ({ block, start, end }: Mention) => {
    const at = block.starts[block.nodes.indexOf(caret?.offsetNode as Text)]! + (caret?.offset as number);
    return (start <= at && at <= end) || beneath.includes(locate(block, start, false).node.parentElement!);
  };
  return mentions.find((mention) => isNear(mention) && isOn(mention, x, y)) ?? null;
}

function isOn(mention: Mention, x: number, y: number): boolean {
  return rectsOf(mention).some(
    (rect) => x >= rect.left && x <= rect.right && y >= rect.top - SLACK && y <= rect.bottom + SLACK,
  );
}

/** The lines that a mention stands on, in the top window's viewport; none where it is not laid out. */
export function linesOf(mention: Mention): DOMRect[] {
  const rects = rectsOf(mention).filter((rect) => rect.width && rect.height);
  return rects.map((rect) => toTop(rect, documentOf(mention.block.nodes[0]!)));
}

function rectsOf(mention: Mention): DOMRect[] {
  return [...(rangeOf(mention)?.getClientRects() ?? [])];
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
