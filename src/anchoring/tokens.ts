/**
 * Cuts texts into tokens, which is what is compared when a passage is looked for: a word, a character of a script that
 * puts no spaces between words, a punctuation mark. White space parts tokens and is none.
 *
 * A token is known by a hash of what its characters fold to: the normal form (normalise.ts) in lower case, decomposed.
 * Each UTF-16 unit is folded by one look into a table, which is filled a page of 256 units at a time.
 */
import { foldTyping } from "./normalise";
import { runAll } from "./slices";

/** Not looked at yet. */
const UNREAD = 0;
/** Parts tokens. */
const SPACE = 1;
/** Not there at all: soft hyphen, zero-width characters. */
const IGNORED = 2;
/** First half of a character beyond U+FFFF, a character that folds to several units, or one of those that are looked up. */
const LOOKED_UP = 3;
/** Values from here on are a class in the lowest bits and a folded unit above them. */
const FIRST_VALUE = 8;

/** A letter or digit: runs of them are one token. */
const WORD = 0;
/** A token of its own: punctuation, symbols. */
const SIGN = 1;
/** A token of its own that is a part of a word: Han, kana, Thai. */
const CHARACTER = 2;
/** A combining mark, which belongs to the token before it. */
const MARK = 3;

/** What kind of token. */
export const KIND = { word: 0, number: 1, sign: 2, character: 3 } as const;

const FOLD = new Uint32Array(0x10000);
const PAGE = 0x100;

const WHITE = /^\s$/u;
const ANY_MARK = /^\p{M}/u;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u;
/** Scripts that put no spaces between words. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const DIGIT = /^\p{Nd}/u;

interface Folded {
  /** SPACE, IGNORED, or FIRST_VALUE. */
  readonly kind: number;
  readonly of: number;
  readonly units: string;
}

const looked = new Map<number, Folded>();

function foldCharacter(character: string): Folded {
  if (WHITE.test(character)) return { kind: SPACE, of: SIGN, units: "" };
  const units = foldTyping(character).toLowerCase().normalize("NFKD");
  if (units === "") return { kind: IGNORED, of: SIGN, units };
  if (/^\s/u.test(units) && !/\S/u.test(units)) return { kind: SPACE, of: SIGN, units: "" };
  return { kind: FIRST_VALUE, of: classOf(units), units };
}

function classOf(units: string): number {
  if (ANY_MARK.test(units)) return MARK;
  if (!LETTER_OR_DIGIT.test(units)) return SIGN;
  return UNSPACED.test(units) ? CHARACTER : WORD;
}

function fillPage(first: number): void {
  for (let unit = first; unit < first + PAGE; unit++) FOLD[unit] = valueOf(unit);
}

function valueOf(unit: number): number {
  if (unit >= 0xd800 && unit < 0xe000) return LOOKED_UP;
  const folded = foldCharacter(String.fromCharCode(unit));
  if (folded.kind !== FIRST_VALUE) return folded.kind;
  if (folded.units.length !== 1) {
    looked.set(unit, folded);
    return LOOKED_UP;
  }
  return FIRST_VALUE + (folded.units.charCodeAt(0) << 4) + folded.of;
}

function lookUp(code: number): Folded {
  let folded = looked.get(code);
  if (!folded) {
    folded = foldCharacter(String.fromCodePoint(code));
    looked.set(code, folded);
  }
  return folded;
}

/** Tokens of a text, by number. Offsets are UTF-16 code units, half-open. */
export interface Tokens {
  count: number;
  hashes: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  /** One of `KIND`. */
  kinds: Uint8Array;
}

/** Code units that are cut between two yields. */
const SLICE = 16_384;

class Cutter implements Tokens {
  count = 0;
  hashes: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  kinds: Uint8Array;

  constructor(room: number) {
    this.hashes = new Int32Array(room);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.kinds = new Uint8Array(room);
  }

  grow(): void {
    const room = this.count * 2 + 64;
    const larger = (old: Int32Array): Int32Array => {
      const array = new Int32Array(room);
      array.set(old);
      return array;
    };
    this.hashes = larger(this.hashes);
    this.starts = larger(this.starts);
    this.ends = larger(this.ends);
    const kinds = new Uint8Array(room);
    kinds.set(this.kinds);
    this.kinds = kinds;
  }
}

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** Cuts a text, and yields now and then: a long one takes milliseconds. */
export function* cutting(text: string): Generator<void, Tokens> {
  const out = new Cutter((text.length >> 2) + 64);
  let hash = SEED;
  let marks = 0;
  let open = false; // a word that more letters may join
  let pending = false; // a token that marks may join
  let number = true;
  const close = (): void => {
    if (!pending) return;
    out.hashes[out.count] = marks === 0 ? hash : Math.imul(hash ^ marks, PRIME);
    if (open) out.kinds[out.count] = number ? KIND.number : KIND.word;
    out.count++;
    open = pending = false;
    marks = 0;
  };
  const begin = (at: number, kind: number): void => {
    close();
    if (out.count === out.starts.length) out.grow();
    out.starts[out.count] = at;
    out.kinds[out.count] = kind;
    hash = SEED;
    pending = true;
    number = true;
  };
  let slice = SLICE;
  for (let at = 0; at < text.length; at++) {
    if (at >= slice) {
      slice += SLICE;
      yield;
    }
    const unit = text.charCodeAt(at);
    let value = FOLD[unit]!;
    if (value === UNREAD) {
      fillPage(unit - (unit % PAGE));
      value = FOLD[unit]!;
    }
    if (value >= FIRST_VALUE) {
      const folded = (value - FIRST_VALUE) >> 4;
      switch ((value - FIRST_VALUE) & 15) {
        case WORD:
          if (!open) {
            begin(at, KIND.word);
            open = true;
          }
          hash = Math.imul(hash ^ folded, PRIME);
          if (number && (folded < 0x30 || folded > 0x39) && !DIGIT.test(String.fromCharCode(folded))) number = false;
          break;
        case MARK:
          if (!pending) begin(at, KIND.sign);
          marks = (marks + Math.imul(folded, 0x9e3779b1)) | 0;
          break;
        case CHARACTER:
          begin(at, KIND.character);
          hash = Math.imul(hash ^ folded, PRIME);
          break;
        default:
          begin(at, KIND.sign);
          hash = Math.imul(hash ^ folded, PRIME);
      }
      out.ends[out.count] = at + 1;
    } else if (value === SPACE) close();
    else if (value === LOOKED_UP) {
      const code = text.codePointAt(at)!;
      const special = lookUp(code);
      const length = code > 0xffff ? 2 : 1;
      if (special.kind === SPACE) close();
      else if (special.kind === FIRST_VALUE) {
        if (special.of === WORD) {
          if (!open) {
            begin(at, KIND.word);
            open = true;
          }
          number = false;
        } else if (special.of !== MARK || !pending) begin(at, special.of === CHARACTER ? KIND.character : KIND.sign);
        for (const part of special.units) {
          if (ANY_MARK.test(part)) marks = (marks + Math.imul(part.codePointAt(0)!, 0x9e3779b1)) | 0;
          else hash = Math.imul(hash ^ part.codePointAt(0)!, PRIME);
        }
        out.ends[out.count] = at + length;
      }
      at += length - 1;
    }
  }
  close();
  return out;
}

/** Cuts a short text at once. */
export function cut(text: string): Tokens {
  return runAll(cutting(text));
}
