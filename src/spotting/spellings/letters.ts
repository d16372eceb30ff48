/** Latin letters as the rules for spellings compare them, and choices among spellings in the order of their likelihood. */

/** Small letters alone: without accents, apostrophes, hyphens, spaces and stops. "Ch'oe Ch’ang-ik" is choechangik. */
export function lettersOf(text: string): string {
  return text.normalize("NFKD").toLowerCase().replace(/\P{L}/gu, "");
}

/** Is a text written in Latin letters throughout? */
export function isLatin(text: string): boolean {
  return /\p{L}/u.test(text) && !/[^\p{Script=Latin}\P{L}]/u.test(text);
}

/** First letter as a capital. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One way of writing a part of a name. */
export interface Choice {
  letters: string;
  /** How far it is from what is usual or listed: 0 is what anybody would write. */
  cost: number;
}

/** Choices without duplicates, each at its least cost, the likeliest first. */
export function cheapest(choices: readonly Choice[]): Choice[] {
  const costs = new Map<string, number>();
  for (const { letters, cost } of choices) costs.set(letters, Math.min(cost, costs.get(letters) ?? Infinity));
  return [...costs].map(([letters, cost]) => ({ letters, cost })).sort((a, b) => a.cost - b.cost);
}

/** A choice for each part, and what all of them cost together. */
export interface Combination {
  parts: string[];
  cost: number;
}

/**
 * All combinations of one choice a part that cost no more than `most`, the likeliest first. Equal ones keep the order
 * of the choices, so that the same parts always give the same list.
 */
export function combinations(parts: readonly (readonly Choice[])[], most: number): Combination[] {
  let all: Combination[] = [{ parts: [], cost: 0 }];
  for (const choices of parts) {
    all = all.flatMap((before) =>
      choices
        .filter(({ cost }) => before.cost + cost <= most)
        .map(({ letters, cost }) => ({ parts: [...before.parts, letters], cost: before.cost + cost })),
    );
  }
  return all.sort((a, b) => a.cost - b.cost);
}

/**
 * Cuts letters into exactly `count` parts that `isPart` knows, longer parts first, as a reader would; null where that
 * cannot be done.
 */
export function cut(letters: string, count: number, isPart: (part: string) => boolean, longest: number): string[] | null {
  if (count === 0) return letters === "" ? [] : null;
  for (let length = Math.min(longest, letters.length); length > 0; length--) {
    const part = letters.slice(0, length);
    if (!isPart(part)) continue;
    const rest = cut(letters.slice(length), count - 1, isPart, longest);
    if (rest) return [part, ...rest];
  }
  return null;
}
