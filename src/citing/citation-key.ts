/** The short name by which a source is cited: "radchenkoWhyWont2017", as Better BibTeX for Zotero makes it. */
import type { Source } from "./csl";
import { yearOf } from "./csl-dates";

/** Words of a title that say nothing of it. */
const SMALL = new Set(
  (
    "a an the of in on at to for from by with and or but as is are was were be it its " +
    "der die das ein eine und im le la les un une des et du de el los las y en il lo gli"
  ).split(" "),
);

/** Words of the title in a key. */
const TITLE_WORDS = 2;

/** Letters that Unicode does not take apart. */
const ALONE: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/**
 * Family name of the first author (or the site, where there is none), two words of the title, year. ASCII letters and
 * digits, beginning with a letter; what has no Latin letters is left out.
 * @param taken keys of other sources; where the key is among them, a letter is added: "…2017a"
 */
export function citationKey(source: Source, taken: ReadonlySet<string>): string {
  const [author = source.editor?.[0]] = source.author ?? [];
  const who = [author?.family ?? author?.literal ?? author?.given, source["container-title"]].map((name) => wordsOf(name ?? "").join(""));
  const called = wordsOf(source.title ?? "").filter((word) => !SMALL.has(word)).slice(0, TITLE_WORDS).map(capitalised).join("");
  const key = `${who.find((name) => name !== "") ?? ""}${called}`.replace(/^\d+/, "") || "page";
  return unused(`${key.charAt(0).toLowerCase()}${key.slice(1)}${/\d{4}/.exec(yearOf(source.issued))?.[0] ?? ""}`, taken);
}

function unused(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  for (let number = 0; ; number++) {
    const tried = key + letters(number);
    if (!taken.has(tried)) return tried;
  }
}

/** "a" … "z", "aa", "ab" … */
function letters(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : letters(Math.floor(number / 26) - 1) + last;
}

/** Words in small ASCII letters and digits. */
function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().replace(/[ßæœøłđðþı]/g, (letter) => ALONE[letter]!).normalize("NFKD").replace(/[\p{M}'’‘`]/gu, "");
  return plain.match(/[a-z0-9]+/g) ?? [];
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
