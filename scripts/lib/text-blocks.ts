/**
 * Cuts a plain text into the blocks that names are looked for in. People keep texts with a paragraph a line, and
 * programs break lines at a column, in the middle of names: "Kim\nIl Sung". Which of the two a line end is has to be
 * told from the lines.
 */

/** A piece of a text, as it stands there. */
export interface TextBlock {
  /** Offset into the text in UTF-16 code units. */
  start: number;
  text: string;
}

/** Columns that programs break lines at. Shorter lines are headings, lists, verse; longer ones are paragraphs. */
const NARROWEST = 45;
const WIDEST = 130;

/** Of the line ends within a paragraph that was broken at a column, so many are: the others end a paragraph. */
const MOSTLY = 0.7;

/** After these a sentence is over. Lines broken at a column mostly end within one. */
const SENTENCE_END = /[.!?:;…"”’»)\]]$/u;

interface Line {
  start: number;
  /** Without its line end and the white space before it. */
  text: string;
}

/**
 * The blocks of a text in order; together they hold all of it but white space at the ends of lines. No block reaches
 * over an empty line.
 */
export function textBlocks(text: string): TextBlock[] {
  const groups = paragraphs(linesOf(text));
  const column = columnOf(groups);
  const blocks: TextBlock[] = [];
  for (const lines of groups) {
    const broken = isBroken(lines) || (lines.length === 2 && column !== null && isCutShort(lines, 0, column));
    const width = widthOf(lines);
    let first = 0;
    lines.forEach((line, index) => {
      const goesOn = broken && index + 1 < lines.length && (isCutShort(lines, index, width) || !endsSentence(line));
      if (goesOn) return;
      const { start } = lines[first]!;
      blocks.push({ start, text: text.slice(start, line.start + line.text.length) });
      first = index + 1;
    });
  }
  return blocks;
}

/** Lines end at `\n`, `\r\n`, `\r` or the separators of Unicode. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n?|[\n\u2028\u2029]|$/g)) {
    lines.push({ start, text: text.slice(start, index).trimEnd() });
    start = index + end.length;
  }
  return lines;
}

/** Lines that follow each other without an empty one between them, or one that is indented further than the last. */
function paragraphs(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  let open: Line[] | null = null;
  for (const line of lines) {
    if (line.text === "") open = null;
    else if (open && indentOf(line) <= indentOf(open.at(-1)!)) open.push(line);
    else groups.push((open = [line]));
  }
  return groups;
}

function indentOf({ text }: Line): number {
  return text.length - text.trimStart().length;
}

function widthOf(lines: readonly Line[]): number {
  return longest(lines.map((line) => line.text.length));
}

/** Was a paragraph of three lines or more broken at a column? */
function isBroken(lines: readonly Line[]): boolean {
  const width = widthOf(lines);
  if (lines.length < 3 || width < NARROWEST || width > WIDEST) return false;
  const ends = lines.slice(0, -1).map((line, index) => ({ line, cut: isCutShort(lines, index, width) }));
  const cut = ends.filter((end) => end.cut);
  return cut.length >= MOSTLY * ends.length && cut.filter(({ line }) => !endsSentence(line)).length * 2 >= cut.length;
}

/** The column that the text's paragraphs are broken at, by which those of two lines are judged; or null. */
function columnOf(groups: readonly Line[][]): number | null {
  const widths = groups.filter(isBroken).map(widthOf);
  return widths.length > 0 ? longest(widths) : null;
}

/** A text may have more lines than a call can have arguments. */
function longest(lengths: readonly number[]): number {
  return lengths.reduce((most, length) => Math.max(most, length));
}

/** Had the first word of the next line no room on this one? */
function isCutShort(lines: readonly Line[], index: number, width: number): boolean {
  const word = /^\S+/.exec(lines[index + 1]!.text.trimStart())![0];
  const { length } = lines[index]!.text;
  return length <= width && length + 1 + word.length > width;
}

function endsSentence({ text }: Line): boolean {
  return SENTENCE_END.test(text);
}
