/**
 * Aligns the old page, as far as it is known, with the new one.
 *
 * First the runs of tokens that are beyond doubt: rare together, and found at one place. The heaviest chain of them
 * that keeps their order is what stayed in place; runs off the chain were moved. (As patience diff does: B. Cohen,
 * 2003, with runs for lines and weights.) What lies between two links is aligned token by token.
 */
import { aligning } from "./align";
import type { OldPage } from "./old-page";
import type { PageText } from "./page-text";
import { KIND } from "./tokens";

/** Tokens that follow each other on both pages. */
export interface Run {
  old: number;
  now: number;
  length: number;
  bits: number;
}

/** How the old page lies on the new one. */
export interface Alignment {
  /** For each token of the old page the token of the new one that stands in its place, or -1. */
  readonly places: Int32Array;
  /** The nearest tokens up to each one, and from it on, that have stayed: -1 and the number of tokens for none. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** All runs beyond doubt, in the order of the old page, those of moved text among them. */
  readonly runs: readonly Run[];
}

/** Tokens that a run has at least. */
const LEAST_RUN = 3;
/** Places of a token that are looked at, at most. */
const MOST_PLACES = 48;
/** Bits by which a run is beyond doubt, and by which it is longer than what else is like it. */
const SURE_BITS = 24;
const SURE_LEAD = 12;
/** Cells of an alignment that are worth their time. */
const MOST_CELLS = 400_000;
/** Tokens that are looked at between two yields. */
const SLICE = 300;
/** Runs before one that may be its link. */
const LOOK_BACK = 200;
/** Runs that are linked between two yields. */
const LINKS = 4;
/** How likely text between two runs that lie as far apart as before has stayed. */
const LIKELY = 0.7;
/** Runs between the two that went elsewhere speak for so many times their length of the text around them. */
const SPEAKS_FOR = 1;

/** Aligns the pages, and yields often. */
export function* alignPages(page: PageText, old: OldPage): Generator<void, Alignment> {
  const places = new Int32Array(old.ids.length).fill(-1);
  const runs = yield* sureRuns(page, old);
  const chain = yield* heaviestChain(page, old, runs.filter((run) => run.old < old.placed));
  let before: Run = { old: 0, now: 0, length: 0, bits: 0 };
  for (const run of [...chain, { old: old.placed, now: page.ids.length, length: 0, bits: 0 }]) {
    const first = before.old + before.length;
    const count = run.old - first;
    const from = before.now + before.length;
    const width = run.now - from;
    if (count > 0 && width > 0 && count * width <= MOST_CELLS) {
      const found = yield* aligning({ ...old, first, step: 1, count }, { ids: page.ids, first: from, step: 1, count: width }, "both");
      places.set(found.places, first);
      yield;
    }
    for (let n = 0; n < run.length; n++) places[run.old + n] = run.now + n;
    before = run;
  }
  return { places, runs, ...stayed(page, old, places) };
}

function stayed(page: PageText, old: OldPage, places: Int32Array): { before: Int32Array; after: Int32Array } {
  const count = places.length;
  const before = new Int32Array(count);
  const after = new Int32Array(count);
  const isKept = (token: number): boolean => places[token]! >= 0 && page.ids[places[token]!] === old.ids[token];
  for (let token = 0, last = -1; token < count; token++) before[token] = last = isKept(token) ? token : last;
  for (let token = count - 1, next = count; token >= 0; token--) after[token] = next = isKept(token) ? token : next;
  return { before, after };
}

function* sureRuns(page: PageText, old: OldPage): Generator<void, Run[]> {
  const runs: Run[] = [];
  let looked = 0;
  for (let at = 0; at + LEAST_RUN <= old.ids.length; ) {
    const { run, like } = longestRunAt(page, old, at);
    looked += 1 + (run?.length ?? 0);
    if (looked > SLICE) {
      looked = 0;
      yield;
    }
    if (run && run.bits >= SURE_BITS && run.bits - (like?.bits ?? 0) >= SURE_LEAD) {
      runs.push(run);
      at += run.length;
    } else {
      // Where two runs are alike, so are their later parts, up to the end of the shorter one.
      at += Math.max(1, (like?.length ?? 0) - LEAST_RUN);
    }
  }
  return runs;
}

/** The longest run that begins with a token of the old page, and the next longest. */
function longestRunAt(page: PageText, old: OldPage, at: number): { run: Run | null; like: Run | null } {
  let pivot = -1;
  let fewest = MOST_PLACES + 1;
  for (let token = at; token < at + LEAST_RUN; token++) {
    const id = old.ids[token]!;
    const broken = old.ends[token] === 1 && token < at + LEAST_RUN - 1;
    // A full stop before a run may as well be the one of another sentence.
    const astray = token === at && old.kinds[token] === KIND.sign;
    if (id < 0 || broken || astray) return { run: null, like: null };
    const often = page.firsts[id + 1]! - page.firsts[id]!;
    if (often >= fewest) continue;
    fewest = often;
    pivot = token;
  }
  if (pivot < 0) return { run: null, like: null };
  let run: Run | null = null;
  let like: Run | null = null;
  const id = old.ids[pivot]!;
  for (let place = page.firsts[id]!; place < page.firsts[id + 1]!; place++) {
    const found = runFrom(page, old, at, page.places[place]! - (pivot - at));
    if (found.length < LEAST_RUN) continue;
    if (!run || found.bits > run.bits) [run, like] = [found, run];
    else if (!like || found.bits > like.bits) like = found;
  }
  return { run, like };
}

function runFrom(page: PageText, old: OldPage, from: number, now: number): Run {
  let length = 0;
  let bits = 0;
  while (from + length < old.ids.length && page.ids[now + length] === old.ids[from + length]) {
    bits += old.weights[from + length]!;
    length++;
    if (old.ends[from + length - 1] === 1) break;
  }
  return { old: from, now, length, bits };
}

/**
 * The heaviest chain of runs, of which each begins after the one before has ended, on both pages. Runs weigh what they
 * are long; so does the text between them that nobody kept, as far as there is as much of it now as there was.
 * @param runs in the order of the old page, where they do not overlap
 */
export function* heaviestChain(page: PageText, old: OldPage, runs: readonly Run[]): Generator<void, Run[]> {
  const total = new Float64Array(runs.length);
  const from = new Int32Array(runs.length).fill(-1);
  const lengths = new Float64Array(runs.length + 1);
  for (const [index, run] of runs.entries()) lengths[index + 1] = lengths[index]! + spanOf(old, run);
  let heaviest = -1;
  for (const [index, run] of runs.entries()) {
    if (index % LINKS === LINKS - 1) yield;
    for (let before = Math.max(0, index - LOOK_BACK); before < index; before++) {
      const link = runs[before]!;
      if (link.now + link.length > run.now) continue;
      const astray = lengths[index]! - lengths[before + 1]!;
      const sum = total[before]! + Math.max(0, keptBetween(page, old, link, run) - astray * SPEAKS_FOR);
      if (sum > total[index]!) {
        total[index] = sum;
        from[index] = before;
      }
    }
    total[index]! += spanOf(old, run);
    if (heaviest < 0 || total[index]! > total[heaviest]!) heaviest = index;
  }
  const chain: Run[] = [];
  for (let index = heaviest; index >= 0; index = from[index]!) chain.push(runs[index]!);
  return chain.reverse();
}

/** Code units of a run, and a little more for each of its tokens. */
function spanOf(old: OldPage, run: Run): number {
  return old.starts[run.old + run.length - 1]! - old.starts[run.old]! + run.length;
}

/** Code units between two runs that have likely stayed. */
function keptBetween(page: PageText, old: OldPage, link: Run, run: Run): number {
  const then = old.starts[run.old]! - old.starts[link.old + link.length - 1]!;
  const now = page.tokens.starts[run.now]! - page.tokens.starts[link.now + link.length - 1]!;
  return Math.max(0, Math.min(then, now) - Math.abs(then - now)) * LIKELY;
}
