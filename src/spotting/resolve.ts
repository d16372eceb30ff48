/**
 * Decides which entry each name on a page means, or that it means none of ours.
 *
 * First the full names that only one entry bears, which need nothing from the page but room of their own. They are
 * what the rest is understood by, in reading order: short names, titles, and full names that several entries share.
 */
import type { NameClass } from "../packs/model";
import {
  beliefs, calibrated, type Case, confidenceOf, isFull, needsReason, ofAge, OTHER, type Place, type Standing, THRESHOLD, weigh,
} from "./evidence";
import type { Facts } from "./facts";
import type { Reading } from "./find";
import { fromKey, keyOf, lastBelow, type Memory } from "./memory";
import type { PageWords } from "./page-words";
import { GENERATED } from "./names";
import { NO_YEARS } from "./years";
import { HEAD_AFTER, MAYBE_BEFORE, NAME_AFTER, NAME_BEFORE } from "./around";

/** A name on the page, with all that was read where it stands. */
export interface Candidate extends Place {
  block: number;
  /** Offsets into the block in UTF-16 code units, half-open. */
  start: number;
  end: number;
  /** Hash of a short name of one token, or of the last after a title, by which it is known again; 0 for others. */
  surname: number;
  /** Where a mention begins whose initials are the entry's. */
  initialsStart: number;
  /** The reader has said what it means, the only one of its readings: corrections.ts. */
  settled: boolean;
}

/** A name seen on a page. */
export interface Mention {
  /** Index into the page's blocks. */
  block: number;
  /** UTF-16 code units in the block, half-open. */
  start: number;
  end: number;
  /** Number of the pack in the spotter. */
  pack: number;
  /** Number of the entry in its pack. */
  entry: number;
  /** How sure we are: about this share of such mentions is right. Above 0.8 and up to 1. */
  confidence: number;
  /** Class of the name by which the entry was found. */
  nameClass: NameClass;
  /** Other entries that the name may mean, the likeliest first. */
  others: { pack: number; entry: number }[];
  /** The entry and those of other packs that are one with it (twins.ts), itself first. */
  members: readonly { pack: number; entry: number }[];
  /** Index into the entry's senses (`OpenPack.sensesOf`) where the name stands for something else; else null. */
  sense: number | null;
}

/** Decides about all names of a page, which are given in reading order. */
export function resolve(candidates: readonly Candidate[], known: Page): Mention[] {
  const page: Resolved = { ...known, candidates, within: null };
  const { facts, memory } = page;
  const verdicts: (Mention | null)[] = [];
  const open: number[] = [];
  for (let place = 0; place < candidates.length; place++) {
    const candidate = candidates[place]!;
    const plain = candidate.settled || !needsReason(candidate.readings[0]!, candidate);
    const sharedByShort = !plain && isFullOfOne(candidate.readings);
    const verdict = plain ? decidePlain(candidate, facts) : sharedByShort ? decide(candidate, place, page, false) : null;
    const named = verdict !== null && names(verdict, candidate);
    if (named) memory.name(keyOf(verdict.pack, verdict.entry), place);
    else if (!plain) open.push(place);
    verdicts.push(named ? verdict : null);
  }
  // Whether a page speaks from within is known when all of it is read.
  page.within = new Map();
  for (let place = 0; place < candidates.length; place++) {
    const { readings } = candidates[place]!;
    if (readings.length > 1 && verdicts[place] && readings.some(isShort)) {
      verdicts[place] = decide(candidates[place]!, place, page, false);
    }
  }
  if (open.length > 0) decideOpen(open, page, verdicts);
  return verdicts.filter((verdict) => verdict !== null);
}

/** Decides about the names at the places in `open`, which need a reason. */
function decideOpen(open: readonly number[], page: Resolved, verdicts: (Mention | null)[]): void {
  const { candidates } = page;
  const strangers = new Strangers(candidates, page.facts);
  let met = false;
  for (const place of open) {
    const verdict = decideAt(candidates[place]!, place, page, strangers);
    verdicts[place] = verdict;
    if (!verdict || verdict.confidence <= SURE_CONFIDENCE) continue;
    const isNew = page.memory.meet(keyOf(verdict.pack, verdict.entry));
    met ||= isNew || isTitled(verdict, candidates[place]!);
  }
  if (!met) return;
  // Those whom the page calls by short names only are company too, for what is still silent.
  for (const place of open) verdicts[place] ??= decideAt(candidates[place]!, place, page, strangers);
}

/** What a page is understood by. */
export interface Page {
  facts: readonly Facts[];
  /** With what was named before the page; what the page names is added. */
  memory: Memory;
  words: PageWords;
}

interface Resolved extends Page {
  candidates: readonly Candidate[];
  /** Whether the page speaks from within each entry that was asked about; null before all full names are known. */
  within: Map<number, boolean> | null;
}

/** From this belief on, a short name shows that its entry is on the page, and no more words are asked. */
const SURE = 0.9;
const SURE_CONFIDENCE = calibrated(SURE);

function isTitled({ nameClass }: Mention, { surroundings }: Candidate): boolean {
  return nameClass === "title" || surroundings.titles.length > 0 || surroundings.titleAfter !== null;
}

/** Decides about a name that needs a reason, and notes whom it names. */
function decideAt(candidate: Candidate, place: number, page: Resolved, strangers: Strangers): Mention | null {
  const verdict = decide(candidate, place, page, strangers.bears(candidate, place, page.memory));
  // A title that can only be one person's names that person as a full name does.
  const named = verdict && (names(verdict, candidate) || (isTitled(verdict, candidate) && verdict.confidence > SURE_CONFIDENCE));
  if (named) page.memory.name(keyOf(verdict.pack, verdict.entry), place);
  return verdict;
}

/** Is the name the full name of exactly one entry? */
function isFullOfOne(readings: readonly Reading[]): boolean {
  let full = 0;
  for (const reading of readings) if (isFull(reading)) full++;
  return full === 1;
}

/** Is the mention by a full name? */
function names({ pack, entry }: Mention, { readings }: Candidate): boolean {
  for (const reading of readings) if (reading.pack === pack && reading.entry === entry && isFull(reading)) return true;
  return false;
}

/** A short name that the pack lists. */
function isShort({ nameClass, flags }: Reading): boolean {
  return nameClass === "short" && (flags & GENERATED) === 0;
}

const NO_OTHERS: Mention["others"] = [];

/** Decides about a name that needs no reason: the mention, or null where something speaks against it. */
function decidePlain(candidate: Candidate, facts: readonly Facts[]): Mention | null {
  const reading = candidate.readings[0]!;
  const own = facts[reading.pack]!;
  const of: Case = {
    reading, kind: own.kind(reading.entry), facts: own,
    standing: null, stranger: false, outnamed: false, within: false, years: NO_YEARS, context: 0,
  };
  return candidate.settled ? mentionOf(candidate, of, 1, NO_OTHERS) : mentionIfLikely(candidate, of);
}

interface Weighed {
  case: Case;
  weight: number;
}

/** The mention, or null where nothing is likely enough. */
function decide(candidate: Candidate, at: number, page: Resolved, stranger: boolean): Mention | null {
  if (candidate.readings.length === 1) return decideOne(candidate, at, page, stranger);
  if (candidate.readings.length > MOST_BEARERS) return decideAmongNamed(candidate, at, page, stranger);
  const cases = casesOf(candidate, at, page, stranger);
  let weighed = weighAll(cases, candidate);
  let best = bestOf(weighed);
  if (best.belief > HOPELESS && best.belief < SURE) {
    for (const each of cases) each.context = contextOf(each, candidate.block, page.words);
    weighed = weighAll(cases, candidate);
    best = bestOf(weighed);
  }
  if (best.belief <= THRESHOLD) return null;
  const others = weighed.filter((each) => each !== best.weighed).sort((a, b) => b.weight - a.weight);
  return mentionOf(
    candidate,
    best.weighed.case,
    calibrated(best.belief),
    others.map(({ case: { reading } }) => ({ pack: reading.pack, entry: reading.entry })),
  );
}

/** A name that more entries bear tells nothing of any, except of those that the page has named in full. */
const MOST_BEARERS = 64;

function decideAmongNamed(candidate: Candidate, at: number, page: Resolved, stranger: boolean): Mention | null {
  const named = candidate.readings.filter(({ pack, entry }) => page.memory.placesOf(keyOf(pack, entry)).length > 0);
  if (named.length === 0) return null;
  return decide({ ...candidate, readings: named.slice(0, MOST_BEARERS) }, at, page, stranger);
}

/** The weight at which belief is at the threshold. */
const EVEN_ODDS = Math.log(THRESHOLD / (1 - THRESHOLD));

/** The mention of the only entry that is asked about, or null where it is not likely enough. */
function mentionIfLikely(candidate: Candidate, of: Case): Mention | null {
  const weight = weigh(of, candidate);
  return weight > EVEN_ODDS ? mentionOf(candidate, of, confidenceOf(weight), NO_OTHERS) : null;
}

/** As `decide`, about a name that only one entry has: nearly all names of most packs. */
function decideOne(candidate: Candidate, at: number, { facts, memory }: Page, stranger: boolean): Mention | null {
  const reading = candidate.readings[0]!;
  const own = facts[reading.pack]!;
  const of: Case = {
    reading, kind: own.kind(reading.entry), facts: own,
    standing: memory.standing(keyOf(reading.pack, reading.entry), at),
    stranger, outnamed: false, within: false, years: candidate.years, context: 0,
  };
  return mentionIfLikely(candidate, of);
}

/** With less belief than this, no words around make up for what is missing. */
const HOPELESS = 0.1;

function casesOf(candidate: Candidate, at: number, page: Resolved, stranger: boolean): Case[] {
  const { readings } = candidate;
  const keys = readings.map(({ pack, entry }) => keyOf(pack, entry));
  const standings = subjectsLast(page.memory.standings(readings, at), keys, at, page);
  const years = yearsFor(candidate, page.words);
  const isShared = isFullOfOne(readings) && readings.length > 1;
  const surname = readings.some(({ flags, nameClass }, index) => flags & GENERATED && nameClass === "short" && standings[index]!.named === "last");
  return readings.map((reading, index) => {
    const facts = page.facts[reading.pack]!;
    const kind = facts.kind(reading.entry);
    const standing = standings[index]!;
    const outnamed = surname && kind === OTHER && reading.nameClass === "full" && standing.named === "never";
    const within = isShared && isShort(reading) && isFromWithin(keys[index]!, keys, page);
    return { reading, kind, facts, standing, stranger, outnamed, within, years, context: 0 };
  });
}

function isFromWithin(key: number, keys: readonly number[], page: Resolved): boolean {
  let within = page.within?.get(key);
  if (within === undefined) page.within?.set(key, (within = speaksFromWithin(key, keys, page)));
  return within ?? false;
}

/** Of those that an entry is linked with, so many are on a page that speaks for it. */
const OWN_COMPANY = 2;

/**
 * Does the page speak as the entry itself does? It calls it by its official names and never as others call it, is full
 * of what belongs to it, and names none of its rivals: so North Korea's papers call it Korea.
 * @param keys entries that share the short name
 */
function speaksFromWithin(key: number, keys: readonly number[], { memory, facts, words, candidates }: Resolved): boolean {
  const places = memory.placesOf(key);
  if (places.length === 0 || memory.companyOf(key) < OWN_COMPANY) return false;
  const { pack, entry } = fromKey(key);
  if (facts[pack]!.kind(entry) !== "place") return false;
  const isAlsoThis = (place: number) => candidates[place]?.readings.some((reading) => keyOf(reading.pack, reading.entry) === key) ?? false;
  if (keys.some((other) => other !== key && !memory.placesOf(other).every(isAlsoThis))) return false;
  return places.every((place) => {
    const candidate = candidates[place];
    return candidate && !facts[pack]!.isFirstName(entry, words.spelling(candidate.block, candidate.start, candidate.end));
  });
}

/**
 * Of two who share a surname and are named in one sentence, the first is the one whom the next is about (B. Grosz,
 * A. Joshi and S. Weinstein, "Centering", 1995: what the subject is about is spoken of again).
 */
function subjectsLast(standings: Standing[], keys: readonly number[], at: number, { memory, words, candidates }: Resolved): Standing[] {
  const last = standings.findIndex(({ named }) => named === "last");
  if (last < 0 || standings.length === 1) return standings;
  const lastPlace = memory.lastBefore(keys[last]!, at);
  const { block, start } = candidates[lastPlace] ?? {};
  let first = last;
  let firstPlace = lastPlace;
  standings.forEach(({ named }, index) => {
    if (named !== "before") return;
    const place = memory.lastBefore(keys[index]!, at);
    const other = candidates[place];
    if (!other || place >= firstPlace || other.block !== block || words.endsSentence(other.block, other.end, start!)) return;
    first = index;
    firstPlace = place;
  });
  if (first === last) return standings;
  return standings.map((each, index) => (index === first ? { ...each, named: "last" } : index === last ? { ...each, named: "before" } : each));
}

function weighAll(cases: readonly Case[], candidate: Candidate): Weighed[] {
  const weighed = cases.map((each) => ({ case: each, weight: weigh(each, candidate) }));
  const { titles } = candidate.surroundings;
  if (titles.length > 0) ofAge(titles, cases).forEach((age, index) => (weighed[index]!.weight += age));
  return weighed;
}

/** Years by which offices are told apart: those of the sentence, or else of the text before it. */
function yearsFor({ block, years, surroundings }: Candidate, words: PageWords): readonly number[] {
  if (years.length > 0 || !(surroundings.titles.length > 0 || surroundings.titleAfter)) return years;
  return words.years(block);
}

function contextOf({ reading: { entry }, facts }: Case, block: number, words: PageWords): number {
  return facts.hasContext(entry) ? facts.context(entry, words.words(block)) : 0;
}

function mentionOf(candidate: Candidate, { reading, facts }: Case, confidence: number, others: Mention["others"]): Mention {
  const initials = candidate.initial !== 0 && facts.hasInitial(reading.entry, candidate.initial);
  return {
    block: candidate.block,
    start: initials ? candidate.initialsStart : candidate.start,
    end: candidate.end,
    pack: reading.pack,
    entry: reading.entry,
    confidence,
    nameClass: reading.nameClass,
    others,
    members: NO_OTHERS,
    sense: null,
  };
}

/**
 * The likeliest reading. Entries of one pack exclude each other; those of different packs are mostly the same person
 * twice, so that each pack is asked by itself and the first of the surest wins.
 */
function bestOf(weighed: readonly Weighed[]): Best {
  const packOf = ({ case: { reading } }: Weighed) => reading.pack;
  // Readings come in the order of packs, which mostly are one.
  if (packOf(weighed[0]!) === packOf(weighed[weighed.length - 1]!)) return bestOfPack(weighed);
  const packs = [...new Set(weighed.map(packOf))];
  const bests = packs.map((pack) => bestOfPack(weighed.filter((each) => packOf(each) === pack)));
  return bests.reduce((best, other) => (other.belief > best.belief ? other : best));
}

interface Best {
  weighed: Weighed;
  belief: number;
}

/** The likeliest of the readings of one pack. */
function bestOfPack(weighed: readonly Weighed[]): Best {
  const believed = beliefs(weighed);
  let best = 0;
  for (let at = 1; at < weighed.length; at++) if (believed[at]! > believed[best]!) best = at;
  return { weighed: weighed[best]!, belief: believed[best]! };
}

/** People of whom the page gives a full name that no pack has: "Kim Novak" makes the next "Kim" hers. */
class Strangers {
  /** By surname, ascending; none where the page has no such people. */
  readonly #places: Map<number, number[]> | null;

  constructor(candidates: readonly Candidate[], facts: readonly Facts[]) {
    let strangers: Map<number, number[]> | null = null;
    for (let place = 0; place < candidates.length; place++) {
      const { surname, surroundings, readings, common } = candidates[place]!;
      if (surname === 0 || !isPartOfName(surroundings.around)) continue;
      if (!readings.some((reading) => mayBeSurname(reading, common, facts))) continue;
      const places = (strangers ??= new Map<number, number[]>()).get(surname);
      if (places) places.push(place);
      else strangers.set(surname, [place]);
    }
    this.#places = strangers;
  }

  /** Was a stranger the last whom the page named in full by this surname? */
  bears({ surname, readings }: Candidate, place: number, memory: Memory): boolean {
    if (surname === 0 || !this.#places) return false;
    const stranger = lastBelow(this.#places.get(surname), place);
    if (stranger === -Infinity) return false;
    return readings.every(({ pack, entry }) => memory.lastBefore(keyOf(pack, entry), place) < stranger);
  }
}

function mayBeSurname({ pack, entry }: Reading, common: boolean, facts: readonly Facts[]): boolean {
  const kind = facts[pack]!.kind(entry);
  return kind === "person" || (kind === OTHER && common);
}

function isPartOfName(around: number): boolean {
  return (around & (NAME_BEFORE | MAYBE_BEFORE)) !== 0 || (around & (NAME_AFTER | HEAD_AFTER)) === NAME_AFTER;
}
