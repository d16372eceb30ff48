/**
 * Where on a line of time things stand: the most telling first, each in the first lane that has room for its label, so
 * that none overlaps another. Whoever zooms in sees more of them.
 */
/** A stretch of time, in days since 1970-01-01. */
export interface Window {
  from: number;
  to: number;
}

/** Something on the line of time. */
export interface OnLine {
  /** First and last possible day. */
  min: number;
  max: number;
  /** It went on from the one to the other. */
  lasts: boolean;
  /** 0 is placed first. */
  rank: number;
  /** Of the whole label, in px, with everything that belongs to it. */
  width: number;
}

export interface Placed {
  /** Index into what was given. */
  item: number;
  lane: number;
  /** In px from the left: where it happened, or began; and where it ended. */
  x: number;
  to: number;
  /** Left edge of the label and its width, in px: cut where others stand beside it. */
  left: number;
  width: number;
  /** The label stands before the point rather than after it. */
  before: boolean;
}

export interface Laid {
  placed: Placed[];
  /** Where those happened for which there is no room, in px. */
  crowded: number[];
}

/** Between two labels in one lane, in px. */
const GAP = 8;
/** To this part of the line a label may be cut so that others have room beside it. */
const CUT = 0.4;
/** But not on a line narrower than this (px), as in Firefox' sidebar: two beginnings of names tell less there than one label. */
const ROOM_FOR_TWO = 216;

/** Less of the line than this is not looked at, in days. */
const LEAST_DAYS = 10;
/** How much of what is shown is left free at both ends. */
const MARGIN = 0.06;
/** By this part of the margin. */
const ASIDE = 0.35;
/** Of the most telling, how many the first view is made for: whichever shows the most of what is most telling. */
const FIRST_SEEN = [5, 8, 12, 16, 24, 40];

/** From days to px. */
export function scaleOf({ from, to }: Window, width: number): { x(day: number): number } {
  return { x: (day) => ((day - from) / (to - from)) * width };
}

/** The day at a part of what is shown, from its beginning. */
export function dayAt({ from, to }: Window, part: number): number {
  return from + part * (to - from);
}

/**
 * Lays out what falls into a window.
 * @param width of the line, in px
 * @param lanes how many labels stand above one another at most
 */
export function layOut(items: readonly OnLine[], window: Window, width: number, lanes: number): Laid {
  const { x } = scaleOf(window, width);
  const taken: [left: number, right: number][][] = Array.from({ length: lanes }, () => []);
  const laid: Laid = { placed: [], crowded: [] };
  const order = items.map((_, at) => at).sort((a, b) => items[a]!.rank - items[b]!.rank);
  for (const item of order) {
    const { min, max, lasts, width: wish } = items[item]!;
    if (max + 1 <= window.from || min >= window.to) continue;
    const middle = (min + max + 1) / 2;
    const start = clamp(x(lasts ? min : middle), 0, width);
    const end = lasts ? clamp(x(max + 1), start, width) : start;
    const label = Math.min(wish, width < ROOM_FOR_TWO ? Math.max(start, width - start) : CUT * width);
    const before = start + label > width;
    const left = Math.max(0, before ? start - label : start);
    const right = Math.min(width, Math.max(end, left + label));
    const lane = taken.findIndex((row) => row.every(([from, to]) => right + GAP <= from || left >= to + GAP));
    if (lane < 0) laid.crowded.push(start);
    else {
      taken[lane]!.push([left, right]);
      laid.placed.push({ item, lane, x: start, to: end, left, width: label, before });
    }
  }
  for (const each of laid.placed) grow(each, items[each.item]!.width, laid.placed, width);
  return laid;
}

/** Gives a label that was cut what room is left beside it. */
function grow(each: Placed, wish: number, all: readonly Placed[], width: number): void {
  if (each.width >= wish) return;
  const others = all.filter((other) => other !== each && other.lane === each.lane);
  const right = (other: Placed) => Math.max(other.to, other.left + other.width);
  const room = each.before
    ? each.left + each.width - Math.max(0, ...others.filter(({ left }) => left < each.left).map((other) => right(other) + GAP))
    : Math.min(width, ...others.filter(({ left }) => left > each.left).map(({ left }) => left - GAP)) - each.left;
  const now = clamp(room, each.width, wish);
  if (each.before) each.left -= now - each.width;
  each.width = now;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** What is shown at first: where the most of what is most telling has room. */
export function firstWindow(items: readonly OnLine[], width: number, lanes: number): Window {
  const order = items.toSorted((a, b) => a.rank - b.rank);
  const told = (window: Window) => layOut(items, window, width, lanes).placed.reduce((sum, { item }) => sum + 1 / (2 + items[item]!.rank), 0);
  const windows = FIRST_SEEN.map((count) => around(order.slice(0, count)));
  return windows.reduce((best, window) => (told(window) > told(best) ? window : best));
}

/** All of it, with a margin. */
export function around(items: readonly Pick<OnLine, "min" | "max">[]): Window {
  const from = Math.min(...items.map(({ min }) => min));
  const to = Math.max(...items.map(({ max }) => max)) + 1;
  const margin = Math.max((to - from) * MARGIN, LEAST_DAYS);
  // What happened at one time stands left of the middle: the words are on its right.
  const aside = to - from < LEAST_DAYS ? margin * ASIDE : 0;
  return { from: from - margin + aside, to: to + margin + aside };
}

/**
 * A window seen nearer or from farther away.
 * @param factor above 1: nearer
 * @param at the day that stays where it is
 * @param whole nothing beyond it is shown
 */
export function zoomed({ from, to }: Window, factor: number, at: number, whole: Window): Window {
  const days = clamp((to - from) / factor, LEAST_DAYS, whole.to - whole.from);
  const part = (at - from) / (to - from);
  return within({ from: at - part * days, to: at + (1 - part) * days }, whole);
}

/** A window moved by days, as far as there is something. */
export function moved({ from, to }: Window, days: number, whole: Window): Window {
  return within({ from: from + days, to: to + days }, whole);
}

function within({ from, to }: Window, whole: Window): Window {
  const days = Math.min(to - from, whole.to - whole.from);
  const start = clamp(from, whole.from, whole.to - days);
  return { from: start, to: start + days };
}

/**
 * Which of the page's dates names the day of something: the one that agrees with it most. A year alone names no day,
 * nor a month whatever lasted for years.
 * @returns index, or -1 where none does
 */
export function namedDate({ min, max }: Pick<OnLine, "min" | "max">, dates: readonly Pick<OnLine, "min" | "max">[]): number {
  const days = max - min + 1;
  let best = -1;
  let most = 0;
  dates.forEach((date, at) => {
    const shared = Math.min(max, date.max) - Math.max(min, date.min) + 1;
    const length = date.max - date.min + 1;
    if (shared <= 0 || length > Math.max(31, 3 * days) || days > 3 * length) return;
    const agreement = shared / (days + length - shared);
    if (agreement > most) [best, most] = [at, agreement];
  });
  return best;
}
