/** Which highlights are shown: what the reader asked for, whether a row fits it, and its form in the page's address. */
import { STATES, type State } from "../../anchoring/anchor";
import { COLOURS, HIGHLIGHT_KINDS } from "../../messages/highlight";
import { pageKey, type Row } from "./shelf";

/** Facets of which a row has to have one of the values chosen. */
export const ANY_OF = ["state", "colour", "site", "page", "kind"] as const;
/** Facets of which it has to have all of them: each narrows further. */
export const ALL_OF = ["tag", "entry"] as const;
export const FACETS = [...ANY_OF, ...ALL_OF] as const;
export type Facet = (typeof FACETS)[number];

export interface Filter extends Record<Facet, readonly string[]> {
  /** As typed. */
  query: string;
  /** Days on which they were saved, both included, or empty: "2026-11-22". */
  from: string;
  to: string;
  /** One highlight, whatever else is asked for; or empty. */
  id: string;
}

export const NO_FILTER: Filter = { query: "", state: [], colour: [], site: [], page: [], kind: [], tag: [], entry: [], from: "", to: "", id: "" };

/** How highlights are put together. */
export const GROUPINGS = ["none", "article", "entry"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the address says of the view. */
export interface Place {
  filter: Filter;
  grouping: Grouping;
  /** What is shown instead of the highlights: those that were deleted, or one article to be read, by its key. */
  bin: boolean;
  article: string;
}

/** How a passage was found last; what was never looked for again has none. */
export function stateOf(row: Row): State | undefined {
  return row.found?.state;
}

/** The values that a row has of a facet. */
export function valuesOf(row: Row, facet: Facet): readonly string[] {
  switch (facet) {
    case "state":
      return row.found ? [row.found.state] : [];
    case "colour":
      return [row.colour];
    case "site":
      return row.page.site ? [row.page.site] : [];
    case "page":
      return [pageKey(row.page)];
    case "kind":
      return [row.kind];
    case "tag":
      return row.tags;
    case "entry":
      return row.mentions.map(({ ref }) => ref);
  }
}

/**
 * Asks of a row how far it fits; the query is not looked at. Made once for many rows.
 * @returns true where it fits, a facet where its values of that alone do not fit, and false otherwise
 */
export function fitOf(filter: Filter): (row: Row) => true | Facet | false {
  if (filter.id) return (row) => row.id === filter.id;
  const asked = FACETS.filter((facet) => filter[facet].length > 0).map((facet) => ({ facet, fits: facetFits(facet, filter[facet]) }));
  const from = filter.from && startOf(filter.from, 0);
  const to = filter.to && startOf(filter.to, 1);
  return (row) => {
    if ((from && row.created < from) || (to && row.created >= to)) return false;
    let misses: Facet | undefined;
    for (const { facet, fits } of asked) {
      if (fits(row)) continue;
      if (misses) return false;
      misses = facet;
    }
    return misses ?? true;
  };
}

function facetFits(facet: Facet, chosen: readonly string[]): (row: Row) => boolean {
  const all = (ALL_OF as readonly Facet[]).includes(facet);
  return (row) => {
    const own = valuesOf(row, facet);
    return all ? chosen.every((each) => own.includes(each)) : own.some((each) => chosen.includes(each));
  };
}

/** The moment at which a day of the reader's calendar begins, or the one `later` days after it; empty for what is no day. */
function startOf(day: string, later: number): string {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + later);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

export function isFiltered(filter: Filter): boolean {
  return filter.id !== "" || filter.from !== "" || filter.to !== "" || filter.query.trim() !== "" || FACETS.some((facet) => filter[facet].length > 0);
}

/** Chooses a value, or no longer. */
export function toggled(filter: Filter, facet: Facet, value: string): Filter {
  const others = filter[facet].filter((each) => each !== value);
  return { ...filter, id: "", [facet]: others.length < filter[facet].length ? others : [...others, value] };
}

/** "q=oil&tag=trade&tag=letters&group=article": what stands behind "#". */
export function hashOf({ filter, grouping, bin, article }: Place): string {
  const parts = new URLSearchParams();
  if (article) parts.append("article", article);
  if (bin) parts.append("bin", "1");
  if (filter.query.trim()) parts.append("q", filter.query.trim());
  for (const facet of FACETS) for (const value of filter[facet]) parts.append(facet, value);
  for (const name of ["from", "to", "id"] as const) if (filter[name]) parts.append(name, filter[name]);
  if (grouping !== "none") parts.append("group", grouping);
  return parts.toString();
}

const KNOWN: Partial<Record<Facet, readonly string[]>> = { state: STATES, colour: COLOURS, kind: HIGHLIGHT_KINDS };

/** Whatever stands there, a place comes out: values that cannot be are left out. */
export function placeOf(hash: string): Place {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const one = (name: string) => parts.get(name) ?? "";
  const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(one(name)) ? one(name) : "");
  const values = FACETS.map((facet) => [facet, [...new Set(parts.getAll(facet))].filter((each) => each && (KNOWN[facet]?.includes(each) ?? true))]);
  const grouping = GROUPINGS.find((each) => each === one("group")) ?? "none";
  const filter: Filter = { ...NO_FILTER, ...Object.fromEntries(values), query: one("q").trim(), from: day("from"), to: day("to"), id: one("id") };
  return { filter, grouping, bin: one("bin") !== "", article: one("article") };
}
