import fc from "fast-check";
import { expect, test } from "vitest";
import type { Box } from "../../card/envelope";
import { EDGE, GAP } from "../../card/place";
import { placeBar, type Wanted } from "./place";

const viewport = { left: 0, top: 0, right: 1000, bottom: 800 };
const bar = { width: 320, height: 40 };
const line = (top: number, left = 100, right = 700): Box => ({ left, top, right, bottom: top + 20 });
const place = (more: Partial<Wanted>) => placeBar({ lines: [line(300)], bar, viewport, side: "above", x: null, avoid: null, ...more });

test("above what is selected for a pointer, below it for a finger", () => {
  expect(place({})).toEqual({ left: 100, top: 300 - GAP - bar.height });
  expect(place({ side: "below" })).toEqual({ left: 100, top: 320 + GAP });
});

test("on the other side where there is no room", () => {
  expect(place({ lines: [line(10)] })?.top).toBe(30 + GAP);
  expect(place({ lines: [line(770)], side: "below" })?.top).toBe(770 - GAP - bar.height);
});

test("about where the selecting ended, inside the window", () => {
  expect(place({ x: 500 })?.left).toBe(340);
  expect(place({ x: 990 })?.left).toBe(1000 - EDGE - bar.width);
});

test("nowhere where nothing of it is in sight", () => {
  expect(place({ lines: [] })).toBeNull();
  expect(place({ lines: [line(-60), line(900)] })).toBeNull();
});

test("not over the card", () => {
  const avoid = { left: 80, top: 200, right: 460, bottom: 296 };
  expect(place({ avoid })?.top).toBe(320 + GAP);
});

const coordinate = fc.integer({ min: -400, max: 1_200 });
const box = fc.record({ left: fc.integer({ min: 0, max: 900 }), top: coordinate, width: fc.integer({ min: 1, max: 600 }), height: fc.integer({ min: 8, max: 60 }) })
  .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }));

test("wherever it goes it is inside the window, and off the lines where anything but the whole window is selected", () => {
  fc.assert(
    fc.property(fc.array(box, { minLength: 1, maxLength: 12 }), fc.option(coordinate), fc.constantFrom("above" as const, "below" as const), (lines, x, side) => {
      const at = place({ lines, x, side });
      const seen = lines.filter((each) => each.bottom > viewport.top && each.top < viewport.bottom);
      if (!at) return seen.length === 0;
      const inside = at.left >= EDGE && at.top >= EDGE && at.left + bar.width <= 1000 - EDGE && at.top + bar.height <= 800 - EDGE;
      const top = Math.min(...seen.map((each) => each.top));
      const bottom = Math.max(...seen.map((each) => each.bottom));
      const room = top >= bar.height + GAP + EDGE || 800 - bottom >= bar.height + GAP + EDGE;
      const over = seen.some((each) => each.left < at.left + bar.width && each.right > at.left && each.top < at.top + bar.height && each.bottom > at.top);
      return inside && !(room && over);
    }),
  );
});
