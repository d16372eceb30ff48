/** The page is read back by a parser of HTML. */
import * as fc from "fast-check";
import { Window } from "happy-dom";
import { expect, test } from "vitest";
import { english } from "../../i18n/english";
import type { Highlight } from "../../messages/highlight";
import { highlightAddress } from "../cite";
import { anyHighlights, highlightOf } from "../testing";
import { writeHtml } from "./html";
import { COLOUR_NAMES } from "./testing";

const options = { colourNames: { ...COLOUR_NAMES, yellow: "Yellow" }, locale: "en", t: english };
const write = (rows: readonly Highlight[]) => writeHtml.write(rows, options);
const { DOMParser } = new Window();
const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");
const texts = (html: ReturnType<typeof parse>, selector: string) => [...html.querySelectorAll(selector)].map((each) => each.textContent);
/** HTML has no NUL, and a file no halves of characters. */
const holdable = (text: string) => text.replace(/[\0\p{Surrogate}]/gu, "\ufffd");

test("an article with its highlights, in their order", () => {
  const rows = [
    highlightOf({ id: "1", text: "later", anchor: { exact: "later", prefix: "", suffix: "", start: 200, end: 205 } }),
    highlightOf({ id: "2", note: "So <b>it</b> was", tags: ["war"], found: { state: "changed", at: "2026-11-20T00:00:00.000Z", text: "Peng wrote two letters" } }),
  ];
  const page = parse(write(rows));
  expect(page.documentElement.getAttribute("lang")).toBe("en");
  expect(texts(page, "h1, h2")).toEqual(["Highlights", "The conference at Lushan"]);
  expect(texts(page, "blockquote")).toEqual(["Peng wrote a letter", "later"]);
  expect(page.querySelector("blockquote")!.getAttribute("cite")).toBe("https://example.org/lushan");
  expect(texts(page, ".note")).toEqual(["So <b>it</b> was"]);
  expect(texts(page, ".found")).toEqual(["On Nov 20, 2026 the page said: Peng wrote two letters"]);
  expect(texts(page, ".about")[0]).toBe("Yellow · Nov 1, 2026 · #war · On the page");
  expect(page.querySelector(".about a")!.getAttribute("href")).toBe("https://example.org/lushan#:~:text=Peng%20wrote%20a%20letter");
});

test("an address that would do something is no link", () => {
  const row = highlightOf({ id: "1" });
  const html = write([{ ...row, page: { ...row.page, url: "javascript:alert(1)" } }]);
  expect(texts(parse(html), "a")).toEqual([]);
});

test("everything that was saved stands in it as text, whatever it is, and nothing of it is markup", () => {
  const allowed = new Set("HTML HEAD META TITLE STYLE BODY MAIN H1 H2 ARTICLE P SECTION BLOCKQUOTE SPAN TIME A DIV Q".split(" "));
  fc.assert(
    fc.property(anyHighlights, (any) => {
      const rows = JSON.parse(JSON.stringify(any), (_, value: unknown) => (typeof value === "string" ? holdable(value) : value)) as Highlight[];
      const page = parse(write(rows));
      for (const { tagName } of page.querySelectorAll("*")) expect(allowed).toContain(tagName);
      expect(texts(page, "blockquote p").toSorted()).toEqual(rows.map(({ text }) => text).toSorted());
      expect(texts(page, ".note p").toSorted()).toEqual(rows.flatMap(({ note }) => note || []).toSorted());
      expect(texts(page, ".tag").toSorted()).toEqual(rows.flatMap(({ tags }) => tags.map((tag) => `#${tag}`)).toSorted());
      const hrefs = [...page.querySelectorAll(".about a")].map((each) => each.getAttribute("href"));
      expect(hrefs.toSorted()).toEqual(rows.flatMap((row) => highlightAddress(row) || []).toSorted());
    }),
  );
});
