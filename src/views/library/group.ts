/** Highlights put together by article or by who and what they name. */
import type { PageFacts } from "../../messages/highlight";
import type { Link } from "../../messages/link";
import type { Grouping } from "./filter";
import { pageKey, type Row } from "./shelf";
import { BETWEEN_LOOKS } from "./slices";

/** A line of the list: the head of a group, or a highlight in it. */
export type Item = { readonly key: string; row: Row } | { readonly key: string; head: Head };

export interface Head {
  count: number;
  /** Of what; neither for highlights that name nobody. */
  page?: PageFacts;
  entry?: Link;
}

/**
 * The lines of the list. Articles come in the order of their first row, and so do the rows of none; an article's own
 * rows as they stand in it. Entries come by how many rows name them, and a row stands below each that it names.
 */
export function* itemsOf(rows: readonly Row[], grouping: Grouping): Generator<void, Item[]> {
  if (grouping === "none") return rows.map((row) => ({ key: row.id, row }));
  const groups = new Map<string, { head: Head; rows: Row[] }>();
  const put = (key: string, row: Row, head: () => Omit<Head, "count">) => {
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { head: { count: 0, ...head() }, rows: [] }));
    group.rows.push(row);
    group.head.count++;
  };
  const sort = (row: Row) => {
    if (grouping === "article") put(pageKey(row.page), row, () => ({ page: row.page }));
    else if (row.mentions.length === 0) put("", row, () => ({}));
    else for (const entry of row.mentions) put(entry.ref, row, () => ({ entry }));
  };
  for (let at = 0; at < rows.length; at += BETWEEN_LOOKS) {
    rows.slice(at, at + BETWEEN_LOOKS).forEach(sort);
    yield;
  }
  const ordered = [...groups];
  if (grouping === "entry") ordered.sort(([a, one], [b, other]) => Number(a === "") - Number(b === "") || other.head.count - one.head.count);
  const items: Item[] = [];
  let looked = 0;
  for (const [key, { head, rows: own }] of ordered) {
    items.push({ key: `${key} `, head });
    addGroup(items, key, grouping === "article" ? own.sort(asTheyStand) : own);
    if (items.length - looked < BETWEEN_LOOKS) continue;
    looked = items.length;
    yield;
  }
  return items;
}

function addGroup(items: Item[], key: string, rows: readonly Row[]): void {
  for (const row of rows) items.push(new Grouped(key, row));
}

/** Its key is put together when it is wanted: of a hundred thousand lines, some dozens are drawn. */
class Grouped {
  constructor(
    private readonly group: string,
    readonly row: Row,
  ) {}

  get key(): string {
    return `${this.group} ${this.row.id}`;
  }
}

/** Compares rows of one article. Those of which nobody knows where they stood come last. */
export function asTheyStand(a: Row, b: Row): number {
  return (a.start ?? Infinity) - (b.start ?? Infinity) || (a.created < b.created ? -1 : 1);
}
