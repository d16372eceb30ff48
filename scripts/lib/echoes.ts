/** Echoes of texts, as the panel finds them: for measuring and for docs/echoes.md. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { english } from "../../src/i18n/english";
import { EchoSearch } from "../../src/library/search-echoes";
import { openPack } from "../../src/packs/open";
import { openSpotter, spot, type Spotter } from "../../src/spotting/spot";
import type { Echo } from "../../src/story/echoes/echo";
import { datesIn, datesOfPage } from "../../src/story/page-dates";
import { compileTo } from "./compiled-pack";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PACKS = ["korea-china", "arms-control"];
const LANGUAGE = { t: english, locale: "en" };

/** A paragraph of our own, with what a historian expects of its first two echoes (tests/gold/echoes.yaml). */
export interface JudgedParagraph {
  id: string;
  /** In which lot it was written; the first has no name. */
  set?: "tuning" | "second" | "held-out";
  /** ISO 8601. */
  published: string;
  lang?: string;
  text: string;
  /** Entries one of which is expected; missing where none is. */
  near?: string[];
  /** Entries that are acceptable. With `near` missing or empty and without these there must be no echo. */
  fine?: string[];
  /** None of those expected is found: a pity, and no harm. */
  missed?: boolean;
}

/** Is anything asked of a paragraph? */
export function isAsked({ near, fine }: JudgedParagraph): boolean {
  return near !== undefined || fine !== undefined;
}

/** A text with the day on which it was published, or empty, and its address, where it has one. */
export interface Article {
  url?: string;
  paragraphs: readonly string[];
  lang: string;
  published: string;
}

export class EchoFinder {
  private constructor(
    private readonly spotter: Spotter,
    private readonly search: EchoSearch,
  ) {}

  /** Over the packs in the box, which are compiled where that has not been done. */
  static async open(): Promise<EchoFinder> {
    const packs = await Promise.all((await shippedPackFiles()).map(async (file) => openPack(new Uint8Array(await readFile(file)).buffer)));
    const spotter = openSpotter(packs);
    return new EchoFinder(spotter, new EchoSearch(spotter));
  }

  /** The echoes of each paragraph, in the order of the text: names are understood as on a page. */
  of({ url = "", paragraphs, lang, published }: Article): Echo[][] {
    const { packs } = this.spotter;
    const { mentions } = spot(this.spotter, { blocks: paragraphs, lang });
    const told = datesOfPage(paragraphs.map((text) => datesIn(text, lang, published)));
    let before: { min: number; max: number } | undefined;
    return paragraphs.map((text, block) => {
      const here = mentions.filter((mention) => mention.block === block);
      const refs = [...new Set(here.map(({ pack, entry }) => `${packs[pack]!.info.id}/${packs[pack]!.idOf(entry)}`))];
      const echoes = this.search.find({ text, url, lang, refs, published, before, dates: told.flat() }, LANGUAGE);
      const dates = told[block]!;
      if (dates.length > 0) before = { min: Math.min(...dates.map(({ min }) => min)), max: Math.max(...dates.map(({ max }) => max)) };
      return echoes;
    });
  }
}

/** The packs in the box, compiled where that has not been done: their files. */
export async function shippedPackFiles(): Promise<string[]> {
  const files: string[] = [];
  for (const id of PACKS) {
    const file = `${ROOT}.cache/packs/${id}.pack`;
    await compileTo(file, `${ROOT}packs/${id}`);
    files.push(file);
  }
  return files;
}

export async function readJudged(): Promise<JudgedParagraph[]> {
  return parse(await readFile(`${ROOT}tests/gold/echoes.yaml`, "utf8")) as JudgedParagraph[];
}
