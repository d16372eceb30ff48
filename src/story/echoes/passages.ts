/**
 * The passages of packs that can be an echo: what happened or was said at some time. Leads of events and documents,
 * paragraphs of context that name a year, items of timelines, quotes.
 */
import type { Entry, Inline, Kind, PackDate, Paragraph, Quote, Voice } from "../../packs/model";
import { fromKey, keyOf } from "../../spotting/memory";
import { type Mention, spot, type Spotter } from "../../spotting/spot";
import { type Act, actsIn } from "./acts";
import { firstNation, type Nation, nationsIn } from "./nations";

/** What a passage is of its entry. */
export type Form = "lead" | "context" | "timeline" | "quote";

/** Days since 1970-01-01, first and last; an open end is infinite. */
export interface Days {
  min: number;
  max: number;
}

/** A name in a text: UTF-16 code units, half-open, and the entry by its `keyOf`. */
export interface NamedEntry {
  start: number;
  end: number;
  entry: number;
}

export interface EchoPassage {
  /** Number of the pack among the open ones, of the entry in it, and of the paragraph, item or quote. */
  pack: number;
  entry: number;
  /** The entry by the `keyOf` of the first of its twins. */
  own: number;
  form: Form;
  at: number;
  text: string;
  days: Days;
  names: NamedEntry[];
  /** Entries that it is about or names, by the `keyOf` of the first of their twins. */
  entries: ReadonlySet<number>;
  nations: ReadonlySet<Nation>;
  acts: readonly Act[];
}

const DAY_MS = 86_400_000;
const YEAR = /(?<![\d.,–-])(1[89]\d\d|20\d\d)(?![\d%]|[.,]\d)/g;
/** Kinds that are datable by themselves: their lead tells what happened. */
const HAPPENINGS: ReadonlySet<Kind> = new Set(["event", "document"]);

/** The span of the years that a text names; `undefined` where it names none. */
export function yearsIn(text: string): Days | undefined {
  const years = [...text.matchAll(YEAR)].map(([, year]) => Number(year));
  if (years.length === 0) return undefined;
  return { min: Date.UTC(Math.min(...years), 0, 1) / DAY_MS, max: Date.UTC(Math.max(...years) + 1, 0, 1) / DAY_MS - 1 };
}

/** What readers see of a paragraph, without its notes. */
export function plainText(paragraph: Paragraph): string {
  const text = (node: Inline): string => {
    if (typeof node === "string") return node;
    if ("em" in node) return node.em.map(text).join("");
    if ("strong" in node) return node.strong.map(text).join("");
    return "cite" in node ? "" : node.text;
  };
  return paragraph.map(text).join("").trim();
}

/** Reads the passages of open packs, entry by entry, so that the caller can take its time. */
export class PassageReader {
  readonly #spotter: Spotter;
  readonly #nations = new Map<number, Nation | undefined>();

  constructor(spotter: Spotter) {
    this.#spotter = spotter;
  }

  /** The passages of an entry, and the quotes that stand first with it: each quote of a pack comes once. */
  read(pack: number, entry: number): EchoPassage[] {
    const open = this.#spotter.packs[pack]!;
    const read = open.entry(entry);
    const texts = textsOf(read);
    const quotes = open.quotesOf(entry).flatMap((number) => {
      const quote = open.quote(number);
      return ownerOf(quote) === read.id ? [{ number, quote }] : [];
    });
    if (texts.length + quotes.length === 0) return [];
    const blocks = [...texts.map(({ text }) => text), ...quotes.map(({ quote }) => quote.pieces.join(" … "))];
    const seen = [...read.links, read.id].map((id) => `${open.info.id}/${id}`);
    const { mentions } = spot(this.#spotter, { blocks, seen });
    const own = keyOf(pack, entry);
    return [
      ...texts.map((text, block) => this.#passage(pack, entry, text, namesIn(mentions, block), [own, ...this.#keys(pack, text.links)])),
      ...quotes.map(({ number, quote }, index) => {
        const names = namesIn(mentions, texts.length + index);
        const others = [...quote.about, ...[quote.speaker, ...quote.to].flatMap((voice) => idOf(voice) ?? [])];
        const text = { form: "quote" as const, at: number, text: blocks[texts.length + index]!, days: daysOf(quote.date), around: quote.occasion ?? "" };
        return this.#passage(pack, entry, text, names, this.#keys(pack, others));
      }),
    ];
  }

  /** The country that an entry is of, as its lead says: of people and organisations alone. */
  nationOf(key: number): Nation | undefined {
    if (this.#nations.has(key)) return this.#nations.get(key);
    const { pack: number, entry } = fromKey(key);
    const pack = this.#spotter.packs[number]!;
    const kind = pack.kindOf(entry);
    const lead = kind === "person" || kind === "organisation" ? pack.entry(entry).about[0] : undefined;
    const nation = lead && firstNation(plainText(lead));
    this.#nations.set(key, nation);
    return nation;
  }

  #passage(pack: number, entry: number, { form, at, text, days, around }: Text, names: NamedEntry[], about: number[]): EchoPassage {
    const first = (key: number) => this.#spotter.twins.first(key);
    const entries = new Set([...about.map(first), ...names.map((name) => first(name.entry))]);
    const told = around ? `${text} ${around}` : text;
    const nations = new Set(nationsIn(told));
    for (const key of entries) {
      const nation = this.nationOf(key);
      if (nation) nations.add(nation);
    }
    return { pack, entry, own: first(keyOf(pack, entry)), form, at, text, days, names, entries, nations, acts: actsIn(told) };
  }

  #keys(pack: number, ids: readonly string[]): number[] {
    const open = this.#spotter.packs[pack]!;
    return ids.map((id) => open.indexOf(id)).filter((entry) => entry >= 0).map((entry) => keyOf(pack, entry));
  }
}

interface Text {
  form: Form;
  at: number;
  text: string;
  days: Days;
  /** What tells of it without being part of it. */
  around?: string;
}

const UNDATED: Days = { min: -Infinity, max: Infinity };

function textsOf({ kind, names, dates, about, timeline }: Entry): (Text & { links: string[] })[] {
  const own = HAPPENINGS.has(kind) ? daysOf(dates.date) : undefined;
  const paragraphs = about.flatMap((paragraph, at) => {
    const text = plainText(paragraph);
    const days = yearsIn(text) ?? own;
    if (!days || (at === 0 && !own)) return [];
    return [{ form: at === 0 ? ("lead" as const) : ("context" as const), at, text, days, links: linksOf(paragraph) }];
  });
  const items = timeline.map(({ date, text }, at) => {
    const around = kind === "person" ? "" : names[0]!.text;
    return { form: "timeline" as const, at, text: plainText(text), days: daysOf(date), links: linksOf(text), around };
  });
  return [...paragraphs, ...items];
}

/** Ends of a pack's date that are open count as infinite. */
function daysOf(date: PackDate | undefined): Days {
  return date ? { min: date.min ?? -Infinity, max: date.max ?? Infinity } : UNDATED;
}

function linksOf(paragraph: Paragraph): string[] {
  return paragraph.flatMap((node) => {
    if (typeof node === "string") return [];
    if ("em" in node) return linksOf(node.em);
    if ("strong" in node) return linksOf(node.strong);
    return "entry" in node ? [node.entry] : [];
  });
}

function namesIn(mentions: readonly Mention[], block: number): NamedEntry[] {
  return mentions
    .filter((mention) => mention.block === block)
    .map(({ start, end, pack, entry }) => ({ start, end, entry: keyOf(pack, entry) }));
}

function idOf(voice: Voice): string | undefined {
  return "entry" in voice ? voice.entry : undefined;
}

/** The entry that a quote comes with: its speaker, or the first that it is about. */
function ownerOf({ speaker, about, to }: Quote): string | undefined {
  return idOf(speaker) ?? about[0] ?? to.flatMap((voice) => idOf(voice) ?? [])[0];
}
