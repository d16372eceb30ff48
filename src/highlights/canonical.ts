/**
 * Whether a page's canonical link says where the same article stands. Many do not: they lead to the front page, to a
 * section, to the article without the parameter that names it, to the first page of several, or to what a single-page
 * application showed before. Two articles that are taken for one mix their highlights; one that is taken for two only
 * asks for its canonical address to be visited. So the canonical address has to share with the other what tells articles
 * apart, and to contradict it nowhere.
 */
import { dateOf, identifiersOf, isNamed, numbersOf } from "./article-name";

/**
 * @param here the key of the address under which the page was loaded (address.ts)
 * @param there the key of its canonical address
 */
export function isSameArticle(here: URL, there: URL): boolean {
  if (here.protocol !== "https:" || there.protocol !== "https:") return false;
  if (here.hash !== there.hash || !isNamed(there.pathname)) return false;
  if (contradicts(here, there)) return false;
  if (here.pathname === there.pathname) return isSameSite(here, there) && dropsNothing(here, there);
  return isWithin(here, there) && (isNumbered(here, there) || sharesIdentifier(here.pathname, there.pathname));
}

function sharesIdentifier(one: string, other: string): boolean {
  const identifiers = identifiersOf(other);
  return [...identifiersOf(one)].some((identifier) => identifiers.has(identifier));
}

/** Different days, numbers, languages, or values of a parameter. */
function contradicts(here: URL, there: URL): boolean {
  const [day, otherDay] = [dateOf(here.pathname), dateOf(there.pathname)];
  if (day !== "" && otherDay !== "" && day !== otherDay) return true;
  const [numbers, others] = [numbersOf(identifiersOf(here.pathname)), numbersOf(identifiersOf(there.pathname))];
  if (numbers.length > 0 && others.length > 0 && !numbers.some((number) => others.includes(number))) return true;
  const [parts, otherParts] = [here.pathname.split("/"), there.pathname.split("/")];
  const isNumber = (part: string | undefined) => /^\d+$/.test(part ?? "");
  if (parts.length === otherParts.length && parts.some((part, at) => part !== otherParts[at] && isNumber(part) && isNumber(otherParts[at]))) return true;
  const [language, otherLanguage] = [languageOf(here), languageOf(there)];
  if (language !== "" && otherLanguage !== "" && language !== otherLanguage) return true;
  return [...here.searchParams].some(([name, value]) => there.searchParams.has(name) && there.searchParams.get(name) !== value);
}

function languageOf({ hostname, pathname }: URL): string {
  return /^\/([a-z]{2})(?:-[a-z]{2,4})?\//i.exec(pathname)?.[1]?.toLowerCase() ?? /^([a-z]{2})\./.exec(hostname)?.[1] ?? "";
}

/** A number that the canonical address leaves out may be the article's or the page's of many: "?id=7", "?page=2". */
function dropsNothing(here: URL, there: URL): boolean {
  return [...here.searchParams].every(([name, value]) => there.searchParams.has(name) || !/^\d*$/.test(value));
}

/** "/?p=123", "/node/123": addresses that have nothing but a number, for which the canonical address has a headline. */
function isNumbered(here: URL, there: URL): boolean {
  const number = /^\/\?(?:p|id|story|article)=(\d+)$/.exec(here.pathname + here.search) ?? /^\/(?:node|archives|p)\/(\d+)$/.exec(here.pathname + here.search);
  const numbers = numbersOf(identifiersOf(there.pathname));
  return number !== null && here.hostname === there.hostname && (numbers.length === 0 || numbers.includes(number[1]!));
}

/** Whether one host is the other's, or below it. */
function isWithin({ hostname: one }: URL, { hostname: other }: URL): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

/** As above, or of one name in two countries: "bbc.com", "bbc.co.uk". */
function isSameSite(one: URL, other: URL): boolean {
  return isWithin(one, other) || nameOf(one.hostname) === nameOf(other.hostname);
}

function nameOf(hostname: string): string {
  return hostname.replace(/\.(?:(?:co|com|net|org|gov|ac|edu|go|or|ne)\.)?[^.]+$/, "");
}
