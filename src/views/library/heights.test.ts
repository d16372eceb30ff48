import fc from "fast-check";
import { expect, test } from "vitest";
import { Heights } from "./heights";

const heights = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 70 });

test("tops, the total and the line at a distance are those that adding up gives, also after changes", () => {
  fc.assert(
    fc.property(heights, fc.array(fc.tuple(fc.nat(69), fc.integer({ min: 1, max: 400 }))), fc.nat(30_000), (given, changes, distance) => {
      const naive = [...given];
      const made = new Heights(Float64Array.from(given));
      for (const [at, height] of changes) {
        const line = at % naive.length;
        naive[line] = height;
        made.set(line, height);
      }
      const tops = naive.map((_, line) => naive.slice(0, line).reduce((a, b) => a + b, 0));
      for (const [line, top] of tops.entries()) expect(made.top(line)).toBe(top);
      expect(made.total).toBe(naive.reduce((a, b) => a + b, 0));
      expect(made.at(distance)).toBe(tops.findLastIndex((top) => top <= distance));
    }),
  );
});

test("an empty list has no height", () => {
  const none = new Heights(new Float64Array());
  expect([none.total, none.count, none.at(10)]).toEqual([0, 0, 0]);
});
