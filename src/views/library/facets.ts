/** How many highlights there are of each state, colour, site, tag … among those that fit what the reader asked for. */
import { FACETS, type Facet, type Filter, fitOf, valuesOf } from "./filter";
import type { Row } from "./shelf";

/** Counts by value. Of a facet of which values were chosen, what else could be chosen is counted too. */
export type Counts = Record<Facet, Map<string, number>>;

export interface Chosen {
  /** In the order in which they came. */
  rows: Row[];
  counts: Counts;
}

/** Goes over the rows once: which fit, and how many there are of what. */
export function choose(rows: readonly Row[], filter: Filter): Chosen {
  const fit = fitOf(filter);
  const chosen: Row[] = [];
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Counts;
  for (const row of rows) {
    const fits = fit(row);
    if (fits === false) continue;
    if (fits === true) {
      chosen.push(row);
      for (const facet of FACETS) count(counts, facet, row);
    } else count(counts, fits, row);
  }
  return { rows: chosen, counts };
}

function count(counts: Counts, facet: Facet, row: Row): void {
  const map = counts[facet];
  for (const value of valuesOf(row, facet)) map.set(value, (map.get(value) ?? 0) + 1);
}

/** The values of a facet, those chosen first, then by how many there are. */
export function ranked(counts: ReadonlyMap<string, number>, chosen: readonly string[]): [value: string, count: number][] {
  const others = [...counts].filter(([value]) => !chosen.includes(value)).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return [...chosen.map((value): [string, number] => [value, counts.get(value) ?? 0]), ...others];
}
