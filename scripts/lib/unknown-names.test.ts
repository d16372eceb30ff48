import { expect, test } from "vitest";
import { spotterOf } from "../../src/spotting/testing";
import { unknownNames } from "./unknown-names";

const spotter = spotterOf({ id: "mao-zedong", names: ["Mao Zedong"] });

test("names that no entry has, the most frequent first, with the texts they stand in", () => {
  const texts = [
    "In June, not in May, the envoy met Mao Zedong in Harbin. Later Harbin was mentioned again, and later still.",
    "They signed the Treaty of Portsmouth, and Harbin’s governor read it.",
  ];
  expect(unknownNames(spotter, texts, 1)).toEqual([
    { name: "Harbin", times: 3, texts: 2 },
    { name: "Treaty of Portsmouth", times: 1, texts: 1 },
  ]);
  expect(unknownNames(spotter, texts, 2).map(({ name }) => name)).toEqual(["Harbin"]);
});

test("a capital that only the beginning of a sentence gives makes no name", () => {
  expect(unknownNames(spotter, ["Later they left. Nobody stayed.\n\nEven so, it snowed."], 1)).toEqual([]);
  expect(unknownNames(spotter, ["Harbin is cold. He went to Harbin."], 1)).toEqual([{ name: "Harbin", times: 2, texts: 1 }]);
});
