import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText, markTerms, queryTerms, standsIn, termsOf } from "./terms";

/** Words of several scripts, with what lies between them. */
const text = fc
  .array(fc.constantFrom("Bridge", "bridges", "O’Brien", "épuration", "ËTUDE", "协定", "停战协定", "カタカナ", "ひらがな", "대표단", "мост", "312", ", ", " ", "-", "\n", "𠀀", "ß", "½"), { maxLength: 12 })
  .map((parts) => parts.join(""));

test("terms stand where they say, in the order of the text", () => {
  fc.assert(
    fc.property(text, (given) => {
      let last = 0;
      for (const { term, start, end } of termsOf(given)) {
        expect(foldText(given.slice(start, end))).toBe(term);
        expect(start).toBeGreaterThanOrEqual(last);
        last = start;
      }
    }),
  );
});

test("no run of letters, digits or marks is left out, and nothing else is in a term", () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })), (given) => {
      // What the definition of a run says, taken by itself.
      const runs = given.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]+|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー])[\p{L}\p{N}\p{M}'’ʼ])+/gu) ?? [];
      const joined: string[] = [];
      let last = -1;
      for (const { start, end } of termsOf(given)) {
        if (start < last) joined.push(joined.pop()! + given.slice(last, end));
        else joined.push(given.slice(start, end));
        last = Math.max(last, end);
      }
      expect(joined.join("|")).toBe(runs.filter((run) => /[\p{L}\p{N}]|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]/u.test(run)).join("|"));
    }),
    { numRuns: 400 },
  );
});

test("scripts without spaces are cut into pairs, others into words", () => {
  expect(termsOf("停战 of Ünïted").map(({ term }) => term)).toEqual(["停战", "战", "of", "united"]);
  expect(queryTerms("停战协")).toEqual(["停战", "战协"]);
  expect(queryTerms("停")).toEqual(["停"]);
  expect(queryTerms("O'Brien said")).toEqual(["obrien", "said"]);
});

test("a single letter at the end of a query says nothing yet; a single Han character does", () => {
  expect(queryTerms("treaty b")).toEqual(["treaty"]);
  expect(queryTerms("b")).toEqual([]);
  expect(queryTerms("b treaty")).toEqual(["b", "treaty"]);
});

test("reading a folded text through finds a term exactly where one of its terms begins so", () => {
  fc.assert(
    fc.property(text, text, (given, query) => {
      for (const term of queryTerms(query)) {
        const oracle = termsOf(given).some((each) => each.term.startsWith(term));
        expect(standsIn(foldText(given), term), `${term} in ${given}`).toBe(oracle);
      }
    }),
  );
});

test("marked runs are the text, cut", () => {
  fc.assert(
    fc.property(text, text, (given, query) => {
      const runs = markTerms(given, queryTerms(query), new Set());
      expect(runs.map((run) => run.text).join("")).toBe(given);
      for (const [at, run] of runs.entries()) if (at > 0) expect(run.marked).not.toBe(runs[at - 1]!.marked);
    }),
  );
});

test("what was searched for is marked as whole words, and what was found in spite of a typing error too", () => {
  const marked = (given: string, query: string, near: string[] = []) =>
    markTerms(given, queryTerms(query), new Set(near))
      .filter((run) => run.marked)
      .map((run) => run.text);
  expect(marked("Two bridges, a Bridge.", "bridge")).toEqual(["bridges", "Bridge"]);
  expect(marked("签了停战协定以后", "停战")).toEqual(["停战"]);
  expect(marked("the treaty", "tretay", ["treaty"])).toEqual(["treaty"]);
  expect(marked("nothing", "")).toEqual([]);
});
