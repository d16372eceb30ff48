/**
 * The page's whole text, in which highlights are described and found: everything that can be selected, in reading order,
 * blocks joined by a line feed; and the way from an offset in it to the nodes of the page, and back.
 */
import { type Block, documentOf, ELEMENT, type Finds, indexAt, isAround, isEditable, readBlocks, type Stretch, stretches, tagOf, TEXT } from "./blocks";
import { readingOrder } from "./order";

/** Offsets are UTF-16 code units, ranges half-open. */
export interface WholeText {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Where each block begins in `text`. */
  readonly starts: readonly number[];
}

/** Nothing in these can be selected as text of the page; or it is the reader's own. */
const UNSELECTABLE = new Set(
  "SCRIPT STYLE NOSCRIPT TEXTAREA INPUT SELECT METER PROGRESS SVG MATH CANVAS VIDEO AUDIO OBJECT EMBED".split(" "),
);

function isUnselectable(element: Element, tag = tagOf(element)): boolean {
  return UNSELECTABLE.has(tag) || tag.startsWith("BACKSTORY-") || isEditable(element) || /^(textbox|searchbox)$/.test(element.getAttribute("role") ?? "");
}

/** True where a node of the page, or something around it, is not part of its text. */
export function isOutOfText(node: Node): boolean {
  return isAround(node, (at) => at.nodeType === ELEMENT && isUnselectable(at as Element));
}

/** Reads the text in steps that take no time to speak of. @returns what it is then */
export function* readWhole(document: Document, finds: Omit<Finds, "block">): Generator<void, WholeText> {
  const blocks: Block[] = [];
  const starts: number[] = [];
  const texts: string[] = [];
  let length = 0;
  const block = (next: Block) => {
    const before = blocks.at(-1);
    // A text that was cut because it is long goes on where it was cut.
    if (before && !(next.starts[0]! < 0)) {
      texts.push("\n");
      length++;
    }
    blocks.push(next);
    starts.push(length);
    texts.push(next.text);
    length += next.text.length;
  };
  yield* readBlocks(document, { ...finds, block }, isUnselectable);
  return { text: texts.join(""), blocks, starts };
}

/** The stretches of text nodes that a part of the text covers. */
export function stretchesOf({ blocks, starts }: WholeText, start: number, end: number): Stretch[] {
  const out: Stretch[] = [];
  for (let at = lastAtOrBefore(starts, start); at < blocks.length && starts[at]! < end; at++) {
    const block = blocks[at]!;
    const from = Math.max(start - starts[at]!, 0);
    const to = Math.min(end - starts[at]!, block.text.length);
    if (from < to) out.push(...stretches(block, from, to));
  }
  return out;
}

/** Where an offset lies: the index of its block, and the offset in that. */
export function blockAt({ starts, blocks }: WholeText, offset: number): [block: number, offset: number] {
  const at = lastAtOrBefore(starts, offset);
  return [at, Math.min(offset - (starts[at] ?? 0), blocks[at]?.text.length ?? 0)];
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The offset of a boundary point of the DOM. One in something that is not part of the text counts as the beginning of the
 * text that follows it, or, for an end, as the end of the text before.
 */
export function offsetOf(whole: WholeText, node: Node, offset: number, isEnd: boolean): number {
  const { blocks, starts, text } = whole;
  const child = node.nodeType === TEXT ? null : node.childNodes[offset];
  const isBefore = (other: Node): boolean => {
    if (child) return readingOrder(other, child) < 0;
    return readingOrder(other, node) < 0 || (other !== node && isAround(other, (at) => at === node));
  };
  // The first block whose last text is not before the point.
  const at = firstWhere(blocks.length, (index) => !isBefore(blocks[index]!.nodes.at(-1)!));
  const block = blocks[at];
  if (!block) return text.length;
  const index = firstWhere(block.nodes.length, (which) => !isBefore(block.nodes[which]!));
  const start = starts[at]!;
  if (block.nodes[index] === node) return start + inBlock(whole, at, index, offset);
  // In front of this node; an end lies behind the one before it, which may be in an earlier block.
  if (!isEnd) return start + Math.max(0, block.starts[index]!);
  if (index > 0) return start + block.starts[index - 1]! + block.nodes[index - 1]!.data.length;
  const before = blocks[at - 1];
  return before ? starts[at - 1]! + before.text.length : 0;
}

/** A text that is cut into several blocks stands in all of them: the one that holds the offset counts. */
function inBlock({ blocks, starts }: WholeText, at: number, index: number, offset: number): number {
  const node = blocks[at]!.nodes[index];
  let to = at;
  let local = blocks[at]!.starts[index]! + offset;
  while (local > blocks[to]!.text.length && blocks[to + 1]?.nodes[0] === node) {
    to++;
    local = blocks[to]!.starts[0]! + offset;
  }
  return starts[to]! - starts[at]! + Math.min(Math.max(local, 0), blocks[to]!.text.length);
}

/** The first of `count` numbers from 0 for which a test holds that holds for all after it; `count` where there is none. */
function firstWhere(count: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Characters that only say where a line may or may not break. */
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF]/g;

/** A part of the text as a reader sees it: white space that a browser does not show is taken away, and soft hyphens. */
export function seenText(whole: WholeText, start: number, end: number): string {
  const lines: string[] = [];
  for (let [at] = blockAt(whole, start); at < whole.blocks.length && whole.starts[at]! < end; at++) {
    const block = whole.blocks[at]!;
    const from = Math.max(start - whole.starts[at]!, 0);
    const to = Math.min(end - whole.starts[at]!, block.text.length);
    const isGoingOn = lines.length > 0 && block.starts[0]! < 0;
    const seen = seenInBlock(block, from, to);
    if (isGoingOn) lines.push(lines.pop()! + seen);
    else lines.push(seen);
  }
  return lines.join("\n").replace(UNSEEN, "").trim();
}

function seenInBlock(block: Block, from: number, to: number): string {
  let seen = "";
  let keeps = false;
  let reached = from;
  for (let at = indexAt(block, from, false); at < block.nodes.length && block.starts[at]! < to; at++) {
    const node = block.nodes[at]!;
    const start = Math.max(block.starts[at]!, from);
    const end = Math.min(block.starts[at]! + node.data.length, to);
    // What stands between two nodes is ours: the line feed of a break.
    seen += block.text.slice(reached, start);
    const part = block.text.slice(start, end);
    const isKept = keepsSpace(node);
    seen += isKept ? part : part.replace(/[ \t\r\n\f]+/g, " ");
    keeps ||= isKept;
    reached = end;
  }
  return keeps ? seen : seen.replace(/ +/g, " ").replace(/ ?\n ?/g, "\n").trim();
}

function keepsSpace(node: Text): boolean {
  const { parentElement } = node;
  const style = parentElement && documentOf(node).defaultView?.getComputedStyle(parentElement);
  return /^(pre|pre-wrap|break-spaces)$/.test(style?.whiteSpace ?? "");
}

/** Surrogate pairs before an offset: what makes code points of code units. */
export function pairsBefore(text: string, offset: number): number {
  return text.slice(0, offset).match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0;
}

