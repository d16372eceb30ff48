/**
 * Dates that a text names, in English, German, Russian, Korean, Chinese and Japanese, read by a grammar of our own:
 * the parsers at hand miss what history is written in ("12.XI.1956", "1960s", "August 30–31, 1956", "mid-1957").
 * Only what says its year is a date here: "on August 30" may be of any year that the page speaks of.
 *
 * It runs in pages, so it is one small file; all languages are read at once, for pages mix them.
 */

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
}

/** First and last day. */
type Span = readonly [min: number, max: number];
type Groups = Record<string, string | undefined>;

const DAY_MS = 86_400_000;

/** The first three letters of each month; what languages write in another way is put in these words first. */
const MONTHS = ["jan feb mar apr may jun jul aug sep oct nov dec", "янв фев мар апр май июн июл авг сен окт ноя дек", "i ii iii iv v vi vii viii ix x xi xii"].map(
  (names) => names.split(" "),
);
const SAME_MONTH: Record<string, string> = { mär: "mar", mrz: "mar", jän: "jan", mai: "may", okt: "oct", dez: "dec", мая: "май", мае: "май" };
const CHINESE_DIGITS = "〇一二三四五六七八九";

const month = "(?:jan(?:uary?)?|jänner|feb(?:ruary?)?|mar(?:ch)?|märz|mrz|apr(?:il)?|ma[iy]|jun[ei]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?|(?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)\\p{L}{0,2}|ма[йяе])\\.?";
const day = "[0-3]?\\d(?:st|nd|rd|th)?\\.?";
const year = "(?:1\\d|20)\\d\\d";
const to = "(?:\\s?[-–—‐‑−/]\\s?|\\s(?:to|and|through|until|bis|und|по|и)\\s)";
/** "1956 г.", "1950–1953 гг.", "1956 года", "1956-м". */
const of = "(?:\\s?гг?\\.|\\s?год(?![нио]ч|ник|овщ)\\p{L}{0,3}|-(?:го|му?|й)(?!\\p{L}))";
const part = "early|mid(?:dle)?|late|beginning of|end of|anfang|mitte|ende|начал[еоау]|середин[еаыу]|кон(?:ец|ц[еау])";
const season = "spring|summer|autumn|fall|winter|frühling|frühjahr|sommer|herbst|весн\\p{L}{1,2}|лет(?:ом|о|а)|осен\\p{L}{1,2}|зим\\p{L}{1,2}";
const cn = "[\\d〇零○一二三四五六七八九十]";
const cnDay = `(?:${cn}{1,3})`;
const cnTo = "(?:\\s?[-–—~〜～−―─]\\s?|부터\\s?|에서\\s?|至|到|から)";
const cnPart = "(?:初頭?|上旬|中旬|中期|下旬|末|底|\\s?(?:초|중순|중반|하순|말)(?!\\p{L}{2}))";

/** Between letters and digits nothing begins or ends. */
const whole = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\d]|\\d[.,:/])${pattern}(?![\\p{L}\\d]|[.,]\\d|%)`, "giu");
const inChinese = (pattern: string): RegExp => new RegExp(`(?<![\\d,.〇一二三四五六七八九十])${pattern}`, "giu");

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
      `(?<y>${cn}{4})\\s?[年년](?:\\s?(?<m>${cnDay})\\s?[月월](?:\\s?(?<d>${cnDay})\\s?[日号號일]?${cnTo}(?:(?<m2>${cnDay})\\s?[月월]\\s?)?(?<d2>${cnDay})\\s?[日号號일]|\\s?(?<d3>${cnDay})\\s?[日号號일]|(?<part>${cnPart}))?|\\s?(?<season>봄|여름|가을|겨울|[春秋](?![节節])|夏(?!威)|冬)[天季]?|(?<part2>${cnPart}))?`,
    ),
    chinese,
  ],
  // "1950~1953년", "1950—1953年"
  [inChinese(`(?<sure>(?<y>${year}))${cnTo}(?<y2>${year}|\\d\\d)[年년]`), yearsOf],
  // "1960年代", "1960년대 말", "20世纪60年代"
  [inChinese(`(?:(?<y>${cn}{3}[0〇零])|(?<c>${cn}{2,3})\\s?(?:世[纪紀]|세기)\\s?(?<ten>${cn}[0十]))\\s?(?:年代|년대)(?<part>${cnPart})?`), decade],
];

/** What makes a date from one word, where the day of publication is known. Few: "today" is as often "nowadays". */
const YESTERDAY = whole("(?:yesterday|gestern|вчера)").source + "|어제|昨天|昨日";
const LAST_YEAR = whole("(?:last year|(?:im )?(?:vorigen|vergangenen|letzten) Jahr|в прошлом году)").source + "|작년|지난해|去年|昨年";
const RELATIVE = new RegExp(`(?<yesterday>${YESTERDAY})|(?<lastYear>${LAST_YEAR})`, "giu");
/** In a quotation that has not ended, it is the speaker's yesterday. Looked for in so many UTF-16 code units before it. */
const LONG_QUOTE = 500;
const QUOTING = /["“„«「『][^"”“»」』]*$/u;

/** Before a number that is no year, also before a list of them: "Resolutions 1718 and", "p. ". */
const NO_YEAR_BEFORE =
  /(?:[$€£¥₩#§№+=]|(?<!\p{L})(?:resolutions?|resolution(?:en)?|pages?|pp?|nos?|numbers?|nr|docs?|documents?|rooms?|flight|box|folder|vols?|volume|articles?|telegrams?|highway|route|US|USD|RMB|about|over|nearly|almost|some|than|only|at least|up to|approximately|roughly|another|seiten?|rund|etwa|fast|über|mit|als|mehr|резолюци\p{L}+|стр|около|более|почти|свыше))\.?\s*(?:\d[\d,]*(?:\s?[-–,]\s?|\s(?:and|und|и|or|to)\s|,\s(?:and|or)\s))*$/iu;
/** After a number that is an amount, or a year before our era. */
const NO_YEAR_AFTER =
  /^(?:\s?(?:%|°|[$€£¥₩]|[kcm]?m(?!\p{L})|kg|kilo|met(?:er|re)|miles?|feet|tons?|tonn|hours?|hrs|people|men|women|yuan|won|rubles?|roubles?|dollars?|mill|bill|percent|per cent|uhr|euro|prozent|mann|тыс|млн|руб|чел|тонн|км|B\.?\s?C|v\.\s?Chr|до н)|\s?(?:[-–—]|to|bis|до)\s?\d|-\p{L})/iu;
/** Words after which a bare number is a year, whatever follows. */
const YEAR_BEFORE =
  /(?<!\p{L})(?:in|since|until|till|during|throughout|before|after|between|circa|c|ca|the|jahre?s?|im|seit|bis|ab|vor|nach|zwischen|anno|year|в|во|с|до|после|между)\.?\s$|['’]s\s$/iu;
/** Words after which it is a year unless things are counted. */
const MAYBE_YEAR_BEFORE = /(?<!\p{L})(?:from|by|of|to|and|through|for|von|um|und|к|по|и|of the|that|this)\s$/iu;
const PLURAL_AFTER = /^\s(?!bis|was)(?:\p{Ll}+\s)?\p{Ll}+(?:s|en|men)(?!\p{L})/u;
const OPENED_BEFORE = /(?:^|[([“"„«‘,;:.!?–—]\s?)$/u;
const CLOSED_AFTER = /^(?:[)\].,;:!?–—”"“»’]|\s?[–—(]|$)/u;

/** Between two dates that are one span: "from June 25, 1950 to July 27, 1953". */
const SPANS = /^(?:\s?[-–—~〜～]\s?|\s(?:to|until|through|till|bis(?:\szum)?|по|до)\s|부터\s?|에서\s?|\s?至|到|から)$/u;
const BETWEEN = /(?<!\p{L})(?:between|zwischen|между)\s$/iu;
const AND = /^\s(?:and|und|и)\s$/u;

/**
 * The dates that a text names, in order; none overlaps another.
 * @param lang BCP 47 language that the text is in, or empty: Germans put no preposition before a year
 * @param published day of publication (ISO 8601), where it is known: "yesterday" and "last year" are read by it
 */
export function datesIn(text: string, lang: string, published = ""): DateInText[] {
  // Full-width digits and other white space, each one code unit as before.
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/\s/g, " ");
  const found: DateInText[] = [];
  const add = (start: number, end: number, span: Span | undefined) => {
    if (span && span[0] <= span[1]) found.push({ text: text.slice(start, end), min: span[0], max: span[1], start, end });
  };
  if (/\d|年/.test(plain)) {
    for (const [pattern, read] of RULES) {
      for (const match of plain.matchAll(pattern)) {
        const groups = match.groups!;
        const [start, end] = [match.index, match.index + match[0].length];
        const bare = read === yearsOf && groups.sure === undefined;
        if (!bare || isYear(plain.slice(Math.max(0, start - 60), start), plain.slice(end, end + 40), lang, !!groups.y2)) add(start, end, read(groups));
      }
    }
  }
  const publishedOn = Math.floor(Date.parse(published.slice(0, 10)) / DAY_MS);
  if (publishedOn) {
    for (const match of plain.matchAll(RELATIVE)) {
      if (QUOTING.test(plain.slice(Math.max(0, match.index - LONG_QUOTE), match.index))) continue;
      const span = match.groups!.yesterday ? ([publishedOn - 1, publishedOn - 1] as const) : years(Number(published.slice(0, 4)) - 1);
      add(match.index, match.index + match[0].length, span);
    }
  }
  return joinSpans(text, withoutOverlaps(found));
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
    if (last && last.max < date.min && (SPANS.test(gap!) || (AND.test(gap!) && BETWEEN.test(text.slice(Math.max(0, last.start - 12), last.start))))) {
      out[out.length - 1] = { text: text.slice(last.start, date.end), min: last.min, max: date.max, start: last.start, end: date.end };
    } else out.push(date);
  }
  return out;
}

/** Is a number that looks like a year one, by what stands before and after it? `range`: it is two of them. */
function isYear(before: string, after: string, lang: string, range: boolean): boolean {
  if (NO_YEAR_BEFORE.test(before) || NO_YEAR_AFTER.test(after)) {
    // "from 1950 to 1953": what follows is a year too, and the two are joined later.
    if (!/^\s?(?:[-–—]|to|bis|до)\s?(?:1[4-9]|20)\d\d(?!\d)/u.test(after) || NO_YEAR_BEFORE.test(before)) return false;
  }
  if (YEAR_BEFORE.test(before) || range) return true;
  if (PLURAL_AFTER.test(after)) return false;
  if (MAYBE_YEAR_BEFORE.test(before)) return true;
  if (OPENED_BEFORE.test(before)) return CLOSED_AFTER.test(after) || /^\s\p{L}/u.test(after);
  return lang.startsWith("de") && /(?<!\p{L})\p{Ll}+\s$/u.test(before) && !/^\s\p{Lu}/u.test(after);
}

function number(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digit = (each: string) => (/\d/.test(each) ? each : Math.max(0, CHINESE_DIGITS.indexOf(each)));
  const [tens, ones] = text.split("十");
  if (ones === undefined) return Number([...text].map(digit).join(""));
  return Number(tens ? digit(tens) : 1) * 10 + Number(ones ? digit(ones) : 0);
}

/** 1 to 12; NaN where there is no such month. */
function monthOf(text: string): number {
  if (/^\d|^[一二三四五六七八九十]/.test(text)) return number(text);
  const word = text.toLowerCase().replace(".", "");
  const start = word.slice(0, 3);
  const at = Math.max(...MONTHS.map((names) => names.indexOf(names === MONTHS[2] ? word : (SAME_MONTH[start] ?? start))));
  return at < 0 ? NaN : at + 1;
}

/** Days since 1970-01-01; `month` counts from 1 and may run over. */
function dayNumber(ofYear: number, ofMonth: number, ofDay: number): number {
  return Date.UTC(ofYear, ofMonth - 1, ofDay) / DAY_MS;
}

/** Undefined where there is no such day. */
function dayOf(ofYear: number, ofMonth: number, written: string): number | undefined {
  const ofDay = number(written.replace(/\D+$/u, "") || written);
  const valid = ofMonth >= 1 && ofMonth <= 12 && ofDay >= 1 && ofDay <= dayNumber(ofYear, ofMonth + 1, 1) - dayNumber(ofYear, ofMonth, 1);
  return valid ? dayNumber(ofYear, ofMonth, ofDay) : undefined;
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

function years(first: number, last = first): Span {
  return [dayNumber(first, 1, 1), dayNumber(last, 12, 31)];
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
