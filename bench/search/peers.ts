/** What search among highlights is compared with. */
import MiniSearch from "minisearch";
import { foldText, queryTerms, standsIn } from "../../src/highlights/terms";
import type { SearchText } from "../../src/highlights/search-text";

/** @returns numbers of the highlights that a query finds */
export type Searcher = (query: string) => readonly number[] | Uint32Array;

const FIELDS = ["text", "note", "tags", "title", "names"] as const;

/** No index: every highlight's text, folded once, is read through for each query. */
export function foldedScan(rows: readonly SearchText[]): Searcher {
  const texts = rows.map((row) => foldText(FIELDS.map((field) => row[field]).join("\n")));
  return (query) => {
    const terms = queryTerms(query);
    return terms.length === 0 ? [] : texts.flatMap((text, at) => (terms.every((term) => standsIn(text, term)) ? [at] : []));
  };
}

/** MiniSearch as it comes: whole words, any of them, of which the default is that one is enough. */
export function bareIndex(rows: readonly SearchText[]): Searcher {
  const index = new MiniSearch<SearchText>({ idField: "at", fields: [...FIELDS] });
  index.addAll(rows);
  return (query) => index.search(query).map(({ id }) => id as number);
}
