/** What the reader has selected: in the document, in an open shadow root, or in a frame that can be read. */
import { DOCUMENT, documentOf, ELEMENT, hostOf, type Root, TEXT } from "./blocks";
import { isOutOfText, offsetOf, stretchesOf, type WholeText } from "./whole-text";

/** `Selection`, with what not every browser has. */
type AnySelection = Selection & { getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[] };
/** Older versions of Chromium select in each shadow root by itself. */
type AnyRoot = ShadowRoot & { getSelection?(): Selection | null };

export interface PageSelection {
  /** In the order in which they stand; more than one in Firefox only. */
  ranges: readonly StaticRange[];
  /** As the browser would copy it. */
  text: string;
}

/**
 * The selection, or null where nothing is selected that is text of the page: a field, something that is being written.
 * @param roots the trees that the page is read from
 */
export function readSelection(document: Document, roots: Iterable<Root>): PageSelection | null {
  const all = [...roots];
  const documents = all.filter((root) => root.nodeType === DOCUMENT) as Document[];
  // The frame that the reader is in comes first: others keep what was selected in them.
  const first = focused(document, documents);
  for (const each of [first, ...documents.filter((other) => other !== first)]) {
    const shadowRoots = all.filter((root) => root.nodeType !== DOCUMENT && documentOf(root) === each) as ShadowRoot[];
    const found = inDocument(each, shadowRoots);
    if (found) return found;
  }
  return null;
}

function focused(document: Document, documents: readonly Document[]): Document {
  for (let at = document; ; ) {
    const { activeElement } = at;
    const inner = documents.find((each) => activeElement !== null && each !== at && hostOf(each) === activeElement);
    if (!inner) return at;
    at = inner;
  }
}

function inDocument(document: Document, shadowRoots: ShadowRoot[]): PageSelection | null {
  const selection: AnySelection | null = document.getSelection();
  if (!selection || selection.type !== "Range") return null;
  const ranges = rangesOf(selection, shadowRoots).filter((range) => !holdsNothing(range));
  const text = selection.toString().trim();
  if (!text || ranges.length === 0) return null;
  if (ranges.every(({ startContainer, endContainer }) => isOutOfText(startContainer) && isOutOfText(endContainer))) return null;
  return { ranges, text };
}

function rangesOf(selection: AnySelection, shadowRoots: ShadowRoot[]): StaticRange[] {
  if (selection.rangeCount > 1) return Array.from({ length: selection.rangeCount }, (_, at) => fixed(selection.getRangeAt(at)));
  const composed = selection.getComposedRanges?.({ shadowRoots });
  if (composed) return composed;
  const inner = shadowRoots.map((root: AnyRoot) => root.getSelection?.()).find((each) => each && each.rangeCount > 0 && !each.getRangeAt(0).collapsed);
  return [fixed((inner ?? selection).getRangeAt(0))];
}

/** Does not move with what is selected next, nor with the nodes; what words stand there is another question. */
function fixed({ startContainer, startOffset, endContainer, endOffset }: Range): StaticRange {
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

/** Empty, or around fields and the like: what is selected in a field is, to Chromium, the field. */
function holdsNothing({ startContainer, startOffset, endContainer, endOffset }: StaticRange): boolean {
  if (startContainer !== endContainer || startContainer.nodeType === TEXT) return startContainer === endContainer && startOffset === endOffset;
  return [...startContainer.childNodes].slice(startOffset, endOffset).every((node) => node.nodeType === ELEMENT && isOutOfText(node));
}

/**
 * Where in the page's text the selection lies: UTF-16 code units, half-open, without white space at its ends.
 * Of several ranges, those that only text keeps apart that cannot be selected are one; then the longest counts.
 * @returns null where it holds nothing of the text
 */
export function placeOfSelection(whole: WholeText, { ranges }: PageSelection): { start: number; end: number } | null {
  const places = ranges.flatMap((range) => {
    const place = trimmed(
      whole.text,
      offsetOf(whole, range.startContainer, range.startOffset, false),
      offsetOf(whole, range.endContainer, range.endOffset, true),
    );
    return place ? [place] : [];
  });
  places.sort((a, b) => a.start - b.start);
  const joined: { start: number; end: number }[] = [];
  for (const place of places) {
    const last = joined.at(-1);
    if (last && isGap(whole, last.end, place.start)) last.end = Math.max(last.end, place.end);
    else joined.push(place);
  }
  return joined.sort((a, b) => b.end - b.start - (a.end - a.start))[0] ?? null;
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } | null {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = from + words.trim().length;
  return from < to ? { start: from, end: to } : null;
}

function isGap(whole: WholeText, start: number, end: number): boolean {
  return stretchesOf(whole, start, end).every(({ node, start: from, end: to }) => {
    if (!node.data.slice(from, to).trim()) return true;
    const style = node.parentElement && documentOf(node).defaultView?.getComputedStyle(node.parentElement);
    return style?.userSelect === "none";
  });
}

/** A node of the selection, and a live range over it for its lines; it may reach over several trees. */
export function outlineOf({ ranges }: PageSelection): { near: Node; ranges: Range[] } {
  const live = ranges.flatMap(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = documentOf(startContainer).createRange();
    range.setStart(startContainer, startOffset);
    if (startContainer.getRootNode() === endContainer.getRootNode()) range.setEnd(endContainer, endOffset);
    // Out of a shadow root and on: to the end of the text where it began.
    else range.setEnd(startContainer, startContainer.nodeType === TEXT ? (startContainer as Text).length : startContainer.childNodes.length);
    return [range];
  });
  return { near: ranges[0]!.startContainer, ranges: live };
}
