import { expect, test } from "vitest";
import { packOf } from "../spotting/testing";
import { findBeforeEndings, findForgivingly, findLike, findStrictly, NO_MATCH } from "./match-name";
import { lettersOf, nameTable } from "./name-table";

type Find = typeof findStrictly;

const table = nameTable([
  packOf([{ id: "zhou", names: ["Zhou En-lai"], short: ["Zhou"] }]),
  packOf([{ id: "zhou", names: ["저우언라이"], lang: "ko" }]),
  packOf([{ id: "zhou", names: ["周恩来"], lang: "zh" }]),
]);
const ZHOU = "Zhou En-lai";
const HANGUL = "저우언라이";

/** The least grade that a name is found with. */
function gradeOf(find: Find, typed: string, name: string): number {
  let least = NO_MATCH;
  find(table, lettersOf(typed), (at, grade) => {
    if (table.rows[at]!.text === name) least = Math.min(least, grade);
  });
  return least;
}

test.each([
  ["Zhou En-lai", 0], ["zhouenlai", 0], ["ZHOU ENLAI", 0], ["Zhou En lai", 0], ["lai en zhou", 1], ["zhou en", 2], ["zh", 2], ["en", 3], ["enlai", 3], ["lai zh", 3],
  ["ou", NO_MATCH], ["nlai", NO_MATCH], ["zhou enlai x", NO_MATCH], ["zhou zhou", NO_MATCH], ["zhuo enlai", NO_MATCH],
])("all of “%s” is in Zhou En-lai: %s", (typed, grade) => {
  expect(gradeOf(findStrictly, typed, ZHOU)).toBe(grade);
});

test.each([
  ["zhuo enlai", 10], ["zhou emlai", 10], ["zhouenlaii", 10], ["zouenlai", 10], ["zhuo en", 11], ["zhuo enlia", 20],
  ["zxo", NO_MATCH], ["shu enlaoo", NO_MATCH], ["zhou enlai 2", NO_MATCH],
])("“%s” is Zhou En-lai but for slips: %s", (typed, grade) => {
  expect(gradeOf(findForgivingly, typed, ZHOU)).toBe(grade);
});

test("a short name is worth no more than a beginning", () => {
  expect(gradeOf(findStrictly, "zhou", "Zhou")).toBe(2);
  expect(gradeOf(findStrictly, "zhou", ZHOU)).toBe(2);
});

test("in Hangul a letter that is still being composed is a beginning, and a syllable is a letter", () => {
  expect(gradeOf(findStrictly, "저우어", HANGUL)).toBe(2);
  expect(gradeOf(findStrictly, "언라이", HANGUL)).toBe(3);
  expect(gradeOf(findForgivingly, "저우얼라이", HANGUL)).toBe(10);
  expect(gradeOf(findForgivingly, "저우강라이", HANGUL)).toBe(10);
  expect(gradeOf(findForgivingly, "저우라언이", HANGUL)).toBe(10);
  expect(gradeOf(findForgivingly, "저강우라방", HANGUL)).toBe(NO_MATCH);
});

test("where no spaces stand between words, a name goes on from any letter", () => {
  expect(gradeOf(findStrictly, "恩来", "周恩来")).toBe(3);
  expect(gradeOf(findStrictly, "来恩", "周恩来")).toBe(NO_MATCH);
});

test("likeness is one for the same, half for half of it, nothing for what has other letters", () => {
  const like = (typed: string) => {
    let found = 0;
    findLike(table, lettersOf(typed), 0.1, (at, likeness) => (found = table.rows[at]!.text === ZHOU ? likeness : found));
    return found;
  };
  expect(like("zhouenlai")).toBe(1);
  expect(like("zhouenbxxv")).toBeCloseTo(10 / 17);
  expect(like("qqqq")).toBe(0);
});

test("before an ending the whole name is found, the longest one first, and then a short one", () => {
  const ending = (without: string[]) => {
    const found: [text: string, grade: number][] = [];
    findBeforeEndings(table, without, (at, grade) => found.push([table.rows[at]!.text, grade]));
    return found.sort((a, b) => a[1] - b[1]);
  };
  expect(ending(["周恩来"])).toEqual([["周恩来", 0.5]]);
  expect(ending(["周恩来夫", "周恩来"])).toEqual([["周恩来", 0.51]]);
  expect(ending(["Zhou", "周恩来"])).toEqual([["周恩来", 0.51], ["Zhou", 1.9]]);
  expect(ending(["周恩"])).toEqual([]);
});
