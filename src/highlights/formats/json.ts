/** JSON of files that others wrote. */
import { brokenAt, stringEnd } from "./json-grammar";
import { refuse } from "./problems";

/** Levels of lists and objects. What nests deeper was not made by an annotator, and code that walks it could run out of stack. */
export const MAX_DEPTH = 64;

/** Does the text begin as an object or a list does? */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/**
 * @param most levels
 * @returns what the text says
 * @throws ImportError that says on which line it is not JSON, that its end is missing, or that it nests too deep
 */
export function parseJson(text: string, most = MAX_DEPTH): unknown {
  const deep = tooDeepAt(text, most);
  if (deep !== undefined) return refuse({ line: lineOf(text, deep) }, "import_fault_deep");
  try {
    return JSON.parse(text);
  } catch {
    // Browsers say in words of their own what is wrong, and not always where.
    const end = text.trimEnd().length;
    const at = brokenAt(text);
    return refuse({ line: lineOf(text, Math.min(at, end)) }, at < end ? "import_fault_json" : "import_fault_cut_off");
  }
}

/** Is the value an object and no list? */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON of a value whose objects have their keys in the order of their code units: equal values make equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    isObject(each) ? Object.fromEntries(Object.keys(each).sort().map((key) => [key, each[key]])) : each,
  );
}

/** 1-based. */
function lineOf(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf("\n"); next >= 0 && next < at; next = text.indexOf("\n", next + 1)) line++;
  return line;
}

function tooDeepAt(text: string, most: number): number | undefined {
  let depth = 0;
  for (let i = 0; i < text.length; ) {
    const unit = text[i];
    if (unit === '"') {
      i = stringEnd(text, i) ?? text.length;
      continue;
    }
    if (unit === "[" || unit === "{") depth++;
    else if (unit === "]" || unit === "}") depth--;
    if (depth > most) return i;
    i++;
  }
  return undefined;
}
