/** Which highlights are selected. Sets are never changed: a new one takes the place of the old. */
import type { Item } from "./group";

export interface Selection {
  ids: ReadonlySet<string>;
  /** The line from which a range is drawn, by its key. */
  from: string;
}

export const NOTHING: Selection = { ids: new Set(), from: "" };

/** Selects a line, or no longer. */
export function toggle({ ids }: Selection, item: Item): Selection {
  if (!("row" in item)) return { ids, from: item.key };
  const next = new Set(ids);
  if (!next.delete(item.row.id)) next.add(item.row.id);
  return { ids: next, from: item.key };
}

/** Selects all lines between the one that was toggled last and this one, both included. */
export function extend(selection: Selection, items: readonly Item[], to: number): Selection {
  const start = items.findIndex(({ key }) => key === selection.from);
  const [first, last] = start < 0 ? [to, to] : [Math.min(start, to), Math.max(start, to)];
  return { ids: new Set([...selection.ids, ...idsOf(items.slice(first, last + 1))]), from: items[start < 0 ? to : start]?.key ?? "" };
}

/** Without those that are not there any more. */
export function only(selection: Selection, there: (id: string) => boolean): Selection {
  const ids = [...selection.ids].filter(there);
  return ids.length === selection.ids.size ? selection : { ...selection, ids: new Set(ids) };
}

/** Of the highlights among the lines, each once. */
export function idsOf(items: readonly Item[]): Set<string> {
  const ids = new Set<string>();
  for (const item of items) if ("row" in item) ids.add(item.row.id);
  return ids;
}
