/**
 * What choosing among entries needs to know of each, as tables of numbers, so that no entry's text is decoded while a
 * page is read.
 */
import { PackError } from "../packs/binary";
import { type Entry, type Kind, KINDS, type PackDate } from "../packs/model";
import { FIRST_UNIT, readUnit } from "./fold";
import { asInt16, asInt32, asUint32 } from "./section";
import { Tokens, tokenise } from "./tokens";
import { TITLE_WORDS, VAGUE_TITLE_WORDS } from "./words";

/** Tables that `writeFacts` makes. */
export const FACT_TABLES = 7;

/** Years that stand for "not known". */
const NO_START = -32768;
const NO_END = 32767;
const DAYS_A_YEAR = 365.2425;

/**
 * In the order of the tables: kind (u8), first and last year (i16 × 2), where an entry's links begin (u32), entries
 * linked (u32), where its title words begin (u32), hashes of title words (i32), first letters of its names (u32, a bit
 * a letter).
 */
export function writeFacts(entries: readonly Entry[]): (Uint8Array | Int16Array | Uint32Array | Int32Array)[] {
  const links = linksOf(entries);
  const titles = entries.map(titleWords);
  return [
    Uint8Array.from(entries, (entry) => KINDS.indexOf(entry.kind)),
    Int16Array.from(entries.flatMap(years)),
    starts(links),
    Uint32Array.from(links.flat()),
    starts(titles),
    Int32Array.from(titles.flat()),
    Uint32Array.from(entries, initials),
  ];
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

function starts(lists: readonly (readonly number[])[]): Uint32Array {
  const first = new Uint32Array(lists.length + 1);
  lists.forEach((list, at) => (first[at + 1] = first[at]! + list.length));
  return first;
}

function years({ dates }: Entry): [first: number, last: number] {
  const yearOf = (day: number | null | undefined) =>
    day === null || day === undefined ? null : Math.floor(day / DAYS_A_YEAR) + 1970;
  const begin: PackDate | undefined = dates.born ?? dates.founded ?? dates.date;
  const end: PackDate | undefined = dates.died ?? dates.dissolved ?? dates.date;
  return [yearOf(begin?.min) ?? NO_START, yearOf(end?.max) ?? NO_END];
}

/** The words of an entry's offices that may stand before the name: "Premier", not "of the Council". */
function titleWords(entry: Entry): number[] {
  const words = new Set<number>();
  const tokens = new Tokens();
  for (const role of entry.roles) {
    tokenise(role.title, tokens);
    for (const hash of tokens.hash.subarray(0, tokens.count)) {
      if (TITLE_WORDS.has(hash) && !VAGUE_TITLE_WORDS.has(hash)) words.add(hash);
    }
  }
  return [...words].sort((a, b) => a - b);
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

/** The facts of an open pack. Entries go by their number. */
export class Facts {
  readonly count: number;
  readonly #kinds: Uint8Array;
  readonly #years: Int16Array;
  readonly #firstLinks: Uint32Array;
  readonly #links: Uint32Array;
  readonly #firstTitles: Uint32Array;
  readonly #titles: Int32Array;
  readonly #initials: Uint32Array;

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
    this.#initials = asUint32(tables[6]!);
    this.count = this.#kinds.length;
    const whole =
      this.#years.length === 2 * this.count &&
      this.#initials.length === this.count &&
      this.#firstLinks.length === this.count + 1 &&
      this.#firstTitles.length === this.count + 1 &&
      this.#firstLinks[this.count] === this.#links.length &&
      this.#firstTitles[this.count] === this.#titles.length;
    if (!whole) throw new PackError("This pack is damaged: what its dictionary says of entries does not hold together.");
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

  /** Hashes of the title words of the entry's offices. */
  titles(entry: number): Int32Array {
    return this.#titles.subarray(this.#firstTitles[entry]!, this.#firstTitles[entry + 1]!);
  }

  /** Does a word of the entry's full names begin with the letter? */
  hasInitial(entry: number, letter: number): boolean {
    return (this.#initials[entry]! & initialBit(letter)) !== 0;
  }
}
