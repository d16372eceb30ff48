/**
 * What choosing among entries needs to know of each, as tables of numbers, so that no entry's text is decoded while a
 * page is read.
 */
import { PackError } from "../packs/binary";
import { type Entry, type Kind, KINDS, type PackDate } from "../packs/model";
import { CONTEXT_STEPS, contextsOf, wordsOf } from "./context";
import { FIRST_UNIT, readUnit } from "./fold";
import { asInt16, asInt32, asUint32 } from "./section";
import { spellingHash, Tokens, tokenise } from "./tokens";
import { TITLE_WORD, VAGUE_TITLE_WORD, wordClasses } from "./words";

/** Tables that `writeFacts` makes. */
export const FACT_TABLES = 13;

/** Years that stand for "not known". */
const NO_START = -32768;
const NO_END = 32767;
const DAYS_A_YEAR = 365.2425;

/**
 * In the order of the tables:
 *
 * | table       |         | holds                                                            |
 * |-------------|---------|------------------------------------------------------------------|
 * | kinds       | u8      | kind                                                             |
 * | years       | i16 × 2 | first and last year                                              |
 * | first links | u32     | where an entry's links begin, and the end of the last            |
 * | links       | u32     | entries linked, in either direction                              |
 * | first titles| u32     | where its title words begin                                      |
 * | titles      | i32     | hashes of the title words of its offices                         |
 * | title years | i16 × 2 | first and last year of each in office                            |
 * | initials    | u32     | first letters of its names, a bit a letter                       |
 * | first names | i32     | spelling hash of the name that is listed first                   |
 * | traits      | u8      | how well known it is, and the pronoun that its text has for it   |
 * | first words | u32     | where its context words begin                                    |
 * | words       | i32     | hashes of its context words                                      |
 * | word weights| u8      | how rare each is                                                 |
 */
export function writeFacts(entries: readonly Entry[]): (Uint8Array | Int16Array | Uint32Array | Int32Array)[] {
  const links = linksOf(entries);
  const titles = entries.map(titleWords);
  const words = contextsOf(entries);
  return [
    Uint8Array.from(entries, (entry) => KINDS.indexOf(entry.kind)),
    Int16Array.from(entries.flatMap(years)),
    starts(links),
    Uint32Array.from(links.flat()),
    starts(titles),
    Int32Array.from(titles.flat(), ({ hash }) => hash),
    Int16Array.from(titles.flat().flatMap(({ first, last }) => [first, last])),
    Uint32Array.from(entries, initials),
    Int32Array.from(entries, firstName),
    Uint8Array.from(entries, (entry, number) => (fame(entry, links[number]!.length) << FAME_SHIFT) | pronoun(entry)),
    starts(words),
    Int32Array.from(words.flat(), ({ hash }) => hash),
    Uint8Array.from(words.flat(), ({ weight }) => weight),
  ];
}

/** The pronoun that an entry's text has for it. */
const HE = 1;
const SHE = 2;
const PRONOUN = 3;
const FAME_SHIFT = 2;
const MOST_FAME = 63;
/** Fame is kept in so many steps to a natural logarithm. */
const FAME_STEPS = 8;

/** How much is written of an entry: names and links, as those who are known well have more of both. */
function fame(entry: Entry, links: number): number {
  return Math.min(MOST_FAME, Math.round(FAME_STEPS * Math.log(1 + entry.names.length + links)));
}

/** One pronoun must be this much more frequent than the other: people have mothers and wives. */
const PRONOUN_RATIO = 2;

function pronoun(entry: Entry): number {
  const text = [...entry.about, ...entry.timeline.map((item) => item.text)].map(wordsOf).join(" ");
  const he = text.match(/\b(?:he|him|his)\b/gi)?.length ?? 0;
  const she = text.match(/\b(?:she|hers?)\b/gi)?.length ?? 0;
  if (he > PRONOUN_RATIO * she) return HE;
  return she > PRONOUN_RATIO * he ? SHE : 0;
}

function firstName(entry: Entry): number {
  const first = entry.names.find(({ class: nameClass }) => nameClass === "full");
  if (!first) return 0;
  const text = first.text.trim().replace(/^the\s+(?=\S)/u, "");
  const tokens = new Tokens();
  tokenise(text, tokens);
  return spellingHash(text, tokens, 0, tokens.count);
}

/** Entries that each is linked with, whichever of the two says so, sorted. */
function linksOf(entries: readonly Entry[]): number[][] {
  const numbers = new Map(entries.map((entry, number) => [entry.id, number]));
  const links = entries.map(() => new Set<number>());
  for (const [number, entry] of entries.entries()) {
    for (const id of entry.links) {
      const linked = numbers.get(id);
      if (linked === undefined || linked === number) continue;
      links[number]!.add(linked);
      links[linked]!.add(number);
    }
  }
  return links.map((linked) => [...linked].sort((a, b) => a - b));
}

function starts(lists: readonly (readonly unknown[])[]): Uint32Array {
  const first = new Uint32Array(lists.length + 1);
  lists.forEach((list, at) => (first[at + 1] = first[at]! + list.length));
  return first;
}

function yearOf(day: number | null | undefined): number | null {
  return day === null || day === undefined ? null : Math.floor(day / DAYS_A_YEAR) + 1970;
}

function years({ dates }: Entry): [first: number, last: number] {
  const begin: PackDate | undefined = dates.born ?? dates.founded ?? dates.date;
  const end: PackDate | undefined = dates.died ?? dates.dissolved ?? dates.date;
  return [yearOf(begin?.min) ?? NO_START, yearOf(end?.max) ?? NO_END];
}

/** A word of an office that may stand before the name ("Premier", not "of the Council"), with the years in office. */
interface TitleWord {
  hash: number;
  first: number;
  last: number;
}

function titleWords(entry: Entry): TitleWord[] {
  const words: TitleWord[] = [];
  const tokens = new Tokens();
  for (const { title, from, to } of entry.roles) {
    tokenise(title, tokens);
    const first = yearOf(from?.min) ?? NO_START;
    const last = yearOf(to?.max) ?? NO_END;
    for (const hash of tokens.hash.subarray(0, tokens.count)) {
      const classes = wordClasses(hash);
      const known = words.some((word) => word.hash === hash && word.first === first && word.last === last);
      if (classes & TITLE_WORD && !(classes & VAGUE_TITLE_WORD) && !known) words.push({ hash, first, last });
    }
  }
  return words.sort((a, b) => a.hash - b.hash || a.first - b.first || a.last - b.last);
}

/** The bit of a letter: letters that share one are told apart by nothing else, which is good enough for initials. */
export function initialBit(letter: number): number {
  const folded = readUnit(letter);
  return folded >= FIRST_UNIT ? 1 << (folded & 31) : 0;
}

function initials(entry: Entry): number {
  let letters = 0;
  const tokens = new Tokens();
  for (const name of entry.names) {
    if (name.class !== "full") continue;
    tokenise(name.text, tokens);
    for (let token = 0; token < tokens.count; token++) letters |= initialBit(name.text.charCodeAt(tokens.start[token]!));
  }
  return letters >>> 0;
}

/** What an office says of somebody who is called by it. */
export type Office = "none" | "other" | "held" | "inOffice" | "afterOffice" | "beforeOffice";

/** What is known of the entries of a pack. They go by their number. */
export type Facts = Pick<PackFacts, keyof PackFacts>;

/** The facts that an open pack holds. */
export class PackFacts {
  readonly count: number;
  readonly #kinds: Uint8Array;
  readonly #years: Int16Array;
  readonly #firstLinks: Uint32Array;
  readonly #links: Uint32Array;
  readonly #firstTitles: Uint32Array;
  readonly #titles: Int32Array;
  readonly #titleYears: Int16Array;
  readonly #initials: Uint32Array;
  readonly #firstNames: Int32Array;
  readonly #traits: Uint8Array;
  readonly #firstWords: Uint32Array;
  readonly #words: Int32Array;
  readonly #wordWeights: Uint8Array;

  /**
   * @param tables as `writeFacts` made them
   * @throws PackError where they do not fit together
   */
  constructor(tables: readonly Uint8Array[]) {
    this.#kinds = tables[0]!;
    this.#years = asInt16(tables[1]!);
    this.#firstLinks = asUint32(tables[2]!);
    this.#links = asUint32(tables[3]!);
    this.#firstTitles = asUint32(tables[4]!);
    this.#titles = asInt32(tables[5]!);
    this.#titleYears = asInt16(tables[6]!);
    this.#initials = asUint32(tables[7]!);
    this.#firstNames = asInt32(tables[8]!);
    this.#traits = tables[9]!;
    this.#firstWords = asUint32(tables[10]!);
    this.#words = asInt32(tables[11]!);
    this.#wordWeights = tables[12]!;
    this.count = this.#kinds.length;
    if (!this.#isWhole()) throw new PackError("This pack is damaged: what its dictionary says of entries does not hold together.");
  }

  #isWhole(): boolean {
    const { count } = this;
    return (
      this.#years.length === 2 * count &&
      [this.#initials, this.#firstNames, this.#traits].every(({ length }) => length === count) &&
      [this.#firstLinks, this.#firstTitles, this.#firstWords].every(({ length }) => length === count + 1) &&
      this.#firstLinks[count] === this.#links.length &&
      this.#firstTitles[count] === this.#titles.length &&
      this.#titleYears.length === 2 * this.#titles.length &&
      this.#firstWords[count] === this.#words.length &&
      this.#wordWeights.length === this.#words.length
    );
  }

  kind(entry: number): Kind {
    return KINDS[this.#kinds[entry]!]!;
  }

  /** Years between which the entry lived, stood or happened; infinite where that is not known. */
  years(entry: number): { first: number; last: number } {
    const first = this.#years[2 * entry]!;
    const last = this.#years[2 * entry + 1]!;
    return { first: first === NO_START ? -Infinity : first, last: last === NO_END ? Infinity : last };
  }

  hasLinks(entry: number): boolean {
    return this.#firstLinks[entry] !== this.#firstLinks[entry + 1];
  }

  /** Does either of two entries link to the other? */
  areLinked(entry: number, other: number): boolean {
    let low = this.#firstLinks[entry]!;
    let high = this.#firstLinks[entry + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#links[middle]! < other) low = middle + 1;
      else high = middle;
    }
    return low < this.#firstLinks[entry + 1]! && this.#links[low] === other;
  }

  /**
   * What the entry has to do with an office that is named in a text.
   * @param words hashes of the words of the title
   * @param years that the text speaks of; none where it does not say
   */
  office(entry: number, words: readonly number[], years: readonly number[]): Office {
    const from = this.#firstTitles[entry]!;
    const to = this.#firstTitles[entry + 1]!;
    if (from === to) return "none";
    let office: Office = "other";
    for (let at = from; at < to; at++) {
      if (!words.includes(this.#titles[at]!)) continue;
      const first = this.#titleYears[2 * at]!;
      const last = this.#titleYears[2 * at + 1]!;
      if (years.some((year) => year >= first && year <= last)) return first === NO_START && last === NO_END ? "held" : "inOffice";
      if (years.length === 0) office = "held";
      else if (office !== "afterOffice") office = years.every((year) => year < first) ? "beforeOffice" : "afterOffice";
    }
    return office;
  }

  /** Does a word of the entry's full names begin with the letter? */
  hasInitial(entry: number, letter: number): boolean {
    return (this.#initials[entry]! & initialBit(letter)) !== 0;
  }

  /** Is this the spelling hash of the name that the entry lists first? */
  isFirstName(entry: number, spelling: number): boolean {
    return this.#firstNames[entry] === spelling;
  }

  /** How much there is about the entry: the natural logarithm of the number of its names and links. */
  fame(entry: number): number {
    return (this.#traits[entry]! >>> FAME_SHIFT) / FAME_STEPS;
  }

  /** Is the entry somebody of whom its text says "he", or "she"? */
  isSaidToBe(entry: number, pronoun: "he" | "she"): boolean {
    return (this.#traits[entry]! & PRONOUN) === (pronoun === "he" ? HE : SHE);
  }

  /** Are there words by which the entry is known? */
  hasContext(entry: number): boolean {
    return this.#firstWords[entry] !== this.#firstWords[entry + 1];
  }

  /**
   * Natural logarithms of the rarity of those of the entry's words that are among `words`, summed up.
   * @param counted words that are passed over, having counted already; those that count are added
   */
  context(entry: number, words: ReadonlySet<number>, counted?: Set<number>): number {
    let steps = 0;
    for (let at = this.#firstWords[entry]!; at < this.#firstWords[entry + 1]!; at++) {
      const word = this.#words[at]!;
      if (!words.has(word) || counted?.has(word)) continue;
      counted?.add(word);
      steps += this.#wordWeights[at]!;
    }
    return steps / CONTEXT_STEPS;
  }
}
