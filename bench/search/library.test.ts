import { expect, test } from "vitest";
import { queryTerms } from "../../src/highlights/terms";
import { packProse } from "../lib/prose";
import { foldedScan } from "./peers";
import { searchTexts } from "./library";

const prose = packProse().flat();
const others = ["Alle Menschen sind frei und gleich an Würde und Rechten geboren."];
const make = () => searchTexts({ prose, others }, { size: 400, queries: 50, seed: 5 });

test("a library is the same each time, and no two of its highlights are alike where they are of packs", () => {
  const { rows } = make();
  expect(make().rows).toEqual(rows);
  const texts = rows.map(({ text }) => text).filter((text) => !others.includes(text));
  expect(new Set(texts).size).toBe(texts.length);
  expect(rows.map(({ at }) => at)).toEqual(rows.map((_, at) => at));
});

test("most queries find what they were taken from", () => {
  const { rows, queries } = make();
  const scan = foldedScan(rows);
  const asked = queries.filter((query) => queryTerms(query).length > 0);
  expect(asked.length).toBeGreaterThan(40);
  expect(asked.filter((query) => scan(query).length > 0).length / asked.length).toBeGreaterThan(0.95);
});
