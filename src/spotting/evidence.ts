/**
 * How far a name is to be believed: the weights of all that speaks for and against each entry that it may mean.
 *
 * Weights are log-odds (I. J. Good, "Weight of evidence", 1985): they add up, and the sum s stands for odds of e^s to
 * one against "it means nothing of ours". +1 makes a thing 2.7 times as likely, +3 twenty times.
 */
import type { Kind } from "../packs/model";
import type { Reading } from "./find";
import { ACRONYM, LAST_CAPITAL, ORDINARY } from "./names";
import type { Surroundings } from "./surroundings";
import { VAGUE_TITLE_WORDS } from "./words";

/** Below this confidence we stay silent: a wrong card costs more trust than a missing one. */
export const THRESHOLD = 0.5;

export const WEIGHTS = {
  /** A full name alone is right nineteen times in twenty. */
  full: 3,
  /** A short name alone is more often somebody else's, above all a surname. Without any reason it stays below. */
  surname: -1.5,
  short: -1,
  /** An epithet is less common than a surname. */
  title: -1,
  /** Several words are rarer than one: "State Department", "Marshal Peng". */
  severalWords: 0.7,
  /** Nobody else in the packs has the name. */
  only: 1,
  /** "the Party" may be any. */
  ordinaryShort: -0.5,
  /** Half of a country bears it. */
  commonSurname: -1.5,
  /** The last full name that the short one fits: what any reader takes it for. */
  lastNamed: 4,
  /** Named in full earlier, but another one was since. */
  namedBefore: 1.5,
  /** Named in full only further down: captions, headlines, the second part of an article cut in two. */
  namedNext: 2.5,
  namedLater: 0.5,
  /** The last one of that surname was a stranger: the short name is the stranger's. */
  strangerNamed: -4,
  /** "Premier Zhou", and he was one. */
  titleFits: 2.5,
  /** Any title makes a person likely. */
  titleStands: 0.7,
  /** "Premier Peng", and he was none. */
  titleMisfits: -1,
  /** "President Washington" is no city. */
  titleOfOther: -3,
  /** An entry that is linked with this one is on the page. A place counts for less: memory.ts. */
  company: 0.8,
  /** It says less of a party or a treaty that is called by no more than that. */
  companyOfWord: 0.4,
  /** More company than so many adds nothing. */
  mostCompany: 3,
  /** The sentence names a year in which he was alive. */
  yearFits: 0.5,
  /** It names only years before he can have done anything. */
  yearTooEarly: -2,
  /** "A. Mikoyan" */
  initialsFit: 2,
  /** Part of a longer name that is not ours: nothing outweighs that. */
  swallowed: -12,
  /** So is a full name of several words before another capital: "Fatherland Liberation War Martyrs …". */
  swallowedWhole: -4,
  /** Perhaps so. */
  perhapsSwallowed: -3,
  /** An everyday word whose capital may be owed to the place where it stands. */
  ordinaryCapital: -4,
  /** "a cold war": only a page that names the Cold War can mean it. */
  smallLetters: -3.5,
  /** "Korean war" for "Korean War" is frequent, "Long march" for "Long March" is something else. */
  smallLast: -1,
  smallLastAtStart: -3.5,
  /** "in …" */
  place: 0.7,
  notPlace: -0.7,
  /** The same spelling is another entry's full name. */
  fullOfOther: -4,
} as const;

/** A child of fewer years does nothing that history records. */
const YOUNGEST = 10;

/** What the page knows of an entry when a name is met. */
export interface Standing {
  named: "last" | "before" | "next" | "later" | "never";
  /** Entries on the page that it is linked with: their number, with places counting for less. */
  company: number;
}

/** All that is weighed of one entry that a name may mean. */
export interface Case {
  reading: Reading;
  kind: Kind;
  standing: Standing;
  /** Hashes of the title words of its offices. */
  titles: Int32Array;
  /** Years of its life or time. */
  years: { first: number; last: number };
  /** Whether one of its names begins with the letter of the initials before the name; null without initials. */
  initialsFit: boolean | null;
}

/** All that is weighed of the place where a name stands. */
export interface Place {
  surroundings: Surroundings;
  /** Tokens of the name. */
  length: number;
  /** Does its last word begin with a small letter? */
  smallLast: boolean;
  /** A surname that half of a country bears. */
  common: boolean;
  /** One syllable or character of a script without capitals. */
  lone: boolean;
  /** Years in the sentence. */
  years: readonly number[];
  /** The last one who bore the short name in full was not ours. */
  stranger: boolean;
  /** Entries that the name may mean. */
  readings: readonly Reading[];
}

/** Weight of all evidence that the name means this entry. */
export function weigh(of: Case, place: Place): number {
  const asShort = !isFull(of.reading);
  let weight = ofClass(of, place) + ofCapitals(of, place) + ofNeighbours(of, place) + ofTitles(of, place);
  weight += ofYears(of, place);
  if (asShort || lacksCapital(of, place) || place.readings.length > 1) weight += ofStanding(of, place) + ofCompany(of);
  if (place.surroundings.placeBefore && asShort) weight += of.kind === "person" ? WEIGHTS.notPlace : WEIGHTS.place;
  return weight;
}

/** An everyday word; acronyms are told apart by their capitals. */
function isOrdinary({ flags }: Reading): boolean {
  return (flags & ORDINARY) !== 0 && (flags & ACRONYM) === 0;
}

/** Does the name need no reason to be believed? */
export function isFull(reading: Reading): boolean {
  return reading.nameClass === "full" && !isOrdinary(reading) && !reading.small;
}

function ofClass({ reading, kind }: Case, place: Place): number {
  if (isFull(reading)) return WEIGHTS.full;
  const { nameClass, small } = reading;
  if (small && kind !== "event" && kind !== "idea") return WEIGHTS.swallowed;
  let weight: number = nameClass === "title" ? WEIGHTS.title : kind === "person" ? WEIGHTS.surname : WEIGHTS.short;
  if (small) weight += WEIGHTS.smallLetters;
  if (place.length > 1) weight += WEIGHTS.severalWords;
  if (place.readings.length === 1) weight += WEIGHTS.only;
  if (nameClass === "short" && isOrdinary(reading)) weight += WEIGHTS.ordinaryShort;
  if (place.readings.some((other) => other.nameClass === "full" && other.entry !== reading.entry)) weight += WEIGHTS.fullOfOther;
  if (kind === "person" && place.common) weight += WEIGHTS.commonSurname;
  // In the scripts of East Asia a surname never stands alone.
  if (kind === "person" && place.lone && !place.surroundings.titleAfter) weight += WEIGHTS.swallowed;
  return weight;
}

/** Is the last word written small here and with a capital in the pack? */
function lacksCapital({ reading }: Case, { length, smallLast }: Place): boolean {
  return length > 1 && smallLast && (reading.flags & LAST_CAPITAL) !== 0;
}

function ofCapitals(of: Case, place: Place): number {
  const { reading } = of;
  const { sentenceStart, setting } = place.surroundings;
  if (lacksCapital(of, place)) return sentenceStart ? WEIGHTS.smallLastAtStart : WEIGHTS.smallLast;
  const tells = !sentenceStart && setting === "text";
  return place.length === 1 && isOrdinary(reading) && !tells ? WEIGHTS.ordinaryCapital : 0;
}

function ofNeighbours({ reading, kind, initialsFit }: Case, place: Place): number {
  const around = place.surroundings;
  const person = kind === "person";
  if (initialsFit) return WEIGHTS.initialsFit;
  if (reading.nameClass === "title") return around.knownAfter || around.nameAfter || around.ofAfter ? WEIGHTS.swallowed : 0;
  if (person && around.shipBefore) return WEIGHTS.swallowed;
  if (around.headAfter && (person || around.setting === "text")) return WEIGHTS.swallowed;
  if (reading.nameClass === "full" && place.length > 1) {
    return around.nameAfter || around.ofBefore ? WEIGHTS.swallowedWhole : 0;
  }
  const acronym = (reading.flags & ACRONYM) !== 0;
  const partOfPerson = person && (around.nameBefore || around.nameAfter || around.householdAfter);
  // What stands before an acronym is seldom a part of it: "in Bandung PRC Foreign Minister Zhou".
  const nameBefore = acronym ? around.formerBefore : around.nameBefore;
  const partOfOther = !person && (nameBefore || around.nameAfter || around.ofBefore || around.stateAfter);
  const besideName = !person && reading.nameClass === "short" && (around.knownBefore || around.knownAfter || around.ofAfter);
  if (partOfPerson || partOfOther || besideName) return WEIGHTS.swallowed;
  return person && around.maybeBefore ? WEIGHTS.perhapsSwallowed : 0;
}

function ofTitles({ reading, kind, titles }: Case, { surroundings, length }: Place): number {
  const told = [...surroundings.titles, ...(surroundings.titleAfter ?? [])];
  if (told.length === 0) return 0;
  const telling = told.filter((word) => !VAGUE_TITLE_WORDS.has(word));
  if (kind !== "person") {
    return telling.length > 0 && length === 1 && reading.nameClass !== "full" ? WEIGHTS.titleOfOther : 0;
  }
  if (telling.some((word) => titles.includes(word))) return WEIGHTS.titleStands + WEIGHTS.titleFits;
  const misfits = telling.length > 0 && titles.length > 0;
  return WEIGHTS.titleStands + (misfits ? WEIGHTS.titleMisfits : 0);
}

function ofYears({ kind, years }: Case, place: Place): number {
  if (kind !== "person" || place.years.length === 0) return 0;
  if (place.years.every((year) => year < years.first + YOUNGEST)) return WEIGHTS.yearTooEarly;
  const known = Number.isFinite(years.first);
  return known && place.years.some((year) => year >= years.first && year <= years.last) ? WEIGHTS.yearFits : 0;
}

function ofCompany({ standing, reading }: Case): number {
  const each = isOrdinary(reading) ? WEIGHTS.companyOfWord : WEIGHTS.company;
  return each * Math.min(standing.company, WEIGHTS.mostCompany);
}

function ofStanding({ standing }: Case, place: Place): number {
  const weights = {
    last: WEIGHTS.lastNamed,
    before: WEIGHTS.namedBefore,
    next: WEIGHTS.namedNext,
    later: WEIGHTS.namedLater,
    never: 0,
  };
  return weights[standing.named] + (place.stranger ? WEIGHTS.strangerNamed : 0);
}

/**
 * Confidence in each of several weights of entries that exclude each other, with "none of them" as one more whose
 * weight is 0.
 */
export function confidences(weights: readonly number[]): number[] {
  const odds = weights.map((weight) => Math.exp(weight));
  const sum = odds.reduce((total, one) => total + one, 1);
  return odds.map((one) => one / sum);
}
