/** How far a name is to be believed: what speaks for and against each entry that it may mean, weighed by weights.ts. */
import type { Kind } from "../packs/model";
import {
  ADJECTIVE_BEFORE, CAPITALS_AFTER, CAPITAL_TELLS, DEFINITE, DETERMINED, FORMER_BEFORE, HEAD_AFTER,
  HEAD_AFTER_IN_TEXT, HOUSEHOLD_AFTER, INDEFINITE, JOINED, KNOWN_AFTER, KNOWN_BEFORE, MAYBE_BEFORE, NAME_AFTER,
  NAME_BEFORE, NO_WORD, OF_AFTER, OF_BEFORE, PLACE_BEFORE, SENTENCE_START, SHIP_BEFORE, STATE_AFTER, WRITTEN_SMALL,
} from "./around";
import type { Facts, Office } from "./facts";
import type { Reading } from "./find";
import { ACRONYM, GENERATED, LAST_CAPITAL, ORDINARY } from "./names";
import type { Surroundings } from "./surroundings";
import { ELDER, FEMALE, FORMER, MALE, VAGUE_TITLE_WORD, wordClasses, YOUNGER } from "./words";
import { WEIGHTS } from "./weights";

/** Up to this belief we stay silent: a wrong card costs more trust than a missing one. */
export const THRESHOLD = 0.5;

/** A child of fewer years does nothing that history records. */
const YOUNGEST = 10;

/** What the page knows of an entry when a name is met. */
export interface Standing {
  named: "last" | "before" | "next" | "later" | "never";
  /** Entries on the page that it is linked with: their number, with places counting for less. */
  company: number;
}

/** The kind of entries of which the pack does not say what they are: they may be people. */
export const OTHER = "other" satisfies Kind;

/** All that is weighed of the place where a name stands. */
export interface Place {
  surroundings: Surroundings;
  /** Tokens of the name. */
  length: number;
  /** Does its last word begin with a small letter? */
  smallLast: boolean;
  /** A surname that half of a country bears. */
  common: boolean;
  /** A single word that longer names often begin with: "North". */
  compass: boolean;
  /** An acronym of three letters. */
  threeLetters: boolean;
  /** How many words the name is: one in scripts whose tokens are syllables or characters. */
  words: number;
  /** One syllable or character of a script without capitals. */
  lone: boolean;
  /** Years in the sentence. */
  years: readonly number[];
  /** The year right before or after; 0 where there is none. */
  yearBeside: number;
  /** Spelling hash of the name, where several entries have it. */
  spelling: number;
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
  /** Another one bears the name as a surname, and only that one is named in full on the page. */
  outnamed: boolean;
  /** The page speaks as the entry itself does, and the name is what the entry calls itself. */
  within: boolean;
  /** Years that the text around speaks of. */
  years: readonly number[];
  /** Rarity of the words that the block shares with the entry's text, as `Facts.context` has it. */
  context: number;
}

/** Does the page have to say which entry is meant, or whether any is? */
export function needsReason(reading: Reading, place: Place): boolean {
  return (
    place.readings.length > 1 || !isFull(reading) || isGenerated(reading) || place.threeLetters || lacksCapital(reading, place)
  );
}

/** An acronym that would need no reason if it were longer. */
function isPlain(reading: Reading, place: Place): boolean {
  return place.threeLetters && place.readings.length === 1 && isFull(reading) && !isGenerated(reading);
}

function ofAcronym({ kind, facts, reading }: Case, { named, company }: Standing): number {
  const lonely = kind !== "place" && named === "never" && company === 0 && facts.hasLinks(reading.entry);
  return lonely ? WEIGHTS.lonelyAcronym : 0;
}

/** Weight of all evidence that the name means this entry. */
export function weigh(of: Case, place: Place): number {
  let weight = ofClass(of, place) + ofCapitals(of, place) + ofNeighbours(of, place) + ofTitles(of, place);
  if (isAnyEvent(of, place)) weight += WEIGHTS.anyEvent;
  if (place.yearBeside !== 0) weight += ofYearBeside(of, place.yearBeside);
  if (!of.standing) return weight;
  weight += ofYears(of, place) + ofPreposition(of, place);
  if (of.reading.small && of.standing.named === "never" && place.surroundings.around & INDEFINITE) weight += WEIGHTS.smallIndefinite;
  if (isPlain(of.reading, place)) return weight + ofAcronym(of, of.standing);
  weight += ofStanding(of, of.standing) + ofCompany(of, place, of.standing);
  return weight + Math.min(WEIGHTS.mostContext, WEIGHTS.context * of.context);
}

/** An everyday word; acronyms are told apart by their capitals. */
function isOrdinary({ flags }: Reading): boolean {
  return (flags & ORDINARY) !== 0 && (flags & ACRONYM) === 0;
}

function isGenerated({ flags }: Reading): boolean {
  return (flags & GENERATED) !== 0;
}

/** Is the name one that can stand for its entry by itself? */
export function isFull(reading: Reading): boolean {
  return reading.nameClass === "full" && !isOrdinary(reading) && !reading.small;
}

function ofClass(of: Case, place: Place): number {
  const { reading, kind, facts } = of;
  let weight = isFull(reading) ? ofFull(reading, place) : ofShort(of, place);
  if (place.readings.length > 1) {
    weight += WEIGHTS.fame * facts.fame(reading.entry);
    if (reading.nameClass === "full" && facts.isFirstName(reading.entry, place.spelling)) weight += WEIGHTS.firstName;
    else if (of.outnamed && !(place.surroundings.around & PLACE_BEFORE)) weight += WEIGHTS.outnamed;
  }
  // In the scripts of East Asia a surname never stands alone.
  if (kind === "person" && place.lone && !place.surroundings.titleAfter && !isFull(reading)) weight += WEIGHTS.swallowed;
  return weight;
}

function ofFull(reading: Reading, { length }: Place): number {
  if (!isGenerated(reading)) return WEIGHTS.full;
  return WEIGHTS.full + (length > 1 ? WEIGHTS.generated : WEIGHTS.generatedWord);
}

function ofShort({ reading, kind, standing, within }: Case, place: Place): number {
  const { nameClass, small } = reading;
  if (small && kind !== "event" && kind !== "idea") return WEIGHTS.swallowed;
  let weight: number = nameClass === "title" ? WEIGHTS.title : kind === "person" ? WEIGHTS.surname : WEIGHTS.short;
  if (small) weight += WEIGHTS.smallLetters;
  if (small && place.surroundings.around & DEFINITE) weight += WEIGHTS.smallDefinite;
  if (within) weight += WEIGHTS.within;
  if (place.length > 1) weight += WEIGHTS.severalWords;
  if (place.readings.length === 1) weight += nameClass === "short" && isReasonless(standing, place) ? 0 : WEIGHTS.only;
  else if (!isSurnameAgain(reading, kind, standing, place) && isFullNameOfOther(reading, place)) weight += WEIGHTS.fullOfOther;
  if (nameClass === "short" && isOrdinary(reading)) weight += WEIGHTS.ordinaryShort + ofArticle(place);
  if (nameClass === "full" && place.surroundings.around & CAPITAL_TELLS) weight += WEIGHTS.capitalTells;
  if (kind === "person" && place.common) weight += WEIGHTS.commonSurname;
  if (isGenerated(reading)) weight += WEIGHTS.generatedShort;
  return weight;
}

/**
 * That no other entry of the packs bears a short name of several words says little of a page that names neither the
 * entry nor anything it keeps company with: the world has more than one "Kevin Kim" and one "General Assembly".
 */
function isReasonless(standing: Standing | null, { words }: Place): boolean {
  return words > 1 && standing !== null && standing.named === "never" && standing.company === 0;
}

function isFullNameOfOther(reading: Reading, { readings }: Place): boolean {
  return readings.some((other) => other.nameClass === "full" && (other.entry !== reading.entry || other.pack !== reading.pack));
}

/** Is the name the surname of the one whom the page has just named in full? Of people whose pack says so, towns bear the names. */
function isSurnameAgain(reading: Reading, kind: Kind, standing: Standing | null, { surroundings }: Place): boolean {
  return kind === OTHER && isGenerated(reading) && standing?.named === "last" && !(surroundings.around & PLACE_BEFORE);
}

/** What the article says of an everyday word that is a short name. */
function ofArticle({ surroundings: { around }, compass }: Place): number {
  if (around & INDEFINITE) return WEIGHTS.anyWord;
  if (compass) return around & (DEFINITE | JOINED) ? 0 : WEIGHTS.indefinite;
  return 0;
}

/** "A Singapore summit" is one of many, where the pack has "Singapore summit" for one. */
function isAnyEvent({ reading: { flags }, kind }: Case, { length, surroundings }: Place): boolean {
  return kind === "event" && length > 1 && (flags & LAST_CAPITAL) === 0 && (surroundings.around & INDEFINITE) !== 0;
}

/** Is the last word written small here and with a capital in the pack? */
function lacksCapital(reading: Reading, { length, smallLast }: Place): boolean {
  return length > 1 && smallLast && (reading.flags & LAST_CAPITAL) !== 0;
}

function ofCapitals({ reading }: Case, place: Place): number {
  const { around } = place.surroundings;
  if (lacksCapital(reading, place)) return around & SENTENCE_START ? WEIGHTS.smallLastAtStart : WEIGHTS.smallLast;
  if (around & WRITTEN_SMALL) return WEIGHTS.ordinaryCapital;
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
  const { nameClass, flags } = reading;
  const person = kind === "person";
  if (around & NO_WORD) return WEIGHTS.swallowed;
  // "Thomas H. Lee" is no Lee whose own given name begins with an H.
  const { givenNames, initials } = place.surroundings;
  const alone = givenNames < 0 || givenNames >= initials;
  if (alone && place.initial !== 0 && facts.hasInitial(reading.entry, place.initial)) return WEIGHTS.initialsFit;
  if (nameClass === "title") return around & PART_OF_TITLE ? WEIGHTS.swallowed : 0;
  if (person && around & SHIP_BEFORE) return WEIGHTS.swallowed;
  if (around & (person ? HEAD_AFTER : HEAD_AFTER_IN_TEXT)) return WEIGHTS.swallowed;
  if (nameClass === "full" && place.length > 1) {
    return around & (NAME_AFTER | OF_BEFORE) ? WEIGHTS.swallowedWhole : 0;
  }
  if (person) {
    if (around & PART_OF_PERSON) return WEIGHTS.swallowed;
    return around & MAYBE_BEFORE ? WEIGHTS.perhapsSwallowed : 0;
  }
  // What stands before an acronym is seldom a part of it: "in Bandung PRC Foreign Minister Zhou".
  const acronym = (flags & ACRONYM) !== 0;
  if (acronym && around & CAPITALS_AFTER) return WEIGHTS.swallowed;
  let part = (acronym ? FORMER_BEFORE : NAME_BEFORE) | PART_OF_OTHER;
  if (nameClass === "short") part |= PART_OF_SHORT;
  if (nameClass === "short" && isOrdinary(reading)) part |= ADJECTIVE_BEFORE | MAYBE_BEFORE;
  if (around & part) return WEIGHTS.swallowed;
  if (kind !== OTHER || acronym || !(around & MAYBE_BEFORE)) return 0;
  return place.common ? WEIGHTS.perhapsSwallowed : WEIGHTS.hardlySwallowed;
}

function ofTitles(of: Case, { surroundings, length }: Place): number {
  const { titles, titleAfter } = surroundings;
  if (titles.length === 0 && !titleAfter) return 0;
  const { reading, kind, facts } = of;
  if (kind === OTHER) return 0;
  const words = titleAfter ? [...titles, ...titleAfter] : titles;
  const telling = words.filter((word) => !(wordClasses(word) & VAGUE_TITLE_WORD));
  if (kind !== "person") {
    return telling.length > 0 && length === 1 && reading.nameClass !== "full" ? WEIGHTS.titleOfOther : 0;
  }
  const said = titles.reduce((classes, word) => classes | wordClasses(word), 0);
  if (said & FEMALE && facts.isSaidToBe(reading.entry, "he")) return WEIGHTS.otherGender;
  if (said & MALE && facts.isSaidToBe(reading.entry, "she")) return WEIGHTS.otherGender;
  if (telling.length === 0) return WEIGHTS.titleStands;
  const office = facts.office(reading.entry, telling, said & FORMER ? [] : of.years);
  return WEIGHTS.titleStands + OF_OFFICE[office];
}

const OF_OFFICE: Readonly<Record<Office, number>> = {
  none: 0,
  other: WEIGHTS.titleMisfits,
  held: WEIGHTS.titleFits,
  inOffice: WEIGHTS.titleFits + WEIGHTS.inOffice,
  afterOffice: WEIGHTS.titleFits + WEIGHTS.afterOffice,
  beforeOffice: WEIGHTS.titleFits + WEIGHTS.beforeOffice,
};

/** Treaties enter into force, and reports come out, the year after. */
const NEXT_YEAR = 1;

function ofYearBeside({ reading, kind, facts }: Case, year: number): number {
  if (kind !== "event" && kind !== "document") return 0;
  const { first, last } = facts.years(reading.entry);
  if (!Number.isFinite(first) || !Number.isFinite(last)) return 0;
  if (year >= first && year <= last + NEXT_YEAR) return WEIGHTS.ownYear;
  return isFull(reading) ? WEIGHTS.otherYearOfFull : WEIGHTS.otherYear;
}

function ofYears({ reading, kind, facts }: Case, place: Place): number {
  if (kind !== "person" || place.years.length === 0) return 0;
  const { first, last } = facts.years(reading.entry);
  if (place.years.every((year) => year < first + YOUNGEST)) return WEIGHTS.yearTooEarly;
  if (place.years.every((year) => year > last + NEXT_YEAR)) return WEIGHTS.yearTooLate;
  const known = Number.isFinite(first);
  return known && place.years.some((year) => year >= first && year <= last) ? WEIGHTS.yearFits : 0;
}

function ofCompany({ reading }: Case, { surroundings }: Place, { named, company }: Standing): number {
  // That a spelling is right which nobody has listed is not shown by others who are on the page.
  if (named === "never" && isGenerated(reading) && reading.nameClass !== "full") return 0;
  const each = isOrdinary(reading) ? WEIGHTS.companyOfWord : WEIGHTS.company;
  const weight = each * Math.min(company, WEIGHTS.mostCompany);
  const { around } = surroundings;
  const bare = company > 0 && isOrdinary(reading) && around & CAPITAL_TELLS && !(around & DETERMINED);
  return bare ? weight + WEIGHTS.bareWord : weight;
}

const OF_STANDING: Readonly<Record<Standing["named"], number>> = {
  last: WEIGHTS.lastNamed,
  before: WEIGHTS.namedBefore,
  next: WEIGHTS.namedNext,
  later: WEIGHTS.namedLater,
  never: 0,
};

function ofStanding({ stranger }: Case, { named }: Standing): number {
  return OF_STANDING[named] + (stranger ? WEIGHTS.strangerNamed : 0);
}

function ofPreposition({ reading, kind }: Case, { surroundings }: Place): number {
  if (isFull(reading)) return 0;
  if (kind === "place" && surroundings.around & JOINED) return WEIGHTS.joinedPlace;
  if (!(surroundings.around & PLACE_BEFORE)) return 0;
  return kind === "person" ? WEIGHTS.notPlace : WEIGHTS.place;
}

/**
 * Weight of "the younger" or "the elder" before a name, for each of the entries that share it.
 * @param titles hashes of the words before
 */
export function ofAge(titles: readonly number[], cases: readonly Case[]): number[] {
  const said = titles.reduce((classes, word) => classes | wordClasses(word), 0);
  if (cases.length < 2 || !(said & (YOUNGER | ELDER))) return cases.map(() => 0);
  const births = cases.map(({ reading, facts }) => facts.years(reading.entry).first);
  const known = births.filter(Number.isFinite);
  if (known.length < 2) return cases.map(() => 0);
  const meant = said & YOUNGER ? Math.max(...known) : Math.min(...known);
  return births.map((birth) => (birth === meant ? WEIGHTS.ageFits : WEIGHTS.ageMisfits));
}

/**
 * How a belief becomes a confidence: the share of such mentions that annotators found to be right. Weights are set by
 * hand and add up as if they had nothing to do with one another, which makes a sum too bold where it is large and too
 * timid where it is small. Fitted to 1 296 mentions in annotated texts (J. Platt, "Probabilistic outputs for support
 * vector machines", 1999), and kept on the side of caution for texts in which nothing of ours is meant.
 */
const CALIBRATION = { slope: 0.7, offset: 1.5 } as const;

/** Confidence for a belief between 0 and 1: from about 0.82, at the threshold, towards 1. */
export function calibrated(belief: number): number {
  if (belief >= 1) return 1;
  return beliefOf(CALIBRATION.slope * Math.log(belief / (1 - belief)) + CALIBRATION.offset);
}

/** Confidence in an entry of this weight that is the only one asked about: what `calibrated` says of `beliefOf`. */
export function confidenceOf(weight: number): number {
  return beliefOf(CALIBRATION.slope * weight + CALIBRATION.offset);
}

/** Belief in an entry of this weight that is the only one asked about. */
export function beliefOf(weight: number): number {
  return 1 / (1 + Math.exp(-weight));
}

/**
 * Belief in each of several weights of entries that exclude each other, with "none of them" as one more whose
 * weight is 0.
 */
export function beliefs(weighed: readonly { readonly weight: number }[]): number[] {
  const odds = weighed.map(({ weight }) => Math.exp(weight));
  let sum = 1;
  for (const one of odds) sum += one;
  return odds.map((one) => one / sum);
}
