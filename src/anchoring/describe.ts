import { type Anchor, CONTEXT } from "./anchor";

/**
 * Describes a passage so that it can be found again.
 * @param text the page's whole text
 * @param start UTF-16 code units, half-open; what lies outside the text is cut off
 */
export function describe(text: string, start: number, end: number): Anchor {
  const from = Math.min(Math.max(0, start), text.length);
  const to = Math.min(Math.max(from, end), text.length);
  return {
    exact: text.slice(from, to),
    prefix: text.slice(wholeFrom(text, Math.max(0, from - CONTEXT)), from),
    suffix: text.slice(to, wholeTo(text, Math.min(text.length, to + CONTEXT))),
    start: from,
    end: to,
  };
}

const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

/** No half of a character beyond U+FFFF is kept. */
function wholeFrom(text: string, at: number): number {
  return at > 0 && isLow(text.charCodeAt(at)) ? at + 1 : at;
}

function wholeTo(text: string, at: number): number {
  return at < text.length && isLow(text.charCodeAt(at)) ? at - 1 : at;
}
