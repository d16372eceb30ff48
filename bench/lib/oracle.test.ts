import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Oracle, spellingOf, tokensOf } from "./oracle";

/** What an oracle of the names finds, as it stands in the text. */
function found(names: string[], text: string): string[] {
  return new Oracle(names).find(text).map(({ start, end, entries }) => `${text.slice(start, end)}=${entries.join("+")}`);
}

test("words are folded, and cut where the documentation says", () => {
  expect(tokensOf("P’êng Te-huai’s “ODD”, U.S. ǅ.").map(({ folded, gap }) => `${gap}:${folded}`)).toEqual([
    "hard:peng", "soft:te", "soft:huai", "loose:odd", "hard:u", "loose:s", "loose:dz",
  ]);
  expect(tokensOf("彭德怀在ガガーリン김일성").map(({ folded }) => folded)).toEqual([..."彭德怀在", "ガガーリン", ..."김일성"]);
  expect(spellingOf(tokensOf("Washington, D.C."))).toBe("washington | d c");
});

test("finds whole words, the longest, from left to right", () => {
  expect(found(["New York", "York", "New York City"], "New York, newyork, York and NEW YORK CITY")).toEqual([
    "New York=0", "York=1", "NEW YORK CITY=2",
  ]);
});

test("a capital of the name is one in the text", () => {
  expect(found(["Most", "Cold War", "WHO"], "most of the cold war, Cold war; who is WHO in Most")).toEqual([
    "Cold war=1", "WHO=2", "Most=0",
  ]);
});

test("initials between two names are passed over", () => {
  expect(found(["George Bush"], "George H. W. Bush met George, Bush and George H. Bush")).toEqual([
    "George H. W. Bush=0", "George H. Bush=0",
  ]);
});

test("Korean names stand before particles, Chinese ones anywhere", () => {
  expect(found(["중국", "中国"], "중국은 중국어다 反中国 이중국")).toEqual(["중국=0", "中国=1"]);
});

test("a text of names and other words gives the names", () => {
  const names = ["Aba", "Bab", "Caba Bac"];
  const word = fc.constantFrom(...names, "xyz", "Xyz");
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const expected = words.filter((text) => names.includes(text)).map((text) => `${text}=${names.indexOf(text)}`);
      expect(found(names, words.join(", "))).toEqual(expected);
    }),
  );
});
