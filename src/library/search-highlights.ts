/** Searching highlights: an index that is filled little by little, and answers from the first moment. */
import MiniSearch, { type SearchOptions, type SearchResult } from "minisearch";
import type { SearchAnswer, SearchText } from "../highlights/search-text";
import { foldText, queryTerms, standsIn, termsOf } from "../highlights/terms";

const FIELDS = ["text", "note", "tags", "title", "names"] as const;
/** Terms of this length and longer may be misspelt: a fifth of their letters. Shorter ones resemble too much: "hand", "and". */
const FUZZY_FROM = 5;
const FUZZINESS = 0.2;

/** Letters of a term that may be amiss. */
const FORGIVING: SearchOptions = { fuzzy: (term) => (term.length >= FUZZY_FROM ? FUZZINESS : false) };

/**
 * An index over highlights. What is added waits until `work` is called and is found meanwhile by reading it through:
 * of 100,000 highlights, the index takes seconds and reading those that wait takes a fraction of one.
 */
export class HighlightSearch {
  private readonly index = new MiniSearch<SearchText>({
    idField: "at",
    fields: [...FIELDS],
    tokenize: (text) => termsOf(text).map(({ term }) => term),
    processTerm: (term) => term || null,
    searchOptions: { tokenize: queryTerms, combineWith: "AND", prefix: true, boost: { tags: 3, names: 2, title: 2, note: 2 } },
  });
  /** In the order in which they came, each with all that is searched of it, folded. */
  private readonly waiting = new Map<number, { row: SearchText; folded: string }>();

  /** The number of those that are not in the index yet. */
  get left(): number {
    return this.waiting.size;
  }

  /** One whose number is there already takes its place. */
  add(rows: readonly SearchText[]): void {
    for (const row of rows) {
      if (this.index.has(row.at)) this.index.discard(row.at);
      this.waiting.set(row.at, { row, folded: foldText(FIELDS.map((field) => row[field]).join("\n")) });
    }
  }

  /** Numbers that are not there are of no account. */
  remove(ats: readonly number[]): void {
    for (const at of ats) {
      if (!this.waiting.delete(at) && this.index.has(at)) this.index.discard(at);
    }
  }

  /** Puts some of those that wait into the index. @returns whether any are left */
  work(most: number): boolean {
    for (const { row } of this.waiting.values()) {
      if (most-- <= 0) return true;
      this.index.add(row);
      this.waiting.delete(row.at);
    }
    return false;
  }

  /**
   * What has all terms of the query, as beginnings of words. Only where nothing has them, words with a letter amiss
   * count too: whoever typed what is there does not want what is only like it, and to look for both takes several times
   * as long. A query without terms finds nothing.
   */
  search(query: string): SearchAnswer {
    const terms = queryTerms(query);
    if (terms.length === 0) return { ats: new Uint32Array(), near: [] };
    const ats = this.index.search(query).map(numberOf);
    for (const [at, { folded }] of this.waiting) {
      if (terms.every((term) => standsIn(folded, term))) ats.push(at);
    }
    if (ats.length > 0) return { ats: Uint32Array.from(ats), near: [] };
    const forgiven = this.index.search(query, FORGIVING);
    return { ats: Uint32Array.from(forgiven, numberOf), near: nearTerms(forgiven, terms) };
  }
}

function numberOf({ id }: SearchResult): number {
  return id as number;
}

function nearTerms(found: readonly SearchResult[], terms: readonly string[]): string[] {
  const all = new Set<string>();
  for (const each of found) for (const term of each.terms) all.add(term);
  return [...all].filter((term) => !terms.some((each) => term.startsWith(each)));
}
