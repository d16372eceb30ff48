/**
 * Lines of a page become paragraphs, as their reader sees them: lines one below the other, at the same distance, of the same
 * size. A line joins the paragraph that it continues, also where another column was printed in between. Pure, as lines.ts.
 */
import { commonSize, type Line, textOfLine, UNSPACED } from "./lines";

export interface Paragraph {
  lines: Line[];
  /** It is set larger than the page's text, and short. */
  heading: boolean;
  /** From one baseline to the next; 0 where there is only one line. */
  leading: number;
}

/** Two sizes of one paragraph differ by less than this factor. */
const SAME_SIZE = 1.16;
/** Multiples of the size: lines of a paragraph are not further apart … */
const MOST_LEADING = 1.9;
/** … and, once two of them have shown their distance, no other differs from it by more than this share of the size. */
const SAME_LEADING = 0.22;
/** A line that begins further in, in multiples of the size, begins a paragraph … */
const INDENT = 0.8;
/** … and one that ends this much before the others, with a full stop, ends it. */
const SHORT = 3;
/** A heading is this much larger than the text, and has at most so many lines. */
const HEADING = { factor: 1.18, lines: 4 };
/** Paragraphs that may still go on: columns and cells beside each other. */
const MOST_OPEN = 16;

const ENDS = /[.!?:;…。！？：；][\p{Pe}\p{Pf}"'\d*†‡\s]*$/u;
const BULLET = /^\s*(?:[•‣▪◦·–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/u;

/** Paragraphs in the order of their first lines. Line ends are joined: see `joined`. */
export function paragraphsOf(lines: readonly Line[], spellings: Spellings): Paragraph[] {
  const open: Line[][] = [];
  const all: Line[][] = [];
  for (const line of lines) {
    const own = nearest(open, line);
    if (own) {
      own.push(line);
      continue;
    }
    const next = [line];
    all.push(next);
    open.push(next);
    if (open.length > MOST_OPEN) open.shift();
  }
  for (const line of lines) spellings.note(textOfLine(line));
  const text = commonSize(lines.flatMap(({ runs }) => runs));
  return all.map((each) => {
    const size = each[0]!.size;
    const heading = size >= text * HEADING.factor && each.length <= HEADING.lines && /\p{L}/u.test(textOfLine(each[0]!));
    join(each, spellings);
    return { lines: each, heading, leading: leadingOf(each) };
  });
}

/** The paragraph that a line goes on with: the nearest above it, of those that were printed last. */
function nearest(open: readonly Line[][], line: Line): Line[] | null {
  const latest = open.at(-1);
  if (latest && continuesAbove(latest, line)) return latest;
  let [best, distance] = [null as Line[] | null, Infinity];
  for (let at = open.length - 1; at >= 0; at--) {
    const each = open[at]!;
    const apart = line.down - each.at(-1)!.down;
    if (apart < distance && goesOn(each, line, apart)) [best, distance] = [each, apart];
  }
  return best;
}

/** The next column, in which a sentence goes on that has begun in the one before. */
function continuesAbove(before: readonly Line[], line: Line): boolean {
  const last = before.at(-1)!;
  const isHigher = line.down < last.down - line.size && line.along > last.end;
  return isHigher && isAlike(last, line) && !ENDS.test(textOfLine(last)) && /^\p{Ll}/u.test(textOfLine(line));
}

/** Two lines set alike: of one direction and size. */
function isAlike(one: Line, other: Line): boolean {
  return one.angle === other.angle && one.rtl === other.rtl && one.size <= other.size * SAME_SIZE && other.size <= one.size * SAME_SIZE;
}

function goesOn(before: readonly Line[], line: Line, apart: number): boolean {
  const last = before.at(-1)!;
  const size = Math.max(last.size, line.size);
  if (!isAlike(last, line)) return false;
  const column = lastColumn(before);
  const leading = leadingOf(before);
  if (apart < 0.5 * size || apart > MOST_LEADING * size) return false;
  if (leading > 0 && Math.abs(apart - leading) > SAME_LEADING * size) return false;
  const overlap = Math.min(last.end, line.end) - Math.max(last.along, line.along);
  if (overlap < 0.3 * Math.min(last.end - last.along, line.end - line.along)) return false;
  return !begins(column, line, size);
}

/** Does the line look like the first of a paragraph of its own? */
function begins(before: readonly Line[], line: Line, size: number): boolean {
  const last = before.at(-1)!;
  const ended = ENDS.test(textOfLine(last));
  if (BULLET.test(textOfLine(line)) && (ended || BULLET.test(textOfLine(before[0]!)))) return true;
  if (isCentred(before, line, size)) return false;
  const right = Math.max(line.end, ...before.map(({ end }) => end));
  if (ended && last.end < right - SHORT * size) return true;
  // The first line may be indented, or hang out.
  const body = before.slice(1);
  const left = body.length > 0 ? Math.min(...body.map(({ along }) => along)) : before[0]!.along;
  if (line.along <= left + INDENT * size) return false;
  return body.length > 0 || !BULLET.test(textOfLine(before[0]!));
}

function isCentred(before: readonly Line[], line: Line, size: number): boolean {
  const middle = ({ along, end }: Line) => (along + end) / 2;
  const isBeside = (each: Line) => Math.abs(middle(each) - middle(line)) < 0.5 * size;
  return before.every(isBeside) && Math.abs(before.at(-1)!.along - line.along) > 0.3 * size;
}

/** The last lines of a paragraph, those in one column. */
function lastColumn(lines: readonly Line[]): readonly Line[] {
  return lines.slice(Math.max(0, lines.findLastIndex((line, at) => at > 0 && line.down < lines[at - 1]!.down)));
}

/** The distance between its first two lines in one column, and 0 where there are none. */
function leadingOf(lines: readonly Line[]): number {
  const next = lines.find((line, at) => at > 0 && line.down > lines[at - 1]!.down);
  return next ? next.down - lines[lines.indexOf(next) - 1]!.down : 0;
}

const HYPHENATED = /(\p{L}+)[-\u2010]$/u;
const WORD = /^\p{Ll}+/u;

/** Gives each line but the last an end with which its text joins on to the next. */
function join(lines: readonly Line[], spellings: Spellings): void {
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    const last = line.runs.at(-1)!;
    if (!next) continue;
    last.text = joined(last.text, textOfLine(next), spellings);
  }
}

/**
 * The end of a line, so that what follows can be put behind it: with a space; without one between ideographs, and behind a
 * dash; and with a soft hyphen for one that only divides the word, so that the word is found, copied and kept whole.
 */
export function joined(end: string, next: string, spellings: Pick<Spellings, "isOne" | "has">): string {
  const text = end.trimEnd();
  if (text.endsWith("\u00AD")) return text;
  const [, left] = HYPHENATED.exec(text) ?? [];
  if (left !== undefined) {
    const right = WORD.exec(next)?.[0];
    return right !== undefined && spellings.isOne(left, right) ? `${text.slice(0, -1)}\u00AD` : text;
  }
  if (/[^\s][—–/]$|\d[-\u2010]$/u.test(text)) return text;
  const isDivided = (UNSPACED.test(text.at(-1) ?? "") && UNSPACED.test(next[0] ?? "")) || isDividedKorean(text, next, spellings);
  return isDivided ? text : `${text} `;
}

/** Korean has spaces, but divides words at any syllable: it is one that the document has elsewhere in one piece. */
function isDividedKorean(text: string, next: string, spellings: Pick<Spellings, "has">): boolean {
  const [left] = /\p{Script=Hangul}+$/u.exec(text) ?? [];
  const [right] = /^\p{Script=Hangul}+/u.exec(next) ?? [];
  return left !== undefined && right !== undefined && spellings.has(left + right);
}

/** How the document writes words elsewhere: whether a hyphen at a line's end belongs to the word. */
export class Spellings {
  readonly #hyphenated = new Set<string>();
  readonly #whole = new Set<string>();

  note(text: string): void {
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*/gu)) {
      (/[-\u2010]/u.test(word) ? this.#hyphenated : this.#whole).add(word.replaceAll("\u2010", "-"));
    }
  }

  /** @returns whether a word stands somewhere in one piece */
  has(word: string): boolean {
    return this.#whole.has(word.toLowerCase());
  }

  /** @returns true for two parts of one word, unless the document writes it with a hyphen, and never without */
  isOne(left: string, right: string): boolean {
    const [one, other] = [left.toLowerCase(), right.toLowerCase()];
    return !this.#hyphenated.has(`${one}-${other}`) || this.#whole.has(one + other);
  }
}
