import fc from "fast-check";
import { expect, test } from "vitest";
import type { Point } from "./atlas";
import { type Box, clipLine, clipRing, holds, merged, normal, unrolled } from "./box";

const KOREA: Box = { west: 124, south: 33, east: 131, north: 43 };
const degree = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const box = fc
  .tuple(degree(-180, 179), degree(-90, 80), degree(1, 120), degree(1, 60))
  .map(([west, south, width, height]): Box => ({ west, south, east: west + width, north: Math.min(90, south + height) }));

/** Whether a point lies within an odd number of rings. */
function covers(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at++) {
      const [[ax, ay], [bx, by]] = [ring[at - 1]!, ring[at]!];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}

test("what is inside a ring stays inside of what is cut out, and the rest outside", () => {
  const corner = fc.tuple(degree(100, 150), degree(20, 60));
  const spot = fc.tuple(degree(124.1, 130.9), degree(33.1, 42.9));
  fc.assert(
    fc.property(fc.array(corner, { minLength: 3, maxLength: 12 }), spot, (corners, point) => {
      const ring = [...corners, corners[0]!];
      expect(covers(clipRing(ring, KOREA), point)).toBe(covers([ring], point));
    }),
  );
});

test("nothing of a ring is left beyond the box", () => {
  const corner = fc.tuple(degree(-180, 180), degree(-90, 90));
  fc.assert(
    fc.property(fc.array(corner, { minLength: 3, maxLength: 12 }), box, (corners, limits) => {
      for (const [x, y] of clipRing(unrolled([...corners, corners[0]!]), limits).flat()) {
        expect(x).toBeGreaterThanOrEqual(limits.west - 1e-6);
        expect(x).toBeLessThanOrEqual(limits.east + 1e-6);
        expect(y).toBeGreaterThanOrEqual(limits.south - 1e-6);
        expect(y).toBeLessThanOrEqual(limits.north + 1e-6);
      }
    }),
  );
});

test("a country on both sides of the date line is one piece there, and a box over the line gets all of it", () => {
  const fiji: Point[] = [[177, -19], [-178, -19], [-178, -16], [177, -16], [177, -19]];
  expect(unrolled(fiji).map(([x]) => x)).toEqual([177, 182, 182, 177, 177]);
  const [piece, ...more] = clipRing(unrolled(fiji), { west: 170, south: -30, east: 190, north: -10 });
  expect(more).toEqual([]);
  expect(covers([piece!], [181, -17])).toBe(true);
  expect(clipRing(unrolled(fiji), { west: -180, south: -30, east: -170, north: -10 })).toHaveLength(1);
});

test("a ring around the pole closes there", () => {
  const coast: Point[] = Array.from({ length: 37 }, (_, at): Point => [at < 36 ? at * 10 - 180 : -180, -70]);
  const ring = unrolled(coast);
  expect(covers(clipRing(ring, { west: 20, south: -90, east: 40, north: -60 }), [30, -85])).toBe(true);
  expect(covers(clipRing(ring, { west: 20, south: -90, east: 40, north: -60 }), [30, -65])).toBe(false);
});

test("a line keeps the stretches that touch the box", () => {
  const border: Point[] = [[100, 40], [123, 40], [125, 40], [127, 40], [140, 40], [141, 50]];
  expect(clipLine(border, KOREA)).toEqual([[[123, 40], [125, 40], [127, 40], [140, 40]]]);
});

test("boxes that overlap are made one that holds them all", () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 12 }), (boxes) => {
      const out = merged(boxes);
      for (const each of boxes) expect(out.some((outer) => holds(outer, each))).toBe(true);
      for (const each of out) expect(normal(each).west).toBeCloseTo(each.west);
    }),
  );
});

test("a box that goes nearly all around is not made one with another", () => {
  const all = { west: -180, south: 60, east: 180, north: 90 };
  expect(merged([all, KOREA, { ...KOREA, north: 70 }])).toHaveLength(2);
});
