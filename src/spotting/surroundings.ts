/**
 * What the words around a name say about it: titles before it, initials, and whether it is only a part of a longer
 * name that no pack knows. "Kim Novak" is no Kim of ours, and the China Daily is not China.
 */
import { gapText, isCapital, isSentenceStart, type Setting, settingAround } from "./casing";
import type { Find } from "./find";
import { WORD } from "./fold";
import { titleAfter } from "./korean";
import { GAP_LOOSE, GAP_SOFT, INITIAL, type Tokens } from "./tokens";
import {
  ADJECTIVES, FUNCTION_WORDS, HOUSEHOLDS, MONTHS_AND_DAYS, NAME_FORMERS, NAME_HEADS, ORDINARY_ENDING,
  PLACE_PREPOSITIONS, PLAIN_BEFORE_OF, SHIPS, STATES, TITLE_WORDS, wordSet,
} from "./words";

/** A text with its tokens and the names found in it. */
export interface Passage {
  text: string;
  tokens: Tokens;
  finds: readonly Find[];
  /** Does the page also write this word, in small letters, with a small letter? */
  writesSmall(word: string): boolean;
  /** Does the language write other words than names with capitals, as German does? */
  capitalsAreCommon: boolean;
}

export interface Surroundings {
  setting: Setting;
  /** The name's first capital may be owed to its place. */
  sentenceStart: boolean;
  /** Hashes of title words right before the name, the nearest first. */
  titles: number[];
  /** Hashes of the English words for the title after the name, in scripts that put it there. */
  titleAfter: ReadonlySet<number> | null;
  /** First token of the initials before the name; -1 where there are none. */
  initials: number;
  /** First of the capitalised words in a row before the name; -1 where there are none. */
  givenNames: number;
  /** A capitalised word before or after that seems to belong to the same name. */
  nameBefore: boolean;
  nameAfter: boolean;
  /** As `nameBefore`, and the word is one that names often begin with: "South China". */
  formerBefore: boolean;
  /** As `nameBefore`, but the word may owe its capital to the start of the sentence. */
  maybeBefore: boolean;
  /** A word after that makes another name of any name: "University", "Daily". */
  headAfter: boolean;
  /** Another name that was found follows: "Great Leader Kim Il Sung". */
  knownAfter: boolean;
  /** "… of China" */
  ofAfter: boolean;
  /** "the Trump administration" */
  householdAfter: boolean;
  /** "Bank of …", "Central Committee of the …" */
  ofBefore: boolean;
  /** The word before is a name that was found: "Clinton Administration". */
  knownBefore: boolean;
  /** "USS …" */
  shipBefore: boolean;
  /** "…, Idaho" */
  stateAfter: boolean;
  /** "in …" */
  placeBefore: boolean;
}

/** Reads the surroundings of the find with number `index` in a passage. */
export function surroundingsOf(passage: Passage, index: number): Surroundings {
  const { text, tokens, finds } = passage;
  const { from, to } = finds[index]!;
  const setting = passage.capitalsAreCommon ? "headline" : settingAround(text, tokens, from, to);
  const sides = { ...before(passage, index, setting), ...after(passage, index, setting) };
  return {
    setting,
    sentenceStart: isSentenceStart(text, tokens, from),
    titles: titlesBefore(text, tokens, from),
    titleAfter: tokens.script(to - 1) === WORD ? null : titleAfter(text, tokens.end[to - 1]!),
    shipBefore: from > 0 && tokens.gap(from) === GAP_SOFT && SHIPS.has(tokens.hash[from - 1]!),
    stateAfter: to < tokens.count && STATES.has(tokens.hash[to]!) && /^,\s$/.test(gapText(text, tokens, to)),
    placeBefore: from > 0 && tokens.gap(from) === GAP_SOFT && PLACE_PREPOSITIONS.has(tokens.hash[from - 1]!),
    ...sides,
  };
}

/** Titles of several words, with what stands between: "the former General Secretary". */
const MOST_TITLE_WORDS = 5;

function titlesBefore(text: string, tokens: Tokens, from: number): number[] {
  const titles: number[] = [];
  for (let token = from; token > 0 && titles.length < MOST_TITLE_WORDS; token--) {
    const abbreviated = /^\.\s+$/.test(gapText(text, tokens, token));
    if (tokens.gap(token) !== GAP_SOFT && !abbreviated) break;
    if (!TITLE_WORDS.has(tokens.hash[token - 1]!)) break;
    titles.push(tokens.hash[token - 1]!);
  }
  return titles;
}

type Before = Pick<Surroundings, "initials" | "givenNames" | "nameBefore" | "formerBefore" | "maybeBefore" | "ofBefore" | "knownBefore">;

const NOTHING_BEFORE: Before = {
  initials: -1,
  givenNames: -1,
  nameBefore: false,
  formerBefore: false,
  maybeBefore: false,
  ofBefore: false,
  knownBefore: false,
};

function before(passage: Passage, index: number, setting: Setting): Before {
  const { text, tokens, finds } = passage;
  const { from } = finds[index]!;
  const known = endOfKnown(passage, index - 1);
  if (from <= known) return { ...NOTHING_BEFORE, knownBefore: from > 0 && isNextWord(text, tokens, from) };
  const nearest = from - 1;

  let first = from;
  while (first > known && isInitial(text, tokens, first - 1, tokens.gap(first))) first--;
  if (first < from) return { ...NOTHING_BEFORE, initials: first, nameBefore: true, givenNames: givenNames(passage, first, known) };

  if (tokens.gap(from) !== GAP_SOFT) return NOTHING_BEFORE;
  const of = ofBeforeName(passage, from);
  if (of >= 0) return { ...NOTHING_BEFORE, ofBefore: isNameBeforeOf(passage, of, setting, of < nearest) };
  if (!isNameWord(text, tokens, nearest)) return NOTHING_BEFORE;
  const hash = tokens.hash[nearest]!;
  const former = NAME_FORMERS.has(hash);
  if (!former && (TITLE_WORDS.has(hash) || ADJECTIVES.has(hash))) return NOTHING_BEFORE;
  const given = { ...NOTHING_BEFORE, givenNames: givenNames(passage, nearest, known) };
  if (former || setting !== "text") return { ...given, nameBefore: former, formerBefore: former };
  if (isSentenceStart(text, tokens, nearest)) return { ...given, maybeBefore: !isOrdinary(passage, nearest) };
  return { ...given, nameBefore: true };
}

/**
 * Where the last name before ends that is one by itself. The South of "South China" is not, though a pack may have it
 * as a short name.
 */
function endOfKnown({ tokens, finds }: Passage, index: number): number {
  for (; index >= 0; index--) {
    const { from, to, readings } = finds[index]!;
    const former = to - from === 1 && NAME_FORMERS.has(tokens.hash[from]!);
    if (!former || readings.some(({ nameClass }) => nameClass === "full")) return to;
  }
  return 0;
}

/** One capital, with or without a full stop, that stands with the next word. */
function isInitial(text: string, tokens: Tokens, token: number, gapAfter: number): boolean {
  const start = tokens.start[token]!;
  if (tokens.end[token]! - start !== 1 || !isCapital(text, start)) return false;
  if (tokens.marks[token]! & INITIAL) return gapAfter === GAP_LOOSE;
  return gapAfter === GAP_SOFT && !FUNCTION_WORDS.has(tokens.hash[token]!);
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

const OF = wordSet("of");
const THE = wordSet("the");

/** The "of" before a name, with or without an article between; -1 where there is none. */
function ofBeforeName({ tokens }: Passage, from: number): number {
  const article = tokens.gap(from) === GAP_SOFT && THE.has(tokens.hash[from - 1]!);
  const of = article ? from - 2 : from - 1;
  return of > 0 && tokens.gap(of + 1) === GAP_SOFT && OF.has(tokens.hash[of]!) ? of : -1;
}

function isNameBeforeOf({ text, tokens }: Passage, of: number, setting: Setting, article: boolean): boolean {
  const word = of - 1;
  if (tokens.gap(of) !== GAP_SOFT || !isNameWord(text, tokens, word)) return false;
  const hash = tokens.hash[word]!;
  if (PLAIN_BEFORE_OF.has(hash)) return false;
  if (NAME_HEADS.has(hash)) return true;
  if (article || setting !== "text" || isSentenceStart(text, tokens, word)) return false;
  return !TITLE_WORDS.has(hash);
}

/** Is the word written as names are, and no word that has its capital for another reason? */
function isNameWord(text: string, tokens: Tokens, token: number): boolean {
  if (tokens.script(token) !== WORD || !isCapital(text, tokens.start[token]!)) return false;
  const hash = tokens.hash[token]!;
  return !FUNCTION_WORDS.has(hash) && !MONTHS_AND_DAYS.has(hash);
}

/** Is a word at the start of a sentence an everyday one, as far as can be told? */
function isOrdinary(passage: Passage, token: number): boolean {
  const { text, tokens } = passage;
  const word = text.slice(tokens.start[token]!, tokens.end[token]!).toLowerCase();
  return ORDINARY_ENDING.test(word) || passage.writesSmall(word);
}

type After = Pick<Surroundings, "nameAfter" | "headAfter" | "householdAfter" | "knownAfter" | "ofAfter">;

function after({ text, tokens, finds }: Passage, index: number, setting: Setting): After {
  const { to } = finds[index]!;
  const none = { nameAfter: false, headAfter: false, householdAfter: false, knownAfter: false, ofAfter: false };
  if (to >= tokens.count) return none;
  if (tokens.gap(to) === GAP_SOFT && OF.has(tokens.hash[to]!)) return { ...none, ofAfter: isNameAfterOf(text, tokens, to) };
  const hash = tokens.hash[to]!;
  const capital = isNameWord(text, tokens, to);
  const headAfter = capital && NAME_HEADS.has(hash);
  // After U.S. a capital may begin the next sentence, unless the word is one that ends names.
  if (isStopped(text, tokens, to)) return { ...none, headAfter, nameAfter: headAfter };
  if (tokens.gap(to) > GAP_SOFT) return none;
  const householdAfter = HOUSEHOLDS.has(hash) && isNextWord(text, tokens, to);
  if (finds[index + 1]?.from === to) return { ...none, householdAfter, knownAfter: isNextWord(text, tokens, to) };
  if (tokens.gap(to) !== GAP_SOFT) return none;
  const plain = TITLE_WORDS.has(hash) && !headAfter;
  return { ...none, headAfter, householdAfter, nameAfter: headAfter || (capital && !plain && setting === "text") };
}

function isNameAfterOf(text: string, tokens: Tokens, of: number): boolean {
  let next = of + 1;
  if (next < tokens.count && THE.has(tokens.hash[next]!)) next++;
  return next < tokens.count && tokens.gap(next) === GAP_SOFT && isNameWord(text, tokens, next);
}

/** Does nothing but space stand between a token and the one before it? */
function isNextWord(text: string, tokens: Tokens, token: number): boolean {
  return /^\s+$/.test(gapText(text, tokens, token));
}

/** Does a dotted acronym end before the token? */
function isStopped(text: string, tokens: Tokens, token: number): boolean {
  return (tokens.marks[token - 1]! & INITIAL) !== 0 && /^\.\s+$/.test(gapText(text, tokens, token));
}

/** Years that the sentence around tokens `from` to `to` names. */
export function yearsIn(sentence: string): number[] {
  return Array.from(sentence.matchAll(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g), ([year]) => Number(year));
}
