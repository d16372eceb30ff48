/**
 * Spellings that packs need not list, chosen from what the rules make of all entries: none that anybody lists, no
 * everyday words, none of which two entries have an unequal claim. At compile time only.
 */
import type { Entry, NameClass } from "../../packs/model";
import { keyOfTokens } from "../dictionary";
import { spellingsOf } from "../names";
import { spellingHash, tokenise, Tokens } from "../tokens";
import { FUNCTION_WORDS, MONTHS_AND_DAYS, ORDINARY_WORDS } from "../words";
import { type Made, made, ROMANISED, SAME_WORDS } from "./rules";

/** A spelling made by rule. */
export interface Generated {
  /** Place of the entry among those given. */
  entry: number;
  text: string;
  class: NameClass;
}

/** Spellings made of one entry, at most. The rules give the likeliest first. */
export const MOST_GENERATED = 48;

const tokens = new Tokens();

/** The bits of two 32-bit hashes that a whole number can hold exactly. */
const SPELLING_BITS = 2 ** 21;
const SPELLING_SHIFT = 11;

/** One number for all texts that the dictionary takes for the same name; 0 for a text without a letter or digit. */
export function keyOf(text: string): number {
  tokenise(text, tokens);
  if (tokens.count === 0) return 0;
  const key = keyOfTokens(tokens, 0, tokens.count) >>> 0;
  return key * SPELLING_BITS + (spellingHash(text, tokens, 0, tokens.count) >>> SPELLING_SHIFT);
}

interface Candidate extends Made {
  key: number;
}

/**
 * Spellings of the entries' names that their pack does not list, in the order of the entries. What an entry gets does
 * not depend on that order.
 */
export function generatedNames(entries: readonly Entry[]): Generated[] {
  const own = entries.map(listedKeys);
  const listed = new Set(own.flatMap((keys) => [...keys]));
  const candidates = entries.map((entry, at) => {
    const taken = own[at]!;
    // A person's surname may well be a town, or another's name: the page tells which.
    const claims = ({ key, class: nameClass }: Candidate) => (nameClass === "full" ? !listed.has(key) : !taken.has(key));
    return distinct(made(entry)).filter(claims).slice(0, MOST_GENERATED);
  });
  const surest = new Map<number, number>();
  for (const { key, certainty } of candidates.flat().filter(({ class: nameClass }) => nameClass === "full")) {
    surest.set(key, Math.max(certainty, surest.get(key) ?? 0));
  }
  return candidates.flatMap((all, entry) =>
    all
      .filter((each) => each.class !== "full" || each.certainty === surest.get(each.key))
      .map(({ text, class: nameClass }) => ({ entry, text, class: nameClass })),
  );
}

/** Everything under which an entry's listed names are found already. */
function listedKeys({ names, kind }: Entry): Set<number> {
  return new Set(names.flatMap((name) => spellingsOf(name, kind).map(keyOf)));
}

/** Usable spellings, each once: as what it was made first. */
function distinct(all: readonly Made[]): Candidate[] {
  const byKey = new Map<number, Candidate>();
  for (const each of all) {
    const key = keyOf(each.text);
    if (key === 0 || byKey.has(key) || !isTelling(each)) continue;
    byKey.set(key, { ...each, key });
  }
  return [...byKey.values()];
}

/** A lone word of fewer letters tells too little: An, No. A romanised one is sooner a word of some language: Soul. */
const SHORTEST_WORD = 4;
const SHORTEST_ROMANISED = 5;
const SHORTEST_SURNAME = 2;

/** Does the text that was read last say more than everyday words do? */
function isTelling({ class: nameClass, certainty }: Made): boolean {
  const words = tokens.hash.subarray(0, tokens.count);
  const letters = tokens.end[tokens.count - 1]! - tokens.start[0]!;
  if (nameClass !== "full") return letters >= SHORTEST_SURNAME && !words.every((word) => FUNCTION_WORDS.has(word) || MONTHS_AND_DAYS.has(word));
  // "US Navy" is as telling as the listed "U.S. Navy".
  if (certainty === SAME_WORDS && tokens.count > 1) return true;
  if (words.every((word) => [ORDINARY_WORDS, FUNCTION_WORDS, MONTHS_AND_DAYS].some((set) => set.has(word)))) return false;
  return tokens.count > 1 || letters >= (certainty === ROMANISED ? SHORTEST_ROMANISED : SHORTEST_WORD);
}
