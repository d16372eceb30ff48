/**
 * One pass over a text that folds it and cuts it into tokens: the words of a name, one Han character, one Hangul
 * syllable. Everything that matching asks later is in a few typed arrays that are used again for the next text.
 */
import {
  APOSTROPHE, EXPANDS, FIRST_EAST_ASIAN, FIRST_UNIT, FOLD, HAN, HANGUL, HARD, IGNORED, JAMO, keepsMark, MARK, readUnit,
  scriptOf, SOFT, specialAt, STOP, SURROGATE, WORD,
} from "./fold";
import { scatter, SPELLING_SEED, spellingStep, TOKEN_PRIME, TOKEN_SEED } from "./hash";

/** What lies between a token and the one before it: the low bits of its marks, from weak to strong. */
export const GAP = 3;
/** Nothing: the script changes, or needs no spaces. */
export const GAP_NONE = 0;
/** Spaces and hyphens. */
export const GAP_SOFT = 1;
/** What may stand within a name but parts it from others: quotation marks, a possessive, the stops of `U.S.` */
export const GAP_LOOSE = 2;
/** Punctuation, or the start of the text. */
export const GAP_HARD = 3;
/** Set where the token is one letter with a full stop after it. */
export const INITIAL = 4;
const SCRIPT_SHIFT = 3;
const SCRIPTS = 7;
/** Set where folding changed the token's first unit: that of every token which begins with a capital, and of some others. */
export const CHANGED = 1 << 6;
/** Set where a capital may stand after a small letter of the same token. */
export const INNER_CAPITAL = 1 << 7;

/** A full stop does not end the phrase after a word of at most so many letters: `U.S.`, `J.`, `Mr.` */
const ABBREVIATION = 2;

/** The tokens of one text: parallel arrays of which the first `count` places hold. */
export class Tokens {
  count = 0;
  /** Hash of the folded units, scattered. */
  hash = new Int32Array(0);
  /** Offsets in UTF-16 code units, half-open. A possessive `’s` is outside. */
  start = new Int32Array(0);
  end = new Int32Array(0);
  /** Gap before, `INITIAL`, the script, `CHANGED` and `INNER_CAPITAL`. */
  marks = new Uint8Array(0);

  /** Makes room for the tokens of a text of so many code units: there are never more tokens than units. */
  reserve(length: number): void {
    if (length <= this.hash.length) return;
    const room = Math.max(length, 2 * this.hash.length, 1024);
    this.hash = new Int32Array(room);
    this.start = new Int32Array(room);
    this.end = new Int32Array(room);
    this.marks = new Uint8Array(room);
  }

  gap(token: number): number {
    return this.marks[token]! & GAP;
  }

  script(token: number): number {
    return (this.marks[token]! >>> SCRIPT_SHIFT) & SCRIPTS;
  }

  /**
   * Makes two tokens of one, with nothing between them.
   * @param at offset in `text` within the token, between two letters
   */
  cut(text: string, token: number, at: number): void {
    const [from, to] = [this.start[token]!, this.end[token]!];
    for (const table of this.#tables()) table.copyWithin(token + 1, token, this.count);
    this.count++;
    this.end[token] = at;
    this.start[token + 1] = at;
    const gap = this.gap(token);
    this.#fold(token, text.slice(from, at), gap);
    this.#fold(token + 1, text.slice(at, to), GAP_NONE);
  }

  /** Makes one token of two, with whatever stands between them. */
  join(text: string, token: number): void {
    const word = text.slice(this.start[token]!, this.end[token]!) + text.slice(this.start[token + 1]!, this.end[token + 1]!);
    const gap = this.gap(token);
    const end = this.end[token + 1]!;
    for (const table of this.#tables()) table.copyWithin(token + 1, token + 2, this.count);
    this.count--;
    this.end[token] = end;
    this.#fold(token, word, gap);
  }

  #tables(): (Int32Array | Uint8Array)[] {
    return [this.hash, this.start, this.end, this.marks];
  }

  #fold(token: number, word: string, gap: number): void {
    tokenise(word, part);
    this.hash[token] = part.hash[0]!;
    this.marks[token] = (part.marks[0]! & ~GAP) | gap;
  }
}

/** A part of a token, while one is cut. */
const part = new Tokens();

/** Hash that the token would have which a word is. */
export function hashOfWord(word: string): number {
  tokenise(word, part);
  return part.hash[0]!;
}

/** No token is open: the next letter begins one. */
const NOTHING = -1;
/** Letters of spaced scripts: folded units from `FIRST_UNIT` on, so many of them. */
const SPACED_LETTERS = FIRST_EAST_ASIAN - FIRST_UNIT;
/** In Latin, Greek and Cyrillic alike most capitals are so far from their small letters. */
const CASE_BIT = 0x20;
const INNER_SHIFT = 2; // INNER_CAPITAL / CASE_BIT
const CHANGED_SHIFT = 6; // log2 of CHANGED
/** Added to a number of 16 bits, it carries into the seventeenth unless the number is 0. */
const UNIT = 0xffff;
const UNIT_BITS = 16;

/** Where a text has been read to; what `readOddly` is handed and hands back. */
const scan = { at: 0, count: 0, gap: GAP_HARD, hash: 0, open: NOTHING };

/**
 * Folds and cuts `text` in one pass. What was in `tokens` is overwritten.
 *
 * The loop here knows letters of spaced scripts and what parts them, which is nearly all of nearly every text; a unit of
 * any other kind is left to `readOddly`, up to the end of its token. What the loop does not need, it must not contain:
 * its speed hangs on the compiler's keeping all of it in registers.
 */
export function tokenise(text: string, tokens: Tokens): void {
  tokens.reserve(text.length);
  const { hash: hashes, start: starts, end: ends, marks } = tokens;
  const fold = FOLD;
  // A method of strings is looked up anew for every one, once their ways of being stored are more than four.
  const codeAt = String.prototype.charCodeAt;
  // In a bundle the constants of modules may be variables, to be read and checked at every use.
  const letter = FIRST_UNIT | 0;
  const letters = SPACED_LETTERS | 0;
  const prime = TOKEN_PRIME | 0;
  const seed = TOKEN_SEED | 0;
  const soft = SOFT | 0;
  const hard = HARD | 0;
  const stop = STOP | 0;
  const length = text.length;
  let count = 0;
  let gap: number = GAP_HARD;

  for (let at = 0; at < length; ) {
    let unit = codeAt.call(text, at);
    let value = fold[unit]!;
    let hash = seed;
    let start = at;
    if ((value - letter) >>> 0 < letters) {
      const changed = value ^ unit;
      let before = changed;
      let inner = 0;
      hash = Math.imul(hash ^ value, prime);
      for (at++; at < length; at++) {
        unit = codeAt.call(text, at);
        value = fold[unit]!;
        if ((value - letter) >>> 0 >= letters) break;
        inner |= (value ^ unit) & ~before;
        before = value ^ unit;
        hash = Math.imul(hash ^ value, prime);
      }
      starts[count] = start;
      ends[count] = at;
      hashes[count] = scatter(hash);
      marks[count] = gap | (((changed + UNIT) >>> UNIT_BITS) << CHANGED_SHIFT) | ((inner & CASE_BIT) << INNER_SHIFT);
      count++;
      gap = GAP_NONE;
      if (at === length) break;
    }
    if ((value - soft) >>> 0 < hard) {
      if (gap < value) gap = value;
      at++;
    } else if (value === stop && (at === start || at - start > ABBREVIATION)) {
      gap = hard;
      at++;
    } else {
      scan.at = at;
      scan.count = count;
      scan.gap = gap;
      scan.hash = hash;
      scan.open = at === start ? NOTHING : WORD;
      readOddly(text, tokens);
      at = scan.at;
      count = scan.count;
      gap = scan.gap;
    }
  }
  tokens.count = count;
}

/** Reads on from `scan`, whatever stands there, until no token is open. */
function readOddly(text: string, tokens: Tokens): void {
  const { hash: hashes, start: starts, end: ends, marks } = tokens;
  let { at, count, gap, hash, open } = scan;
  do {
    let value = readUnit(text.charCodeAt(at));
    let units = "";
    let script = WORD;
    let width = 1;
    if (value === EXPANDS || value === JAMO || value === SURROGATE) {
      ({ kind: value, units, script, length: width } = specialAt(text, at));
    } else if (value >= FIRST_UNIT) {
      script = scriptOf(value);
    }

    if (value >= FIRST_UNIT) {
      const changed = units === "" ? value ^ text.charCodeAt(at) : CASE_BIT;
      if (open !== script || script === HAN || script === HANGUL) {
        starts[count] = at;
        marks[count++] = gap | (script << SCRIPT_SHIFT) | (changed === 0 ? 0 : CHANGED);
        gap = GAP_NONE;
        open = script;
        hash = TOKEN_SEED;
      } else {
        marks[count - 1]! |= (changed & CASE_BIT) << INNER_SHIFT;
      }
      hash = units === "" ? Math.imul(hash ^ value, TOKEN_PRIME) : mixAll(hash, units);
      at += width;
      hashes[count - 1] = scatter(hash);
      ends[count - 1] = at;
    } else if (value === MARK) {
      if (open !== NOTHING) {
        if (isKeptMark(text, at)) hash = Math.imul(hash ^ text.charCodeAt(at), TOKEN_PRIME);
        hashes[count - 1] = scatter(hash);
        ends[count - 1] = at + width;
      }
      at += width;
    } else if (value === IGNORED) {
      at += width;
    } else if (value === APOSTROPHE && open !== NOTHING && !isPossessive(text, at) && continuesWord(text, at + 1)) {
      at++; // P'eng is Peng.
    } else {
      const letters = value === STOP && open === WORD ? lettersBetween(text, starts[count - 1]!, at) : 0;
      if (letters === 1) marks[count - 1]! |= INITIAL;
      gap = Math.max(gap, gapOf(value, letters));
      at += value === APOSTROPHE && open !== NOTHING && isPossessive(text, at) ? 2 : width;
      open = NOTHING;
    }
  } while (open !== NOTHING && at < text.length);
  scan.at = at;
  scan.count = count;
  scan.gap = gap;
}

/** @param letters of the word that a full stop stands right after */
function gapOf(value: number, letters: number): number {
  if (value <= HARD) return value;
  return value === STOP && (letters === 0 || letters > ABBREVIATION) ? GAP_HARD : GAP_LOOSE;
}

function mixAll(hash: number, units: string): number {
  for (let at = 0; at < units.length; at++) hash = Math.imul(hash ^ units.charCodeAt(at), TOKEN_PRIME);
  return hash;
}

/** No letter of any language bears more, with what is invisible between them. */
const MOST_MARKS = 32;

/** Does the mark at `at` make another letter of the one that it stands on? */
function isKeptMark(text: string, at: number): boolean {
  let letter = at - 1;
  const first = Math.max(0, at - MOST_MARKS);
  while (letter >= first && isMarkOrIgnored(readUnit(text.charCodeAt(letter)))) letter--;
  if (letter < first) return false;
  const value = readUnit(text.charCodeAt(letter));
  if (value >= FIRST_UNIT) return keepsMark(String.fromCharCode(value), text.charAt(at));
  const base = value === EXPANDS ? specialAt(text, letter).units.charAt(0) : text.charAt(letter);
  return keepsMark(base, text.charAt(at));
}

function isMarkOrIgnored(value: number): boolean {
  return value === MARK || value === IGNORED;
}

function isS(unit: number): boolean {
  return unit === 0x73 || unit === 0x53 || unit === 0xff53 || unit === 0xff33;
}

/** Is the apostrophe at `at` that of `Kim’s`, with nothing of the word after it? */
function isPossessive(text: string, at: number): boolean {
  return isS(text.charCodeAt(at + 1)) && !continuesWord(text, at + 2);
}

/** Would what stands at `at` belong to a word that is open? */
function continuesWord(text: string, at: number): boolean {
  for (; at < text.length; at++) {
    const value = readUnit(text.charCodeAt(at));
    if (value === IGNORED) continue;
    if (value === EXPANDS || value === SURROGATE) {
      const special = specialAt(text, at);
      return special.kind === MARK || (special.kind === FIRST_UNIT && special.script === WORD);
    }
    return value === MARK || (value >= FIRST_UNIT && scriptOf(value) === WORD);
  }
  return false;
}

/** Letters of a word, as far as they count for an abbreviation: 0 where it has a digit. */
function lettersBetween(text: string, start: number, end: number): number {
  let letters = 0;
  for (let at = start; at < end && letters <= ABBREVIATION; at++) {
    const value = readUnit(text.charCodeAt(at));
    if (value >= 0x30 && value <= 0x39) return 0;
    if (value >= FIRST_UNIT || value === EXPANDS || value === SURROGATE) letters++;
  }
  return letters;
}

/** Hash of a piece of text exactly as it is written. Offsets in UTF-16 code units, half-open. */
export function hashAsWritten(text: string, start: number, end: number): number {
  let hash = SPELLING_SEED;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), TOKEN_PRIME);
  return scatter(hash);
}

/** Stand for the gaps between tokens in the spelling of a name. */
const SPELT_GAP = 1;
const SPELT_BREAK = 2;

/**
 * Hash of the folded units of tokens `from` to `to` (half-open), independent of their own hashes: what a survivor of
 * the filters is compared by.
 */
export function spellingHash(text: string, tokens: Tokens, from: number, to: number): number {
  let hash = SPELLING_SEED;
  for (let token = from; token < to; token++) {
    if (token > from) hash = spellingStep(hash, tokens.gap(token) === GAP_HARD ? SPELT_BREAK : SPELT_GAP);
    hash = spellToken(text, tokens.start[token]!, tokens.end[token]!, hash);
  }
  return hash;
}

/** Hash of the spelling that two tokens would have with nothing but a space between them. */
export function spellingOfPair(text: string, tokens: Tokens, first: number, second: number): number {
  const before = spellingStep(spellingHash(text, tokens, first, first + 1), SPELT_GAP);
  return spellToken(text, tokens.start[second]!, tokens.end[second]!, before);
}

/** Adds the folded units of one token. */
function spellToken(text: string, start: number, end: number, hash: number): number {
  const codeAt = String.prototype.charCodeAt;
  for (let at = start; at < end; ) {
    const unit = codeAt.call(text, at);
    const value = FOLD[unit]! || readUnit(unit);
    let width = 1;
    if (value >= FIRST_UNIT) {
      hash = spellingStep(hash, value);
    } else if (value === EXPANDS || value === JAMO || value === SURROGATE) {
      const { units, length } = specialAt(text, at);
      for (let unit = 0; unit < units.length; unit++) hash = spellingStep(hash, units.charCodeAt(unit));
      width = length;
    } else if (value === MARK && isKeptMark(text, at)) {
      hash = spellingStep(hash, text.charCodeAt(at));
    }
    at += width;
  }
  return hash;
}
