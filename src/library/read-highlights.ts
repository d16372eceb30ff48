/** Reading highlights: by article for pages, all of them for the library and for backups. */
import type { Highlight } from "../messages/highlight";
import type { BinnedHighlight, Store } from "./store";

/** Rows that are read at once. */
const BATCH = 2_000;

/**
 * All highlights, in the order of their ids, a batch at a time. What is saved meanwhile may be missing; nothing comes
 * twice.
 */
export async function* readHighlights(store: Store): AsyncGenerator<Highlight[]> {
  for (let after: string | undefined; ; ) {
    const rows = await store.getAll("highlights", after === undefined ? null : IDBKeyRange.lowerBound(after, true), BATCH);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}

/** What is in the bin, the latest deleted first. */
export async function readBin(store: Store): Promise<BinnedHighlight[]> {
  return (await store.getAllFromIndex("bin", "deleted")).reverse();
}

/** The highlights of an article, by any of its keys; oldest first. */
export async function readArticle(store: Store, keys: readonly string[]): Promise<Highlight[]> {
  const found = await Promise.all([...new Set(keys)].map((key) => store.getAllFromIndex("highlights", "keys", key)));
  const rows = new Map(found.flat().map((row) => [row.id, row]));
  return [...rows.values()].sort((a, b) => (a.created < b.created ? -1 : Number(a.created > b.created)));
}

/** The highlights that were saved last, the latest first. */
export async function readLatest(store: Store, count: number): Promise<Highlight[]> {
  const rows: Highlight[] = [];
  const index = store.transaction("highlights").store.index("created");
  for (let cursor = await index.openCursor(null, "prev"); cursor && rows.length < count; cursor = await cursor.continue()) rows.push(cursor.value);
  return rows;
}

/** Those of these highlights that are there. */
export async function readByIds(store: Store, ids: readonly string[]): Promise<Highlight[]> {
  const { store: highlights } = store.transaction("highlights");
  const rows = await Promise.all(ids.map((id) => highlights.get(id)));
  return rows.filter((row) => row !== undefined);
}
