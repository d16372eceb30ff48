/** For tests: packs from notes, and the corpus that the panel asks. */
import { expect } from "vitest";
import { english as t } from "../i18n/english";
import { compilePack } from "../packs/compile";
import { openPack, type OpenPack } from "../packs/open";
import { readPack } from "../packs/read";
import { sectionsOf } from "../spotting/compile";
import { type Corpus, corpusOver } from "./corpus";

/** A pack of notes, by their ids, with two sources: "first" and "second". @param quotes as `quotes.yaml` */
export function packOfNotes(notes: Record<string, string>, { id = "tiny", quotes = "" } = {}): OpenPack {
  const files = Object.entries(notes).map(([name, text]) => ({ path: `entries/${name}.md`, text }));
  const { pack, problems } = readPack([
    { path: "pack.yaml", text: `id: ${id}\ntitle: Tiny\nversion: 1.0.0\nlanguages: [en]\nlicence: CC-BY-4.0\nauthors: [A]\n` },
    {
      path: "sources.json",
      text: JSON.stringify([
        { id: "first", type: "webpage", title: "First", URL: "https://example.org/first" },
        { id: "second", type: "book", title: "Second" },
      ]),
    },
    ...files,
    ...(quotes ? [{ path: "quotes.yaml", text: quotes }] : []),
  ]);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return openPack(compilePack(pack!, sectionsOf(pack!)).buffer as ArrayBuffer);
}

/** A corpus in which entries of one id are of one person or thing, and no names are found but those that are linked. */
export function corpusOf(...packs: OpenPack[]): Corpus {
  return corpusOver({
    t,
    locale: "en-GB",
    packs,
    membersOf(ref) {
      const id = ref.slice(ref.indexOf("/") + 1);
      return packs.flatMap((each, pack) => (each.indexOf(id) >= 0 ? [{ pack, entry: each.indexOf(id) }] : []));
    },
    findNames: () => [],
  });
}
