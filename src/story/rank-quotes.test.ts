import fc from "fast-check";
import { expect, test } from "vitest";
import type { Quote } from "../packs/model";
import { rankQuotes } from "./rank-quotes";

const quote = (id: string, text: string, about: string[] = []): Quote => ({
  id,
  pieces: [text],
  speaker: { entry: "mao" },
  to: [],
  about,
  cite: { source: "somewhere" },
});

const quotes = [
  quote("seedling", "Kim is like a seedling. You planted him."),
  quote("wall", "Our two parties are digging under the wall.", ["kim"]),
  quote("bomb", "The atomic bomb is a paper tiger.", ["bomb"]),
];
const order = (paragraph: string, story: string[] = []) =>
  rankQuotes(quotes, { entry: "mao", paragraph, story: new Set(story) }).map((each) => each.id);

test("the quote that shares the paragraph's words comes first", () => {
  expect(order("He would not be digging under anybody, he said.")[0]).toBe("wall");
  expect(order("A paper tiger, the ministry said of the sanctions.")[0]).toBe("bomb");
});

test("where words do not decide, the company on the page does", () => {
  expect(order("Nothing of the kind.", ["bomb"])[0]).toBe("bomb");
});

test("nothing is lost, and equal quotes keep their order", () => {
  expect(order("")).toEqual(["seedling", "wall", "bomb"]);
  fc.assert(
    fc.property(fc.string(), fc.array(fc.constantFrom("kim", "bomb", "mao")), (paragraph, story) => {
      expect(order(paragraph, story).sort()).toEqual(["bomb", "seedling", "wall"]);
    }),
  );
});
