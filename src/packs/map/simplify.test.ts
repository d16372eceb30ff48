import fc from "fast-check";
import { expect, test } from "vitest";
import type { Point } from "./atlas";
import { simplify } from "./simplify";
import { DEGREE_KM } from "./sphere";

const line = fc.array(fc.tuple(fc.double({ min: 0, max: 2, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })), {
  minLength: 2,
  maxLength: 30,
});

/** Distance in km of a point from a line near the equator, where degrees are equally long both ways. */
function away([x, y]: Point, points: readonly Point[]): number {
  return Math.min(
    ...points.slice(1).map(([bx, by], at) => {
      const [ax, ay] = points[at]!;
      const length = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
      return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)) * DEGREE_KM;
    }),
  );
}

test("no point is farther from what is left than is tolerable, and the ends stay", () => {
  fc.assert(
    fc.property(line, fc.double({ min: 1, max: 50, noNaN: true }), (points, tolerance) => {
      const left = simplify(points, () => tolerance);
      expect(left[0]).toEqual(points[0]);
      expect(left.at(-1)).toEqual(points.at(-1));
      for (const point of points) expect(away(point, left)).toBeLessThan(tolerance * 1.02);
    }),
  );
});

test("a straight line is its ends, and a closed one keeps its farthest point", () => {
  expect(simplify([[0, 0], [1, 0], [2, 0]], () => 1)).toEqual([[0, 0], [2, 0]]);
  expect(simplify([[0, 0], [1, 1], [2, 0], [1, -1], [0, 0]], () => 1)).toHaveLength(5);
  expect(simplify([[0, 0], [0.5, 0.1], [2, 0], [0, 0]], () => 50)).toEqual([[0, 0], [2, 0], [0, 0]]);
});

test("what nobody sees is coarser", () => {
  const jagged: Point[] = Array.from({ length: 21 }, (_, at) => [at / 10, (at % 2) / 20]);
  const left = simplify(jagged, ([x]) => (x < 1 ? 1 : 100));
  expect(left.filter(([x]) => x < 1).length).toBeGreaterThan(8);
  expect(left.filter(([x]) => x >= 1).length).toBeLessThan(4);
});
