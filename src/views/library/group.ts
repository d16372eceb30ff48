/** Highlights put together by article or by who and what they name. */
import type { PageFacts } from "../../messages/highlight";
import type { Link } from "../../messages/link";
import type { Grouping } from "./filter";
import { pageKey, type Row } from "./shelf";

/** A line of the list: the head of a group, or a highlight in it. */
export type Item = { key: string; row: Row } | { key: string; head: Head };

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
export function itemsOf(rows: readonly Row[], grouping: Grouping): Item[] {
  if (grouping === "none") return rows.map((row) => ({ key: row.id, row }));
  const groups = new Map<string, { head: Head; rows: Row[] }>();
  const put = (key: string, row: Row, head: () => Omit<Head, "count">) => {
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { head: { count: 0, ...head() }, rows: [] }));
    group.rows.push(row);
    group.head.count++;
  };
  for (const row of rows) {
    if (grouping === "article") put(pageKey(row.page), row, () => ({ page: row.page }));
    else if (row.mentions.length === 0) put("", row, () => ({}));
    else for (const entry of row.mentions) put(entry.ref, row, () => ({ entry }));
  }
  const ordered = [...groups];
  if (grouping === "entry") ordered.sort(([a, one], [b, other]) => Number(a === "") - Number(b === "") || other.head.count - one.head.count);
  else for (const [, group] of ordered) group.rows.sort(asTheyStand);
  return ordered.flatMap(([key, { head, rows: own }]): Item[] => [
    { key: `${key} `, head },
    ...own.map((row) => ({ key: `${key} ${row.id}`, row })),
  ]);
}

/** Compares rows of one article. Those of which nobody knows where they stood come last. */
export function asTheyStand(a: Row, b: Row): number {
  return (a.start ?? Infinity) - (b.start ?? Infinity) || (a.created < b.created ? -1 : 1);
}
