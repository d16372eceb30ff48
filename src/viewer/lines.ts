/**
 * The text of a PDF's page comes as pieces with places, in the order in which they were printed: a few words of one font,
 * half a word where letters were kerned. Here pieces that stand on one line become a line of runs whose texts, joined, are
 * what the line says. Pure: numbers and texts in, numbers and texts out.
 *
 * Lengths are CSS pixels at 100 %, from the top left corner of the page; angles are radians, clockwise. `along` and `down`
 * are coordinates in the direction of the writing and across it: of upright text, x and y.
 */

/** A piece of text as pdf.js gives it, in the page's coordinates. */
export interface Piece {
  text: string;
  /** Where its baseline begins. */
  x: number;
  y: number;
  angle: number;
  /** Along the baseline. */
  width: number;
  /** Height of the font. */
  size: number;
  /** Key of the font. */
  font: string;
  rtl: boolean;
}

/** Text of one font within a line. */
export interface Run {
  text: string;
  /** Of what was printed. */
  width: number;
  /** From its end to the beginning of the next run; 0 of the last. */
  gap: number;
  size: number;
  font: string;
  /** How far its baseline lies below that of the line: negative for a superscript. */
  shift: number;
}

export interface Line {
  runs: Run[];
  x: number;
  y: number;
  angle: number;
  along: number;
  end: number;
  down: number;
  /** Of most of its letters. */
  size: number;
  rtl: boolean;
}

/** Gaps, as multiples of the size: between words a space is at least this wide … */
const LEAST_SPACE = 0.18;
/** … and what is further away stands in another column or cell. Justified lines have wide spaces. */
const MOST_SPACE = 1.6;
/** Kerning and italics lean back over what was before. */
const MOST_OVERLAP = 0.5;
/** Superscripts and subscripts are not further than this from the line's baseline. */
const MOST_SHIFT = 0.55;
/** Between ideographs, spaces narrower than this were only put there to fill the line. */
const LEAST_CJK_SPACE = 0.8;
/** Text within this angle is upright. */
const UPRIGHT = 0.01;

/** Scripts that write no spaces between words. Korean does. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/** The lines of a page, in the order of their first pieces. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  let spaced = false;
  for (const piece of pieces) {
    if (piece.text.trim() === "") {
      spaced = true;
      continue;
    }
    const at = placeOf(piece);
    if (line && isNext(line, piece, at)) append(line, piece, at, spaced);
    else lines.push((line = begin(piece, at)));
    spaced = false;
  }
  for (const each of lines) each.size = commonSize(each.runs);
  return lines;
}

interface Place {
  along: number;
  down: number;
}

/** Coordinates along the writing and across it. */
function placeOf({ x, y, angle }: Pick<Piece, "x" | "y" | "angle">): Place {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { along: x * cos + y * sin, down: y * cos - x * sin };
}

function begin(piece: Piece, { along, down }: Place): Line {
  const { text, width, size, font, rtl } = piece;
  const angle = Math.abs(piece.angle) < UPRIGHT ? 0 : piece.angle;
  return { runs: [{ text, width, gap: 0, size, font, shift: 0 }], x: piece.x, y: piece.y, angle, along, end: along + width, down, size, rtl };
}

function isNext(line: Line, piece: Piece, { along, down }: Place): boolean {
  // Right-to-left runs stand the other way round than they follow: each is a line of its own.
  if (line.rtl || piece.rtl || Math.abs(line.angle - piece.angle) > UPRIGHT) return false;
  const size = Math.max(line.size, piece.size);
  const gap = along - line.end;
  return Math.abs(down - line.down) < MOST_SHIFT * size && gap > -MOST_OVERLAP * size && gap < MOST_SPACE * size;
}

function append(line: Line, piece: Piece, { along, down }: Place, spaced: boolean): void {
  const last = line.runs.at(-1)!;
  const gap = along - line.end;
  const size = Math.max(last.size, piece.size);
  if (/\s$/.test(last.text) || /^\s/.test(piece.text)) spaced = false;
  else spaced ||= gap > LEAST_SPACE * size;
  if (spaced && UNSPACED.test(last.text.at(-1)!) && UNSPACED.test(piece.text[0]!) && gap < LEAST_CJK_SPACE * size) spaced = false;
  const shift = down - line.down;
  // What is smaller and raised, and all figures, refers to a note: it is no part of the word before it.
  if (shift < -0.1 * line.size && piece.size < 0.85 * line.size && /\p{L}$/u.test(last.text) && /^[\d*†‡§,\s]+$/u.test(piece.text)) spaced = true;
  if (spaced) last.text += " ";
  last.gap = gap;
  line.runs.push({ text: piece.text, width: piece.width, gap: 0, size: piece.size, font: piece.font, shift });
  line.end = along + piece.width;
}

/** The size in which most letters are set. */
export function commonSize(runs: readonly Pick<Run, "text" | "size">[]): number {
  const letters = new Map<number, number>();
  for (const { text, size } of runs) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  let [common, most] = [0, -1];
  for (const [size, count] of letters) if (count > most) [common, most] = [size, count];
  return common;
}

/** What a line says. */
export function textOfLine({ runs }: Line): string {
  return runs.map(({ text }) => text).join("");
}
