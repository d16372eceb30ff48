/** Days as pages write them. */

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** 2017-07-05, 2017/7/5, 20170705, 2017年7月5日, 2017. 7. 5.; with a time of day behind, perhaps. */
const YEAR_FIRST = /^(\d{4})\s?[-/.年년]\s?(\d{1,2})(?:\s?[-/.月월]\s?(\d{1,2}))?(?!\d)/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:\d{6})?(?!\d)/;
/** July 5, 2017; Wed Jul 05 2017. */
const MONTH_FIRST = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i;
/** 5 July 2017. */
const DAY_FIRST = /\b(\d{1,2})\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i;
/** 12/21/2023, 21.12.2023. */
const YEAR_LAST = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/;

/**
 * The day that a text begins with or has in words, as the text says it: no time zone is taken into account, for the day of
 * the place of publication is what is printed.
 * @returns an ISO 8601 day, month or year; empty where there is none, or where day and month cannot be told apart
 */
export function isoDay(text: string): string {
  const date = text.trim();
  const compact = COMPACT.exec(date) ?? YEAR_FIRST.exec(date);
  if (compact) return written(compact[1], compact[2], compact[3]);
  const english = MONTH_FIRST.exec(date);
  if (english) return written(english[3], monthOf(english[1]!), english[2]);
  const british = DAY_FIRST.exec(date);
  if (british) return written(british[3], monthOf(british[2]!), british[1]);
  const [, one = "", other = "", year] = YEAR_LAST.exec(date) ?? [];
  if (year) return Number(one) > 12 || date.includes(".") ? written(year, other, one) : Number(other) > 12 || one === other ? written(year, one, other) : "";
  return /^\d{4}$/.test(date) ? written(date) : "";
}

function monthOf(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

/** As far as it is given, and nothing where there is no such day. */
function written(year = "", month?: string, day?: string): string {
  if (Number(year) < 1000) return "";
  if (month === undefined) return year;
  const [m, d] = [Number(month), Number(day ?? 1)];
  const exists = m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(Number(year), m, 0)).getUTCDate();
  if (!exists) return "";
  return [year, month, ...(day === undefined ? [] : [day])].map((part) => part.padStart(2, "0")).join("-");
}
