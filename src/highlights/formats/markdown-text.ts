/** Plain text as Markdown that shows it as it is: CommonMark (https://spec.commonmark.org/0.31.2/), and what Obsidian adds. */

/**
 * Marks within a line: of CommonMark, and of Obsidian "==" (marked), "$" (a formula), "%%" (a remark), "^" (a block's name),
 * "|" (a table), "#" (a tag); of pandoc "@" (a citation).
 */
const INLINE = /[\\`*_[\]<>&~=$%^|#@]/g;

/** Marks that make something else of a line that begins with them: lists, numbers of lists, lines below headings. */
const START = /^(?:[-+](?=\s|[-+=]|$)|\d{1,9}(?=[.)])|:)/;

/**
 * The text in one or more paragraphs. Line ends stay; of several empty lines in a row one remains.
 * @returns no line that is empty but between paragraphs; empty where the text is
 */
export function markdownText(text: string): string {
  const paragraphs = text.split(/(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))+/);
  return paragraphs.map((paragraph) => paragraph.split(/\r\n|\r|\n/).map(line).filter(said).join("\\\n")).filter(said).join("\n\n");
}

/** Text that stands within a line: its line ends become spaces. */
export function markdownLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().replace(INLINE, "\\$&").replace(START, escapedStart);
}

/** Space at a line's ends would be dropped, or make code of it: it is written by number. */
function line(text: string): string {
  const [before] = /^[ \t]*/.exec(text)!;
  let end = text.length;
  // Not by an expression: it would begin anew at every space within the line.
  while (end > before.length && /[ \t]/.test(text[end - 1]!)) end--;
  const words = text.slice(before.length, end);
  return `${numbered(before)}${words.replace(INLINE, "\\$&").replace(START, escapedStart)}${numbered(text.slice(end))}`;
}

function escapedStart(mark: string): string {
  return /\d/.test(mark) ? `${mark}\\` : `\\${mark}`;
}

function numbered(spaces: string): string {
  return [...spaces].map((space) => `&#${space.charCodeAt(0)};`).join("");
}

function said(text: string): boolean {
  return text !== "";
}

/** Each line as one of a block quote. */
export function quoteBlock(text: string): string {
  return text.split(/\r\n|\r|\n/).map((each) => (each === "" ? ">" : `> ${each}`)).join("\n");
}

/** The address in a link's round brackets. */
export function markdownAddress(url: string): string {
  return `<${url.replace(/[<>\\\s]/g, (character) => encodeURIComponent(character))}>`;
}
