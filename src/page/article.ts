/**
 * Is this page something one reads? Backstory keeps its hands off web apps, mail, banking, editors and search
 * results unless the reader asks.
 */
import type { Here } from "../messages/here";

type Signs = Here["signs"];

/**
 * A paragraph counts with the square root of its length beyond this, in characters: many long paragraphs make an
 * article, many short ones a front page. (The measure and its two figures are those of Mozilla's Readability.)
 */
const LEAST_PARAGRAPH = 140;
const LEAST_SCORE = 20;
/** What the publisher declares lowers the bar: a short news item is an article too. */
const DECLARED = { least: 60, score: 5 };
/** Paragraphs that are looked at: what no article has begun in by then is none, and huge pages are full of them. */
const MOST_PARAGRAPHS = 1_000;
/** Scripts that say in one character what English says in more than two. */
const DENSE_LANGUAGES = /^(zh|ja|ko)\b/i;
const DENSITY = 2.3;

/** True where the document is plainly there to be read. A few selectors (article-signs.ts), and the length of some paragraphs. */
export function isArticle(document: Document, signs: Signs): boolean {
  if (document.contentType === "text/plain") return true;
  if (!document.body || document.designMode === "on") return false;
  const declared = document.querySelector(signs.declared) !== null;
  if (!declared && (isApp(document, signs) || isSearch(document))) return false;
  return declared ? reaches(document, signs, DECLARED.least, DECLARED.score) : reaches(document, signs, LEAST_PARAGRAPH, LEAST_SCORE);
}

/** True where the paragraphs longer than `least` together reach the score. */
function reaches(document: Document, { aside }: Signs, least: number, enough: number): boolean {
  const density = DENSE_LANGUAGES.test(document.documentElement.lang) ? DENSITY : 1;
  const seen = new Set<Element>();
  let score = 0;
  // Some pages know no paragraphs, only line breaks.
  for (const found of document.querySelectorAll("p, pre, div > br")) {
    const paragraph = found.closest("p, pre, div")!;
    if (seen.has(paragraph) || seen.add(paragraph).size > MOST_PARAGRAPHS) continue;
    const length = paragraph.textContent.trim().length * density;
    if (length < least || paragraph.closest(aside) || !paragraph.checkVisibility()) continue;
    score += Math.sqrt(length - least);
    if (score > enough) return true;
  }
  return false;
}

/** Comment boxes and log-in forms that wait out of sight are on every newspaper; only what is shown counts. */
function isApp(document: Document, { app }: Signs): boolean {
  return [...document.querySelectorAll(app)].some((mark) => mark.checkVisibility({ visibilityProperty: true }));
}

/** A page that answers the query in its own address. */
function isSearch(document: Document): boolean {
  const query = new URLSearchParams(document.location.search);
  const asked = query.get("q") ?? query.get("query") ?? query.get("search");
  const fields = asked ? document.querySelectorAll("input") : [];
  return [...fields].some((field) => field.value === asked);
}
