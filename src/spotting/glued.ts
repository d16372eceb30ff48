/**
 * Words that a page has run together, or broken at the end of a line, as news sites and scanned books do: where such a
 * word may be parted or joined. Whether it is, the names decide: only a full name that appears is reason enough.
 */
import { isCapital } from "./casing";
import { WORD } from "./fold";
import { GAP_SOFT, INNER_CAPITAL, type Tokens } from "./tokens";

/**
 * Small words that are found run on to the end of a name: "Kim Jong Unwent". None of two letters, which names and
 * their other spellings end in.
 */
const RUN_ON = new Set(
  (
    "the and was were has had have who whose with for from that than then but not also will would could can may said says " +
    "told asked called went came left met made gave sent paid took got saw visited inspected attended received arrived " +
    "stood watched guided led held began became expressed stressed noted added wrote spoke replied"
  ).split(" "),
);
const LONGEST_RUN_ON = 9;
const SHORTEST_RUN_ON = 3;
/** Of a name's last word at least so much is left. */
const SHORTEST_END = 2;

/** What names begin with before a second capital: MacArthur, FitzGerald, DeGaulle. Shorter beginnings count as well. */
const NAME_PARTS = new Set("mac fitz van von der den del des dos das della saint san ben ibn abu bin".split(" "));
const SHORTEST_WORD = 3;

/** Where within a token a name may begin: at a capital after a small letter, as in "ComradeKim". Offsets in `text`. */
export function beginningsWithin(text: string, tokens: Tokens, token: number): number[] {
  const start = tokens.start[token]!;
  return capitalsWithin(text, tokens, token).filter((at) => {
    return at - start >= SHORTEST_WORD && !NAME_PARTS.has(text.slice(start, at).toLowerCase());
  });
}

/** Where within a token a name may end: before a small word that is run on to it, or before a capital. */
export function endsWithin(text: string, tokens: Tokens, token: number): number[] {
  if (tokens.script(token) !== WORD) return [];
  const end = tokens.end[token]!;
  const least = tokens.start[token]! + SHORTEST_END;
  const ends = capitalsWithin(text, tokens, token).filter((at) => at >= least);
  for (let length = SHORTEST_RUN_ON; length <= LONGEST_RUN_ON && end - length >= least; length++) {
    if (RUN_ON.has(text.slice(end - length, end))) ends.push(end - length);
  }
  return ends;
}

/** No words that a page runs together are longer, in code units: what is, is no text. */
const LONGEST_RUN_TOGETHER = 64;

function capitalsWithin(text: string, tokens: Tokens, token: number): number[] {
  const offsets: number[] = [];
  if ((tokens.marks[token]! & INNER_CAPITAL) === 0) return offsets;
  if (tokens.end[token]! - tokens.start[token]! > LONGEST_RUN_TOGETHER) return offsets;
  for (let at = tokens.start[token]! + 1; at < tokens.end[token]!; at++) {
    if (isCapital(text, at) && isSmallLetter(text, at - 1)) offsets.push(at);
  }
  return offsets;
}

function isSmallLetter(text: string, at: number): boolean {
  const unit = text.charAt(at);
  return unit.toUpperCase() !== unit;
}

const LINE_BREAK = /[-\u2010\u00ad]\n/;
const LINE_END = /^[-\u2010\u00ad]\n$/;

/** May a text have words that are broken at the end of a line? */
export function mayBeBroken(text: string): boolean {
  // Asked of every text: `includes` takes many times as long.
  return text.indexOf("\n") >= 0 && LINE_BREAK.test(text);
}

/** Tokens that go on, in small letters, after a hyphen at the end of the line: "Khru-" before "shchev". The last first. */
export function brokenWords(text: string, tokens: Tokens): number[] {
  const broken: number[] = [];
  for (let token = tokens.count - 2; token >= 0; token--) {
    const next = token + 1;
    const gap = tokens.gap(next) === GAP_SOFT && LINE_END.test(text.slice(tokens.end[token]!, tokens.start[next]!));
    if (gap && isSmallLetter(text, tokens.start[next]!)) broken.push(token);
  }
  return broken;
}
