/** When a paragraph's story happened: an echo is older than that. */
import { datesIn } from "../page-dates";
import type { Days } from "./passages";

/** When a paragraph of a page that bears no date happens which speaks of its own time: everything is older. */
const NEVER_ENDING: Days = { min: Infinity, max: Infinity };
/** Words of texts that speak of their own time. */
const NOW = /(?<![\p{L}])(?:(?<!(?:to|until|till) )today|nowadays|currently|recently|this (?:week|month|year)|last (?:week|month)|yesterday|сегодня|heute|derzeit)(?![\p{L}])|오늘|최근|올해|今天|今日|目前|最近/iu;

/**
 * When what a paragraph tells of happened.
 * @param published the day on which the page was published, where it says so
 * @param before the dates that the page named last, which go on where this paragraph names none
 * @returns `undefined` where nobody knows it: nothing can be said to be older
 */
export function toldDays(text: string, lang: string, published: number | undefined, before: Days | undefined): Days | undefined {
  const own = published === undefined ? undefined : { min: published, max: published };
  const now = own ?? NEVER_ENDING;
  const dates = datesIn(text, lang).filter(({ min }) => published === undefined || min <= published);
  if (published !== undefined && dates.some(({ max }) => max >= published)) return now;
  if (dates.length > 0) return { min: Math.min(...dates.map(({ min }) => min)), max: Math.max(...dates.map(({ max }) => max)) };
  return NOW.test(text) || isPresent(text) ? now : (before ?? own);
}

const PRESENT = /(?<![\p{L}])(?:is|are|has|have|will|does|do|can)(?![\p{L}])/gu;
const PAST = /(?<![\p{L}])(?:was|were|had|did|could|\p{Ll}{3,}ed)(?![\p{L}])/gu;
/** What somebody said is told in their time. */
const SPEECH = /“[^”]*”|"[^"]*"/gu;

/** Is it told in the present, as far as English words say? */
function isPresent(text: string): boolean {
  const told = text.replace(SPEECH, "");
  return (told.match(PRESENT) ?? []).length > (told.match(PAST) ?? []).length;
}
