/** The names of all open packs, as a search compares them: without case, accents, spaces and hyphens, in any script. */
import { foldText } from "../highlights/terms";
import type { NameClass } from "../packs/model";
import type { OpenPack } from "../packs/open";
import { keyOf } from "../spotting/memory";
import { readSpellings, SPELLINGS_SECTION } from "../spotting/spellings/section";
import { SortedTexts } from "./sorted-texts";

/** Letters and digits of a text, folded. */
export interface Letters {
  /** All of them, one after another: "zhouenlai". */
  all: string;
  words: string[];
  /** The same as `all`, but for Hangul, which is in syllables here and taken apart there. */
  syllables: string;
}

/** A name of an entry, or a spelling that was made of one by rule. */
export interface NameRow {
  /** The entry's number in the table. */
  entry: number;
  /** As the pack writes it. */
  text: string;
  class: NameClass;
  isMade: boolean;
  /** Its letters, folded. */
  all: string;
}

/** All names, and for finding some of them without reading all: their letters and words in order. */
export interface NameTable {
  /** Those of one entry next to each other. Elsewhere a name is its number in here. */
  rows: readonly NameRow[];
  /** The entries by their numbers in the table, as `keyOf` numbers them. */
  keys: readonly number[];
  /** Letters of all names. */
  letters: SortedTexts;
  /** For each place in `letters` a bit for each letter that is there, see `bitsOf`. */
  bits: Int32Array;
  /** Of names in Hangul, their syllables. */
  syllables: SortedTexts;
  /** Words of all names; those of a name were given one after another, from `firstWord` of it up to that of the next. */
  words: SortedTexts;
  firstWord: Uint32Array;
}

const BITS = 31;
const LINE = "\n";
const TAKEN_APART = /[\u1100-\u11ff]/;
/** What stands between words, but for the single space that is left there. */
const BETWEEN_WORDS = / *[^\p{L}\p{N}\n ][^\p{L}\p{N}\n]*| {2,}/gu;

/** One bit for each letter, some sharing one: what two texts cannot have in common is seen from these without comparing them. */
export function bitsOf(letters: string): number {
  let bits = 0;
  for (let at = 0; at < letters.length; at++) bits |= 1 << (letters.charCodeAt(at) & BITS);
  return bits;
}

/** Folds one text. */
export function lettersOf(text: string): Letters {
  return lettersIn(foldLines(text.replaceAll(LINE, " "))[0]!);
}

function lettersIn(words: string): Letters {
  const all = words.replaceAll(" ", "");
  return { all, words: words.split(" "), syllables: TAKEN_APART.test(all) ? all.normalize("NFC") : all };
}

/** The words of each line, folded, with a space between them. All at once: one by one takes several times as long. */
function foldLines(text: string): string[] {
  return foldText(text).replace(BETWEEN_WORDS, " ").split(LINE).map((line) => {
    const words = line.trim();
    // "The" says nothing, unless it is all that there is.
    return words.startsWith("the ") ? words.slice(4) : words;
  });
}

/**
 * The table of all names. A pack that was compiled without spellings has the listed names alone.
 * @throws PackError where a pack is damaged
 */
export function nameTable(packs: readonly OpenPack[]): NameTable {
  const rows: NameRow[] = [];
  const keys: number[] = [];
  const firstWord: number[] = [];
  const [words, wordOwners]: [string[], number[]] = [[], []];
  const [syllables, syllableOwners]: [string[], number[]] = [[], []];
  packs.forEach((pack, number) => {
    const { texts, lines, listed, spellings } = linesOf(pack);
    let made = listed;
    const add = (at: number, nameClass: NameClass) => {
      const letters = lettersIn(lines[at]!);
      const row = rows.length;
      rows.push({ entry: keys.length - 1, text: texts[at]!, class: nameClass, isMade: at >= listed, all: letters.all });
      firstWord.push(words.length);
      for (const word of letters.words) {
        words.push(word);
        wordOwners.push(row);
      }
      if (letters.syllables === letters.all) return;
      syllables.push(letters.syllables);
      syllableOwners.push(row);
    };
    for (let entry = 0; entry < pack.entryCount; entry++) {
      keys.push(keyOf(number, entry));
      const { start, end } = pack.namesOf(entry);
      for (let name = start; name < end; name++) add(name, pack.classOfName(name));
      for (let left = spellings[entry]?.length ?? 0; left > 0; left--) add(made++, "full");
    }
  });
  firstWord.push(words.length);
  const letters = new SortedTexts(rows.map(({ all }) => all), rows.map((_, row) => row));
  return {
    rows,
    keys,
    letters,
    bits: Int32Array.from(letters.texts, bitsOf),
    syllables: new SortedTexts(syllables, syllableOwners),
    words: new SortedTexts(words, wordOwners),
    firstWord: Uint32Array.from(firstWord),
  };
}

/** The names that a pack lists, and after them its spellings, entry by entry: as they are, and folded. */
function linesOf(pack: OpenPack): { texts: string[]; lines: string[]; listed: number; spellings: readonly (readonly string[])[] } {
  const section = pack.section(SPELLINGS_SECTION);
  const spellings = section ? readSpellings(section, pack.entryCount) : [];
  const names = pack.nameTexts();
  const texts = [...names, ...spellings.flat()];
  const lines = foldLines(texts.map((text) => (text.includes(LINE) ? text.replaceAll(LINE, " ") : text)).join(LINE));
  return { texts, lines, listed: names.length, spellings };
}
