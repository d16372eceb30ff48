/** What readers type to look names up, key by key, and whom they mean. */
import type { OpenPack } from "../../src/packs/open";
import { keyOf } from "../../src/spotting/memory";
import type { Random } from "../lib/random";

export const WAYS = ["as it is written", "in small letters, without spaces and hyphens", "with a slip of the pen"] as const;

export interface Typed {
  /** The whole of it. */
  text: string;
  /** Place in `WAYS`. */
  way: number;
  /** Entries that bear the name, as `keyOf` numbers them. */
  keys: ReadonlySet<number>;
}

/** A slip in a shorter name makes another. In characters. */
const SHORTEST_MISTYPED = 6;

/** Full names of the packs, each with the entries that bear it. */
export function fullNames(packs: readonly OpenPack[]): Map<string, Set<number>> {
  const names = new Map<string, Set<number>>();
  for (const [number, pack] of packs.entries()) {
    for (let name = 0; name < pack.nameCount; name++) {
      const { text, class: nameClass } = pack.name(name);
      if (nameClass !== "full") continue;
      names.set(text, (names.get(text) ?? new Set()).add(keyOf(number, pack.entryOfName(name))));
    }
  }
  return names;
}

/** So many names, each typed in one of the ways, in turns. */
export function typedNames(packs: readonly OpenPack[], count: number, random: Random): Typed[] {
  const all = random.shuffled([...fullNames(packs)].filter(([text]) => [...text].length >= SHORTEST_MISTYPED));
  return all.slice(0, count).map(([name, keys], at) => {
    const way = at % WAYS.length;
    return { text: [name, name.toLowerCase().replace(/[\s\-–]+/gu, ""), mistyped(name, random)][way]!, way, keys };
  });
}

/** What stands in the field after each key. */
export function keyStrokes(typed: readonly Typed[]): string[] {
  return typed.flatMap(({ text }) => Array.from(text, (_, at) => [...text].slice(0, at + 1).join("")));
}

/** One letter left out, changed, put in, or swapped with its neighbour. */
export function mistyped(text: string, random: Random): string {
  const letters = [...text];
  const at = random.below(letters.length - 1);
  const other = random.pick(letters);
  const edits = [
    () => letters.splice(at, 1),
    () => letters.splice(at, 1, other),
    () => letters.splice(at, 0, other),
    () => letters.splice(at, 2, letters[at + 1]!, letters[at]!),
  ];
  random.pick(edits)();
  return letters.join("");
}
