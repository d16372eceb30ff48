/** Citations as pandoc writes them: `[@key]`, `[@key, para. 12]`, `[@one; @two, p. 3]`. */
import type { Citation } from "./model";
import { foldSpace } from "./texts";

/**
 * A citation key: letters, digits and underscores, with punctuation inside; or anything between braces.
 * https://pandoc.org/MANUAL.html#extension-citations
 */
const KEY = String.raw`(?:\{([^{}]+)\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/]+(?=[\p{L}\p{N}_]))*))`;

const CITED = new RegExp(String.raw`^${KEY}\s*(?:,\s*(.+))?$`, "su");

/** What a citation or its lack is reported with. */
export type CitationReading = { citation: Citation } | { message: string; fix: string };

/** Commas separate the items of a YAML list, so that a locator comes loose from its key there. */
const CITE = 'Write a key, and after a comma where in it: `key, p. 3`; in a list with quotation marks: `["key, p. 3"]`.';

/** Does the inside of square brackets cite? An address like `me@example.org` does not. */
export function isCitation(inside: string): boolean {
  return /(?:^|[\s;-])@[\p{L}\p{N}_{]/u.test(inside);
}

/** Reads the inside of the brackets: citations separated by semicolons. */
export function readCitations(inside: string): CitationReading[] {
  return inside.split(";").map((part) => {
    const written = part.trim();
    if (written.startsWith("@")) return readCitation(written);
    return {
      message: `\`${written}\` does not begin with a citation key.`,
      fix: "Write `[@key, where]`: the key first, nothing before its `@`; several with semicolons between them.",
    };
  });
}

/** Reads one citation: a key, with or without its `@`, and a locator after a comma. */
export function readCitation(text: string): CitationReading {
  const match = CITED.exec(text.trim().replace(/^@/, ""));
  if (!match) {
    return { message: `\`${text}\` is not a citation.`, fix: CITE };
  }
  const [, braced, bare, locator] = match;
  const source = (braced ?? bare ?? "").trim();
  const where = foldSpace(locator ?? "");
  return { citation: where ? { source, locator: where } : { source } };
}
