import { expect, test } from "vitest";
import type { Highlight, PageFacts } from "../messages/highlight";
import { citeHighlight, sourceOf } from "./cite";

const page: PageFacts = {
  keys: ["chinafile.com/remember-1956"],
  url: "https://www.chinafile.com/remember-1956#:~:text=old",
  title: "Why Won’t China Help With North Korea? Remember 1956",
  site: "ChinaFile",
  author: "Sergey Radchenko",
  published: "2017-07-05",
  lang: "en",
};

const highlight: Highlight = {
  id: "5b2f6f5e-4a4f-4d8e-9f0a-3f2f5b7a1c01",
  kind: "passage",
  text: "“They won’t listen to China,” Mao said.",
  page,
  colour: "yellow",
  note: "",
  tags: [],
  mentions: [],
  created: "2026-11-22T08:00:00.000Z",
  modified: "2026-11-22T08:00:00.000Z",
};

test("a page is a source with what it said of itself", () => {
  expect(sourceOf(page, highlight.created)).toEqual({
    id: "chinafile.com/remember-1956",
    type: "webpage",
    title: "Why Won’t China Help With North Korea? Remember 1956",
    author: [{ family: "Radchenko", given: "Sergey" }],
    "container-title": "ChinaFile",
    issued: { "date-parts": [[2017, 7, 5]] },
    accessed: { "date-parts": [[2026, 11, 22]] },
    language: "en",
    URL: "https://www.chinafile.com/remember-1956",
  });
});

test("of a page that says nothing, nothing is made up", () => {
  const silent: PageFacts = { keys: ["x.org/a"], url: "https://x.org/a", title: "", site: "", author: "", published: "", lang: "" };
  expect(sourceOf(silent, "")).toEqual({ id: "x.org/a", type: "webpage", URL: "https://x.org/a" });
});

test.each([
  ["The New York Times", "article-newspaper"],
  ["人民日报", "article-newspaper"],
  ["Foreign Affairs", "article-magazine"],
  ["chinafile.com", "webpage"],
  ["posthistory.org", "webpage"],
])("%s publishes %s", (site, type) => {
  expect(sourceOf({ ...page, site }, "").type).toBe(type);
});

test("a book has no address and was not seen on a day", () => {
  const book = { ...page, keys: ["book:On War|Clausewitz"], url: "", site: "" };
  expect(sourceOf(book, highlight.created)).toMatchObject({ type: "book" });
  expect(sourceOf(book, highlight.created)).not.toHaveProperty("accessed");
  expect(citeHighlight({ ...highlight, page: book })).not.toMatch(/http|accessed/);
});

test("a passage is quoted with its note and the address of its words", () => {
  expect(citeHighlight(highlight)).toBe(
    "“‘They won’t listen to China,’ Mao said.” Sergey Radchenko, “Why Won’t China Help With North Korea? Remember 1956,” " +
      "ChinaFile, July 5, 2017, https://www.chinafile.com/remember-1956#:~:text=They%20won%E2%80%99t%20listen%20to%20China%2C%E2%80%9D%20Mao%20said.",
  );
});

test("each paragraph of a passage is marked, up to three", () => {
  const cited = citeHighlight({ ...highlight, text: "One.\n\nTwo.\nThree.\nFour." });
  expect(cited).toContain("“One. Two. Three. Four.”");
  expect(cited).toContain("#:~:text=One&text=Two&text=Three.");
});

test("a quote is cited by its own sources, and what a card says stands without quotation marks", () => {
  const of = { ref: "korea-china/mao", quote: "q1", citation: "Mao, Talks, 1956." };
  expect(citeHighlight({ ...highlight, kind: "quote", text: "So be it.", of })).toBe("“So be it.” Mao, Talks, 1956.");
  expect(citeHighlight({ ...highlight, kind: "card", text: "A marshal.", of })).toBe("A marshal. Mao, Talks, 1956.");
});
