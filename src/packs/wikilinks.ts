/** Links to entries, `[[entry-id]]` and `[[entry-id|text]]`, and citations, within the text of a note. */
import { isCitation, readCitations } from "./citations";
import type { Citation, Inline } from "./model";
import type { Reading } from "./reading";
import { foldSpace } from "./texts";

/** What stands between the two brackets of a wikilink, or of something else in square brackets. */
const BRACKETS = /\[\[([^[\]]*)\]\]|\[([^[\]]*)\]/g;

/** Markup of Obsidian, pandoc and GitHub that Markdown's own parser takes for text. */
const UNDRAWABLE: { pattern: RegExp; what: string; fix: string }[] = [
  { pattern: /!\[\[/g, what: "Embedding", fix: "Link to the entry without the exclamation mark." },
  { pattern: /\[\^[^\]\s]+\]/g, what: "A footnote", fix: "Cite with `[@key, where]`." },
  { pattern: /~~\S/g, what: "Striking out", fix: "Take it out." },
  { pattern: /(?:^|\n)\s*\|?\s*:?-{3,}:?\s*\|/g, what: "A table", fix: "Say it in sentences." },
];

/** The id of an entry from `entry-id`, `[[entry-id]]` or `[[entry-id|text]]`. */
export function entryIdOf(text: string): string {
  const inside = /^\[\[([^|\]]*)(?:\|[^\]]*)?\]\]$/.exec(text.trim())?.[1] ?? text;
  return inside.trim();
}

/**
 * Splits text into plain text, links and citations.
 * @param line 1-based line that the text starts on
 */
export function readMarks(text: string, line: number, reading: Reading): Inline[] {
  const lineAt = (offset: number) => line + text.slice(0, offset).split("\n").length - 1;
  for (const { pattern, what, fix } of UNDRAWABLE) {
    for (const match of text.matchAll(pattern)) {
      const at = match.index + match[0].search(/\S/);
      reading.problems.error(lineAt(at), `${what} cannot be drawn on a card.`, fix);
    }
  }

  const nodes: Inline[] = [];
  let done = 0;
  for (const match of text.matchAll(BRACKETS)) {
    const [whole, link, bracketed] = match;
    const at = lineAt(match.index);
    const node =
      link !== undefined ? readLink(link, at, reading)
      : isCitation(bracketed!) ? readCitationMark(bracketed!, at, reading)
      : null;
    if (node === null) continue;
    nodes.push(text.slice(done, match.index), node);
    done = match.index + whole.length;
  }
  nodes.push(text.slice(done));
  reportUnclosed(nodes, line, reading);
  return nodes.filter((node) => node !== "");
}

function readLink(inside: string, line: number, reading: Reading): Inline | null {
  const bar = inside.indexOf("|");
  const id = (bar < 0 ? inside : inside.slice(0, bar)).trim();
  const text = bar < 0 ? "" : foldSpace(inside.slice(bar + 1));
  if (id === "") {
    reading.problems.error(line, "This link leads to no entry.", "Write `[[entry-id]]` or `[[entry-id|text]]`.");
    return null;
  }
  const node = { entry: id, text };
  reading.references.toEntry(id, line, reading.problems);
  if (text === "") reading.references.untitled(node);
  return node;
}

function readCitationMark(inside: string, line: number, reading: Reading): Inline | null {
  const cite: Citation[] = [];
  for (const result of readCitations(inside)) {
    if ("citation" in result) {
      cite.push(result.citation);
      reading.references.toSource(result.citation, line, reading.problems);
    } else {
      reading.problems.error(line, result.message, result.fix);
    }
  }
  return cite.length > 0 ? { cite } : null;
}

/** A link or citation that is never closed, or has emphasis inside, is left over as plain text. */
function reportUnclosed(nodes: readonly Inline[], line: number, reading: Reading): void {
  let at = line;
  for (const node of nodes) {
    if (typeof node !== "string") continue;
    const match = /\[\[|\[-?@/.exec(node);
    if (match) {
      const before = node.slice(0, match.index).split("\n").length - 1;
      const what = match[0] === "[[" ? "link" : "citation";
      const fix = "Write the whole of it between its brackets, without emphasis inside.";
      reading.problems.error(at + before, `This ${what} is not closed.`, fix);
    }
    at += node.split("\n").length - 1;
  }
}
