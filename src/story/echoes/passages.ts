/**
 * The passages of packs that can be an echo: what happened or was said at some time. Leads of events and documents,
 * sentences of context that name a year, items of timelines, quotes.
 */
import type { Entry, Kind, PackDate, Paragraph, Quote, Voice } from "../../packs/model";
import { fromKey, keyOf } from "../../spotting/memory";
import { type Mention, spot, type Spotter } from "../../spotting/spot";
import { type Act, actsIn } from "./acts";
import { datesIn } from "../page-dates";
import { plain } from "../plain";
import { firstNation, type Nation, nationsIn } from "./nations";
import { sentencesOf } from "./sentences";

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
  /** Number of the pack among the open ones, and of the entry in it. */
  pack: number;
  entry: number;
  /** The entry by the `keyOf` of the first of its twins. */
  own: number;
  form: Form;
  /** Which it is of its form: "1.2" for the third sentence of the second paragraph, "4" for an item, a quote's id. */
  part: string;
  /** With its notes; `undefined` of a quote. */
  paragraph: Paragraph | undefined;
  text: string;
  days: Days;
  names: NamedEntry[];
  /** Entries that it is about or names, by the `keyOf` of the first of their twins. */
  entries: ReadonlySet<number>;
  nations: ReadonlySet<Nation>;
  acts: readonly Act[];
  /** Acts that its entry is an event of: "Execution of Jang Song Thaek". */
  eventActs: readonly Act[];
}

/** Kinds that are datable by themselves: what is said of them without a date is of theirs. */
const HAPPENINGS: ReadonlySet<Kind> = new Set(["event", "document"]);

/** Words of a quote, at least. */
const LEAST_WORDS = 5;

/** Reads the passages of open packs, entry by entry, so that the caller can take its time. */
export class PassageReader {
  readonly #spotter: Spotter;
  readonly #nations = new Map<number, Nation | undefined>();
  /** First days of events, by their keys: decoding an entry takes its time. */
  readonly #starts = new Map<number, number>();

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
      return ownerOf(quote) === read.id && quote.date && isWhole(quote) ? [quote] : [];
    });
    if (texts.length + quotes.length === 0) return [];
    const blocks = [...texts.map(({ text }) => text), ...quotes.map((quote) => quote.pieces.join(" … "))];
    const seen = [...read.links, read.id].map((id) => `${open.info.id}/${id}`);
    const { mentions } = spot(this.#spotter, { blocks, seen });
    const own = keyOf(pack, entry);
    const isEvent = read.kind === "event";
    const leads = texts.flatMap(({ form, text, around }) => (form === "lead" ? [around, text] : []));
    const of = {
      pack,
      entry,
      own: this.#spotter.twins.first(own),
      isEvent,
      eventActs: isEvent ? actsIn(calledIn(read, open.info.languages[0])) : [],
      eventNations: isEvent ? nationsIn(leads.join(" ")) : [],
    };
    return [
      ...texts.map((text, block) => this.#passage(of, text, namesIn(mentions, block), [own, ...this.#keys(pack, linksOf(text.paragraph))])),
      ...quotes.map((quote, index) => {
        const names = namesIn(mentions, texts.length + index);
        const others = [...quote.about, ...[quote.speaker, ...quote.to].flatMap((voice) => idOf(voice) ?? [])];
        const text = { form: "quote" as const, part: quote.id, paragraph: undefined, text: blocks[texts.length + index]!, days: daysOf(quote.date), around: quote.occasion ?? "" };
        return this.#passage(of, text, names, this.#keys(pack, others));
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
    const nation = lead && firstNation(plain(lead));
    this.#nations.set(key, nation);
    return nation;
  }

  #passage({ isEvent, eventNations, ...of }: Of, { around, ...text }: Text, names: NamedEntry[], about: number[]): EchoPassage {
    const first = (key: number) => this.#spotter.twins.first(key);
    const entries = new Set([...about.map(first), ...names.map((name) => first(name.entry))]);
    const told = around ? `${text.text} ${around}` : text.text;
    const named = nationsIn(told);
    // An item of a timeline may leave it to its event to say where, and between whom.
    const nations = new Set(text.form === "timeline" && named.length < 2 ? [...named, ...eventNations] : named);
    for (const key of entries) {
      const nation = this.nationOf(key);
      if (nation) nations.add(nation);
    }
    const days = { ...text.days, max: Math.max(text.days.max, ...(isEvent ? [] : names.map((name) => this.#startOf(first(name.entry))))) };
    const acts = actsIn(told);
    // What an event is called, its lead tells: "Fall of …", that is also called "Purge of …".
    const also = text.form === "lead" ? of.eventActs.filter((act) => !acts.includes(act)) : [];
    return { ...of, ...text, days, names, entries, nations, acts: [...acts, ...also] };
  }

  /** First day of an event; a sentence that names it was not all over before. */
  #startOf(key: number): number {
    let start = this.#starts.get(key);
    if (start === undefined) {
      const { pack: number, entry } = fromKey(key);
      const pack = this.#spotter.packs[number]!;
      start = (pack.kindOf(entry) === "event" ? pack.entry(entry).dates.date?.min : undefined) ?? -Infinity;
      this.#starts.set(key, start);
    }
    return start;
  }

  #keys(pack: number, ids: readonly string[]): number[] {
    const open = this.#spotter.packs[pack]!;
    return ids.map((id) => open.indexOf(id)).filter((entry) => entry >= 0).map((entry) => keyOf(pack, entry));
  }
}

/** What the passages of an entry have in common. */
interface Of extends Pick<EchoPassage, "pack" | "entry" | "own" | "eventActs"> {
  isEvent: boolean;
  /** Countries that its name and its lead speak of, where it is an event. */
  eventNations: readonly Nation[];
}

interface Text {
  form: Form;
  part: string;
  paragraph: Paragraph | undefined;
  text: string;
  days: Days;
  /** What tells of it without being part of it. */
  around: string;
}

function textsOf(entry: Entry): Text[] {
  const { kind, names, dates, about, timeline } = entry;
  const title = names[0]!.text;
  const own = HAPPENINGS.has(kind) && dates.date ? daysOf(dates.date) : undefined;
  const said = about.flatMap((paragraph, number) => {
    if (number === 0 && !own) return [];
    let before: Days | undefined = own;
    return sentencesOf(paragraph).flatMap((sentence, at) => {
      const text = plain(sentence).trim();
      const dated = spanOf(text);
      before = dated ?? (own && before);
      if (!before) return [];
      const form: Form = number === 0 ? "lead" : "context";
      return [{ form, part: `${number}.${at}`, paragraph: sentence, text, days: before, around: number === 0 ? title : "" }];
    });
  });
  const items = timeline.map(({ date, text }, at) => {
    return { form: "timeline" as const, part: `${at}`, paragraph: text, text: plain(text).trim(), days: daysOf(date), around: "" };
  });
  return [...said, ...items];
}

/** What goes on after a date that is named: "from 1958 he courted", but not "from 1958 to 1960". */
const BEGINS = /\b(?:from|since) (?:[a-z]+ ){0,2}\d{4}\b(?! (?:to|until|till|through)\b)/i;
/** What has gone on since: "signed in June 2024, and has sent soldiers". */
const GOES_ON = /\b(?:has|have) (?:\w+ )?(?:\w+ed|been|begun|broken|come|cut|fought|given|gone|grown|had|held|kept|lost|made|met|put|risen|seen|sent|set|shot|spoken|taken|told|won)\b/i;

/** From the first to the last day that a text names, without end where it goes on; `undefined` where it names none. */
function spanOf(text: string): Days | undefined {
  if (!/\d{4}/.test(text)) return undefined;
  const dates = datesIn(text, "en");
  if (dates.length === 0) return undefined;
  const lasts = BEGINS.test(text) || GOES_ON.test(text.slice(dates.at(-1)!.end));
  return { min: Math.min(...dates.map(({ min }) => min)), max: lasts ? Infinity : Math.max(...dates.map(({ max }) => max)) };
}

/** Ends of a pack's date that are open count as infinite. */
function daysOf(date: PackDate | undefined): Days {
  return { min: date?.min ?? -Infinity, max: date?.max ?? Infinity };
}

function linksOf(paragraph: Paragraph | undefined): string[] {
  return (paragraph ?? []).flatMap((node) => {
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

/** A few words out of a sentence remind nobody of anything. */
function isWhole({ pieces }: Quote): boolean {
  return pieces.some((piece) => piece.split(/\s+/).length >= LEAST_WORDS || /[\p{sc=Han}\p{sc=Kana}]{8}/u.test(piece));
}

/** All that an entry is called in a language: "execution of …", "purge of …". */
function calledIn({ names }: Entry, lang = names[0]!.lang): string {
  return names.filter((name) => name.lang === lang).map(({ text }) => text).join("; ");
}

/** The entry that a quote comes with: its speaker, or the first that it is about. */
function ownerOf({ speaker, about, to }: Quote): string | undefined {
  return idOf(speaker) ?? about[0] ?? to.flatMap((voice) => idOf(voice) ?? [])[0];
}
