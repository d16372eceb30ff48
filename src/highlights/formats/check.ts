/** What a file may not say, whatever its format. */
import { Highlight } from "../../messages/highlight";
import { fault, type Schema } from "../../messages/schema";
import { UUID } from "../ids";
import { isObject } from "./json";
import type { Place, Report } from "./problems";

/** UTF-16 code units of all texts of a highlight. No page has so many, and Chromium sends no message of 64 MB. */
export const MAX_TEXT = 16_000_000;

/** Is it empty, or the address of a page or file that can be opened without danger? Nothing else becomes a link. */
export function isPageAddress(url: string): boolean {
  if (url === "") return true;
  return /^(?:https?|file):/i.test(url) && URL.canParse(url);
}

/** Does it run a program, or hold a page of its own? Browsers leave out white space and control characters that hide it. */
export function isScript(url: string): boolean {
  return /^(?:javascript|vbscript|data):/i.test(url.replace(/[\s\p{Cc}]+/gu, ""));
}

/** Is it a moment as `Date.prototype.toISOString` writes one, of the years 0 to 9999? */
export function isInstant(text: string): boolean {
  return /^\d{4}-/.test(text) && instantOf(text) === text;
}

/** ISO 8601 in UTC with milliseconds, of whatever `Date` reads; `undefined` where it is no date. */
export function instantOf(text: string): string | undefined {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/**
 * Is it a highlight? What is wrong is reported: the first field that does not have the form of the contract, or all
 * that do but cannot be so.
 * @param where 1-based number of the record in its file, or the place
 */
export function checkHighlight(row: unknown, where: number | Place, report: Report): row is Highlight {
  const place = typeof where === "number" ? { record: where } : where;
  if (!isObject(row)) {
    report.add(place, "import_fault_not_object");
    return false;
  }
  const wrong = fault(Highlight, row, "");
  if (wrong) {
    const field = wrong.slice(1, wrong.indexOf(":"));
    report.add({ ...place, field }, at(row, field) === undefined ? "import_fault_missing" : "import_fault_field", field);
    return false;
  }
  const unknown = unknownField(Highlight, row);
  if (unknown) report.add({ ...place, field: unknown }, "import_fault_unknown_field", unknown);
  let fine = !unknown;
  checkMeaning(row as unknown as Highlight, (field, ...what) => {
    fine = false;
    report.add({ ...place, field }, ...what);
  });
  return fine;
}

type Complain = (field: string, ...what: Parameters<Report["add"]> extends [unknown, ...infer W] ? W : never) => void;

function checkMeaning(row: Highlight, complain: Complain): void {
  if (!UUID.test(row.id)) complain("id", "import_fault_id", row.id);
  for (const [field, instant] of [["created", row.created], ["modified", row.modified], ["found.at", row.found?.at]] as const) {
    if (instant !== undefined && !isInstant(instant)) complain(field, "import_fault_date", instant);
  }
  if (!isPageAddress(row.page.url)) complain("page.url", "import_fault_address", row.page.url);
  const { start, end, pairsBefore } = row.anchor ?? {};
  const [before = 0, upTo = 0] = pairsBefore ?? [];
  const whole = (start === undefined) === (end === undefined) && (!pairsBefore || (pairsBefore.length === 2 && start !== undefined));
  const ordered = (start ?? 0) <= (end ?? 0) && before <= upTo && before * 2 <= (start ?? 0) && upTo * 2 <= (end ?? 0);
  if (!whole || !ordered) complain("anchor", "import_fault_range");
  let units = 0;
  let longest = { path: "", length: 0 };
  eachText(row, "", ({ length }, path) => {
    units += length;
    if (length > longest.length) longest = { path, length };
  });
  if (units > MAX_TEXT) complain(longest.path, "import_fault_long", longest.path);
}

/** Every string in a value, with the path to it. */
function eachText(value: unknown, path: string, visit: (text: string, path: string) => void): void {
  if (typeof value === "string") visit(value, path);
  else if (typeof value === "object" && value !== null) {
    for (const [key, each] of Object.entries(value)) eachText(each, path ? `${path}.${key}` : key, visit);
  }
}

function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((inner, key) => (typeof inner === "object" && inner !== null && Object.hasOwn(inner, key) ? (inner as Record<string, unknown>)[key] : undefined), value);
}

/** Path of the first field of a value that its schema does not have; `undefined` where it has them all. */
function unknownField(schema: Schema, value: unknown): string | undefined {
  const inner = (key: string, each: Schema, given: unknown) => {
    const found = unknownField(each, given);
    return found && `${key}.${found}`;
  };
  if (typeof schema !== "object") return undefined;
  if ("list" in schema && Array.isArray(value)) {
    for (const [i, each] of value.entries()) {
      const found = inner(String(i), schema.list, each);
      if (found) return found;
    }
  }
  if (!("fields" in schema) || !isObject(value)) return undefined;
  const known = { ...schema.fields, ...schema.optional };
  for (const key of Object.keys(value)) {
    const found = Object.hasOwn(known, key) ? inner(key, known[key]!, value[key]) : key;
    if (found) return found;
  }
  return undefined;
}
