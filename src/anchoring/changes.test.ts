import fc from "fast-check";
import { expect, test } from "vitest";
import { changesBetween } from "./changes";

const shown = (before: string, after: string): string =>
  changesBetween(before, after)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "removed" ? `[-${text}-]` : `{+${text}+}`))
    .join("");

test.each([
  ["nothing", "as it was", "as it was", "as it was"],
  ["a word", "some 23,000 soldiers crossed", "some 23,000 men crossed", "some 23,000 [-soldiers-]{+men+} crossed"],
  ["words that belong together", "a large red house stood", "a small blue house stood", "a [-large red-]{+small blue+} house stood"],
  ["an insertion", "they crossed the river", "they crossed the frozen river", "they crossed the {+frozen +}river"],
  ["a comma where a space was", "Kim promised to put it right", "Kim promised, once more, to put it right", "Kim promised{+, once more,+} to put it right"],
  ["Chinese", "彭德怀随后前往平壤", "彭德怀随后一同前往平壤", "彭德怀随后{+一同+}前往平壤"],
  ["all of it", "one", "two", "[-one-]{+two+}"],
  ["from nothing", "", "new", "{+new+}"],
])("%s", (_, before, after, expected) => {
  expect(shown(before, after)).toBe(expected);
});

test("both texts can be put together again", () => {
  const text = fc.array(fc.constantFrom("one", "two", " ", ", ", "平", "\ud83d", "é", "\u00ad"), { maxLength: 30 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = changesBetween(before, after);
      const without = (kind: string): string => changes.filter((change) => change.kind !== kind).map((change) => change.text).join("");
      expect([without("added"), without("removed")]).toEqual([before, after]);
    }),
  );
});

test("two long texts that have nothing in common are told apart at once", () => {
  const [before, after] = ["a ", "b "].map((word, index) => Array.from({ length: 20_000 }, (_, n) => word + (n + index * 50_000)).join(" "));
  expect(changesBetween(before!, after!).map(({ kind }) => kind)).toEqual(["removed", "added"]);
});
