/**
 * Reads a page as blocks of text, in reading order: a heading, a paragraph, a list item, a caption, a cell.
 * The text of a block is the text of its nodes as it stands in the DOM, joined, so that an offset into the
 * block is an offset into one of its nodes. Nothing in the DOM is changed and no layout is asked for.
 */

/** One block. Offsets are UTF-16 code units. */
export interface Block {
  readonly text: string;
  /** The text nodes that the block is made of, and where in `text` each begins: below 0 where the block begins within. */
  readonly nodes: readonly Text[];
  readonly starts: readonly number[];
  /** True for a heading: it begins a section. */
  readonly heading: boolean;
}

/** A stretch of a text node: UTF-16 code units, half-open. */
export interface Stretch {
  node: Text;
  start: number;
  end: number;
}

/** A tree that is walked by itself: the document, an open shadow root, the document of a same-origin frame. */
export type Root = Document | ShadowRoot;

/** What a walk comes across. */
export interface Finds {
  block(block: Block): void;
  /** Another tree inside this one; it is read as part of the walk. */
  root(root: Root): void;
  /** Text that is not shown now and may be shown later. @returns true where it is to be read all the same */
  hidden(element: Element): boolean | void;
}

/** Types of nodes: constants of the page's `Node` are dear to ask for, one node after the other. */
export const ELEMENT = 1;
export const TEXT = 3;
export const DOCUMENT = 9;

/** Never read: not prose, or the reader's own words. What browsers do not show in any case is not listed. */
const SKIPPED = new Set(
  (
    "SCRIPT STYLE NOSCRIPT CODE KBD SAMP VAR TEXTAREA INPUT SELECT BUTTON METER PROGRESS " +
    "SVG MATH CANVAS VIDEO AUDIO OBJECT EMBED NAV MENU"
  ).split(" "),
);

/** Roles of the same sort, for pages that build their controls from plain elements. */
const SKIPPED_ROLES = /^(navigation|menu(bar)?|toolbar|tablist|(text|search|combo)box|button)$/;

/** Elements within a line of text. Everything else ends a block, unknown elements too. */
const INLINE = new Set(
  (
    "A ABBR B BDI BDO BIG CITE CODE KBD SAMP VAR DEL DFN EM FONT I INS LABEL MARK Q RB RP RT RUBY S SLOT SMALL SPAN STRONG " +
    "SUB SUP TIME U WBR"
  ).split(" "),
);

/** Frames smaller than this (CSS pixels) are advertisements and counters, not articles. */
const SMALLEST_FRAME = { width: 200, height: 150 };

/** A text longer than this is cut into several blocks: a text file is one single node. */
const LONGEST_BLOCK = 20_000;

const WORD_END = /[\p{L}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;

/** An element or tree that is being walked. */
interface Level {
  /** The element, or `null` for a tree. */
  readonly element: Element | null;
  next: Node | null;
  readonly inline: boolean;
  /** Whether its own text is shown; asked for when the first is met. */
  shown?: boolean;
}

/**
 * Walks `from` and everything below it and hands on each block as it is complete. It yields after each element, so
 * that the caller can pause between any two: one loop over a stack of its own, for generators that delegate to one
 * another cost more than the DOM does.
 * @param skips whether an element and all that is in it is left out
 */
export function* readBlocks(from: Element | Root, finds: Finds, skips = isSkipped): Generator<void> {
  let nodes: Text[] = [];
  let starts: number[] = [];
  let text = "";
  /** What `text` ends with: to look at the end of a text that is still being joined is dear. */
  let tail = "";
  let heading = false;
  /** The inline element whose start or end lies between the last text and the next. */
  let edge: Element | null = null;
  const levels: Level[] = [];

  const descend = (node: Node, element: Element | null, inline: boolean) =>
    levels.push({ element, next: node.firstChild, inline });

  /** Ends the block, and hands it on if there is anything to read in it. */
  function flush(): void {
    if (/[\p{L}\p{N}]/u.test(text)) pieces({ text, nodes, starts, heading }, finds.block);
    nodes = [];
    starts = [];
    text = "";
    tail = "";
    edge = null;
  }

  function separate(mark: string): void {
    if (text) text += tail = mark;
    edge = null;
  }

  function tree(root: Root | null): void {
    if (!root) return;
    flush();
    finds.root(root);
    descend(root, null, false);
  }

  function enter(element: Element): void {
    const tag = tagOf(element);
    if (tag === "BR") return separate("\n");
    if (/^I?FRAME$/.test(tag)) return tree(frameDocument(element as HTMLIFrameElement));
    // A control between two words keeps them apart.
    if (skips(element, tag)) return separate("\n");
    const inline = INLINE.has(tag);
    if (inline) edge = element;
    else {
      flush();
      if (/^H[1-6]$/.test(tag) || element.role === "heading") heading = true;
    }
    descend(element, element, inline);
    // Of the elements within a line, only this one can have any.
    if (!inline || tag === "SPAN") tree(element.shadowRoot);
  }

  function leave({ element, inline }: Level): void {
    if (inline) edge = element;
    else {
      flush();
      heading = false;
    }
  }

  function add(node: Text, level: Level): void {
    const { data } = node;
    if (!data || !isShown(level)) return;
    if (edge && WORD_END.test(tail.slice(-2)) && WORD_START.test(data) && isBox(edge, nodes.at(-1)!, node)) text += "\n";
    edge = null;
    nodes.push(node);
    starts.push(text.length);
    text += tail = data;
  }

  function isShown(level: Level): boolean {
    const { element } = level;
    if (!element) return true; // Directly in a shadow root: shown as its host is.
    if (level.shown === undefined) {
      level.shown = isVisible(element) || finds.hidden(element) === true;
    }
    return level.shown;
  }

  if (from.nodeType === ELEMENT) enter(from as Element);
  else descend(from, null, false);
  for (let level; (level = levels.at(-1)); ) {
    const node = level.next;
    if (!node) {
      levels.pop();
      leave(level);
      continue;
    }
    level.next = node.nextSibling;
    const type = node.nodeType;
    if (type === TEXT) add(node as Text, level);
    else if (type === ELEMENT) {
      enter(node as Element);
      yield;
    }
  }
}

/**
 * Two words touch across the edge of an inline element. Usually they are one word ("<b>K</b>im"), but the style sheet
 * may have made the element a box of its own. Only here is a computed style worth its price.
 */
function isBox(element: Element, before: Text, next: Text): boolean {
  const display = element.ownerDocument.defaultView?.getComputedStyle(element).display;
  if (!display || /^(inline$|contents$|ruby)/.test(display)) return false;
  // The floated initial of a paragraph: one letter, perhaps after an opening quotation mark.
  const isDropCap = /^\s*["'“‘«„]?\p{L}$/u.test(before.data);
  return !(isDropCap && element.contains(before) && !element.contains(next));
}

export function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** Hands on a block, cut at the last blank line, else line, else space before it grows too long. */
function pieces({ text, nodes, starts, heading }: Block, found: (block: Block) => void): void {
  let index = 0;
  for (let from = 0; from < text.length; ) {
    const to = cutAfter(text, from);
    while (index + 1 < nodes.length && starts[index + 1]! <= from) index++;
    let end = index;
    while (end < nodes.length && starts[end]! < to) end++;
    found({
      text: text.slice(from, to),
      nodes: nodes.slice(index, end),
      starts: starts.slice(index, end).map((start) => start - from),
      heading,
    });
    from = to;
  }
}

function cutAfter(text: string, from: number): number {
  const most = from + LONGEST_BLOCK;
  if (most >= text.length) return text.length;
  for (const mark of ["\n\n", "\n", " "]) {
    const at = text.lastIndexOf(mark, most);
    if (at > from) return at + mark.length;
  }
  return most;
}

function isSkipped(element: Element, tag = tagOf(element)): boolean {
  if (SKIPPED.has(tag)) return true;
  // Source code in most pages; the whole document where the browser shows a text file.
  if (tag === "PRE") return element.ownerDocument.contentType !== "text/plain";
  if (!element.hasAttributes()) return false;
  const role = element.getAttribute("role");
  if (role && SKIPPED_ROLES.test(role)) return true;
  return isEditable(element);
}

/** True where the reader types: nothing of ours belongs there. */
export function isEditable(element: Element): boolean {
  const editable = element.getAttribute("contenteditable");
  return editable !== null && editable.toLowerCase() !== "false";
}

/** The document of a frame that belongs to the page and is large enough to be read, or `null`. */
function frameDocument(frame: HTMLIFrameElement): Document | null {
  try {
    const inner = frame.contentDocument;
    if (!inner?.body || inner.designMode === "on") return null;
    const large = frame.clientWidth >= SMALLEST_FRAME.width && frame.clientHeight >= SMALLEST_FRAME.height;
    return large ? inner : null;
  } catch {
    return null; // Another origin.
  }
}

/** A form whose field is called "tagName" has no other. */
export function tagOf({ tagName }: Element): string {
  return typeof tagName === "string" ? tagName.toUpperCase() : "FORM";
}

/** The element that ends blocks and contains `node`: what to read again when `node` changes. */
export function blockElementOf(node: Node): Element | Root {
  let at: Node = node;
  for (;;) {
    if (at.nodeType === ELEMENT && !INLINE.has(tagOf(at as Element))) return at as Element;
    if (at.nodeType === DOCUMENT || !at.parentNode) return at as Root;
    at = at.parentNode;
  }
}

/** True where `test` is of a node or of something around it, through shadow roots and frames. */
export function isAround(node: Node | null, test: (around: Node) => boolean): boolean {
  for (let at = node; at; at = parentOf(at)) if (test(at)) return true;
  return false;
}

/** True where a node of the page or something around it is never read. */
export function isOutOfBounds(node: Node): boolean {
  return isAround(node, (at) => at.nodeType === ELEMENT && isSkipped(at as Element));
}

/** The node and the offset in it at which an offset of the block lies. `end` prefers the node that ends there. */
export function locate(block: Block, offset: number, end: boolean): { node: Text; offset: number } {
  const index = indexAt(block, offset, end);
  const node = block.nodes[index]!;
  return { node, offset: Math.min(offset - block.starts[index]!, node.data.length) };
}

/** Index of the node in which an offset of the block lies. */
export function indexAt(block: Block, offset: number, end: boolean): number {
  let low = 0;
  let high = block.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = block.starts[middle]!;
    if (end ? start < offset : start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The stretches of text nodes that a part of a block covers; `start` and `end` are offsets into it, half-open. */
export function stretches(block: Block, start: number, end: number): Stretch[] {
  const { nodes, starts } = block;
  const out: Stretch[] = [];
  for (let at = indexAt(block, start, false); at < nodes.length && starts[at]! < end; at++) {
    const node = nodes[at]!;
    const from = Math.max(start - starts[at]!, 0);
    const to = Math.min(end - starts[at]!, node.data.length);
    if (from < to) out.push({ node, start: from, end: to });
  }
  return out;
}

/** True where the page still says what the block says. */
export function isCurrent({ text, nodes, starts }: Block): boolean {
  return nodes.every((node, index) => {
    const start = starts[index]!;
    const { data } = node;
    const inBlock = text.slice(Math.max(start, 0), start + data.length);
    return isShownNow(node) && inBlock === data.slice(Math.max(-start, 0), text.length - start);
  });
}

/** True where a node is part of a document that is on the screen: that of a frame that was removed is not. */
export function isShownNow(node: Node): boolean {
  return node.isConnected && documentOf(node).defaultView !== null;
}

/** The document that a node belongs to, or is. */
export function documentOf(node: Node): Document {
  return node.ownerDocument ?? (node as Document);
}

/** The parent, or the host of a shadow root, or the frame of a document. */
export function parentOf(node: Node): Node | null {
  return node.parentNode ?? hostOf(node);
}

/** What a tree hangs on: the host of a shadow root, the frame of a document; none for the top document. */
export function hostOf(root: Node): Element | null {
  return (root.nodeType === DOCUMENT ? (root as Document).defaultView?.frameElement : (root as ShadowRoot).host) ?? null;
}
