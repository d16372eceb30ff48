/** A page's text, made ready to be searched for passages: its tokens, and where each of them stands. */
import { runAll } from "./slices";
import { cutting, type Tokens } from "./tokens";

export interface PageText {
  /** As it was read. */
  readonly text: string;
  readonly tokens: Tokens;
  /** The number of each token: equal tokens have equal numbers, in order of their first place. */
  readonly ids: Int32Array;
  /** A polynomial hash of the first n tokens, for each n: see `sumOf`. */
  readonly sums: Int32Array;
  /** Where token number n stands: `places[firsts[n]]` to `places[firsts[n + 1] - 1]`, in order. */
  readonly firsts: Int32Array;
  readonly places: Int32Array;
  /** Number of a token by its hash, or -1. */
  idOf(hash: number): number;
}

/** Tokens that are numbered between two yields. */
const SLICE = 16_384;
/** Slots of the table for one token. */
const ROOM = 2;
const SPREAD = 0x9e3779b1;
/** Of the polynomial; odd, so that nothing is lost modulo 2³². */
const BASE = 0x01000193;

/**
 * Makes a page's text ready, in steps of well below a millisecond each: for pages of any length. `preparePage` does
 * the same at once.
 */
export function* preparing(text: string): Generator<void, PageText> {
  const tokens = yield* cutting(text);
  const { count, hashes } = tokens;
  let bits = 4;
  while (1 << bits < count * ROOM) bits++;
  const shift = 32 - bits;
  const mask = (1 << bits) - 1;
  const slots = new Int32Array(1 << bits).fill(-1);
  const ids = new Int32Array(count);
  const firstOf = new Int32Array(count);
  const sums = new Int32Array(count + 1);
  const counts = new Int32Array(count + 1);
  yield;
  let distinct = 0;
  for (let token = 0; token < count; token++) {
    if (token % SLICE === SLICE - 1) yield;
    const hash = hashes[token]!;
    let slot = Math.imul(hash, SPREAD) >>> shift;
    while (slots[slot] !== -1 && hashes[firstOf[slots[slot]!]!] !== hash) slot = (slot + 1) & mask;
    let id = slots[slot]!;
    if (id === -1) {
      id = distinct++;
      slots[slot] = id;
      firstOf[id] = token;
    }
    ids[token] = id;
    sums[token + 1] = (Math.imul(sums[token]!, BASE) + id + 1) | 0;
    counts[id + 1]!++;
  }
  yield;
  const firsts = counts.subarray(0, distinct + 1);
  for (let id = 0; id < distinct; id++) firsts[id + 1]! += firsts[id]!;
  const next = firsts.slice();
  const places = new Int32Array(count);
  for (let token = 0; token < count; token++) {
    if (token % SLICE === SLICE - 1) yield;
    places[next[ids[token]!]!++] = token;
  }
  const idOf = (hash: number): number => {
    let slot = Math.imul(hash, SPREAD) >>> shift;
    while (slots[slot] !== -1 && hashes[firstOf[slots[slot]!]!] !== hash) slot = (slot + 1) & mask;
    return slots[slot]!;
  };
  return { text, tokens, ids, sums, firsts, places, idOf };
}

/** The same polynomial of some tokens, half-open. */
export function sumOf(ids: Int32Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum = (Math.imul(sum, BASE) + ids[at]! + 1) | 0;
  return sum;
}

/** BASE to the power of a length: what the sums of a page are shifted by. */
export function powerOf(length: number): number {
  let power = 1;
  for (let n = 0; n < length; n++) power = Math.imul(power, BASE);
  return power;
}

/** Makes a page's text ready at once. */
export function preparePage(text: string): PageText {
  return runAll(preparing(text));
}
