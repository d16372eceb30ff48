import { expect, test } from "vitest";
import { foldName, readLanguage } from "./names";

test.each([
  ["Lüthi", "LUTHI"],
  ["Rákosi", "Rakosi"],
  ["Андрей", "АНДРЕИ"],
  ["Ｋｉｍ", "kim"],
])("%s and %s are one name", (a, b) => {
  expect(foldName(a)).toBe(foldName(b));
});

test.each([["か", "が"], ["김", "긴"], ["Kim", "Kin"], ["彭德怀", "彭德懷"]])("%s and %s are two", (a, b) => {
  expect(foldName(a)).not.toBe(foldName(b));
});

test.each([["en", "en"], ["zh-hant", "zh-Hant"], ["klingon_x", null], ["", null], ["english", "english"]])(
  "the language %j is %j",
  (tag, language) => {
    expect(readLanguage(tag)).toBe(language);
  },
);
