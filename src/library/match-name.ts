/**
 * How well a name fits what was typed. Grades are numbers, the less the better; what fits equally well is for the caller
 * to put in order.
 *
 * | grade | "zhou enlai" is                                       | typed was        |
 * |-------|-------------------------------------------------------|------------------|
 * | 0     | just that, wherever its words are parted              | `zhouenlai`      |
 * | 0.5   | just that, before what is written onto names          | `周恩来は`       |
 * | 1     | the same words in another order                       | `enlai zhou`     |
 * | 2     | what begins so                                        | `zhou en`        |
 * | 3     | of words that begin so, in any order, among others    | `enlai`          |
 * | 10    | just that but for one slip of the pen                 | `zhuo enlai`     |
 * | 11    | what begins so but for one slip                       | `zhuo en`        |
 * | 12    | of words that begin so but for one slip each          | `emlai`          |
 * | 20 …  | the same with two slips                               | `zhuo enlia`     |
 *
 * An epithet or a spelling made by rule is a fraction behind. A short name says no more than a beginning does: "Kim"
 * names many, and of those the one is meant of whom there is most.
 */
import { bitsOf, lettersOf, type Letters, type NameRow, type NameTable } from "./name-table";
import type { Places, SortedTexts } from "./sorted-texts";

const EXACT = 0;
const BEFORE_ENDING = 0.5;
const REORDERED = 1;
const BEGINNING = 2;
/** The least grade of a name that does not begin with what was typed. */
export const WORDS = 3;
/** For each slip of the pen. */
const SLIP = 10;

/** What a name is behind a longer one that is another ending shorter: 朝鮮人民軍の is of 朝鮮人民軍 before it is of 朝鮮. */
const SHORTER_BEHIND = 0.01;
/** With an ending a short name is surely meant, and before all that begins with both. */
const SHORT_BEFORE_ENDING = 1.9;

/** What an epithet, and what a spelling made by rule, is behind. */
const TITLE_BEHIND = 0.2;
const MADE_BEHIND = 0.1;

/** One slip to so many letters, and two at most; shorter words resemble too much: "Chou", "Choe", "Cho". */
const LETTERS_A_SLIP = 4;
const FORGIVING_FROM = 5;
const MOST_SLIPS = 2;

/** Scripts that put no spaces between words: a name may go on from any letter. */
const SPACELESS = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;
/** A leading consonant begins a syllable of Hangul, which are taken apart when folded; fewer letters than two syllables have are no name. */
const SYLLABLE = /^[\u1100-\u1112].{3}/u;

export const NO_MATCH = Infinity;

/** Called with a name, by its number in the table, and its grade. With one name it may be called several times: the least counts. */
export type FoundName = (name: number, grade: number) => void;

/** Finds the names that have all that was typed. */
export function findStrictly(table: NameTable, typed: Letters, found: FoundName): void {
  const { rows, letters, words } = table;
  const offer = (name: number, grade: number) => found(name, ofClass(rows[name]!, grade));
  const { start, end } = letters.beginningWith(typed.all);
  for (let place = start; place < end; place++) {
    for (const name of letters.ownersOf(place)) offer(name, letters.texts[place] === typed.all ? EXACT : BEGINNING);
  }
  for (const name of withWords(table, typed.words)) offer(name, rows[name]!.all.length === typed.all.length ? REORDERED : WORDS);
  if (SPACELESS.test(typed.all) || SYLLABLE.test(typed.all)) return holding(table, typed.all, (name) => offer(name, WORDS));
  // Or else a word begins what was typed, which goes on over the words after it.
  for (const name of words.ownersOf(...within(words.beginningWith(typed.all)))) offer(name, WORDS);
  for (let length = 1; length < typed.all.length; length++) {
    const place = words.indexOf(typed.all.slice(0, length));
    if (place >= 0) for (const name of words.ownersOf(place)) if (goesOnAt(table, name, typed.all)) offer(name, WORDS);
  }
}

/**
 * Finds the names that were typed with something written onto their ends.
 * @param without what was typed without it, the longest first (`withoutEndings`)
 */
export function findBeforeEndings({ rows, letters }: NameTable, without: readonly string[], found: FoundName): void {
  without.forEach((text, at) => {
    const place = letters.indexOf(lettersOf(text).all);
    if (place < 0) return;
    for (const name of letters.ownersOf(place)) {
      const row = rows[name]!;
      found(name, (row.class === "short" ? SHORT_BEFORE_ENDING : ofClass(row, BEFORE_ENDING)) + at * SHORTER_BEHIND);
    }
  });
}

/** Finds the names that have what was typed but for a few slips of the pen; some that have all of it are among them. */
export function findForgivingly(table: NameTable, typed: Letters, found: FoundName): void {
  const { rows, letters, syllables } = table;
  const digits = digitsOf(typed.all);
  const offer = (name: number, grade: number) => {
    // A year with another digit is another year.
    if (!digits || digitsOf(rows[name]!.all).startsWith(digits)) found(name, ofClass(rows[name]!, grade));
  };
  /** Names that are like what was typed from their beginnings on. */
  const begun = new Set<number>();
  const offerNear = (texts: SortedTexts, wanted: string, most: number) =>
    most > 0 &&
    texts.near(wanted, most, (place, inWhole, inBeginning) => {
      const grade = Math.min(graded(inWhole, most, EXACT), graded(inBeginning, most, REORDERED));
      for (const name of texts.ownersOf(place)) {
        begun.add(name);
        offer(name, grade);
      }
    });
  offerNear(letters, typed.all, slipsAllowed(typed.all));
  if (typed.syllables !== typed.all) offerNear(syllables, typed.syllables, slipsAllowed(typed.syllables, LETTERS_A_SLIP));
  slipsInWords(table, typed.words, (name, count) => {
    if (typed.words.length > 1 || !begun.has(name)) offer(name, graded(count, MOST_SLIPS, BEGINNING));
  });
}

function ofClass({ class: nameClass, isMade }: NameRow, grade: number): number {
  if (nameClass === "short") return Math.max(grade, BEGINNING);
  return grade + (nameClass === "title" ? TITLE_BEHIND : 0) + (isMade ? MADE_BEHIND : 0);
}

/** Names of which each word that was typed begins a word, no two of them the same; some more than once. */
function withWords(table: NameTable, typed: readonly string[]): Iterable<number> {
  const { words } = table;
  // Whole words first: "kim ki" is no "Kim Kim".
  const wanted = typed.toSorted((a, b) => b.length - a.length).map((word) => ({ ...words.beginningWith(word), whole: words.indexOf(word) }));
  const countOf = ({ start, end }: Places) => words.ownerCount(start, end);
  const rarest = wanted.reduce((least, each) => (countOf(each) < countOf(least) ? each : least));
  const names = words.ownersOf(rarest.start, rarest.end);
  if (wanted.length === 1) return names;
  return names.filter((name) => {
    const own = wordsOf(table, name);
    return wanted.every(({ start, end, whole }) => {
      const at = whole >= 0 && own.includes(whole) ? own.indexOf(whole) : own.findIndex((place) => place >= start && place < end);
      if (at >= 0) own.splice(at, 1);
      return at >= 0;
    });
  });
}

/** Finds names that have these letters anywhere. */
function holding({ letters, bits }: NameTable, wanted: string, found: (name: number) => void): void {
  const wantedBits = bitsOf(wanted);
  for (let place = 0; place < bits.length; place++) {
    if ((wantedBits & ~bits[place]!) === 0 && letters.texts[place]!.includes(wanted)) letters.ownersOf(place).forEach(found);
  }
}

/** Does a word of the name begin what was typed, which goes on over the words after it? */
function goesOnAt(table: NameTable, name: number, letters: string): boolean {
  const { all } = table.rows[name]!;
  if (!all.includes(letters)) return false;
  let start = 0;
  for (const place of wordsOf(table, name)) {
    if (all.startsWith(letters, start)) return true;
    start += table.words.texts[place]!.length;
  }
  return false;
}

/** The words of a name, by their places. */
function wordsOf({ words, firstWord }: NameTable, name: number): number[] {
  return [...words.placeOf.subarray(firstWord[name], firstWord[name + 1])];
}

function within({ start, end }: Places): [start: number, end: number] {
  return [start, end];
}

function slipsAllowed(letters: string, from = FORGIVING_FROM): number {
  return letters.length < from ? 0 : Math.min(MOST_SLIPS, Math.floor(letters.length / LETTERS_A_SLIP));
}

function graded(count: number, most: number, grade: number): number {
  return count <= most ? Math.max(1, count) * SLIP + grade : NO_MATCH;
}

/** Finds names with slips in `MOST_SLIPS` words together at most, one in each that is long enough; some more than once. */
function slipsInWords(table: NameTable, typed: readonly string[], found: (name: number, slips: number) => void): void {
  if (!typed.some((word) => slipsAllowed(word) > 0)) return;
  const { words } = table;
  const near = typed.map((word) => placesNear(words, word));
  const rarest = near.reduce((least, each) => (each.owners < least.owners ? each : least));
  for (const place of rarest.places) {
    for (const name of words.ownersOf(place)) {
      const count = slipsIn(table, name, near);
      if (count <= MOST_SLIPS) found(name, count);
    }
  }
}

/** Words that one that was typed begins, with one slip at most. */
interface Near {
  places: number[];
  /** By place: 0 for those that it does not begin, else one more than the slips. */
  slips: Uint8Array;
  /** How many names have them. */
  owners: number;
}

function placesNear(words: SortedTexts, word: string): Near {
  const near: Near = { places: [], slips: new Uint8Array(words.texts.length), owners: 0 };
  const add = (place: number, slips: number) => {
    near.places.push(place);
    near.slips[place] = slips + 1;
    near.owners += words.ownerCount(place);
  };
  const { start, end } = words.beginningWith(word);
  if (slipsAllowed(word) > 0) words.near(word, 1, (place, _, begun) => add(place, begun));
  else for (let place = start; place < end; place++) add(place, 0);
  return near;
}

/** Slips in all words that were typed together; `NO_MATCH` where one of them is not there. */
function slipsIn(table: NameTable, name: number, near: readonly Near[]): number {
  const own = wordsOf(table, name);
  let count = 0;
  for (const { slips } of near) {
    const whole = own.findIndex((place) => slips[place] === 1);
    const at = whole >= 0 ? whole : own.findIndex((place) => slips[place]! > 0);
    if (at < 0) return NO_MATCH;
    count += slips[own[at]!]! - 1;
    own.splice(at, 1);
  }
  return count;
}

function digitsOf(letters: string): string {
  return letters.replace(/\P{N}+/gu, "");
}

/** Bits that are set in 32 of them: all summed up at once, in pairs, fours and eights (Warren, Hacker's Delight, 5-1). */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const UNIT = 2 ** 16;
/** Of the letters that were typed, what a name must have at least to be compared at all. */
const LEAST_SHARED = 0.6;
/** Pairs are looked for in a small table first, in which some share a place. */
const PLACES = 2 ** 12;

function placeOf(pair: number): number {
  return (pair ^ (pair >>> 11)) & (PLACES - 1);
}

/**
 * Finds names that share too little with what was typed for a grade, and how alike they are, from `least` to 1: the pairs
 * of neighbouring letters that they have in common (Dice's coefficient), with the whole name or with a beginning of it
 * that is as long.
 */
export function findLike({ letters, bits }: NameTable, { all }: Letters, least: number, found: (name: number, likeness: number) => void): void {
  const pairs = new Set<number>();
  const places = new Uint8Array(PLACES);
  for (let at = 1; at < all.length; at++) {
    const pair = all.charCodeAt(at - 1) * UNIT + all.charCodeAt(at);
    pairs.add(pair);
    places[placeOf(pair)] = 1;
  }
  const wantedBits = bitsOf(all);
  const leastShared = LEAST_SHARED * countBits(wantedBits);
  const likeness = (name: string): number => {
    let shared = 0;
    let best = 0;
    for (let at = 1; at < name.length; at++) {
      const pair = name.charCodeAt(at - 1) * UNIT + name.charCodeAt(at);
      if (places[placeOf(pair)] && pairs.has(pair)) shared++;
      if (at + 1 === all.length || at + 1 === name.length) best = Math.max(best, (2 * shared) / (pairs.size + at));
    }
    return best;
  };
  for (let place = 0; place < bits.length; place++) {
    if (countBits(wantedBits & bits[place]!) < leastShared) continue;
    const alike = likeness(letters.texts[place]!);
    if (alike >= least) for (const name of letters.ownersOf(place)) found(name, alike);
  }
}
