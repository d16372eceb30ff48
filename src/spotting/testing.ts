/** For tests: packs of a few entries, and what is spotted in a text, in words. */
import { compilePack } from "../packs/compile";
import type { Entry, EntryDates, Kind, NameClass, Sense } from "../packs/model";
import { openPack, type OpenPack } from "../packs/open";
import { DICTIONARY_SECTION, dictionaryOf } from "./compile";
import { type Mention, openSpotter, spot, type Spotter } from "./spot";

/** An entry in short. Names are in `lang`, or English. */
export interface Sketch {
  id: string;
  kind?: Kind;
  names: string[];
  short?: string[];
  titles?: string[];
  /** Titles of offices, with the years in office where they matter. */
  roles?: (string | [title: string, from: number, to: number])[];
  links?: string[];
  lang?: string;
  /** Years of birth and death. */
  lived?: [number, number];
  standsFor?: Sense[];
  /** The text of its note. */
  about?: string;
}

function entryOf(sketch: Sketch): Entry {
  const { lang = "en", lived } = sketch;
  const named = (texts: readonly string[], nameClass: NameClass) => texts.map((text) => ({ text, lang, class: nameClass }));
  const day = (year: number) => ({ edtf: String(year), min: Date.UTC(year, 5) / 86_400_000, max: Date.UTC(year, 6) / 86_400_000 });
  const dates: EntryDates = lived ? { born: day(lived[0]), died: day(lived[1]) } : {};
  return {
    id: sketch.id,
    kind: sketch.kind ?? "person",
    names: [...named(sketch.names, "full"), ...named(sketch.short ?? [], "short"), ...named(sketch.titles ?? [], "title")],
    dates,
    roles: (sketch.roles ?? []).map((role) =>
      typeof role === "string" ? { title: role } : { title: role[0], from: day(role[1]), to: day(role[2]) },
    ),
    links: sketch.links ?? [],
    about: sketch.about ? [[sketch.about]] : [],
    timeline: [],
    cite: [],
    ...(sketch.standsFor && { standsFor: sketch.standsFor }),
  };
}

/** A compiled pack, opened. */
export function packOf(sketches: readonly Sketch[], id = "test"): OpenPack {
  const entries = sketches.map(entryOf).sort((a, b) => (a.id < b.id ? -1 : 1));
  const info = { id, title: id, version: "1.0.0", languages: ["en"], licence: "CC0-1.0", authors: ["Nobody"], description: "" };
  const pack = { info, entries, quotes: [], sources: [] };
  return openPack(new Uint8Array(compilePack(pack, { [DICTIONARY_SECTION]: dictionaryOf(pack) })).buffer);
}

export function spotterOf(...sketches: Sketch[]): Spotter {
  return openSpotter([packOf(sketches)]);
}

/** `Kim=kim-il-sung` for each mention; blocks are parted by a line break. */
export function spotted(spotter: Spotter, text: string, seen: string[] = []): string[] {
  const blocks = text.split("\n");
  return spot(spotter, { blocks, seen }).mentions.map((mention) => inWords(spotter, blocks, mention));
}

export function inWords(spotter: Spotter, blocks: readonly string[], mention: Mention): string {
  const surface = blocks[mention.block]!.slice(mention.start, mention.end);
  return `${surface}=${spotter.packs[mention.pack]!.idOf(mention.entry)}`;
}
