/** Dates of CSL-JSON, as the Chicago Manual of Style prints them: "July 5, 2017". */
import type { CslDate } from "./csl";

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** The date as far as it is known: "July 5, 2017", "July 2017", "2017", "1996–1998"; empty where there is none. */
export function fullDate(date: CslDate | undefined): string {
  const [from, to] = partsOf(date).map(printed);
  if (from) return to && to !== from ? `${from}–${to}` : from;
  return (date?.literal ?? date?.raw ?? "").trim();
}

/** The year or the years alone; empty where there is no date. */
export function yearOf(date: CslDate | undefined): string {
  const [from, to] = partsOf(date).map(([year]) => printedYear(year));
  if (from) return to && to !== from ? `${from}–${to}` : from;
  const text = (date?.literal ?? date?.raw ?? "").trim();
  return /\b\d{4}\b/.exec(text)?.[0] ?? text;
}

/** Numbers of one date or of two; `raw` is read where it is ISO 8601. */
function partsOf(date: CslDate | undefined): number[][] {
  const parts = date?.["date-parts"] ?? isoParts(date?.raw);
  return parts.map((one) => one.map(Number)).filter(([year]) => Number.isInteger(year));
}

/**
 * A date as pages give it, in CSL-JSON: "2017-07-05", "2017-07", "2017", with a time of day, which is left out, and of
 * EDTF what CSL can say: a doubt ("1956?") and an interval ("1956-08/1956-09"). Anything else is kept as it is.
 * @returns nothing where there is no date
 */
export function cslDate(text: string): CslDate | undefined {
  const date = text.trim();
  if (date === "") return undefined;
  const parts = date.split("/").map((part) => isoParts(part.replace(/[T ]\d\d:?\d\d.*$/, "").replace(/[?~%]$/, ""))[0]?.map(Number));
  const known = parts.filter((part) => part !== undefined && isDate(part)) as number[][];
  if (known.length < parts.length || known.length > 2) return { literal: date };
  return { "date-parts": known, ...(/[?~%]$/.test(date) && { circa: true }) };
}

function isDate([, month = 1, day = 1]: number[]): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** The first date as ISO 8601 as far as it is known, "2017-07-05", or both with a slash between; empty where there is none. */
export function isoDate(date: CslDate | undefined): string {
  const numbers = partsOf(date).map((parts) => parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, "0")).join("-"));
  return numbers.join("/");
}

function isoParts(raw: string | undefined): string[][] {
  const match = /^(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?$/.exec(raw?.trim() ?? "");
  return match ? [match.slice(1).filter((part) => part !== undefined)] : [];
}

function printed([year, month, day]: number[]): string {
  const name = MONTHS[(month ?? 0) - 1];
  if (name === undefined) return printedYear(year);
  return day ? `${name} ${day}, ${printedYear(year)}` : `${name} ${printedYear(year)}`;
}

/** CSL counts years before our era down from -1. */
function printedYear(year: number | undefined): string {
  return year === undefined ? "" : year < 0 ? `${-year} BCE` : String(year);
}
