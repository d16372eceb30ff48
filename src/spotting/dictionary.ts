/**
 * The dictionary: which runs of tokens are names, and of what.
 *
 * A token-hash dictionary. Three filters answer "certainly not" for nearly every token of a text at the cost of one
 * look into memory each; what survives is looked up whole, by the hash of its tokens and by an independent hash of
 * its folded spelling, so that a wrong hit is a matter of 2⁻³² a survivor, times the handful of names in a bucket.
 *
 * | table    | holds                                                   | asked                                     |
 * |----------|---------------------------------------------------------|-------------------------------------------|
 * | `single` | names of one token                                      | for every token                           |
 * | `pair`   | the first two tokens of longer names                    | for every token and the next              |
 * | `longer` | beginnings of two and more tokens that names go on from | after a hit in `pair`                     |
 * | `first`  | where each bucket begins                                | for survivors, longest first              |
 * | `spells` | spelling hash of each name, by bucket                   | for survivors                             |
 * | `values` | what the name stands for                                | for names                                 |
 *
 * The filters are Bloom filters whose bits for one key lie in one word (Putze, Sanders, Singler, "Cache-, Hash- and
 * Space-Efficient Bloom Filters", 2007).
 */
import { PackError } from "../packs/binary";
import { chain, GAP_SALTS } from "./hash";
import { asInt32, asUint32, readTables, writeTables } from "./section";
import { GAP, spellingHash, Tokens, tokenise } from "./tokens";

/** Raised with every change of the tables or of the hashes in them. */
const VERSION = 1;
const TABLES = 6;

/** A name and the number it stands for. A name may stand for several numbers: give it once with each. */
export interface DictionaryName {
  /** As it may stand in a text; folded here. One without a letter or digit is left out. */
  text: string;
  /** An unsigned 32-bit number of the caller's. */
  value: number;
}

/**
 * Bits of a filter for one key. With ten and three bits set a key, some 2 to 3 % of other tokens pass and are
 * turned away by their spelling; fewer bits cost more time there, more cost cache.
 */
const FILTER_BITS = 10;
/** Names that a bucket holds on average, at most: each is one comparison for a survivor, and a quarter of an offset. */
const BUCKET = 4;

/** The three bits of a key in its word. */
function filterBits(key: number): number {
  return (1 << (key & 31)) | (1 << ((key >>> 5) & 31)) | (1 << ((key >>> 10) & 31));
}

/** Bits of the key that choose the word: those above the ones that choose the bits, as far as there are any. */
const WORD_SHIFT = 13;

function writeFilter(keys: readonly number[]): Int32Array {
  const size = powerOfTwo((keys.length * FILTER_BITS) / 32);
  const filter = new Int32Array(size);
  for (const key of keys) filter[(key >>> WORD_SHIFT) & (size - 1)]! |= filterBits(key);
  return filter;
}

/** May the filter hold the key? `false` is certain. */
export function mayHold(filter: Int32Array, key: number): boolean {
  const bits = filterBits(key);
  return (filter[(key >>> WORD_SHIFT) & (filter.length - 1)]! & bits) === bits;
}

/** The smallest power of two that is at least `least`, and at least one. */
function powerOfTwo(least: number): number {
  return least <= 1 ? 1 : 2 ** Math.ceil(Math.log2(least));
}

interface Row {
  key: number;
  spelling: number;
  value: number;
}

/**
 * Compiles names. The order in which they are given does not matter, nor does giving one twice.
 * @returns bytes for `openDictionary`
 */
export function buildDictionary(names: Iterable<DictionaryName>): Uint8Array {
  const singles = new Set<number>();
  const pairs = new Set<number>();
  const longer = new Set<number>();
  const rows: Row[] = [];
  const tokens = new Tokens();
  for (const { text, value } of names) {
    tokenise(text, tokens);
    if (tokens.count === 0) continue;
    let key = tokens.hash[0]!;
    if (tokens.count === 1) singles.add(key);
    for (let token = 1; token < tokens.count; token++) {
      if (token > 1) longer.add(key);
      key = chain(key, tokens.hash[token]!, GAP_SALTS[tokens.gap(token)]!);
      if (token === 1) pairs.add(key);
    }
    rows.push({ key, spelling: spellingHash(text, tokens, 0, tokens.count) >>> 0, value: value >>> 0 });
  }
  const filters = [singles, pairs, longer].map((keys) => writeFilter([...keys]));
  return writeTables(VERSION, [...filters, ...writeBuckets(rows)]);
}

/** Sorts the names into buckets by the highest bits of their keys. */
function writeBuckets(rows: Row[]): Uint32Array[] {
  rows.sort((a, b) => (a.key >>> 0) - (b.key >>> 0) || a.spelling - b.spelling || a.value - b.value);
  const same = (a: Row, b: Row) => a.key === b.key && a.spelling === b.spelling && a.value === b.value;
  const unique = rows.filter((row, index) => index === 0 || !same(row, rows[index - 1]!));

  const count = powerOfTwo(unique.length / BUCKET);
  const first = new Uint32Array(count + 1);
  for (const { key } of unique) first[bucket(key, count) + 1]!++;
  for (let at = 0; at < count; at++) first[at + 1]! += first[at]!;
  return [first, Uint32Array.from(unique, (row) => row.spelling), Uint32Array.from(unique, (row) => row.value)];
}

/** Bucket of a key among `count`, a power of two: its highest bits. */
function bucket(key: number, count: number): number {
  return count === 1 ? 0 : key >>> (Math.clz32(count) + 1);
}

/** An open dictionary: views on its bytes. */
export interface Dictionary {
  readonly single: Int32Array;
  readonly pair: Int32Array;
  readonly longer: Int32Array;
  readonly first: Uint32Array;
  readonly spells: Uint32Array;
  readonly values: Uint32Array;
}

/**
 * Opens what `buildDictionary` made. Nothing is copied or decoded.
 * @param bytes from a multiple of four of their buffer on; kept, and not to be changed
 * @throws PackError where they are no dictionary of this version
 */
export function openDictionary(bytes: Uint8Array): Dictionary {
  const tables = readTables(VERSION, TABLES, bytes, "dictionary");
  const [single, pair, longer] = tables.slice(0, 3).map(asInt32) as [Int32Array, Int32Array, Int32Array];
  const [first, spells, values] = tables.slice(3).map(asUint32) as [Uint32Array, Uint32Array, Uint32Array];
  const powers = [single.length, pair.length, longer.length, first.length - 1];
  const whole = powers.every((length) => length > 0 && powerOfTwo(length) === length);
  if (!whole || spells.length !== values.length || first.at(-1) !== values.length) {
    throw new PackError("This pack is damaged: its dictionary does not hold together.");
  }
  return { single, pair, longer, first, spells, values };
}

/**
 * Calls `found` with the value of each name that has this key and this spelling.
 * @param key chained hash of the tokens
 * @param spelling as `spellingHash` makes it
 */
export function lookUp(dictionary: Dictionary, key: number, spelling: number, found: (value: number) => void): void {
  const { first, spells, values } = dictionary;
  const at = bucket(key, first.length - 1);
  spelling >>>= 0;
  for (let row = first[at]!; row < first[at + 1]!; row++) {
    if (spells[row] === spelling) found(values[row]!);
  }
}

/** Key of tokens `from` to `to`, half-open. */
export function keyOfTokens({ hash, marks }: Tokens, from: number, to: number): number {
  let key = hash[from]!;
  for (let token = from + 1; token < to; token++) key = chain(key, hash[token]!, GAP_SALTS[marks[token]! & GAP]!);
  return key;
}

/** Longest name that is matched, in tokens: longer ones exist in no language, and a loop should have an end. */
export const LONGEST_NAME = 64;

/**
 * Keys of the runs of tokens from `from` on that may be names: `keys[n]` is that of n + 1 tokens, 0 where it is
 * certainly none.
 * @returns tokens of the longest that may be one; 0 where there is none
 */
export function candidatesAt(dictionary: Dictionary, tokens: Tokens, from: number, keys: Int32Array): number {
  const { hash, marks, count } = tokens;
  let key = hash[from]!;
  let longest = 0;
  keys[0] = 0;
  if (mayHold(dictionary.single, key)) {
    keys[0] = key;
    longest = 1;
  }
  if (from + 1 >= count) return longest;
  key = chain(key, hash[from + 1]!, GAP_SALTS[marks[from + 1]! & GAP]!);
  if (!mayHold(dictionary.pair, key)) return longest;
  keys[1] = key;
  longest = 2;
  while (longest < LONGEST_NAME && from + longest < count && mayHold(dictionary.longer, key)) {
    key = chain(key, hash[from + longest]!, GAP_SALTS[marks[from + longest]! & GAP]!);
    keys[longest++] = key;
  }
  return longest;
}
