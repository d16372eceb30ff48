import { expect, test } from "vitest";
import { Random } from "./random";

test("a seed gives the same numbers again, another seed others", () => {
  const numbers = (seed: number) => {
    const random = new Random(seed);
    return Array.from({ length: 20 }, () => random.below(1_000_000));
  };
  expect(numbers(1)).toEqual(numbers(1));
  expect(numbers(1)).not.toEqual(numbers(2));
});

test("numbers are within their limits and spread over them", () => {
  const random = new Random(7);
  const counts = Array.from({ length: 10 }, () => 0);
  for (let at = 0; at < 10_000; at++) counts[random.below(10)]!++;
  // A thousand each, and a deviation of thirty.
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(200);
});

test("shuffling keeps every value", () => {
  const values = Array.from({ length: 100 }, (_, at) => at);
  const shuffled = new Random(3).shuffled(values);
  expect(shuffled).not.toEqual(values);
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(values);
});
