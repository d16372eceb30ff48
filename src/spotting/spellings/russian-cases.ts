/**
 * The cases of Russian names: Хрущёв, Хрущёва, Хрущёву, Хрущёвым, Хрущёве. Made when a pack is compiled, by the
 * regular endings only (A. Zaliznyak, Grammatical Dictionary of Russian, 1977); what is irregular is missed, and a
 * form that no Russian would write does no harm.
 */
import type { Kind } from "../../packs/model";

/** Endings for genitive, dative, instrumental, prepositional and accusative. */
type Endings = readonly [string, string, string, string, string];

/** What a word ends in, how much of that goes, and what comes instead. The first that fits counts. */
const ADJECTIVES: readonly (readonly [RegExp, cut: number, Endings])[] = [
  [/(?:ск|цк)ий$/, 2, ["ого", "ому", "им", "ом", "ого"]],
  [/[ыо]й$/, 2, ["ого", "ому", "ым", "ом", "ого"]],
  [/ая$/, 2, ["ой", "ой", "ой", "ой", "ую"]],
];
const SURNAME: readonly [RegExp, cut: number, Endings] = [/(?:[оеё]в|[иы]н)$/, 0, ["а", "у", "ым", "е", "а"]];
const NOUNS: readonly (readonly [RegExp, cut: number, Endings])[] = [
  [/ия$/, 1, ["и", "и", "ей", "и", "ю"]],
  [/я$/, 1, ["и", "е", "ей", "е", "ю"]],
  [/[гкхжчшщ]а$/, 1, ["и", "е", "ой", "е", "у"]],
  [/а$/, 1, ["ы", "е", "ой", "е", "у"]],
  [/[йь]$/, 1, ["я", "ю", "ем", "е", "я"]],
  [/[жчшщц]$/, 0, ["а", "у", "ем", "е", "а"]],
  [/[бвгдзклмнпрстфх]$/, 0, ["а", "у", "ом", "е", "а"]],
];
const CASES = [0, 1, 2, 3, 4] as const;

/** The name in its other cases; none for a name that does not change. */
export function declined(name: string, kind: Kind): string[] {
  const words = name.split(" ");
  // Of a person all names change, or of an East Asian one the last; of a thing its noun and what stands before that.
  const spans = kind === "person" ? [[0, words.length], [words.length - 1, words.length]] : [[0, headOf(words)]];
  const forms = spans.flatMap(([from, to]) =>
    CASES.map((at) => words.map((word, index) => (index >= from! && index < to! ? inCase(word, kind, at) : word)).join(" ")),
  );
  return [...new Set(forms)].filter((form) => form !== name);
}

/** Words up to the first noun: what follows it is in the genitive and stays. */
function headOf(words: readonly string[]): number {
  const noun = words.findIndex((word) => !ADJECTIVES.some(([ending]) => ending.test(word)));
  return noun < 0 ? words.length : noun + 1;
}

function inCase(word: string, kind: Kind, at: (typeof CASES)[number]): string {
  if (!/^\p{Lu}?\p{Ll}+(?:-\p{L}+)*$/u.test(word)) return word; // СССР
  const rules = [...ADJECTIVES, ...(kind === "person" ? [SURNAME] : []), ...NOUNS];
  const rule = rules.find(([ending]) => ending.test(word));
  return rule ? word.slice(0, word.length - rule[1]) + rule[2][at] : word;
}
