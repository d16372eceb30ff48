/**
 * What the card of an entry shows: the pack's prose and quotes turned into runs of text that the view only has to
 * draw, with notes numbered in the order of reading and the quotes that fit the paragraph being read first.
 */
import { chicagoBibliography, chicagoNote, shortCitation } from "../citing/chicago";
import { textFragment } from "../citing/text-fragment";
import type { CardContent, CardHere, CardQuote, CardSource, Party, Run } from "../messages/contract";
import type { Citation, Entry, Inline, Paragraph, Quote, Voice } from "../packs/model";
import type { OpenPack } from "../packs/open";
import { formatDate, formatEntryDates, span } from "./dates";
import { rankQuotes } from "./rank-quotes";

/** A name found in a text of the card; offsets are UTF-16 code units, half-open. */
export interface NameInText {
  block: number;
  start: number;
  end: number;
  ref: string;
}

export interface CardOptions {
  /** BCP 47 tag that dates are written in. */
  locale: string;
  /** The paragraph being read, and the entries on the page. */
  paragraph: string;
  story: readonly string[];
  /** What is said of the place where the name stands (here.ts). */
  here?: CardHere | undefined;
  /** Finds the names in the card's own texts, so that they open in the same card. */
  findNames(texts: string[]): NameInText[];
}

/** @param index Number of the entry in the pack. */
export function cardContent(pack: OpenPack, index: number, options: CardOptions): CardContent {
  const entry = pack.entry(index);
  const notes = new Notes(pack);
  const refOf = (id: string) => `${pack.info.id}/${id}`;
  const self = refOf(entry.id);
  const [who = [], ...context] = entry.about.map((paragraph) => runs(paragraph, notes, refOf));
  const timeline = entry.timeline.map((item) => ({
    when: formatDate(item.date, options.locale),
    text: runs(item.text, notes, refOf),
  }));
  linkNames([who, ...context, ...timeline.map((item) => item.text)], self, options);
  const quotes = rankQuotes(
    pack.quotesOf(index).map((number) => pack.quote(number)),
    { entry: entry.id, paragraph: options.paragraph, story: idsOf(options.story, pack.info.id) },
  ).map((quote) => cardQuote(pack, quote, notes, options.locale));
  const roles = entry.roles.map((role) => ({
    title: role.title,
    when: role.from || role.to ? span(role.from, role.to) : undefined,
  }));
  const links = entry.links.flatMap((id) => linkTo(pack, id));
  const content: Omit<CardContent, "copy"> = {
    ref: self,
    kind: entry.kind,
    name: pack.title(index),
    own: ownName(entry),
    when: formatEntryDates(entry.dates, options.locale),
    here: options.here,
    who,
    context,
    roles,
    timeline,
    quotes,
    sources: notes.sources(),
    links,
    pack: { id: pack.info.id, title: pack.info.title, licence: pack.info.licence },
  };
  return { ...content, copy: plainText(content) };
}

/** Entry ids of the refs that belong to this pack. */
function idsOf(refs: readonly string[], pack: string): Set<string> {
  const prefix = `${pack}/`;
  return new Set(refs.filter((ref) => ref.startsWith(prefix)).map((ref) => ref.slice(prefix.length)));
}

/** Sources in the order in which the card first cites them. */
class Notes {
  private readonly numbers = new Map<string, number>();
  private readonly list: CardSource[] = [];

  constructor(private readonly pack: OpenPack) {}

  /** Index into the card's sources. A key without a source (`check` warns of it) is shown as it is. */
  number(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const source = this.pack.source(key);
    this.list.push(
      source
        ? { short: shortCitation(source), full: chicagoBibliography(source), link: source.URL }
        : { short: key, full: key },
    );
    this.numbers.set(key, this.list.length - 1);
    return this.list.length - 1;
  }

  sources(): CardSource[] {
    return this.list;
  }
}

function runs(paragraph: Paragraph, notes: Notes, refOf: (id: string) => string): Run[] {
  const out: Run[] = [];
  const add = (nodes: readonly Inline[], style?: "em" | "strong") => {
    for (const node of nodes) {
      if (typeof node === "string") out.push(style ? { text: node, style } : { text: node });
      else if ("em" in node) add(node.em, "em");
      else if ("strong" in node) add(node.strong, "strong");
      else if ("cite" in node) cite(node.cite);
      else if ("entry" in node) out.push({ text: node.text, ref: refOf(node.entry) });
      else out.push({ text: node.text, href: node.href });
    }
  };
  const cite = (citations: readonly Citation[]) => {
    // A note stands close to the word before it.
    const last = out.at(-1);
    if (last && last.note === undefined) last.text = last.text.trimEnd();
    for (const { source, locator } of citations) out.push({ text: locator ?? "", note: notes.number(source) });
  };
  add(paragraph);
  return out;
}

/** Turns names within plain runs into names that open; the first of each entry in a paragraph is enough. */
function linkNames(paragraphs: Run[][], self: string, options: CardOptions): void {
  const texts = paragraphs.map((paragraph) => paragraph.map((run) => (run.note === undefined ? run.text : "")).join(""));
  const found = options.findNames(texts);
  paragraphs.forEach((paragraph, block) => {
    const linked = new Set([self, ...paragraph.flatMap((run) => (run.ref ? [run.ref] : []))]);
    const names = found.filter((name) => {
      if (name.block !== block || linked.has(name.ref)) return false;
      linked.add(name.ref);
      return true;
    });
    if (names.length) paragraph.splice(0, paragraph.length, ...split(paragraph, names));
  });
}

/** Cuts plain runs at the borders of names. A name that reaches beyond its run is left as it is. */
function split(paragraph: Run[], names: NameInText[]): Run[] {
  const out: Run[] = [];
  let at = 0;
  for (const run of paragraph) {
    if (run.note !== undefined) {
      out.push(run);
      continue;
    }
    const end = at + run.text.length;
    let from = at;
    const plain = run.ref === undefined && run.href === undefined;
    for (const name of plain ? names : []) {
      if (name.start < from || name.end > end) continue;
      if (name.start > from) out.push({ ...run, text: run.text.slice(from - at, name.start - at) });
      out.push({ ...run, text: run.text.slice(name.start - at, name.end - at), ref: name.ref });
      from = name.end;
    }
    if (from < end) out.push({ ...run, text: run.text.slice(from - at) });
    at = end;
  }
  return out;
}

function cardQuote(pack: OpenPack, quote: Quote, notes: Notes, locale: string): CardQuote {
  const source = pack.source(quote.cite.source);
  const speaker = party(pack, quote.speaker);
  const to = quote.to.map((voice) => party(pack, voice));
  const when = quote.date && formatDate(quote.date, locale);
  const note = source ? chicagoNote(source, quote.cite.locator) : quote.cite.source;
  const said = [speaker.name, to.length ? `to ${to.map((each) => each.name).join(", ")}` : "", when].filter(Boolean);
  return {
    id: quote.id,
    pieces: quote.pieces,
    speaker,
    to,
    when,
    occasion: quote.occasion,
    caveat: quote.caveat,
    source: notes.number(quote.cite.source),
    locator: quote.cite.locator,
    link: source?.URL && textFragment(source.URL, quote.pieces),
    copy: `“${quote.pieces.join(" … ")}” — ${said.join(", ")}. ${note}`,
  };
}

function party(pack: OpenPack, voice: Voice): Party {
  if ("name" in voice) return { name: voice.name };
  const index = pack.indexOf(voice.entry);
  return index < 0 ? { name: voice.entry } : { name: pack.title(index), ref: `${pack.info.id}/${voice.entry}` };
}

function linkTo(pack: OpenPack, id: string): CardContent["links"] {
  const index = pack.indexOf(id);
  return index < 0 ? [] : [{ ref: `${pack.info.id}/${id}`, name: pack.title(index), kind: pack.kindOf(index) }];
}

/** The name in its own script, where the pack says which language that is and it is not the heading already. */
function ownName({ native, names }: Entry): CardContent["own"] {
  const written = names.filter((name) => name.lang === native && name.class !== "title");
  const own = written.find((name) => name.class === "full") ?? written[0];
  return own && own !== names[0] ? { text: own.text, lang: own.lang } : undefined;
}

function plainText(card: Omit<CardContent, "copy">): string {
  const text = (paragraph: Run[]) =>
    paragraph.map((run) => (run.note === undefined ? run.text : `[${run.note + 1}]`)).join("");
  const head = [card.name, card.own?.text, card.when].filter(Boolean).join(" · ");
  const sources = card.sources.map((source, index) => `[${index + 1}] ${source.full}`);
  return [head, text(card.who), ...card.context.map(text), sources.join("\n")].filter(Boolean).join("\n\n");
}
