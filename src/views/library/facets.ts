/** Which highlights fit what the reader asked for, and how many there are of each state, colour, site, tag … */
import { type Facet, FACETS, type Filter, isAnyOf } from "./filter";
import { type Column, COLUMNS, pageKey, type Row, type Shelf } from "./shelf";
import { BETWEEN_LOOKS } from "./slices";

/** Counts by value. Of a facet of which values were chosen, what else could be chosen is counted too. */
export type Counts = Record<Facet, ReadonlyMap<string, number>>;

export interface Chosen {
  /** In the order in which they came. */
  rows: Row[];
  counts: Counts;
}

/**
 * The values of a facet. Rows that share what stands in a column share them, so that they are found once for all those
 * rows, and rows are counted by the number of what they share.
 */
class Values {
  /** By the number of what is shared, places in `names`. */
  readonly lists: number[][] = [];
  readonly names: string[] = [];
  /** Where the column stands in `COLUMNS`. */
  readonly column: number;
  private readonly places = new Map<string, number>();
  private readonly read: () => number;

  constructor(
    readonly facet: Facet,
    shelf: Shelf,
  ) {
    const { column, of } = sourceOf(shelf, facet);
    this.column = COLUMNS.indexOf(column);
    this.read = () => {
      const all = shelf.column(column).length;
      while (this.lists.length < all) this.lists.push(of(this.lists.length).map((name) => this.placeOf(name)));
      return all;
    };
  }

  /** Takes in what has come to the shelf since. @returns how many numbers there are */
  grow(): number {
    return this.read();
  }

  /** Which numbers of the column fit. */
  fitting(chosen: readonly string[]): boolean[] {
    const any = isAnyOf(this.facet);
    const places = chosen.map((each) => this.places.get(each) ?? -1);
    return this.lists.map((own) => (any ? own.some((each) => places.includes(each)) : places.every((each) => own.includes(each))));
  }

  /** @param rows by the numbers of the column */
  byName(rows: Uint32Array): Map<string, number> {
    const counts = new Uint32Array(this.names.length);
    for (const [code, count] of rows.entries()) {
      if (count > 0) for (const place of this.lists[code]!) counts[place]! += count;
    }
    const named = new Map<string, number>();
    for (const [place, count] of counts.entries()) if (count > 0) named.set(this.names[place]!, count);
    return named;
  }

  private placeOf(name: string): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    this.places.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/** The column that a facet's values stand in, and those that go with a number of it. */
function sourceOf(shelf: Shelf, facet: Facet): { column: Column; of(code: number): readonly string[] } {
  const itself = (value: string) => (value === "" ? [] : [value]);
  switch (facet) {
    case "state":
    case "colour":
    case "kind":
      return { column: facet, of: (code) => itself(shelf.column(facet)[code]!) };
    case "site":
      return { column: "page", of: (code) => itself(shelf.column("page")[code]!.site) };
    case "page":
      return { column: "page", of: (code) => [pageKey(shelf.column("page")[code]!)] };
    case "tag":
      return { column: "tags", of: (code) => shelf.column("tags")[code]! };
    case "entry":
      return { column: "mentions", of: (code) => shelf.column("mentions")[code]!.map(({ ref }) => ref) };
  }
}

/** Chooses among the rows of a shelf. */
export class Facets {
  private readonly all: readonly Values[];

  constructor(shelf: Shelf) {
    this.all = FACETS.map((facet) => new Values(facet, shelf));
  }

  /** Goes over the rows once: which fit, and how many there are of what. The query of the filter is not looked at. */
  *choose(rows: readonly Row[], filter: Filter): Generator<void, Chosen> {
    const tallies: Tally[] = this.all.map((values) => ({ values, column: values.column, rows: new Uint32Array(values.grow()) }));
    const asked = filter.id ? [] : tallies.filter(({ values }) => filter[values.facet].length > 0).map((tally) => ({ ...tally, fits: tally.values.fitting(filter[tally.values.facet]) }));
    const inTime = timeOf(filter);
    const chosen: Row[] = [];
    for (let at = 0; at < rows.length; at += BETWEEN_LOOKS) {
      tally(rows.slice(at, at + BETWEEN_LOOKS).filter(inTime), tallies, asked, chosen);
      yield;
    }
    return { rows: chosen, counts: Object.fromEntries(tallies.map(({ values, rows: counts }) => [values.facet, values.byName(counts)])) as Record<Facet, Map<string, number>> };
  }
}

/** How many rows have each number of a facet's column. */
interface Tally {
  values: Values;
  column: number;
  rows: Uint32Array;
}

/** Counts rows, and adds those that fit to `chosen`. @param asked facets of which something was asked, and which numbers fit */
function tally(rows: readonly Row[], tallies: readonly Tally[], asked: readonly (Tally & { fits: readonly boolean[] })[], chosen: Row[]): void {
  for (const row of rows) {
    const { codes } = row;
    let misses = 0;
    let missed: Tally | undefined;
    for (const each of asked) {
      if (each.fits[codes[each.column]!]) continue;
      misses++;
      missed = each;
    }
    if (missed === undefined) {
      chosen.push(row);
      for (const { rows: counts, column } of tallies) counts[codes[column]!]!++;
    } else if (misses === 1 && isAnyOf(missed.values.facet)) missed.rows[codes[missed.column]!]!++;
  }
}

/** Whether a row is of the days that were asked for, or the one highlight. */
function timeOf({ id, from, to }: Filter): (row: Row) => boolean {
  if (id) return (row) => row.id === id;
  const first = startOf(from, 0) ?? -Infinity;
  const end = startOf(to, 1) ?? Infinity;
  return ({ time }) => time >= first && time < end;
}

/** The moment at which a day of the reader's calendar begins, or the one `later` days after it, in milliseconds. */
function startOf(day: string, later: number): number | undefined {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + later);
  return Number.isNaN(date.getTime()) ? undefined : date.getTime();
}

/** The values of a facet, those chosen first, then by how many there are. */
export function ranked(counts: ReadonlyMap<string, number>, chosen: readonly string[]): [value: string, count: number][] {
  const others = [...counts].filter(([value]) => !chosen.includes(value)).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return [...chosen.map((value): [string, number] => [value, counts.get(value) ?? 0]), ...others];
}
