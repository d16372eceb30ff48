/** Searches the texts of the pages, in which words may be divided, and paints what is found. */

/** Names of our highlights in the document's registry. */
const FOUND = "viewer-found";
const CURRENT = "viewer-current";
/** More than anybody steps through; a single letter is on every page thousands of times. */
const MOST = 2_000;

export interface Finder {
  /** Looks for a text; an empty one takes the marks away. @returns how many there are, `MOST` where there are more */
  find(query: string): number;
  /** Looks for the same text again, when more of the PDF is there, and stays at the one that it is at. @returns as `find`, and which one that is, or 0 */
  again(): { count: number; at: number };
  /** Goes to the next one, or to the one before, round the end. @returns which it is, counted from 1; 0 where there is none */
  step(by: 1 | -1): number;
}

/** A text without what only divides words, letters small, and where each of its code units stands. */
interface Folded {
  text: string;
  nodes: Text[];
  /** Where in `text` each node begins. */
  starts: number[];
  /** For each code unit of `text`, its offset in its node. */
  offsets: number[];
}

export function createFinder(texts: () => HTMLElement[]): Finder {
  const folded = new WeakMap<HTMLElement, { length: number; text: Folded }>();
  let found: Range[] = [];
  let at = -1;
  let wanted = "";

  function look(): number {
    found = [];
    for (const element of wanted ? texts() : []) {
      const text = foldedOf(element);
      for (let place = text.text.indexOf(wanted); place >= 0 && found.length < MOST; place = text.text.indexOf(wanted, place + wanted.length)) {
        found.push(rangeOf(text, place, place + wanted.length));
      }
    }
    CSS.highlights.set(FOUND, new Highlight(...found));
    return found.length;
  }

  function foldedOf(element: HTMLElement): Folded {
    const known = folded.get(element);
    const { length } = element.childNodes;
    if (known?.length === length) return known.text;
    const text = fold(element);
    folded.set(element, { length, text });
    return text;
  }

  return {
    find(query) {
      wanted = small(query).replace(/\s+/g, " ").trim();
      at = -1;
      CSS.highlights.delete(CURRENT);
      return look();
    },
    again() {
      const current = found[at];
      const count = look();
      at = current ? found.findIndex((range) => range.compareBoundaryPoints(Range.START_TO_START, current) === 0) : -1;
      return { count, at: at + 1 };
    },
    step(by) {
      if (found.length === 0) return 0;
      at = at < 0 ? firstBelow(found) : (at + by + found.length) % found.length;
      const range = found[at]!;
      CSS.highlights.set(CURRENT, new Highlight(range));
      const { startContainer } = range;
      startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      return at + 1;
    },
  };
}

/** The first that is in view or below it; the first of all where none is. */
function firstBelow(ranges: readonly Range[]): number {
  const at = ranges.findIndex((range) => range.getBoundingClientRect().bottom > 0);
  return Math.max(0, at);
}

/** The text of a page; paragraphs are kept apart. */
function fold(element: HTMLElement): Folded {
  const out: Folded = { text: "", nodes: [], starts: [], offsets: [] };
  const parts: string[] = [];
  let length = 0;
  let last = " ";
  const add = (character: string, offset: number) => {
    if (character === " " && last === " ") return;
    parts.push((last = character));
    length++;
    out.offsets.push(offset);
  };
  for (const paragraph of element.children) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      out.nodes.push(node);
      out.starts.push(length);
      const data = small(node.data);
      for (let offset = 0; offset < data.length; offset++) {
        const character = data[offset]!;
        if (character !== "\u00AD") add(/\s/.test(character) ? " " : character, offset);
      }
    }
    // Nothing that is looked for has a line feed in it.
    add("\n", Infinity);
  }
  out.text = parts.join("");
  return out;
}

/** In small letters, as long as before: where a small letter is longer, the text stays as it is. */
function small(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

function rangeOf(text: Folded, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(...pointOf(text, start));
  const [node, offset] = pointOf(text, end - 1);
  range.setEnd(node, offset + 1);
  return range;
}

function pointOf({ nodes, starts, offsets }: Folded, at: number): [Text, number] {
  let index = starts.findLastIndex((start) => start <= at);
  // A node of which nothing is left begins where the next does.
  while (index > 0 && starts[index] === starts[index + 1]) index++;
  const node = nodes[index]!;
  return [node, Math.min(offsets[at]!, node.data.length - 1)];
}
