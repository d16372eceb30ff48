/** What capitals say. Asked about names that were found, never about every letter of a page. */
import { GAP_HARD, type Tokens } from "./tokens";
import { FUNCTION_WORDS } from "./words";

/** Does a capital (or title-case) letter stand at `at`? */
export function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return character.toLowerCase() !== character && /^\p{L}/u.test(character);
}

/** Letters from `start` to `end` that have the other case: how many are capital, how many small. */
export function countCases(text: string, start: number, end: number): { capital: number; small: number } {
  let capital = 0;
  let small = 0;
  for (const character of text.slice(start, end)) {
    if (character.toLowerCase() !== character) capital++;
    else if (character.toUpperCase() !== character) small++;
  }
  return { capital, small };
}

/** Are all letters that have a case capitals, and is there one? */
export function isAllCapital(text: string, start: number, end: number): boolean {
  const { capital, small } = countCases(text, start, end);
  return capital > 0 && small === 0;
}

/** Does the last word of tokens `from` to `to` begin with a capital? A word with hyphens is one: "Il-sung". */
export function endsInCapital(text: string, tokens: Tokens, from: number, to: number): boolean {
  let word = to - 1;
  while (word > from && /^[\p{Pd}\u00ad]$/u.test(gapText(text, tokens, word))) word--;
  return isCapital(text, tokens.start[word]!);
}

/** What stands between a token and the one before it, or before the first. */
export function gapText(text: string, tokens: Tokens, token: number): string {
  return text.slice(token === 0 ? 0 : tokens.end[token - 1]!, tokens.start[token]!);
}

const SENTENCE_BREAK = /[.!?:;…。！？]|\n\s*\n/u;
/** Also begins with a capital, whatever the word: direct speech, a list, a bracket. */
const FRESH_START = /[.!?:;…"“”„«»‘([{•|\u2014。！？]|\n\s*\n/u;

/** Is a capital at the start of the token owed to the place where it stands? */
export function isSentenceStart(text: string, tokens: Tokens, token: number): boolean {
  return token === 0 || FRESH_START.test(gapText(text, tokens, token));
}

/** How far to look for the ends of a sentence, in tokens: beyond, the parts of a long list would count as one. */
const SENTENCE_REACH = 60;

/** Tokens of the sentence around tokens `from` to `to`, half-open. */
export function sentenceAround(text: string, tokens: Tokens, from: number, to: number): { from: number; to: number } {
  let first = from;
  while (first > 0 && from - first < SENTENCE_REACH && !endsSentence(text, tokens, first)) first--;
  let last = to;
  while (last < tokens.count && last - to < SENTENCE_REACH && !endsSentence(text, tokens, last)) last++;
  return { from: first, to: last };
}

/** Does a sentence end before the token? Abbreviations do not end one: their gap is not hard. */
function endsSentence(text: string, tokens: Tokens, token: number): boolean {
  return tokens.gap(token) === GAP_HARD && SENTENCE_BREAK.test(gapText(text, tokens, token));
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

/** Is the text around tokens `from` to `to` running text, a headline With Words in Capitals, or ALL CAPITALS? */
export function settingAround(text: string, tokens: Tokens, from: number, to: number): Setting {
  const sentence = sentenceAround(text, tokens, from, to);
  let capital = 0;
  let small = 0;
  let shouted = 0;
  for (let token = sentence.from; token < sentence.to; token++) {
    const start = tokens.start[token]!;
    const end = tokens.end[token]!;
    const inside = token >= from && token < to;
    if (end - start < HEADLINE_WORD || inside || !/\p{Cased}/u.test(text.charAt(start))) continue;
    if (FUNCTION_WORDS.has(tokens.hash[token]!)) continue;
    if (!isCapital(text, start)) small++;
    else if (isAllCapital(text, start, end)) shouted++;
    else if (token > sentence.from) capital++;
  }
  if (shouted >= HEADLINE_LEAST && small === 0 && capital === 0) return "capitals";
  // Headlines do without a full stop.
  if (text.slice(tokens.end[sentence.to - 1]!).startsWith(".")) return "text";
  const long = capital + small + shouted;
  const headline =
    capital >= HEADLINE_LEAST && small <= HEADLINE_SMALL * long && sentence.to - sentence.from <= HEADLINE_LONGEST;
  return headline ? "headline" : "text";
}
