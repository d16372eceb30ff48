/** Looks the words of quotes up in the texts that they were taken from. */
import type { Pack, Problem, Quote } from "./model";
import { didYouMean } from "./nearest";
import { QUOTES } from "./read";
import { foldSpace } from "./texts";

/** A text to look quotes up in. `path` is as people would name it; what `custom.text` says is the end of it. */
export interface SourceText {
  path: string;
  text: string;
}

/** Letters of a quote or a passage that a message shows. */
const SHOWN = 160;

/** A word that stands in more places than this says nothing about where a quote was taken from. */
const TOO_COMMON = 2_000;

/**
 * Reports every piece of a quote that stands in none of the texts. Runs of white space are equal to each other; nothing
 * else is forgiven. A quote whose source names a text (`"custom": {"text": "file.txt"}`) is looked up in that one alone.
 * @param lines line of each quote in quotes.yaml, by the quote's id (`PackReading.quoteLines`)
 */
export function verifyQuotes(
  pack: Pack,
  texts: readonly SourceText[],
  lines: ReadonlyMap<string, number>,
): Problem[] {
  const folded = texts.map(({ path, text }) => new Searched(path, foldSpace(text)));
  const named = new Map(pack.sources.map((source) => [source.id, source.custom?.text]));
  return pack.quotes.flatMap((quote): Problem[] => {
    const problem = (message: string, fix: string): Problem => ({
      severity: "error",
      file: QUOTES,
      line: lines.get(quote.id) ?? 1,
      message,
      fix,
    });
    const file = named.get(quote.cite.source);
    const isNamed = ({ path }: Searched) => typeof file !== "string" || path === file || path.endsWith(`/${file}`);
    const within = folded.filter(isNamed);
    if (within.length === 0 && typeof file === "string") {
      const message = `The source \`${quote.cite.source}\` names the text \`${file}\`, which is not there.`;
      const fileNames = texts.map(({ path }) => path.slice(path.lastIndexOf("/") + 1));
      return [problem(message, didYouMean(file, fileNames, "Add the file, or mend `custom.text` in sources.json."))];
    }
    return missingPieces(quote, within).map((piece) => {
      const where = typeof file === "string" ? `in ${file}` : "in any text";
      return problem(`The quote \`${quote.id}\` does not stand ${where}: "${shorten(piece)}".`, adviceFor(piece, within));
    });
  });
}

function missingPieces(quote: Quote, texts: readonly Searched[]): string[] {
  return quote.pieces.map(foldSpace).filter((piece) => !texts.some(({ text }) => text.includes(piece)));
}

function adviceFor(piece: string, texts: readonly Searched[]): string {
  let best: Passage | null = null;
  for (const text of texts) {
    const passage = text.closest(piece);
    if (passage && (best === null || passage.shared > best.shared)) best = passage;
  }
  if (best === null) return "No passage resembles it: quote only words that you have before you.";
  return `The closest is, in ${best.path}: "${shorten(aroundDifference(best.text, piece))}".`;
}

interface Passage {
  path: string;
  text: string;
  /** Words of the quote that stand in it, in the same place. */
  shared: number;
}

/** A text, and where its words are once somebody asks. */
class Searched {
  readonly path: string;
  readonly text: string;
  #words: { starts: number[]; ends: number[]; places: Map<string, number[]> } | null = null;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  /**
   * The passage that shares most words with a piece at the same distance from each other: each shared word votes for
   * the place where the piece would then begin, and neighbouring places add up, for a word more or less is forgiven.
   * `null` where no two words vote alike.
   */
  closest(piece: string): Passage | null {
    const { starts, ends, places } = (this.#words ??= indexWords(this.text));
    const wanted = wordsOf(piece).map(({ word }) => word);
    const votes = new Map<number, number>();
    wanted.forEach((word, index) => {
      const found = places.get(word) ?? [];
      if (found.length > TOO_COMMON) return;
      for (const place of found) votes.set(place - index, (votes.get(place - index) ?? 0) + 1);
    });

    let best = 0;
    let shared = 1;
    for (const [start, count] of votes) {
      const near = count + (votes.get(start - 1) ?? 0) + (votes.get(start + 1) ?? 0);
      if (near > shared || (near === shared && shared > 1 && start < best)) [best, shared] = [start, near];
    }
    if (shared < 2) return null;
    const first = Math.max(0, best);
    const last = Math.min(starts.length, best + wanted.length) - 1;
    return { path: this.path, text: this.text.slice(starts[first], ends[last]), shared };
  }
}

function indexWords(text: string): { starts: number[]; ends: number[]; places: Map<string, number[]> } {
  const starts: number[] = [];
  const ends: number[] = [];
  const places = new Map<string, number[]>();
  for (const { word, start, end } of wordsOf(text)) {
    const before = places.get(word);
    if (before) before.push(starts.length);
    else places.set(word, [starts.length]);
    starts.push(start);
    ends.push(end);
  }
  return { starts, ends, places };
}

/** Words without case; each Han character is one, as no space stands between them. */
function wordsOf(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The part of a long passage where it begins to differ from the quote, which is what has to be compared by eye. */
function aroundDifference(passage: string, piece: string): string {
  if (passage.length <= SHOWN) return passage;
  let same = 0;
  while (same < passage.length && passage[same] === piece[same]) same++;
  const start = Math.max(0, Math.min(same - SHOWN / 2, passage.length - SHOWN));
  return start === 0 ? passage : `…${passage.slice(start)}`;
}

function shorten(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN).trimEnd()}…`;
}
