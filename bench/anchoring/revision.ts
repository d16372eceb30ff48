/** A page, highlights on it, and the same page after its authors have been at work, with where each highlight is now. */
import { Random } from "../lib/random";

/** What became of a highlight's words. */
export type Fate = "kept" | "changed" | "deleted";

export interface Marked {
  fate: Fate;
  /** In the page as it was, and as it is: UTF-16 code units, half-open. Null where the words are gone. */
  before: readonly [number, number];
  after: readonly [number, number] | null;
}

export interface Revision {
  before: string;
  after: string;
  highlights: Marked[];
}

export interface Extent {
  /** Length of the page in UTF-16 code units, about. */
  characters: number;
  highlights: number;
}

/** Of a hundred highlights, so many are on words that are edited, and on words that are deleted: fewer where words come twice. The others keep theirs. */
const FATES: readonly [Fate, number][] = [["changed", 20], ["deleted", 20]];
/** Of a hundred units of text that are not highlighted: edited, dropped, followed by a new sentence. Of a hundred paragraphs: moved, followed by a new one. */
const UNIT_EDITED = 12;
const UNIT_DROPPED = 6;
const UNIT_ADDED = 6;
const PARAGRAPH_MOVED = 4;
const PARAGRAPH_ADDED = 6;
/** Of a hundred highlights, so many cover two sentences, and some words of one. */
const TWO_SENTENCES = 20;
const SOME_WORDS = 20;
/** One word in so many is edited where words are. */
const EDIT_EVERY = 8;

/** A text that stays together: a sentence, or two. `mark` is the number of the highlight on its part from `from` to `to`. */
interface Unit {
  text: string;
  mark?: { index: number; from: number; to: number };
}
type Paragraph = Unit[];

/**
 * @param prose paragraphs of sentences, none of which comes twice; what the page does not need is put in as new text
 * @throws RangeError where there is too little prose for that
 */
export function makeRevision(prose: readonly (readonly string[])[], extent: Extent, seed: number): Revision {
  const random = new Random(seed);
  const shuffled = random.shuffled(prose);
  const page: Paragraph[] = [];
  for (let length = 0; length < extent.characters; ) {
    const sentences = shuffled.pop();
    if (!sentences) throw new RangeError("There is too little prose for a page of this length.");
    page.push(sentences.map((text) => ({ text })));
    length += sentences.join(" ").length + 1;
  }
  const fresh = shuffled.flat();
  const marked = random.shuffled(page).slice(0, extent.highlights);
  if (fresh.length < page.length || marked.length < extent.highlights) throw new RangeError("There is too little prose.");
  marked.forEach((paragraph, index) => mark(paragraph, index, random));
  const before = placed(page);
  const fates = marked.map((_, index) => {
    // Words that stand elsewhere as well would not be gone where they are deleted.
    const words = before.text.slice(...before.places.get(index)!);
    return before.text.indexOf(words) === before.text.lastIndexOf(words) ? fateOf((index * 100) / extent.highlights) : "kept";
  });
  const words = [...new Set(fresh.slice(0, 400).join(" ").match(/\b[a-z]{3,}\b/g))];
  const after = placed(edited(page, fates, { random, fresh, words }));
  return {
    before: before.text,
    after: after.text,
    highlights: fates.map((fate, index) => ({ fate, before: before.places.get(index)!, after: after.places.get(index) ?? null })),
  };
}

function fateOf(hundredth: number): Fate {
  let from = 0;
  for (const [fate, share] of FATES) if (hundredth < (from += share)) return fate;
  return "kept";
}

/** Puts a highlight on a sentence of the paragraph, on two, or on some words of one. */
function mark(paragraph: Paragraph, index: number, random: Random): void {
  const at = random.below(paragraph.length);
  const kind = random.below(100);
  const next = paragraph[at + 1];
  const text = kind < TWO_SENTENCES && next ? `${paragraph[at]!.text} ${next.text}` : paragraph[at]!.text;
  paragraph.splice(at, text === paragraph[at]!.text ? 1 : 2, { text, mark: { index, from: 0, to: text.length } });
  const ends = [...text.matchAll(/\S+/g)].map((word) => [word.index, word.index + word[0].length] as const);
  if (kind < 100 - SOME_WORDS || ends.length < 12) return;
  const first = random.below(ends.length - 9);
  const last = first + 4 + random.below(5);
  paragraph[at]!.mark = { index, from: ends[first]![0], to: ends[last]![1] };
}

/** What editing draws from. */
interface Means {
  random: Random;
  /** Sentences that are not on the page. */
  fresh: string[];
  words: readonly string[];
}

function edited(page: readonly Paragraph[], fates: readonly Fate[], means: Means): Paragraph[] {
  const { random } = means;
  const isMoved = () => random.below(100) < PARAGRAPH_MOVED;
  const after = page.map((paragraph) => paragraph.flatMap((unit) => editedUnit(unit, fates, means)));
  const moved = after.filter(isMoved);
  const stayed = after.filter((paragraph) => !moved.includes(paragraph));
  for (const paragraph of moved) stayed.splice(random.below(stayed.length + 1), 0, paragraph);
  return stayed.flatMap((paragraph) => (random.below(100) < PARAGRAPH_ADDED ? [paragraph, [sentence(means)]] : [paragraph]));
}

function editedUnit(unit: Unit, fates: readonly Fate[], means: Means): Unit[] {
  const { random } = means;
  if (unit.mark) {
    const fate = fates[unit.mark.index]!;
    if (fate === "kept") return [unit];
    // What goes often makes room for something else.
    if (fate === "deleted") return random.below(2) === 0 ? [] : [sentence(means)];
    const { index, from, to } = unit.mark;
    const inner = withEdits(unit.text.slice(from, to), means);
    return [{ text: unit.text.slice(0, from) + inner + unit.text.slice(to), mark: { index, from, to: from + inner.length } }];
  }
  const chance = random.below(100);
  if (chance < UNIT_DROPPED) return [];
  if (chance < UNIT_DROPPED + UNIT_ADDED) return [unit, sentence(means)];
  return chance < UNIT_DROPPED + UNIT_ADDED + UNIT_EDITED ? [{ text: withEdits(unit.text, means) }] : [unit];
}

function sentence({ fresh }: Means): Unit {
  const text = fresh.pop();
  if (text === undefined) throw new RangeError("There is too little prose for new sentences.");
  return { text };
}

/** Some words replaced, left out or put in: plain ones, for a text in which a name or a number is another says another thing. */
function withEdits(text: string, { random, words }: Means): string {
  const parts = text.split(" ");
  for (let edits = Math.max(1, Math.floor(parts.length / EDIT_EVERY)); edits > 0; edits--) {
    const plain = parts.flatMap((part, at) => (/^[a-z]{3,}$/.test(part) ? [at] : []));
    const at = plain.length > 0 ? random.pick(plain) : 1;
    const kind = plain.length > 0 ? random.below(3) : 2;
    if (kind === 0) parts[at] = random.pick(words);
    else parts.splice(at, kind === 1 ? 1 : 0, ...(kind === 1 ? [] : [random.pick(words)]));
  }
  return parts.join(" ");
}

/** The text of a page, and where its highlights stand. */
function placed(page: readonly Paragraph[]): { text: string; places: Map<number, readonly [number, number]> } {
  const places = new Map<number, readonly [number, number]>();
  let text = "";
  for (const paragraph of page) {
    for (const [at, unit] of paragraph.entries()) {
      if (at > 0) text += " ";
      if (unit.mark) places.set(unit.mark.index, [text.length + unit.mark.from, text.length + unit.mark.to]);
      text += unit.text;
    }
    text += "\n";
  }
  return { text, places };
}
