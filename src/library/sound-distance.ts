/**
 * How far sounds (sound.ts) are from each other: an edit distance with weights, which say what Japanese spellings of the
 * same name differ in. They are by hand, from names of which the pack has the sound and newspapers have the kana
 * (scripts/testing/names-in-kana).
 */

/** What it costs to leave a sound out or to put one in: the less of it is heard, or the less two spellings agree on it, the less. */
const INDEL: Readonly<Record<string, number>> = { u: 15, y: 15, w: 15, i: 25, o: 30, e: 35, h: 35, a: 40, n: 40, t: 45 };
const ANY_INDEL = 70;
const LEAST_INDEL = Math.min(...Object.values(INDEL));
/** Sounds that spellings exchange, by cost; of others, a vowel for a vowel, and anything for anything. */
const EXCHANGED: readonly (readonly [cost: number, pairs: string])[] = [
  [15, "iy uw"],
  [20, "ou"],
  [25, "ei"],
  [30, "ct cs hp mn"],
  [40, "ao ae eo iu"],
  [45, "nr hs pw"],
  [50, "hk"],
];
const ANY_VOWEL = 50;
/** What has nothing in common. */
export const ANY = 100;

const LETTERS = 26;
const A = 97;
const indel = new Uint8Array(LETTERS).fill(ANY_INDEL);
const exchange = new Uint8Array(LETTERS * LETTERS).fill(ANY);

function place(letter: string): number {
  return letter.charCodeAt(0) - A;
}

function setExchange(pair: string, cost: number): void {
  const [a, b] = [place(pair.charAt(0)), place(pair.charAt(1))];
  exchange[a * LETTERS + b] = cost;
  exchange[b * LETTERS + a] = cost;
}

for (const [letter, cost] of Object.entries(INDEL)) indel[place(letter)] = cost;
for (const a of "aiueo") for (const b of "aiueo") setExchange(a + b, ANY_VOWEL);
for (const [cost, pairs] of EXCHANGED) for (const pair of pairs.split(" ")) setExchange(pair, cost);
for (let letter = 0; letter < LETTERS; letter++) exchange[letter * LETTERS + letter] = 0;

/**
 * Calls `found` with the distance of each text to what was typed, infinite where it is above the limit, and of that
 * beginning of it which is nearest, where one of the two is up to the limit. Columns are filled as in `SortedTexts.near`: from where a text departs from the one before.
 * @param texts sounds, sorted
 */
export function distances(texts: readonly string[], typed: string, limit: number, found: (place: number, whole: number, begun: number) => void): void {
  const width = typed.length + 1;
  const longest = typed.length + Math.floor(limit / LEAST_INDEL);
  const codes = Uint8Array.from(typed, place);
  const columns = new Int32Array((longest + 1) * width);
  const begun = new Int32Array(longest + 1);
  for (let row = 1; row < width; row++) columns[row] = columns[row - 1]! + indel[codes[row - 1]!]!;
  begun[0] = columns[width - 1]!;
  let filled = 0;
  let dead = Infinity;
  let last = "";
  texts.forEach((text, at) => {
    let shared = 0;
    const most = Math.min(last.length, text.length);
    while (shared < most && last.charCodeAt(shared) === text.charCodeAt(shared)) shared++;
    last = text;
    if (shared >= dead) {
      if (begun[dead]! <= limit) found(at, Infinity, begun[dead]!);
      return;
    }
    filled = Math.min(filled, shared);
    dead = text.length > longest ? longest : Infinity;
    const end = Math.min(text.length, longest);
    while (filled < end) {
      const least = fill(columns, ++filled, width, text.charCodeAt(filled - 1) - A, codes);
      begun[filled] = Math.min(begun[filled - 1]!, columns[filled * width + width - 1]!);
      if (least <= limit) continue;
      dead = filled;
      break;
    }
    const whole = dead === Infinity ? columns[filled * width + width - 1]! : Infinity;
    if (whole <= limit || begun[filled]! <= limit) found(at, whole <= limit ? whole : Infinity, begun[filled]!);
  });
}

/** Fills one column. @returns the least in it */
function fill(columns: Int32Array, letters: number, width: number, letter: number, typed: Uint8Array): number {
  const column = letters * width;
  const before = column - width;
  const added = indel[letter]!;
  const row = letter * LETTERS;
  let cost = columns[before]! + added;
  let least = cost;
  columns[column] = cost;
  for (let at = 1; at < width; at++) {
    const own = typed[at - 1]!;
    cost = Math.min(cost + indel[own]!, columns[before + at]! + added, columns[before + at - 1]! + exchange[row + own]!);
    columns[column + at] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
