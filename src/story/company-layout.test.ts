import fc from "fast-check";
import { expect, test } from "vitest";
import { layOutCompany, neighbour } from "./company-layout";

const someCompany = fc
  .record({
    width: fc.integer({ min: 288, max: 1200 }),
    labels: fc.array(fc.record({ width: fc.integer({ min: 40, max: 134 }), height: fc.integer({ min: 24, max: 90 }) }), { minLength: 1, maxLength: 14 }),
    picks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.double({ min: 1, max: 5, noNaN: true })), { maxLength: 30 }),
  })
  .map(({ width, labels, picks }) => ({
    width,
    labels,
    lines: picks.map(([a, b, strength]) => ({ a: a % labels.length, b: b % labels.length, strength })).filter(({ a, b }) => a !== b),
  }));

test("no label overlaps another, and all are in the drawing, at the narrowest too", () => {
  fc.assert(
    fc.property(someCompany, ({ width, labels, lines }) => {
      const { points, height } = layOutCompany(labels, lines, width);
      points.forEach((a, at) => {
        const { width: w, height: h } = labels[at]!;
        expect(a.x - w / 2).toBeGreaterThanOrEqual(-1e-6);
        expect(a.x + w / 2).toBeLessThanOrEqual(width + 1e-6);
        expect(a.y - h / 2).toBeGreaterThanOrEqual(-1e-6);
        expect(a.y + h / 2).toBeLessThanOrEqual(height + 1e-6);
        points.slice(at + 1).forEach((b, after) => {
          const other = labels[at + 1 + after]!;
          const touch = Math.abs(a.x - b.x) < (w + other.width) / 2 - 1e-6 && Math.abs(a.y - b.y) < (h + other.height) / 2 - 1e-6;
          expect(touch).toBe(false);
        });
      });
    }),
    { numRuns: 60 },
  );
});

test("the same company is always drawn alike", () => {
  fc.assert(
    fc.property(someCompany, ({ width, labels, lines }) => {
      expect(layOutCompany(labels, lines, width)).toEqual(layOutCompany(labels, lines, width));
    }),
    { numRuns: 20 },
  );
});

test("who is joined stands nearer than who is not", () => {
  const labels = Array.from({ length: 6 }, () => ({ width: 60, height: 26 }));
  const { points } = layOutCompany(labels, [{ a: 0, b: 1, strength: 3 }, { a: 1, b: 2, strength: 3 }, { a: 3, b: 4, strength: 3 }, { a: 4, b: 5, strength: 3 }], 600);
  const far = (a: number, b: number) => Math.hypot(points[a]!.x - points[b]!.x, points[a]!.y - points[b]!.y);
  expect(Math.max(far(0, 1), far(1, 2), far(3, 4), far(4, 5))).toBeLessThan(Math.max(far(0, 3), far(0, 4), far(0, 5), far(2, 3), far(2, 5)));
});

test("arrow keys go to whom one is joined to, and to others where none lies there", () => {
  const points = [{ x: 100, y: 100 }, { x: 200, y: 110 }, { x: 150, y: 100 }, { x: 100, y: 200 }];
  expect(neighbour(points, 0, [1], "ArrowRight")).toBe(1);
  expect(neighbour(points, 0, [], "ArrowRight")).toBe(2);
  expect(neighbour(points, 0, [1], "ArrowDown")).toBe(3);
  expect(neighbour(points, 0, [1, 2, 3], "ArrowUp")).toBe(-1);
});
