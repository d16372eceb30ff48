/** What a PDF says of itself, put where pages say it, so that a highlight is saved with it (src/page/page-facts.ts). */
import type { PDFDocumentProxy } from "pdfjs-dist";

export interface PdfFacts {
  title: string;
  author: string;
  /** When what is printed was published, where the PDF says that: an ISO 8601 date of day, month or year, else empty. */
  published: string;
  /** BCP 47, or empty. */
  lang: string;
}

interface Info {
  Title?: unknown;
  Author?: unknown;
  CreationDate?: unknown;
  Language?: unknown;
}

/** What programs write where nobody has given a title. */
const NO_TITLE = /^(?:untitled.*|(?:microsoft (?:word|powerpoint) - )?(?:document|presentation|layout)\d*|.*\.(?:docx?|indd|qxd|tex|dvi|pdf|rtf|odt|pptx?))$/i;

export async function readFacts(pdf: PDFDocumentProxy): Promise<PdfFacts> {
  const { info, metadata } = await pdf.getMetadata().catch(() => ({ info: {}, metadata: null }));
  const { Title, Author, CreationDate, Language } = info as Info;
  const said = (value: unknown) => (typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "");
  const titles = [said(Title).replace(/^microsoft (?:word|powerpoint) - /i, ""), said(metadata?.get("dc:title"))];
  return {
    title: titles.find((title) => title !== "" && !NO_TITLE.test(title)) ?? "",
    author: said(Author),
    published: publishedOf((name) => said(metadata?.get(name)), dayOf(said(CreationDate))),
    lang: languageTag(said(Language)),
  };
}

/** What publishers write into a PDF (XMP: PRISM 3.0, Dublin Core). */
const PUBLISHED = ["prism:publicationdate", "prism:coverdate", "dc:date"];

/**
 * When a PDF itself was made is no answer: papers of 1956 are scanned in 2010, and old pages printed anew today. It is better
 * not to know when something was written than to believe that its author looked back on it.
 * @param created day on which the file was made, which some programs write for every other date too
 */
function publishedOf(said: (name: string) => string, created: string): string {
  const dates = PUBLISHED.map((name) => /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T)/.exec(said(name))?.[0] ?? "");
  return dates.find((date) => date !== "" && date !== created) ?? "";
}

/** Dates in PDF are written "D:YYYYMMDDHHmmSSOHH'mm'" (ISO 32000-1, 7.9.4). */
function dayOf(date: string): string {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(date) ?? [];
  return year === undefined ? "" : `${year}-${month}-${day}`;
}

function languageTag(said: string): string {
  try {
    return Intl.getCanonicalLocales(said || [])[0] ?? "";
  } catch {
    return ""; // "English" is not a language tag.
  }
}

/** Scripts in which one language, or nearly one, is written. */
const WRITTEN: readonly [RegExp, string][] = [
  [/[\p{Script=Hangul}]/gu, "ko"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Cyrillic}/gu, "ru"],
];
/** This share of the letters is enough: names and words of English are in every text, and Chinese characters in Korean and Japanese. */
const ENOUGH = 0.2;

/** The language of a text that does not say it, as far as its script tells; "und" for the many that share one. */
export function languageOfText(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const own = WRITTEN.find(([script]) => (text.match(script)?.length ?? 0) > ENOUGH * letters);
  return own?.[1] ?? "und";
}

/** Writes into the document's head what is known. */
export function declare(document: Document, facts: PdfFacts): void {
  const said = { citation_title: facts.title, citation_author: facts.author, citation_publication_date: facts.published };
  for (const old of document.head.querySelectorAll('meta[name^="citation_"]')) old.remove();
  for (const [name, content] of Object.entries(said)) {
    if (content === "") continue;
    const meta = document.createElement("meta");
    meta.name = name;
    meta.content = content;
    document.head.append(meta);
  }
}
