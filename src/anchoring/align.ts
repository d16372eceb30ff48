/**
 * Aligns tokens of the old page with tokens of the new one: which of them survived, and where.
 *
 * With affine gaps (Gotoh, "An improved algorithm for matching biological sequences", 1982): a common token earns its
 * weight, a replaced one costs little, a gap costs by opening and next to nothing by length, because people insert and
 * delete whole phrases.
 */
import { runAll } from "./slices";

const REPLACED = -0.6;
const OPEN = -1.6;
const EXTEND = -0.02;
/** Between two pieces of the old page anything may stand. */
const UNKNOWN = 0;
const NEVER = -1e9;
/** Cells between two yields. */
const SLICE = 60_000;

/** Where a cell's best way comes from. */
const STOP = 0;
const BOTH = 1;
/** The old token is gone. */
const GONE = 2;
/** The new token is fresh. */
const FRESH = 3;

/** Tokens of the old page, in the order of reading or against it. */
export interface Old {
  readonly ids: Int32Array;
  readonly weights: Float64Array;
  /** Ends of pieces; see `OldPage`. */
  readonly ends: Uint8Array;
  /** The first to look at, the direction, and how many. */
  readonly first: number;
  readonly step: 1 | -1;
  readonly count: number;
}

/** Tokens of the new page, likewise. */
export interface New {
  readonly ids: Int32Array;
  readonly first: number;
  readonly step: 1 | -1;
  readonly count: number;
}

export interface Alignment {
  /** Sum of what was earned and paid. */
  readonly score: number;
  /** For each old token, in the order looked at, the new token that is the same or replaced it; else -1. */
  readonly places: Int32Array;
}

/**
 * @param fixed which ends of the one must lie at those of the other; elsewhere the best stretch counts (Smith & Waterman 1981)
 * @returns takes time and space of `old.count` × `now.count`, and yields now and then
 */
export function* aligning(old: Old, now: New, fixed: "none" | "start" | "both"): Generator<void, Alignment> {
  const { count } = old;
  const width = now.count;
  const places = new Int32Array(count).fill(-1);
  if (count === 0 || width <= 0) return { score: 0, places };
  const stride = width + 1;
  // Ways into the three kinds of cell, two bits each.
  const ways = new Uint8Array((count + 1) * stride);
  const local = fixed === "none";
  let both = new Float64Array(stride).fill(local ? 0 : NEVER);
  const gone = new Float64Array(stride).fill(NEVER);
  let fresh = new Float64Array(stride).fill(NEVER);
  let nextBoth = new Float64Array(stride);
  let nextFresh = new Float64Array(stride);
  both[0] = 0;
  const startsFree = fixed === "both" && (old.first === 0 || old.ends[old.first - 1] === 1);
  if (!local) for (let j = 1; j <= width; j++) fresh[j] = startsFree ? 0 : OPEN + EXTEND * j;
  for (let j = 1; j <= width; j++) ways[j] = FRESH << 4;
  let best = 0;
  let row = 0;
  let column = 0;
  let state = BOTH;
  for (let i = 1, cells = 0; i <= count; i++, cells += width) {
    if (cells > SLICE) {
      cells = 0;
      yield;
    }
    const token = old.first + old.step * (i - 1);
    const id = old.ids[token]!;
    const weight = old.weights[token]!;
    // What follows the last token of a piece is unknown, so that it may be anything.
    const unknown = fixed === "both" && old.ends[token] === 1;
    const open = unknown ? UNKNOWN : OPEN;
    const extend = unknown ? UNKNOWN : EXTEND;
    const line = i * stride;
    nextBoth[0] = NEVER;
    nextFresh[0] = NEVER;
    let goneBefore = gone[0]!;
    gone[0] = local ? NEVER : OPEN + EXTEND * i;
    ways[line] = GONE << 2;
    for (let j = 1; j <= width; j++) {
      // Where it is all the same, a gap is as late as can be: what is inserted brings its own full stop.
      let way = BOTH;
      let value = both[j - 1]!;
      if (goneBefore >= value) {
        value = goneBefore;
        way = GONE;
      }
      if (fresh[j - 1]! >= value) {
        value = fresh[j - 1]!;
        way = FRESH;
      }
      if (local && value <= 0) {
        value = 0;
        way = STOP;
      }
      value += now.ids[now.first + now.step * (j - 1)] === id ? weight : REPLACED;
      nextBoth[j] = value;
      if (value > best && fixed !== "both") {
        best = value;
        row = i;
        column = j;
      }
      goneBefore = gone[j]!;
      let goneWay = GONE;
      let goneValue = goneBefore + EXTEND;
      if (both[j]! + OPEN > goneValue) {
        goneValue = both[j]! + OPEN;
        goneWay = BOTH;
      }
      if (fresh[j]! + OPEN > goneValue) {
        goneValue = fresh[j]! + OPEN;
        goneWay = FRESH;
      }
      gone[j] = goneValue;
      let freshWay = FRESH;
      let freshValue = nextFresh[j - 1]! + extend;
      if (nextBoth[j - 1]! + open > freshValue) {
        freshValue = nextBoth[j - 1]! + open;
        freshWay = BOTH;
      }
      if (gone[j - 1]! + open > freshValue) {
        freshValue = gone[j - 1]! + open;
        freshWay = GONE;
      }
      nextFresh[j] = freshValue;
      ways[line + j] = way | (goneWay << 2) | (freshWay << 4);
    }
    [both, nextBoth] = [nextBoth, both];
    [fresh, nextFresh] = [nextFresh, fresh];
  }
  if (fixed === "both") {
    row = count;
    column = width;
    best = Math.max(both[width]!, gone[width]!, fresh[width]!);
    state = best === both[width] ? BOTH : best === gone[width] ? GONE : FRESH;
  }
  while (row > 0 && column > 0 && state !== STOP) {
    const cell = ways[row * stride + column]!;
    if (state === BOTH) {
      places[row - 1] = now.first + now.step * (column - 1);
      state = cell & 3;
      row--;
      column--;
    } else if (state === GONE) {
      state = (cell >> 2) & 3;
      row--;
    } else {
      state = (cell >> 4) & 3;
      column--;
    }
  }
  return { score: best, places };
}

/** Aligns a few tokens at once. */
export function align(old: Old, now: New, fixed: "none" | "start" | "both"): Alignment {
  return runAll(aligning(old, now, fixed));
}
