import { expect, test } from "vitest";
import { languageOf, type Translate } from "./translate";

const speaking = (tag: string) => ((key: string) => (key === "language_tag" ? tag : key)) as Translate;

test.each([
  ["en", "en-GB", "en-GB"],
  ["en", "fr", "en"],
  ["de", "de-AT", "de-AT"],
  ["zh-Hant", "zh-HK", "zh-HK"],
  ["zh-Hans", "zh-TW", "zh-Hans"],
  ["en", "no tag", "en"],
])("texts in %s in a browser that speaks %s have dates in %s", (texts, browser, dates) => {
  expect(languageOf(speaking(texts), browser)).toBe(dates);
});
