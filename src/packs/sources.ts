/** `sources.json`: the bibliography, as Zotero exports it in CSL-JSON. */
import type { Source } from "../citing/csl";
import { didYouMean } from "./nearest";
import type { FileProblems } from "./problems";
import { sourceShape } from "./schema";
import { lineAt } from "./yaml";

/** Item types of CSL 1.0.2, https://docs.citationstyles.org/en/stable/specification.html, appendix III. */
const TYPES = (
  "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset " +
  "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation " +
  "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical " +
  "personal_communication post post-weblog regulation report review review-book software song speech standard thesis " +
  "treaty webpage"
).split(" ");

export interface Bibliography {
  sources: Source[];
  /** Citation keys of all items, also of those left out: whoever cites them does nothing wrong. */
  keys: Set<string>;
}

/** Reads `sources.json`. Items with errors are reported and left out; unknown fields are carried along. */
export function readSources(text: string, problems: FileProblems): Bibliography {
  const empty: Bibliography = { sources: [], keys: new Set() };
  let items: unknown;
  try {
    items = JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    problems.error(errorLine(message, text), `This is not valid JSON: ${message}.`, "Export the bibliography again.");
    return empty;
  }
  if (!Array.isArray(items)) {
    problems.error(1, "This file is no list of sources.", "Export as CSL-JSON: an array of items between `[` and `]`.");
    return empty;
  }
  const lines = itemLines(text);
  const seen = new Map<string, number>();
  const sources = items.flatMap((item: unknown, index) => {
    const line = lines[index] ?? 1;
    const id = readKey(item, line, problems);
    if (id === null) return [];
    const before = seen.get(id);
    if (before !== undefined) {
      const message = `The source \`${id}\` stands in line ${before} already.`;
      problems.error(line, message, "Keep one, or give it a key of its own.");
      return [];
    }
    seen.set(id, line);
    return readSource(id, item as Record<string, unknown>, line, problems) ?? [];
  });
  return { sources, keys: new Set(seen.keys()) };
}

function readKey(item: unknown, line: number, problems: FileProblems): string | null {
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    problems.error(line, "This is no source.", 'Write an object: `{"id": "key", "type": "book", "title": "…"}`.');
    return null;
  }
  const { id } = item as Record<string, unknown>;
  // CSL-JSON allows a number here; citations are text.
  if (typeof id === "number") return String(id);
  if (typeof id === "string" && id.trim() !== "") return id.trim();
  problems.error(line, "This source has no `id`.", "Give it the key that notes cite it by.");
  return null;
}

function readSource(id: string, fields: Record<string, unknown>, line: number, problems: FileProblems): Source | null {
  for (const key of ["type", "title"]) {
    if (typeof fields[key] === "string" && fields[key].trim() !== "") continue;
    problems.error(line, `The source \`${id}\` has no \`${key}\`.`, `Give it a \`${key}\`, in Zotero or here.`);
  }
  if (typeof fields.type === "string" && fields.type !== "" && !TYPES.includes(fields.type)) {
    const fix = didYouMean(fields.type, TYPES, "The types are those of CSL 1.0.2.");
    problems.warning(line, `CSL knows no type \`${fields.type}\` (of the source \`${id}\`).`, fix);
  }
  const source = { ...fields, id };
  // What is wrong with type and title is said above.
  const faults = sourceShape(source, "").filter(({ path }) => path !== "type" && path !== "title");
  for (const { path, expected } of faults) {
    const message = `\`${path}\` of the source \`${id}\` ought to be ${expected}.`;
    problems.error(line, message, "Mend it in Zotero or here.");
  }
  return faults.length === 0 && typeof fields.type === "string" ? (source as unknown as Source) : null;
}

/** Line on which each item of the outermost array begins. */
function itemLines(json: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}\n]|[^\s",:[\]{}]+/g)) {
    if (token === "\n") line++;
    else if (token === "]" || token === "}") depth--;
    else {
      if (depth === 1) lines.push(line);
      if (token === "[" || token === "{") depth++;
    }
  }
  return lines;
}

/** Engines say where JSON broke in words of their own: "at position 12", "line 3 column 5", or not at all. */
function errorLine(message: string, text: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return lineAt(text, Number(position));
  return Number(/line (\d+)/.exec(message)?.[1] ?? lineAt(text, text.length));
}
