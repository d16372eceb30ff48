/**
 * Dates in EDTF, the Library of Congress's Extended Date/Time Format (https://www.loc.gov/standards/datetime/):
 * years, months, days, seasons and intervals of them, approximate (`~`), uncertain (`?`) or partly unknown (`X`).
 * Times of day, sets of dates, and years beyond four digits have no place on a card and are refused.
 */
import { Date as ExtendedDate, parse } from "edtf";
import type { PackDate } from "./model";

/** A date that was read, or what is wrong with it and what to write instead. */
export type DateReading = { date: PackDate } | { message: string; fix: string };

const DAY = 86_400_000;

/** No EDTF date that we read is longer: two dates of ten characters with a qualifier at each part, and the slash. */
const LONGEST = 40;

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** First month and number of months of EDTF's seasons 21 to 24, as the north has them: winter begins in December. */
const SEASON_MONTHS = 3;
const SEASON_STARTS = [2, 5, 8, 11];

const EXAMPLES = "Write `1956`, `1956-09`, `1956-09-18`, `1955~`, `1950-06-25/1953-07-27` or `1953/..`.";

/** Reads a date or an interval. Never throws. */
export function readDate(text: string): DateReading {
  const written = text.trim();
  const wrong = (message: string, fix?: string): DateReading => ({ message, fix: fix ?? adviceFor(written) });
  if (written === "") return wrong("There is no date here.", EXAMPLES);
  if (written.length > LONGEST) return wrong("This is too long for a date.", EXAMPLES);

  const parts = written.split("/");
  if (parts.length > 2) return wrong(`\`${written}\` has more than one slash.`);
  const spans: Span[] = [];
  for (const part of parts) {
    const open = parts.length === 2 && (part === "" || part === "..");
    const span = open ? { min: null, max: null } : readPoint(part);
    if ("message" in span) return wrong(span.message, span.fix);
    spans.push(span);
  }

  const first = spans[0]!;
  const last = spans.at(-1)!;
  if (first.min === null && last.max === null) return wrong(`\`${written}\` has neither a start nor an end.`, EXAMPLES);
  if (isAfter(first, last)) return wrong(`\`${written}\` ends before it starts.`, "Put the earlier date first.");
  return { date: { edtf: written, min: first.min, max: last.max } };
}

/** Days since 1970-01-01 between which something lies. */
interface Span {
  min: number | null;
  max: number | null;
}

/** Is everything of `a` later than everything of `b`? Open ends are never too late. */
export function isAfter(a: Span, b: Span): boolean {
  return a.min !== null && b.max !== null && a.min > b.max;
}

/** Reads one date of an interval, or a date that stands alone. */
function readPoint(text: string): Span | { message: string; fix?: string } {
  const plain = text.replace(/[?~%]/g, "");
  const [, year = "", month, day] = /^(-?\d{4})-(\d\d)(?:-(\d\d))?$/.exec(plain) ?? [];
  if (month !== undefined) {
    const number = Number(month);
    const season = number >= 21 && number <= 24 && day === undefined;
    if (!season && (number < 1 || number > 12)) return { message: `There is no month ${month} in \`${text}\`.` };
    if (season && plain === text) return seasonSpan(Number(year), number - 21);
    if (day !== undefined) {
      const days = daysInMonth(Number(year), number);
      if (Number(day) < 1 || Number(day) > days) {
        return { message: `There is no day ${day} in ${MONTHS[number - 1]} ${year}, which has ${days} days.` };
      }
    }
  }
  try {
    const date = new ExtendedDate(parse(text, { level: 2, types: ["Date"] }));
    const [min, max] = [Math.floor(date.min / DAY), Math.floor(date.max / DAY)];
    if (!text.includes("T") && Number.isFinite(min) && Number.isFinite(max)) return { min, max };
  } catch {
    // Said below: the parser's own words speak of grammar.
  }
  return { message: `\`${text}\` is not a date.` };
}

function seasonSpan(year: number, season: number): Span {
  const start = SEASON_STARTS[season]!;
  return { min: dayNumber(year, start, 1), max: dayNumber(year, start + SEASON_MONTHS, 1) - 1 };
}

/** Days since 1970-01-01; `month` counts from 0 and may run over. `Date.UTC` alone takes year 50 for 1950. */
function dayNumber(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day) / DAY;
}

function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month, 1) - dayNumber(year, month - 1, 1);
}

/** What to write for dates as people write them. */
function adviceFor(text: string): string {
  const meant = inEdtf(text);
  return meant === null ? EXAMPLES : `Write \`${meant}\`.`;
}

function inEdtf(text: string): string | null {
  const words = text.replace(/[,.]/g, " ").trim().split(/\s+/);
  const month = words.map((word) => monthNumber(word)).find((number) => number !== null);
  const year = words.find((word) => /^\d{4}$/.test(word));
  const day = words.find((word) => /^\d{1,2}$/.test(word));
  if (month !== undefined && year && words.length === (day ? 3 : 2)) {
    return day ? `${year}-${month}-${day.padStart(2, "0")}` : `${year}-${month}`;
  }

  let match = /^(\d{3})\d['’]?s$/.exec(text);
  if (match) return `${match[1]}X`;
  match = /^(?:c|ca|circa|about)\.?\s*(\d{4})$/i.exec(text);
  if (match) return `${match[1]}~`;
  match = /^(\d{4})\s*[-–—]\s*(\d{4}|present|now|today)$/i.exec(text);
  if (match) return `${match[1]}/${/\d/.test(match[2]!) ? match[2] : ".."}`;
  match = /^(\d{4})[-–./](\d{1,2})(?:[-–./](\d{1,2}))?$/.exec(text);
  if (match && Number(match[2]) <= 12) {
    const digits = [match[2]!, match[3]].flatMap((part) => (part === undefined ? [] : [part.padStart(2, "0")]));
    const meant = [match[1], ...digits].join("-");
    return meant === text ? null : meant;
  }
  return null;
}

/** "Sept" as "09". */
function monthNumber(word: string): string | null {
  if (word.length < 3) return null;
  const index = MONTHS.findIndex((month) => month.toLowerCase().startsWith(word.toLowerCase()));
  return index < 0 ? null : String(index + 1).padStart(2, "0");
}
