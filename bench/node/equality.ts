/** Second step: is what is found what there is? Every find in all of the text, at every size, against the oracle. */
import { readFileSync } from "node:fs";
import { openDictionary } from "../../src/spotting/dictionary";
import { Oracle, type OracleFind, type OracleToken, tokensOf } from "../lib/oracle";
import { answer, taskOf } from "../lib/steps";
import { findIn } from "./ours";
import { dictionaryFile, readNames, readTexts, type Task } from "./work";

export interface Equality {
  size: number;
  matches: number;
  differences: number;
  /** Of the first differences: what stands there, as found by the oracle and as found by us. */
  examples: string[];
}

const MOST_EXAMPLES = 10;

const { folder, sizes } = taskOf<Task>();
const blocks = Object.values(readTexts(folder)).flat(2).map((text) => ({ text, tokens: tokensOf(text) }));
answer(sizes.map(compare));

function compare(size: number): Equality {
  const dictionary = openDictionary(readFileSync(dictionaryFile(folder, size)));
  const oracle = new Oracle(readNames(folder, size));
  const result: Equality = { size, matches: 0, differences: 0, examples: [] };
  for (const { text, tokens } of blocks) {
    const wanted = oracle.find(text, tokens);
    const found = findIn(dictionary, text).filter(isOfWholeWords(tokens));
    result.matches += wanted.length;
    const wantedHere = new Set(wanted.map(inWords(text)));
    const foundHere = new Set(found.map(inWords(text)));
    const differences = [
      ...[...wantedHere].filter((find) => !foundHere.has(find)).map((find) => `missed ${find}`),
      ...[...foundHere].filter((find) => !wantedHere.has(find)).map((find) => `invented ${find}`),
    ];
    result.differences += differences.length;
    result.examples.push(...differences.slice(0, MOST_EXAMPLES - result.examples.length));
  }
  return result;
}

/**
 * Names in words that a page has run together ("ComradeKim") are found too, which the oracle knows nothing of: told by
 * an end within one of its words.
 */
function isOfWholeWords(tokens: readonly OracleToken[]) {
  const starts = new Set(tokens.map(({ start }) => start));
  const ends = new Set(tokens.map(({ end }) => end));
  return ({ start, end }: OracleFind) => starts.has(start) && ends.has(end);
}

function inWords(text: string) {
  return ({ start, end, entries }: OracleFind) => `“${text.slice(start, end)}” at ${start}–${end}: ${entries.join(", ")}`;
}
