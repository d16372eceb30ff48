/**
 * The hash functions of the dictionary. What is hashed when a pack is compiled must hash alike when a page is read:
 * a change here is a change of the format of `DICTIONARY_SECTION`.
 *
 * Tokens: FNV-1a over folded units (Fowler, Noll, Vo), then the finaliser of MurmurHash3 (Appleby, public domain).
 * All arithmetic is on signed 32-bit integers.
 */

export const TOKEN_SEED = 0x811c9dc5 | 0;
export const TOKEN_PRIME = 0x01000193;

/** Spreads every bit over all 32. */
export function scatter(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

export const CHAIN_PRIME = 0x9e3779b1 | 0;
/** What a comma or a bracket between two tokens adds: a name that has one there is another than one that has not. */
const BREAK_SALT = 0x5bd1e995;

/**
 * Hash of a name's first tokens, from that of one token less. The hash of one token is the token's own.
 * @param salt of the gap between the two, as `GAP_SALTS` has it
 */
export function chain(before: number, token: number, salt: number): number {
  return Math.imul(before, CHAIN_PRIME) ^ token ^ salt;
}

/** By gap, as the low bits of a token's marks have it: only a hard break counts. */
export const GAP_SALTS = Int32Array.of(0, 0, 0, BREAK_SALT);

/**
 * A second, independent hash of a spelling. Two words that happen to share the first hash differ in this one, but for
 * once in four thousand million.
 */
export const SPELLING_SEED = 0x2545f491;

export function spellingStep(hash: number, unit: number): number {
  hash = Math.imul(hash ^ unit, 0x5851f42d);
  return hash ^ (hash >>> 15);
}
