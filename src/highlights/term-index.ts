/**
 * An inverted index of terms, for searching highlights: as few objects as there are terms, so that a hundred thousand
 * highlights are searched in milliseconds and hold little memory. See docs/decisions/2026-11-22-an-index-of-our-own.md.
 */
import { withinDistance } from "./edit-distance";

/** A term of a document and how much it counts for there: the sum, over its places, of what a place of that kind is worth. */
export type Weights = ReadonlyMap<string, number>;

/** A term of the index that a term of the query stands for, and what share of its weight that is worth. */
interface Expansion {
  place: number;
  worth: number;
}

/** How fast more of the same term counts for less, and how much long documents count for less (Robertson's k1 and b). */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.7;
/** A term that is not quite what was typed is worth so much of it. */
const NEAR_WORTH = 0.45;

/** Postings are the document's number times this, and the weight up to there: small integers, which arrays hold in few bytes. */
const WEIGHTS = 128;
/** Scores are sorted as integers with the number of the document behind: together no more than 53 bits. */
const DOCUMENTS = 2 ** 22;
const SCORES = 2 ** 30;
/** Documents that have gone are swept out of the postings when they are as many as are left, and no sooner than this. */
const SWEEP_FROM = 1_000;

/** Documents are known by numbers of their caller's. */
export class TermIndex {
  private readonly places = new Map<string, number>();
  private readonly terms: string[] = [];
  private readonly postings: number[][] = [];
  /** Places of terms by their first two code units, so that what begins as a query does is found among few. */
  private readonly beginnings = new Map<string, number[]>();
  /** By document: its caller's number, or -1 where it has gone; and its length, in terms. */
  private readonly numbers: number[] = [];
  private readonly lengths: number[] = [];
  private readonly documents = new Map<number, number>();
  private allLengths = 0;
  /** Documents that have gone and still stand in postings. */
  private unswept = 0;

  has(number: number): boolean {
    return this.documents.has(number);
  }

  /** @param number must not be there yet */
  add(number: number, weights: Weights, length: number): void {
    const document = this.numbers.push(number) - 1;
    this.lengths.push(length);
    this.allLengths += length;
    this.documents.set(number, document);
    for (const [term, weight] of weights) {
      let place = this.places.get(term);
      if (place === undefined) place = this.newTerm(term);
      this.postings[place]!.push(document * WEIGHTS + Math.min(weight, WEIGHTS - 1));
    }
  }

  /** A number that is not there is of no account. */
  remove(number: number): void {
    const document = this.documents.get(number);
    if (document === undefined) return;
    this.documents.delete(number);
    this.numbers[document] = -1;
    this.allLengths -= this.lengths[document]!;
    if (++this.unswept > Math.max(SWEEP_FROM, this.documents.size)) this.sweep();
  }

  /**
   * Documents that have, of every term of the query, one that begins with it, the best first; as good ones in the order
   * in which they came.
   * @param errors By how many letters a term may differ from one of the query.
   * @returns their numbers, and terms that were found although they differ
   */
  search(query: readonly string[], errors: (term: string) => number = () => 0): { numbers: Uint32Array; near: string[] } {
    const near = new Set<string>();
    // The rarest first: what lacks it is not looked at again.
    const asked = query.map((term) => this.expand(term, errors(term), near)).sort((a, b) => this.countOf(a) - this.countOf(b));
    const scores = new Float64Array(this.numbers.length);
    /** By document, how many terms of the query it has. */
    const met = new Uint16Array(this.numbers.length);
    let found: number[] = [];
    for (const [at, expansions] of asked.entries()) found = this.gather(expansions, at, met, scores);
    return { numbers: this.ranked(found, scores), near: found.length > 0 ? [...near] : [] };
  }

  /** Adds what a term is worth to the scores of those that have all terms before it. @returns those that have it too */
  private gather(expansions: readonly Expansion[], before: number, met: Uint16Array, scores: Float64Array): number[] {
    const all = this.documents.size;
    const having = Math.min(all, this.countOf(expansions));
    const rarity = Math.log(1 + (all - having + 0.5) / (having + 0.5));
    const average = this.allLengths / Math.max(1, all);
    const found: number[] = [];
    for (const { place, worth } of expansions) {
      for (const posting of this.postings[place]!) {
        const document = Math.floor(posting / WEIGHTS);
        const terms = met[document]!;
        if (terms < before) continue;
        if (terms === before) {
          met[document] = before + 1;
          found.push(document);
        }
        const weight = posting % WEIGHTS;
        const long = 1 - LENGTH_SHARE + (LENGTH_SHARE * this.lengths[document]!) / average;
        scores[document]! += (rarity * worth * weight) / (weight + SATURATION * long);
      }
    }
    return found;
  }

  private ranked(found: readonly number[], scores: Float64Array): Uint32Array {
    const there = found.filter((document) => this.numbers[document]! >= 0);
    let best = 0;
    for (const document of there) best = Math.max(best, scores[document]!);
    const scale = best > 0 ? (SCORES - 1) / best : 0;
    const keys = Float64Array.from(there, (document) => Math.round((best - scores[document]!) * scale) * DOCUMENTS + document).sort();
    return Uint32Array.from(keys, (key) => this.numbers[key % DOCUMENTS]!);
  }

  /** Terms that begin with one of the query, and those near it. */
  private expand(term: string, errors: number, near: Set<string>): Expansion[] {
    const expansions: Expansion[] = [];
    const like = term.length < 2 ? this.terms.keys() : (this.beginnings.get(term.slice(0, 2)) ?? []);
    for (const place of like) {
      const own = this.terms[place]!;
      if (own.startsWith(term)) expansions.push({ place, worth: term.length / own.length });
    }
    if (errors === 0) return expansions;
    for (const [place, own] of this.terms.entries()) {
      if (own.startsWith(term) || !withinDistance(term, own, errors)) continue;
      near.add(own);
      expansions.push({ place, worth: NEAR_WORTH });
    }
    return expansions;
  }

  /** No fewer than the documents that have one of these. */
  private countOf(expansions: readonly Expansion[]): number {
    return expansions.reduce((sum, { place }) => sum + this.postings[place]!.length, 0);
  }

  private newTerm(term: string): number {
    const place = this.terms.push(term) - 1;
    this.postings.push([]);
    this.places.set(term, place);
    const beginning = term.slice(0, 2);
    const like = this.beginnings.get(beginning);
    if (like) like.push(place);
    else this.beginnings.set(beginning, [place]);
    return place;
  }

  private sweep(): void {
    for (const [place, postings] of this.postings.entries()) {
      this.postings[place] = postings.filter((posting) => this.numbers[Math.floor(posting / WEIGHTS)]! >= 0);
    }
    this.unswept = 0;
  }
}
