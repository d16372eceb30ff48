/** The words and years of a page's blocks, read again only where a name needs them to be understood. */
import { spellingHash, Tokens, tokenise } from "./tokens";
import { yearsBetween } from "./years";

/** Used again for every block: no two are read at once. */
const tokens = new Tokens();

/** Abbreviations count as ends, too: better two sentences too many than one too long. */
const SENTENCE_END = /[.!?;:]\s|\n|[。！？]/;

export class PageWords {
  readonly #blocks: readonly string[];
  /** By block; sparse, for few pages need any. */
  readonly #words: ReadonlySet<number>[] = [];
  readonly #years: (readonly number[])[] = [];

  constructor(blocks: readonly string[]) {
    this.#blocks = blocks;
  }

  /** Does a sentence end between two offsets of a block? */
  endsSentence(block: number, from: number, to: number): boolean {
    return SENTENCE_END.test(this.#blocks[block]!.slice(from, to));
  }

  /** Spelling hash of what stands between two offsets of a block. */
  spelling(block: number, from: number, to: number): number {
    const text = this.#blocks[block]!.slice(from, to);
    tokenise(text, tokens);
    return spellingHash(text, tokens, 0, tokens.count);
  }

  /** Hashes of the words of a block. */
  words(block: number): ReadonlySet<number> {
    let words = this.#words[block];
    if (!words) {
      tokenise(this.#blocks[block]!, tokens);
      this.#words[block] = words = new Set(tokens.hash.subarray(0, tokens.count));
    }
    return words;
  }

  /** Years that a block speaks of: those it names, or that the nearest block before it names. */
  years(block: number): readonly number[] {
    let years = this.#years[block];
    if (!years) {
      const text = this.#blocks[block]!;
      tokenise(text, tokens);
      years = yearsBetween(text, tokens, 0, tokens.count);
      if (years.length === 0 && block > 0) years = this.years(block - 1);
      this.#years[block] = years;
    }
    return years;
  }
}
