/** Highlights to be searched, and what readers type to find some of them: made of real sentences, the same each time. */
import type { SearchText } from "../../src/highlights/search-text";
import { packProse } from "../lib/prose";
import { Random } from "../lib/random";
import { declarationsIn } from "../node/texts";

/** Of a hundred highlights, so many are of the Universal Declaration of Human Rights in another script. */
const OTHER_SCRIPTS = 10;
const OTHER_LANGUAGES = ["kor", "cmn_hans", "rus", "jpn", "fra", "spa"];
/** Of a hundred, so many have a note. */
const NOTED = 30;
const TAGS = ["war", "trade", "to read", "quote", "borders", "famine", "summit", "sanctions", "archive", "chapter 3", "Moscow", "Seoul"];
/** Articles: so many highlights are of one. */
const OF_ONE_PAGE = 8;

export interface Extent {
  size: number;
  queries: number;
  seed: number;
}

export interface Library {
  rows: SearchText[];
  /** As they stand in the field while somebody types: the last word is not ready. */
  queries: string[];
}

/** Of the packs in the box, and of the Universal Declaration of Human Rights. */
export function makeLibrary(extent: Extent): Library {
  const others = declarationsIn(OTHER_LANGUAGES).flat().filter((paragraph) => paragraph.length > 20);
  return searchTexts({ prose: packProse().flat(), others }, extent);
}

export function searchTexts({ prose: sentences, others }: { prose: readonly string[]; others: readonly string[] }, { size, queries, seed }: Extent): Library {
  const random = new Random(seed);
  const words = sentences.join(" ").match(/\p{L}{4,}/gu) ?? [];
  let title = "";
  const rows = Array.from({ length: size }, (_, at): SearchText => {
    if (at % OF_ONE_PAGE === 0) title = `${random.pick(sentences).split(" ").slice(0, 9).join(" ")} – ${random.pick(words)}`;
    const isOther = random.below(100) < OTHER_SCRIPTS;
    // No two are alike: what comes between the sentences are words from anywhere.
    const text = isOther ? random.pick(others) : [random.pick(sentences), random.pick(words), random.pick(words), random.pick(sentences)].join(" ");
    return {
      at,
      text,
      note: random.below(100) < NOTED ? `Cf. ${random.pick(sentences)}` : "",
      tags: random.below(2) === 0 ? "" : `${random.pick(TAGS)}\n${random.pick(TAGS)}`,
      title,
      names: random.pick(sentences).match(/\p{Lu}\p{L}+ \p{Lu}\p{L}+/gu)?.join("\n") ?? "",
    };
  });
  return { rows, queries: Array.from({ length: queries }, () => typed(random.pick(rows).text, random)) };
}

/** One to three words of a text that follow each other, the last of them begun. */
function typed(text: string, random: Random): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const count = 1 + random.below(3);
  const from = random.below(Math.max(1, words.length - count + 1));
  const chosen = words.slice(from, from + count);
  const last = [...(chosen.pop() ?? "")];
  return [...chosen, last.slice(0, Math.max(2, last.length - random.below(4))).join("")].join(" ");
}
