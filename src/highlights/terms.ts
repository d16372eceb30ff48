/**
 * Words as one searches for them: without case and accents, in any script. Scripts that put no spaces between words are
 * cut into pairs of characters that overlap, as full-text indexes do ("n-grams"): what is searched there is found
 * wherever it stands in a run.
 */

/** A word or pair of characters and where it stands: UTF-16 code units, half-open. */
export interface Term {
  term: string;
  start: number;
  end: number;
}

/** A run of a script without spaces, or a word. */
const RUNS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]+|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー])[\p{L}\p{N}\p{M}'’ʼ])+/gu;
/** The one that begins where it is looked for. */
const RUN_HERE = new RegExp(RUNS.source, "uy");
/** By code unit, those of ASCII that stand in runs. */
const ASCII_WORD = Array.from({ length: 128 }, (_, unit) => /[\p{L}\p{N}']/u.test(String.fromCharCode(unit)));
const SPACELESS = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]/u;
/** A word goes on behind this. */
const WORD_BEFORE = /(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー])[\p{L}\p{N}]$/u;
const LETTER = /[\p{L}\p{N}]/u;
const PLAIN = /^[a-z0-9]*$/;
const PLAIN_OR_CAPITAL = /^[A-Za-z0-9]*$/;

/** Folds a term as a reader types it: no case, no accents, no apostrophes. */
export function foldTerm(term: string): string {
  if (PLAIN.test(term)) return term;
  return PLAIN_OR_CAPITAL.test(term) ? term.toLowerCase() : foldText(term);
}

/** The same of a whole text. */
export function foldText(text: string): string {
  return text.normalize("NFKD").replace(/[\p{M}'’‘ʼ`]/gu, "").toLowerCase();
}

/** True where a term of a text that was folded as a whole begins with `term`. */
export function standsIn(folded: string, term: string): boolean {
  const anywhere = SPACELESS.test(term);
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
    if (anywhere || at === 0 || !WORD_BEFORE.test(folded.slice(Math.max(0, at - 2), at))) return true;
  }
  return false;
}

/** All terms of a text, in its order; the last character of a run without spaces is one by itself. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < text.length; ) {
    // Most runs are of ASCII throughout: those are cut without the pattern, which takes several times as long.
    const end = asciiEnd(text, at);
    if (text.charCodeAt(end) > 127) at = addRun(text, at, terms);
    else {
      if (end > at) addWord(text.slice(at, end), at, terms);
      at = Math.max(end, at + 1);
    }
  }
  return terms;
}

/** Where the letters, digits and apostrophes of ASCII end that stand from here on. */
function asciiEnd(text: string, from: number): number {
  let at = from;
  while (ASCII_WORD[text.charCodeAt(at)]) at++;
  return at;
}

/** Adds the terms of the run that begins here, if one does. @returns where to go on */
function addRun(text: string, at: number, terms: Term[]): number {
  RUN_HERE.lastIndex = at;
  const run = RUN_HERE.exec(text)?.[0];
  if (run === undefined) return at + 1;
  if (SPACELESS.test(run)) pairsOf(run, at, terms);
  else addWord(run, at, terms);
  return at + run.length;
}

function addWord(run: string, start: number, terms: Term[]): void {
  if (LETTER.test(run)) terms.push({ term: foldTerm(run), start, end: start + run.length });
}

function pairsOf(run: string, index: number, terms: Term[]): void {
  let at = index;
  const characters = [...run];
  for (const [place, character] of characters.entries()) {
    const next = characters[place + 1] ?? "";
    terms.push({ term: foldTerm(character + next), start: at, end: at + character.length + next.length });
    at += character.length;
  }
}

/**
 * The terms that all have to be in what is found, each whole or as a beginning. A single letter at the end says nothing
 * yet and is left out: almost every text has a word that begins with it.
 */
export function queryTerms(query: string): string[] {
  const terms: string[] = [];
  for (const { 0: run } of query.matchAll(RUNS)) {
    if (!SPACELESS.test(run)) {
      if (LETTER.test(run)) terms.push(foldTerm(run));
      continue;
    }
    const characters = [...run];
    // The last one alone would be the beginning of any pair with it.
    const pairs = characters.slice(1).map((character, at) => foldTerm(characters[at]! + character));
    terms.push(...(pairs.length > 0 ? pairs : [foldTerm(run)]));
  }
  const last = terms.at(-1);
  if (last?.length === 1 && !SPACELESS.test(last)) terms.pop();
  return [...new Set(terms)];
}

/** A stretch of a text; `marked` where it is what was searched for. */
export interface MarkedRun {
  text: string;
  marked: boolean;
}

/**
 * Cuts a text where words begin or end that were searched for.
 * @param near Terms that were found although they are not quite what was typed.
 */
export function markTerms(text: string, terms: readonly string[], near: ReadonlySet<string>): MarkedRun[] {
  const runs: MarkedRun[] = [];
  let done = 0;
  const add = (end: number, marked: boolean) => {
    if (end <= done) return;
    const last = runs.at(-1);
    if (last?.marked === marked) last.text += text.slice(done, end);
    else runs.push({ text: text.slice(done, end), marked });
    done = end;
  };
  if (terms.length > 0) {
    for (const { term, start, end } of termsOf(text)) {
      if (!near.has(term) && !terms.some((each) => term.startsWith(each))) continue;
      add(start, false);
      add(end, true);
    }
  }
  add(text.length, false);
  return runs;
}
