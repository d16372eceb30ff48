import { expect, test } from "vitest";
import { isPrefix, isTail, titleAfter } from "./korean";

/** What may follow the name before the bar. */
const TAILS = [
  "김일성|은", "김정은|이", "쏘련|과의", "쏘련|을", "중국|에서는", "김일성|님께서는", "리승만|역도의", "공화국|정부", "동남아세아|나라들과", "평양|으로부터의",
  "서울|로", "서울|로부터", "당|과", "조선|인민에게", "모택동|이라는", "모스크바|에서", "모스크바|는", "모스크바|로", "김정은|국무위원장이", "미국|",
];
test.each(TAILS)("%s", (word) => {
  const [name, tail] = word.split("|") as [string, string];
  expect(isTail(name + tail, name.length, name.length + tail.length)).toBe(true);
});

/** What makes another word of it. */
const OTHER_WORDS = ["인도|주의", "당|당한", "미국|가", "모스크바|은", "평양|로", "서울|으로", "김일성|종합대학", "김책|제철련합기업소", "인도|적", "조선|일보"];
test.each(OTHER_WORDS)("not %s", (word) => {
  const [name, tail] = word.split("|") as [string, string];
  expect(isTail(name + tail, name.length, name.length + tail.length)).toBe(false);
});

test("some syllables may stand before a name", () => {
  expect(isPrefix("반")).toBe(true);
  expect(isPrefix("영웅적")).toBe(true);
  expect(isPrefix("개")).toBe(false);
});

test("a title after a surname is known in either script", () => {
  expect(titleAfter("김 위원장", 1)).not.toBeNull();
  expect(titleAfter("毛主席", 1)).not.toBeNull();
  expect(titleAfter("김 선", 1)).toBeNull();
});
