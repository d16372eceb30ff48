/**
 * What the card of an entry shows: the pack's prose and quotes turned into runs of text that the view only has to
 * draw, with notes numbered in the order of reading and the quotes that fit the paragraph being read first.
 */
import { chicagoNote } from "../citing/chicago";
import { textFragment } from "../citing/text-fragment";
import type { CardDetail, CardEntry, CardQuote, Run } from "../messages/contract";
import type { Entry, Kind, Quote, Voice } from "../packs/model";
import type { OpenPack } from "../packs/open";
import { mapOf } from "./drawing/map";
import { stripOf } from "./drawing/strip";
import { formatDate, formatEntryDates, span } from "./dates";
import type { CardHere } from "./here";
import { ownName } from "./own-name";
import { rankQuotes } from "./rank-quotes";
import { type Linking, linkNames, Notes, runs } from "./runs";
import { hereInWords, joined, type Language, nameOf, sentence } from "./sentences";

export interface CardOptions extends Language, Linking {
  /** The paragraph being read, and the entries on the page. */
  paragraph: string;
  story: readonly string[];
  /** What is said of the place where the name stands (here.ts). */
  here?: CardHere | undefined;
  /** What an entry of any open pack is about. */
  kindOf(ref: string): Kind | undefined;
}

/** @param index Number of the entry in the pack. */
export function cardContent(pack: OpenPack, index: number, options: CardOptions): CardEntry {
  const { t } = options;
  const entry = pack.entry(index);
  const notes = new Notes(pack);
  const refOf = (id: string) => `${pack.info.id}/${id}`;
  const [who = [], ...context] = entry.about.map((paragraph) => runs(paragraph, notes, refOf));
  const timeline = entry.timeline.map((item) => ({
    when: formatDate(item.date, options.locale),
    text: runs(item.text, notes, refOf),
  }));
  linkNames([who, ...context, ...timeline.map((item) => item.text)], options);
  const quotes = rankQuotes(
    pack.quotesOf(index).map((number) => pack.quote(number)),
    { entry: entry.id, paragraph: options.paragraph, story: idsOf(options.story, pack.info.id) },
  ).map((quote) => cardQuote(pack, quote, notes, options));
  const map = mapOf(pack, index, options);
  const details = [
    ...(map ? [map] : []),
    { name: "roles", title: t("card_roles"), items: entry.roles.map(roleItem) },
    { name: "timeline", title: t("card_timeline"), items: timeline, drawing: stripOf(entry, options) },
    { name: "links", title: t("card_links"), items: entry.links.flatMap((id) => linkTo(pack, id)) },
  ].filter((detail) => detail.drawing || detail.items.length > 0);
  const content: Omit<CardEntry, "copy"> = {
    ref: refOf(entry.id),
    kind: entry.kind,
    name: pack.title(index),
    own: ownName(entry),
    when: formatEntryDates(entry.dates, options.locale),
    here: hereInWords(options, options.here),
    who,
    context,
    details,
    open: quotes.length === 0 ? firstToSee(details, context.length > 0) : undefined,
    quotes,
    sources: notes.list,
    pack: pack.info.title,
    from: t("card_pack", pack.info.title, pack.info.licence),
  };
  for (const run of runsOf(content)) if (run.ref !== undefined) run.kind = options.kindOf(run.ref);
  return { ...content, copy: plainText(content) };
}

/**
 * Which detail is unfolded where no quote is to be read first: the first that is a drawing; without a text the first of
 * all, if there is any.
 */
function firstToSee(details: readonly CardDetail[], hasText: boolean): number | undefined {
  const drawn = details.findIndex((detail) => detail.drawing);
  if (drawn >= 0) return drawn;
  return hasText || details.length === 0 ? undefined : 0;
}

/** Entry ids of the refs that belong to this pack. */
function idsOf(refs: readonly string[], pack: string): Set<string> {
  const prefix = `${pack}/`;
  return new Set(refs.filter((ref) => ref.startsWith(prefix)).map((ref) => ref.slice(prefix.length)));
}

/** A quote as a card shows it. */
export function cardQuote(pack: OpenPack, quote: Quote, notes: Notes, language: Language): CardQuote {
  const { t, locale } = language;
  const source = pack.source(quote.cite.source);
  const { locator } = quote.cite;
  const [speaker, ...to] = [quote.speaker, ...quote.to].map((voice) => party(pack, voice)) as [Run, ...Run[]];
  const when = quote.date && formatDate(quote.date, locale);
  const { occasion, caveat } = quote;
  const short = notes.list[notes.number(quote.cite.source)]!.short;
  const { words, citation } = quoteText(pack, quote, language);
  return {
    id: quote.id,
    words: quote.pieces.map((piece) => t("card_quoted", piece)).join(" "),
    said: to.length ? sentence(t, "card_said_to", [speaker], joined(locale, "conjunction", to.map((each) => [each]))) : [speaker],
    remarks: [
      occasion && when ? t("card_occasion", occasion, when) : (occasion ?? when ?? ""),
      caveat ? t("card_caveat", caveat) : "",
    ].filter(Boolean),
    source: {
      text: locator ? `${short}, ${locator}` : short,
      href: source?.URL && textFragment(source.URL, quote.pieces),
    },
    copy: `“${words}” — ${citation}`,
  };
}

/** A quote as plain text: its words, without quotation marks; who said them, to whom, when, and the source in full. */
export function quoteText(pack: OpenPack, { pieces, speaker, to, date, cite }: Quote, { locale }: Language): { words: string; citation: string } {
  const source = pack.source(cite.source);
  const others = to.map((voice) => party(pack, voice).text).join(", ");
  const said = [party(pack, speaker).text, others && `to ${others}`, date && formatDate(date, locale)].filter(Boolean);
  return { words: pieces.join(" … "), citation: `${said.join(", ")}. ${source ? chicagoNote(source, cite.locator) : cite.source}` };
}

function party(pack: OpenPack, voice: Voice): Run {
  if ("name" in voice) return { text: voice.name };
  const index = pack.indexOf(voice.entry);
  return index < 0 ? { text: voice.entry } : { text: pack.title(index), ref: `${pack.info.id}/${voice.entry}` };
}

function roleItem({ title, from, to }: Entry["roles"][number]): CardDetail["items"][number] {
  return { text: [{ text: title }], when: from || to ? span(from, to) : undefined };
}

function linkTo(pack: OpenPack, id: string): CardDetail["items"] {
  const index = pack.indexOf(id);
  if (index < 0) return [];
  return [{ text: [nameOf({ ref: `${pack.info.id}/${id}`, name: pack.title(index), kind: pack.kindOf(index) })] }];
}

/** All runs of a card. */
function runsOf({ here, who, context, details, quotes }: Omit<CardEntry, "copy">): Run[] {
  const items = details.flatMap((detail) => detail.items.map((item) => item.text));
  return [here ?? [], who, ...context, ...items, ...quotes.map((quote) => quote.said)].flat();
}

function plainText(card: Omit<CardEntry, "copy">): string {
  const text = (paragraph: Run[]) =>
    paragraph.map((run) => (run.note === undefined ? run.text : `[${run.note + 1}]`)).join("");
  const head = [card.name, card.own?.text, card.when].filter(Boolean).join(" · ");
  const sources = card.sources.map((source, index) => `[${index + 1}] ${source.full}`);
  return [head, text(card.who), ...card.context.map(text), sources.join("\n")].filter(Boolean).join("\n\n");
}
