import { expect, test } from "vitest";
import { packOf } from "../spotting/testing";
import { forgivingGrade, likenessTo, NO_MATCH, strictGrade } from "./match-name";
import { lettersOf, nameTable } from "./name-table";

const [zhou, short] = nameTable([packOf([{ id: "zhou", names: ["Zhou En-lai"], short: ["Zhou"] }])]) as [Row, Row];
type Row = ReturnType<typeof nameTable>[number];
const [hangul] = nameTable([packOf([{ id: "zhou", names: ["저우언라이"], lang: "ko" }])]) as [Row];

test.each([
  ["Zhou En-lai", 0], ["zhouenlai", 0], ["ZHOU ENLAI", 0], ["Zhou En lai", 0], ["lai en zhou", 1], ["zhou en", 2], ["zh", 2], ["en", 3], ["enlai", 3], ["lai zh", 3],
  ["ou", NO_MATCH], ["nlai", NO_MATCH], ["zhou enlai x", NO_MATCH], ["zhou zhou", NO_MATCH], ["zhuo enlai", NO_MATCH],
])("all of “%s” is in Zhou En-lai: %s", (typed, grade) => {
  expect(strictGrade(lettersOf(typed))(zhou)).toBe(grade);
});

test.each([
  ["zhuo enlai", 10], ["zhou emlai", 10], ["zhouenlaii", 10], ["zouenlai", 10], ["zhuo en", 11], ["zhuo enlia", 20],
  ["zxo", NO_MATCH], ["shu enlaoo", NO_MATCH], ["zhou enlai 2", NO_MATCH],
])("“%s” is Zhou En-lai but for slips: %s", (typed, grade) => {
  expect(forgivingGrade(lettersOf(typed))(zhou)).toBe(grade);
});

test("a short name is worth no more than a beginning", () => {
  expect(strictGrade(lettersOf("zhou"))(short)).toBe(2);
  expect(strictGrade(lettersOf("zhou"))(zhou)).toBe(2);
});

test("in Hangul a letter that is still being composed is a beginning, and a syllable is a letter", () => {
  expect(strictGrade(lettersOf("저우어"))(hangul)).toBe(2);
  expect(strictGrade(lettersOf("언라이"))(hangul)).toBe(3);
  expect(forgivingGrade(lettersOf("저우얼라이"))(hangul)).toBe(10);
  expect(forgivingGrade(lettersOf("저우강라이"))(hangul)).toBe(10);
  expect(forgivingGrade(lettersOf("저우라언이"))(hangul)).toBe(10);
  expect(forgivingGrade(lettersOf("저강우라방"))(hangul)).toBe(NO_MATCH);
});

test("likeness is one for the same, half for half of it, nothing for what has other letters", () => {
  const like = (typed: string) => likenessTo(lettersOf(typed))(zhou);
  expect(like("zhouenlai")).toBe(1);
  expect(like("zhouenbxxv")).toBeCloseTo(10 / 17);
  expect(like("qqqq")).toBe(0);
});
