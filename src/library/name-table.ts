/** The names of all open packs, as a search compares them: without case, accents, spaces and hyphens, in any script. */
import { foldText } from "../highlights/terms";
import type { NameClass } from "../packs/model";
import type { OpenPack } from "../packs/open";
import { keyOf } from "../spotting/memory";
import { readSpellings, SPELLINGS_SECTION } from "../spotting/spellings/section";

/** Letters and digits of a text, folded. */
export interface Letters {
  /** All of them, one after another: "zhouenlai". */
  all: string;
  /** The words, each with a space before it: " zhou enlai". */
  words: string;
  /** The same as `all`, but for Hangul, which is in syllables here and taken apart there. */
  syllables: string;
  /** A bit for each letter that is there; some letters share one. */
  bits: number;
}

/** A name of an entry, or a spelling that was made of one by rule. */
export interface NameRow extends Letters {
  /** The entry, as `keyOf` numbers it. */
  key: number;
  /** As the pack writes it. */
  text: string;
  class: NameClass;
  isMade: boolean;
}

const BITS = 31;
const LINE = "\n";
const TAKEN_APART = /[\u1100-\u11ff]/;
/** What stands between words, but for the single space that is left there. */
const BETWEEN_WORDS = / *[^\p{L}\p{N}\n ][^\p{L}\p{N}\n]*| {2,}/gu;

/** One bit for each letter: what two texts cannot have in common is seen from these without comparing them. */
function bitsOf(letters: string): number {
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
  return { all, words, syllables: TAKEN_APART.test(all) ? all.normalize("NFC") : all, bits: bitsOf(all) };
}

/** The words of each line, folded, each with a space before it. All at once: one by one takes several times as long. */
function foldLines(text: string): string[] {
  return foldText(text).replace(BETWEEN_WORDS, " ").split(LINE).map((line) => {
    const words = line.trim();
    // "The" says nothing, unless it is all that there is.
    return words.startsWith("the ") ? words.slice(3) : ` ${words}`;
  });
}

/**
 * All names, those of one entry next to each other. A pack that was compiled without spellings has the listed names alone.
 * @throws PackError where a pack is damaged
 */
export function nameTable(packs: readonly OpenPack[]): NameRow[] {
  return packs.flatMap((pack, number) => {
    const section = pack.section(SPELLINGS_SECTION);
    const spellings = section ? readSpellings(section, pack.entryCount) : [];
    const listed = pack.nameTexts();
    const texts = [...listed, ...spellings.flat()];
    const lines = foldLines(texts.map((text) => (text.includes(LINE) ? text.replaceAll(LINE, " ") : text)).join(LINE));
    const rows: NameRow[] = [];
    let made = listed.length;
    const add = (at: number, entry: number, nameClass: NameClass) => {
      const { all, words, syllables, bits } = lettersIn(lines[at]!);
      rows.push({ key: keyOf(number, entry), text: texts[at]!, class: nameClass, isMade: at >= listed.length, all, words, syllables, bits });
    };
    for (let entry = 0; entry < pack.entryCount; entry++) {
      const { start, end } = pack.namesOf(entry);
      for (let name = start; name < end; name++) add(name, entry, pack.classOfName(name));
      for (let left = spellings[entry]?.length ?? 0; left > 0; left--) add(made++, entry, "full");
    }
    return rows;
  });
}
