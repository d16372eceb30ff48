/** Sentences and paragraphs of the packs in the box, as a reader sees them: prose full of names and numbers, of our own. */
import { notesOfPacks } from "../node/texts";

/** A sentence ends where the next begins with a capital; "U.S. Army" is cut in two, which does no harm here. */
const BETWEEN_SENTENCES = /(?<=[.!?][”"’)]?)\s+(?=[“"(]?\p{Lu})/u;

/** Paragraphs as sentences, each sentence once in all of them. */
export function packProse(): string[][] {
  const seen = new Set<string>();
  const isNew = (sentence: string) => sentence.length > 20 && !seen.has(sentence) && seen.add(sentence) !== undefined;
  return notesOfPacks()
    .flat()
    .filter((paragraph) => !paragraph.startsWith("#"))
    .map((paragraph) => plain(paragraph).split(BETWEEN_SENTENCES).filter(isNew))
    .filter((sentences) => sentences.length > 0);
}

/** Without citations, links and marks of Markdown. */
function plain(markdown: string): string {
  return markdown
    .replace(/\s*\[@[^\]]*\]/g, "")
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, "$1")
    .replace(/^- /, "")
    .replace(/[*_]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
