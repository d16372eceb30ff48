/** Puts the quotes that fit the paragraph being read first. */
import type { Quote, Voice } from "../packs/model";

export interface Reading {
  /** Id of the entry whose card it is. */
  entry: string;
  /** Text of the paragraph. */
  paragraph: string;
  /** Ids of the entries on the page. */
  story: ReadonlySet<string>;
}

/** A rare word shared with the paragraph says more than an entry that half the pack's quotes share. */
const WEIGHT = { word: 2, story: 0.5, speaks: 1 };
/** Words shorter than this are mostly grammar. */
const SHORTEST_WORD = 4;

/** The quotes, best first; equal ones stay in the order of the pack. Nothing is dropped. */
export function rankQuotes(quotes: readonly Quote[], reading: Reading): Quote[] {
  const words = quotes.map((quote) => wordsOf([...quote.pieces, quote.occasion ?? "", quote.date?.edtf ?? ""].join(" ")));
  const frequency = new Map<string, number>();
  for (const set of words) for (const word of set) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const read = wordsOf(reading.paragraph);
  const scored = quotes.map((quote, index) => {
    let score = 0;
    for (const word of words[index]!) if (read.has(word)) score += WEIGHT.word / frequency.get(word)!;
    for (const id of entriesOf(quote)) if (id !== reading.entry && reading.story.has(id)) score += WEIGHT.story;
    if (idOf(quote.speaker) === reading.entry) score += WEIGHT.speaks;
    return { quote, score, index };
  });
  scored.sort((a, b) => b.score - a.score || a.index - b.index);
  return scored.map((each) => each.quote);
}

function entriesOf(quote: Quote): Set<string> {
  return new Set([...quote.about, ...[quote.speaker, ...quote.to].flatMap((voice) => idOf(voice) ?? [])]);
}

function idOf(voice: Voice): string | undefined {
  return "entry" in voice ? voice.entry : undefined;
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+|\d{4}/gu) ?? [];
  return new Set(words.filter((word) => word.length >= SHORTEST_WORD));
}
