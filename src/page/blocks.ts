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

/** A tree that is walked by itself: the document, an open shadow root, the document of a same-origin frame. */
export type Root = Document | ShadowRoot;

/** What a walk comes across, besides blocks, that whoever keeps the page in view must know about. */
export interface Finds {
  /** Another tree inside this one; it is read as part of the walk. */
  root(root: Root): void;
  /** Text that is not shown now and may be shown later. */
  hidden(element: Element): void;
}

/** Never read: not prose, or the reader's own words. */
const SKIPPED = new Set(
  (
    "SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE CODE KBD SAMP VAR TEXTAREA INPUT SELECT DATALIST BUTTON METER PROGRESS " +
    "SVG MATH CANVAS VIDEO AUDIO OBJECT EMBED NAV MENU"
  ).split(" "),
);

/** Roles of the same sort, for pages that build their controls from plain elements. */
const SKIPPED_ROLES = /^(navigation|menu|menubar|toolbar|tablist|textbox|searchbox|combobox|button)$/;

/** Elements within a line of text. Everything else ends a block, unknown elements too. */
const INLINE = new Set(
  (
    "A ABBR B BDI BDO BIG CITE DEL DFN EM FONT I INS LABEL MARK Q RB RP RT RUBY S SLOT SMALL SPAN STRONG SUB SUP TIME U WBR"
  ).split(" "),
);

/** Frames smaller than this (CSS pixels) are advertisements and counters, not articles. */
const SMALLEST_FRAME = { width: 200, height: 150 };

/** A text longer than this is cut into several blocks: a text file is one single node. */
const LONGEST_BLOCK = 20_000;

const WORD_END = /[\p{L}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;

/**
 * Walks `from` and everything below it, and yields each block as it is complete.
 * It yields `null` after each element, so that the caller can pause between any two.
 */
export function* readBlocks(from: Element | Root, finds: Finds): Generator<Block | null> {
  const walk = new Walk(finds);
  if (from.nodeType === Node.ELEMENT_NODE) yield* walk.element(from as Element);
  else yield* walk.enter(from);
  yield* walk.flush();
}

class Walk {
  private nodes: Text[] = [];
  private starts: number[] = [];
  private text = "";
  private heading = false;
  /** Parent of the last text node and whether it is shown: neighbours mostly share it. */
  private lastParent: Element | null = null;
  private lastShown = true;
  /** The inline element whose start or end lies between the last text and the next. */
  private edge: Element | null = null;

  constructor(private readonly finds: Finds) {}

  *enter(node: Node): Generator<Block | null> {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) this.add(child as Text);
      else if (child.nodeType === Node.ELEMENT_NODE) yield* this.element(child as Element);
    }
  }

  *element(element: Element): Generator<Block | null> {
    const tag = tagOf(element);
    if (tag === "BR" || tag === "HR") {
      this.separate(tag === "BR" ? "\n" : "\n\n");
      return;
    }
    if (tag === "IFRAME" || tag === "FRAME") {
      yield* this.other(frameDocument(element as HTMLIFrameElement));
      return;
    }
    if (isSkipped(element, tag)) {
      // A control between two words keeps them apart.
      this.separate("\n");
      return;
    }
    const inline = INLINE.has(tag);
    if (!inline) yield* this.flush();
    const heading = /^H[1-6]$/.test(tag) || element.getAttribute("role") === "heading";
    if (heading) this.heading = true;
    if (element.shadowRoot) yield* this.other(element.shadowRoot);
    if (inline) this.edge = element;
    yield* this.enter(element);
    if (inline) this.edge = element;
    else yield* this.flush();
    if (heading) this.heading = false;
  }

  private *other(root: Root | null): Generator<Block | null> {
    if (!root) return;
    yield* this.flush();
    this.finds.root(root);
    yield* this.enter(root);
    yield* this.flush();
  }

  private add(node: Text): void {
    const data = node.data;
    if (!data || !this.shown(node)) return;
    if (this.edge && WORD_END.test(this.text) && WORD_START.test(data)) this.breakUnlessInline(node);
    this.edge = null;
    this.nodes.push(node);
    this.starts.push(this.text.length);
    this.text += data;
  }

  /**
   * Two words touch across the edge of an inline element. Usually they are one word ("<b>K</b>im"), but the
   * style sheet may have made the element a box of its own. Only here is a computed style worth its price.
   */
  private breakUnlessInline(next: Text): void {
    const element = this.edge!;
    const display = styleOf(element)?.display;
    if (!display || display === "inline" || display === "contents" || display.startsWith("ruby")) return;
    const before = this.nodes.at(-1);
    const dropCap = before && element.contains(before) && !element.contains(next) && isDropCap(before.data);
    if (!dropCap) this.text += "\n";
  }

  private separate(mark: string): void {
    if (this.text) this.text += mark;
    this.edge = null;
  }

  private shown(node: Text): boolean {
    const parent = node.parentElement;
    if (!parent) return true; // Directly in a shadow root: shown as its host is.
    if (parent !== this.lastParent) {
      this.lastParent = parent;
      this.lastShown = parent.checkVisibility({ visibilityProperty: true, opacityProperty: false });
      if (!this.lastShown) this.finds.hidden(parent);
    }
    return this.lastShown;
  }

  /** Ends the block, and gives it if there is anything to read in it; `null` otherwise, as a place to pause. */
  *flush(): Generator<Block | null> {
    const { text, nodes, starts, heading } = this;
    this.nodes = [];
    this.starts = [];
    this.text = "";
    this.edge = null;
    if (!nodes.length || !/[\p{L}\p{N}]/u.test(text)) yield null;
    else if (text.length <= LONGEST_BLOCK) yield { text, nodes, starts, heading };
    else yield* pieces({ text, nodes, starts, heading });
  }
}

/** Cuts a long block at the last blank line, else line, else space before it grows too long. */
function* pieces({ text, nodes, starts, heading }: Block): Generator<Block> {
  let index = 0;
  for (let from = 0; from < text.length; ) {
    const to = cutAfter(text, from);
    while (index + 1 < nodes.length && starts[index + 1]! <= from) index++;
    let end = index;
    while (end < nodes.length && starts[end]! < to) end++;
    yield {
      text: text.slice(from, to),
      nodes: nodes.slice(index, end),
      starts: starts.slice(index, end).map((start) => start - from),
      heading,
    };
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

function isSkipped(element: Element, tag: string): boolean {
  if (SKIPPED.has(tag)) return true;
  // Source code in most pages; the whole document where the browser shows a text file.
  if (tag === "PRE") return element.ownerDocument.contentType !== "text/plain";
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

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return element.ownerDocument.defaultView?.getComputedStyle(element);
}

/** The floated initial of a paragraph: one letter, perhaps after an opening quotation mark. */
function isDropCap(text: string): boolean {
  return /^\s*["'“‘«„]?\p{L}$/u.test(text);
}

/** A form whose field is called "tagName" has no other. */
function tagOf({ tagName }: Element): string {
  return typeof tagName === "string" ? tagName.toUpperCase() : "FORM";
}

/** The element that ends blocks and contains `node`: what to read again when `node` changes. */
export function blockElementOf(node: Node): Element | Root {
  let at: Node = node;
  for (;;) {
    if (at.nodeType === Node.ELEMENT_NODE && !INLINE.has(tagOf(at as Element))) return at as Element;
    if (at.nodeType === Node.DOCUMENT_NODE || !at.parentNode) return at as Root;
    at = at.parentNode;
  }
}

/** True where `element` or something around it is never read. */
export function isOutOfBounds(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (isSkipped(at, tagOf(at))) return true;
  }
  return false;
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

/** True where the page still says what the block says. */
export function isCurrent({ text, nodes, starts }: Block): boolean {
  return nodes.every((node, index) => {
    const start = starts[index]!;
    const inBlock = text.slice(Math.max(start, 0), start + node.data.length);
    return isShownNow(node) && inBlock === node.data.slice(Math.max(-start, 0), text.length - start);
  });
}

/** True where a node is part of a document that is on the screen: that of a frame that was removed is not. */
export function isShownNow(node: Node): boolean {
  return node.isConnected && node.ownerDocument?.defaultView !== null;
}
