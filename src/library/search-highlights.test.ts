import fc from "fast-check";
import { expect, test } from "vitest";
import type { SearchText } from "../highlights/search-text";
import { queryTerms, termsOf } from "../highlights/terms";
import { HighlightSearch } from "./search-highlights";

const WORDS = ["bridge", "treaty", "Mikoyan", "letters", "停战协定", "대표단", "épuration", "of"];
const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }).map((all) => all.join(" "));
const row = fc.record({ text: words, note: words, tags: words, title: words, names: words });

function numbered(rows: Omit<SearchText, "at">[]): SearchText[] {
  return rows.map((each, at) => ({ ...each, at }));
}

const found = (search: HighlightSearch, query: string) => [...search.search(query).ats];

/** Rows in which every term begins some term, by trying them all. */
function oracle(rows: readonly SearchText[], query: string): number[] {
  const terms = queryTerms(query);
  if (terms.length === 0) return [];
  return rows
    .filter(({ text, note, tags, title, names }) => {
      const own = [text, note, tags, title, names].flatMap((field) => termsOf(field));
      return terms.every((term) => own.some((each) => each.term.startsWith(term)));
    })
    .map(({ at }) => at);
}

test("whatever is in the index and whatever waits, the same highlights are found, however they came and went", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.array(row, { maxLength: 4 }), fc.nat(16), fc.array(fc.nat(12)), words, (first, again, worked, gone, query) => {
      const search = new HighlightSearch();
      const rows = new Map(numbered(first).map((each) => [each.at, each]));
      search.add([...rows.values()]);
      search.work(worked);
      // Some are changed, some deleted.
      for (const each of numbered(again)) rows.set(each.at, each);
      search.add(numbered(again));
      search.remove(gone);
      for (const at of gone) rows.delete(at);
      const { ats, near } = search.search(query);
      const expected = oracle([...rows.values()], query);
      // Where nothing has what was typed, what is like it counts.
      if (near.length === 0) expect([...ats].sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
      else expect(expected).toEqual([]);
      for (const at of ats) expect(rows.has(at)).toBe(true);
      expect(new Set(ats).size).toBe(ats.length);
    }),
  );
});

test("a typing error is forgiven once the index is built, and what it stood for is told", () => {
  const search = new HighlightSearch();
  search.add(numbered([{ text: "the treaty was signed", note: "", tags: "", title: "", names: "" }]));
  expect(found(search, "tretay")).toEqual([]);
  while (search.work(1));
  expect(search.search("treety")).toEqual({ ats: Uint32Array.of(0), near: ["treaty"] });
});

test("what is only like what was typed is not found where something has it as it was typed", () => {
  const blank = { note: "", tags: "", title: "", names: "" };
  const search = new HighlightSearch();
  search.add(numbered([{ ...blank, text: "the letter" }, { ...blank, text: "a litter" }, { ...blank, text: "lettered" }]));
  while (search.work(1));
  expect(found(search, "letter")).toEqual([0, 2]);
  expect(found(search, "lotter")).toEqual([0, 1]);
});

test("highlights that are written again and again leave nothing behind that is found", () => {
  const blank = { note: "", tags: "", title: "", names: "" };
  const search = new HighlightSearch();
  for (let turn = 0; turn < 1500; turn++) {
    search.add([{ ...blank, at: turn % 3, text: `word${turn} bridge` }]);
    while (search.work(1));
  }
  expect(found(search, "bridge").sort()).toEqual([0, 1, 2]);
  expect(found(search, "word1499")).toEqual([1499 % 3]);
  expect(found(search, "word1")).not.toContain(-1);
});

test("tags, names and titles count for more than the text", () => {
  const blank = { text: "", note: "", tags: "", title: "", names: "" };
  const search = new HighlightSearch();
  search.add(numbered([{ ...blank, text: "a bridge" }, { ...blank, tags: "bridge" }]));
  while (search.work(1));
  expect(found(search, "bridge")).toEqual([1, 0]);
});

test("any script is found, from one Han character on", () => {
  const search = new HighlightSearch();
  const blank = { note: "", tags: "", title: "", names: "" };
  search.add(numbered([{ ...blank, text: "签了停战协定以后" }, { ...blank, text: "대표단은 국경에서" }, { ...blank, text: "Договор о мосте" }]));
  for (const rounds of [0, 10]) {
    search.work(rounds);
    expect(found(search, "战")).toEqual([0]);
    expect(found(search, "协定")).toEqual([0]);
    expect(found(search, "대표")).toEqual([1]);
    expect(found(search, "договор")).toEqual([2]);
    expect(found(search, "定协")).toEqual([]);
  }
});
