import fc from "fast-check";
import { expect, test } from "vitest";
import { placesOf, stepFrom } from "./steps";

test("places are sorted out by entry, in reading order; numbers of nobody are left out", () => {
  const cast = [{ ref: "a", name: "A", kind: "person" } as const, { ref: "b", name: "B", kind: "place" } as const];
  expect(placesOf({ cast, mentions: [0, 0, 1, 0, 0, 3, 7, 4] })).toEqual([[0, 3], [0]]);
});

test("the first step goes on from where the reader is, and the others from there", () => {
  const blocks = [1, 4, 4, 9];
  expect(stepFrom(blocks, null, 3, 1)).toBe(1);
  expect(stepFrom(blocks, null, 3, -1)).toBe(0);
  expect(stepFrom(blocks, null, 0, -1)).toBe(3);
  expect(stepFrom(blocks, null, 10, 1)).toBe(0);
  expect(stepFrom(blocks, null, null, 1)).toBe(0);
  expect(stepFrom(blocks, null, null, -1)).toBe(3);
  expect(stepFrom(blocks, 3, 0, 1)).toBe(0);
});

test("as many steps as there are mentions lead to each of them and back", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 1 }), fc.option(fc.nat(30)), fc.constantFrom(1 as const, -1 as const), (numbers, reading, direction) => {
      const blocks = numbers.sort((a, b) => a - b);
      const visited = [stepFrom(blocks, null, reading, direction)];
      while (visited.length < blocks.length) visited.push(stepFrom(blocks, visited.at(-1)!, reading, direction));
      expect(visited.toSorted((a, b) => a - b)).toEqual(blocks.map((_, at) => at));
    }),
  );
});
