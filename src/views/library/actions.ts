/** What the library page needs of the browser. Every promise may be rejected: the page says so and goes on. */
import type { Basis } from "../../highlights/change";
import type { SearchAnswer, SearchText } from "../../highlights/search-text";
import type { Counted } from "../../messages/about-highlights";
import type { CardContent } from "../../messages/contract";
import type { Highlight, HighlightChange } from "../../messages/highlight";
import type { Portable } from "../../settings/portable";

/** A highlight that was deleted. */
export interface Binned {
  highlight: Highlight;
  /** When: ISO 8601 in UTC. */
  deleted: string;
}

export interface LibraryActions {
  /** All highlights in batches, those that are shown first among the first; some may come twice. */
  read(): AsyncIterable<Highlight[]>;
  /** How long what was deleted can be taken back, in days. */
  readonly binDays: number;
  /** Those of these that are there. */
  byIds(ids: readonly string[]): Promise<Highlight[]>;
  /** What was deleted, the latest first. */
  bin(): Promise<Binned[]>;
  /** All highlights, whole: also what the page itself does not hold. */
  all(): Promise<Highlight[]>;
  /**
   * Puts rows in, in the place of those that have their ids.
   * @param findNames Look for names in those that bring none?
   * @param over What each was made from, null where there was none: what was changed since stays
   */
  put(rows: readonly Highlight[], findNames: boolean, over: readonly (Basis | null)[]): Promise<Counted>;
  /** All that the reader has chosen and put right. */
  settings(): Promise<Portable>;
  /** Changes what there is of it by then. @returns what there was, and what there is now */
  changeSettings(change: (before: Portable) => Portable): Promise<{ before: Portable; after: Portable }>;
  /** Remembers that the reader has a copy of all highlights, as of now. */
  exported(): Promise<unknown>;
  edit(ids: readonly string[], change: HighlightChange): Promise<Counted>;
  remove(ids: readonly string[]): Promise<Counted>;
  restore(ids: readonly string[]): Promise<Counted>;
  forget(ids: readonly string[]): Promise<Counted>;
  /** What a card says of an entry; null where no open pack has it. */
  card(ref: string): Promise<CardContent | null>;
  /** @returns false where the browser does not allow it */
  copy(text: string): Promise<boolean>;
  /** Words, source and address, ready for the clipboard. */
  cite(highlight: Highlight): string;
  /** Goes to its page, in the tab that has it or in a new one. */
  open(highlight: Highlight): Promise<unknown>;
}

/** The search index, wherever it works. */
export interface Searcher {
  add(rows: readonly SearchText[]): void;
  remove(ats: readonly number[]): void;
  search(query: string): Promise<SearchAnswer>;
}
