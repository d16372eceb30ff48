/**
 * Dates that say their day and month and leave the year to whoever knows when the text was published: "on 12 June",
 * "last August 15", "지난 12일". Only where one year alone comes into question; words that name days every year
 * ("the June 4 crackdown", "9 мая" beside a noun) are none of them.
 */
import { cnDay, cnIsDay, cnTo, DAY_MS, day, dayNumber, dayOf, type Groups, inChinese, month, monthOf, type Span, to, whole, years } from "./date-words";
import { isNamedDay } from "./named-days";

/** A date whose year follows from the day of publication. */
export interface RelativeDate {
  min: number;
  max: number;
  /** UTF-16 code units, half-open. */
  start: number;
  end: number;
  /** It says nothing of its year: it is of another one where the text is in the middle of telling of another one. */
  assumed: boolean;
}

type Read = (groups: Groups, published: number) => Span | undefined;
interface Rule {
  pattern: RegExp;
  read: Read;
  assumed: boolean;
}

/** A day without a year is not farther away than this, in days, unless it is a past one of the same year. */
const NEAR_DAYS = 90;
/** "Last August" is said of one that has not just been, in days. */
const JUST_NOW = 60;

const WEEKDAYS = ["sun so(nn)? вос 日 일", "mon mo пон 月 월", "tue di вто 火 二 화", "wed mi сре 水 三 수", "thu do чет 木 四 목", "fri fr пят 金 五 금", "sat sa суб 土 六 토"].map(
  (starts) => new RegExp(`^(?:${starts.replaceAll(" ", "|")})`, "iu"),
);
const enDay = "[0-3]?\\d(?:st|nd|rd|th)?";
const enWeekday = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const deWeekday = "(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)";
const ruWeekday = "(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье)";
const ruMonth = "(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)";
/** Nouns that look like verbs of the past tense. */
const ruNoun = "(?:\\p{L}*(?:стрел|(?:от|раз|пре|пере|на)дел|финал)[аы]?|\\p{L}+тели|(?:про|пере|под|за|об|от|при|на|раз)вал[аы]?|начал[оа]|портал|потенциал|похвала|причал|профили|урал|узел)(?!\\p{L})";
/**
 * A verb says what was done on that day; after a noun the day may be its name. Of the past tense, which tells of one day,
 * what no noun ends in ("-лись", "-овал"), and what has a verb's prefix.
 */
const ruVerb = `(?!${ruNoun})(?:\\p{L}{2,}л(?:ся|[аои]сь)|\\p{L}{2,}[ое]вал[аои]?|(?:был|стал)[аои]?|(?:умер|погиб)(?:л[аи])?|с(?:дел|каз|н)[ая]л[аои]?|\\p{L}+шл[аои]|(?:вс|вы|до|за|из|ис|на|об|от|по|под|пере|при|про|раз|рас|со|у)\\p{L}+[аеёиуыя]л[аои]?)`;
const enDays = `(?<d>${enDay})(?:${to}(?<d2>${enDay}))?`;
/** Before the month of a year that is said: "3 ", "3.–5. ", "the 3rd of ", "3-го ". */
const someDays = `(?:(?<d>${day})(?:-го|${to}(?<e>${day}))?\\s(?:of\\s)?)?`;
/** "Unlike last year, on June 12 they met" is of this one. */
const notOtherThan = "(?<!(?<!\\p{L})(?:unlike|than|as|to|with|from|since|als|wie|seit|чем|как)\\s)";
/** The last year is the end of a life, an office, or a war. */
const notTheLast = "(?<!(?:the|his|her|its|my|our|their|[’']s)\\s)";
const notIhrem = "(?<!(?<!\\p{L})(?:sein|ihr|mein|unser|dies|jen)\\p{L}{0,3}\\s)";
const noYear = "(?!,?\\s?(?:of\\s)?\\d{3})";
/** "6月12日（火）" */
const bracketed = "(?:\\s?[(（](?<w>[日月火水木金土一二三四五六일월화수목금토])(?:曜日?|요일)?[)）])?";

const rule = (pattern: RegExp, read: Read, assumed = false): Rule => ({ pattern, read, assumed });

/** What the group `pre` matches is no part of the date. */
const RULES: readonly Rule[] = [
  // Few single words: "today" is as often "nowadays".
  rule(new RegExp(`${whole("(?<!day before )(?:yesterday|gestern|вчера)").source}|어제|昨天|(?<!一)昨日`, "giu"), (_, published) => [published - 1, published - 1]),
  // "last year", but not "over the last year" and "his last year in office", "im letzten Jahr seines Lebens"
  rule(new RegExp(`${whole(`(?:${notTheLast}last year|(?:im )?${notIhrem}(?:vorigen|vergangenen|letzten) Jahr(?! (?:de[rs]|dieses|sein\\p{L}*|ihre[rs]) )|в прошлом году)`).source}|(?<!재)작년|(?<!지)지난해|去年|(?<!一)昨年`, "giu"), (_, published) => years(yearAt(published) - 1)),
  // "June 12 last year", "3–5 June of last year", "am 12. Juni dieses Jahres", "12 июня в прошлом году", "去年8月15日", "올해 6월"
  rule(whole(`${someDays}(?<m>${month})(?:\\s(?<d2>${enDay})(?:${to}(?<e2>${enDay}))?)?,?\\s(?:of\\s)?(?<of>last|this)\\syear(?![’']s)`), ofThatYear),
  rule(whole(`${someDays}(?<m>${month}),?\\s(?:(?<of>(?:(?:des|im)\\s)?(?:vergangenen|vorigen|letzten)|dieses)\\sjahr(?:es)?|(?<of2>прошлого|минувшего|этого|нынешнего|текущего)\\sгода|в\\s(?<of3>прошлом|этом|нынешнем)\\sгоду)`), ofThatYear),
  rule(inChinese(`(?<of>去年|(?<!一)昨年|(?<!재)작년|지난\\s?해|今年|(?<!日)本年|올해)(?:[的の，、,]|인|의)?,?\\s?(?<m>${cnDay})\\s?[月월](?:\\s?(?<d>${cnDay})(?:\\s?[日号號일]?${cnTo}(?<e>${cnDay})${cnIsDay})?\\s?[日号號일])?`), ofThatYear),
  // "last year, on June 12", "last year on 12 June", "last year’s June 12 talks"; "im letzten Jahr am 12. Juni"; "в прошлом году, 12 июня"
  rule(whole(`${notOtherThan}${notTheLast}(?<of>last)\\syear(?:,?\\son\\s(?:${enWeekday},?\\s)?|[’']s\\s)(?:(?<m>${month})\\s(?<d>${enDay})|(?<d2>${enDay})\\s(?<m2>${month}))${noYear}`), ofThatYear),
  rule(whole(`${notOtherThan}(?:im\\s(?<of>letzten|vorigen|vergangenen)|(?<of2>letztes|voriges|vergangenes))\\sjahr,?\\sam\\s(?:${deWeekday},?\\s(?:de[mn]\\s)?)?(?<d>\\d\\d?)\\.\\s(?<m>${month})${noYear}`), ofThatYear),
  rule(whole(`${notOtherThan}в\\s(?<of>прошлом)\\sгоду,?\\s(?<d>\\d\\d?)\\s(?<m>${ruMonth})${noYear}`), ofThatYear),
  // "last August 15", "last August", "im vergangenen August"
  rule(whole(`(?:last|vergangene[nr]|letzte[nr]|vorige[nr])\\s(?<m>${month})(?:\\s(?<d>${enDay}))?(?!,?\\s?\\d)`), lastSuch),
  // "지난 6월 12일", "지난 12일"
  rule(/(?<![\p{L}\d])지난\s?(?:(?<m>\d\d?)월\s?)?(?<d>\d\d?)일(?!간|\s?동안|\s?만|째|\s?사이)/gu, justPast),
  // "on June 12", "on Tuesday, June 12–14", "on 12 June", "Tuesday, June 12"; "on the 12th of June", but not "on the June 12 attack"
  rule(whole(`(?<pre>on\\s(?:(?<w>${enWeekday}),?\\s)?|(?<w2>${enWeekday}),\\s)(?<m>${month})\\s${enDays}`), thatDay, true),
  rule(whole(`(?<pre>on\\s(?:(?<w>${enWeekday}),?\\s)?|(?<w2>${enWeekday}),\\s)${enDays}\\s(?:of\\s)?(?<m>${month})`), thatDay, true),
  rule(whole(`(?<pre>on\\s(?:(?<w>${enWeekday}),?\\s)?the\\s)${enDays}\\sof\\s(?<m>${month})`), thatDay, true),
  // "Pyongyang, June 12 (KCNA) --"
  rule(whole(`(?<pre>^\\p{Lu}[\\p{L}. ]{1,30},\\s)(?<m>${month})\\s(?<d>${enDay})(?=\\s?(?<dateline>\\(|--|—|–))`), thatDay, true),
  // "am 12. Juni", "am Dienstag, dem 12. Juni"; "vom 12. bis 14. Juni", but not "der Anschlag vom 12. Juni"
  rule(whole(`(?<pre>(?:am\\s|vom\\s(?=${deWeekday}|\\d\\d?\\.${to}))(?:(?<w>${deWeekday}),?\\s(?:de[mn]\\s)?)?)(?<d>\\d\\d?)\\.(?:${to}(?<d2>\\d\\d?)\\.)?\\s(?<m>${month})`), thatDay, true),
  // "встретились 12 июня", "во вторник, 12 июня"
  rule(whole(`(?<pre>(?<w>${ruWeekday}),?\\s|${ruVerb}\\s)(?<d>\\d\\d?)(?:${to}(?<d2>\\d\\d?))?\\s(?<m>${ruMonth})(?!\\s(?:(?:каждого|того|следующего|прошлого|будущего)\\s)?г)`), thatDay, true),
  // "6월 12일에", "6月12日", "六月十二日"
  rule(/(?<![년\d],?\s?|음력\s)(?<m>\d\d?)월\s?(?<d>\d\d?)일(?:\s?[~∼-]\s?(?<d2>\d\d?)일)?(?=에|부터|까지|,|\s?\(|\s오[전후]|\s[밤아새저])/gu, thatDay, true),
  rule(
    new RegExp(
      `(?<![\\d.,〇零一二三四五六七八九十年月曆历暦旧](?:\\s|的|の)?)(?<m>${cnDay})月(?<d>${cnDay})(?:日?${cnTo}(?<d2>${cnDay})${cnIsDay})?[日号號](?![本刊]|[報报](?!道))${bracketed}`,
      "gu",
    ),
    thatDay,
    true,
  ),
];

/** In a quotation that has not ended, it is the speaker's yesterday. Looked for in so many UTF-16 code units before it. */
const LONG_QUOTE = 500;
const QUOTING = /["“„«「『][^"”“»」』]*$/u;

/** What is of every year, or of a year that is said, is not of this one. Looked for in all of the text. */
const NOT_NOW = /anniversar|(?<!\p{L})(?:(?:years?|decades?|century) ago|every year|each year|jedes Jahr|jährlich|vor \d+ Jahren)(?!\p{L})|Jahrestag|годовщин|ежегодн|каждый год|лет назад|주년|매년|년 전|周年|每年|毎年|年前/iu;
/** In the same sentence before a day, so many UTF-16 code units back: another year is said, or every one. */
const NEAR_BEFORE = 60;
const enOtherYear = "(?:that|the\\s(?:same|following|next|previous)|last|next|a)\\syear|years?\\s(?:later|earlier|before|after)";
const deOtherYear =
  "jahre?\\s(?:später|danach|darauf|zuvor|davor)|(?:jene[mns]|(?:im|(?:sein|ihr|mein|unser)em)\\s(?:folgenden|nächsten|kommenden|gleichen|selben|letzten|vergangenen|vorigen)|letztes|nächstes|desselben)\\sjahre?s?";
const ruOtherYear = "(?:года?|лет)\\sспустя|через\\s(?:\\p{L}+\\s)?(?:года?|лет)|(?:том(?:\\sже)?|прошлом|следующем|будущем|последний|тот\\s(?:же)?)\\sгоду?";
const koOtherYear = "이듬해|지난\\s?해|다음\\s?해|전\\s?해|[작내]년|(?:그|같은)\\s?해|해마다|매[년해]|당시";
const cnOtherYear = "[同翌次那当當其每毎前去昨明来來]年";
/** "1950年", "昭和20年", "3년"; but not "3년간", "5年ぶり". */
const cnNumberedYear = "(?<!\\d{3})[\\d元〇一二三四五六七八九十][年년](?!\\s?(?:만|간|째|ぶり|[間间来來]))";
const OTHER_YEAR_BEFORE = new RegExp(
  `(?:(?<!\\p{L})(?:${enOtherYear}|${deOtherYear}|${ruOtherYear})(?!\\p{L})|${koOtherYear}|${cnNumberedYear}|${cnOtherYear})[^.!?。！？]*$`,
  "iu",
);
/** After a day that has a year of its own, or is the name of something. */
const NOT_SO_AFTER = /^(?:,?\s?\d{3,4}(?!\d)|,?\s(?:of\s)?(?:each|every|that|the\s(?:same|following|next|previous)|next\syear|jenes|desselben|des\s(?:folgenden|gleichen)|(?:des\s)?(?:nächsten|kommenden|folgenden)\sjahres|des\s(?:folge|vor)jahres|[\p{L}\d]+\syears?\s(?:later|earlier|before|after))(?!\p{L}))/iu;
/** After a day, in the same clause: a year that need not be read as a date, as in "on June 12, 13 and 14 1956". */
const YEAR_AFTER = /^[^.!?;。！？；]*?(?<![\d.,])(?<y>(?:1[4-9]|20)\d\d)(?!\d|[.,]\d)/u;
/** How far after a day what is said of it is looked for, in UTF-16 code units. */
const NEAR_AFTER = 40;

/**
 * The dates of a text that are read by the day of its publication, in no order.
 * @param plain the text, with white space and digits as ASCII has them
 * @param published day of publication (ISO 8601); where it is none, there is no such date
 */
export function relativeDatesIn(plain: string, published: string): RelativeDate[] {
  const publishedOn = Math.floor(Date.parse(published.slice(0, 10)) / DAY_MS);
  if (Number.isNaN(publishedOn)) return [];
  const isNow = !NOT_NOW.test(plain);
  return RULES.flatMap(({ pattern, read, assumed }) =>
    assumed && !isNow
      ? []
      : [...plain.matchAll(pattern)].flatMap((match) => {
          const groups = match.groups ?? {};
          const start = match.index + (groups["pre"]?.length ?? 0);
          // A full stop ends the sentence more often than it shortens the month.
          const end = match.index + match[0].replace(/\.$/, "").length;
          if (QUOTING.test(plain.slice(Math.max(0, start - LONG_QUOTE), start))) return [];
          const span = read(groups, publishedOn);
          if (assumed && span && !isOfItsYear(plain, start, end, yearAt(span[0]))) return [];
          // A weekday that agrees speaks for the year.
          const isSure = !assumed || (groups["w"] ?? groups["w2"] ?? groups["dateline"]) !== undefined;
          if (!isSure && span && isNamedDay(plain, start, end, span[0])) return [];
          return span && span[0] <= span[1] ? [{ min: span[0], max: span[1], start, end, assumed }] : [];
        }),
  );
}

/** Do the words around a day that leaves its year to be assumed allow that one? */
function isOfItsYear(plain: string, start: number, end: number, year: number): boolean {
  const after = plain.slice(end, end + NEAR_AFTER);
  const said = YEAR_AFTER.exec(after)?.groups!["y"];
  return !NOT_SO_AFTER.test(after) && !OTHER_YEAR_BEFORE.test(plain.slice(Math.max(0, start - NEAR_BEFORE), start)) && (!said || Number(said) === year);
}

function yearAt(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** "may" and "march" are words. */
function monthNamed(text: string): number {
  return /^\p{Script=Latin}/u.test(text) && !/^\p{Lu}/u.test(text) ? NaN : monthOf(text);
}

function wholeMonth(ofYear: number, ofMonth: number): Span | undefined {
  return ofMonth >= 1 && ofMonth <= 12 ? [dayNumber(ofYear, ofMonth, 1), dayNumber(ofYear, ofMonth + 1, 1) - 1] : undefined;
}

/** @param last where it is a span of days, the last of them */
function dayOrMonth(ofYear: number, ofMonth: number, written: string | undefined, last = written): Span | undefined {
  if (written === undefined) return wholeMonth(ofYear, ofMonth);
  const [from, until] = [dayOf(ofYear, ofMonth, written), dayOf(ofYear, ofMonth, last!)];
  if (from === undefined || until === undefined) return undefined;
  // The end may be in the month after: "6月28日至3日".
  return [from, until < from ? from : until];
}

function ofThatYear({ m, m2, d, d2, e, e2, of, of2, of3 }: Groups, published: number): Span | undefined {
  const isLast = /^(?:last|(?:(?:des|im)\s)?(?:verg|vori|letz)|прош|мину|去|昨|작|지)/iu.test((of ?? of2 ?? of3)!);
  return dayOrMonth(yearAt(published) - (isLast ? 1 : 0), monthNamed((m ?? m2)!), d ?? d2, e ?? e2);
}

function lastSuch({ m, d }: Groups, published: number): Span | undefined {
  const thisYear = yearAt(published);
  const past = [thisYear, thisYear - 1].map((ofYear) => dayOrMonth(ofYear, monthNamed(m!), d)).filter((span) => span && span[1] < published);
  // Of one that has just been, it may be the one before.
  return past[0] && past[0][1] < published - JUST_NOW ? past[0] : undefined;
}

function justPast({ m, d }: Groups, published: number): Span | undefined {
  const [thisYear, thisMonth] = [yearAt(published), new Date(published * DAY_MS).getUTCMonth() + 1];
  const months = m ? [[thisYear, Number(m)], [thisYear - 1, Number(m)]] : [[thisYear, thisMonth], thisMonth > 1 ? [thisYear, thisMonth - 1] : [thisYear - 1, 12]];
  const days = months.map(([ofYear, ofMonth]) => dayOf(ofYear!, ofMonth!, d!));
  const past = days.find((each) => each !== undefined && each < published);
  return past === undefined ? undefined : [past, past];
}

/** The only year that comes into question is believed; a weekday has to agree with it. */
function thatDay({ m, d, d2, w, w2 }: Groups, published: number): Span | undefined {
  const thisYear = yearAt(published);
  const ofMonth = monthNamed(m!);
  const near = [thisYear - 1, thisYear, thisYear + 1].flatMap((ofYear): Span[] => {
    const first = dayOf(ofYear, ofMonth, d!);
    const last = d2 ? dayOf(ofYear, ofMonth, d2) : first;
    if (first === undefined || last === undefined) return [];
    const isPast = ofYear === thisYear && first <= published;
    return isPast || Math.abs(first - published) <= NEAR_DAYS ? [[first, last]] : [];
  });
  const weekday = w ?? w2;
  // 1970-01-01 was a Thursday.
  const agree = weekday ? near.filter(([first]) => WEEKDAYS[(((first + 4) % 7) + 7) % 7]!.test(weekday)) : near;
  return agree.length === 1 ? agree[0] : undefined;
}
