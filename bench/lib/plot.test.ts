import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decades, drawPlot, grouped, logScale, spread } from "./plot";

test("a logarithmic axis has equal steps for equal factors", () => {
  const place = logScale(1, 1000, 0, 300);
  expect([1, 10, 100, 1000].map((value) => Math.round(place(value)))).toEqual([0, 100, 200, 300]);
  expect(logScale(1, 100, 200, 0)(10)).toBeCloseTo(100);
});

test("the axis holds all values, and no power of ten in vain", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 9 }), (values) => {
      const ticks = decades(values);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      expect(ticks[0]! <= low * (1 + 1e-6) && ticks.at(-1)! >= high * (1 - 1e-6)).toBe(true);
      expect(ticks[1]! > low * (1 - 1e-6)).toBe(true);
    }),
  );
  expect(decades([1000, 1_000_000])).toEqual([1e3, 1e4, 1e5, 1e6]);
});

test("names of lines stand apart, in the order of their lines, and within the picture", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 12 }), (places) => {
      const moved = spread(places, 13, 200);
      const order = places.map((_, at) => at).sort((a, b) => places[a]! - places[b]!);
      for (let at = 1; at < order.length; at++) {
        expect(moved[order[at]!]! - moved[order[at - 1]!]!).toBeGreaterThanOrEqual(13 - 1e-9);
      }
      for (const place of moved) expect(place).toBeLessThanOrEqual(200);
    }),
  );
  expect(spread([10, 50], 13, 200)).toEqual([10, 50]);
});

test("a plot is well-formed and shows every line by name", () => {
  const svg = drawPlot({
    file: "a.svg", title: "A < B", x: { label: "names" }, y: { label: "MB/s" },
    lines: [{ name: "ours", ours: true, points: [{ x: 1e3, y: 40 }, { x: 1e6, y: 20 }] }, { name: "a & b", points: [{ x: 1e3, y: 0.3 }] }],
  });
  const parsed = /<svg[\s\S]*<\/svg>/.exec(svg)![0];
  expect(parsed).toContain("A &lt; B");
  expect(parsed).toContain(">a &amp; b<");
  expect(parsed.match(/<circle/g)).toHaveLength(3);
  expect(parsed).not.toMatch(/NaN|undefined|Infinity/);
  expect(grouped(1_000_000)).toBe("1\u00a0000\u00a0000");
});
