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
import { slips, slipsAtBeginning } from "../packs/nearest";
import type { Letters, NameRow } from "./name-table";

const EXACT = 0;
const REORDERED = 1;
const BEGINNING = 2;
const WORDS = 3;
/** For each slip of the pen. */
const SLIP = 10;

/** What an epithet, and what a spelling made by rule, is behind. */
const TITLE_BEHIND = 0.2;
const MADE_BEHIND = 0.1;

/** One slip to so many letters, and two at most; shorter words resemble too much: "Chou", "Choe", "Cho". */
const LETTERS_A_SLIP = 4;
const FORGIVING_FROM = 5;
const MOST_SLIPS = 2;
/** Of Hangul, when it is taken apart. */
const LETTERS_A_SYLLABLE = 3;

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
  const isHangul = typed.syllables !== typed.all;
  const mostSyllables = isHangul ? slipsAllowed(typed.syllables, LETTERS_A_SLIP) : 0;
  // A slip may put in one letter, or one syllable, that is nowhere else in the name.
  const mostMissing = Math.max(most, mostInWords, LETTERS_A_SYLLABLE * mostSyllables);
  return (row) => {
    if (countBits(typed.bits & ~row.bits) > mostMissing) return NO_MATCH;
    // A year with another digit is another year.
    if (digits && !digitsOf(row.all).startsWith(digits)) return NO_MATCH;
    let grade = slipsGrade(typed.all, row.all, most);
    if (mostSyllables > 0) grade = Math.min(grade, slipsGrade(typed.syllables, row.syllables, mostSyllables));
    if (wanted.length > 1 || grade === NO_MATCH) grade = Math.min(grade, graded(slipsInWords(wanted, row, mostInWords), mostInWords, BEGINNING));
    return ofClass(row, grade);
  };
}

/** Of slips in the whole name, or in a beginning of it. */
function slipsGrade(typed: string, name: string, most: number): number {
  const begun = slipsAtBeginning(typed, name, most);
  if (begun > most) return NO_MATCH;
  return Math.min(graded(slips(typed, name, most), most, EXACT), graded(begun, most, REORDERED));
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

function slipsAllowed(letters: string, from = FORGIVING_FROM): number {
  return letters.length < from ? 0 : Math.min(MOST_SLIPS, Math.floor(letters.length / LETTERS_A_SLIP));
}

function graded(count: number, most: number, grade: number): number {
  return count <= most ? Math.max(1, count) * SLIP + grade : NO_MATCH;
}

/** Slips in all words together, one at most in each that is long enough; more than `most` where there are more. */
function slipsInWords(wanted: readonly string[], row: NameRow, most: number): number {
  const own = wordsOf(row);
  let count = 0;
  for (const word of wanted) {
    let at = own.findIndex((each) => each.startsWith(word));
    if (at < 0 && slipsAllowed(word) > 0 && ++count <= most) at = own.findIndex((each) => slipsAtBeginning(word, each, 1) <= 1);
    if (at < 0) return NO_MATCH;
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

/** A name's likeness to what was typed, from 0 to 1. */
export type Likeness = (row: NameRow) => number;

const UNIT = 2 ** 16;
/** Of the letters that were typed, what a name must have at least to be compared at all. */
const LEAST_SHARED = 0.6;
/** Pairs are looked for in a small table first, in which some share a place. */
const PLACES = 2 ** 12;

function placeOf(pair: number): number {
  return (pair ^ (pair >>> 11)) & (PLACES - 1);
}

/**
 * How alike texts are that share too little for a grade: the pairs of neighbouring letters that they have in common
 * (Dice's coefficient), with the whole name or with a beginning of it that is as long.
 */
export function likenessTo({ all, bits }: Letters): Likeness {
  const pairs = new Set<number>();
  const places = new Uint8Array(PLACES);
  for (let at = 1; at < all.length; at++) {
    const pair = all.charCodeAt(at - 1) * UNIT + all.charCodeAt(at);
    pairs.add(pair);
    places[placeOf(pair)] = 1;
  }
  const leastShared = LEAST_SHARED * countBits(bits);
  return ({ all: name, bits: ownBits }) => {
    let shared = 0;
    let best = 0;
    if (countBits(bits & ownBits) < leastShared) return 0;
    for (let at = 1; at < name.length; at++) {
      const pair = name.charCodeAt(at - 1) * UNIT + name.charCodeAt(at);
      if (places[placeOf(pair)] && pairs.has(pair)) shared++;
      if (at + 1 === all.length || at + 1 === name.length) best = Math.max(best, (2 * shared) / (pairs.size + at));
    }
    return best;
  };
}
