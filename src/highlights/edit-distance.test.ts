import fc from "fast-check";
import { expect, test } from "vitest";
import { withinDistance } from "./edit-distance";

/** By the definition, trying everything. */
function distance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const swapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] ? [1 + distance(a.slice(2), b.slice(2))] : [];
  return Math.min(Number(a[0] !== b[0]) + distance(restA, restB), 1 + distance(restA, b), 1 + distance(a, restB), ...swapped);
}

test("words are near exactly where few enough edits lead from one to the other", () => {
  // "a" and "A" share a place among the letters of a set.
  const word = fc.array(fc.constantFrom("a", "b", "A", "я"), { maxLength: 5 }).map((letters) => letters.join(""));
  fc.assert(
    fc.property(word, word, fc.nat(3), (a, b, most) => {
      expect(withinDistance(a, b, most), `${a} ${b} ${most}`).toBe(distance(a, b) <= most);
    }),
    { numRuns: 2000 },
  );
});
