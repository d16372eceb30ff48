/** What a PDF says of itself, put where pages say it, so that a highlight is saved with it (src/page/page-facts.ts). */
import type { PDFDocumentProxy } from "pdfjs-dist";

export interface PdfFacts {
  title: string;
  author: string;
  /** ISO 8601 day, or empty. */
  created: string;
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
    created: dayOf(said(CreationDate)),
    lang: languageTag(said(Language)),
  };
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
  const said = { citation_title: facts.title, citation_author: facts.author, citation_publication_date: facts.created };
  for (const old of document.head.querySelectorAll('meta[name^="citation_"]')) old.remove();
  for (const [name, content] of Object.entries(said)) {
    if (content === "") continue;
    const meta = document.createElement("meta");
    meta.name = name;
    meta.content = content;
    document.head.append(meta);
  }
}
