import * as fc from "fast-check";
import { expect, test } from "vitest";
import { nearest, slips } from "./nearest";

const ids = ["anastas-mikoyan", "august-1956", "kim-il-sung", "kim-jong-il", "mao-zedong", "peng-dehuai"];

test.each([
  ["mao-zedung", "mao-zedong"],
  ["kim-il-sugn", "kim-il-sung"],
  ["mikoyan", "anastas-mikoyan"],
  ["Peng-Dehuai", "peng-dehuai"],
  ["stalin", null],
  ["", null],
])("%s is nearest to %s", (word, meant) => {
  expect(nearest(word, ids)).toBe(meant);
});

test("counts the slips between two words", () => {
  expect([slips("kind", "kind", 3), slips("knid", "kind", 3), slips("kin", "kind", 3), slips("cite", "roles", 3)]).toEqual([0, 1, 1, 4]);
});

/** The definition of the optimal string alignment distance, without any saving. */
function plainSlips(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const change = plainSlips(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1);
  const cost = Math.min(change, plainSlips(a.slice(1), b) + 1, plainSlips(a, b.slice(1)) + 1);
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return swapped ? Math.min(cost, plainSlips(a.slice(2), b.slice(2)) + 1) : cost;
}

test("agrees with the definition up to the limit, and exceeds the limit beyond it", () => {
  const word = fc.stringMatching(/^[abc]{0,6}$/);
  fc.assert(
    fc.property(word, word, fc.nat(6), (a, b, limit) => {
      const real = plainSlips(a, b);
      if (real <= limit) expect(slips(a, b, limit)).toBe(real);
      else expect(slips(a, b, limit)).toBe(limit + 1);
    }),
  );
});
