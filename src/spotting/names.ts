/**
 * What the dictionary's numbers say: the entry and how its name is written, in 32 bits; and which spellings of a name
 * go into the dictionary.
 */
import { type Kind, type Name, NAME_CLASSES, type NameClass } from "../packs/model";
import { HAN, HANGUL, WORD } from "./fold";
import { endsInCapital, isAllCapital, isCapital } from "./casing";
import { declined } from "./spellings/russian-cases";
import { GAP_HARD, GAP_NONE, Tokens, tokenise } from "./tokens";
import { ORDINARY_WORDS } from "./words";

const CLASS_BITS = 2;
/** The name begins with a capital: so must the text. */
export const CAPITAL = 1 << 2;
/** Its last word does too: a text where it does not may speak of something else ("Long march"). */
export const LAST_CAPITAL = 1 << 3;
/** All letters are capitals: in small letters it is another word. */
export const ACRONYM = 1 << 4;
/** An everyday word. */
export const ORDINARY = 1 << 5;
/** Written with spaces where its script needs none. */
export const SPACED = 1 << 6;
/** In scripts with spaces the same bit: the name ends in a mark of its own, as "Yahoo!" does. */
export const MARKED = SPACED;
/** Not listed by the pack but made from a listed name by rule: weaker than a listed one. */
export const GENERATED = 1 << 7;
const ENTRY_SHIFT = 8;
/** Entries that a pack can have: what is left of 32 bits. */
export const MOST_ENTRIES = 2 ** (32 - ENTRY_SHIFT);

export function packValue(entry: number, nameClass: NameClass, flags: number): number {
  return ((entry << ENTRY_SHIFT) | flags | NAME_CLASSES.indexOf(nameClass)) >>> 0;
}

export function entryOf(value: number): number {
  return value >>> ENTRY_SHIFT;
}

export function classOf(value: number): NameClass {
  return NAME_CLASSES[value & ((1 << CLASS_BITS) - 1)]!;
}

/** For texts that are cut in passing. */
const scratch = new Tokens();

/** How a spelling is written, as flags. */
export function flagsOf(spelling: string, tokens: Tokens): number {
  tokenise(spelling, tokens);
  const { count } = tokens;
  if (count === 0) return 0;
  let flags = 0;
  if (isCapital(spelling, tokens.start[0]!)) flags |= CAPITAL;
  if (tokens.script(0) === WORD && /[\p{L}\p{N}][!?]$/u.test(spelling.trimEnd())) flags |= MARKED;
  if (count > 1 && endsInCapital(spelling, tokens, 0, count)) flags |= LAST_CAPITAL;
  const letters = spelling.replace(/\P{L}/gu, "");
  if (letters.length > 1 && isAllCapital(letters, 0, letters.length)) flags |= ACRONYM;
  // The dotted form of an acronym is as ordinary as the plain one: U.S. shouts like us.
  const joined = scratch;
  tokenise(letters, joined);
  const plain = count === 1 ? tokens.hash[0]! : flags & ACRONYM && joined.count === 1 ? joined.hash[0]! : 0;
  if (ORDINARY_WORDS.has(plain)) flags |= ORDINARY;
  for (let token = 1; token < count; token++) {
    const script = tokens.script(token);
    if ((script === HAN || script === HANGUL) && tokens.gap(token) !== GAP_NONE) flags |= SPACED;
  }
  return flags;
}

/** Acronyms up to this length are also written with stops. */
const DOTTED_LONGEST = 4;
const HYPHEN = /(\p{L})[-\u2010\u2011](?=\p{L})/gu;
/** One vowel, or several in a row, with consonants around: the shape of a Korean or Chinese syllable in Latin letters. */
const SYLLABLE = /^[^aeiouy]*[aeiouy]+[^aeiouy]*$/;
const LONGEST_SYLLABLE = 6;

/**
 * The spellings under which a name is put into the dictionary: the name itself, and those that differ from it only in
 * where its words are parted, or in their grammatical case. Capitals, accents, apostrophes and the kind of hyphen are folded and need no spelling.
 */
export function spellingsOf(name: Pick<Name, "text" | "lang">, kind: Kind): string[] {
  const text = name.text.trim().replace(/^the\s+(?=\S)/u, "");
  const spellings = new Set([text]);
  const tokens = scratch;
  tokenise(text, tokens);
  const words = Array.from({ length: tokens.count }, (_, at) => text.slice(tokens.start[at]!, tokens.end[at]!));

  if (kind === "person" || kind === "place") spellings.add(text.replace(HYPHEN, "$1"));
  if (kind === "person") spellings.add(joinedGivenName(words, tokens));
  for (let token = 1; token < tokens.count; token++) {
    // Commas and brackets are left out about as often as they are set.
    if (tokens.gap(token) === GAP_HARD) spellings.add(words.join(" "));
  }
  if (/^(?:\p{Lu}\.\s?){2,}$/u.test(text)) spellings.add(text.replace(/[.\s]/g, ""));
  if (/^\p{Lu}+$/u.test(text) && text.length > 1 && text.length <= DOTTED_LONGEST) {
    spellings.add(`${[...text].join(".")}.`);
  }
  if (/^ru\b/.test(name.lang)) for (const form of declined(text, kind)) spellings.add(form);
  spellings.delete("");
  return [...spellings];
}

/** "Kim Il Sung" as "Kim Ilsung"; empty for names of another shape. The hyphenated form is joined as any hyphen is. */
function joinedGivenName(words: readonly string[], tokens: Tokens): string {
  const [family, first, second, ...more] = words;
  if (!family || !first || !second || more.length > 0) return "";
  const syllable = (word: string, at: number) => {
    const folded = word.normalize("NFKD").replace(/[^\p{L}]/gu, "").toLowerCase();
    return tokens.script(at) === WORD && folded.length <= LONGEST_SYLLABLE && SYLLABLE.test(folded);
  };
  return syllable(first, 1) && syllable(second, 2) ? `${family} ${first}${second.toLowerCase()}` : "";
}
