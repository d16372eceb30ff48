import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chicagoBibliography, chicagoNote, shortCitation } from "./chicago";
import type { Source } from "./csl";

const viewpoint: Source = {
  id: "radchenko-2017",
  type: "webpage",
  title: "Why Won’t China Help With North Korea? Remember 1956",
  author: [{ family: "Radchenko", given: "Sergey" }],
  "container-title": "ChinaFile",
  issued: { "date-parts": [[2017, 7]] },
  URL: "https://www.chinafile.com/reporting-opinion/viewpoint/remember-1956",
};

const article: Source = {
  id: "luthi",
  type: "article-journal",
  title: "The “Second Front” of the Cold War",
  author: [
    { family: "Lüthi", given: "Lorenz M." },
    { family: "Goor", given: "Jan", "non-dropping-particle": "van der" },
  ],
  "container-title": "Journal of Cold War Studies",
  volume: 12,
  issue: "3",
  page: "22-61",
  issued: { "date-parts": [["2010", "6"]] },
  DOI: "https://doi.org/10.1162/abc",
};

const volume: Source = {
  id: "frus",
  type: "book",
  title: "Foreign Relations of the United States, 1958–1960, Volume XIX, China",
  "title-short": "FRUS 1958–1960, XIX",
  editor: [{ family: "Keefer", given: "Edward C." }, { family: "Mabon", given: "David W." }],
  "publisher-place": "Washington",
  publisher: "Government Printing Office",
  issued: { "date-parts": [[1996]] },
};

const chapter: Source = {
  id: "ch",
  type: "chapter",
  title: "The Purge",
  author: [{ literal: "Academy of Sciences" }],
  editor: [{ family: "King", given: "Martin", suffix: "Jr." }],
  "container-title": "Korea After the War",
  page: "1-20",
  publisher: "Press",
  issued: { "date-parts": [[1999]] },
};

describe("a bibliography", () => {
  test("prints what appeared on a site", () => {
    expect(chicagoBibliography(viewpoint)).toBe(
      "Radchenko, Sergey. “Why Won’t China Help With North Korea? Remember 1956.” ChinaFile, July 2017. " +
        "https://www.chinafile.com/reporting-opinion/viewpoint/remember-1956.",
    );
  });

  test("prints an article with volume, issue, pages and DOI", () => {
    expect(chicagoBibliography(article)).toBe(
      "Lüthi, Lorenz M., and Jan van der Goor. “The ‘Second Front’ of the Cold War.” " +
        "Journal of Cold War Studies 12, no. 3 (June 2010): 22–61. https://doi.org/10.1162/abc.",
    );
  });

  test("puts editors first where there is no author", () => {
    expect(chicagoBibliography(volume)).toBe(
      "Keefer, Edward C., and David W. Mabon, eds. Foreign Relations of the United States, 1958–1960, Volume XIX, China. " +
        "Washington: Government Printing Office, 1996.",
    );
  });

  test("prints a chapter in its book", () => {
    expect(chicagoBibliography(chapter)).toBe(
      "Academy of Sciences. “The Purge.” In Korea After the War, edited by Martin King, Jr., 1–20. Press, 1999.",
    );
  });

  test.each([
    [
      { type: "article-newspaper", title: "Why Now?", "container-title": "The Diplomat" },
      "“Why Now?” The Diplomat.",
    ],
    [
      { type: "report", title: "Profile", genre: "report", number: "7", publisher: "CIA", issued: { "date-parts": [[1994]] } },
      "Profile. Report 7. CIA, 1994.",
    ],
    [
      { type: "document", title: "Telegram", issued: { raw: "1956-09-18" }, archive: "AVPRF", archive_location: "F. 0102" },
      "“Telegram.” September 18, 1956. F. 0102, AVPRF.",
    ],
    [
      { type: "dataset", title: "Provocations", publisher: "CSIS", URL: "https://x.org/", accessed: { "date-parts": [[2026, 1, 2]] } },
      "Provocations. CSIS. Accessed January 2, 2026. https://x.org/.",
    ],
    [
      { type: "post", title: "A <i>post</i>", author: [{ given: "Ann" }], "container-title": "X", issued: { literal: "Spring" } },
      "Ann. “A post.” X, Spring.",
    ],
    [{ type: "book", title: "Undated", publisher: "Press" }, "Undated. Press, n.d."],
    [{ type: "webpage", title: "Nothing known", URL: "https://x.org/" }, "“Nothing known.” N.d. https://x.org/."],
    [{ type: "chapter", title: "Loose", "publisher-place": "Paris" }, "“Loose.” Paris, n.d."],
    [{ type: "speech" }, "“Untitled.”"],
  ])("makes do with %j", (fields, printed) => {
    expect(chicagoBibliography({ id: "x", ...fields })).toBe(printed);
  });

  test("lists ten authors, and of eleven the first seven", () => {
    const people = (count: number) => Array.from({ length: count }, (_, index) => ({ family: `F${index}`, given: "G" }));
    const printed = (count: number) => chicagoBibliography({ id: "x", type: "book", title: "T", author: people(count), publisher: "P" });
    expect(printed(10)).toContain("G F8, and G F9. T");
    expect(printed(11)).toContain("G F6, et al. T");
    expect(printed(11)).not.toContain("F7");
  });
});

describe("a note", () => {
  test("says where, before the address", () => {
    expect(chicagoNote(viewpoint, "para. 12")).toBe(
      "Sergey Radchenko, “Why Won’t China Help With North Korea? Remember 1956,” ChinaFile, July 2017, para. 12, " +
        "https://www.chinafile.com/reporting-opinion/viewpoint/remember-1956.",
    );
  });

  test("prints pages without their word, and an article's after a colon", () => {
    expect(chicagoNote(article, "pp. 23-24")).toContain("12, no. 3 (June 2010): 23–24, https://doi.org/");
    expect(chicagoNote(article, "note 4")).toContain("12, no. 3 (June 2010), note 4, https://doi.org/");
    expect(chicagoNote(article)).toContain("12, no. 3 (June 2010), https://doi.org/");
  });

  test("puts a book's imprint in brackets", () => {
    expect(chicagoNote(volume, "doc. 74")).toBe(
      "Edward C. Keefer and David W. Mabon, eds., Foreign Relations of the United States, 1958–1960, Volume XIX, China " +
        "(Washington: Government Printing Office, 1996), doc. 74.",
    );
    expect(chicagoNote(chapter, "p. 3")).toBe(
      "Academy of Sciences, “The Purge,” in Korea After the War, ed. Martin King, Jr. (Press, 1999), 3.",
    );
  });

  test("ends with the title where nothing else is known", () => {
    expect(chicagoNote({ id: "x", type: "webpage", title: "Why?" })).toBe("“Why?”");
    expect(chicagoNote({ id: "x", type: "webpage", title: "So" })).toBe("“So.”");
    expect(chicagoNote({ id: "x", type: "book", title: "So" })).toBe("So (n.d.).");
  });
});

describe("a short citation", () => {
  test.each([
    [viewpoint, "Radchenko, ChinaFile, 2017"],
    [article, "Lüthi and van der Goor, Journal of Cold War Studies, 2010"],
    [volume, "Keefer and Mabon, FRUS 1958–1960, XIX, 1996"],
    [{ ...viewpoint, author: [] }, "Why Won’t China Help With North Korea, ChinaFile, 2017"],
    [{ ...viewpoint, issued: undefined }, "Radchenko, ChinaFile"],
    [{ ...volume, editor: undefined }, "FRUS 1958–1960, XIX, 1996"],
    [{ id: "x", type: "book", title: "Crisis: A Story", author: [{ family: "A" }, { family: "B" }, { family: "C" }] }, "A et al., Crisis"],
    [{ id: "x", type: "chapter", title: "Talk in Beijing, 4:15–8:28 p.m.", "container-title": "Papers" }, "Talk in Beijing, 4:15–8:28 p.m., Papers"],
    [{ id: "x", type: "chapter", title: "U.S. Policy. A Memorandum", "container-title": "Papers" }, "U.S. Policy, Papers"],
  ] as [Source, string][])("of %o is %s", (source, printed) => {
    expect(shortCitation(source)).toBe(printed);
  });
});

test("whatever the fields are, nothing is doubled, undefined or left open", () => {
  const text = fc.option(fc.stringMatching(/^[A-Ma-m]{1,12}[?!]?$/), { nil: undefined });
  const name = fc.record({ family: text, given: text, literal: text });
  const number = fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined });
  const date = fc.option(fc.record({ "date-parts": fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }), { maxLength: 2 }) }), { nil: undefined });
  const types = ["webpage", "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "report",
    "document", "manuscript", "dataset", "post", "thesis", "speech", "no-such-type"];
  const source = fc.record({
    id: fc.constant("x"),
    type: fc.constantFrom(...types),
    title: text,
    author: fc.option(fc.array(name, { maxLength: 12 }), { nil: undefined }),
    editor: fc.option(fc.array(name, { maxLength: 5 }), { nil: undefined }),
    issued: date,
    accessed: date,
    "container-title": text,
    publisher: text,
    "publisher-place": text,
    genre: text,
    volume: number,
    issue: number,
    page: number,
    URL: fc.option(fc.constant("https://x.org/a"), { nil: undefined }),
  });
  fc.assert(
    fc.property(source, fc.option(fc.constantFrom("p. 3", "para. 12", "doc. 74")), (item, locator) => {
      for (const printed of [chicagoBibliography(item), chicagoNote(item, locator ?? undefined)]) {
        expect(printed).not.toMatch(/undefined|NaN|\.\.|, ?,|^[,. ]|  | \.|\(\)|“”/);
        expect(printed).toMatch(/[.?!]”?$/);
      }
      if (locator) expect(chicagoNote(item, locator)).toContain(locator.replace("p. ", ""));
      expect(shortCitation(item)).not.toMatch(/undefined|, ?,|^[, ]|, $/);
    }),
  );
});
