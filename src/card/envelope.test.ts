import * as fc from "fast-check";
import { expect, test } from "vitest";
import { distance, isToward } from "./envelope";

const card = { left: 100, top: 100, right: 480, bottom: 500 };
const at = (x: number, y: number) => ({ x, y });

test("straight at the card, or slanting up to 60°, is toward it", () => {
  expect(isToward(at(300, 50), at(300, 60), card)).toBe(true);
  expect(isToward(at(300, 50), at(317, 60), card)).toBe(true);
  expect(isToward(at(300, 50), at(318, 60), card)).toBe(false);
  expect(isToward(at(300, 50), at(300, 40), card)).toBe(false);
});

test("standing still and moving along the card are not", () => {
  expect(isToward(at(300, 50), at(300, 50), card)).toBe(false);
  expect(isToward(at(300, 50), at(350, 50), card)).toBe(false);
});

const coordinate = fc.integer({ min: -500, max: 1500 });
const point = fc.record({ x: coordinate, y: coordinate });

test("a straight walk to the nearest point of the card is toward it at every step, and the way back at none", () => {
  fc.assert(
    fc.property(point, (start) => {
      fc.pre(distance(start, card) > 0);
      const goal = at(Math.min(Math.max(start.x, 100), 480), Math.min(Math.max(start.y, 100), 500));
      const on = (t: number) => at(start.x + (goal.x - start.x) * t, start.y + (goal.y - start.y) * t);
      for (let t = 0; t < 1; t += 0.25) {
        expect(isToward(on(t), on(t + 0.25), card)).toBe(true);
        expect(isToward(on(t + 0.25), on(t), card)).toBe(false);
      }
    }),
  );
});

test("the distance is the one to the nearest of the card's points", () => {
  fc.assert(
    fc.property(point, (p) => {
      let nearest = Infinity;
      for (let x = 100; x <= 480; x += 10) {
        for (let y = 100; y <= 500; y += 10) nearest = Math.min(nearest, Math.hypot(p.x - x, p.y - y));
      }
      // The sampled points lie at most 5 px from the nearest one in either direction.
      expect(distance(p, card)).toBeLessThanOrEqual(nearest + 1e-9);
      expect(distance(p, card)).toBeGreaterThanOrEqual(nearest - 5 * Math.SQRT2);
    }),
  );
});
