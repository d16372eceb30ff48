/** Who stands with whom: those on a page, and what the packs know that joins them. */
import type { Bond, CastMember, Company, Run } from "../messages/contract";
import type { Entry, PackDate, Quote } from "../packs/model";
import type { OpenPack } from "../packs/open";
import { type Cast, castOf, type Corpus, shortNames } from "./corpus";
import { formatDate } from "./dates";
import { linkNames, Notes, runs } from "./runs";
import { sentence } from "./sentences";

/** As many as a narrow panel has room for. */
const MOST_CAST = 14;
/** Of the page, those of whom they are chosen. */
const MOST_ASKED = 40;
/** Places are named more often than they act. */
const PLACE_WEIGHT = 0.5;
/** Of what joins two, what is said. */
const MOST_SAID = 3;
/** So many bonds for each of the cast, in all: more lines than that are a thicket. */
const BONDS_EACH = 2;
/** Of a quote, in UTF-16 code units. */
const MOST_QUOTED = 160;

/** What joins two, by how close it shows them. */
const STRENGTH = { link: 1, mutual: 2, happening: 1, event: 1, quote: 0.7 };

/** Something that joins two, before it is put in words. */
interface Tie {
  strength: number;
  /** Ties of one happening are one. */
  id: string;
  says?: { pack: OpenPack; date: PackDate | undefined; text(notes: Notes): Run[] };
}

export function companyOf(corpus: Corpus, asked: readonly CastMember[]): Company {
  const cast = castOf(corpus, asked, MOST_ASKED).filter(isSomebody).sort((a, b) => standing(b) - standing(a)).slice(0, MOST_CAST);
  const names = shortNames(cast);
  const known: Known = { ...corpus, names, named: namesIn(corpus, cast), said: new Map(cast.map((each) => [each, saidBy(corpus, each)])) };
  const pairs = cast.flatMap((a, at) => cast.slice(at + 1).map((b) => ({ a, b })));
  const joined = pairs
    .map(({ a, b }) => ({ a, b, ties: tiesOf(known, a, b) }))
    .filter(({ ties }) => ties.length > 0)
    .map((pair) => ({ ...pair, strength: strengthOf(pair.ties) }))
    .sort((one, other) => other.strength - one.strength);
  const kept = strongest(joined, cast.length * BONDS_EACH);
  const nodes = cast.filter((each) => kept.some(({ a, b }) => a === each || b === each));
  const bonds = kept.map(({ a, b, ties, strength }) => bondOf(corpus, [nodes.indexOf(a), nodes.indexOf(b)], ties, strength));
  const alone = cast.filter((each) => !nodes.includes(each)).map(({ link }) => link);
  return { nodes: nodes.map(({ link }) => ({ ...link, short: names.get(link.ref)! })), bonds, alone };
}

/** A city whose name is used for a government is where things happen; the others may act. */
function isSomebody({ link, told }: Cast): boolean {
  return link.kind !== "place" || told.every(({ entry }) => !entry.standsFor);
}

function standing({ link, weight }: Cast): number {
  return link.kind === "place" ? weight * PLACE_WEIGHT : weight;
}

/** The strongest bonds, and the strongest of each who has any. */
function strongest<T extends { a: Cast; b: Cast }>(sorted: readonly T[], most: number): T[] {
  const firsts = new Set<T>();
  const seen = new Set<Cast>();
  for (const each of sorted) {
    if (!seen.has(each.a) || !seen.has(each.b)) firsts.add(each);
    seen.add(each.a).add(each.b);
  }
  const room = Math.max(0, most - firsts.size);
  const others = new Set(sorted.filter((each) => !firsts.has(each)).slice(0, room));
  return sorted.filter((each) => firsts.has(each) || others.has(each));
}

function strengthOf(ties: readonly Tie[]): number {
  return 1 + Math.log2(Math.max(1, ties.reduce((sum, { strength }) => sum + strength, 0)));
}

/** By the text of an item of a timeline: whom it names. */
type NamesIn = ReadonlyMap<unknown, ReadonlySet<string>>;

/** Whom the timelines of the cast name: looked for in all of them at once. */
function namesIn(corpus: Corpus, cast: readonly Cast[]): NamesIn {
  const items = cast.flatMap(({ told }) => told.flatMap(({ pack, entry }) => entry.timeline.map(({ text }) => ({ pack, text }))));
  const texts = items.map(({ pack, text }) => runs(text, new Notes(pack), (id) => `${pack.info.id}/${id}`));
  linkNames(texts, { selves: new Set(), findNames: corpus.findNames });
  const refs = (paragraph: readonly Run[]) => new Set(paragraph.flatMap(({ ref }) => (ref === undefined ? [] : (corpus.linkOf(ref)?.ref ?? []))));
  return new Map(items.map(({ text }, at) => [text, refs(texts[at]!)]));
}

/** What is known of the whole cast. */
interface Known extends Corpus {
  named: NamesIn;
  said: ReadonlyMap<Cast, readonly Said[]>;
  /** What each is called for short. */
  names: ReadonlyMap<string, string>;
}

/** What joins two, the most telling first. */
function tiesOf(corpus: Known, a: Cast, b: Cast): Tie[] {
  const ties = [...happenings(corpus, a, b), ...happenings(corpus, b, a), ...events(corpus, a, b), ...quotes(corpus, a, b), ...quotes(corpus, b, a)];
  const byId = new Map<string, Tie>();
  for (const tie of ties) if (!byId.has(tie.id)) byId.set(tie.id, tie);
  const links = Number(linksTo(corpus, a, b)) + Number(linksTo(corpus, b, a));
  if (links > 0) byId.set("link", { id: "link", strength: links === 2 ? STRENGTH.mutual : STRENGTH.link });
  return [...byId.values()];
}

function linksTo(corpus: Corpus, from: Cast, to: Cast): boolean {
  return from.told.some(({ pack, entry }) => entry.links.some((id) => corpus.linkOf(`${pack.info.id}/${id}`)?.ref === to.link.ref));
}

/** Items of the one's timeline that name the other. */
function happenings({ named, names }: Known, of: Cast, other: Cast): Tie[] {
  return of.told.flatMap(({ pack, entry }) =>
    entry.timeline
      .filter(({ text }) => named.get(text)?.has(other.link.ref))
      .map(({ date, text }) => ({
        strength: STRENGTH.happening,
        id: `on ${date.edtf}`,
        says: {
          pack,
          date,
          text: (notes: Notes) => [...subjectOf(names, of), ...runs(text, notes, (id) => `${pack.info.id}/${id}`)],
        },
      })),
  );
}

/** A timeline does not say whose it is. */
function subjectOf(names: Known["names"], cast: Cast): Run[] {
  return cast.link.kind === "person" ? [nameOf(names, cast), { text: ": " }] : [];
}

/** Events that both lead to, or that lead to both: the ones with the fewest others first. */
function events(corpus: Corpus, a: Cast, b: Cast): Tie[] {
  if (a.link.kind === "event" || b.link.kind === "event") return [];
  const linked = (cast: Cast) =>
    new Map(cast.told.flatMap(({ pack, entry }) => entry.links.map((id) => [`${pack.info.id}/${id}`, { pack, id }] as const)));
  const [ofA, ofB] = [linked(a), linked(b)];
  const shared = [...ofA].filter(([ref, { pack, id }]) => ofB.has(ref) && pack.kindOf(pack.indexOf(id)) === "event");
  return shared
    .map(([ref, { pack, id }]) => ({ ref, pack, entry: corpus.entryOf({ pack: corpus.packs.indexOf(pack), entry: pack.indexOf(id) }) }))
    .sort((one, other) => one.entry.links.length - other.entry.links.length)
    .map(({ ref, pack, entry }) => ({
      strength: STRENGTH.event,
      id: `event ${ref}`,
      says: { pack, date: entry.dates.date, text: (notes: Notes) => eventText(corpus, ref, entry, pack, notes) },
    }));
}

function eventText(corpus: Corpus, ref: string, entry: Entry, pack: OpenPack, notes: Notes): Run[] {
  const link = corpus.linkOf(ref)!;
  const about = entry.about[0];
  const name: Run = { text: link.name, ref: link.ref, kind: link.kind };
  return about ? [name, { text: ": " }, ...runs(about, notes, (id) => `${pack.info.id}/${id}`)] : [name];
}

/** Something that one of the cast said, and of or to whom. */
interface Said {
  pack: OpenPack;
  quote: Quote;
  to: ReadonlySet<string>;
  about: ReadonlySet<string>;
}

function saidBy(corpus: Corpus, { link, told }: Cast): Said[] {
  return told.flatMap(({ pack, index }) => {
    const refs = (ids: readonly string[]) => new Set(ids.flatMap((id) => corpus.linkOf(`${pack.info.id}/${id}`)?.ref ?? []));
    const idsOf = (voices: readonly Quote["speaker"][]) => voices.flatMap((voice) => ("entry" in voice ? [voice.entry] : []));
    const quotes = pack.quotesOf(index).map((at) => pack.quote(at));
    return quotes
      .filter(({ speaker }) => refs(idsOf([speaker])).has(link.ref))
      .map((quote) => ({ pack, quote, to: refs(idsOf(quote.to)), about: refs(quote.about) }));
  });
}

/** What the one said to the other or of them. */
function quotes(corpus: Known, by: Cast, other: Cast): Tie[] {
  const said = corpus.said.get(by)!.filter(({ to, about }) => to.has(other.link.ref) || about.has(other.link.ref));
  return said.map(({ pack, quote, to }) => {
    const words = quote.pieces.join(" … ");
    const cut = words.length > MOST_QUOTED ? `${words.slice(0, MOST_QUOTED).replace(/\s+\S*$/, "")} …` : words;
    const quoted = { text: corpus.t("card_quoted", cut) };
    const key = to.has(other.link.ref) ? "company_said_to" : "company_said_of";
    const text = (notes: Notes): Run[] => [
      ...sentence(corpus.t, key, [nameOf(corpus.names, by)], [nameOf(corpus.names, other)], [quoted]),
      { text: quote.cite.locator ?? "", note: notes.number(quote.cite.source) },
    ];
    return { strength: STRENGTH.quote, id: `quote ${quote.id}`, says: { pack, date: quote.date, text } };
  });
}

function nameOf(names: Known["names"], { link }: Cast): Run {
  return { text: names.get(link.ref)!, ref: link.ref, kind: link.kind };
}

/** What joins two in words; where nothing but a link does, that they are linked. */
function bondOf(corpus: Corpus, [a, b]: [number, number], ties: readonly Tie[], strength: number): Bond {
  const said = ties.flatMap(({ says }) => says ?? []).slice(0, MOST_SAID);
  const sources: Bond["sources"] = [];
  const says = said.map(({ pack, date, text }) => {
    const notes = new Notes(pack);
    const written = text(notes).map((run) => (run.note === undefined ? run : { ...run, note: run.note + sources.length }));
    sources.push(...notes.list);
    return { text: written, when: date && formatDate(date, corpus.locale) };
  });
  return { a, b, strength, says: says.length > 0 ? says : [{ text: [{ text: corpus.t("company_linked") }] }], sources };
}
