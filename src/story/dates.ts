/** EDTF dates of a pack as a reader reads them, in the language of the reader. */
import type { EntryDates, PackDate } from "../packs/model";

const DAY = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?$/;
const DECADE = /^(\d{3})X$/;

/** "18 September 1956", "September 1956", "c. 1955", "25 June 1950 – 27 July 1953", "1953 –". */
export function formatDate(date: PackDate, locale: string): string {
  const [from, to] = date.edtf.split("/") as [string, string?];
  if (to === undefined) return formatPoint(from, locale);
  const start = isOpen(from) ? "" : formatPoint(from, locale);
  const end = isOpen(to) ? "" : formatPoint(to, locale);
  // Years alone are set close, as in a biography; anything longer gets room.
  return /^\d{4}$/.test(start) && /^(\d{4})?$/.test(end) ? `${start}–${end}` : `${start} – ${end}`.trim();
}

function isOpen(point: string): boolean {
  return point === "" || point === "..";
}

/** One point of EDTF; what this does not know stays as it is written. */
function formatPoint(point: string, locale: string): string {
  const decade = DECADE.exec(point);
  if (decade) return `${decade[1]}0s`;
  const match = DAY.exec(point);
  if (!match) return point;
  const [, year, month, day, doubt] = match;
  const time = new Date(Date.UTC(2000, Number(month ?? 1) - 1, Number(day ?? 1)));
  time.setUTCFullYear(Number(year));
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric" };
  if (month) options.month = "long";
  if (day) options.day = "numeric";
  const text = new Intl.DateTimeFormat(locale, options).format(time);
  return doubt ? (doubt === "~" ? `c. ${text}` : `${text}?`) : text;
}

/** The line under a name: a life, a span, a day. `undefined` where the pack gives no date. */
export function formatEntryDates(dates: EntryDates, locale: string): string | undefined {
  if (dates.born || dates.died) return span(dates.born, dates.died);
  if (dates.date) return formatDate(dates.date, locale);
  if (dates.founded || dates.dissolved) return span(dates.founded, dates.dissolved);
  return undefined;
}

/** "1898–1974", "1953–", "?–1974": years are enough in a heading. */
export function span(from: PackDate | undefined, to: PackDate | undefined): string {
  return `${from ? yearOf(from) : "?"}–${to ? yearOf(to) : ""}`;
}

/** The first year of a date as text, with its "c." where it is approximate. */
function yearOf(date: PackDate): string {
  const point = date.edtf.split("/")[0]!;
  return formatPoint(point.replace(/^(-?\d{3}[\dX])(-\d{2}){0,2}/, "$1"), "en");
}
