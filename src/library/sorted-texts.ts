/**
 * Texts in the order of their code units, and who has them. What begins alike stands together, so that the list can be
 * read as a trie: what has been worked out for a beginning holds for all texts that begin so.
 */

/** Places of texts, half-open. */
export interface Places {
  start: number;
  end: number;
}

/**
 * Called with a text's place, and with the slips between what was typed and the whole text, and that beginning of it
 * which is nearest; one more than the limit where there are more.
 */
export type FoundNear = (place: number, whole: number, begun: number) => void;

/** So many letters are counted as shared, at most. */
const MOST_SHARED = 0xffff;

export class SortedTexts {
  /** Each once, in order. */
  readonly texts: readonly string[];
  /** Place of each text that was given. */
  readonly placeOf: Uint32Array;
  /** Letters that each has in common with the one before it. */
  readonly #shared: Uint16Array;
  /** The letters of all texts one after another, those of each from `#start` on: strings that were cut out of others are read more slowly. */
  readonly #codes: Uint16Array;
  readonly #start: Uint32Array;
  /** Who has each text, from `#first[place]` on, up to where those of the next begin. */
  readonly #owners: Uint32Array;
  readonly #first: Uint32Array;

  /**
   * @param given texts, in any order, also more than once
   * @param owners a number for each of them
   */
  constructor(given: readonly string[], owners: ArrayLike<number>) {
    const places = new Map<string, number>();
    for (const text of given) places.set(text, 0);
    this.texts = [...places.keys()].sort();
    const count = this.texts.length;
    this.#start = new Uint32Array(count + 1);
    for (let place = 0; place < count; place++) {
      const text = this.texts[place]!;
      places.set(text, place);
      this.#start[place + 1] = this.#start[place]! + text.length;
    }
    this.#codes = codesOf(this.texts.join(""));
    this.#shared = new Uint16Array(count);
    for (let place = 1; place < count; place++) this.#shared[place] = this.#sharedWithLast(place);

    this.placeOf = new Uint32Array(given.length);
    const next = new Uint32Array(count + 1);
    for (let at = 0; at < given.length; at++) next[(this.placeOf[at] = places.get(given[at]!)!) + 1]!++;
    for (let place = 0; place < count; place++) next[place + 1]! += next[place]!;
    this.#first = next.slice();
    this.#owners = new Uint32Array(given.length);
    for (let at = 0; at < given.length; at++) this.#owners[next[this.placeOf[at]!]!++] = owners[at]!;
  }

  /** Letters that the text at a place has in common with the one before it. */
  #sharedWithLast(place: number): number {
    const [last, start, end] = [this.#start[place - 1]!, this.#start[place]!, this.#start[place + 1]!];
    const most = Math.min(start - last, end - start, MOST_SHARED);
    let shared = 0;
    while (shared < most && this.#codes[last + shared] === this.#codes[start + shared]) shared++;
    return shared;
  }

  /** Those who have the texts at some places; who has several of them is there as often. */
  ownersOf(start: number, end = start + 1): Uint32Array {
    return this.#owners.subarray(this.#first[start], this.#first[end]);
  }

  /** How many those are. */
  ownerCount(start: number, end = start + 1): number {
    return this.#first[end]! - this.#first[start]!;
  }

  /** The texts that begin so. */
  beginningWith(beginning: string): Places {
    const start = this.#firstPast((text) => text >= beginning, 0);
    return { start, end: this.#firstPast((text) => text > beginning && !text.startsWith(beginning), start) };
  }

  /** The place of a text; -1 where nobody has it. */
  indexOf(text: string): number {
    const place = this.#firstPast((each) => each >= text, 0);
    return this.texts[place] === text ? place : -1;
  }

  /** The first place, from `low` on, of a text that is past what is looked for, as all after it are. */
  #firstPast(isPast: (text: string) => boolean, low: number): number {
    let high = this.texts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isPast(this.texts[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /**
   * Calls `found` for each text that is what was typed, or begins with it, but for few slips of the pen: letters put in,
   * left out, changed, or swapped with their neighbour (optimal string alignment, as in `packs/nearest`).
   *
   * The table of distances is filled text by text, and only from where a text departs from the one before it; where all
   * distances of a column are above the limit, all texts that begin so are passed over (Shang, Merrett, Tries for
   * Approximate String Matching, IEEE Transactions on Knowledge and Data Engineering 8, 1996).
   */
  near(typed: string, limit: number, found: FoundNear): void {
    const columns = new Columns(codesOf(typed), this.#codes, limit);
    let filled = 0;
    /** Nothing that begins with so many of the letters of the text before is as near as wanted, beyond what `begun` says. */
    let dead = Infinity;
    for (let place = 0; place < this.texts.length; place++) {
      const shared = this.#shared[place]!;
      if (shared >= dead) {
        if (columns.begun(dead) <= limit) found(place, limit + 1, columns.begun(dead));
        continue;
      }
      const start = this.#start[place]!;
      const length = this.#start[place + 1]! - start;
      const end = Math.min(length, columns.depth);
      filled = Math.min(filled, shared);
      dead = length > end ? end : Infinity;
      while (filled < end) {
        if (columns.fill(++filled, start)) continue;
        dead = filled;
        break;
      }
      const begun = columns.begun(filled);
      if (begun <= limit) found(place, dead === Infinity ? columns.whole(filled) : limit + 1, begun);
    }
  }
}

/** Distances between what was typed and the beginnings of a text, a column for each length of them. */
class Columns {
  /** Letters of a text beyond which no beginning is as near as wanted. */
  readonly depth: number;
  readonly #typed: Uint16Array;
  readonly #codes: Uint16Array;
  readonly #limit: number;
  readonly #width: number;
  readonly #distances: Int32Array;
  readonly #begun: Int32Array;

  /** @param codes letters, among them those of the texts */
  constructor(typed: Uint16Array, codes: Uint16Array, limit: number) {
    this.#typed = typed;
    this.#codes = codes;
    this.#limit = limit;
    this.#width = typed.length + 2;
    this.depth = typed.length + limit;
    this.#distances = new Int32Array((this.depth + 1) * this.#width);
    for (let row = 0; row < this.#width; row++) this.#distances[row] = row;
    this.#begun = new Int32Array(this.depth + 1);
    this.#begun[0] = Math.min(typed.length, limit + 1);
  }

  /** The distance to the beginning with so many letters, up to one above the limit. */
  whole(letters: number): number {
    const isNear = Math.abs(this.#typed.length - letters) <= this.#limit;
    return isNear ? Math.min(this.#limit + 1, this.#distances[letters * this.#width + this.#typed.length]!) : this.#limit + 1;
  }

  /** The least distance to a beginning with at most so many letters, up to one above the limit. */
  begun(letters: number): number {
    return this.#begun[letters]!;
  }

  /**
   * Fills the column of the beginning with so many letters, where distances up to the limit can be: near the diagonal
   * (Ukkonen, Algorithms for Approximate String Matching, Information and Control 64, 1985).
   * @param start where the text begins among the letters
   * @returns whether one is up to the limit
   */
  fill(letters: number, start: number): boolean {
    const typed = this.#typed;
    const distances = this.#distances;
    const tooFar = this.#limit + 1;
    const column = letters * this.#width;
    const last = column - this.#width;
    const letter = this.#codes[start + letters - 1]!;
    const letterBefore = letters > 1 ? this.#codes[start + letters - 2]! : -1;
    const from = Math.max(1, letters - this.#limit);
    const to = Math.min(typed.length, letters + this.#limit);
    let cost = from === 1 ? letters : tooFar;
    let least = cost;
    distances[column + from - 1] = cost;
    for (let row = from; row <= to; row++) {
      const own = typed[row - 1]!;
      // One letter more in what was typed, in the text, or another one.
      cost = Math.min(cost, distances[last + row]!) + 1;
      const changed = distances[last + row - 1]! + (own === letter ? 0 : 1);
      if (changed < cost) cost = changed;
      if (own === letterBefore && row > 1 && typed[row - 2] === letter) cost = Math.min(cost, distances[last - this.#width + row - 2]! + 1);
      distances[column + row] = cost;
      if (cost < least) least = cost;
    }
    distances[column + to + 1] = tooFar;
    this.#begun[letters] = Math.min(this.#begun[letters - 1]!, this.whole(letters));
    return least < tooFar;
  }
}

function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}
