import fc from "fast-check";
import { expect, test } from "vitest";
import { around, firstWindow, layOut, moved, namedDate, type OnLine, scaleOf, type Window, zoomed } from "./timeline-layout";
import { ticksOf } from "./timeline-ticks";

const measure = (text: string): number => text.length * 7;
const day = (date: string): number => Date.parse(date) / 86_400_000;

const someItems = fc
  .array(fc.record({ min: fc.integer({ min: -30_000, max: 22_000 }), days: fc.integer({ min: 0, max: 4000 }), lasts: fc.boolean(), width: fc.integer({ min: 20, max: 150 }) }), { minLength: 1, maxLength: 60 })
  .map((each) => each.map(({ min, days, lasts, width }, rank): OnLine => ({ min, max: min + days, lasts, rank, width })));
/** From the narrowest sidebar on. */
const somePlot = fc.record({ width: fc.integer({ min: 150, max: 1400 }), lanes: fc.integer({ min: 1, max: 9 }) });

test("no label overlaps another, and none leaves the line", () => {
  fc.assert(
    fc.property(someItems, somePlot, (items, { width, lanes }) => {
      const { placed } = layOut(items, firstWindow(items, width, lanes), width, lanes);
      for (const a of placed) {
        expect(a.lane).toBeLessThan(lanes);
        expect(a.left).toBeGreaterThanOrEqual(0);
        expect(a.left + a.width).toBeLessThanOrEqual(width + 1e-6);
        expect(a.width).toBeLessThanOrEqual(items[a.item]!.width);
        // Words that can be told apart, also where there is room for one label alone.
        expect(a.width).toBeGreaterThanOrEqual(Math.min(items[a.item]!.width, 85, width / 2) - 1e-6);
        // It begins or ends at its point.
        expect(Math.abs((a.before ? a.left + a.width : a.left) - a.x)).toBeLessThan(1e-6);
        expect(a.x).toBeLessThanOrEqual(width);
        for (const b of placed) {
          if (a === b || a.lane !== b.lane) continue;
          const [right, other] = [Math.max(a.to, a.left + a.width), Math.max(b.to, b.left + b.width)];
          expect(right <= b.left + 1e-6 || other <= a.left + 1e-6).toBe(true);
        }
      }
    }),
  );
});

test("the most telling that is in sight is always there, and whatever has no room is marked", () => {
  fc.assert(
    fc.property(someItems, somePlot, (items, { width, lanes }) => {
      const { placed, crowded } = layOut(items, around(items), width, lanes);
      expect(placed.map(({ item }) => items[item]!.rank)).toContain(0);
      expect(placed.length + crowded.length).toBe(items.length);
    }),
  );
});

test("nearer by there is room for more: what is crowded at first can be reached", () => {
  fc.assert(
    fc.property(someItems, fc.nat(), (items, pick) => {
      const whole = around(items);
      const item = pick % items.length;
      const middle = (items[item]!.min + items[item]!.max + 1) / 2;
      // Those of nearly the same days never part; they stand in lanes of their own.
      const close = items.filter(({ min, max }) => min <= items[item]!.max + 15 && max >= items[item]!.min - 15).length;
      let view: Window = whole;
      for (let step = 0; step < 60; step++) view = zoomed(view, 1.6, middle, whole);
      const seen = layOut(items, view, 1200, Math.max(close, 1)).placed.map((each) => each.item);
      if (!items[item]!.lasts) expect(seen).toContain(item);
    }),
  );
});

test("zooming keeps the day under the pointer where it is, and moving never leaves what there is", () => {
  const whole = { from: 0, to: 10_000 };
  fc.assert(
    fc.property(fc.double({ min: 1.05, max: 3, noNaN: true }), fc.double({ min: 0.1, max: 0.9, noNaN: true }), fc.integer({ min: -20_000, max: 20_000 }), (factor, part, by) => {
      const before = { from: 2000, to: 8000 };
      const at = before.from + part * (before.to - before.from);
      const after = zoomed(before, factor, at, whole);
      expect(scaleOf(after, 500).x(at)).toBeCloseTo(scaleOf(before, 500).x(at), 6);
      const there = moved(after, by, whole);
      expect(there.from).toBeGreaterThanOrEqual(whole.from);
      expect(there.to).toBeLessThanOrEqual(whole.to + 1e-9);
      expect(there.to - there.from).toBeCloseTo(after.to - after.from, 6);
    }),
  );
});

test("farther out than everything there is nothing to see, nearer than days nothing either", () => {
  const whole = { from: 0, to: 10_000 };
  let view: Window = whole;
  view = zoomed(view, 0.1, 5000, whole);
  expect(view).toEqual(whole);
  for (let step = 0; step < 50; step++) view = zoomed(view, 2, 5000, whole);
  expect(view.to - view.from).toBeGreaterThan(5);
});

test("ticks are even times with room between their words, from years down to days", () => {
  const texts = (from: string, to: string, width = 300) => ticksOf({ from: day(from), to: day(to) }, width, measure, "en-GB").map(({ text }) => text);
  expect(texts("1890-01-01", "2017-01-01")).toEqual(["1900", "1920", "1940", "1960", "1980", "2000"]);
  expect(texts("1956-06-01", "1957-06-01")).toEqual(["Jul 1956", "Oct", "1957", "Apr"]);
  expect(texts("1956-08-20", "1956-09-30")).toEqual(["26 Aug 1956", "9 Sept", "23 Sept"]);
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 20_000 }), fc.integer({ min: 10, max: 60_000 }), fc.integer({ min: 280, max: 1400 }), (from, days, width) => {
      const ticks = ticksOf({ from, to: from + days }, width, measure, "de");
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.map(({ x }) => x)).toEqual(ticks.map(({ x }) => x).toSorted((a, b) => a - b));
      for (const { x } of ticks) expect(x > 0 && x < width).toBe(true);
    }),
  );
});

test("the page names the day of something where it says the day, the month, or as long a time", () => {
  const event = { min: day("1956-09-18"), max: day("1956-09-18") };
  const year = { min: day("1956-01-01"), max: day("1956-12-31") };
  const month = { min: day("1956-09-01"), max: day("1956-09-30") };
  expect(namedDate(event, [year])).toBe(-1);
  expect(namedDate(event, [year, month])).toBe(1);
  expect(namedDate(event, [month, year, event])).toBe(2);
  expect(namedDate(year, [year])).toBe(0);
  expect(namedDate(year, [month])).toBe(-1);
  expect(namedDate({ min: day("1955-12-01"), max: day("1955-12-31") }, [year, month])).toBe(-1);
});

test("the words about what happened at one time have more than half of the line", () => {
  const item: OnLine = { min: -4872, max: -4871, lasts: false, rank: 0, width: 170 };
  for (const items of [[item], Array.from({ length: 8 }, (_, rank) => ({ ...item, rank }))]) {
    const { placed } = layOut(items, firstWindow(items, 270, 8), 270, 8);
    expect(placed.map(({ width, before }) => [width, before])).toEqual(items.map(() => [170, false]));
  }
});
