/**
 * How well a name fits what was typed. Grades are numbers, the less the better; what fits equally well is for the caller
 * to put in order.
 *
 * | grade | "zhou enlai" is                                       | typed was        |
 * |-------|-------------------------------------------------------|------------------|
 * | 0     | just that, wherever its words are parted              | `zhouenlai`      |
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
import { slips } from "../packs/nearest";
import { bitsOf, type Letters, type NameRow } from "./name-table";

const EXACT = 0;
const REORDERED = 1;
const BEGINNING = 2;
const WORDS = 3;
/** For each slip of the pen. */
const SLIP = 10;

/** What an epithet, and what a spelling made by rule, is behind. */
const TITLE_BEHIND = 0.2;
const MADE_BEHIND = 0.1;

/** One slip to so many letters, and two at most: shorter words resemble too much. */
const LETTERS_A_SLIP = 4;
const MOST_SLIPS = 2;

/** Scripts that put no spaces between words: a name may go on from any letter. */
const SPACELESS = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;
/** A leading consonant begins a syllable of Hangul, which are taken apart when folded; fewer letters than two syllables have are no name. */
const SYLLABLE = /^[\u1100-\u1112].{3}/u;

export const NO_MATCH = Infinity;

/** Gives a name its grade, or `NO_MATCH`. */
export type Grade = (row: NameRow) => number;

/** Of names that have all that was typed. */
export function strictGrade(typed: Letters): Grade {
  const wanted = wordsOf(typed);
  return (row) => {
    if ((typed.bits & ~row.bits) !== 0 || typed.all.length > row.all.length) return NO_MATCH;
    if (row.all === typed.all) return ofClass(row, EXACT);
    const inWords = hasWords(row, wanted);
    if (inWords && row.all.length === typed.all.length) return ofClass(row, REORDERED);
    if (row.all.startsWith(typed.all)) return ofClass(row, BEGINNING);
    return inWords || goesOnAt(row, typed.all) ? ofClass(row, WORDS) : NO_MATCH;
  };
}

/** Of names that have what was typed but for a few slips of the pen. */
export function forgivingGrade(typed: Letters): Grade {
  const wanted = wordsOf(typed);
  const digits = digitsOf(typed.all);
  const most = slipsAllowed(typed.all);
  const mostInWords = Math.min(MOST_SLIPS, wanted.filter((word) => slipsAllowed(word) > 0).length);
  return (row) => {
    const missing = countBits(typed.bits & ~row.bits);
    // A slip may change one letter into another that is nowhere else in the name.
    if (missing > Math.max(most, mostInWords)) return NO_MATCH;
    // A year with another digit is another year.
    if (digits && !digitsOf(row.all).startsWith(digits)) return NO_MATCH;
    const whole = missing <= most && countBits(row.bits & ~typed.bits) <= most ? slips(typed.all, row.all, most) : NO_MATCH;
    const begun = missing <= most ? slipsAtBeginning(typed, row.all, Math.min(most, whole)) : NO_MATCH;
    const inWords = wanted.length > 1 || begun > most ? slipsInWords(wanted, row) : NO_MATCH;
    return ofClass(row, Math.min(graded(whole, most, EXACT), graded(begun, most, REORDERED), graded(inWords, mostInWords, BEGINNING)));
  };
}

function ofClass({ class: nameClass, isMade }: NameRow, grade: number): number {
  if (nameClass === "short") return Math.max(grade, BEGINNING);
  return grade + (nameClass === "title" ? TITLE_BEHIND : 0) + (isMade ? MADE_BEHIND : 0);
}

/** Does each word that was typed begin one of the name's, no two of them the same? */
function hasWords(row: NameRow, wanted: readonly string[]): boolean {
  if (!wanted.every((word) => row.words.includes(` ${word}`))) return false;
  if (wanted.length === 1) return true;
  const own = wordsOf(row);
  // Whole words first: "kim ki" is no "Kim Kim".
  for (const word of wanted.toSorted((a, b) => b.length - a.length)) {
    const whole = own.indexOf(word);
    const at = whole >= 0 ? whole : own.findIndex((each) => each.startsWith(word));
    if (at < 0) return false;
    own.splice(at, 1);
  }
  return true;
}

/** Does a word of the name begin what was typed, which may go on over the words after it? */
function goesOnAt(row: NameRow, letters: string): boolean {
  const at = row.all.indexOf(letters);
  if (at < 0) return false;
  if (SPACELESS.test(letters) || SYLLABLE.test(letters)) return true;
  let start = 0;
  for (const word of wordsOf(row)) {
    if (row.all.startsWith(letters, start)) return true;
    start += word.length;
  }
  return false;
}

function wordsOf({ words }: Letters): string[] {
  return words.slice(1).split(" ");
}

function slipsAllowed(letters: string): number {
  return Math.min(MOST_SLIPS, Math.floor(letters.length / LETTERS_A_SLIP));
}

function graded(count: number, most: number, grade: number): number {
  return count <= most ? Math.max(1, count) * SLIP + grade : NO_MATCH;
}

/** Slips between what was typed and the best beginning of a name; more than `most` where there are more. */
function slipsAtBeginning({ all, bits }: Pick<Letters, "all" | "bits">, name: string, most: number): number {
  const longest = all.length + most;
  let least = most + 1;
  if (countBits(bits & ~bitsOf(name.slice(0, longest))) > most) return least;
  for (let length = all.length - most; length <= longest; length++) {
    if (length < name.length) least = Math.min(least, slips(all, name.slice(0, length), least));
  }
  return least;
}

/** Slips in all words together, one at most in each that is long enough. */
function slipsInWords(wanted: readonly string[], row: NameRow): number {
  const own = wordsOf(row);
  let count = 0;
  for (const word of wanted) {
    let at = own.findIndex((each) => each.startsWith(word));
    if (at < 0 && slipsAllowed(word) > 0) {
      const letters = { all: word, bits: bitsOf(word) };
      at = own.findIndex((each) => slips(word, each, 1) <= 1 || slipsAtBeginning(letters, each, 1) <= 1);
      count++;
    }
    if (at < 0) return NO_MATCH;
    own.splice(at, 1);
  }
  return count;
}

function digitsOf(letters: string): string {
  return letters.replace(/\P{N}+/gu, "");
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** A name's likeness to what was typed, from 0 to 1. */
export type Likeness = (row: NameRow) => number;

const UNIT = 2 ** 16;

/**
 * How alike texts are that share too little for a grade: the pairs of neighbouring letters that they have in common
 * (Dice's coefficient), with the whole name or with a beginning of it that is as long.
 */
export function likenessTo({ all }: Letters): Likeness {
  const pairs = new Set<number>();
  for (let at = 1; at < all.length; at++) pairs.add(all.charCodeAt(at - 1) * UNIT + all.charCodeAt(at));
  return ({ all: name }) => {
    let shared = 0;
    let best = 0;
    for (let at = 1; at < name.length; at++) {
      if (pairs.has(name.charCodeAt(at - 1) * UNIT + name.charCodeAt(at))) shared++;
      if (at + 1 === all.length || at + 1 === name.length) best = Math.max(best, (2 * shared) / (pairs.size + at));
    }
    return best;
  };
}
