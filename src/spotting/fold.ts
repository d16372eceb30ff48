/**
 * Folding: what is left of a character when case, accents and ways of typing it no longer count.
 *
 * The table maps each UTF-16 code unit to its folded unit, or to a class below `FIRST_UNIT` that says what else it
 * does in a text. It is filled a page of 256 units at a time, when the first unit of the page turns up, because most
 * texts need three pages of the 256 and a background worker should be awake at once. Only filling asks Unicode
 * properties and `normalize()`; reading a text is one look into the table a unit.
 *
 * Sources: Unicode Standard Annex #15 (decomposition), #44 (properties), Unicode Standard 3.12 (Hangul composition).
 */

/** Not looked at yet: `readUnit` fills the page. */
export const UNREAD = 0;
/** Stands between the words of a name: spaces of all widths, line breaks, hyphens of all kinds, middle dots. */
export const SOFT = 1;
/** May stand within a name but sets its words apart: quotation marks, the ampersand. */
export const LOOSE = 2;
/** Ends a phrase: punctuation, symbols, emoji. The three are the gaps of tokens.ts, so that cutting compares no classes. */
export const HARD = 3;
/** Not there at all: soft hyphen, zero-width characters, marks of direction. */
export const IGNORED = 4;
/** Belongs to the letter before it and usually does not count: accents, variation selectors. */
export const MARK = 5;
export const APOSTROPHE = 6;
/** The full stop: it ends a sentence, or an abbreviation. */
export const STOP = 7;
/** Folds to something other than one unit: see `specialAt`. */
export const EXPANDS = 8;
/** A conjoining letter of a decomposed Hangul syllable: see `specialAt`. */
export const JAMO = 9;
/** First half of a character beyond U+FFFF: see `specialAt`. */
export const SURROGATE = 10;

/** Values from here on are folded units. `0` is the smallest that any letter or digit folds to. */
export const FIRST_UNIT = 0x30;
/** Units below belong to scripts that put spaces between words. */
export const FIRST_EAST_ASIAN = 0x2e80;

/** The fold table, by code unit. Read it through `readUnit` where the value is `UNREAD`. */
export const FOLD = new Uint16Array(0x10000);

/** How the characters of a script make tokens. */
export const WORD = 0; // a run is one token
export const HAN = 1; // one token a character
export const HANGUL = 2; // one token a syllable
export const KATAKANA = 3; // a run is one token
export const HIRAGANA = 4; // a run is one token

/** What a character that is not simply one unit folds to. */
export interface Special {
  /** A class below `FIRST_UNIT`, or `FIRST_UNIT` for letters. */
  readonly kind: number;
  /** Folded units; empty unless `kind` is `FIRST_UNIT`. */
  readonly units: string;
  readonly script: number;
  /** Code units that it takes up in the text. */
  readonly length: number;
}

const PAGE = 0x100;

const SPACES_AND_HYPHENS =
  /[\p{White_Space}\p{Pd}\u00b7\u0387\u2027\u2043\u2212\u30fb\uff65\u1361_]/u;
/** The em dash and its relatives are dashes by property, but they part phrases, not words. */
const PHRASE_DASHES = /[\u2014\u2015\u2e3a\u2e3b\ufe31\ufe58]/u;
const APOSTROPHES = /['\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2032\u0060\u00b4\uff07\ua78c\u05f3]/u;
const QUOTES = /["&\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\uff02\uff06\u3008-\u300f\u301d-\u301f\uff62\uff63]/u;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
const VARIATION_SELECTOR = /\p{Variation_Selector}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}\p{Nl}]/u;
const MODIFIER_LETTER = /\p{Lm}/u;
const ANY_MARK = /\p{M}/u;
/**
 * Marks that do not change what a word is. Those of Indic, Thai and other scripts are vowels and do.
 */
const ACCENT =
  /[\p{Me}\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;

/** Letters with a stroke and the like, which Unicode does not decompose but which are typed without it. */
const PLAIN: Readonly<Record<string, string>> = Object.fromEntries(
  // The Turkish dotless i among them: names are typed with and without it.
  "ß=ss æ=ae œ=oe ø=o ł=l đ=d ð=d þ=th ħ=h ŧ=t ŀ=l ĸ=k ı=i ς=σ".split(" ").map((pair) => pair.split("=") as [string, string]),
);

const BREVE = "\u0306";
const DIAERESIS = "\u0308";
const VOICED = "\u3099";
const SEMI_VOICED = "\u309a";
const KANA = /[\p{Script=Katakana}\p{Script=Hiragana}]/u;

/**
 * Does the mark make another letter of the folded one before it? Half-width kana have theirs as a character of its own,
 * with no letter before. й is not и, ў not у, ї not і, ガ not カ. But ё is mostly
 * written е, and an acute only shows the stress.
 */
export function keepsMark(letter: string, mark: string): boolean {
  if (mark === VOICED || mark === SEMI_VOICED) return letter === "" || KANA.test(letter);
  if (mark === BREVE) return letter === "и" || letter === "у";
  return mark === DIAERESIS && letter === "і";
}

/** Specials by code point; what one code unit expands to, and characters beyond U+FFFF, as they turn up. */
const specials = new Map<number, Special>();

/** Value of the table for a code unit, filling the page where that has not been done. */
export function readUnit(unit: number): number {
  if (FOLD[unit] === UNREAD) fillPage(unit - (unit % PAGE));
  return FOLD[unit]!;
}

function fillPage(first: number): void {
  for (let unit = first; unit < first + PAGE; unit++) FOLD[unit] = valueOf(unit);
}

function valueOf(unit: number): number {
  if (unit >= 0xd800 && unit < 0xe000) return unit < 0xdc00 ? SURROGATE : HARD;
  if (isSyllable(unit) || isUnifiedHan(unit)) return unit;
  if (isJamo(unit)) return JAMO;
  const special = classify(unit, String.fromCharCode(unit));
  if (special.kind !== FIRST_UNIT) return special.kind;
  const only = special.units.charCodeAt(0);
  // In the table, a unit below the East Asian ones means a letter of a word: conjoining Hangul must not look like one.
  const plainly = only < FIRST_EAST_ASIAN ? special.script === WORD : scriptOf(only) === special.script;
  if (special.units.length === 1 && plainly) return only;
  specials.set(unit, special);
  return EXPANDS;
}

/** What a character folds to, by its properties. */
function classify(code: number, character: string): Special {
  const as = (kind: number, units = "") => ({ kind, units, script: scriptOfCode(code, units), length: character.length });
  if (character === "." || character === "\uff0e") return as(STOP);
  if (APOSTROPHES.test(character)) return as(APOSTROPHE);
  if (QUOTES.test(character)) return as(LOOSE);
  if (PHRASE_DASHES.test(character)) return as(HARD);
  if (SPACES_AND_HYPHENS.test(character)) return as(SOFT);
  if (VARIATION_SELECTOR.test(character)) return as(MARK);
  if (IGNORABLE.test(character)) return as(IGNORED);
  const mark = ANY_MARK.test(character);
  if (mark && ACCENT.test(character)) return as(MARK);
  if (!mark && !LETTER_OR_DIGIT.test(character)) return as(HARD);
  const units = decompose(character);
  // A raised letter is a footnote's mark more often than a part of the word; kana's signs are modifiers by property.
  const raised = MODIFIER_LETTER.test(character) && units !== character && scriptOfCode(code, units) === WORD;
  return units === "" || raised ? as(HARD) : as(FIRST_UNIT, units);
}

/** Lower case, compatibility forms resolved, accents gone, in the order of the decomposed form. */
function decompose(character: string): string {
  let units = "";
  for (const part of plain(character).normalize("NFKD").toLowerCase()) {
    if (counts(part, units.at(-1) ?? "")) units += PLAIN[part] ?? part;
  }
  return composeHangul(units);
}

function counts(part: string, before: string): boolean {
  if (ANY_MARK.test(part)) return !ACCENT.test(part) || keepsMark(before, part);
  return LETTER_OR_DIGIT.test(part) && !APOSTROPHES.test(part);
}

/** `toLowerCase` after decomposition alone would miss capitals that have no decomposition but a plain form. */
function plain(character: string): string {
  const lower = character.toLowerCase();
  return PLAIN[lower] ?? lower;
}

function composeHangul(units: string): string {
  return isJamo(units.charCodeAt(0)) ? units.normalize("NFC") : units;
}

/**
 * What stands at `at`, where the table says `EXPANDS`, `JAMO` or `SURROGATE`.
 * @param at offset in code units
 */
export function specialAt(text: string, at: number): Special {
  const unit = text.charCodeAt(at);
  if (isJamo(unit)) return syllableAt(text, at);
  const code = text.codePointAt(at)!;
  let special = specials.get(code);
  if (!special) {
    const half = code >= 0xd800 && code < 0xe000;
    special = half ? { kind: HARD, units: "", script: WORD, length: 1 } : classify(code, String.fromCodePoint(code));
    specials.set(code, special);
  }
  return special;
}

const FIRST_SYLLABLE = 0xac00;
const LEADS = { first: 0x1100, count: 19 };
const VOWELS = { first: 0x1161, count: 21 };
/** Counted with "none": the first final consonant is one above. */
const FINALS = { first: 0x11a7, count: 28 };

/** A Hangul syllable typed as two or three conjoining letters, composed; a letter that stands alone is itself. */
function syllableAt(text: string, at: number): Special {
  const lead = text.charCodeAt(at) - LEADS.first;
  const vowel = text.charCodeAt(at + 1) - VOWELS.first;
  if (!(lead >= 0 && lead < LEADS.count && vowel >= 0 && vowel < VOWELS.count)) {
    return { kind: FIRST_UNIT, units: text.charAt(at), script: HANGUL, length: 1 };
  }
  const final = text.charCodeAt(at + 2) - FINALS.first;
  const closed = final > 0 && final < FINALS.count;
  const syllable = FIRST_SYLLABLE + (lead * VOWELS.count + vowel) * FINALS.count + (closed ? final : 0);
  return { kind: FIRST_UNIT, units: String.fromCharCode(syllable), script: HANGUL, length: closed ? 3 : 2 };
}

function isJamo(unit: number): boolean {
  return unit >= 0x1100 && unit < 0x1200 && unit !== 0x115f && unit !== 0x1160;
}

function isSyllable(unit: number): boolean {
  return unit >= FIRST_SYLLABLE && unit < 0xd7a4;
}

function isUnifiedHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit < 0xa000) || (unit >= 0x3400 && unit < 0x4dc0);
}

function isKatakana(unit: number): boolean {
  return (unit >= 0x30a0 && unit < 0x3100) || (unit >= 0x31f0 && unit < 0x3200);
}

function isHiragana(unit: number): boolean {
  return unit >= 0x3041 && unit < 0x3097;
}

/** Script of a folded unit. */
export function scriptOf(unit: number): number {
  if (unit < FIRST_EAST_ASIAN) return isJamo(unit) ? HANGUL : WORD;
  if (isUnifiedHan(unit) || (unit >= 0x2e80 && unit < 0x3000) || (unit >= 0x3005 && unit < 0x3008)) return HAN;
  if (isSyllable(unit) || (unit >= 0x3131 && unit < 0x3190)) return HANGUL;
  // The voicing marks stand after either; katakana is where they stand in names.
  if (isKatakana(unit) || unit === 0x3099 || unit === 0x309a) return KATAKANA;
  return isHiragana(unit) || unit === 0x309d || unit === 0x309e ? HIRAGANA : WORD;
}

function scriptOfCode(code: number, units: string): number {
  // Planes 2 and 3 are all Han.
  if (code >= 0x20000 && code < 0x40000) return HAN;
  return scriptOf(units.charCodeAt(0));
}

/** Final consonant of a syllable, from 0 for none to 27; -1 for what is no syllable. Number 8 is ㄹ. */
export function finalOf(syllable: number): number {
  return isSyllable(syllable) ? (syllable - FIRST_SYLLABLE) % FINALS.count : -1;
}
