import * as fc from "fast-check";
import { expect, test } from "vitest";
import { median, quantile, ratioOf, spreadOf } from "./statistics";

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

test("quartiles of numbers whose quartiles everybody knows", () => {
  expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4 });
  expect(spreadOf([7])).toEqual({ median: 7, low: 7, high: 7 });
  expect(median([4, 1])).toBe(2.5);
});

test("half of the numbers are on either side of the median, a quarter outside each quartile", () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const { median, low, high } = spreadOf(values);
      // Of the steps between the sorted numbers: a quantile lies between two of them.
      const share = (fits: (value: number) => boolean) => values.filter(fits).length / Math.max(1, values.length - 1);
      expect(share((value) => value <= median)).toBeGreaterThanOrEqual(0.5);
      expect(share((value) => value >= median)).toBeGreaterThanOrEqual(0.5);
      expect(share((value) => value >= low)).toBeGreaterThanOrEqual(0.75);
      expect(share((value) => value <= high)).toBeGreaterThanOrEqual(0.75);
    }),
  );
});

test("the ends are the smallest and the largest", () => {
  expect([quantile([1, 2, 9], 0), quantile([1, 2, 9], 1)]).toEqual([1, 9]);
  expect(() => quantile([], 0.5)).toThrow(RangeError);
});

test("ratios are taken round by round: a slow moment of the machine slows both", () => {
  expect(ratioOf([2, 20, 200], [1, 10, 100])).toEqual({ median: 2, low: 2, high: 2 });
  expect(() => ratioOf([1], [1, 2])).toThrow(RangeError);
});
