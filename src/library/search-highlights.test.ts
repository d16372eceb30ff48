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
      const found = new Set(search.search(query).ats);
      for (const at of oracle([...rows.values()], query)) expect(found).toContain(at);
      for (const at of found) expect(rows.has(at)).toBe(true);
      expect(search.search(query).ats.length).toBe(found.size);
    }),
  );
});

test("a typing error is forgiven once the index is built, and what it stood for is told", () => {
  const search = new HighlightSearch();
  search.add(numbered([{ text: "the treaty was signed", note: "", tags: "", title: "", names: "" }]));
  expect(search.search("tretay").ats).toEqual([]);
  while (search.work(1));
  expect(search.search("treety")).toEqual({ ats: [0], near: ["treaty"] });
});

test("tags, names and titles count for more than the text", () => {
  const blank = { text: "", note: "", tags: "", title: "", names: "" };
  const search = new HighlightSearch();
  search.add(numbered([{ ...blank, text: "a bridge" }, { ...blank, tags: "bridge" }]));
  while (search.work(1));
  expect(search.search("bridge").ats).toEqual([1, 0]);
});

test("any script is found, from one Han character on", () => {
  const search = new HighlightSearch();
  const blank = { note: "", tags: "", title: "", names: "" };
  search.add(numbered([{ ...blank, text: "签了停战协定以后" }, { ...blank, text: "대표단은 국경에서" }, { ...blank, text: "Договор о мосте" }]));
  for (const rounds of [0, 10]) {
    search.work(rounds);
    expect(search.search("战").ats).toEqual([0]);
    expect(search.search("协定").ats).toEqual([0]);
    expect(search.search("대표").ats).toEqual([1]);
    expect(search.search("договор").ats).toEqual([2]);
    expect(search.search("定协").ats).toEqual([]);
  }
});
