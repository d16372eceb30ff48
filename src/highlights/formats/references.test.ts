/** BibTeX, RIS and CSL-JSON, read back by small parsers that know the formats and nothing of how they were written. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Highlight } from "../../messages/highlight";
import { articlesOf } from "../articles";
import { anyHighlights, highlightOf } from "../testing";
import { bibtexFormat } from "./bibtex";
import { cslJsonFormat } from "./csl-json";
import { risFormat } from "./ris";
import { OPTIONS } from "./testing";

const viewpoint: Highlight["page"] = {
  keys: ["chinafile.com/remember-1956"],
  url: "https://www.chinafile.com/remember-1956?a=1&b={2}",
  title: "What 100% of {China} & NATO_1 Won’t Do",
  site: "ChinaFile",
  author: "Jan van der Goor, Martin Luther King Jr. and Reuters",
  published: "2017-07-05",
  lang: "en",
};

const rows = [
  highlightOf({ id: "1", page: viewpoint, text: "First,\nhe said", note: "A {note}", tags: ["war", "a, b"] }),
  highlightOf({ id: "2", page: viewpoint, text: "Second", created: "2026-11-02T10:00:00.000Z", tags: ["war"] }),
  highlightOf({ id: "3", kind: "quote", text: "So be it.", of: { ref: "p/mao", quote: "q", citation: "Zhou, “Talks,” 1956, 12." } }),
];

/** Entries of a BibTeX file: type, key, and fields with their braces. */
function parseBibtex(text: string): { type: string; key: string; fields: Map<string, string> }[] {
  const entries = [];
  let at = 0;
  const balanced = () => {
    const from = ++at;
    for (let depth = 1; depth > 0; at++) {
      if (at >= text.length) throw new Error("a brace is open");
      if (text[at] === "{") depth++;
      if (text[at] === "}") depth--;
    }
    return text.slice(from, at - 1);
  };
  for (const head = /\s*@(\w+)\{([^,\s{}]+),\s*/y; at < text.length; ) {
    head.lastIndex = at;
    const [whole, type, key] = head.exec(text)!;
    at += whole.length;
    const fields = new Map<string, string>();
    for (const name = /\s*(\w+) = (?=\{)/y; text[at] !== "}"; ) {
      name.lastIndex = at;
      const field = name.exec(text)!;
      at += field[0].length;
      fields.set(field[1]!, balanced());
      const comma = /,\s*/y;
      comma.lastIndex = at;
      at += comma.exec(text)![0].length;
    }
    at = /\}\s*/y[Symbol.match](text.slice(at))![0].length + at;
    entries.push({ type: type!, key: key!, fields });
  }
  return entries;
}

const NAMED: Record<string, string> = { textbackslash: "\\", textbraceleft: "{", textbraceright: "}", textasciitilde: "~", textasciicircum: "^" };

/** What TeX prints. */
function printed(value = ""): string {
  return value.replace(/\\([a-z]+)\{\}|\\([&%$#_])|[{}]/g, (_, name?: string, mark?: string) => (name ? NAMED[name]! : (mark ?? "")));
}

/** Records of a RIS file: values by tag. */
function parseRis(text: string): Map<string, string[]>[] {
  const records: Map<string, string[]>[] = [];
  for (const line of text.split("\r\n")) {
    if (line === "") continue;
    const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- (.*)$/su.exec(line)!;
    if (tag === "TY") records.push(new Map());
    const record = records.at(-1)!;
    record.set(tag!, [...(record.get(tag!) ?? []), value!]);
  }
  return records;
}

const folded = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();
const said = (text: string) => text.trim() !== "";

describe("BibTeX", () => {
  test("names everything as biblatex does", () => {
    const [page, source] = parseBibtex(bibtexFormat.write(rows, OPTIONS));
    expect(page).toMatchObject({ type: "online", key: "goorWhat1002017" });
    expect(Object.fromEntries(page!.fields)).toEqual({
      author: "van der Goor, Jan and King, Jr., Martin Luther and {Reuters}",
      title: "What 100\\% of \\textbraceleft{}China\\textbraceright{} \\& {NATO\\_1} Won’t Do",
      organization: "ChinaFile",
      date: "2017-07-05",
      language: "en",
      url: "https://www.chinafile.com/remember-1956?a=1&b=%7B2%7D",
      urldate: "2026-11-01",
      keywords: "war, {a, b}",
      annotation: "“First,\nhe said”\nA \\textbraceleft{}note\\textbraceright{}\n\n“Second”",
    });
    expect(source).toMatchObject({ type: "misc", key: "talks" });
    expect(source!.fields.get("note")).toBe("Zhou, “Talks,” 1956, 12.");
    expect(source!.fields.get("annotation")).toBe("“So be it.”");
  });

  test("protects names where a title is written as a sentence is", () => {
    const titled = (title: string) => bibtexFormat.write([highlightOf({ id: "1", page: { ...viewpoint, title } })], OPTIONS);
    expect(titled("How China and the DPRK fell out over a purge")).toContain("{How {China} and the {DPRK} fell out over a purge}");
    expect(titled("How China Fell Out With ChinaFile")).toContain("{How China Fell Out With {ChinaFile}}");
  });

  test("holds what was saved, whatever it is", () => {
    fc.assert(
      fc.property(anyHighlights, (saved) => {
        const entries = parseBibtex(bibtexFormat.write(saved, OPTIONS));
        expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
        const notes = entries.map(({ fields }) => printed(fields.get("annotation"))).join("\n");
        const keywords = entries.map(({ fields }) => printed(fields.get("keywords"))).join("\n");
        for (const { text, note, tags } of saved) {
          expect(notes).toContain(text);
          expect(notes).toContain(note);
          for (const tag of tags) expect(keywords).toContain(tag);
        }
        for (const { page, citekey } of articlesOf(saved.filter((row) => !row.of))) {
          const { fields } = entries.find(({ key }) => key === citekey)!;
          expect(printed(fields.get("title"))).toBe(page.title);
          expect(fields.get("url") ?? "").toBe(page.url);
        }
      }),
    );
  });
});

describe("RIS", () => {
  test("has a tag for everything", () => {
    const [page, source] = parseRis(risFormat.write(rows, OPTIONS));
    expect([...page!]).toEqual([
      ["TY", ["ELEC"]],
      ["ID", ["goorWhat1002017"]],
      ["AU", ["van der Goor, Jan", "King, Martin Luther, Jr.", "Reuters"]],
      ["TI", [viewpoint.title]],
      ["T2", ["ChinaFile"]],
      ["PY", ["2017"]],
      ["DA", ["2017/07/05/"]],
      ["Y2", ["2026/11/01/"]],
      ["LA", ["en"]],
      ["UR", [viewpoint.url]],
      ["KW", ["war", "a, b"]],
      ["N1", ["“First, he said” A {note}", "“Second”"]],
      ["ER", [""]],
    ]);
    expect(source!.get("N1")).toEqual(["Zhou, “Talks,” 1956, 12.", "“So be it.”"]);
  });

  test("holds what was saved, whatever it is, and every value stays on its line", () => {
    fc.assert(
      fc.property(anyHighlights, (saved) => {
        const records = parseRis(risFormat.write(saved, OPTIONS));
        for (const record of records) expect([[...record.keys()][0], [...record.keys()].at(-1)]).toEqual(["TY", "ER"]);
        const all = (tag: string) => records.flatMap((record) => record.get(tag) ?? []);
        for (const { text, note, tags } of saved) {
          expect(all("N1")).toContain(folded(`“${text}”${note && `\n${note}`}`));
          for (const tag of tags.filter((one) => folded(one))) expect(all("KW")).toContain(folded(tag));
        }
        for (const { page } of articlesOf(saved.filter((row) => !row.of))) {
          if (folded(page.title)) expect(all("TI")).toContain(folded(page.title));
          if (page.url) expect(all("UR")).toContain(page.url);
        }
      }),
    );
  });
});

describe("CSL-JSON", () => {
  /** Fields that csl-data.json of the Citation Style Language 1.0.2 has, of those that we write. */
  const FIELDS = new Set(["id", "type", "title", "author", "container-title", "issued", "accessed", "language", "URL", "note", "keyword", "annote"]);

  test("is a list of items", () => {
    const [page] = JSON.parse(cslJsonFormat.write(rows, OPTIONS));
    expect(page).toMatchObject({
      id: "goorWhat1002017",
      type: "webpage",
      author: [{ family: "Goor", given: "Jan", "non-dropping-particle": "van der" }, { family: "King", given: "Martin Luther", suffix: "Jr." }, { literal: "Reuters" }],
      keyword: "war, a, b",
      annote: "“First,\nhe said”\nA {note}\n\n“Second”",
    });
  });

  test("has only fields and types that its schema has, and holds what was saved", () => {
    fc.assert(
      fc.property(anyHighlights, (saved) => {
        const items = JSON.parse(cslJsonFormat.write(saved, OPTIONS)) as Record<string, unknown>[];
        for (const item of items) {
          for (const field of Object.keys(item)) expect(FIELDS).toContain(field);
          expect(["webpage", "article-newspaper", "article-magazine", "book", "document"]).toContain(item["type"]);
        }
        const notes = items.map((item) => item["annote"]).join("\n");
        for (const { text, note } of saved) {
          expect(notes).toContain(text);
          expect(notes).toContain(note);
        }
        const keywords = items.map((item) => item["keyword"] ?? "").join("\n");
        for (const tag of saved.flatMap(({ tags }) => tags).filter(said)) expect(keywords).toContain(tag);
      }),
    );
  });
});

test("the order of what is written does not matter, and an article keeps its key as others are read after it", () => {
  fc.assert(
    fc.property(anyHighlights, (any) => {
      const saved = any.map((row) => ({ ...row, page: { ...row.page, keys: [row.id] } }));
      for (const { write } of [bibtexFormat, risFormat, cslJsonFormat]) {
        expect(write(any.toReversed(), OPTIONS)).toBe(write(any, OPTIONS));
      }
      const latest = saved.map(({ created }) => created).toSorted().at(-1);
      const before = articlesOf(saved.filter(({ created }) => created !== latest));
      const after = new Map(articlesOf(saved).map((article) => [article.page.keys[0], article.citekey]));
      for (const { page, citekey } of before) expect(after.get(page.keys[0])).toBe(citekey);
    }),
  );
});
