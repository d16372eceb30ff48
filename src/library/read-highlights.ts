/** Reading highlights: by article for pages, all of them for the library and for backups. */
import type { Highlight } from "../messages/highlight";
import type { Span } from "../settings/reminder";
import type { BinnedHighlight, Store } from "./store";

/** Rows that are read at once. */
const BATCH = 2_000;
/** Where a page that is being looked at reads them: what comes at once is unpacked and put away within a frame. */
const SMALL_BATCH = 300;

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

/** All of them at once, for what has to see them all. */
export async function readAll(store: Store): Promise<Highlight[]> {
  const rows: Highlight[] = [];
  for await (const batch of readHighlights(store)) for (const row of batch) rows.push(row);
  return rows;
}

/** When the first and the last of them were made; null where there are none. */
export async function readSpan(store: Store): Promise<Span | null> {
  const index = store.transaction("highlights").store.index("created");
  const [first, last] = await Promise.all([index.openKeyCursor(), index.openKeyCursor(null, "prev")]);
  return first && last && { first: first.key, last: last.key };
}

/** More are of no use to whoever types the beginning of one. */
const MOST_TAGS = 1_000;

/** The tags that highlights have, each once, in the order of their code units. */
export async function readTags(store: Store): Promise<string[]> {
  const tags: string[] = [];
  let cursor = await store.transaction("highlights").store.index("tags").openKeyCursor(null, "nextunique");
  for (; cursor && tags.length < MOST_TAGS; cursor = await cursor.continue()) tags.push(cursor.key);
  return tags;
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

/**
 * All highlights, the latest first, a batch at a time: `first` of them, then more at once. Of the same moment all come
 * together. What is saved meanwhile may be missing; nothing comes twice.
 */
export async function* readNewestFirst(store: Store, first: number): AsyncGenerator<Highlight[]> {
  let before: string | undefined;
  for (let count = first; ; count = SMALL_BATCH) {
    const index = store.transaction("highlights").store.index("created");
    const cursor = await index.openKeyCursor(before === undefined ? null : IDBKeyRange.upperBound(before, true), "prev");
    if (!cursor) return;
    // The moment of the last one in the batch; where there are fewer, everything that is left.
    const last = (await cursor.advance(count - 1 || 1))?.key;
    yield (await index.getAll(between(last, before))).reverse();
    if (last === undefined) return;
    before = last;
  }
}

/** From `first` on, up to and without `end`; of both, what is missing does not count. */
function between(first: string | undefined, end: string | undefined): IDBKeyRange | null {
  if (first === undefined) return end === undefined ? null : IDBKeyRange.upperBound(end, true);
  return end === undefined ? IDBKeyRange.lowerBound(first) : IDBKeyRange.bound(first, end, false, true);
}

/** Those of these highlights that are there. */
export async function readByIds(store: Store, ids: readonly string[]): Promise<Highlight[]> {
  const { store: highlights } = store.transaction("highlights");
  const rows = await Promise.all(ids.map((id) => highlights.get(id)));
  return rows.filter((row) => row !== undefined);
}
