/** Which highlights are shown: what the reader asked for, whether a row fits it, and its form in the page's address. */
import { STATES } from "../../anchoring/anchor";
import { COLOURS, HIGHLIGHT_KINDS } from "../../messages/highlight";

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

export function isAnyOf(facet: Facet): boolean {
  return (ANY_OF as readonly Facet[]).includes(facet);
}

/** What the address says of the view. */
export interface Place {
  filter: Filter;
  grouping: Grouping;
  /** What is shown instead of the highlights: those that were deleted, or one article to be read, by its key. */
  bin: boolean;
  article: string;
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
