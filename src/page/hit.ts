/**
 * Which mention is under the pointer? The caret position gives the text node, an index of our own the mention, and
 * its rectangles the proof: the caret snaps to the nearest text, also from an empty margin.
 */
import type { Root } from "./blocks";
import { type Mention, pieces, rangeOf } from "./mention";

/** Lines leave gaps; a point this far (CSS pixels) above or below still belongs to the name. */
const SLACK = 2;

export class HitIndex {
  private readonly byNode = new Map<Text, Mention[]>();
  private readonly roots = new Set<Root>();

  addRoot(root: Root): void {
    this.roots.add(root);
  }

  add(mention: Mention): void {
    for (const { node } of pieces(mention)) {
      const list = this.byNode.get(node);
      if (list) list.push(mention);
      else this.byNode.set(node, [mention]);
    }
  }

  remove(mention: Mention): void {
    for (const node of mention.block.nodes) {
      const list = this.byNode.get(node)?.filter((each) => each !== mention);
      if (list?.length) this.byNode.set(node, list);
      else this.byNode.delete(node);
    }
  }

  /** @param x,y CSS pixels in the viewport of `document`, which may be a frame's. */
  at(document: Document, x: number, y: number, accepts: (mention: Mention) => boolean): Mention | null {
    if (!this.byNode.size) return null;
    const shadowRoots = [...this.roots].filter((root): root is ShadowRoot => "host" in root && root.isConnected);
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
    if (!caret) return null;
    const node = caret.offsetNode as Text;
    // Rectangles are dear, and a text file is one single node: only the mention at the caret is asked for its own.
    const isNear = ({ block, start, end }: Mention) => {
      const at = block.starts[block.nodes.indexOf(node)]! + caret.offset;
      return start <= at && at <= end;
    };
    const here = this.byNode.get(node) ?? [];
    return here.find((mention) => isNear(mention) && accepts(mention) && isOn(mention, x, y)) ?? null;
  }
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
  return rects.map((rect) => toTop(rect, range.startContainer.ownerDocument!));
}

/** Moves a rectangle from a document's viewport, which may be a frame's, to that of the top window. */
export function toTop(rect: DOMRectReadOnly, document: Document): DOMRect {
  let { x, y } = rect;
  for (let frame = document.defaultView?.frameElement; frame; frame = frame.ownerDocument.defaultView?.frameElement) {
    const box = frame.getBoundingClientRect();
    x += box.left + frame.clientLeft;
    y += box.top + frame.clientTop;
  }
  return new DOMRect(x, y, rect.width, rect.height);
}
