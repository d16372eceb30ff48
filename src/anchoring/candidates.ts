/** Places on a page where a passage may stand now, and what speaks for each of them. */
import { align, aligning } from "./align";
import type { OldPage, Passage } from "./old-page";
import { type PageText, powerOf, sumOf } from "./page-text";
import { KIND } from "./tokens";

/** What the context on one side of a candidate says. */
export interface Side {
  /** Bits that it earns, and that it would earn if nothing had changed. */
  readonly bits: number;
  readonly most: number;
  /** Share of the nearest tokens that still stand next to the passage. */
  readonly near: number;
  /** Does the very next token? 1 or 0, or one half where there was none. */
  readonly next: number;
}

/** A stretch of the new page's tokens, half-open, that may be the passage. */
export interface Candidate {
  readonly first: number;
  readonly last: number;
  /** Are its tokens those of the passage, none else and none less? */
  readonly same: boolean;
  /** Bits that survived, and their share. */
  readonly bits: number;
  readonly kept: number;
  /** Is a name or a number gone, or another in its place? */
  readonly renamed: boolean;
  /** Had it numbers, and are all of them gone? */
  readonly renumbered: boolean;
  /** Share of the passage that begins with another case now. */
  readonly recased: number;
  readonly left: Side;
  readonly right: Side;
}

/** Tokens of context that are looked at, and how many more of the page's, for what was inserted. */
const CONTEXT_TOKENS = 24;
const INSERTED = 16;
/** The nearest tokens of it. */
const NEAREST = 5;
const NEAREST_SHIFT = 3;

/** Places where the passage's tokens stand as they were: their first tokens, and how many there are in all. */
export interface Same {
  readonly firsts: readonly number[];
  readonly count: number;
}

/** Places of a token that are looked at. */
const MOST_PLACES = 8_000;

/** @param most so many of the places nearest to `expected`, a token of the page, are told */
export function sameTokens(page: PageText, old: OldPage, { from, to }: Passage, expected: number, most: number): Same {
  const often = (id: number): number => page.firsts[id + 1]! - page.firsts[id]!;
  let pivot = from;
  for (let token = from; token < to; token++) {
    if (old.ids[token] === -1) return { firsts: [], count: 0 };
    if (often(old.ids[token]!) < often(old.ids[pivot]!)) pivot = token;
  }
  const found: number[] = [];
  const length = to - from;
  const sum = sumOf(old.ids, from, to);
  const power = powerOf(length);
  const id = old.ids[pivot]!;
  const begin = page.firsts[id]!;
  const end = page.firsts[id + 1]!;
  // On a page that says one word again and again, far off places are not looked at.
  const middle = begin + Math.floor(((end - begin) * expected) / Math.max(1, page.ids.length));
  const near = end - begin > MOST_PLACES ? Math.max(begin, Math.min(end - MOST_PLACES, middle - MOST_PLACES / 2)) : begin;
  for (let at = near; at < Math.min(end, near + MOST_PLACES); at++) {
    const first = page.places[at]! - (pivot - from);
    if (first < 0 || first + length > page.ids.length) continue;
    const here = (page.sums[first + length]! - Math.imul(page.sums[first]!, power)) | 0;
    if (here === sum && page.ids[first] === old.ids[from] && page.ids[first + length - 1] === old.ids[to - 1]) found.push(first);
  }
  if (found.length <= most) return { firsts: found, count: found.length };
  let low = 0;
  while (low < found.length - most && expected - found[low]! > found[low + most]! - expected) low++;
  return { firsts: found.slice(low, low + most), count: found.length };
}

/** What speaks for a stretch whose tokens stand for the old page's as `places` says, or null: nothing survived. */
export function judge(page: PageText, old: OldPage, passage: Passage, placeOf: (token: number) => number): Candidate | null {
  const { from, to } = passage;
  const kept: number[] = [];
  const earned: number[] = [];
  let bits = 0;
  let whole = 0;
  let survived = 0;
  let renamed = false;
  let numbers = 0;
  let numbersKept = 0;
  let recased = 0;
  for (let token = from; token < to; token++) {
    whole += old.weights[token]!;
    const place = placeOf(token);
    const is = place >= 0 && page.ids[place] === old.ids[token];
    if (!is && old.named[token] === 1) renamed = true;
    if (old.kinds[token] === KIND.number) {
      numbers++;
      if (is) numbersKept++;
    }
    if (place < 0) continue;
    kept.push(place);
    earned.push(is ? old.weights[token]! : 0);
    if (is) {
      bits += old.weights[token]!;
      survived++;
      if (isRecased(page, old, token, place)) recased += old.weights[token]!;
    }
  }
  if (survived === 0) return null;
  const { first, last } = withoutStrays(kept, earned);
  return {
    first,
    last,
    same: survived === to - from && last - first === survived,
    bits,
    kept: bits / whole,
    renamed,
    renumbered: numbers > 0 && numbersKept === 0,
    recased: recased / whole,
    left: sideOf(page, old, passage, -1, first - 1),
    right: sideOf(page, old, passage, 1, last),
  };
}

function isRecased(page: PageText, old: OldPage, token: number, place: number): boolean {
  return old.kinds[token] === KIND.word && page.text.charCodeAt(page.tokens.starts[place]!) !== old.initials[token];
}

/** Bits that an end of a passage must have kept for each new token that parts it from the rest. */
const BITS_PER_FRESH = 1.5;

/** Leaves out ends that lie too far off for what they are: "very small islands … seldom". */
function withoutStrays(kept: readonly number[], bits: readonly number[]): { first: number; last: number } {
  let low = 0;
  let high = kept.length - 1;
  const total = bits.reduce((sum, value) => sum + value, 0);
  const isStray = (value: number, gap: number): boolean => value < gap * BITS_PER_FRESH && value < total / 2;
  for (let at = low, sum = 0; at < high; at++) {
    sum += bits[at]!;
    if (isStray(sum, kept[at + 1]! - kept[at]! - 1)) {
      low = at + 1;
      sum = 0;
    }
  }
  for (let at = high, sum = 0; at > low; at--) {
    sum += bits[at]!;
    if (isStray(sum, kept[at]! - kept[at - 1]! - 1)) {
      high = at - 1;
      sum = 0;
    }
  }
  return { first: kept[low]!, last: kept[high]! + 1 };
}

function sideOf(page: PageText, old: OldPage, passage: Passage, step: 1 | -1, place: number): Side {
  const token = step > 0 ? passage.to : passage.from - 1;
  const count = Math.min(CONTEXT_TOKENS, step > 0 ? passage.last - token : token - passage.first + 1);
  const room = step > 0 ? page.ids.length - place : place + 1;
  // Nothing stood there, and nothing does: the edge of the page.
  if (count <= 0) return { bits: 0, most: 0, near: room <= 0 ? 1 : 0.5, next: room <= 0 ? 1 : 0.5 };
  const { score, places } = align(
    { ...old, first: token, step, count },
    { ids: page.ids, first: place, step, count: Math.min(room, count + INSERTED) },
    "start",
  );
  let most = 0;
  let near = 0;
  let nearMost = 0;
  for (let n = 0; n < count; n++) {
    const weight = old.weights[token + step * n]!;
    most += weight;
    if (n >= NEAREST) continue;
    const value = weight / (1 + n / 2);
    nearMost += value;
    const at = places[n]!;
    if (at >= 0 && page.ids[at] === old.ids[token + step * n] && Math.abs(at - place) <= n + NEAREST_SHIFT) near += value;
  }
  return { bits: score, most, near: near / nearMost, next: page.ids[place] === old.ids[token] ? 1 : 0 };
}

/** Aligns the passage and its context with a part of the page's tokens, half-open. Yields now and then. */
export function* alignPart(page: PageText, old: OldPage, passage: Passage, from: number, to: number): Generator<void, Candidate | null> {
  const first = Math.max(passage.first, passage.from - CONTEXT_TOKENS);
  const count = Math.min(passage.last, passage.to + CONTEXT_TOKENS) - first;
  const begin = Math.max(0, from);
  const width = Math.min(page.ids.length, to) - begin;
  const { places } = yield* aligning({ ...old, first, step: 1, count }, { ids: page.ids, first: begin, step: 1, count: width }, "none");
  return judge(page, old, passage, (token) => places[token - first]!);
}

/** Most places of a token that is taken as a sign of where the passage may be. */
const RARE = 12;
const BUCKET = 16;

/** Shifts, of the new page's tokens against the old ones', at which most of the passage and its context is found. */
export function likelyShifts(page: PageText, old: OldPage, passage: Passage, most: number): number[] {
  const votes = new Map<number, number>();
  const first = Math.max(passage.first, passage.from - CONTEXT_TOKENS);
  const last = Math.min(passage.last, passage.to + CONTEXT_TOKENS);
  for (let token = first; token < last; token++) {
    const id = old.ids[token]!;
    if (id < 0 || old.kinds[token] === KIND.sign) continue;
    const begin = page.firsts[id]!;
    const end = page.firsts[id + 1]!;
    if (end - begin > RARE) continue;
    for (let at = begin; at < end; at++) {
      const bucket = Math.floor((page.places[at]! - token) / BUCKET);
      votes.set(bucket, (votes.get(bucket) ?? 0) + old.weights[token]!);
    }
  }
  const sum = (bucket: number): number => votes.get(bucket)! + Math.max(votes.get(bucket - 1) ?? 0, votes.get(bucket + 1) ?? 0) / 2;
  return [...votes.keys()]
    .map((bucket) => ({ bucket, weight: sum(bucket) }))
    .sort((a, b) => b.weight - a.weight || a.bucket - b.bucket)
    .slice(0, most)
    .map(({ bucket }) => bucket * BUCKET);
}

/** Tokens on each side by which places with the same words are told from each other at first. */
const GLANCE = 12;
/** Bits of context that a place is worth if it is half as far from where it was. */
const NEARNESS = 1 / 8;

/** How many of the tokens around a place stand there as they did, and how near it is to where the passage was. */
export function nearness(page: PageText, old: OldPage, passage: Passage, first: number): number {
  let sum = 0;
  const last = first + passage.to - passage.from;
  for (let n = 1; n <= GLANCE; n++) {
    const left = passage.from - n;
    const right = passage.to + n - 1;
    if (left >= passage.first && page.ids[first - n] === old.ids[left]) sum += old.weights[left]! / Math.sqrt(n);
    if (right < passage.last && page.ids[last + n - 1] === old.ids[right]) sum += old.weights[right]! / Math.sqrt(n);
  }
  const off = passage.start < 0 ? 0 : Math.abs(page.tokens.starts[first]! - passage.start);
  return sum - Math.log2(1 + off) * NEARNESS;
}
