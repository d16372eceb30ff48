/** The entries whose names fit best what was typed, of all whose names fit: there may be thousands, and few are shown. */
import type { NameTable } from "./name-table";

/** An entry, and the name by which it was found. */
export interface Hit {
  /** The entry's number in the table of names. */
  entry: number;
  /** The name's number there. */
  name: number;
  grade: number;
}

export class BestEntries {
  readonly #table: NameTable;
  readonly #weights: ArrayLike<number>;
  /** By the number of the entry: the least grade of its names, and the first name that has it. */
  readonly #grades: Float64Array;
  readonly #names: Uint32Array;
  #met: number[] = [];

  /** @param weights of the entries, by their numbers in the table: among those that fit equally well, the weightier is the better */
  constructor(table: NameTable, weights: ArrayLike<number>) {
    this.#table = table;
    this.#weights = weights;
    this.#grades = new Float64Array(table.keys.length).fill(Infinity);
    this.#names = new Uint32Array(table.keys.length);
  }

  /** A name that fits; the same one may be offered again. The less the grade, the better. */
  offer(name: number, grade: number): void {
    const { entry } = this.#table.rows[name]!;
    const known = this.#grades[entry]!;
    if (known < grade || (known === grade && this.#names[entry]! <= name)) return;
    if (known === Infinity) this.#met.push(entry);
    this.#grades[entry] = grade;
    this.#names[entry] = name;
  }

  /**
   * The best of what was offered, the best first; nothing has been offered from then on.
   * @returns `count` entries at most, and how many there were
   */
  take(count: number): { best: Hit[]; all: number } {
    const best: number[] = [];
    for (const entry of this.#met) {
      if (best.length === count && !this.#isBetter(entry, best[count - 1]!)) continue;
      let at = best.length < count ? best.length : count - 1;
      for (; at > 0 && this.#isBetter(entry, best[at - 1]!); at--) best[at] = best[at - 1]!;
      best[at] = entry;
    }
    const taken = { best: best.map((entry) => ({ entry, name: this.#names[entry]!, grade: this.#grades[entry]! })), all: this.#met.length };
    for (const entry of this.#met) this.#grades[entry] = Infinity;
    this.#met = [];
    return taken;
  }

  #isBetter(a: number, b: number): boolean {
    return (this.#grades[a]! - this.#grades[b]! || this.#weights[b]! - this.#weights[a]! || a - b) < 0;
  }
}
