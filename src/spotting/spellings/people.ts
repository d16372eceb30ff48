/**
 * Names of persons as they are shortened and turned round: initials, middle names left out, the surname last or alone.
 * What a word is, is told by its shape, so that names of which nothing else is known can be read.
 */
import { isHangul, isSurname as isKoreanSurname, isSyllable as isKoreanSyllable } from "./hangul";
import { cut, lettersOf } from "./letters";
import { isChineseSurname, isChineseSyllable, LONGEST_SYLLABLE } from "./pinyin";
import { ADJECTIVES, FUNCTION_WORDS, MONTHS_AND_DAYS, NAME_FORMERS, NAME_HEADS, TITLE_WORDS, wordSet } from "../words";
import { tokenise, Tokens } from "../tokens";

/** Written small within a name, they belong to what follows: de Gaulle, van der Sar. Some are written large as well. */
const PARTICLE = /^(?:de|del|della|di|da|dos|das|do|du|d'|von|zu|zur|van|der|den|ter|ten|la|le|los|bin|ibn|al|el|af|av|y|e)$/iu;
const YOUNGER = /,?\s+(?:jr|sr|jnr|snr|i{1,3}|iv)\.?$/iu;
/** "Kennedy", "O'Neill", "McCarthy", "Saint-Exupéry", "Al-Khatib": not "IBM", not "4th". */
const NAME_WORD = /^(?:\p{Lu}\p{M}*['’]?)?\p{Lu}?\p{M}*[\p{Ll}\p{M}'’]+(?:\p{Lu}[\p{Ll}\p{M}'’]+)?(?:[-‐‑]\p{L}[\p{L}\p{M}'’]*)*$/u;
const INITIAL = /^(?:\p{Lu}\.?){1,3}$/u;

/** They end no personal name, though they may be surnames: with a capital they are mostly something else. */
const NO_SURNAMES = wordSet(`
  united states nations emirates kingdom republic city town village county province region district state area zone coast
  desert forest islands falls springs creek hills beach isles highlands
  rovers wanderers athletic albion rangers celtic hotspur borough fc cf afc sc ac bc fk rugby cricket football basketball
  hockey team squad side open masters classic trophy championship championships derby marathon grand prix tour stakes
  motors systems software industries industrial international worldwide enterprises partners securities investments capital
  stores foods energy oil gas power resources insurance financial finance markets exchange index records pictures studios
  entertainment communications technologies technology networks pharmaceuticals chemicals aerospace engineering
  police guard guards force forces front party alliance coalition commandos rebels workers agency service services authority
  court parliament congress house cabinet ministry bureau budget act bill law reform peace process talks summit
  disease syndrome virus fever language languages people peoples culture church cathedral abbey religion
  cup final finals series season day week year century night song album film movie show games
`);

const scratch = new Tokens();

function among(words: ReadonlySet<number>, word: string): boolean {
  tokenise(word, scratch);
  return scratch.count > 0 && words.has(scratch.hash[scratch.count - 1]!);
}

/** Words of a name. */
function wordsOf(name: string): string[] {
  return name.split(/[\s·・]+/u).filter(Boolean);
}

/** Most words of a name that is known for a person's by nothing but its shape. */
const MOST_WORDS = 3;

/**
 * Has a Latin name the shape of a person's: two or three words with a capital, of which none is found in names of
 * other things? Particles do not count as words.
 */
export function looksPersonal(name: string): boolean {
  const words = wordsOf(name.replace(YOUNGER, ""));
  const counted = words.filter((word) => !PARTICLE.test(word));
  if (counted.length < 2 || counted.length > MOST_WORDS || words.at(-1) !== counted.at(-1)) return false;
  if (!counted.every((word, at) => (NAME_WORD.test(word) && /^\p{Lu}/u.test(word)) || (INITIAL.test(word) && at < counted.length - 1))) return false;
  const [first, last] = [counted[0]!, counted.at(-1)!];
  if ([FUNCTION_WORDS, NAME_HEADS, MONTHS_AND_DAYS].some((set) => counted.some((word) => word.length > 1 && !INITIAL.test(word) && among(set, word)))) return false;
  if ([NAME_FORMERS, ADJECTIVES, TITLE_WORDS].some((set) => among(set, first))) return false;
  return !among(NO_SURNAMES, last) && !among(ADJECTIVES, last);
}

/** Most syllables of an East Asian given name. */
const MOST_SYLLABLES = 2;

/** A Korean or Chinese name by its shape. */
export interface EastAsian {
  surname: string;
  /** As written, without the surname. */
  given: string;
  /** Syllables of the given name. */
  syllables: string[];
  surnameLast: boolean;
}

/** Reads a Latin name of Korean or Chinese shape; null for any other. "Lee Westwood" has a surname, but no syllables. */
export function eastAsian(name: string): EastAsian | null {
  const words = wordsOf(name);
  if (words.length < 2 || words.length > 3) return null;
  const [first, last] = [words[0]!, words.at(-1)!];
  for (const [isSurname, isSyllable] of [[isKoreanSurname, isKoreanSyllable], [isChineseSurname, isChineseSyllable]] as const) {
    for (const surnameLast of [false, true]) {
      const surname = surnameLast ? last : first;
      const given = (surnameLast ? words.slice(0, -1) : words.slice(1)).join(" ");
      if (!isSurname(lettersOf(surname))) continue;
      const syllables = syllablesOf(given, isSyllable);
      // A lone syllable says too little to tell "Ma Lin" from "Lin Ma", or either from Max Lin.
      if (syllables && !(surnameLast && syllables.length < MOST_SYLLABLES)) return { surname, given, syllables, surnameLast };
    }
  }
  return null;
}

function syllablesOf(given: string, isSyllable: (letters: string) => boolean): string[] | null {
  const parts = given.split(/[\s-]/);
  if (parts.length > MOST_SYLLABLES) return null;
  if (parts.length === MOST_SYLLABLES) return parts.every((part) => isSyllable(lettersOf(part))) ? parts : null;
  const letters = lettersOf(given);
  return cut(letters, 1, isSyllable, LONGEST_SYLLABLE) ?? cut(letters, 2, isSyllable, LONGEST_SYLLABLE);
}

/**
 * The surname by which a person is named again; null where the name is one word, or of a script whose surnames do not
 * stand alone.
 */
export function surnameOf(name: string): string | null {
  const words = wordsOf(name.replace(YOUNGER, ""));
  if (words.length < 2 || words.some((word) => word.endsWith(","))) return null;
  // Spaced Hangul is a Korean's surname before the given name, if that is one syllable.
  if (isHangul(words[0]!) && words[0]!.length === 1) return null;
  const read = eastAsian(name);
  if (read) return read.surname;
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1]!)) from--;
  const surname = words.slice(from).join(" ");
  return INITIAL.test(surname) ? null : surname;
}

/** An East Asian name in the other order, the given name parted and joined. */
export function turnedRound(name: string): string[] {
  const read = eastAsian(name);
  if (!read || read.syllables.length < MOST_SYLLABLES) return [];
  const { surname, given, surnameLast } = read;
  const joined = given.charAt(0) + given.slice(1).replace(/[\s-]/g, "").toLowerCase();
  return [given, joined].map((each) => (surnameLast ? `${surname} ${each}` : `${each} ${surname}`));
}

/** "Kim, Il-sung", as catalogues have an East Asian name; a Western one would be taken for two in a list. */
export function catalogued(name: string): string[] {
  const read = eastAsian(name);
  return read && read.syllables.length === MOST_SYLLABLES ? [`${read.surname}, ${read.given}`] : [];
}

/**
 * A Western or Russian name with middle names as initials or left out, with initials alone, without "Jr."
 * @param known whether it is certain that the name is a person's; if not, nothing but initials and "Jr." is left out
 * @param listed surnames that the pack has, some of several words
 */
export function shortened(name: string, known: boolean, listed: readonly string[] = []): string[] {
  const plain = name.replace(YOUNGER, "");
  const forms = plain === name ? [] : [plain];
  const words = wordsOf(plain);
  const surname = listed.find((each) => plain.endsWith(` ${each}`)) ?? surnameOf(plain);
  if (!surname || eastAsian(plain)) return forms;
  const [first, ...middle] = words.slice(0, words.length - wordsOf(surname).length);
  if (!first || middle.length === 0 || middle.some((word) => PARTICLE.test(word))) return forms;
  const initials = middle.map(initialOf).join(" ");
  const allInitials = middle.every((word) => INITIAL.test(word));
  if (INITIAL.test(first)) return forms;
  if (known || allInitials) forms.push(`${first} ${surname}`);
  if (known && !allInitials) forms.push(`${first} ${initials} ${surname}`);
  if (known) forms.push(`${initialOf(first)} ${initials} ${surname}`);
  return forms;
}

function initialOf(word: string): string {
  return `${word.charAt(0).toUpperCase()}.`;
}
