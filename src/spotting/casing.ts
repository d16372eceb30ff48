/** What capitals say. Asked about names that were found, never about every letter of a page. */
import { GAP_HARD, type Tokens } from "./tokens";
import { FUNCTION_WORD, wordClasses } from "./words";

/** Case of a code unit, as `CASES` keeps it. */
const UNREAD = 0;
const CASELESS = 1;
const SMALL = 2;
const CAPITAL = 3;

/** Case of every code unit that was asked about so far: most pages ask for a few dozen again and again. */
const CASES = new Uint8Array(0x10000);

function caseOf(unit: number): number {
  const known = CASES[unit]!;
  return known === UNREAD ? (CASES[unit] = caseOfCharacter(String.fromCharCode(unit))) : known;
}

function caseOfCharacter(character: string): number {
  if (!/^\p{L}/u.test(character)) return CASELESS;
  if (character.toLowerCase() !== character) return CAPITAL;
  return character.toUpperCase() === character ? CASELESS : SMALL;
}

/** Case of the character at `at`, which may have two units. */
function caseAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return (unit & 0xfc00) === 0xd800 ? caseOfCharacter(String.fromCodePoint(text.codePointAt(at)!)) : caseOf(unit);
}

/** Does a capital (or title-case) letter stand at `at`? */
export function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : caseAt(text, at) === CAPITAL;
}

/** Letters from `start` to `end` that have the other case: how many are capital, how many small. */
export function countCases(text: string, start: number, end: number): { capital: number; small: number } {
  let capital = 0;
  let small = 0;
  for (let at = start; at < end; at++) {
    const letter = caseAt(text, at);
    if (letter === CAPITAL) capital++;
    else if (letter === SMALL) small++;
  }
  return { capital, small };
}

/** Are all letters that have a case capitals, and is there one? */
export function isAllCapital(text: string, start: number, end: number): boolean {
  let capital = false;
  for (let at = start; at < end; at++) {
    const letter = caseAt(text, at);
    if (letter === SMALL) return false;
    if (letter === CAPITAL) capital = true;
  }
  return capital;
}

/** Does the last word of tokens `from` to `to` begin with a capital? A word with hyphens is one: "Il-sung". */
export function endsInCapital(text: string, tokens: Tokens, from: number, to: number): boolean {
  let word = to - 1;
  while (word > from && isHyphen(text, tokens.end[word - 1]!, tokens.start[word]!)) word--;
  return isCapital(text, tokens.start[word]!);
}

/** Are the code units from `start` to `end` one hyphen or dash, or a soft hyphen? */
function isHyphen(text: string, start: number, end: number): boolean {
  if (end - start !== 1) return false;
  const unit = text.charCodeAt(start);
  return unit === 0x2d || (unit >= 0x80 && /[\p{Pd}\u00ad]/u.test(text.charAt(start)));
}

/** Where the gap before a token begins; it ends where the token starts. */
export function gapStart(tokens: Tokens, token: number): number {
  return token === 0 ? 0 : tokens.end[token - 1]!;
}

/** Is the gap before a token nothing but white space, and some? */
export function isSpace(text: string, tokens: Tokens, token: number): boolean {
  return isSpaceBetween(text, gapStart(tokens, token), tokens.start[token]!);
}

/** Is the gap before a token one full stop and white space? */
export function isStopAndSpace(text: string, tokens: Tokens, token: number): boolean {
  const start = gapStart(tokens, token);
  return text.charCodeAt(start) === FULL_STOP && isSpaceBetween(text, start + 1, tokens.start[token]!);
}

function isSpaceBetween(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpaceUnit(text.charCodeAt(at))) return false;
  return end > start;
}

const FULL_STOP = 0x2e;
const LINE_FEED = 0x0a;

/** As `\s` has it. */
function isSpaceUnit(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit === 0xa0 || unit === 0x1680 || unit === 0xfeff) return true;
  return unit >= 0x2000 && (unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f || unit === 0x3000);
}

const SENTENCE_BREAKS = unitSet(".!?:;…。！？");
/** Also begins with a capital, whatever the word: direct speech, a list, a bracket. */
const FRESH_STARTS = unitSet(".!?:;…\"“”„«»‘([{•|\u2014。！？");

function unitSet(units: string): ReadonlySet<number> {
  return new Set(Array.from(units, (unit) => unit.charCodeAt(0)));
}

/** Does the gap before a token have one of these units, or an empty line? */
function hasBreak(text: string, tokens: Tokens, token: number, breaks: ReadonlySet<number>): boolean {
  const end = tokens.start[token]!;
  let lines = 0;
  for (let at = gapStart(tokens, token); at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LINE_FEED ? ++lines > 1 : !isSpaceUnit(unit) && breaks.has(unit)) return true;
    if (lines > 0 && !isSpaceUnit(unit)) lines = 0;
  }
  return false;
}

/** Is a capital at the start of the token owed to the place where it stands? */
export function isSentenceStart(text: string, tokens: Tokens, token: number): boolean {
  if (token === 0) return true;
  return !isOneSpace(text, tokens, token) && hasBreak(text, tokens, token, FRESH_STARTS);
}

/** The gap that nearly all words have before them. */
function isOneSpace(text: string, tokens: Tokens, token: number): boolean {
  const start = tokens.end[token - 1]!;
  return tokens.start[token] === start + 1 && text.charCodeAt(start) === 0x20;
}

/** How far a name looks for the ends of its sentence, in tokens: beyond, the parts of a long list would count as one. */
const SENTENCE_REACH = 60;

/** Does a sentence end before the token? Abbreviations do not end one: their gap is not hard. */
function endsSentence(text: string, tokens: Tokens, token: number): boolean {
  return tokens.gap(token) === GAP_HARD && hasBreak(text, tokens, token, SENTENCE_BREAKS);
}

/** How a run of words is set. */
export type Setting = "text" | "headline" | "capitals";

/** Words with fewer letters are written small in headlines too, as are some longer ones: "with", "from", "under". */
const HEADLINE_WORD = 4;
/** Fewer long words than this say nothing. */
const HEADLINE_LEAST = 2;
/** Small words among long ones in a headline, at most. */
const HEADLINE_SMALL = 0.25;
/** No headline is longer than this, in tokens. */
const HEADLINE_LONGEST = 25;

/** A sentence: tokens, half-open. */
export interface Sentence {
  from: number;
  to: number;
}

/** The sentence around tokens `from` to `to`, as far as a name there looks. */
export function sentenceAround(text: string, tokens: Tokens, from: number, to: number): Sentence {
  let first = from;
  while (first > 0 && from - first < SENTENCE_REACH && !endsSentence(text, tokens, first)) first--;
  let last = to;
  while (last < tokens.count && last - to < SENTENCE_REACH && !endsSentence(text, tokens, last)) last++;
  return { from: first, to: last };
}

/** May another name at tokens `from` to `to`, further on, take the sentence for its own? */
export function holds(sentence: Sentence, from: number, to: number): boolean {
  return from >= sentence.from && to <= sentence.to && sentence.to - sentence.from <= SENTENCE_REACH;
}

/** How a long word is written, as `lettering` has it. */
const NO_MATTER = 0;
const IN_SMALL = 1;
const WITH_CAPITAL = 2;
const SHOUTED = 3;

/** How a word is written that tells how its sentence is set; `NO_MATTER` of a short word, which does not. */
function lettering(text: string, tokens: Tokens, token: number): number {
  const start = tokens.start[token]!;
  const end = tokens.end[token]!;
  if (end - start < HEADLINE_WORD) return NO_MATTER;
  const letter = caseAt(text, start);
  if (letter === CASELESS || wordClasses(tokens.hash[token]!) & FUNCTION_WORD) return NO_MATTER;
  if (letter === SMALL) return IN_SMALL;
  return isAllCapital(text, start, end) ? SHOUTED : WITH_CAPITAL;
}

/**
 * Is a sentence running text, a headline With Words in Capitals, or ALL CAPITALS? The name at tokens `from` to `to`,
 * about which that shall tell something, does not count.
 */
export function settingOf(sentence: Sentence, text: string, tokens: Tokens, from: number, to: number): Setting {
  // Headlines do without a full stop.
  const sentenceEnds = text.charCodeAt(tokens.end[sentence.to - 1]!) === FULL_STOP;
  const mayBeHeadline = !sentenceEnds && sentence.to - sentence.from <= HEADLINE_LONGEST;
  let capital = 0;
  let small = 0;
  let shouted = 0;
  for (let token = sentence.from; token < sentence.to; token++) {
    const written = token >= from && token < to ? NO_MATTER : lettering(text, tokens, token);
    if (written === IN_SMALL) {
      // One small word is enough to see that a text is nothing else.
      if (!mayBeHeadline) return "text";
      small++;
    } else if (written === SHOUTED) shouted++;
    // The first word of any sentence has a capital.
    else if (written === WITH_CAPITAL && token > sentence.from) capital++;
  }
  if (shouted >= HEADLINE_LEAST && small === 0 && capital === 0) return "capitals";
  if (isButton(sentence, text, tokens, from, to)) return "capitals";
  const headline = mayBeHeadline && capital >= HEADLINE_LEAST && small <= HEADLINE_SMALL * (capital + small + shouted);
  return headline ? "headline" : "text";
}

/** Words of a button or a heading of a menu, at most. */
const BUTTON_LONGEST = 4;

/** "CONTACT US": a line of a few words, all in capitals, with a longer word than the name at `from`. */
function isButton(sentence: Sentence, text: string, tokens: Tokens, from: number, to: number): boolean {
  const words = sentence.to - sentence.from;
  if (words < 2 || words > BUTTON_LONGEST) return false;
  if (!isAllCapital(text, tokens.start[sentence.from]!, tokens.end[sentence.to - 1]!)) return false;
  for (let token = sentence.from; token < sentence.to; token++) {
    if ((token < from || token >= to) && tokens.end[token]! - tokens.start[token]! >= HEADLINE_WORD) return true;
  }
  return false;
}

/** How the text around tokens `from` to `to` is set. */
export function settingAround(text: string, tokens: Tokens, from: number, to: number): Setting {
  return settingOf(sentenceAround(text, tokens, from, to), text, tokens, from, to);
}
