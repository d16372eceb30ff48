/** An echo as the reader sees it: texts ready to draw, and why it is one. */
import { shortCitation } from "../../citing/chicago";
import type { CardQuote, Link, Run } from "../../messages/contract";
import type { Citation, Inline, Paragraph } from "../../packs/model";
import type { OpenPack } from "../../packs/open";
import { cardQuote } from "../card-content";
import { formatDate, formatEntryDates } from "../dates";
import { linkNames, Notes, runs } from "../runs";
import type { Language } from "../sentences";
import type { Act } from "./acts";
import type { Nation } from "./nations";
import type { EchoPassage } from "./passages";

/** A paragraph whose echoes are wanted. */
export interface EchoQuestion {
  text: string;
  /** Address of its page, or empty. */
  url: string;
  /** Language that the page says it is in (BCP 47), or empty. */
  lang: string;
  /** Entries that it names, as the page understands them. */
  refs: readonly string[];
  /** Day on which the page says that it was published (ISO 8601), or empty. */
  published: string;
  /** What the page last named as a date before it: days since 1970-01-01; missing where it named none. */
  before?: { min: number; max: number } | undefined;
  /** All dates that the page names: what happened on one of them it tells itself. */
  dates: readonly { min: number; max: number }[];
}

/** What the paragraph and an echo share, the most telling first. Nothing that is empty needs to be said. */
export interface Why {
  people: string[];
  /** Events, organisations, places and the like. */
  others: string[];
  acts: Act[];
  nations: Nation[];
  /** As the paragraph writes them. */
  words: string[];
}

export interface Echo {
  /** The same for the same passage, as long as the pack is the same. */
  id: string;
  /** The entry that it is told of. */
  entry: Link;
  /** When it happened or was said. */
  when: string;
  /** What happened; empty of a quote. */
  text: Run[];
  /** What was said. */
  quote?: CardQuote;
  /** Short citations, with their addresses on the web. */
  sources: Run[];
  why: Why;
}

/** @param entryOf what is said of an entry by its `keyOf`: name, ref and kind */
export function echoOf(pack: OpenPack, passage: EchoPassage, why: Why, language: Language, entryOf: (key: number) => Link): Echo {
  const { own, form, part, entry } = passage;
  const link = entryOf(own);
  const notes = new Notes(pack);
  const shared = { id: `${link.ref}#${form}-${part}`, entry: link, why };
  if (!passage.paragraph) {
    const number = pack.quotesOf(entry).find((each) => pack.quote(each).id === part)!;
    const quote = cardQuote(pack, pack.quote(number), notes, language);
    return { ...shared, when: "", text: [], quote, sources: [quote.source] };
  }
  const text = runs(passage.paragraph, notes, (id) => `${pack.info.id}/${id}`).filter((run) => run.note === undefined);
  const named = passage.names.map(({ start, end, entry: key }) => ({ block: 0, start, end, ref: entryOf(key).ref }));
  linkNames([text], { selves: new Set([link.ref]), findNames: () => named });
  return {
    ...shared,
    when: whenOf(pack, passage, language.locale),
    text,
    sources: sourcesOf(pack, passage.paragraph),
  };
}

/** The date of an item of a timeline; of an event, when it was; else nothing, for the sentence says it. */
function whenOf(pack: OpenPack, { entry, form, part }: EchoPassage, locale: string): string {
  const { timeline, dates } = pack.entry(entry);
  const item = form === "timeline" ? timeline[Number(part)] : undefined;
  if (item) return formatDate(item.date, locale);
  return dates.date ? (formatEntryDates(dates, locale) ?? "") : "";
}

/** The sources that a passage was written from. */
export function sourceIdsOf(pack: OpenPack, { paragraph, entry, part }: EchoPassage): string[] {
  if (paragraph) return [...new Set(citationsIn(paragraph).map(({ source }) => source))];
  return pack.quotesOf(entry).map((each) => pack.quote(each)).flatMap(({ id, cite }) => (id === part ? [cite.source] : []));
}

/** The sources that a paragraph cites, each with all places in it. */
function sourcesOf(pack: OpenPack, paragraph: Paragraph): Run[] {
  const cited = new Map<string, string[]>();
  for (const { source, locator } of citationsIn(paragraph)) {
    cited.set(source, [...(cited.get(source) ?? []), ...(locator === undefined ? [] : [locator])]);
  }
  return [...cited].map(([key, locators]) => {
    const source = pack.source(key);
    const text = [source ? shortCitation(source) : key, ...locators].join(", ");
    return source?.URL ? { text, href: source.URL } : { text };
  });
}

function citationsIn(nodes: readonly Inline[]): Citation[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [];
    if ("cite" in node) return node.cite;
    return "em" in node ? citationsIn(node.em) : "strong" in node ? citationsIn(node.strong) : [];
  });
}
