/** Small things that are done with texts everywhere. */

/** Order by UTF-16 code units: the same on every machine, unlike `localeCompare`. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Text with each run of white space, line breaks among it, as one space, and none at its ends. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Text without a byte order mark, its lines ending in `\n`. */
export function normaliseLines(text: string): string {
  return text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
}
