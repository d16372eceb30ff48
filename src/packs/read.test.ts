import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePack } from "./compile";
import { MESSY_PACK } from "./messy-pack";
import type { PackFile, Problem } from "./model";
import { openPack } from "./open";
import { readPack } from "./read";
import { verifyPack } from "./verify";

/** Milliseconds for a few hundred packs, also on a busy machine. */
const PATIENCE = 60_000;

/** A sound pack, much as docs/pack-format.md has it. */
const SOUND: PackFile[] = [
  {
    path: "pack.yaml",
    text: "id: sound\ntitle: Sound\nversion: 1.0.0\nlanguages: [en, zh]\nlicence: CC-BY-4.0\nauthors: [A. Author]\n",
  },
  { path: "sources.json", text: '[{"id": "r17", "type": "webpage", "title": "R", "custom": {"x": 1}}]' },
  {
    path: "quotes.yaml",
    text: "- text: [They won’t listen, to you.]\n  speaker: mao-zedong\n  to: [peng-dehuai, {name: Mikoyan}]\n  date: 1956-09\n  about: [august-1956]\n  cite: r17, para. 19\n",
  },
  {
    path: "entries/people/peng-dehuai.md",
    text: `---
kind: person
names: {en: [Peng Dehuai, P'eng Te-huai], zh: [彭德怀]}
short: Peng
titles: [Marshal Peng]
born: 1898
died: 1974
cite: r17
roles:
  - {title: Marshal, from: 1955, cite: "r17, p. 2"}
links: [[mao-zedong]]
wikipedia: Peng_Dehuai
aliases: [X]
---
A marshal. [@r17]

Sent by [[mao-zedong]]. [@r17, para. 21]

## Timeline
- 1956-09-18: Sent. [@r17]
`,
  },
  { path: "entries/people/mao-zedong.md", text: "---\nkind: person\nnames: Mao Zedong\n---\nChairman. [@r17]\n" },
  { path: "entries/august-1956.md", text: "---\nkind: event\nnames: [August Plenum]\ndate: 1956-08\ncite: r17\n---\nA plenum. [@r17]\n" },
];

function lines(problems: readonly Problem[]): string[] {
  return problems.map(({ file, line, severity, message }) => `${file}:${line}: ${severity}: ${message}`);
}

describe("a sound pack", () => {
  const { pack, problems, quoteLines } = readPack(SOUND);

  test("has no problems", () => {
    expect(lines(problems)).toEqual([]);
  });

  test("is read as it is written", () => {
    expect(pack.entries.map(({ id }) => id)).toEqual(["august-1956", "mao-zedong", "peng-dehuai"]);
    expect(pack.entries[2]).toMatchObject({
      id: "peng-dehuai",
      kind: "person",
      names: [
        { text: "Peng Dehuai", lang: "en", class: "full" },
        { text: "P'eng Te-huai", lang: "en", class: "full" },
        { text: "彭德怀", lang: "zh", class: "full" },
        { text: "Peng", lang: "en", class: "short" },
        { text: "Marshal Peng", lang: "en", class: "title" },
      ],
      dates: { born: { edtf: "1898" }, died: { edtf: "1974" } },
      roles: [{ title: "Marshal", from: { edtf: "1955" }, cite: [{ source: "r17", locator: "p. 2" }] }],
      links: ["mao-zedong"],
      cite: [{ source: "r17" }],
      wikipedia: "Peng Dehuai",
    });
    expect(pack.entries[2]?.about[1]).toEqual(["Sent by ", { entry: "mao-zedong", text: "Mao Zedong" }, ".", { cite: [{ source: "r17", locator: "para. 21" }] }]);
    expect(pack.quotes[0]).toMatchObject({
      pieces: ["They won’t listen", "to you."],
      speaker: { entry: "mao-zedong" },
      to: [{ entry: "peng-dehuai" }, { name: "Mikoyan" }],
      cite: { source: "r17", locator: "para. 19" },
    });
    expect(pack.sources).toEqual([{ id: "r17", type: "webpage", title: "R", custom: { x: 1 } }]);
    expect([...quoteLines.values()]).toEqual([1]);
  });

  test("compiles to the same bytes in whatever order its files come, and passes for sound", () => {
    const bytes = compilePack(pack, {});
    expect(() => verifyPack(bytes.slice().buffer as ArrayBuffer)).not.toThrow();
    expect(openPack(bytes.slice().buffer as ArrayBuffer).entry(2)).toEqual(pack.entries[2]);
    fc.assert(
      fc.property(fc.shuffledSubarray(SOUND, { minLength: SOUND.length }), (files) => {
        expect(compilePack(readPack(files).pack, {})).toEqual(bytes);
      }),
    );
  });

  test("reads the same with Windows line ends and byte order marks", () => {
    const windows = SOUND.map(({ path, text }) => ({ path, text: `\ufeff${text.replaceAll("\n", "\r\n")}` }));
    expect(readPack(windows)).toEqual(readPack(SOUND));
  });

  test("may be nothing but a name", () => {
    const { pack, problems } = readPack([SOUND[0]!, { path: "entries/x.md", text: "---\nkind: idea\nnames: X\n---\n" }]);
    expect(pack.entries).toHaveLength(1);
    expect(problems.map(({ severity }) => severity)).toEqual(["warning"]);
  });
});

describe("a pack of ids and names, as other people's data has them", () => {
  const note = (id: string, front: string): PackFile => ({ path: `entries/${id}.md`, text: `---\n${front}\n---\n` });
  const namesIn = (front: string) => readPack([note("x", front)]).pack.entries[0]?.names.map(({ text }) => text);

  test.each(["Q42", "Kim_Il_Sung", "Washington,_D.C.", "Paris (Texas)", "김일성", "Ré + Là: & so!", "O'Neill", "-"])(
    "the id %s is good for a file, a link and a quote",
    (id) => {
      const text = `---\nnames: Other\nlinks: ["[[${id}|he]]"]\n---\nSee [[${id}]].\n`;
      const quotes = { path: "quotes.yaml", text: `- text: Yes.\n  speaker: ${JSON.stringify(id)}\n  cite: r17\n` };
      const files = [SOUND[0]!, SOUND[1]!, quotes, note(id, "names: Somebody"), { path: "entries/zz.md", text }];
      const { pack, problems } = readPack(files);
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
      const bytes = compilePack(pack, {}).slice().buffer as ArrayBuffer;
      expect(() => verifyPack(bytes)).not.toThrow();
      const open = openPack(bytes);
      expect(open.entry(open.indexOf("zz"))).toMatchObject({ links: [id], about: [["See ", { entry: id, text: "Somebody" }, "."]] });
      expect(open.quotesOf(open.indexOf(id))).toHaveLength(1);
    },
  );

  test("an id that no file can be called by stands in the note, and counts", () => {
    const { pack, problems } = readPack([SOUND[0]!, note("1", "id: AC/DC\nnames: AC/DC"), note("2", "id: Q2\nnames: X")]);
    expect(pack.entries.map(({ id }) => id)).toEqual(["AC/DC", "Q2"]);
    expect(lines(problems).filter((line) => line.includes("`id`"))).toEqual([
      "entries/2.md:2: warning: `id` is `Q2`, and the file is called `2.md`.",
    ]);
    expect(() => verifyPack(compilePack(pack, {}).slice().buffer as ArrayBuffer)).not.toThrow();
  });

  test.each(["id: ''", 'id: "a\\nb"', 'id: "a\\u0000"'])("%s is no id, or none at all", (front) => {
    const { pack, problems } = readPack([note("x", `${front}\nnames: X`)]);
    const errors = problems.filter(({ severity }) => severity === "error");
    expect(errors.length > 0 || pack.entries[0]?.id === "x").toBe(true);
  });

  test("two notes may not say one id", () => {
    const { problems } = readPack([note("1", "id: Q\nnames: A"), note("2", "id: Q\nnames: B")]);
    expect(lines(problems)).toContain("entries/2.md:1: error: The entry `Q` is in entries/1.md already.");
  });

  test("nothing but notes is a pack, named after its folder", () => {
    const { pack, problems } = readPack([note("Q1", "names: [A B]")], "My-folder");
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(pack.info).toMatchObject({ id: "My-folder", title: "My-folder", version: "0.0.0", languages: ["en"] });
    expect(pack.entries[0]).toMatchObject({ id: "Q1", kind: "other" });
    expect(() => verifyPack(compilePack(pack, {}).slice().buffer as ArrayBuffer)).not.toThrow();
  });

  test.each<[string, string[]]>([
    ["names: [1984, 2.50, 0x10, 1e3, 2001-09-11, 12:30:00]", ["1984", "2.50", "0x10", "1e3", "2001-09-11", "12:30:00"]],
    ["names: [Yes, No, On, null, ~, true, .inf]", ["Yes", "No", "On", "null", "~", "true", ".inf"]],
    ["names: 'null'", ["null"]],
    ["names: 1984", ["1984"]],
    ["names: No", ["No"]],
    ["names:\n- 'O''Neill'\n- \"The \\\"Boss\\\"\"\n- \"Kill Bill: Volume 1\"", ["O'Neill", 'The "Boss"', "Kill Bill: Volume 1"]],
    ["names:\n- 2001: A Space Odyssey\n- Rock 'n' Roll", ["2001: A Space Odyssey", "Rock 'n' Roll"]],
    ["names: {en: A, ko: [가, 나]}", ["A", "가", "나"]],
    ["names: [A, '', '???']", ["A", "???"]],
  ])("%s", (front, names) => {
    expect(namesIn(front)).toEqual(names);
  });
});

describe("stands_for", () => {
  const beijing = (senses: string): PackFile[] => [
    SOUND[0]!,
    { path: "entries/prc.md", text: "---\nkind: organisation\nnames: PRC\n---\n" },
    { path: "entries/beijing.md", text: `---\nkind: place\nnames: [Beijing, Peking]\nstands_for: ${senses}\n---\n` },
  ];
  const errors = (files: PackFile[]) => lines(readPack(files).problems.filter(({ severity }) => severity === "error"));

  test("is read with what it leaves open", () => {
    const files = beijing("[{what: the government, entry: prc, names: [Peking]}, {what: the talks, use: event}]");
    expect(errors(files)).toEqual([]);
    expect(readPack(files).pack.entries[0]?.standsFor).toEqual([
      { what: "the government", use: "actor", entry: "prc", names: ["Peking"] },
      { what: "the talks", use: "event" },
    ]);
    expect(readPack(beijing("{what: the government}")).pack.entries[0]?.standsFor).toEqual([{ what: "the government", use: "actor" }]);
  });

  test.each([
    ["{what: x, entry: nobody}", "There is no entry `nobody`."],
    ["{what: x, names: [Pekin]}", "`Pekin` is no name of this entry."],
    ["{entry: prc}", "`what` is missing."],
    ["{what: x, use: actress}", "There is no use `actress`."],
    ["the government", "What a name stands for is said in a mapping."],
    ["{what: x, kind: person}", "Nothing is called `kind` here."],
  ])("%s is an error", (senses, message) => {
    expect(errors(beijing(senses))).toEqual([`entries/beijing.md:4: error: ${message}`]);
  });
});

test("everything that is wrong with a messy pack is told at once, in its place", () => {
  expect(lines(readPack(MESSY_PACK).problems)).toEqual([
    "elsewhere.md:1: warning: This note is not in the folder `entries` and is not read.",
    "entries/bare.md:1: error: This note has no front matter.",
    "entries/events/august.md:1: warning: This note has no text.",
    "entries/events/august.md:1: error: The entry `august` is in entries/again/august.md already.",
    "entries/events/august.md:4: error: `1953/1950` ends before it starts.",
    "entries/nameless.md:3: error: This entry has no name.",
    "entries/open.md:1: error: The front matter is not closed.",
    "entries/open.md:3: warning: A colon makes this name look like a key.",
    "entries/other/August Plena.md:3: warning: `August Plena` is a full name of `august` too.",
    "entries/other/August Plena.md:4: error: `September 1956` is not a date.",
    "entries/people/mao-zedong.md:1: warning: This note has no text.",
    "entries/people/mao-zedong.md:2: error: There is no kind `persn`.",
    "entries/people/peng-dehuai.md:3: error: This key stands twice.",
    "entries/people/peng-dehuai.md:5: warning: An item of `names.en` is empty.",
    "entries/people/peng-dehuai.md:5: warning: `…` is found on no page.",
    "entries/people/peng-dehuai.md:6: error: `e_n` is no language.",
    "entries/people/peng-dehuai.md:7: warning: Nothing is cited for `born`.",
    "entries/people/peng-dehuai.md:8: error: The death comes before the birth.",
    "entries/people/peng-dehuai.md:9: error: `founded` does not go with `kind: person`.",
    "entries/people/peng-dehuai.md:10: error: `id` takes one text.",
    "entries/people/peng-dehuai.md:11: error: `at` does not go with `kind: person`.",
    "entries/people/peng-dehuai.md:11: error: `at` is no place on Earth.",
    "entries/people/peng-dehuai.md:13: error: This role ends before it starts.",
    "entries/people/peng-dehuai.md:13: error: There is no source `nobody`.",
    "entries/people/peng-dehuai.md:14: error: `title` is missing.",
    "entries/people/peng-dehuai.md:15: error: A role is a title with its dates.",
    "entries/people/peng-dehuai.md:16: warning: This entry links to itself.",
    "entries/people/peng-dehuai.md:16: error: There is no entry `mao-zedung`.",
    "entries/people/peng-dehuai.md:16: error: There is no entry `good-2017`.",
    "entries/people/peng-dehuai.md:17: error: `wikipedia` is an address.",
    "entries/people/peng-dehuai.md:18: error: Nothing is called `colour` here.",
    'entries/people/peng-dehuai.md:20: warning: Nothing is cited for "Uncited.".',
    "entries/people/peng-dehuai.md:22: error: HTML cannot be drawn on a card.",
    "entries/people/peng-dehuai.md:22: error: There is no entry `dead-link`.",
    "entries/people/peng-dehuai.md:22: error: There is no source `nobody`.",
    'entries/people/peng-dehuai.md:24: error: The heading "Life" cannot be drawn on a card.',
    "entries/people/peng-dehuai.md:27: error: There is no day 30 in February 1956, which has 29 days.",
    "entries/yaml.md:3: error: This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].",
    "pack.yaml:1: error: `Messy/Pack` is no id.",
    "pack.yaml:1: warning: `title` is missing.",
    "pack.yaml:2: error: Nothing is called `titel` here.",
    "pack.yaml:3: error: `1.0` is no version.",
    "pack.yaml:4: error: `klingon_x` is no language.",
    "pack.yaml:5: error: `all mine!` is no SPDX identifier.",
    "pack.yaml:6: warning: `authors` is missing.",
    "quote.yaml:1: warning: This file is not read.",
    "quotes.yaml:1: error: This quote has no speaker.",
    "quotes.yaml:3: error: This quote has no source.",
    "quotes.yaml:5: error: This quote has no words.",
    "quotes.yaml:8: error: There is no entry `mao-zedung`.",
    "quotes.yaml:9: error: There is no entry `nobody-known`.",
    "quotes.yaml:10: error: There is no entry `peng`.",
    "quotes.yaml:11: error: There is no month 14 in `1956-14`.",
    "quotes.yaml:12: error: There is no source `bad-2017`.",
    "quotes.yaml:13: error: Nothing is called `occassion` here.",
    "quotes.yaml:17: error: The quote `said-twice-de35af9a` stands in line 14 already.",
    "quotes.yaml:20: error: `peng-dehuai` died 1898 and cannot have said this in 1980.",
    "quotes.yaml:24: error: This is no quote.",
    "sources.json:3: error: The source `good-2017` stands in line 2 already.",
    "sources.json:4: error: This source has no `id`.",
    "sources.json:5: error: The source `no-title` has no `title`.",
    "sources.json:5: warning: CSL knows no type `bok` (of the source `no-title`).",
    "sources.json:6: error: `URL` of the source `script` ought to be an address that begins with https://.",
    'sources.json:7: error: `author` of the source `shape` ought to be a list.',
    "sources.json:8: error: This is no source.",
  ]);
});

describe("what the author probably meant is suggested", () => {
  const fixes = new Map(readPack(MESSY_PACK).problems.map(({ file, line, fix }) => [`${file}:${line}`, fix]));
  test.each([
    ["pack.yaml:2", "`title`"],
    ["quote.yaml:1", "`quotes.yaml`"],
    ["quotes.yaml:8", "`mao-zedong`"],
    ["quotes.yaml:10", "`peng-dehuai`"],
    ["quotes.yaml:13", "`occasion`"],
    ["sources.json:5", "`book`"],
    ["entries/people/mao-zedong.md:2", "`person`"],
    ["entries/other/August Plena.md:4", "`1956-09`"],
  ])("for %s: %s", (place, meant) => {
    expect(fixes.get(place)).toContain(meant);
  });
});

test.each([
  [[], "pack.yaml:1: warning: There is no pack.yaml."],
  [[{ path: "pack.yaml", text: "" }], "pack.yaml:1: warning: This file says nothing about the pack."],
  [[SOUND[0]!], "pack.yaml:1: error: This pack has no entries."],
  [[{ path: "quotes.yaml", text: "a: b" }], "quotes.yaml:1: error: This file is no list of quotes."],
  [[{ path: "sources.json", text: "[\n{]" }], "sources.json:2: error: This is not valid JSON"],
  [[{ path: "sources.json", text: "{}" }], "sources.json:1: error: This file is no list of sources."],
  [
    [SOUND[0]!, { path: "entries/x.md", text: "---\nkind: idea\nnames: {ja: か}\n---\n" }],
    "pack.yaml:1: warning: Names are in `ja`, which `languages` does not list.",
  ],
  [[{ path: "entries/x.md", text: "---\nkind: idea\nnames: X\ncite: [r17, p. 3]\n---\n" }], "entries/x.md:4: error: `p. 3` is not a citation."],
] as [PackFile[], string][])("%j", (files, problem) => {
  expect(lines(readPack(files).problems).join("\n")).toContain(problem);
});

describe("whatever the files hold, nothing is thrown, every problem has a place, and what is sound compiles", () => {
  const files = fc.constantFrom(SOUND, MESSY_PACK).chain((pack) => fc.subarray(pack));
  const scraps = fc.constantFrom("---", "\n", ": ", "- ", "[", "]", "{", "}", '"', "'", "[[", "]]", "|", "@", ";", ",", "#", "&", "*", "!", ">",
    "\t", " ", "\\", "null", "~", "彭", "\ud800", "\u0000", "\ufeff", "__proto__: x", "constructor", "kind", "1956-13");
  /** Cuts a piece out of a text at a place and puts another there. */
  const change = fc.record({ at: fc.nat(400), cut: fc.nat(12), put: fc.oneof(scraps, fc.string({ maxLength: 5 })) });

  test.each([["one", 1], ["many", 12]])("after %s changes", (_, most) => {
    fc.assert(
      fc.property(files, fc.nat(), fc.array(change, { minLength: 1, maxLength: most }), (chosen, which, changes) => {
        fc.pre(chosen.length > 0);
        const target = which % chosen.length;
        const changed = chosen.map(({ path, text }, index) => {
          if (index !== target) return { path, text };
          const mutated = changes.reduce((before, { at, cut, put }) => {
            const place = at % (before.length + 1);
            return before.slice(0, place) + put + before.slice(place + cut);
          }, text);
          return { path, text: mutated };
        });
        const { pack, problems } = readPack(changed);
        for (const { file, line, message, fix } of problems) {
          const text = changed.find(({ path }) => path === file)?.text ?? "";
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
          expect(`${message}${fix}`).not.toMatch(/undefined|\[object/);
          expect(message).not.toContain("cannot be read");
        }
        const bytes = compilePack(pack, {}).slice().buffer as ArrayBuffer;
        if (problems.every(({ severity }) => severity === "warning")) expect(() => verifyPack(bytes)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  }, PATIENCE);
});
