/**
 * The names in a text, found the plain way: a Map from folded words to names, asked for every run of words, longest
 * first. It shares no code with what it judges, save the vocabulary of what may stand around a Korean name
 * (src/spotting/korean.ts), and takes no care of time. What it knows of matching is what the documentation says:
 *
 * - case, accents, apostrophes within a word, invisible characters and compatibility forms do not count;
 * - spaces and hyphens part the words of a name, other punctuation parts names; a full stop after one or two letters,
 *   quotation marks and a possessive may stand within one;
 * - a name with a capital is written with one, an acronym in capitals (or, with four letters and more, as a word);
 *   names of events and ideas may also be written all small, but none of those that are measured is given as one;
 * - Han and Hangul are cut into characters, and a name in Hangul begins a word that goes on with particles at most;
 * - up to three initials may stand between a given name and a surname.
 */
import { isPrefix, isTail } from "../../src/spotting/korean";

export interface OracleToken {
  folded: string;
  /** Offsets in UTF-16 code units, half-open. */
  start: number;
  end: number;
  gap: Gap;
  script: Script;
  /** One letter with a full stop after it. */
  initial: boolean;
}

type Script = "word" | "han" | "hangul" | "katakana" | "hiragana";

/** What lies before a token, from weak to strong. */
const GAPS = ["none", "soft", "loose", "hard"] as const;
type Gap = (typeof GAPS)[number];

type Sort = "letter" | "mark" | "ignored" | "apostrophe" | "stop" | Exclude<Gap, "none">;

const APOSTROPHE = /^['‘’‛ʹʻʼʽʾʿ′`´＇ꞌ׳]$/u;
const LOOSE = /^["&“”„‟«»‹›＂＆\u3008-\u300f\u301d-\u301f｢｣]$/u;
const SOFT = /^[\p{White_Space}\p{Pd}··‧⁃−・･፡_]$/u;
const LONG_DASH = /^[—―⸺⸻︱﹘]$/u;
/** Scripts whose marks are accents; those of other scripts are vowels. */
const ACCENT =
  /[\p{Me}\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;
const TYPED: Readonly<Record<string, string>> = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ŧ: "t", ŀ: "l", ĸ: "k", ı: "i", ς: "σ",
};

const sorts = new Map<string, Sort>();

function sortOf(character: string): Sort {
  let sort = sorts.get(character);
  if (!sort) sorts.set(character, (sort = classify(character)));
  return sort;
}

function classify(character: string): Sort {
  if (/^[.．]$/.test(character)) return "stop";
  if (APOSTROPHE.test(character)) return "apostrophe";
  if (LOOSE.test(character)) return "loose";
  if (LONG_DASH.test(character)) return "hard";
  if (SOFT.test(character)) return "soft";
  if (/^\p{Variation_Selector}$/u.test(character)) return "mark";
  if (/^\p{Default_Ignorable_Code_Point}$/u.test(character)) return "ignored";
  if (/^\p{M}$/u.test(character)) return ACCENT.test(character) ? "mark" : "letter";
  if (!/^[\p{L}\p{Nd}\p{Nl}]/u.test(character)) return "hard";
  const folded = foldWord(character);
  const raised = /^\p{Lm}$/u.test(character) && folded !== character && scriptOf(character) === "word";
  return folded === "" || raised ? "hard" : "letter";
}

/** A word without what does not count. */
export function foldWord(word: string): string {
  // Most words, and all that this does to them.
  if (/^[A-Za-z0-9]*$/.test(word)) return word.toLowerCase();
  let folded = "";
  for (const part of typed(word.toLowerCase()).normalize("NFKD").toLowerCase()) {
    if (isKept(part, folded)) folded += TYPED[part] ?? part;
  }
  return folded.normalize("NFC");
}

function isKept(part: string, before: string): boolean {
  if (/^[a-z]$/.test(part)) return true;
  if (/\p{M}/u.test(part)) return !ACCENT.test(part) || keeps(before, part);
  return /[\p{L}\p{Nd}\p{Nl}]/u.test(part) && !APOSTROPHE.test(part);
}

const TYPED_LETTER = new RegExp(`[${Object.keys(TYPED).join("")}]`, "gu");

function typed(word: string): string {
  return word.replace(TYPED_LETTER, (letter) => TYPED[letter]!);
}

/** й is not и, ガ not カ. */
function keeps(before: string, mark: string): boolean {
  if (mark === "\u0306") return /[иу]$/.test(before);
  if (mark === "\u0308") return before.endsWith("і");
  return /[\u3099\u309a]/.test(mark) && (before === "" || /[\p{Script=Katakana}\p{Script=Hiragana}]$/u.test(before));
}

const scripts = new Map<string, Script>();

function scriptOf(character: string): Script {
  let script = scripts.get(character);
  if (!script) scripts.set(character, (script = scriptOfOne(character)));
  return script;
}

function scriptOfOne(character: string): Script {
  const plain = character.normalize("NFKC");
  if (/^[\p{Script=Hangul}]/u.test(plain)) return "hangul";
  if (/^[\p{Script=Han}]/u.test(plain)) return "han";
  if (/^[\p{Script=Katakana}ー\u3099\u309a]/u.test(plain)) return "katakana";
  return /^\p{Script=Hiragana}/u.test(plain) ? "hiragana" : "word";
}

/** A character with the parts of a decomposed Hangul syllable together. */
const CHARACTER = /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\s\S]/uy;
const FIRST_JAMO = 0x1100;

function characterAt(text: string, at: number): string {
  if (text.charCodeAt(at) < FIRST_JAMO) return text.charAt(at);
  CHARACTER.lastIndex = at;
  return CHARACTER.exec(text)![0];
}

export function tokensOf(text: string): OracleToken[] {
  const tokens: OracleToken[] = [];
  let open: OracleToken | null = null;
  let gap: Gap = "hard";
  const widen = (other: Gap) => (gap = GAPS[Math.max(GAPS.indexOf(gap), GAPS.indexOf(other))]!);
  const close = (token: OracleToken | null) => {
    if (token) token.folded = foldWord(text.slice(token.start, token.end));
    open = null;
  };
  for (let at = 0; at < text.length; ) {
    const character = characterAt(text, at);
    const sort = sortOf(character);
    let width = character.length;
    if (sort === "letter") {
      const script = scriptOf(character);
      if (!open || open.script !== script || script === "han" || script === "hangul") {
        close(open);
        open = { folded: "", start: at, end: at, gap, script, initial: false };
        tokens.push(open);
        gap = "none";
      }
      open.end = at + width;
    } else if (sort === "mark") {
      if (open) open.end = at + width;
    } else if (sort === "apostrophe" && open) {
      if (isPossessive(text, at)) width = 2;
      if (width === 2 || !continuesWord(text, at + 1)) {
        close(open);
        widen("loose");
      }
    } else if (sort === "stop") {
      const word: OracleToken | null = open;
      const letters: number = word?.script === "word" ? lettersOf(text.slice(word.start, at)) : 0;
      if (letters === 1) word!.initial = true;
      widen(letters === 1 || letters === 2 ? "loose" : "hard");
      close(open);
    } else if (sort !== "ignored") {
      widen(sort === "apostrophe" ? "loose" : sort);
      close(open);
    }
    at += width;
  }
  close(open);
  return tokens;
}

function lettersOf(word: string): number {
  return /[0-9]/.test(word) ? 0 : [...word].filter((character) => sortOf(character) === "letter").length;
}

function isPossessive(text: string, at: number): boolean {
  return /^[sｓ]$/i.test(text.charAt(at + 1)) && !continuesWord(text, at + 2);
}

function continuesWord(text: string, at: number): boolean {
  while (at < text.length && sortOf(characterAt(text, at)) === "ignored") at++;
  if (at >= text.length) return false;
  const next = characterAt(text, at);
  return sortOf(next) === "mark" || (sortOf(next) === "letter" && scriptOf(next) === "word");
}

/** Folded tokens as one string. A hard gap within a name is part of it, others are not. */
export function spellingOf(tokens: readonly OracleToken[], from = 0, to = tokens.length): string {
  let spelling = "";
  for (let at = from; at < to; at++) {
    spelling += at === from ? "" : tokens[at]!.gap === "hard" ? " | " : " ";
    spelling += tokens[at]!.folded;
  }
  return spelling;
}

interface Name {
  entry: number;
  capital: boolean;
  acronym: boolean;
  spaced: boolean;
}

/** Acronyms of so many letters are also written as words. */
const WORDLIKE_ACRONYM = 4;
const UNMISTAKABLE_SYLLABLES = 4;
const MOST_INITIALS = 3;

export interface OracleFind {
  start: number;
  end: number;
  /** Sorted. */
  entries: number[];
}

export class Oracle {
  readonly #names = new Map<string, Name[]>();
  /** Tokens of the longest name that begins with a token. */
  readonly #longest = new Map<string, number>();

  /** @param names full names, the one at `n` of entry `n` */
  constructor(names: readonly string[]) {
    for (const [entry, text] of names.entries()) {
      const tokens = tokensOf(text);
      const spelling = spellingOf(tokens);
      const letters = text.replace(/\P{L}/gu, "");
      const name: Name = {
        entry,
        capital: isCapital(text, tokens[0]!.start),
        acronym: letters.length > 1 && hasCapital(letters) && letters === letters.toUpperCase(),
        spaced: tokens.some(({ script, gap }, at) => at > 0 && (script === "han" || script === "hangul") && gap !== "none"),
      };
      const same = this.#names.get(spelling);
      if (same) same.push(name);
      else this.#names.set(spelling, [name]);
      const first = tokens[0]!.folded;
      this.#longest.set(first, Math.max(this.#longest.get(first) ?? 0, tokens.length));
    }
  }

  find(text: string, tokens: readonly OracleToken[] = tokensOf(text)): OracleFind[] {
    const finds: OracleFind[] = [];
    for (let from = 0; from < tokens.length; ) {
      const found = this.#longestAt(text, tokens, from) ?? this.#pastInitials(text, tokens, from);
      if (found) {
        const entries = found.names.map(({ entry }) => entry).sort((a, b) => a - b);
        finds.push({ start: tokens[from]!.start, end: tokens[found.to - 1]!.end, entries });
      }
      from = found ? found.to : from + 1;
    }
    return finds;
  }

  #longestAt(text: string, tokens: readonly OracleToken[], from: number) {
    const longest = Math.min(this.#longest.get(tokens[from]!.folded) ?? 0, tokens.length - from);
    for (let to = from + longest; to > from; to--) {
      const names = this.#written(spellingOf(tokens, from, to), text, tokens, from, to);
      if (names.length > 0 && standsAlone(text, tokens, from, to, names)) return { to, names };
    }
    return null;
  }

  #pastInitials(text: string, tokens: readonly OracleToken[], from: number) {
    let last = from + 1;
    while (tokens[last]?.initial && last - from <= MOST_INITIALS) last++;
    if (last === from + 1 || last >= tokens.length) return null;
    const names = this.#written(`${tokens[from]!.folded} ${tokens[last]!.folded}`, text, tokens, from, last + 1);
    return names.length > 0 ? { to: last + 1, names } : null;
  }

  /** Names of a spelling that may be written as the text writes them. */
  #written(spelling: string, text: string, tokens: readonly OracleToken[], from: number, to: number): Name[] {
    const start = tokens[from]!.start;
    const surface = text.slice(start, tokens[to - 1]!.end);
    return (this.#names.get(spelling) ?? []).filter(({ capital, acronym }) => {
      if (capital && !isCapital(text, start)) return false;
      if (!acronym || (hasCapital(surface) && surface === surface.toUpperCase())) return true;
      return to - from === 1 && surface.length >= WORDLIKE_ACRONYM;
    });
  }
}

function isCapital(text: string, at: number): boolean {
  const character = characterAt(text, at);
  return /^\p{L}/u.test(character) && character.toLowerCase() !== character;
}

function hasCapital(text: string): boolean {
  return text !== text.toLowerCase();
}

/** Is a name in Hangul a word of its own, with particles at most? Names here have no single Han character. */
function standsAlone(text: string, tokens: readonly OracleToken[], from: number, to: number, names: readonly Name[]): boolean {
  const first = tokens[from]!;
  const last = tokens[to - 1]!;
  if (first.script !== "hangul" && last.script !== "hangul") return true;
  const glued = (at: number) =>
    at > 0 && tokens[at]?.gap === "none" && tokens[at]!.script === "hangul" && tokens[at - 1]!.script === "hangul";
  const spread = tokens.slice(from + 1, to).some(({ gap }) => gap !== "none");
  if (to - from < UNMISTAKABLE_SYLLABLES && spread && !names.some(({ spaced }) => spaced)) return false;
  if (first.script === "hangul" && glued(from) && to - from < UNMISTAKABLE_SYLLABLES) {
    let word = from;
    while (glued(word)) word--;
    if (to - from === 1 || !isPrefix(text.slice(tokens[word]!.start, first.start).normalize("NFC"))) return false;
  }
  if (last.script !== "hangul") return true;
  let end = to;
  while (glued(end)) end++;
  const tail = text.slice(last.start, tokens[end - 1]!.end).normalize("NFC");
  return isTail(tail, 1, tail.length);
}
