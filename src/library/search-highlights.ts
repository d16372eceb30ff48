/** Searching highlights: an index that is filled little by little, and answers from the first moment. */
import type { SearchAnswer, SearchText } from "../highlights/search-text";
import { TermIndex } from "../highlights/term-index";
import { foldText, queryTerms, standsIn, termsOf } from "../highlights/terms";

const FIELDS = ["text", "note", "tags", "title", "names"] as const;
/** What a term counts for where it stands. */
const WORTH = { text: 1, note: 2, tags: 3, title: 2, names: 2 } as const satisfies Record<(typeof FIELDS)[number], number>;

/** Terms of this length and longer may be misspelt: a fifth of their letters. Shorter ones resemble too much: "hand", "and". */
const FUZZY_FROM = 5;
const FUZZINESS = 0.2;

/**
 * An index over highlights. What is added waits until `work` is called and is found meanwhile by reading it through:
 * of 100,000 highlights, the index takes seconds and reading those that wait takes a fraction of one.
 */
export class HighlightSearch {
  private readonly index = new TermIndex();
  /** In the order in which they came, each with all that is searched of it, folded. */
  private readonly waiting = new Map<number, { row: SearchText; folded: string }>();

  /** The number of those that are not in the index yet. */
  get left(): number {
    return this.waiting.size;
  }

  /** One whose number is there already takes its place. */
  add(rows: readonly SearchText[]): void {
    for (const row of rows) {
      this.index.remove(row.at);
      this.waiting.set(row.at, { row, folded: foldText(FIELDS.map((field) => row[field]).join("\n")) });
    }
  }

  /** Numbers that are not there are of no account. */
  remove(ats: readonly number[]): void {
    for (const at of ats) {
      this.waiting.delete(at);
      this.index.remove(at);
    }
  }

  /** Puts some of those that wait into the index. @returns whether any are left */
  work(most: number): boolean {
    for (const { row } of this.waiting.values()) {
      if (most-- <= 0) return true;
      this.put(row);
      this.waiting.delete(row.at);
    }
    return false;
  }

  /**
   * What has all terms of the query, as beginnings of words. Only where nothing has them, words with a letter amiss
   * count too: whoever typed what is there does not want what is only like it. A query without terms finds nothing.
   */
  search(query: string): SearchAnswer {
    const terms = queryTerms(query);
    if (terms.length === 0) return { ats: new Uint32Array(), near: [] };
    const { numbers } = this.index.search(terms);
    const read: number[] = [];
    for (const [at, { folded }] of this.waiting) {
      if (terms.every((term) => standsIn(folded, term))) read.push(at);
    }
    if (numbers.length + read.length > 0) return { ats: joined(numbers, read), near: [] };
    const forgiven = this.index.search(terms, errorsIn);
    return { ats: forgiven.numbers, near: forgiven.near };
  }

  private put(row: SearchText): void {
    const weights = new Map<string, number>();
    let length = 0;
    for (const field of FIELDS) {
      for (const { term } of termsOf(row[field])) {
        length++;
        weights.set(term, (weights.get(term) ?? 0) + WORTH[field]);
      }
    }
    this.index.add(row.at, weights, length);
  }
}

/** Letters of a term that may be amiss. */
function errorsIn(term: string): number {
  return term.length >= FUZZY_FROM ? Math.round(term.length * FUZZINESS) : 0;
}

function joined(first: Uint32Array, then: readonly number[]): Uint32Array {
  if (then.length === 0) return first;
  const all = new Uint32Array(first.length + then.length);
  all.set(first);
  all.set(then, first.length);
  return all;
}
