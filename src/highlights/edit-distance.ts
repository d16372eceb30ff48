/**
 * How far apart two words are: the letters that have to be put in, left out, replaced, or swapped with the next one
 * (Damerau 1964; no letter is changed twice: "optimal string alignment").
 */

/** Whether two words are no more than `most` edits apart, in UTF-16 code units. Rows of the table are cut to what can matter (Ukkonen 1985). */
export function withinDistance(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most || !mayBeNear(a, b, most)) return false;
  let beforeThat: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = Array.from({ length: b.length + 1 }, () => most + 2);
    if (i <= most) row[0] = i;
    let least = row[0]!;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      const replaced = before[j - 1]! + Number(a.charCodeAt(i - 1) !== b.charCodeAt(j - 1));
      row[j] = Math.min(replaced, before[j]! + 1, row[j - 1]! + 1);
      if (areSwapped(a, b, i, j)) row[j] = Math.min(row[j]!, beforeThat[j - 2]! + 1);
      least = Math.min(least, row[j]!);
    }
    // Two rows on, a swap may still be cheaper by one.
    if (least > most + 1) return false;
    beforeThat = before;
    before = row;
  }
  return before[b.length]! <= most;
}

/** Whether the two letters before these places are the same two, the other way round. */
function areSwapped(a: string, b: string, i: number, j: number): boolean {
  return i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
}

/** An edit changes at most one letter of each: words that lack more of the other's are told apart without a table. */
function mayBeNear(a: string, b: string, most: number): boolean {
  return bits(lettersOf(a) & ~lettersOf(b)) <= most && bits(lettersOf(b) & ~lettersOf(a)) <= most;
}

/** A set of 32 letters, of which several share a place. */
function lettersOf(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31);
  return set;
}

function bits(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count++;
  return count;
}
