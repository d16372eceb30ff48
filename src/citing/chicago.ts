/**
 * Citations in the style of the Chicago Manual of Style, 17th edition, notes and bibliography, as plain text: where
 * the manual sets a title in italics, it stands bare. Numbers in brackets are the manual's paragraphs.
 */
import type { Source } from "./csl";
import { fullDate, yearOf } from "./csl-dates";
import { familyNames, namesInBibliography, namesInNote, present } from "./csl-names";

/** "Radchenko, Sergey. “Why Won’t China Help?” ChinaFile, July 2017. https://…" */
export function chicagoBibliography(source: Source): string {
  const { author, editor } = responsible(source);
  const parts: string[] = [];
  if (present(author).length > 0) parts.push(namesInBibliography(author));
  else if (present(editor).length > 0) parts.push(`${namesInBibliography(editor)}, ${editors(source)}`);
  parts.push(isPart(source) ? quoted(title(source), ".") : title(source));
  parts.push(...(layouts[source.type] ?? asDocument)(source));
  if (isOnline(source) && fullDate(source.issued) === "") {
    const seen = fullDate(source.accessed);
    parts.push(seen ? `Accessed ${seen}` : "N.d.");
  }
  parts.push(address(source));
  return sentences(parts);
}

/** "Sergey Radchenko, “Why Won’t China Help?,” ChinaFile, July 2017, para. 12, https://….": with where in the source. */
export function chicagoNote(source: Source, locator?: string): string {
  const { author, editor } = responsible(source);
  const parts: string[] = [];
  if (present(author).length > 0) parts.push(namesInNote(author));
  else if (present(editor).length > 0) parts.push(`${namesInNote(editor)}, ${editors(source)}`);
  // A comma stands within the quotation marks (6.9), and stays after a question mark (6.125).
  parts.push(isPart(source) ? `“${nested(title(source))},”` : title(source));

  const place = locator ? pages(locator) : "";
  if (source.type === "article-journal") parts.push(journal(source, /^\d/.test(place) ? place : ""));
  else parts.push(...noteLayout(source));
  if (place && !(source.type === "article-journal" && /^\d/.test(place))) parts.push(place);
  if (isOnline(source) && fullDate(source.issued) === "" && source.accessed) {
    parts.push(`accessed ${fullDate(source.accessed)}`);
  }
  parts.push(address(source));
  return clauses(parts);
}

/** Where the first part of a title ends; the points of "p.m." and "U.S." end nothing. */
const HEADLINE_ENDS = /(?:[:?!]|(?<!\p{L}\.\p{L})\.)(?:\s|$)/u;

/**
 * "Radchenko, ChinaFile, 2017": just enough to know the source by. Who, where it appeared (or what it is called), when;
 * what is not known is left out.
 */
export function shortCitation(source: Source): string {
  const { author, editor } = responsible(source);
  const who = familyNames(author) || familyNames(editor);
  const called = clean(source["title-short"]) || (title(source).split(HEADLINE_ENDS)[0] ?? "");
  const container = clean(source["container-title"]);
  const what = who === "" ? [called, container] : [container || called];
  return [who, ...what, yearOf(source.issued)].filter((part) => part !== "").join(", ");
}

/** What stands in a bibliography between the title and the address. */
type Layout = (source: Source) => string[];

const asArticle: Layout = (source) => [
  list([clean(source["container-title"]), fullDate(source.issued)]),
];

const asBook: Layout = (source) => [
  ...editedBy(source, "Edited by"),
  volume(source, "Vol."),
  series(source),
  imprint(source),
];

const asDocument: Layout = (source) => [
  sentenceCase(clean(source.genre)),
  fullDate(source.issued),
  list([clean(source["container-title"]), volume(source, "vol.")]),
  list([clean(source.archive_location), clean(source.archive)]),
  list([clean(source["publisher-place"]), clean(source.publisher)]),
];

const thesis: Layout = (source) => [list([clean(source.genre), clean(source.publisher), yearOf(source.issued)])];

const layouts: Record<string, Layout> = {
  "article-journal": (source) => [journal(source, pages(String(source.page ?? "")))],
  "article-magazine": asArticle,
  "article-newspaper": asArticle,
  post: asArticle,
  "post-weblog": asArticle,
  webpage: (source) => [
    list([clean(source["container-title"]) || clean(source.publisher), fullDate(source.issued)]),
  ],
  book: asBook,
  report: (source) => [reportNumber(source), series(source), imprint(source)],
  thesis,
  chapter: (source) => [
    inside("In", [containerOf(source), ...editedBy(source, "edited by"), pages(String(source.page ?? ""))]),
    imprint(source),
  ],
  dataset: (source) => [
    list([clean(source.publisher) || clean(source["container-title"]), fullDate(source.issued)]),
  ],
};

/** What stands in a note between the title and the locator. */
function noteLayout(source: Source): string[] {
  const bracketed = imprint(source) && `(${imprint(source)})`;
  switch (source.type) {
    case "book":
      return [...editedBy(source, "ed."), volume(source, "vol."), series(source), bracketed];
    case "report":
      return [reportNumber(source), series(source), bracketed];
    case "chapter":
      return [inside("in", [containerOf(source), ...editedBy(source, "ed.")]), bracketed];
    case "thesis":
      return thesis(source).map((school) => school && `(${school})`);
    default:
      return (layouts[source.type] ?? asDocument)(source).map(uncapitalised);
  }
}

/** "Journal of Cold War Studies 12, no. 3 (2010): 22–61" (14.171). */
function journal(source: Source, at: string): string {
  const number = source.issue ? `no. ${source.issue}` : "";
  const bound = [clean(source["container-title"]), source.volume].filter(Boolean).join(" ");
  const date = fullDate(source.issued) && `(${fullDate(source.issued)})`;
  const dated = [list([bound, number]), date].filter(Boolean).join(" ");
  return at ? `${dated}: ${at}` : dated;
}

/** "Washington: Government Printing Office, 1996". */
function imprint(source: Source): string {
  const house = [clean(source["publisher-place"]), clean(source.publisher)].filter(Boolean).join(": ");
  return list([house, yearOf(source.issued) || (isOnline(source) ? "" : "n.d.")]);
}

function containerOf(source: Source): string {
  return list([clean(source["container-title"]), volume(source, "vol.")]);
}

/** "In Korea After the War, edited by …, 1–20"; empty where nothing is known of the book. */
function inside(word: string, parts: readonly string[]): string {
  const text = list(parts);
  return text === "" ? "" : `${word} ${text}`;
}

function volume(source: Source, word: string): string {
  return source.volume ? `${word} ${source.volume}` : "";
}

function series(source: Source): string {
  return clean(source["collection-title"]);
}

function reportNumber(source: Source): string {
  return [sentenceCase(clean(source.genre)), clean(String(source.number ?? ""))].filter(Boolean).join(" ");
}

/** Editors of a book that has authors too, or of the book that a chapter is in. */
function editedBy(source: Source, words: string): string[] {
  const first = source.type !== "chapter" && present(source.author).length === 0;
  return first || present(source.editor).length === 0 ? [] : [`${words} ${namesInNote(source.editor)}`];
}

/** Who stands first. The editors of the book that a chapter is in are not the chapter's. */
function responsible(source: Source): Pick<Source, "author" | "editor"> {
  return source.type === "chapter" ? { author: source.author } : { author: source.author, editor: source.editor };
}

function editors(source: Source): string {
  return present(source.editor).length > 1 ? "eds." : "ed.";
}

/** Is it a part of something larger, or unpublished, and so its title in quotation marks (14.86, 14.228)? */
function isPart(source: Source): boolean {
  return !["book", "report", "dataset", "thesis", "map", "motion_picture", "periodical"].includes(source.type);
}

function isOnline(source: Source): boolean {
  return Boolean(source.DOI || source.URL);
}

/** A DOI outlives an address (14.8). */
function address(source: Source): string {
  const doi = source.DOI?.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, "");
  return doi ? `https://doi.org/${doi}` : (source.URL ?? "").trim();
}

function title(source: Source): string {
  return clean(source.title) || clean(source.genre) || "Untitled";
}

/** Text of a field without the markup that Zotero allows in titles. */
function clean(text: string | undefined): string {
  return (text ?? "").replace(/<\/?(?:i|b|sup|sub|sc|span)\b[^<>]*>/gi, "").replace(/\s+/g, " ").trim();
}

/** "p. 12" as "12", "pp. 3-4" as "3–4": pages go without their word, everything else keeps it (14.150). */
function pages(locator: string): string {
  const text = locator.trim().replace(/^pp?\.\s*(?=\d)/, "");
  return text.replace(/(\d)\s*-{1,2}\s*(?=\d)/g, "$1–");
}

/** In quotation marks, the closing stop within them unless the title has one of its own. */
function quoted(text: string, stop: string): string {
  return `“${nested(text)}${/[.?!…]$/.test(text) ? "" : stop}”`;
}

/** Quotation marks within quotation marks are single (13.30). */
function nested(text: string): string {
  return text.replace(/“([^“”]*)”/g, "‘$1’").replace(/(^|[\s(])"([^"]*)"/g, "$1‘$2’");
}

function list(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}

function sentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").map(closed).join(" ");
}

/** Parts of a note: commas between them, save where one stands already or brackets follow. */
function clauses(parts: readonly string[]): string {
  const text = parts
    .filter((part) => part !== "")
    .reduce((before, part) => `${before}${before.endsWith(",”") || part.startsWith("(") ? "" : ","} ${part}`);
  return closed(text.replace(/([?!])?,”$/, (_, mark: string | undefined) => `${mark ?? "."}”`));
}

/** With a full stop, unless it ends in one or in another mark that closes a sentence. */
function closed(text: string): string {
  return /[.?!…]["”’]?$/.test(text) ? text : `${text}.`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Within a note the words that begin a sentence in a bibliography do not: "In" and "Vol.". */
function uncapitalised(text: string): string {
  return text.replace(/^(?:In|Vol\.|Edited by)(?= )/, (word) => word.toLowerCase());
}
