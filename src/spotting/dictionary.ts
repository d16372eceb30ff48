/**
 * The dictionary: which runs of tokens are names, and of what.
 *
 * A token-hash dictionary. Filters answer "certainly not" for nearly every token of a text at the cost of one or two
 * looks into memory; what survives is looked up whole, by the hash of its tokens and by an independent hash of its
 * folded spelling.
 *
 * | table     | holds                                                       | asked                            |
 * |-----------|-------------------------------------------------------------|----------------------------------|
 * | `plain`   | first tokens of names that may begin without a capital      | for tokens that begin without    |
 * | `single`  | names of one token                                          | for tokens with, or in `plain`   |
 * | `pair`    | the first two tokens of longer names                        | for these and the next           |
 * | `longer`  | beginnings of two and more tokens that names go on from     | after a hit in `pair`            |
 * | `palette` | the distinct low bytes of values, with `ANY_CASE`           | for names                        |
 * | `shape`   | bits of a coded value                                       | when opened                      |
 * | `drift`   | where each bucket begins, less where an even spread puts it | for survivors, longest first     |
 * | `low`     | of each name a fingerprint of its spelling, above, and the high bits of its coded value | for survivors |
 * | `high`    | the low 16 bits of its coded value                          | for names                        |
 *
 * The filters are Bloom filters whose bits for one key lie in one word (Putze, Sanders, Singler, "Cache-, Hash- and
 * Space-Efficient Bloom Filters", 2007). Words and buckets are chosen by a multiplication (Lemire, "Fast Random
 * Integer Generation in an Interval", 2019), so that tables have the size that they need and not a power of two.
 *
 * docs/decisions/2026-11-22-six-bytes-a-name.md has the sizes, and the odds of a wrong hit.
 */
import { PackError } from "../packs/binary";
import { chain, CHAIN_PRIME, GAP_SALTS } from "./hash";
import { CAPITAL } from "./names";
import { asInt16, asInt32, asUint16, asUint32, readTables, writeTables } from "./section";
import { CHANGED, GAP, INITIAL, INNER_CAPITAL, spellingHash, Tokens, tokenise } from "./tokens";

/** Raised with every change of the tables or of the hashes in them. */
const VERSION = 2;
const TABLES = 9;

/** A name and the number it stands for. A name may stand for several numbers: give it once with each. */
export interface DictionaryName {
  /** As it may stand in a text; folded here. One without a letter or digit is left out. */
  text: string;
  /** An unsigned 32-bit number as names.ts packs it: the entry above, how the name is written in the low byte. */
  value: number;
  /** Is it looked for in small letters too, although it has capitals? Only asked of names of several tokens. */
  anyCase?: boolean;
}

/**
 * Bits of a filter for one key. With eight and three bits set a key, some 4 % of other tokens pass and are turned away
 * by their spelling; more bits cost more bytes a name and more cache.
 */
const FILTER_BITS = 8;
/**
 * Bits for one key of `longer`, which is asked only where two words in a row were in `pair`: that it lets a quarter pass
 * costs next to nothing, while in scripts with a token for each character it has many keys a name.
 */
const LONGER_BITS = 3;
/** Names that a bucket holds on average: each is one comparison for a survivor, all of them in one line of cache. */
const BUCKET = 8;
const RANGE = 2 ** 32;
const FLAG_VALUES = 256;
/** In the palette, above the low byte of a value: `anyCase`. */
const ANY_CASE = 1 << 8;
/** Bits of a row's `low`, and of its `high` where that is narrow. */
const LOW_BITS = 32;
const HIGH_BITS = 16;
/** A fingerprint of fewer bits than this lets too much pass: `high` is then as wide as `low`. */
const LEAST_FINGERPRINT = 20;

/** The three bits of a key in its word: a shift goes by its five lowest bits. */
function filterBits(key: number): number {
  return (1 << key) | (1 << (key >>> 5)) | (1 << (key >>> 10));
}

/** Of `count` places the one that is the key's, by its highest bits. */
function placeOf(key: number, count: number): number {
  return ((key >>> 0) * (count / RANGE)) | 0;
}

function writeFilter(keys: ReadonlySet<number>, bits: number): Int32Array {
  const filter = new Int32Array(Math.max(1, Math.ceil((keys.size * bits) / 32)));
  for (const key of keys) filter[placeOf(key, filter.length)]! |= filterBits(key);
  return filter;
}

/** May the filter hold the key? `false` is certain. */
export function mayHold(filter: Int32Array, key: number): boolean {
  const bits = filterBits(key);
  return (filter[placeOf(key, filter.length)]! & bits) === bits;
}

/** The names while they are compiled, as columns: a million of objects would take the collector longer than the rest. */
class Rows {
  readonly keys: number[] = [];
  readonly spellings: number[] = [];
  readonly entries: number[] = [];
  /** Low byte of the value, and `ANY_CASE`. */
  readonly flags: number[] = [];

  /** What puts row `a` before row `b`: 0 where they are the same. */
  compare(a: number, b: number): number {
    return (
      this.keys[a]! - this.keys[b]! || this.spellings[a]! - this.spellings[b]! ||
      this.entries[a]! - this.entries[b]! || this.flags[a]! - this.flags[b]!
    );
  }

  /** Numbers of the rows in order, each row once. */
  sorted(): number[] {
    const order = this.byHighBits();
    for (let at = 1; at < order.length; at++) {
      const row = order[at]!;
      let to = at;
      for (; to > 0 && this.compare(order[to - 1]!, row) > 0; to--) order[to] = order[to - 1]!;
      order[to] = row;
    }
    return Array.from(order).filter((row, at) => at === 0 || this.compare(order[at - 1]!, row) !== 0);
  }

  /** Numbers of the rows in the order of the highest bits of their keys, which is nearly all of it: a counting sort. */
  byHighBits(): Uint32Array {
    const count = this.keys.length;
    const next = new Uint32Array(count + 1);
    for (const key of this.keys) next[placeOf(key, count) + 1]!++;
    for (let at = 0; at < count; at++) next[at + 1]! += next[at]!;
    const order = new Uint32Array(count);
    this.keys.forEach((key, row) => (order[next[placeOf(key, count)]!++] = row));
    return order;
  }
}

/**
 * Compiles names. The order in which they are given does not matter, nor does giving one twice.
 * @returns bytes for `openDictionary`
 */
export function buildDictionary(names: Iterable<DictionaryName>): Uint8Array {
  const [plain, single, pair, longer] = [new Set<number>(), new Set<number>(), new Set<number>(), new Set<number>()];
  const rows = new Rows();
  const tokens = new Tokens();
  for (const { text, value, anyCase = false } of names) {
    tokenise(text, tokens);
    if (tokens.count === 0) continue;
    let key = tokens.hash[0]!;
    const small = anyCase && tokens.count > 1;
    if (small || !(value & CAPITAL)) plain.add(key);
    if (tokens.count === 1) single.add(key);
    for (let token = 1; token < tokens.count; token++) {
      if (token > 1) longer.add(key);
      key = chain(key, tokens.hash[token]!, GAP_SALTS[tokens.gap(token)]!);
      if (token === 1) pair.add(key);
    }
    rows.keys.push(key >>> 0);
    rows.spellings.push(spellingHash(text, tokens, 0, tokens.count) >>> 0);
    rows.entries.push(Math.floor(value / FLAG_VALUES));
    rows.flags.push((value % FLAG_VALUES) | (small ? ANY_CASE : 0));
  }
  const filters = [plain, single, pair].map((keys) => writeFilter(keys, FILTER_BITS));
  return writeTables(VERSION, [...filters, writeFilter(longer, LONGER_BITS), ...writeRows(rows)]);
}

/** Sorts the names into buckets by the highest bits of their keys, and codes their values. */
function writeRows(rows: Rows): (Uint16Array | Int16Array | Int32Array | Uint32Array)[] {
  const order = rows.sorted();
  const palette = Uint16Array.from(new Set(rows.flags)).sort();
  const indexes = new Map(Array.from(palette, (flags, at) => [flags, at]));
  const step = 2 ** bitsOf(palette.length);
  const codes = order.map((row) => rows.entries[row]! * step + indexes.get(rows.flags[row]!)!);

  const bits = codes.reduce((most, code) => Math.max(most, code), 0).toString(2).length;
  const narrow = LOW_BITS + HIGH_BITS - bits >= LEAST_FINGERPRINT;
  const { shift, span } = splitOf(bits, narrow);
  const low = Uint32Array.from(order, (row, at) => ((rows.spellings[row]! >>> shift) << shift) | Math.floor(codes[at]! / span));
  const rest = codes.map((code) => code % span);
  const high = narrow ? Uint16Array.from(rest) : Uint32Array.from(rest);
  return [palette, Uint32Array.of(bits), writeDrift(order.map((row) => rows.keys[row]!)), low, high];
}

/** Bits that number so many things. */
function bitsOf(count: number): number {
  return Math.ceil(Math.log2(Math.max(count, 1)));
}

/** How a coded value of so many bits is parted: bits of it in `low`, and how many numbers `high` can hold. */
function splitOf(bits: number, narrow: boolean): { shift: number; span: number } {
  const highBits = narrow ? HIGH_BITS : LOW_BITS;
  return { shift: Math.max(0, bits - highBits), span: 2 ** highBits };
}

/** Buckets of so many names; at least one. */
function bucketsOf(names: number): number {
  return Math.max(1, Math.ceil(names / BUCKET));
}

/**
 * Where each bucket begins, and the last ends, less where it would if all held `BUCKET` names. Hashes spread so evenly
 * that this fits 16 bits up to hundreds of millions of names; where it does not, it gets 32.
 */
function writeDrift(keys: readonly number[]): Int16Array | Int32Array {
  const count = bucketsOf(keys.length);
  const drift = new Int32Array(count + 1);
  for (const key of keys) drift[placeOf(key, count) + 1]!++;
  for (let at = 0; at < count; at++) drift[at + 1]! += drift[at]!;
  for (let at = 0; at <= count; at++) drift[at]! -= at * BUCKET;
  const narrow = Int16Array.from(drift);
  return narrow.every((value, at) => value === drift[at]) ? narrow : drift;
}

/** An open dictionary: views on its bytes. */
export interface Dictionary {
  readonly plain: Int32Array;
  readonly single: Int32Array;
  readonly pair: Int32Array;
  readonly longer: Int32Array;
  readonly palette: Uint16Array;
  readonly drift: Int16Array | Int32Array;
  readonly low: Uint32Array;
  readonly high: Uint16Array | Uint32Array;
  /** Bits of a row's `low` that belong to its value. */
  readonly shift: number;
  /** One more than the largest number that `high` can hold. */
  readonly span: number;
  /** Bits of a row's `high` that are a place in `palette`. */
  readonly paletteBits: number;
}

/**
 * Opens what `buildDictionary` made. Nothing is copied or decoded.
 * @param bytes from a multiple of four of their buffer on; kept, and not to be changed
 * @throws PackError where they are no dictionary of this version
 */
export function openDictionary(bytes: Uint8Array): Dictionary {
  const tables = readTables(VERSION, TABLES, bytes, "dictionary");
  const [plain, single, pair, longer] = tables.slice(0, 4).map(asInt32) as [Int32Array, Int32Array, Int32Array, Int32Array];
  const palette = asUint16(tables[4]!);
  const [bits = LOW_BITS * 2] = asUint32(tables[5]!);
  const low = asUint32(tables[7]!);
  const rows = low.length;
  const places = bucketsOf(rows) + 1;
  const narrow = tables[8]!.byteLength === 2 * rows;
  const drift = tables[6]!.byteLength === 2 * places ? asInt16(tables[6]!) : asInt32(tables[6]!);
  const high = narrow ? asUint16(tables[8]!) : asUint32(tables[8]!);
  const { shift, span } = splitOf(bits, narrow);

  const whole =
    [plain, single, pair, longer].every(({ length }) => length > 0) &&
    shift < LOW_BITS && high.length === rows && drift.length === places &&
    drift[0] === 0 && drift[places - 1] === rows - (places - 1) * BUCKET && (rows === 0 || palette.length > 0);
  if (!whole) throw new PackError("This pack is damaged: its dictionary does not hold together.");
  return { plain, single, pair, longer, palette, drift, low, high, shift, span, paletteBits: bitsOf(palette.length) };
}

/** The bucket of a key. */
export function bucketOf({ drift }: Dictionary, key: number): number {
  return placeOf(key, drift.length - 1);
}

/** The first row of a bucket, or of the one after the last. Damaged tables lead to no row that is not there. */
export function firstRow({ drift, low }: Dictionary, bucket: number): number {
  return Math.min(Math.max(bucket * BUCKET + drift[bucket]!, 0), low.length);
}

/** Has the name in a row this spelling, as far as its fingerprint tells? */
export function isSpelt({ low, shift }: Dictionary, row: number, spelling: number): boolean {
  return (low[row]! ^ spelling) >>> shift === 0;
}

/** Value of the name in a row. */
export function valueAt({ palette, low, high, shift, span, paletteBits }: Dictionary, row: number): number {
  const rest = high[row]!;
  const above = low[row]! & ((1 << shift) - 1);
  const entry = above * (span / 2 ** paletteBits) + (rest >>> paletteBits);
  return entry * FLAG_VALUES + (palette[rest & ((1 << paletteBits) - 1)]! & (FLAG_VALUES - 1));
}

/** Was the name in a row given with `anyCase`? */
export function isAnyCase({ palette, high, paletteBits }: Dictionary, row: number): boolean {
  return (palette[high[row]! & ((1 << paletteBits) - 1)]! & ANY_CASE) !== 0;
}

/**
 * Calls `found` with the value of each name that has this key and this spelling.
 * @param key chained hash of the tokens
 * @param spelling as `spellingHash` makes it
 */
export function lookUp(dictionary: Dictionary, key: number, spelling: number, found: (value: number) => void): void {
  const bucket = bucketOf(dictionary, key);
  const end = firstRow(dictionary, bucket + 1);
  for (let row = firstRow(dictionary, bucket); row < end; row++) {
    if (isSpelt(dictionary, row, spelling)) found(valueAt(dictionary, row));
  }
}

/** Key of tokens `from` to `to`, half-open. */
export function keyOfTokens({ hash, marks }: Tokens, from: number, to: number): number {
  let key = hash[from]!;
  for (let token = from + 1; token < to; token++) key = chain(key, hash[token]!, GAP_SALTS[marks[token]! & GAP]!);
  return key;
}

/**
 * Lists the tokens that a name may begin at, with or without initials in the middle, or in which one may begin after a
 * word that is run on to it.
 *
 * Most names are written with a capital, and most words are not: those are asked for in one small filter, and the large
 * ones, which do not fit into the cache, only for the rest. The loop spells out `filterBits`, `placeOf` and `chain`.
 * @param places filled with the numbers of the tokens, in order; with room for all of them
 * @returns how many there are
 */
export function listPlaces({ plain, single, pair }: Dictionary, { hash, marks, count }: Tokens, places: Int32Array): number {
  // In a bundle the constants of modules may be variables, to be read and checked at every use.
  const salts = GAP_SALTS;
  const changed = CHANGED | 0;
  const gap = GAP | 0;
  const initial = INITIAL | 0;
  const inner = INNER_CAPITAL | 0;
  const prime = CHAIN_PRIME | 0;
  const plainScale = plain.length / RANGE;
  const singleScale = single.length / RANGE;
  const pairScale = pair.length / RANGE;
  const last = count - 1;
  let listed = 0;
  for (let token = 0; token <= last; token++) {
    const mark = marks[token]!;
    const first = hash[token]!;
    const bits = (1 << first) | (1 << (first >>> 5)) | (1 << (first >>> 10));
    if ((mark & changed) === 0 && (plain[((first >>> 0) * plainScale) | 0]! & bits) !== bits) {
      if ((mark & inner) !== 0) places[listed++] = token;
      continue;
    }
    if ((mark & inner) !== 0 || (single[((first >>> 0) * singleScale) | 0]! & bits) === bits) {
      places[listed++] = token;
    } else if (token < last) {
      const next = marks[token + 1]!;
      const key = Math.imul(first, prime) ^ hash[token + 1]! ^ salts[next & gap]!;
      const both = (1 << key) | (1 << (key >>> 5)) | (1 << (key >>> 10));
      if ((next & initial) !== 0 || (pair[((key >>> 0) * pairScale) | 0]! & both) === both) places[listed++] = token;
    }
  }
  return listed;
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
