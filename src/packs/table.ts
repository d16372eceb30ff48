/**
 * A list of texts as bytes that can be read one at a time: a count, the offsets, the texts one after another in UTF-8.
 *
 * ```
 * 0  count n          u32
 * 4  offsets          u32 × (n + 1), bytes from the first text on; the last is the end of the last text
 * …  texts
 * ```
 */
import { PackError } from "./binary";

/** Writes texts as a table. Half surrogates, which UTF-8 cannot say, become U+FFFD. */
export function writeTable(texts: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const encoded = texts.map((text) => encoder.encode(text));
  const head = new Uint32Array(texts.length + 2);
  head[0] = texts.length;
  encoded.forEach((bytes, index) => (head[index + 2] = head[index + 1]! + bytes.length));

  const table = new Uint8Array(head.byteLength + head[texts.length + 1]!);
  table.set(new Uint8Array(head.buffer));
  encoded.forEach((bytes, index) => table.set(bytes, head.byteLength + head[index + 1]!));
  return table;
}

/** A text may well begin with U+FEFF; it is not for us to take that for a byte order mark. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** UTF-16 code units that a byte of UTF-8 begins: none within a character, two where it takes four bytes. */
function unitsOf(byte: number): number {
  if (byte >= 0xf0) return 2;
  return (byte & 0xc0) === 0x80 ? 0 : 1;
}

/** A table in an open pack. Wrapping it decodes nothing. */
export class Table {
  readonly count: number;
  readonly #what: string;
  readonly #offsets: Uint32Array;
  readonly #texts: Uint8Array;

  /**
   * @param section the table's bytes, starting at a multiple of four of their buffer
   * @param what what is listed, for messages: "entries"
   * @throws PackError where the section is too short for what it says it holds
   */
  constructor(section: Uint8Array, what: string) {
    this.#what = what;
    const words = section.byteLength >>> 2;
    const numbers = new Uint32Array(section.buffer, section.byteOffset, words);
    this.count = numbers[0] ?? 0;
    // The count and one offset more than texts.
    if (words < 2 || this.count > words - 2) throw this.#damaged();
    this.#offsets = numbers.subarray(1, this.count + 2);
    this.#texts = section.subarray((this.count + 2) * 4);
  }

  /**
   * The text at an index from 0 to below `count`.
   * @throws PackError where the table points outside of itself
   * @throws RangeError where there is no such index
   */
  text(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) {
      throw new RangeError(`There is no number ${index} among ${this.count} ${this.#what}.`);
    }
    const start = this.#offsets[index]!;
    const end = this.#offsets[index + 1]!;
    if (start > end || end > this.#texts.length) throw this.#damaged();
    return decoder.decode(this.#texts.subarray(start, end));
  }

  /**
   * All texts, in their order. They are decoded as one and cut then, which takes a tenth of the time that they take one
   * by one.
   * @throws PackError where the table points outside of itself
   */
  all(): string[] {
    const offsets = this.#offsets.subarray(0, this.count + 1);
    const from = offsets[0]!;
    const whole = decoder.decode(this.#texts.subarray(from, offsets[this.count]!));
    const texts: string[] = [];
    let [byte, unit] = [from, 0];
    for (let index = 1; index <= this.count; index++) {
      const start = unit;
      const end = offsets[index]!;
      if (end < byte || end > this.#texts.length) throw this.#damaged();
      for (; byte < end; byte++) unit += unitsOf(this.#texts[byte]!);
      texts.push(whole.slice(start, unit));
    }
    return texts;
  }

  /** The value that the text at the index spells as JSON. Throws as `text` does, and a PackError where it is no JSON. */
  json(index: number): unknown {
    const text = this.text(index);
    try {
      return JSON.parse(text);
    } catch {
      throw this.#damaged();
    }
  }

  /** Index of a text in a table that is sorted by code units; -1 where it is not there. */
  find(text: string): number {
    let low = 0;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const there = this.text(middle);
      if (there === text) return middle;
      if (there < text) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #damaged(): PackError {
    return new PackError(`This pack is damaged: its list of ${this.#what} does not hold together.`);
  }
}
