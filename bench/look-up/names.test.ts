import { expect, test } from "vitest";
import { slips } from "../../src/packs/nearest";
import { packOf } from "../../src/spotting/testing";
import { Random } from "../lib/random";
import { keyStrokes, mistyped, typedNames } from "./names";

test("names are typed in all ways, the same each time, and mean those who bear them", () => {
  const packs = [packOf([{ id: "mao", names: ["Mao Zedong", "Mao Tse-tung"] }, { id: "peng", names: ["Peng Dehuai"] }, { id: "ada", names: ["Ada"] }])];
  const make = () => typedNames(packs, 10, new Random(3));
  expect(make()).toEqual(make());
  expect(make().map(({ way }) => way)).toEqual([0, 1, 2]);
  expect(make()[1]!.text).toMatch(/^[a-z]+$/);
});

test("what stands in the field grows by a character a key, and a slip is one slip", () => {
  const typed = [{ text: "A😀b", way: 0, keys: new Set([1]) }];
  expect(keyStrokes(typed)).toEqual(["A", "A😀", "A😀b"]);
  const random = new Random(1);
  for (let turn = 0; turn < 200; turn++) expect(slips("Zhou Enlai", mistyped("Zhou Enlai", random), 3)).toBeLessThanOrEqual(1);
});
