/** What the reader has selected, as a highlight that may be kept. */
import { describe } from "../anchoring/describe";
import { newHighlight } from "../highlights/new";
import type { SaveRequest } from "../messages/about-highlights";
import type { Highlight, PageFacts } from "../messages/highlight";
import { documentOf, isShownNow, type Root, type Stretch } from "../page/blocks";
import { toTop } from "../page/hit";
import { outlineOf, type PageSelection, placeOfSelection, readSelection } from "../page/selection";
import { blockAt, pairsBefore, seenText, stretchesOf, type WholeText } from "../page/whole-text";
import type { Selected } from "./passages";

/** What is read before a passage to understand the names in it, in UTF-16 code units. */
const MOST_AROUND = 60_000;

/** A highlight that is not kept yet, with what is needed to keep and to paint it. */
export interface Draft {
  highlight: Highlight;
  around: NonNullable<SaveRequest["around"]>;
  stretches: readonly Stretch[];
}

export interface SelectedOptions {
  roots(): Root[];
  read(): Promise<WholeText | undefined>;
  facts(): PageFacts;
  now(): Date;
}

/** @returns what is selected, and the way from it to what would be kept */
export function readSelected(document: Document, options: SelectedOptions): { selected: Selected; draft(): Promise<Draft> } | null {
  const selection = readSelection(document, options.roots());
  if (!selection) return null;
  const { near, ranges } = outlineOf(selection);
  const isSame = wordsOf(selection);
  let made: Promise<Draft> | null = null;
  const draft = () => {
    made ??= makeDraft(selection, isSame, options);
    made.catch(() => (made = null));
    return made;
  };
  const lines = () =>
    ranges.flatMap((range) =>
      [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0).map((rect) => toTop(rect, documentOf(near))),
    );
  return { selected: { text: selection.text, near, lines, draft: async () => (await draft()).highlight }, draft };
}

/** Ranges keep nodes and offsets, not words. @returns whether the texts at both ends of each are still what they were */
function wordsOf({ ranges }: PageSelection): () => boolean {
  const ends = ranges.flatMap(({ startContainer, endContainer }) => [startContainer, endContainer]);
  const words = ends.map(({ nodeValue }) => nodeValue);
  return () => ends.every((node, at) => isShownNow(node) && node.nodeValue === words[at]);
}

async function makeDraft(selection: PageSelection, isSame: () => boolean, { read, facts, now }: SelectedOptions): Promise<Draft> {
  const whole = await read();
  const place = whole && isSame() ? placeOfSelection(whole, selection) : null;
  if (!whole || !place) throw new Error("What was selected is not part of the page's text");
  const { start, end } = place;
  const anchor = { ...describe(whole.text, start, end), pairsBefore: [pairsBefore(whole.text, start), pairsBefore(whole.text, end)] };
  const highlight = newHighlight({ id: uuid(), now: now(), kind: "passage", text: seenText(whole, start, end), page: facts(), colour: "yellow", anchor });
  return { highlight, around: aroundOf(whole, start, end), stretches: stretchesOf(whole, start, end) };
}

/** The blocks up to the last one of the passage, as many as are of use, and where in them it lies. */
function aroundOf(whole: WholeText, start: number, end: number): Draft["around"] {
  const from = blockAt(whole, start);
  const to = blockAt(whole, end);
  let first = from[0];
  while (first > 0 && whole.starts[from[0]]! - whole.starts[first - 1]! < MOST_AROUND) first--;
  const blocks = whole.blocks.slice(first, to[0] + 1).map(({ text }) => text);
  return { blocks, from: [from[0] - first, from[1]], to: [to[0] - first, to[1]] };
}

/** A UUID of version 4 (RFC 9562, 5.4). `crypto.randomUUID` is missing on pages that came without encryption. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
