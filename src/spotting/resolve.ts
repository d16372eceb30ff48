/**
 * Decides which entry each name on a page means, or that it means none of ours.
 *
 * First the full names that only one entry bears, which need nothing from the page but room of their own. They are
 * what the rest is understood by, in reading order: short names, titles, and full names that several entries share.
 */
import type { Kind, NameClass } from "../packs/model";
import { type Case, confidences, isFull, type Place, THRESHOLD, weigh } from "./evidence";
import type { Facts } from "./facts";
import type { Reading } from "./find";
import { keyOf, Memory } from "./memory";

/** A name on the page, with all that was read where it stands. */
export interface Candidate extends Omit<Place, "stranger"> {
  block: number;
  /** Offsets into the block in UTF-16 code units, half-open. */
  start: number;
  end: number;
  /** Hash of a short name of one token, by which it is known again; 0 for others. */
  surname: number;
  /** First letter of the initials before the name as a code unit; 0 where there are none. */
  initial: number;
  /** Where a mention begins whose initials are the entry's. */
  initialsStart: number;
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
  /** How sure we are, above 0.5 and up to 1. */
  confidence: number;
  /** Class of the name by which the entry was found. */
  nameClass: NameClass;
  /** Other entries that the name may mean, the likeliest first. */
  others: { pack: number; entry: number }[];
}

/**
 * @param candidates in reading order
 * @param memory with what was named before the page; what the page names is added
 */
export function resolve(candidates: readonly Candidate[], facts: readonly Facts[], memory: Memory): Mention[] {
  const verdicts = new Map<number, Mention | null>();
  candidates.forEach((candidate, place) => {
    if (candidate.readings.filter(isFull).length !== 1) return;
    const verdict = decide(candidate, place, facts, memory, false);
    if (!verdict || !names(verdict, candidate)) return;
    verdicts.set(place, verdict);
    memory.name(keyOf(verdict.pack, verdict.entry), place);
  });

  const strangers = new Strangers(candidates, facts);
  return candidates.flatMap((candidate, place) => {
    const known = verdicts.get(place);
    const verdict = known ?? decide(candidate, place, facts, memory, strangers.bears(candidate, place, memory));
    if (!known && verdict && names(verdict, candidate)) memory.name(keyOf(verdict.pack, verdict.entry), place);
    return verdict ?? [];
  });
}

/** Is the mention by a full name? */
function names({ pack, entry }: Mention, { readings }: Candidate): boolean {
  return readings.some((reading) => reading.pack === pack && reading.entry === entry && isFull(reading));
}

interface Weighed {
  reading: Reading;
  case: Case;
  weight: number;
}

/** The mention, or null where nothing is likely enough. */
function decide(candidate: Candidate, at: number, facts: readonly Facts[], memory: Memory, stranger: boolean): Mention | null {
  const place: Place = { ...candidate, stranger };
  const standings = memory.standings(candidate.readings.map(({ pack, entry }) => keyOf(pack, entry)), at);
  const weighed: Weighed[] = candidate.readings.map((reading, index) => {
    const about = facts[reading.pack]!;
    const one: Case = {
      reading,
      kind: about.kind(reading.entry),
      standing: standings[index]!,
      titles: about.titles(reading.entry),
      years: about.years(reading.entry),
      initialsFit: candidate.initial === 0 ? null : about.hasInitial(reading.entry, candidate.initial),
    };
    return { reading, case: one, weight: weigh(one, place) };
  });

  const best = bestOf(weighed);
  if (best.confidence <= THRESHOLD) return null;
  const { reading } = best.weighed;
  const others = weighed.filter((each) => each !== best.weighed).sort((a, b) => b.weight - a.weight);
  return {
    block: candidate.block,
    start: best.weighed.case.initialsFit ? candidate.initialsStart : candidate.start,
    end: candidate.end,
    pack: reading.pack,
    entry: reading.entry,
    confidence: best.confidence,
    nameClass: reading.nameClass,
    others: others.map(({ reading: other }) => ({ pack: other.pack, entry: other.entry })),
  };
}

/**
 * The likeliest reading. Entries of one pack exclude each other; those of different packs are mostly the same person
 * twice, so that each pack is asked by itself and the first of the surest wins.
 */
function bestOf(weighed: readonly Weighed[]): { weighed: Weighed; confidence: number } {
  let best: { weighed: Weighed; confidence: number } | null = null;
  for (const pack of new Set(weighed.map(({ reading }) => reading.pack))) {
    const own = weighed.filter(({ reading }) => reading.pack === pack);
    const sure = confidences(own.map(({ weight }) => weight));
    sure.forEach((confidence, index) => {
      if (!best || confidence > best.confidence) best = { weighed: own[index]!, confidence };
    });
  }
  return best!;
}

/** People of whom the page gives a full name that no pack has: "Kim Novak" makes the next "Kim" hers. */
class Strangers {
  readonly #places = new Map<number, number[]>();

  constructor(candidates: readonly Candidate[], facts: readonly Facts[]) {
    candidates.forEach((candidate, place) => {
      const { surname, surroundings } = candidate;
      const named = surroundings.nameBefore || surroundings.maybeBefore || (surroundings.nameAfter && !surroundings.headAfter);
      if (surname === 0 || !named || !candidate.readings.some((reading) => kindOf(reading, facts) === "person")) return;
      this.#places.set(surname, [...(this.#places.get(surname) ?? []), place]);
    });
  }

  /** Was a stranger the last whom the page named in full by this surname? */
  bears({ surname, readings }: Candidate, place: number, memory: Memory): boolean {
    const stranger = this.#places.get(surname)?.findLast((each) => each < place) ?? -Infinity;
    if (stranger === -Infinity) return false;
    return readings.every(({ pack, entry }) => memory.lastBefore(keyOf(pack, entry), place) < stranger);
  }
}

function kindOf({ pack, entry }: Reading, facts: readonly Facts[]): Kind {
  return facts[pack]!.kind(entry);
}
