/**
 * What a page says of itself: title, authors, day, site. Publishers say it in many vocabularies (schema.org, Open Graph,
 * Highwire's citation_*, Dublin Core, their own), and say most where machines are to read it. What they say is text and
 * nothing else: shortened, on one line, never markup.
 */
import { articleKeys } from "../highlights/address";
import { addressRead } from "../highlights/viewer-address";
import type { PageFacts } from "../messages/highlight";
import { isoDay } from "./day";
import { articleData, type ArticleData } from "./json-ld";

/** UTF-16 code units. Longer texts are somebody's mistake, or worse. */
const LONGEST = { title: 500, site: 100, author: 300, name: 120 };
/** What a paper of physicists names is cut here. */
const MOST_AUTHORS = 12;
const MOST_KEYS = 8;

const TITLES = ["citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title"];
const SITES = ["citation_journal_title", "og:site_name", "application-name", "dc.publisher"];
const AUTHORS = [
  "citation_author", "author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author",
  "sailthru.author", "cxenseparse:author",
];
const DATES = [
  "citation_publication_date", "citation_date", "citation_online_date", "article:published_time", "og:article:published_time",
  "article:published", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "pubdate",
  "publish-date", "publication_date", "pdate", "date", "release_date", "displaydate", "cxenseparse:publishtime",
];
const DATE_ELEMENTS = '[itemprop="datePublished"], time[pubdate], article time[datetime], main time[datetime], header time[datetime]';
const AUTHOR_ELEMENTS = ['[itemprop="author"] [itemprop="name"]', '[itemprop="author"]', 'a[rel~="author"]', ".byline-name, .author-name", ".byline"];
/** Those who comment have names too. */
const COMMENTS = '[class*="comment" i], [id*="comment" i]';

/** What stands between a headline and the name of the site. */
const BETWEEN = /\s+[|\-–—·•:»@/]+\s+|\s*(?:::|[｜＿：])\s*/;

/**
 * @param url the page's address, as it stands in the address bar
 * @param canonicalIsFresh whether head and address belong together: not so where an application has changed its address
 *   since it was loaded, and perhaps left in the head what it showed before. Then the head is believed only where it
 *   names this address
 */
export function readPageFacts(document: Document, url: string, canonicalIsFresh: boolean): PageFacts {
  const meta = metaOf(document);
  const keys = keysOf(document, meta, url, canonicalIsFresh);
  const articles = articleData(document);
  const own = articles.find(({ urls }) => urls.some((said) => meets(articleKeys(resolved(said, url)), keys)));
  const head = canonicalIsFresh || own !== undefined || namesItself(document, meta, url);
  const said = head ? meta : new Map<string, string[]>();
  const article = own ?? (head ? articles[0] : undefined);
  const site = siteOf(document, said, article, url);
  return {
    keys,
    url: addressRead(url),
    title: titleOf(document, said, article, site, url),
    site,
    author: authorOf(document, said, article, site),
    published: publishedOf(document, said, article, url, head),
    lang: langOf(document, said, article),
  };
}

/** The contents of all `meta` elements by their names, in lower case. */
function metaOf(document: Document): Map<string, string[]> {
  const contents = new Map<string, string[]>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const content = oneLine(element.getAttribute("content"));
    const names = [element.getAttribute("property"), element.getAttribute("name")].filter((name) => name !== null);
    for (const name of content === "" ? [] : new Set(names.map((name) => name.toLowerCase()))) {
      contents.set(name, [...(contents.get(name) ?? []), content]);
    }
  }
  return contents;
}

type Meta = ReadonlyMap<string, readonly string[]>;

function firstOf(meta: Meta, names: readonly string[]): string {
  return meta.get(names.find((name) => meta.has(name)) ?? "")?.[0] ?? "";
}

/** What the page says its address is: nothing where it says two things. */
function canonicalOf(document: Document): string {
  const said = new Set([...document.querySelectorAll('link[rel~="canonical" i]')].map((link) => link.getAttribute("href") ?? ""));
  return said.size === 1 ? [...said][0]! : "";
}

/** Keys of the address, of what the page says its address is, and of what it says its other addresses are. */
function keysOf(document: Document, meta: Meta, url: string, isFresh: boolean): string[] {
  const own = articleKeys(url);
  if (!isFresh || own.length === 0) return own;
  const said = [canonicalOf(document), firstOf(meta, ["og:url"])].map((address) => articleKeys(url, address));
  const keys = new Set([...(said.find((each) => each.length > 1) ?? own), ...own]);
  const links = document.querySelectorAll('link[rel~="amphtml" i], link[rel~="shortlink" i], link[rel~="alternate" i][media]');
  for (const link of links) {
    const [first, other] = articleKeys(resolved(link.getAttribute("href") ?? "", url), [...keys][0]);
    if (other !== undefined && keys.has(first!)) keys.add(other);
  }
  return [...keys].slice(0, MOST_KEYS);
}

/** Whether the head names the very address that the page is at. */
function namesItself(document: Document, meta: Meta, url: string): boolean {
  const own = articleKeys(url);
  return [canonicalOf(document), ...(meta.get("og:url") ?? [])].some((said) => said !== "" && meets(articleKeys(resolved(said, url)), own));
}

function meets(one: readonly string[], other: readonly string[]): boolean {
  return one.some((key) => other.includes(key));
}

function resolved(address: string, base: string): string {
  try {
    return new URL(address, base).href;
  } catch {
    return "";
  }
}

function titleOf(document: Document, meta: Meta, article: ArticleData | undefined, site: string, url: string): string {
  const said = firstOf(meta, TITLES) || oneLine(article?.headline) || oneLine(document.title);
  const headings = [...document.querySelectorAll("h1")].map(textOf).filter((heading) => heading !== "");
  const title = said || (headings[0] ?? "");
  // A heading with which the title begins, before the site's name, is the article's own.
  const heading = headings.find((text) => title.startsWith(text) && BETWEEN.exec(title.slice(text.length))?.index === 0);
  return cut(heading ?? withoutSite(title, [site, hostOf(url)]), LONGEST.title);
}

/** "Headline | Section - Site" without what only names the site. A headline of a single word stays. */
function withoutSite(title: string, sites: readonly string[]): string {
  const names = sites.map(letters).filter((name) => name.length > 2);
  const isSite = (text: string) => {
    const name = letters(text);
    return name.length > 2 && names.some((site) => site === name || site.startsWith(name) || name.startsWith(site));
  };
  const pieces = title.split(new RegExp(`(${BETWEEN.source})`));
  let [from, to] = [0, pieces.length];
  while (to - from > 2 && isSite(pieces[to - 1]!)) to -= 2;
  while (to - from > 2 && letters(pieces[from]!) === names[0]) from += 2;
  return pieces.slice(from, to).join("").trim();
}

/** Letters and digits in lower case, without "the" before them and ".com" behind. */
function letters(text: string): string {
  return text.toLowerCase().replace(/^the\s+|\.(?:com?|org|net|[a-z]{2})$/g, "").replace(/[^\p{L}\p{N}]+/gu, "");
}

function hostOf(url: string): string {
  const host = /^https?:\/\/([^/?#:]+)/i.exec(articleKeys(url)[0] ?? "")?.[1] ?? "";
  return host.toLowerCase();
}

/** What the site calls itself, without its motto; else what its titles end in, where that may be its host's name; else its host. */
function siteOf(document: Document, meta: Meta, article: ArticleData | undefined, url: string): string {
  const said = firstOf(meta, SITES) || oneLine(article?.publisher);
  const host = hostOf(url);
  if (/^https?:/i.test(said) || said === "") {
    const last = oneLine(document.title).split(BETWEEN).slice(1).at(-1) ?? "";
    return last.length <= LONGEST.site && abbreviates(letters(host), letters(last)) ? last : host;
  }
  const own = said.split(BETWEEN).find((piece) => letters(host).startsWith(letters(piece)) && letters(piece).length > 2);
  return cut(own ?? said, LONGEST.site);
}

/** Whether a host's name is made of letters of a name, in their order: "nytimes" of "The New York Times". */
function abbreviates(short: string, name: string): boolean {
  let at = 0;
  for (const letter of name) if (letter === short[at]) at++;
  return short.length > 2 && at === short.length && short[0] === name[0];
}

function authorOf(document: Document, meta: Meta, article: ArticleData | undefined, site: string): string {
  const sources: (() => readonly string[])[] = [
    () => meta.get("citation_author") ?? [],
    () => article?.authors ?? [],
    ...AUTHORS.map((name) => () => meta.get(name) ?? []),
    ...AUTHOR_ELEMENTS.map((selector) => () => shownNames(document, selector)),
  ];
  for (const source of sources) {
    const names = [...new Set(source().map(personOf))].filter((name) => name !== "" && letters(name) !== letters(site));
    if (names.length > 0) return cut(names.slice(0, MOST_AUTHORS).join("; "), LONGEST.author);
  }
  return "";
}

function shownNames(document: Document, selector: string): string[] {
  const elements = [...document.querySelectorAll(selector)].filter((element) => !element.closest(COMMENTS));
  // What follows a middle dot or a bar in a byline is the day, or the agency.
  return elements.slice(0, MOST_AUTHORS).map((element) => textOf(element).split(/\s[·|•]\s/)[0]!);
}

/** A name without "By", addresses and what they leave; empty where it is none. */
function personOf(text: string): string {
  const name = oneLine(text)
    .replace(/\b(?:https?:\/\/|www\.)\S*|\S+@\S+\.\S+/gi, "")
    .replace(/^(?:(?:written\s+)?by|von|par|por|автор)\b:?\s+/i, "")
    .replace(/,(?=\S)/g, ", ")
    .replace(/^[\s|,;·–-]+|[\s|,;·–-]+$/g, "");
  return name.length <= LONGEST.name && /\p{L}{2}/u.test(name) ? name : "";
}

function publishedOf(document: Document, meta: Meta, article: ArticleData | undefined, url: string, head: boolean): string {
  const said = [article?.published ?? "", ...DATES.flatMap((name) => meta.get(name) ?? [])].map(isoDay).find((day) => day !== "");
  if (said) return said;
  const elements = [...(head ? document.querySelectorAll(DATE_ELEMENTS) : [])];
  const shown = elements.map((element) => element.getAttribute("content") ?? element.getAttribute("datetime") ?? textOf(element));
  return shown.map(isoDay).find((day) => day !== "") ?? isoDay(/\/(\d{4}\/\d{1,2}\/\d{1,2})(?=\/)/.exec(addressRead(url))?.[1] ?? "");
}

function langOf(document: Document, meta: Meta, article: ArticleData | undefined): string {
  const said = [document.documentElement.lang, article?.lang, firstOf(meta, ["og:locale", "content-language", "dc.language", "language"])];
  for (const lang of said) {
    try {
      const [tag] = Intl.getCanonicalLocales(lang?.trim().replace("_", "-") || []);
      if (tag !== undefined) return tag;
    } catch {
      // "English" is not a language tag: perhaps the next one is.
    }
  }
  return "";
}

function textOf(element: Element): string {
  return oneLine(element.textContent);
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " " };

/** Without line breaks, marks of direction and control; character references that were escaped twice are read. */
function oneLine(text: string | null | undefined): string {
  return (text ?? "")
    .slice(0, 10_000)
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|quot|apos|lt|gt|nbsp));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole;
      const code = Number.parseInt(decimal ?? hex ?? "", decimal ? 10 : 16);
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
    })
    .replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** No longer than this; never half a character. */
function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
