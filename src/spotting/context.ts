/**
 * The words by which an entry is known: those of its own text that few other entries have. Where several entries share
 * a name, the words around it tell which is meant (M. Lesk, "Automatic sense disambiguation using machine readable
 * dictionaries", 1986), the rarer the more (K. Spärck Jones, "A statistical interpretation of term specificity", 1972).
 */
import type { Entry, Inline } from "../packs/model";
import { Tokens, tokenise } from "./tokens";
import { FUNCTION_WORD, MONTH_OR_DAY, wordClasses } from "./words";

/** Words that are kept of an entry, at most: the rest is common. */
const MOST_WORDS = 24;
/** Shorter words say little. */
const SHORTEST_WORD = 4;
/**
 * A word that so many entries have is no sign of any. A number, not a part of them all, so that what is known of an
 * entry does not change with others that are of something else.
 */
const COMMON = 32;
/** Weights are kept as whole numbers, this many to a natural logarithm. */
export const CONTEXT_STEPS = 16;

/** A word of an entry and the natural logarithm of its rarity, in steps. */
export interface ContextWord {
  hash: number;
  weight: number;
}

/** The words of each entry, sorted by hash. */
export function contextsOf(entries: readonly Entry[]): ContextWord[][] {
  const names = new Map(entries.map((entry) => [entry.id, entry.names[0]?.text ?? ""]));
  const words = entries.map((entry) => countWords(entry, names));
  const entriesWith = new Map<number, number>();
  for (const own of words) for (const word of own.keys()) entriesWith.set(word, (entriesWith.get(word) ?? 0) + 1);
  return words.map((own) => {
    const rare = [...own].filter(([word]) => entriesWith.get(word)! < COMMON);
    const weighed = rare.map(([hash, times]) => {
      const rarity = Math.log(COMMON / entriesWith.get(hash)!);
      return { hash, weight: Math.round(CONTEXT_STEPS * rarity), telling: rarity * (1 + Math.log(times)) };
    });
    weighed.sort((a, b) => b.telling - a.telling || a.hash - b.hash);
    return weighed.slice(0, MOST_WORDS).map(({ hash, weight }) => ({ hash, weight })).sort((a, b) => a.hash - b.hash);
  });
}

/** How often an entry's text has each word that might tell something; the words of its own names tell nothing. */
function countWords(entry: Entry, names: ReadonlyMap<string, string>): Map<number, number> {
  const words = new Map<number, number>();
  const tokens = new Tokens();
  const add = (text: string) => {
    tokenise(text, tokens);
    for (let token = 0; token < tokens.count; token++) {
      const hash = tokens.hash[token]!;
      const short = tokens.end[token]! - tokens.start[token]! < SHORTEST_WORD;
      if (!short && !(wordClasses(hash) & (FUNCTION_WORD | MONTH_OR_DAY))) words.set(hash, (words.get(hash) ?? 0) + 1);
    }
  };
  for (const paragraph of entry.about) add(wordsOf(paragraph));
  for (const { text } of entry.timeline) add(wordsOf(text));
  for (const { title } of entry.roles) add(title);
  for (const link of entry.links) add(names.get(link) ?? "");
  for (const { text } of entry.names) {
    tokenise(text, tokens);
    for (let token = 0; token < tokens.count; token++) words.delete(tokens.hash[token]!);
  }
  return words;
}

/** The words of a paragraph, without its notes. */
export function wordsOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      if ("em" in node) return wordsOf(node.em);
      if ("strong" in node) return wordsOf(node.strong);
      return "text" in node ? node.text : "";
    })
    .join(" ");
}
