/** The spotting that is measured, behind the few functions that the benchmarks need of it. */
import { buildDictionary, type Dictionary } from "../../src/spotting/dictionary";
import { type Find, findNames } from "../../src/spotting/find";
import { ACRONYM, flagsOf, ORDINARY, packValue } from "../../src/spotting/names";
import { tokenise, Tokens } from "../../src/spotting/tokens";

const tokens = new Tokens();

/** A dictionary of full names, as the compiler of packs makes it: the name at `n` is that of entry `n`. */
export function compileNames(names: readonly string[]): Uint8Array {
  return buildDictionary(names.map((text, entry) => ({ text, value: packValue(entry, "full", flagsOf(text, tokens)) })));
}

/** Is the name an everyday word in capitals? Whether a text means one depends on the line around it. */
export function isOrdinaryAcronym(name: string): boolean {
  if (name !== name.toUpperCase()) return false;
  const both = ACRONYM | ORDINARY;
  return (flagsOf(name, tokens) & both) === both;
}

/** The bare pass over code units: no reading of a text in JavaScript is faster. */
export function sumOfUnits(blocks: readonly string[]): number {
  let sum = 0;
  for (const block of blocks) for (let at = 0; at < block.length; at++) sum = (sum + block.charCodeAt(at)) | 0;
  return sum;
}

/** The fold-and-tokenise pass. @returns how many tokens there are */
export function tokeniseAll(blocks: readonly string[]): number {
  let count = 0;
  for (const block of blocks) {
    tokenise(block, tokens);
    count += tokens.count;
  }
  return count;
}

/** The same pass, then matching. @returns how many names there are */
export function findAll(dictionaries: readonly Dictionary[], blocks: readonly string[]): number {
  let count = 0;
  for (const block of blocks) {
    tokenise(block, tokens);
    count += findNames(dictionaries, block, tokens).length;
  }
  return count;
}

/** What is found in one block: offsets in code units, and the entries. */
export function findIn(dictionary: Dictionary, block: string): { start: number; end: number; entries: number[] }[] {
  tokenise(block, tokens);
  return findNames([dictionary], block, tokens).map(({ from, to, readings }: Find) => ({
    start: tokens.start[from]!,
    end: tokens.end[to - 1]!,
    entries: readings.map(({ entry }) => entry).sort((a, b) => a - b),
  }));
}
