/**
 * What the words around a name say about it: titles before it, initials, and whether it is only a part of a longer
 * name that no pack knows. "Kim Novak" is no Kim of ours, and the China Daily is not China.
 */
import { isAllCapital, isCapital, isSentenceStart, isSpace, isStopAndSpace } from "./casing";
import {
  ADJECTIVE_BEFORE, CAPITALS_AFTER, CAPITAL_TELLS, DEFINITE, DETERMINED, FORMER_BEFORE, HEAD_AFTER,
  HEAD_AFTER_IN_TEXT, HOUSEHOLD_AFTER, INDEFINITE, JOINED, KNOWN_AFTER, KNOWN_BEFORE, MAYBE_BEFORE, NAME_AFTER,
  NAME_BEFORE, NO_WORD, OF_AFTER, OF_BEFORE, PLACE_BEFORE, SENTENCE_START, SHIP_BEFORE, STATE_AFTER, WRITTEN_SMALL,
} from "./around";
import type { Find } from "./find";
import { HAN, WORD } from "./fold";
import { continuesInHan } from "./han";
import { titleAfter } from "./korean";
import { ACRONYM, ORDINARY } from "./names";
import { GAP_LOOSE, GAP_SOFT, INITIAL, type Tokens } from "./tokens";
import type { Passage } from "./passage";
import { yearAt } from "./years";
import {
  ADJECTIVE, AND, COMMON_SURNAME, DETERMINER, FUNCTION_WORD, HEAD_BEFORE_OF, HOUSEHOLD, INDEFINITE_ARTICLE, MONTH_OR_DAY,
  NAME_FORMER, NAME_HEAD, OF, PLACE_PREPOSITION, PLAIN_WORD_BEFORE_OF, SHIP, STATE, THE, TITLE_WORD,
  TO, wordClasses,
} from "./words";

export interface Surroundings {
  /** The bits of around.ts. */
  around: number;
  /** Hashes of title words right before the name, the nearest first. */
  titles: readonly number[];
  /** Hashes of the English words for the title after the name, in scripts that put it there. */
  titleAfter: ReadonlySet<number> | null;
  /** First token of the initials before the name; -1 where there are none. */
  initials: number;
  /** First of the capitalised words in a row before the name; -1 where there are none. */
  givenNames: number;
}

const NO_TITLES: readonly number[] = [];

/** What kinds of entries a name may mean. */
export interface KindsOfName {
  /** People, or what may be people. */
  people: boolean;
  /** Entries of which the pack does not say what they are. */
  unknown: boolean;
}

/** Reads the surroundings of the find with number `index` in a passage. */
export function surroundingsOf(passage: Passage, index: number, kinds: KindsOfName): Surroundings {
  const { text, tokens } = passage;
  const find = passage.finds[index]!;
  const { from, to } = find;
  // "President Park" as one name has its title within.
  const name = to - from > 1 && find.readings[0]!.nameClass === "title" ? to - 1 : from;
  const ordinary = isOrdinaryWord(tokens, find);
  const surroundings: Surroundings = {
    around: isSentenceStart(text, tokens, from) ? SENTENCE_START : 0,
    titles: name > 0 && wordClasses(tokens.hash[name - 1]!) & TITLE_WORD ? titlesBefore(text, tokens, name) : NO_TITLES,
    titleAfter: tokens.script(to - 1) === WORD ? null : titleInEastAsian(passage, find),
    initials: -1,
    givenNames: -1,
  };
  // The full stop of "Mr." begins no sentence.
  if (surroundings.titles.length > 0 && name === from) surroundings.around &= ~SENTENCE_START;
  if (isJoined(passage, index)) surroundings.around |= JOINED;
  if (isNoWord(text, tokens, from, to)) surroundings.around |= NO_WORD;
  if (from > 0) readBefore(passage, index, surroundings, kinds.people || ordinary);
  if (to < tokens.count) readAfter(passage, index, surroundings);
  if (tokens.script(to - 1) === HAN && continuesInHan(text, tokens.end[to - 1]!)) {
    surroundings.around |= HEAD_AFTER | HEAD_AFTER_IN_TEXT;
  }
  if (surroundings.around & SENTENCE_START && kinds.unknown && to - from === 1 && passage.isWrittenSmall(from)) {
    surroundings.around |= WRITTEN_SMALL;
  }
  if (!(surroundings.around & SENTENCE_START) && ordinary && passage.setting(from, to) === "text") {
    surroundings.around |= CAPITAL_TELLS;
  }
  return surroundings;
}

/** The title after a name, or within one that has it: "박 대통령". */
function titleInEastAsian({ text, tokens }: Passage, { from, to, readings }: Find): ReadonlySet<number> | null {
  const after = titleAfter(text, tokens.end[to - 1]!);
  return after ?? (to - from > 1 && readings[0]!.nameClass === "title" ? titleAfter(text, tokens.end[from]!) : null);
}

const SLASH = 0x2f;
const DOLLAR = 0x24;

function isNoWord(text: string, tokens: Tokens, from: number, to: number): boolean {
  const start = tokens.start[from]!;
  const end = tokens.end[to - 1]!;
  const unit = text.charCodeAt(start);
  if (text.charCodeAt(end) === DOLLAR) return true;
  if (end - start === 1 && tokens.script(from) === WORD) return true;
  // "North/South" is two words; an address has small letters.
  return text.charCodeAt(start - 1) === SLASH && !isCapital(text, start) && unit < FIRST_BEYOND_ASCII;
}

const FIRST_BEYOND_ASCII = 0x80;

/** Is the name an everyday word, but none that has a capital for nothing: "Most"? */
function isOrdinaryWord(tokens: Tokens, { from, to, readings }: Find): boolean {
  if (to - from > 1 || wordClasses(tokens.hash[from]!) & (FUNCTION_WORD | MONTH_OR_DAY)) return false;
  for (const { flags } of readings) if ((flags & (ORDINARY | ACRONYM)) === ORDINARY) return true;
  return false;
}

/** Titles of several words, with what stands between: "the former General Secretary". */
const MOST_TITLE_WORDS = 5;

function titlesBefore(text: string, tokens: Tokens, from: number): number[] {
  const titles: number[] = [];
  for (let token = from; token > 0 && titles.length < MOST_TITLE_WORDS; token--) {
    if (tokens.gap(token) !== GAP_SOFT && !isStopAndSpace(text, tokens, token)) break;
    if (!(wordClasses(tokens.hash[token - 1]!) & TITLE_WORD)) break;
    titles.push(tokens.hash[token - 1]!);
  }
  return titles;
}

function readBefore(passage: Passage, index: number, surroundings: Surroundings, startTells: boolean): void {
  const { text, tokens, finds } = passage;
  const { from } = finds[index]!;
  const nearest = from - 1;
  const soft = tokens.gap(from) === GAP_SOFT;
  const classes = soft ? wordClasses(tokens.hash[nearest]!) : 0;
  if (classes & SHIP) surroundings.around |= SHIP_BEFORE;
  if (classes & PLACE_PREPOSITION) surroundings.around |= PLACE_BEFORE;
  if (classes & THE) surroundings.around |= DEFINITE;
  if (classes & DETERMINER) surroundings.around |= DETERMINED;
  if (classes & INDEFINITE_ARTICLE) surroundings.around |= INDEFINITE;

  const known = endOfKnown(passage, index - 1);
  if (from <= known) {
    if (isSpace(text, tokens, from)) surroundings.around |= KNOWN_BEFORE;
    return;
  }
  let first = from;
  while (first > known && isInitial(text, tokens, first - 1, tokens.gap(first))) first--;
  if (first < from) {
    surroundings.initials = first;
    surroundings.around |= NAME_BEFORE;
    surroundings.givenNames = givenNames(passage, first, known);
    return;
  }
  if (!soft) return;
  const of = classes & (OF | THE) ? ofBeforeName(tokens, from) : -1;
  if (of >= 0) {
    if (isNameBeforeOf(passage, index, of)) surroundings.around |= OF_BEFORE;
    return;
  }
  // A full name of several words has its given names.
  if (isWhole(finds[index]!) || !isNameWord(text, tokens, nearest)) return;
  const former = (classes & NAME_FORMER) !== 0;
  if (!former && classes & (TITLE_WORD | ADJECTIVE)) {
    if (classes & ADJECTIVE) surroundings.around |= ADJECTIVE_BEFORE;
    return;
  }
  surroundings.givenNames = givenNames(passage, nearest, known);
  surroundings.around |= former ? NAME_BEFORE | FORMER_BEFORE : nameBefore(passage, index, startTells);
}

function isWhole({ from, to, readings }: Find): boolean {
  if (to - from === 1) return false;
  for (const { nameClass } of readings) if (nameClass !== "full") return false;
  return true;
}

/**
 * What a capitalised word before a name is to it, as bits.
 * @param startTells does it matter where the word begins a sentence, too?
 */
function nameBefore(passage: Passage, index: number, startTells: boolean): number {
  const { from, to } = passage.finds[index]!;
  const starts = isSentenceStart(passage.text, passage.tokens, from - 1);
  if ((starts && !startTells) || passage.setting(from, to) !== "text") return 0;
  if (!starts) return NAME_BEFORE;
  return passage.isOrdinary(from - 1) ? 0 : MAYBE_BEFORE;
}

/** Is another name joined to this one by "and"? */
function isJoined({ tokens, finds }: Passage, index: number): boolean {
  const { from, to } = finds[index]!;
  // Few names have another so near, which is asked first.
  const before = index > 0 && finds[index - 1]!.to === from - 1 && isAnd(tokens, from - 1);
  return before || (index + 1 < finds.length && finds[index + 1]!.from === to + 1 && isAnd(tokens, to));
}

function isAnd(tokens: Tokens, token: number): boolean {
  return (wordClasses(tokens.hash[token]!) & AND) !== 0;
}

/**
 * Where the last name before ends that is one by itself. The South of "South China" is not, though a pack may have it
 * as a short name.
 */
function endOfKnown({ tokens, finds }: Passage, index: number): number {
  for (; index >= 0; index--) {
    const { from, to, readings } = finds[index]!;
    const former = to - from === 1 && wordClasses(tokens.hash[from]!) & NAME_FORMER;
    if (!former || readings.some(({ nameClass }) => nameClass === "full")) return to;
  }
  return 0;
}

/** One capital, with or without a full stop, that stands with the next word. */
function isInitial(text: string, tokens: Tokens, token: number, gapAfter: number): boolean {
  const start = tokens.start[token]!;
  if (tokens.end[token]! - start !== 1 || !isCapital(text, start)) return false;
  if (tokens.marks[token]! & INITIAL) return gapAfter === GAP_LOOSE;
  return gapAfter === GAP_SOFT && !(wordClasses(tokens.hash[token]!) & FUNCTION_WORD);
}

/** Given names are at most so many. */
const MOST_GIVEN_NAMES = 3;

/** The first of the capitalised words that stand in a row before `end`, which is one of them or the word after. */
function givenNames({ text, tokens }: Passage, end: number, known: number): number {
  let first = end;
  while (first > known && end - first < MOST_GIVEN_NAMES && tokens.gap(first) === GAP_SOFT && isNameWord(text, tokens, first - 1)) {
    first--;
  }
  return first;
}

/** The "of" before a name, with or without an article between; -1 where there is none. */
function ofBeforeName(tokens: Tokens, from: number): number {
  const of = wordClasses(tokens.hash[from - 1]!) & THE ? from - 2 : from - 1;
  return of > 0 && tokens.gap(of + 1) === GAP_SOFT && wordClasses(tokens.hash[of]!) & OF ? of : -1;
}

/** "Bank of …", "Voice of …", "Friends of …": people of a country ("Sampras of …") are parts of no longer name. */
function isNameBeforeOf(passage: Passage, index: number, of: number): boolean {
  const { text, tokens, finds } = passage;
  const { from, to } = finds[index]!;
  const word = of - 1;
  if (tokens.gap(of) !== GAP_SOFT || !isNameWord(text, tokens, word)) return false;
  const classes = wordClasses(tokens.hash[word]!);
  if (classes & PLAIN_WORD_BEFORE_OF) return false;
  // "President Park of South Korea": the word is a surname as well.
  const titled = word > 0 && (wordClasses(tokens.hash[word - 1]!) & TITLE_WORD) !== 0;
  if (classes & NAME_HEAD) return !(titled && classes & COMMON_SURNAME);
  const article = of + 1 < from;
  if (article || isSentenceStart(text, tokens, word) || passage.setting(from, to) !== "text") return false;
  if (classes & HEAD_BEFORE_OF) return true;
  const isSurname = word > 0 && tokens.gap(word) === GAP_SOFT && isNameWord(text, tokens, word - 1);
  return !(classes & TITLE_WORD) && !isSurname && isPlural(text, tokens.end[word]!);
}

/** Does a word that ends here end in "s"? */
function isPlural(text: string, end: number): boolean {
  return text.charAt(end - 1) === "s";
}

/** Is the word written as names are, and no word that has its capital for another reason? */
function isNameWord(text: string, tokens: Tokens, token: number): boolean {
  if (tokens.script(token) !== WORD || !isCapital(text, tokens.start[token]!)) return false;
  return !(wordClasses(tokens.hash[token]!) & (FUNCTION_WORD | MONTH_OR_DAY));
}

function readAfter(passage: Passage, index: number, surroundings: Surroundings): void {
  const { text, tokens, finds } = passage;
  const { from, to } = finds[index]!;
  const gap = tokens.gap(to);
  const classes = wordClasses(tokens.hash[to]!);
  if (classes & STATE && isCommaAndSpace(text, tokens, to) && isCapital(text, tokens.start[to]!)) surroundings.around |= STATE_AFTER;
  if (gap === GAP_SOFT && classes & OF) {
    // "President Kim of South Korea" is one, and "Great Leader of the Revolution" another.
    const titled = surroundings.titles.length > 0 && !(wordClasses(tokens.hash[to - 1]!) & TITLE_WORD);
    if (!titled && isNameAfterOf(text, tokens, to)) surroundings.around |= OF_AFTER;
    return;
  }
  const capital = isNameWord(text, tokens, to);
  const head = capital && (classes & NAME_HEAD) !== 0;
  // After U.S. a capital may begin the next sentence, unless the word is one that ends names.
  if (isStopped(text, tokens, to)) {
    if (head) surroundings.around |= NAME_AFTER | headAfter(passage, from, to);
    return;
  }
  if (gap > GAP_SOFT) return;
  if (classes & HOUSEHOLD && isSpace(text, tokens, to)) surroundings.around |= HOUSEHOLD_AFTER;
  if (index + 1 < finds.length && finds[index + 1]!.from === to) {
    if (isSpace(text, tokens, to)) surroundings.around |= KNOWN_AFTER;
    return;
  }
  if (gap !== GAP_SOFT) return;
  if (to - from === 2 && goesOnInSyllable(text, tokens, from)) surroundings.around |= NAME_AFTER | HEAD_AFTER;
  if (isAcronym(finds[index]!) && isShouted(passage, to)) surroundings.around |= CAPITALS_AFTER;
  if (head) surroundings.around |= NAME_AFTER | headAfter(passage, from, to);
  else if (capital && !isTitleWord(text, tokens, to) && !endsOffice(tokens, from) && passage.setting(from, to) === "text") {
    surroundings.around |= NAME_AFTER;
  }
}

const HYPHEN = 0x2d;

/** A syllable of Korean or Chinese in Latin letters, of those that are no English word for the end of one: "-led". */
const SYLLABLE = /[-‐‑](?!run(?!\p{L}))(?:[bcdfghjklmnprstwxyz]|ch|[kpt]h|kk|pp|ss|tt|jj|zh|sh|ts)?(?:[aeiou]|[aeo][eiou]|[wy](?:[aeiou]|[ae][eo])|eui|iao|uai)(?:[bkglmnpt]|ng|ck|hn)?(?!\p{L})/uy;

/** "Kim Il-kwon" is no Kim Il: does a surname and a syllable go on in another, behind a hyphen? */
function goesOnInSyllable(text: string, tokens: Tokens, from: number): boolean {
  if (!(wordClasses(tokens.hash[from]!) & COMMON_SURNAME)) return false;
  SYLLABLE.lastIndex = tokens.end[from + 1]!;
  return SYLLABLE.test(text);
}

/** Is the word a title, and no first half of a given name: "Kim Young-sam"? */
function isTitleWord(text: string, tokens: Tokens, token: number): boolean {
  return (wordClasses(tokens.hash[token]!) & TITLE_WORD) !== 0 && text.charCodeAt(tokens.end[token]!) !== HYPHEN;
}

function isAcronym({ from, to, readings }: Find): boolean {
  if (to - from > 1) return false;
  for (const { flags } of readings) if (flags & ACRONYM) return true;
  return false;
}

/** Letters of a word in capitals that is no acronym itself, at least. */
const SHOUTED = 5;

function isShouted(passage: Passage, token: number): boolean {
  const { text, tokens } = passage;
  const start = tokens.start[token]!;
  const end = tokens.end[token]!;
  return end - start >= SHOUTED && isAllCapital(text, start, end) && passage.setting(token, token + 1) === "text";
}

/** "the Ambassador to the United Nations Linda …": does an office end with the name that begins at `from`? */
function endsOffice(tokens: Tokens, from: number): boolean {
  let link = from - 1;
  if (link > 0 && wordClasses(tokens.hash[link]!) & THE) link--;
  return link > 0 && (wordClasses(tokens.hash[link]!) & (OF | TO)) !== 0 && (wordClasses(tokens.hash[link - 1]!) & TITLE_WORD) !== 0;
}

function headAfter(passage: Passage, from: number, to: number): number {
  return passage.setting(from, to) === "text" ? HEAD_AFTER | HEAD_AFTER_IN_TEXT : HEAD_AFTER;
}

function isNameAfterOf(text: string, tokens: Tokens, of: number): boolean {
  let next = of + 1;
  if (next < tokens.count && wordClasses(tokens.hash[next]!) & THE) next++;
  return next < tokens.count && tokens.gap(next) === GAP_SOFT && isNameWord(text, tokens, next);
}

/** Does a dotted acronym end before the token? */
function isStopped(text: string, tokens: Tokens, token: number): boolean {
  return (tokens.marks[token - 1]! & INITIAL) !== 0 && isStopAndSpace(text, tokens, token);
}

const COMMA = 0x2c;

/** Does a comma and one space stand before the token? */
function isCommaAndSpace(text: string, tokens: Tokens, token: number): boolean {
  const start = tokens.end[token - 1]!;
  return tokens.start[token] === start + 2 && text.charCodeAt(start) === COMMA && isSpaceAt(text, start + 1);
}

function isSpaceAt(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

/** Between an event or a document and its year: "of 1911", "in 1954", ", 1954", "(1954)". */
const FURTHEST_YEAR = 1;

/** The year that is named right before or after tokens `from` to `to`; 0 where there is none. */
export function yearBeside({ text, tokens }: Passage, from: number, to: number): number {
  for (let token = to; token < tokens.count && token <= to + FURTHEST_YEAR; token++) {
    const year = yearAt(text, tokens.start[token]!, tokens.end[token]!);
    if (year > 0) return year;
    if (!(wordClasses(tokens.hash[token]!) & (OF | PLACE_PREPOSITION))) break;
  }
  return from > 0 && tokens.gap(from) === GAP_SOFT ? yearAt(text, tokens.start[from - 1]!, tokens.end[from - 1]!) : 0;
}
