/**
 * How far a name is to be believed: the weights of all that speaks for and against each entry that it may mean.
 *
 * Weights are log-odds (I. J. Good, "Weight of evidence", 1985): they add up, and the sum s stands for odds of e^s to
 * one against "it means nothing of ours". +1 makes a thing 2.7 times as likely, +3 twenty times.
 */
import type { Kind } from "../packs/model";
import type { Facts } from "./facts";
import type { Reading } from "./find";
import { ACRONYM, LAST_CAPITAL, ORDINARY } from "./names";
import {
  CAPITAL_TELLS, FORMER_BEFORE, HEAD_AFTER, HEAD_AFTER_IN_TEXT, HOUSEHOLD_AFTER, KNOWN_AFTER, KNOWN_BEFORE, MAYBE_BEFORE,
  NAME_AFTER, NAME_BEFORE, OF_AFTER, OF_BEFORE, PLACE_BEFORE, SENTENCE_START, SHIP_BEFORE, STATE_AFTER, type Surroundings,
} from "./surroundings";
import { VAGUE_TITLE_WORD, wordClasses } from "./words";

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
  /** First letter of the initials before the name as a code unit; 0 where there are none. */
  initial: number;
  /** Entries that the name may mean. */
  readings: readonly Reading[];
}

/** What speaks for an entry besides the place where its name stands. */
export interface Case {
  reading: Reading;
  kind: Kind;
  /** Of the pack. */
  facts: Facts;
  /** Null where the name needs no reason. */
  standing: Standing | null;
  /** The last one who bore the short name in full was not ours. */
  stranger: boolean;
}

/** Does the page have to say which entry is meant, or whether any is? */
export function needsReason(reading: Reading, place: Place): boolean {
  return place.readings.length > 1 || !isFull(reading) || lacksCapital(reading, place);
}

/** Weight of all evidence that the name means this entry. */
export function weigh(of: Case, place: Place): number {
  const weight = ofClass(of, place) + ofCapitals(of, place) + ofNeighbours(of, place) + ofTitles(of, place);
  if (!of.standing) return weight;
  return weight + ofYears(of, place) + ofStanding(of.standing, of.stranger) + ofCompany(of.standing, of.reading) + ofPreposition(of, place);
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
  else if (place.readings.some((other) => other.nameClass === "full" && other.entry !== reading.entry)) weight += WEIGHTS.fullOfOther;
  if (nameClass === "short" && isOrdinary(reading)) weight += WEIGHTS.ordinaryShort;
  if (kind === "person" && place.common) weight += WEIGHTS.commonSurname;
  // In the scripts of East Asia a surname never stands alone.
  if (kind === "person" && place.lone && !place.surroundings.titleAfter) weight += WEIGHTS.swallowed;
  return weight;
}

/** Is the last word written small here and with a capital in the pack? */
function lacksCapital(reading: Reading, { length, smallLast }: Place): boolean {
  return length > 1 && smallLast && (reading.flags & LAST_CAPITAL) !== 0;
}

function ofCapitals({ reading }: Case, place: Place): number {
  const { around } = place.surroundings;
  if (lacksCapital(reading, place)) return around & SENTENCE_START ? WEIGHTS.smallLastAtStart : WEIGHTS.smallLast;
  return place.length === 1 && isOrdinary(reading) && !(around & CAPITAL_TELLS) ? WEIGHTS.ordinaryCapital : 0;
}

/** What stands before or after and belongs to the same name makes another name of a person's name … */
const PART_OF_PERSON = NAME_BEFORE | NAME_AFTER | HOUSEHOLD_AFTER;
/** … of another's … */
const PART_OF_OTHER = NAME_AFTER | OF_BEFORE | STATE_AFTER;
/** … and of another's short name or a title. */
const PART_OF_SHORT = KNOWN_BEFORE | KNOWN_AFTER | OF_AFTER;
const PART_OF_TITLE = KNOWN_AFTER | NAME_AFTER | OF_AFTER;

function ofNeighbours({ reading, kind, facts }: Case, place: Place): number {
  const { around } = place.surroundings;
  const person = kind === "person";
  if (place.initial !== 0 && facts.hasInitial(reading.entry, place.initial)) return WEIGHTS.initialsFit;
  if (reading.nameClass === "title") return around & PART_OF_TITLE ? WEIGHTS.swallowed : 0;
  if (person && around & SHIP_BEFORE) return WEIGHTS.swallowed;
  if (around & (person ? HEAD_AFTER : HEAD_AFTER_IN_TEXT)) return WEIGHTS.swallowed;
  if (reading.nameClass === "full" && place.length > 1) {
    return around & (NAME_AFTER | OF_BEFORE) ? WEIGHTS.swallowedWhole : 0;
  }
  if (person) {
    if (around & PART_OF_PERSON) return WEIGHTS.swallowed;
    return around & MAYBE_BEFORE ? WEIGHTS.perhapsSwallowed : 0;
  }
  // What stands before an acronym is seldom a part of it: "in Bandung PRC Foreign Minister Zhou".
  const partBefore = reading.flags & ACRONYM ? FORMER_BEFORE : NAME_BEFORE;
  const part = partBefore | PART_OF_OTHER | (reading.nameClass === "short" ? PART_OF_SHORT : 0);
  return around & part ? WEIGHTS.swallowed : 0;
}

function ofTitles({ reading, kind, facts }: Case, { surroundings, length }: Place): number {
  const { titles, titleAfter } = surroundings;
  if (titles.length === 0 && !titleAfter) return 0;
  const telling = [...titles, ...(titleAfter ?? [])].filter((word) => !(wordClasses(word) & VAGUE_TITLE_WORD));
  if (kind !== "person") {
    return telling.length > 0 && length === 1 && reading.nameClass !== "full" ? WEIGHTS.titleOfOther : 0;
  }
  const offices = facts.titles(reading.entry);
  if (telling.some((word) => offices.includes(word))) return WEIGHTS.titleStands + WEIGHTS.titleFits;
  const misfits = telling.length > 0 && offices.length > 0;
  return WEIGHTS.titleStands + (misfits ? WEIGHTS.titleMisfits : 0);
}

function ofYears({ reading, kind, facts }: Case, place: Place): number {
  if (kind !== "person" || place.years.length === 0) return 0;
  const { first, last } = facts.years(reading.entry);
  if (place.years.every((year) => year < first + YOUNGEST)) return WEIGHTS.yearTooEarly;
  const known = Number.isFinite(first);
  return known && place.years.some((year) => year >= first && year <= last) ? WEIGHTS.yearFits : 0;
}

function ofCompany({ company }: Standing, reading: Reading): number {
  const each = isOrdinary(reading) ? WEIGHTS.companyOfWord : WEIGHTS.company;
  return each * Math.min(company, WEIGHTS.mostCompany);
}

const OF_STANDING: Readonly<Record<Standing["named"], number>> = {
  last: WEIGHTS.lastNamed,
  before: WEIGHTS.namedBefore,
  next: WEIGHTS.namedNext,
  later: WEIGHTS.namedLater,
  never: 0,
};

function ofStanding({ named }: Standing, stranger: boolean): number {
  return OF_STANDING[named] + (stranger ? WEIGHTS.strangerNamed : 0);
}

function ofPreposition({ reading, kind }: Case, { surroundings }: Place): number {
  if (!(surroundings.around & PLACE_BEFORE) || isFull(reading)) return 0;
  return kind === "person" ? WEIGHTS.notPlace : WEIGHTS.place;
}

/** Confidence in an entry of this weight that is the only one asked about. */
export function confidenceOf(weight: number): number {
  return 1 / (1 + Math.exp(-weight));
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
