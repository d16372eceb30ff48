/** Markdown is read back by a parser of CommonMark, its front matter by one of YAML. */
import * as fc from "fast-check";
import type { Nodes, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { english } from "../../i18n/english";
import type { Highlight } from "../../messages/highlight";
import { highlightAddress } from "../cite";
import { anyHighlights, anyText, highlightOf } from "../testing";
import { writeMarkdown } from "./markdown";
import { markdownAddress, markdownLine, markdownText, quoteBlock } from "./markdown-text";
import { COLOUR_NAMES } from "./testing";

const options = { colourNames: { ...COLOUR_NAMES, yellow: "Yellow" }, locale: "en", t: english };
const write = (rows: readonly Highlight[]) => writeMarkdown.write(rows, options);

/** What a reader sees: paragraphs and line ends, no marks. Fails on anything else than text. */
function seen(nodes: readonly Nodes[]): string {
  return nodes.map(seenOf).join("\n\n");
}

function seenOf(node: Nodes): string {
  switch (node.type) {
    case "paragraph":
      return node.children.map(seenOf).join("");
    case "text":
      return node.value;
    case "break":
      return "\n";
    default:
      throw new Error(`${node.type} in a plain text`);
  }
}

/** CommonMark has no NUL, and reads halves of characters as it likes. */
const holdable = (text: string) => text.replace(/[\0\p{Surrogate}]/gu, "\ufffd");
const lines = (text: string) => holdable(text).replace(/\r\n?/g, "\n");
const paragraphs = (text: string) =>
  lines(text).split(/\n(?:[ \t]*\n)+/).map((each) => each.split("\n").filter(Boolean).join("\n")).filter(Boolean).join("\n\n");

describe("text", () => {
  const marks = fc.array(fc.constantFrom(..."\\`*_[]<>&~=$%^|#@-+!():;.\"' \t\n1a", "1. ", "- ", "&amp;", "    ", "---", "***", "```", "<b>"), { maxLength: 20 }).map((all) => all.join(""));

  test("shows as it is", () => {
    fc.assert(
      fc.property(fc.oneof(marks, anyText), (text) => {
        expect(seen(fromMarkdown(markdownText(holdable(text))).children)).toBe(paragraphs(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test("shows as it is in a block quote", () => {
    fc.assert(
      fc.property(fc.oneof(marks, anyText), (text) => {
        const [quote, ...more] = fromMarkdown(quoteBlock(`a\n\n${markdownText(holdable(text))}`)).children;
        expect(more).toEqual([]);
        expect(seen((quote as { children: RootContent[] }).children.slice(1))).toBe(paragraphs(text));
      }),
    );
  });

  test("shows as it is in a line", () => {
    fc.assert(
      fc.property(fc.oneof(marks, anyText), (text) => {
        const shown = fromMarkdown(markdownLine(holdable(text))).children;
        expect(seen(shown)).toBe(holdable(text).replace(/\s+/g, " ").trim());
      }),
      { numRuns: 2_000 },
    );
  });
});

test("an article, as Obsidian reads it", () => {
  const page = { ...highlightOf({ id: "" }).page, author: "Sergey Radchenko", title: "Why [China] won’t: a *note*" };
  const rows = [
    highlightOf({
      id: "5b2f6f5e-4a4f-4d8e-9f0a-3f2f5b7a1c01",
      page,
      text: "# Not a heading\nsecond",
      note: "A **note**\n\n```\nopen",
      tags: ["cold war", "1956", "korea/north"],
      mentions: [{ ref: "p/peng", name: "Peng Dehuai", kind: "person" }],
      found: { state: "changed", at: "2026-11-20T00:00:00.000Z", text: "New words" },
    }),
    highlightOf({ id: "5b2f6f5e-4a4f-4d8e-9f0a-3f2f5b7a1c02", page, found: { state: "orphan", at: "2026-11-20T00:00:00.000Z" } }),
  ];
  expect(write(rows)).toBe(`---
title: "Why [China] won’t: a *note*"
author: "Sergey Radchenko"
url: "https://example.org/lushan"
site: "Example"
published: 2017-07-05
citekey: "radchenkoWhyChina2017"
created: 2026-11-01
tags:
  - "_1956"
  - "cold-war"
  - "korea/north"
tag-names:
  - "1956"
  - "cold war"
---

# Why \\[China\\] won’t: a \\*note\\*

Radchenko, Sergey. “Why \\[China\\] won’t: a \\*note\\*.” Example, July 5, 2017. <https://example.org/lushan>

> [!quote] Yellow
>
> \\# Not a heading\\
> second

^3f2f5b7a1c01

#cold-war · #_1956 · #korea/north · [@radchenkoWhyChina2017] · [[Peng Dehuai]] · [On the page](<https://example.org/lushan#:~:text=Not%20a%20heading&text=second>)

*On Nov 20, 2026 the page said:*

> New words

> [!note]
> A **note**
>
> \`\`\`
> open

> [!quote] Yellow
>
> Peng wrote a letter

^3f2f5b7a1c02

[@radchenkoWhyChina2017] · [On the page](<https://example.org/lushan#:~:text=Peng%20wrote%20a%20letter>)

*Not found on the page on Nov 20, 2026.*
`);
});

test("everything that was saved stands in it, whatever it is", () => {
  fc.assert(
    fc.property(anyHighlights, (any) => {
      const rows = JSON.parse(JSON.stringify(any), (_, value: unknown) => (typeof value === "string" ? holdable(value) : value)) as Highlight[];
      const [, front = "", body = ""] = /^---\n(.*?)---\n(.*)$/s.exec(write(rows))!;
      const facts = parse(front);
      const quotes = fromMarkdown(body).children.filter((node) => node.type === "blockquote");
      const shown = quotes.flatMap(({ children: [head, ...more] }) => (JSON.stringify(head).includes("[!quote]") ? [seen(more)] : []));
      expect(shown.toSorted()).toEqual(rows.map(({ text }) => paragraphs(text)).toSorted());
      for (const row of rows) {
        const { note, tags, page } = row;
        if (note) expect(body).toContain(quoteBlock(`[!note]\n${note}`));
        for (const tag of tags) expect([...facts.tags, ...(facts["tag-names"] ?? [])]).toContain(tag);
        if (page.url) expect(body).toContain(`(${markdownAddress(highlightAddress(row))})`);
      }
    }),
  );
});

test("block ids are Obsidian's, and stay when the highlight is edited", () => {
  fc.assert(
    fc.property(fc.uuid(), anyText, (id, note) => {
      const idOf = (row: Highlight) => /^\^([a-z\d-]+)$/m.exec(write([row]))![1];
      expect(idOf(highlightOf({ id }))).toBe(idOf(highlightOf({ id, note: note.replaceAll("^", "") })));
    }),
  );
});
