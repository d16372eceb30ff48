/** What a page is as a source, and how a highlight is quoted with where it stands. */
import { namesOfByline } from "../citing/byline";
import { chicagoNote } from "../citing/chicago";
import type { Source } from "../citing/csl";
import { cslDate } from "../citing/csl-dates";
import { textFragment } from "../citing/text-fragment";
import type { Highlight, PageFacts } from "../messages/highlight";

/** What the key of a book begins with (`PageFacts.keys`). */
export const BOOK = "book:";

/** Words in the names of newspapers and magazines. What is neither for certain is a web page. */
const NEWSPAPER =
  /\b(?:times|post|guardian|herald|tribune|daily|gazette|telegraph|chronicle|globe|courier|independent|newspaper|zeitung|tageblatt|le monde|le figaro|libération|el país|el mundo|la repubblica|corriere|pravda|izvestia)\b|правда|известия|газета|日报|日報|晚报|時報|时报|新聞|신문|일보/iu;
const MAGAZINE = /\b(?:magazine|review|weekly|quarterly|economist|atlantic|new yorker|spiegel|newsweek|foreign (?:affairs|policy)|diplomat|nation)\b|журнал|周刊|週刊|잡지/iu;

/** Paragraphs of a passage that its address marks: more make it long. */
const MARKED = 3;

/**
 * A page as an item of CSL-JSON; its id is the page's first key. Fields that the page said nothing of are missing.
 * @param accessed when it was read: ISO 8601; empty where nobody knows
 */
export function sourceOf(page: PageFacts, accessed: string): Source {
  const url = addressOf(page);
  const author = namesOfByline(page.author);
  const issued = cslDate(page.published);
  const seen = url === "" ? undefined : cslDate(accessed);
  return {
    id: page.keys[0] ?? page.url,
    type: typeOf(page),
    ...(page.title && { title: page.title }),
    ...(author.length > 0 && { author }),
    ...(page.site && { "container-title": page.site }),
    ...(issued && { issued }),
    ...(seen && { accessed: seen }),
    ...(page.lang && { language: page.lang }),
    ...(url && { URL: url }),
  };
}

/** The words in quotation marks, a note in the style of the Chicago Manual, and an address that leads to the words. */
export function citeHighlight(highlight: Highlight): string {
  const words = quotable(highlight);
  if (highlight.of) return `${words} ${highlight.of.citation}`.trim();
  const source = sourceOf(highlight.page, highlight.created);
  const URL = highlightAddress(highlight);
  return `${words} ${chicagoNote({ ...source, ...(URL && { URL }) })}`;
}

/** The address of the very words: a text fragment. The page's own where they are not its words; empty of a book. */
export function highlightAddress({ page, kind, text }: Highlight): string {
  const url = addressOf(page);
  return url === "" || kind !== "passage" ? url : textFragment(url, text.split(/\s*\n\s*/).slice(0, MARKED));
}

/** As it stood in the address bar, without what only scrolls to some words. */
function addressOf(page: PageFacts): string {
  return page.url.replace(/#?:~:.*$/s, "");
}

function typeOf(page: PageFacts): string {
  if (page.keys[0]?.startsWith(BOOK)) return "book";
  if (NEWSPAPER.test(page.site)) return "article-newspaper";
  return MAGAZINE.test(page.site) ? "article-magazine" : "webpage";
}

/** On one line; what a card says are our words, and no quotation. */
function quotable({ kind, text }: Highlight): string {
  const line = text.replace(/\s+/g, " ").trim();
  return kind === "card" ? line : `“${line.replace(/“([^“”]*)”/g, "‘$1’")}”`;
}
