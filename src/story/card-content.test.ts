import fc from "fast-check";
import { expect, test } from "vitest";
import { english } from "../i18n/english";
import { fault } from "../messages/schema";
import { CardContent, type CardEntry } from "../messages/contract";
import { compilePack } from "../packs/compile";
import type { PackFile } from "../packs/model";
import { openPack, type OpenPack } from "../packs/open";
import { readPack } from "../packs/read";
import { cardContent } from "./card-content";
import type { NameInText } from "./runs";

const FILES: PackFile[] = [
  { path: "pack.yaml", text: "id: tiny\ntitle: Tiny\nversion: 1.0.0\nlanguages: [en, zh]\nlicence: CC-BY-4.0\nauthors: [A]\n" },
  {
    path: "sources.json",
    text: JSON.stringify([
      { id: "first", type: "webpage", title: "First", URL: "https://example.org/first" },
      { id: "second", type: "book", title: "Second", author: [{ family: "Writer", given: "A." }] },
    ]),
  },
  {
    path: "entries/mao-zedong.md",
    text: "---\nkind: person\nnames:\n  en: [Mao Zedong]\n  zh: [毛泽东]\nnative: zh\nborn: 1893-12-26\ndied: 1976\ncite: second\nlinks: [kim-il-sung]\n---\nLeader of *China*. [@second]\n\nHe knew Kim Il Sung, as [[kim-il-sung|Kim]] knew him. [@first, para. 2; @second; @first, para. 5]\n\n## Timeline\n- 1956-09: Met Kim Il Sung. [@first]\n",
  },
  { path: "entries/kim-il-sung.md", text: "---\nkind: person\nnames: [Kim Il Sung]\n---\nA leader. [@second]\n" },
  {
    path: "entries/chang-myon.md",
    text: "---\nkind: person\nnames: {en: [Chang Myon]}\nshort: {ko: [장면]}\ntitles: {ko: [장면 총리]}\nnative: ko\n---\nA premier. [@second]\n",
  },
  {
    path: "quotes.yaml",
    text: "- text: [You planted him., The Americans pulled him out.]\n  speaker: mao-zedong\n  to: [{name: A guest}]\n  date: 1956-09\n  about: [kim-il-sung]\n  cite: first, para. 9\n",
  },
];

function open(): OpenPack {
  const { pack, problems } = readPack(FILES);
  expect(problems.filter((problem) => problem.severity === "error")).toEqual([]);
  return openPack(compilePack(pack!, {}).buffer as ArrayBuffer);
}

const findKim = (texts: string[]): NameInText[] =>
  texts.flatMap((text, block) => {
    const start = text.indexOf("Kim Il Sung");
    return start < 0 ? [] : [{ block, start, end: start + "Kim Il Sung".length, ref: "tiny/kim-il-sung" }];
  });

const pack = open();
const show = (id: string, findNames = findKim) =>
  cardContent(pack, pack.indexOf(id), { t: english, locale: "en-GB", paragraph: "", story: [], selves: new Set([`tiny/${id}`]), kindOf: () => "person", findNames });

const timelineOf = ({ details }: CardEntry) => details.find((detail) => detail.name === "timeline")?.items ?? [];

test("a card is what its schema promises, and says who, when and in which script", () => {
  const card = show("mao-zedong");
  expect(fault(CardContent, { ...card, twins: [] })).toBeUndefined();
  expect(card).toMatchObject({ name: "Mao Zedong", own: { text: "毛泽东", lang: "zh" }, when: "1893–1976" });
  expect(card.who[1]).toEqual({ text: "China", style: "em" });
  // "Scene", in Korean: no name by itself, and his all the same.
  expect(show("chang-myon").own).toEqual({ text: "장면", lang: "ko" });
});

test("notes are numbered in the order of reading, and a source has one number", () => {
  const card = show("mao-zedong");
  const { who, context, sources } = card;
  const notes = [who, ...context, ...timelineOf(card).map((item) => item.text)].flatMap((runs) =>
    runs.filter((run) => run.note !== undefined).map((run) => [run.note, run.text]),
  );
  expect(notes).toEqual([[0, ""], [1, "para. 2; para. 5"], [0, ""], [1, ""]]);
  expect(sources.map((source) => source.short)).toEqual([expect.stringContaining("Writer"), expect.stringContaining("First")]);
});

test("a name in the text opens once a paragraph, and a link that the author set counts", () => {
  const card = show("mao-zedong");
  const timeline = timelineOf(card);
  expect(card.context[0]!.filter((run) => run.ref).map((run) => run.text)).toEqual(["Kim"]);
  expect(timeline[0]!.text.filter((run) => run.ref)).toEqual([{ text: "Kim Il Sung", ref: "tiny/kim-il-sung", kind: "person" }]);
});

test("an entry's own name does not open its own card again", () => {
  const self = (texts: string[]): NameInText[] =>
    texts.map((text, block) => ({ block, start: 0, end: Math.min(3, text.length), ref: "tiny/mao-zedong" }));
  const card = show("mao-zedong", self);
  expect([card.who, ...card.context].flat().some((run) => run.ref === "tiny/mao-zedong")).toBe(false);
});

test("whatever names are found, and wherever, the words of the card stay the same", () => {
  const words = (card: CardEntry) => [card.who, ...card.context].map((runs) => runs.map((run) => run.text).join(""));
  const plain = words(show("mao-zedong", () => []));
  const found = fc.array(
    fc.record({ block: fc.nat(3), start: fc.nat(60), length: fc.integer({ min: 1, max: 12 }), ref: fc.constantFrom("tiny/a", "tiny/b") }),
  );
  fc.assert(
    fc.property(found, (names) => {
      const sorted = names.map(({ length, ...name }) => ({ ...name, end: name.start + length })).sort((a, b) => a.start - b.start);
      expect(words(show("mao-zedong", () => sorted))).toEqual(plain);
    }),
  );
});

test("a quote stands on the cards of its speaker and of whom it is about, ready to be copied", () => {
  for (const id of ["mao-zedong", "kim-il-sung"]) {
    const [quote] = show(id).quotes;
    expect(quote!.said[0]).toEqual({ text: "Mao Zedong", ref: "tiny/mao-zedong", kind: "person" });
    expect(quote!.said.map((run) => run.text).join("")).toBe("Mao Zedong, to A guest");
    expect(quote!.remarks).toEqual(["September 1956"]);
    expect(quote!.words).toBe("“You planted him.” “The Americans pulled him out.”");
    expect(quote!.source.href).toMatch(/^https:\/\/example\.org\/first#:~:text=/);
    expect(quote!.copy).toContain("“You planted him. … The Americans pulled him out.” — Mao Zedong, to A guest, September 1956.");
  }
});
