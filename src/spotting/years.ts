/** Years in a text: what tells whether somebody was alive, or in office. */
import type { Tokens } from "./tokens";

export const NO_YEARS: readonly number[] = [];

/** What years begin with: a text without any of these names none. */
export const CENTURIES = ["18", "19", "20"] as const;

/** Years that tokens `from` to `to` name, half-open. */
export function yearsBetween(text: string, tokens: Tokens, from: number, to: number): readonly number[] {
  let years: number[] | null = null;
  for (let token = from; token < to; token++) {
    const first = text.charCodeAt(tokens.start[token]!);
    if (first !== ONE && first !== TWO) continue;
    const year = yearAt(text, tokens.start[token]!, tokens.end[token]!);
    if (year > 0) (years ??= []).push(year);
  }
  return years ?? NO_YEARS;
}

const ZERO = 0x30;
/** Years begin with one of these. */
const ONE = 0x31;
const TWO = 0x32;
const DIGITS = 4;
const FIRST_YEAR = 1800;
const LAST_YEAR = 2099;

/** The year that a word begins with, as 1956 and 1950s do; 0 where there is none. */
export function yearAt(text: string, start: number, end: number): number {
  if (end - start < DIGITS) return 0;
  let year = 0;
  for (let at = start; at < start + DIGITS; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return 0;
    year = 10 * year + digit;
  }
  const next = end - start > DIGITS ? text.charCodeAt(start + DIGITS) - ZERO : -1;
  return year >= FIRST_YEAR && year <= LAST_YEAR && (next < 0 || next > 9) ? year : 0;
}
