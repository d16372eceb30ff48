/**
 * Dates that a text names, in English, German, Russian, Korean, Chinese and Japanese, read by a grammar of our own:
 * the parsers at hand miss what history is written in ("12.XI.1956", "1960s", "August 30–31, 1956", "mid-1957").
 * What leaves its year to the day of publication is read by `relative-dates`, and believed where the page around it does
 * not tell of another year (`datesOfPage`).
 *
 * It runs in pages, so it is small; all languages are read at once, for pages mix them.
 */
import { cn, cnDay, cnIsDay, cnTo, DAY_MS, day, dayNumber, dayOf, type Groups, inChinese, month, monthOf, number, type Span, to, whole, year, years } from "./date-words";
import { relativeDatesIn } from "./relative-dates";

/** A date in a text. */
export interface DateInText {
  /** As the page writes it. */
  text: string;
  /** First and last possible day, in whole days since 1970-01-01 (negative before). */
  min: number;
  max: number;
  /** UTF-16 code units, half-open. */
  start: number;
  end: number;
  /** The text writes no year with it: it has that of the publication. */
  assumed: boolean;
}

/** "1956 г.", "1950–1953 гг.", "1956 года", "1956-м". */
const of = "(?:\\s?гг?\\.|\\s?год(?![нио]ч|ник|овщ)\\p{L}{0,3}|-(?:го|му?|й)(?!\\p{L}))";
const part = "early|mid(?:dle)?|late|beginning of|end of|anfang|mitte|ende|начал[еоау]|середин[еаыу]|кон(?:ец|ц[еау])";
const season = "spring|summer|autumn|fall|winter|frühling|frühjahr|sommer|herbst|весн\\p{L}{1,2}|лет(?:ом|о|а)|осен\\p{L}{1,2}|зим\\p{L}{1,2}";
const cnPart = "(?:初頭?|上旬|中旬|中期|下旬|末|底|\\s?(?:초|중순|중반|하순|말)(?!\\p{L}{2}))";

/** In the order in which they are believed, where two of the same length begin at one place. */
const RULES: readonly (readonly [RegExp, (groups: Groups) => Span | undefined])[] = [
  // "30 August 1956", "30–31 August 1956", "30 August – 2 September 1956", "30 августа 1956 г."
  [whole(`(?:(?<d>${day})(?:\\s(?<m>${month}))?${to})?(?<d2>${day})\\s(?:of\\s)?(?<m2>${month}),?\\s(?<y>${year})${of}?`), fromTo],
  // "August 30, 1956", "August 30–31, 1956", "August 30 – September 2, 1956"
  [whole(`(?:(?<m>${month})\\s(?<d>${day})${to})(?:(?<m2>${month})\\s)?(?<d2>${day})(?:,\\s?|\\s)(?<y>${year})`), (g) => fromTo({ ...g, m2: g.m2 ?? g.m })],
  [whole(`(?<m2>${month})\\s(?<d2>${day})(?:,\\s?|\\s)(?<y>${year})`), fromTo],
  // "Aug. 1956", "late August 1956", "August–September 1956", "август 1956 года"
  [whole(`(?:(?<part>${part})[\\s-])?(?:(?<m>${month})${to})?(?<m2>${month}),?\\s(?:of\\s)?(?<y>${year})${of}?`), months],
  // "the summer of 1956", "winter 1950–51", "летом 1956 года"
  [whole(`(?<season>${season})(?:,?\\s(?:of|des\\sjahres))?,?\\s(?<y>${year})(?:[-–/](?<y2>\\d\\d(?:\\d\\d)?))?${of}?`), (g) => seasonSpan(g, yearOf(g.y))],
  // "1956-08-30", "1956.8.30"; "30.08.1956", "12.XI.1956"
  [whole(`(?<y>${year})(?<dot>[-./])(?<m2>\\d\\d?)\\k<dot>(?<d2>\\d\\d?)`), fromTo],
  [whole(`(?<d2>\\d\\d?)(?:\\.\\s?(?<m2>\\d\\d?|[ivx]{1,4})\\.\\s?)(?<y>${year})${of}?`), fromTo],
  // "1960s", "early 1960s", "1960er Jahre", "1960-х годах"
  [whole(`(?:(?<part>${part})[\\s-](?:the\\s|der\\s)?)?(?<y>${year.slice(0, -2)}0)(?:['’]?s|er[n]?(?:\\sjahren?)?|-[ех](?:\\sгод\\p{L}*)?)`), decade],
  // "1950–53", "1950–1953 гг."
  [whole(`(?<y>${year})\\s?[-–—‐‑−/]\\s?(?<y2>${year}|\\d\\d)(?<sure>${of})?`), yearsOf],
  // "mid-1957", "Mitte 1957", "в начале 1957 года", "1957 г."
  [whole(`(?<part>${part})[\\s-](?:of\\s)?(?:des\\sjahres\\s)?(?<sure>(?<y>${year}))${of}?`), yearsOf],
  [whole(`(?<y>${year})(?<sure>${of})`), yearsOf],
  [whole(`(?<y>${year})`), yearsOf],
  // "1956年8月30日", "1956년 8월 30~31일", "1956年8月30日至9月2日", "1956年8月", "1956年夏", "1957年初", "一九五六年八月"
  [
    inChinese(
      `(?<y>${cn}{4})\\s?[年년](?:\\s?(?<m>${cnDay})\\s?[月월](?:\\s?(?<d>${cnDay})\\s?[日号號일]?${cnTo}(?:(?<m2>${cnDay})\\s?[月월]\\s?)?(?<d2>${cnDay})${cnIsDay}\\s?[日号號일]|\\s?(?<d3>${cnDay})\\s?[日号號일]|(?<part>${cnPart}))?|\\s?(?<season>봄|여름|가을|겨울|[春秋](?![节節])|夏(?!威)|冬)[天季]?|(?<part2>${cnPart}))?`,
    ),
    chinese,
  ],
  // "1950~1953년", "1950—1953年"
  [inChinese(`(?<sure>(?<y>${year}))${cnTo}(?<y2>${year}|\\d\\d)[年년]`), yearsOf],
  // "1960年代", "1960년대 말", "20世纪60年代"
  [inChinese(`(?:(?<y>${cn}{3}[0〇零])|(?<c>${cn}{2,3})\\s?(?:世[纪紀]|세기)\\s?(?<ten>${cn}[0十]))\\s?(?:年代|년대)(?<part>${cnPart})?`), decade],
];

/** Before a number that is no year, also before a list of them: "Resolutions 1718 and", "p. ". */
const NO_YEAR_BEFORE =
  /(?:[$€£¥₩#§№+=]|(?<!\p{L})(?:resolutions?|resolution(?:en)?|pages?|pp?|nos?|numbers?|nr|docs?|documents?|rooms?|flight|box|folder|vols?|volume|articles?|telegrams?|highway|route|US|USD|RMB|about|over|nearly|almost|some|than|only|at least|up to|approximately|roughly|another|seiten?|rund|etwa|fast|über|mit|als|mehr|резолюци\p{L}+|стр|около|более|почти|свыше))\.?\s*(?:\d[\d,]*(?:\s?[-–,]\s?|\s(?:and|und|и|or|to)\s|,\s(?:and|or)\s))*$/iu;
/** After a number that is an amount, or a year before our era. */
const NO_YEAR_AFTER =
  /^(?:\s?(?:%|°|[$€£¥₩]|[kcm]?m(?!\p{L})|kg|kilo|met(?:er|re)|miles?|feet|tons?|tonn|hours?|hrs|people|men|women|yuan|won|rubles?|roubles?|dollars?|mill|bill|percent|per cent|uhr|euro|prozent|mann|тыс|млн|руб|чел|тонн|км|(?:(?:kilo)?(?:bit|byte|gram|volt|watt)|hectare|acre|pixel|litre|liter|gallon|pound|ounce|inch|barrel|knot)s?(?!\p{L})|horsepower|B\.?\s?C|v\.\s?Chr|до н)|\s?(?:[-–—]|to|bis|до)\s?\d|-\p{L})/iu;
/** Words after which a bare number is a year, whatever follows. */
const YEAR_BEFORE =
  /(?<!\p{L})(?:in|since|until|till|during|throughout|before|after|between|circa|c|ca|the|jahre?s?|im|seit|bis|ab|vor|nach|zwischen|anno|year|в|во|с|до|после|между)\.?\s$|['’]s\s$/iu;
/** Words after which it is a year unless things are counted. */
const MAYBE_YEAR_BEFORE = /(?<!\p{L})(?:from|by|of|to|and|through|for|von|um|und|к|по|и|of the|that|this)\s$/iu;
const PLURAL_AFTER = /^\s(?!bis|was)(?:\p{Ll}+\s)?\p{Ll}+(?:s|en|men)(?!\p{L})/u;
/** "a 1956 letter", "his now famous 1956 speech": what there is one of is not counted. Nor is it in "Why 1956 matters". */
const ONE_BEFORE = /(?<!\p{L})(?:(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Tt]h(?:is|at))(?:\s(?!estimated|total|further|additional|record|reported|mere|whole|full|good)\p{Ll}+){0,2}|[Hh]ow|[Ww]hy)\s$/u;
const ONE_AFTER = /^\s(?!(?:seat|page|word|strong|member|man|mile|foot|year|acre|bed|room|tonne?|watt|point|degree|calorie|dead|wounded|injured|killed|other|or|and|odd|more)(?!\p{L}))\p{L}{3,}/iu;
/** Such words stand before any number ("a 1520 SAT score"): a year is none of long ago, and not after this one where nobody knows when the text was published. */
const [FIRST_OF_ONE, LAST_OF_ONE] = [1700, 2100];
/** "Hungary 1956: An Uprising". */
const TITLE_BEFORE = /(?:^|[.:!?]\s)(?!Boeing|Airbus|Windows|Office|Resolution|Peugeot)\p{Lu}\p{L}+\s$/u;
const OWNER_AFTER = /^[’']s\s\p{L}/u;
const OPENED_BEFORE = /(?:^|[([“"„«‘,;:.!?–—]\s?)$/u;
const CLOSED_AFTER = /^(?:[)\].,;:!?–—”"“»’]|\s?[–—(]|$)/u;

/** Between two dates that are one span: "from June 25, 1950 to July 27, 1953". */
const SPANS = /^(?:\s?[-–—~〜～]\s?|\s(?:to|until|through|till|bis(?:\szum)?|по|до)\s|부터\s?|에서\s?|\s?至|到|から)$/u;
const BETWEEN = /(?<!\p{L})(?:between|zwischen|между)\s$/iu;
const AND = /^\s(?:and|und|и)\s$/u;

/**
 * The dates that a text names, in order; none overlaps another.
 * @param lang BCP 47 language that the text is in, or empty: Germans put no preposition before a year
 * @param published day of publication (ISO 8601), where it is known: "yesterday" and "on 12 June" are read by it
 */
export function datesIn(text: string, lang: string, published = ""): DateInText[] {
  // Full-width digits and other white space, each one code unit as before.
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/\s/g, " ");
  const found: DateInText[] = [];
  const publishedIn = /^\d{4}/.exec(published)?.[0];
  const lastOfOne = publishedIn ? Number(publishedIn) + 1 : LAST_OF_ONE;
  const add = (start: number, end: number, span: Span | undefined) => {
    if (span && span[0] <= span[1]) found.push({ text: text.slice(start, end), min: span[0], max: span[1], start, end, assumed: false });
  };
  if (/\d|年/.test(plain)) {
    for (const [pattern, read] of RULES) {
      for (const match of plain.matchAll(pattern)) {
        const groups = match.groups!;
        const [start, end] = [match.index, match.index + match[0].length];
        const bare = read === yearsOf && groups.sure === undefined;
        if (!bare || isYear(plain.slice(Math.max(0, start - 60), start), plain.slice(end, end + 40), lang, groups, lastOfOne)) add(start, end, read(groups));
      }
    }
  }
  for (const date of relativeDatesIn(plain, published)) found.push({ ...date, text: text.slice(date.start, date.end) });
  return joinSpans(text, withoutOverlaps(found));
}

/**
 * The dates of a whole page: those of its blocks, given in reading order, without the ones whose year is not sure. Where
 * the page has just told of another year, or will first tell of a day in another one, "on September 18" may be of that; and
 * so it may where its own block names another year, before it or after it.
 */
export function datesOfPage(blocks: readonly (readonly DateInText[])[]): DateInText[][] {
  const isSure = ({ assumed }: DateInText) => !assumed;
  const first = blocks.flat().find((date) => isSure(date) && date.max - date.min < LONGEST_MONTH);
  let told: DateInText | undefined;
  return blocks.map((dates) => {
    const here = dates.filter(isSure);
    return dates.filter((date) => {
      if (isSure(date)) told = date;
      const around = told ?? first;
      return isSure(date) || (around ? [...here, around] : here).every(({ min, max }) => isOfYear(min, date) && isOfYear(max, date));
    });
  });
}

const LONGEST_MONTH = 31;

function isOfYear(at: number, { min }: DateInText): boolean {
  return new Date(at * DAY_MS).getUTCFullYear() === new Date(min * DAY_MS).getUTCFullYear();
}

/** In the order of the text; of two that overlap, the longer one. */
function withoutOverlaps(found: DateInText[]): DateInText[] {
  const kept: DateInText[] = [];
  for (const date of found.sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (!last || last.end <= date.start) kept.push(date);
    else if (date.end - date.start > last.end - last.start) kept[kept.length - 1] = date;
  }
  return kept;
}

/** Two dates with "to" between them are one. */
function joinSpans(text: string, dates: DateInText[]): DateInText[] {
  const out: DateInText[] = [];
  for (const date of dates) {
    const last = out.at(-1);
    const gap = last && text.slice(last.end, date.start);
    if (last && last.max < date.min && last.assumed === date.assumed && (SPANS.test(gap!) || (AND.test(gap!) && BETWEEN.test(text.slice(Math.max(0, last.start - 12), last.start))))) {
      out[out.length - 1] = { text: text.slice(last.start, date.end), min: last.min, max: date.max, start: last.start, end: date.end, assumed: date.assumed };
    } else out.push(date);
  }
  return out;
}

/**
 * Is a number that looks like a year one, by what stands before and after it? With `y2`, it is two of them.
 * @param lastOfOne the last year that is believed after words that stand before any number
 */
function isYear(before: string, after: string, lang: string, { y, y2 }: Groups, lastOfOne: number): boolean {
  if (NO_YEAR_BEFORE.test(before) || NO_YEAR_AFTER.test(after)) {
    // "from 1950 to 1953": what follows is a year too, and the two are joined later.
    if (!/^\s?(?:[-–—]|to|bis|до)\s?(?:1[4-9]|20)\d\d(?!\d)/u.test(after) || NO_YEAR_BEFORE.test(before)) return false;
  }
  if (YEAR_BEFORE.test(before) || y2) return true;
  if (PLURAL_AFTER.test(after)) return false;
  // Of things that are counted in such numbers, most are counted in round ones.
  const isOne = Number(y) >= FIRST_OF_ONE && Number(y) <= lastOfOne && ONE_BEFORE.test(before) && ONE_AFTER.test(after);
  if (!y!.endsWith("00") && (isOne || (TITLE_BEFORE.test(before) && /^:\s/.test(after)) || OWNER_AFTER.test(after))) return true;
  if (MAYBE_YEAR_BEFORE.test(before)) return true;
  if (OPENED_BEFORE.test(before)) return CLOSED_AFTER.test(after) || /^\s\p{L}/u.test(after);
  return lang.startsWith("de") && /(?<!\p{L})\p{Ll}+\s$/u.test(before) && !/^\s\p{Lu}/u.test(after);
}

function yearOf(text: string | undefined): number {
  return number(text!);
}

function fromTo({ d, m, d2, m2, y }: Groups): Span | undefined {
  const last = dayOf(yearOf(y), monthOf(m2!), d2!);
  const first = d ? dayOf(yearOf(y), monthOf(m ?? m2!), d) : last;
  return first === undefined || last === undefined ? undefined : [first, last];
}

function months({ part: piece, m, m2, y }: Groups): Span | undefined {
  const [first, last] = [monthOf(m ?? m2!), monthOf(m2!)];
  if (!(first >= 1 && last <= 12)) return undefined;
  const third = m ? undefined : partOf(piece);
  const start = dayNumber(yearOf(y), first, 1);
  const end = dayNumber(yearOf(y), last + 1, 1) - 1;
  // The first ten days, the ten after them, the rest.
  return third === undefined ? [start, end] : [start + third * 10, third === 2 ? end : start + third * 10 + 9];
}

/** Thirds of a month, a year, a decade: 0, 1, 2; undefined where all of it is meant. */
function partOf(written: string | undefined): number | undefined {
  if (!written) return undefined;
  if (/^(?:e?arly|beg|anf|нач|初|上|\s?초)/iu.test(written)) return 0;
  return /^(?:mi[dt]|сер|中|\s?중)/iu.test(written) ? 1 : 2;
}

function yearsOf({ part: piece, y, y2 }: Groups): Span | undefined {
  const first = yearOf(y);
  const last = lastYear(first, y2);
  if (first < 1400 || last === undefined) return undefined;
  const third = partOf(piece);
  return third === undefined ? years(first, last) : [dayNumber(first, 1 + third * 4, 1), dayNumber(first, 5 + third * 4, 1) - 1];
}

/** "1950–53" ends in 1953, "1999–01" in 2001, "1956–09" in no year. */
function lastYear(first: number, written: string | undefined): number | undefined {
  if (!written) return first;
  let last = number(written);
  if (written.length === 2) last += first - (first % 100) + (last <= first % 100 ? 100 : 0);
  return last > first && (written.length > 2 || last - first < 60) ? last : undefined;
}

function decade({ part: piece, y, c, ten }: Groups): Span | undefined {
  const first = y ? yearOf(y) : (number(c!) - 1) * 100 + number(ten!);
  const third = partOf(piece);
  if (first < 1400 || first > 2100) return undefined;
  return third === undefined ? years(first, first + 9) : years(first + [0, 4, 7][third]!, first + [3, 6, 9][third]!);
}

/** Seasons as the north has them, winter from December on. */
function seasonSpan({ season: name, y2 }: Groups, ofYear: number): Span | undefined {
  const at = [/^(?:sp|frü|вес|봄|春)/iu, /^(?:su|so|лет|여|夏)/iu, /^(?:au|fa|her|осе|가|秋)/iu].findIndex((each) => each.test(name!));
  const start = 3 + 3 * (at < 0 ? 3 : at);
  return y2 && at >= 0 ? undefined : [dayNumber(ofYear, start, 1), dayNumber(ofYear, start + 3, 1) - 1];
}

function chinese({ y, m, d, m2, d2, d3, part: inMonth, part2: inYear, season: name }: Groups): Span | undefined {
  const ofYear = yearOf(y);
  if (ofYear < 1400 || ofYear > 2100) return undefined;
  if (name) return seasonSpan({ season: name }, ofYear);
  if (!m) return yearsOf({ y: String(ofYear), part: inYear });
  if (d2 ?? d3) return fromTo({ y: String(ofYear), d, m: d ? m : undefined, m2: m2 ?? m, d2: d2 ?? d3 });
  return months({ y: String(ofYear), m2: m, part: inMonth });
}
