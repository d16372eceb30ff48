/**
 * Which paragraph is being read? The one at the reading line, where no reader points at another. It is asked of the browser,
 * as for a pointer: that costs the same on a page of ten thousand blocks, in columns and in frames, and no positions are
 * kept that the next picture on its way would make wrong.
 */
import type { Block } from "../page/blocks";
import { toTop } from "../page/hit";

/** Where eyes rest while one scrolls: this part of the window's height from its top. */
const READING_LINE = 1 / 3;
/**
 * Where there is no text at the line, a picture perhaps, the next below it down to this part is being read; and where there
 * is none either, the last above it.
 */
const LAST_LINE = 2 / 3;
/** From one line that is looked at to the next, as part of the window's height. */
const STEP = 1 / 24;
/** Lines leave gaps: text so far above or below a point (CSS pixels) is still at it. Browsers also name text that is far off. */
const SLACK = 14;
/** The column that is read is that of the longest blocks; more need not be measured. */
const COLUMN_BLOCKS = 9;

/** The blocks of a page by the text nodes that they are made of. */
export class BlockIndex {
  readonly #blocks = new Map<Node, Block[]>();
  readonly #longest: readonly Block[];

  constructor(blocks: Iterable<Block>) {
    const all = [...blocks];
    for (const block of all) {
      for (const node of block.nodes) {
        const others = this.#blocks.get(node);
        if (others) others.push(block);
        else this.#blocks.set(node, [block]);
      }
    }
    this.#longest = all.toSorted((a, b) => b.text.length - a.text.length).slice(0, COLUMN_BLOCKS);
  }

  /** The block in which an offset (UTF-16 code units) of a text node lies, or `null`. */
  at(node: Node, offset: number): Block | null {
    const holds = ({ nodes, starts, text }: Block) => {
      const at = starts[nodes.indexOf(node as Text)]! + offset;
      return at >= 0 && at <= text.length;
    };
    return this.#blocks.get(node)?.find(holds) ?? null;
  }

  /**
   * The middle of the column of text, in CSS pixels of the top window's viewport; `null` where nothing is laid out.
   * Measures a few blocks.
   */
  column(): number | null {
    const middles = this.#longest.flatMap(({ nodes: [node] }) => {
      const box = node!.parentElement?.getBoundingClientRect();
      if (!box?.width) return [];
      return toTop(box, node!.ownerDocument).left + box.width / 2;
    });
    return middles.sort((a, b) => a - b)[middles.length >> 1] ?? null;
  }
}

/** The block under a point of a document's viewport, in CSS pixels; looks into shadow roots and frames. */
export function blockAt(document: Document, x: number, y: number, shadowRoots: ShadowRoot[], index: BlockIndex): Block | null {
  const element = document.elementFromPoint(x, y);
  const inner = element && /^I?FRAME$/.test(element.tagName) ? frameDocument(element as HTMLIFrameElement) : null;
  if (inner) {
    const { left, top } = element!.getBoundingClientRect();
    return blockAt(inner, x - left - element!.clientLeft, y - top - element!.clientTop, shadowRoots, index);
  }
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  return caret && isNear(caret.offsetNode, y) ? index.at(caret.offsetNode, caret.offset) : null;
}

/** @param y in CSS pixels of the viewport of the node's document */
function isNear(node: Node, y: number): boolean {
  const range = node.ownerDocument!.createRange();
  range.selectNodeContents(node);
  const { top, bottom } = range.getBoundingClientRect();
  return y >= top - SLACK && y <= bottom + SLACK;
}

/** The block at the reading line of a window, or below it; `null` where there is no text. */
export function blockAtLine(window: Window, shadowRoots: ShadowRoot[], index: BlockIndex): Block | null {
  const x = Math.min(Math.max(index.column() ?? window.innerWidth / 2, 1), window.innerWidth - 1);
  const at = (part: number) => blockAt(window.document, x, part * window.innerHeight, shadowRoots, index);
  for (let part = READING_LINE; part <= LAST_LINE; part += STEP) {
    const block = at(part);
    if (block) return block;
  }
  for (let part = READING_LINE - STEP; part > 0; part -= STEP) {
    const block = at(part);
    if (block) return block;
  }
  return null;
}

function frameDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null; // Another origin.
  }
}
