/** What dates are made of, in all the languages that are read, and the days that they mean. */

/** First and last day. */
export type Span = readonly [min: number, max: number];
export type Groups = Record<string, string | undefined>;

export const DAY_MS = 86_400_000;

/** The first three letters of each month; what languages write in another way is put in these words first. */
const MONTHS = ["jan feb mar apr may jun jul aug sep oct nov dec", "янв фев мар апр май июн июл авг сен окт ноя дек", "i ii iii iv v vi vii viii ix x xi xii"].map(
  (names) => names.split(" "),
);
const SAME_MONTH: Record<string, string> = { mär: "mar", mrz: "mar", jän: "jan", mai: "may", okt: "oct", dez: "dec", мая: "май", мае: "май" };
const CHINESE_DIGITS = "〇一二三四五六七八九";

export const month = "(?:jan(?:uary?)?|jänner|feb(?:ruary?)?|mar(?:ch)?|märz|mrz|apr(?:il)?|ma[iy]|jun[ei]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?|(?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)\\p{L}{0,2}|ма[йяе])\\.?";
export const day = "[0-3]?\\d(?:st|nd|rd|th)?\\.?";
export const year = "(?:1\\d|20)\\d\\d";
export const to = "(?:\\s?[-–—‐‑−/]\\s?|\\s(?:to|and|through|until|bis|und|по|и)\\s)";

export const cn = "[\\d〇零○一二三四五六七八九十]";
export const cnDay = `(?:${cn}{1,3})`;
export const cnTo = "(?:\\s?[-–—~〜～−―─]\\s?|부터\\s?|에서\\s?|至|到|から)";
/** After the number of a day that is the last of some: "until 15日", but not "for 15日間", "15일 뒤", "to 3号楼". */
export const cnIsDay = "(?!\\s?[日号號일]\\s?(?:[間间](?![谍諜])|[楼樓]|간(?![담부])|동안|뒤|후(?![보반])|[後后](?!半)|만(?!\\p{L})|만에|째))";

/** Between letters and digits nothing begins or ends. */
export const whole = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\d]|\\d[.,:/])${pattern}(?![\\p{L}\\d]|[.,]\\d|%)`, "giu");
export const inChinese = (pattern: string): RegExp => new RegExp(`(?<![\\d,.〇一二三四五六七八九十])${pattern}`, "giu");

export function number(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digit = (each: string) => (/\d/.test(each) ? each : Math.max(0, CHINESE_DIGITS.indexOf(each)));
  const [tens, ones] = text.split("十");
  if (ones === undefined) return Number([...text].map(digit).join(""));
  return Number(tens ? digit(tens) : 1) * 10 + Number(ones ? digit(ones) : 0);
}

/** 1 to 12; NaN where there is no such month. */
export function monthOf(text: string): number {
  if (/^\d|^[一二三四五六七八九十]/.test(text)) return number(text);
  const word = text.toLowerCase().replace(".", "");
  const start = word.slice(0, 3);
  const at = Math.max(...MONTHS.map((names) => names.indexOf(names === MONTHS[2] ? word : (SAME_MONTH[start] ?? start))));
  return at < 0 ? NaN : at + 1;
}

/** Days since 1970-01-01; `month` counts from 1 and may run over. */
export function dayNumber(ofYear: number, ofMonth: number, ofDay: number): number {
  return Date.UTC(ofYear, ofMonth - 1, ofDay) / DAY_MS;
}

/** Undefined where there is no such day. */
export function dayOf(ofYear: number, ofMonth: number, written: string): number | undefined {
  const ofDay = number(written.replace(/\D+$/u, "") || written);
  const valid = ofMonth >= 1 && ofMonth <= 12 && ofDay >= 1 && ofDay <= dayNumber(ofYear, ofMonth + 1, 1) - dayNumber(ofYear, ofMonth, 1);
  return valid ? dayNumber(ofYear, ofMonth, ofDay) : undefined;
}

export function years(first: number, last = first): Span {
  return [dayNumber(first, 1, 1), dayNumber(last, 12, 31)];
}
