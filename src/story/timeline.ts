/**
 * What happened to those on a page, of all that the packs know: items of timelines, and events with their dates. What
 * several entries tell of the same happening is told once, with everybody in it.
 */
import type { Link, Run, StoryEvent, TimelineRequest } from "../messages/contract";
import type { PackDate, Paragraph } from "../packs/model";
import type { OpenPack } from "../packs/open";
import { type Cast, castOf, type Corpus, shortNames } from "./corpus";
import { formatDate } from "./dates";
import { linkNames, Notes, runs } from "./runs";

/** Of the cast, those whose timelines are read. */
const MOST_CAST = 30;
/** More than can be looked through; a page of news brings 30 to 60. */
const MOST_EVENTS = 80;

/** An event that nobody on the page names counts when so many of the cast have to do with it. */
const LEAST_LINKS = 2;

/** What speaks for a happening, beside the weight of those in it. */
const WEIGHT = {
  /** The page names the event itself. */
  named: 1.5,
  /** Several of the cast lead to it. */
  linked: 0.4,
  /** The page names its day or month; its year. */
  day: 1.5,
  year: 0.4,
  /** The page could not know of it yet. */
  later: -1.5,
  /** A place is named more often than it acts. */
  place: 0.5,
  /** It took years: more of a time than of a happening. */
  long: -0.5,
};

/** Longest span of a date that says when, in days. */
const FEW_DAYS = 9;
const MONTH_DAYS = 31;
const YEAR_DAYS = 366;

/** A part of its words, without those that everything shares, from which two texts tell of one happening. */
const SAME_DAY = 0.25;
const SAME_SPAN = 0.5;
/** Letters that make a word; languages bend what comes after. */
const STEM = 5;
const SHORTEST_WORD = 4;

/** Something that happened, as one entry tells it. */
interface Telling {
  pack: OpenPack;
  date: PackDate;
  min: number;
  max: number;
  text: Run[];
  notes: Notes;
  /** Whose timeline tells it; the event itself where that is an entry. */
  host: Cast | undefined;
  head: Link | undefined;
  named: boolean;
  /** Entries that it has to do with, the host among them, as their first packs have them. */
  refs: Set<string>;
  words: Set<string>;
}

/** The most telling happenings for a page, in the order of time. */
export function timelineOf(corpus: Corpus, request: TimelineRequest): StoryEvent[] {
  const cast = castOf(corpus, request.cast, MOST_CAST);
  const tellings = [...cast.flatMap(tellingsOf), ...linkedEvents(corpus, cast)];
  linkNames(tellings.map((each) => each.text), { selves: new Set(), findNames: corpus.findNames });
  for (const each of tellings) complete(corpus, each);
  const weights = new Map(cast.map(({ link, weight }) => [link.ref, link.kind === "place" ? weight * WEIGHT.place : weight]));
  const groups = sameHappenings(tellings)
    .map((group) => ({ group, score: scoreOf(group, weights, request) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_EVENTS);
  const names = shortNames(cast);
  return groups.map(({ group }, rank) => eventOf(corpus, group, { rank, weights, names })).sort((a, b) => a.min - b.min || a.max - b.max || a.rank - b.rank);
}

function tellingsOf(cast: Cast): Telling[] {
  return cast.told.flatMap(({ pack, entry }) => {
    const { date: own } = entry.dates;
    const head = own && telling(pack, own, entry.about[0] ?? [], { head: cast.link, named: true });
    const items = entry.timeline.map(({ date, text }) => telling(pack, date, text, { host: cast }));
    return [head, ...items].flatMap((each) => each ?? []);
  });
}

/** Events that the page does not name, and to which several of the cast lead. */
function linkedEvents(corpus: Corpus, cast: readonly Cast[]): Telling[] {
  const counts = new Map<string, { count: number; link: Link }>();
  const known = new Set(cast.map(({ link }) => link.ref));
  for (const { told, link: from } of cast) {
    if (from.kind === "place") continue;
    const linked = new Map<string, Link>();
    for (const { pack, entry } of told) {
      for (const id of entry.links) {
        const link = corpus.linkOf(`${pack.info.id}/${id}`);
        if (link?.kind === "event" && !known.has(link.ref)) linked.set(link.ref, link);
      }
    }
    for (const link of linked.values()) counts.set(link.ref, { count: (counts.get(link.ref)?.count ?? 0) + 1, link });
  }
  return [...counts.values()].flatMap(({ count, link }) => {
    if (count < LEAST_LINKS) return [];
    return corpus.membersOf(link.ref).flatMap((place) => {
      const { dates, about } = corpus.entryOf(place);
      return (dates.date && telling(corpus.packs[place.pack]!, dates.date, about[0] ?? [], { head: link })) ?? [];
    });
  });
}

interface Whose {
  host?: Cast;
  head?: Link;
  named?: boolean;
}

function telling(pack: OpenPack, date: PackDate, text: Paragraph, { host, head, named = false }: Whose): Telling | undefined {
  const [min, max] = [date.min ?? date.max, date.max ?? date.min];
  if (min === null || max === null) return undefined;
  const notes = new Notes(pack);
  const refFor = (id: string) => `${pack.info.id}/${id}`;
  return { pack, date, min, max, text: runs(text, notes, refFor), notes, host, head, named, refs: new Set(), words: new Set() };
}

/** Once all names in it are known: whom and what it speaks of. */
function complete(corpus: Corpus, each: Telling): void {
  const owners = [each.head, each.host?.link].flatMap((link) => link ?? []);
  for (const run of each.text) {
    const link = run.ref === undefined ? undefined : corpus.linkOf(run.ref);
    if (link && lives(corpus, link.ref, each)) {
      run.kind = link.kind;
      each.refs.add(link.ref);
    } else delete run.ref;
  }
  for (const { ref } of owners) each.refs.add(ref);
  const plain = each.text.map((run) => (run.note === undefined ? run.text : " ")).join("");
  for (const word of `${plain} ${owners.map(({ name }) => name).join(" ")}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (word.length >= SHORTEST_WORD) each.words.add(word.slice(0, STEM));
  }
}

/** "Kim" in a text of 1956 is no Kim who was born in 1984. */
function lives(corpus: Corpus, ref: string, { min, max }: Telling): boolean {
  return corpus.membersOf(ref).every((place) => {
    const { born, died } = corpus.entryOf(place).dates;
    return (born?.min ?? max) <= max && (died?.max ?? min) >= min;
  });
}

/** Tellings of one happening, together; in each group the one that tells it best comes first. */
function sameHappenings(tellings: readonly Telling[]): Telling[][] {
  const groups: Telling[][] = [];
  // An entry that is the event tells it best, then whoever weighs most on the page.
  const order = tellings.toSorted((a, b) => Number(!!b.head) - Number(!!a.head) || (b.host?.weight ?? 0) - (a.host?.weight ?? 0));
  for (const each of order) {
    const same = groups.find((group) => group.some((other) => isSame(other, each)));
    if (same) same.push(each);
    else groups.push([each]);
  }
  return groups;
}

function isSame(a: Telling, b: Telling): boolean {
  if (a.max < b.min || b.max < a.min) return false;
  if (a.head && b.head) return a.head.ref === b.head.ref;
  if (a.head && isPartOf(b, a)) return true;
  if (b.head && isPartOf(a, b)) return true;
  // What one timeline tells twice happened twice.
  if (a.host && a.host === b.host && a.pack === b.pack) return false;
  if (a.min !== b.min || a.max !== b.max) return false;
  const [few, many] = a.refs.size < b.refs.size ? [a, b] : [b, a];
  if (a.max - a.min <= FEW_DAYS && few.refs.size >= 2 && [...few.refs].every((ref) => many.refs.has(ref))) return true;
  const shared = [...a.words].filter((word) => b.words.has(word)).length / Math.max(1, Math.min(a.words.size, b.words.size));
  const least = a.max - a.min <= FEW_DAYS ? SAME_DAY : SAME_SPAN;
  const cited = a.notes.list.some(({ full }) => b.notes.list.some((other) => other.full === full));
  return shared >= (cited ? least / 2 : least);
}

/** "Overthrown", says a life, and links to the event. What took but a part of an event stays beside it. */
function isPartOf(item: Telling, event: Telling): boolean {
  const { ref } = event.head!;
  if (!item.refs.has(ref) || item.host?.link.ref === ref) return false;
  const shared = Math.min(item.max, event.max) - Math.max(item.min, event.min) + 1;
  return shared >= 0.5 * (event.max - event.min + 1);
}

function scoreOf(group: readonly Telling[], weights: ReadonlyMap<string, number>, { dates, published }: TimelineRequest): number {
  const [best] = group as [Telling];
  let score = 0;
  for (const ref of new Set(group.flatMap((each) => [...each.refs]))) score += weights.get(ref) ?? 0;
  if (best.named) score += WEIGHT.named;
  else if (best.head) score += WEIGHT.linked;
  if (best.max - best.min > 2 * YEAR_DAYS) score += WEIGHT.long;
  if (published !== null && best.min > published) score += WEIGHT.later;
  const met = dates.filter(({ min, max }) => min <= best.max && max >= best.min && best.max - best.min <= YEAR_DAYS);
  if (met.some(({ min, max }) => max - min <= MONTH_DAYS)) score += WEIGHT.day;
  else if (met.some(({ min, max }) => max - min <= YEAR_DAYS)) score += WEIGHT.year;
  return score;
}

interface Ranked {
  rank: number;
  /** By the refs of the cast. */
  weights: ReadonlyMap<string, number>;
  names: ReadonlyMap<string, string>;
}

function eventOf(corpus: Corpus, group: readonly Telling[], { rank, weights, names }: Ranked): StoryEvent {
  const [best] = group as [Telling];
  const others = [...new Set(group.flatMap((each) => [...each.refs]))].filter((ref) => ref !== best.head?.ref);
  const weight = (ref: string) => weights.get(ref) ?? -1;
  const people = others.sort((a, b) => weight(b) - weight(a)).flatMap((ref) => corpus.linkOf(ref) ?? []);
  const subject = !best.head && best.host && best.host.link.kind === "person" ? names.get(best.host.link.ref)! : "";
  const { min, max, date, text, notes } = best;
  const kind = best.head?.kind ?? best.host!.link.kind;
  const told = { min, max, lasts: date.edtf.includes("/"), when: formatDate(date, corpus.locale), subject, text, sources: notes.list, kind, people, rank };
  return best.head ? { ...told, head: best.head } : told;
}
