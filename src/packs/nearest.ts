/** Finds what somebody probably meant to write. */

/** Longer words are cut before they are compared: nobody mistypes by the page. */
const LONGEST = 60;

/**
 * The candidate nearest to a word: one that has the word as one of its parts ("mikoyan" in "anastas-mikoyan"), or else
 * the one with the fewest slips of the pen between them, if they are few for the word's length. The first of several
 * equally near. `null` where nothing resembles the word. Case does not count.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.slice(0, LONGEST).toLowerCase();
  if (wanted === "") return null;
  // A third of the letters may be wrong: "refugee" is no misspelling of "roles".
  let allowed = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | null = null;
  let partial: string | null = null;
  for (const candidate of candidates) {
    const there = candidate.slice(0, LONGEST).toLowerCase();
    if (partial === null && isPart(wanted, there)) partial = candidate;
    const distance = slips(wanted, there, allowed);
    if (distance > allowed || (distance === allowed && best !== null)) continue;
    best = candidate;
    allowed = distance;
    if (distance === 0) break;
  }
  // One slip is likelier than a part left out; a part left out is likelier than many slips.
  return best !== null && (allowed <= 1 || partial === null) ? best : partial;
}

/** "Did you mean `x`?" where something is near, and the given advice where nothing is. */
export function didYouMean(word: string, candidates: Iterable<string>, otherwise: string): string {
  const meant = nearest(word, candidates);
  return meant === null ? otherwise : `Did you mean \`${meant}\`? ${otherwise}`;
}

/** Is one made of whole hyphenated parts of the other? Short parts prove nothing. */
function isPart(word: string, candidate: string): boolean {
  if (word.length < 3 || candidate.length < 3 || word === candidate) return false;
  return `-${candidate}-`.includes(`-${word}-`) || `-${word}-`.includes(`-${candidate}-`);
}

/**
 * Letters to insert, leave out, change, or swap with their neighbour to make `a` from `b`: the optimal string alignment
 * distance, row by row (Navarro, A Guided Tour to Approximate String Matching, ACM Computing Surveys 33, 2001), of which
 * only the diagonal is computed on which distances up to `limit` lie (Ukkonen, Algorithms for Approximate String
 * Matching, Information and Control 64, 1985). Gives up with `limit + 1` as soon as it is certain to be above `limit`.
 */
export function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  return Math.min(limit + 1, lastRow(a, b, limit)?.[b.length] ?? limit + 1);
}

/** Used again and again: to allocate them takes longer than to fill them. */
let [beforeLast, last, current] = [new Int32Array(64), new Int32Array(64), new Int32Array(64)];

/** Distances between `a` and the beginnings of `b`, those right that are up to `limit`; null where none is. */
function lastRow(a: string, b: string, limit: number): Int32Array | null {
  const columns = b.length + 2;
  if (last.length < columns) [beforeLast, last, current] = [new Int32Array(2 * columns), new Int32Array(2 * columns), new Int32Array(2 * columns)];
  for (let column = 0; column < columns; column++) last[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const from = Math.max(1, row - limit);
    const to = Math.min(b.length, row + limit);
    // Beside the diagonal everything is too far.
    current[from - 1] = from === 1 ? row : limit + 1;
    current[to + 1] = limit + 1;
    let least = current[from - 1]!;
    const letter = a.charCodeAt(row - 1);
    for (let column = from; column <= to; column++) {
      const changed = letter === b.charCodeAt(column - 1) ? 0 : 1;
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + changed);
      const swapped = changed && row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return null;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last;
}
