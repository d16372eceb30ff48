/** The extension's own database: what the reader has added and saved, kept on their machine. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Highlight } from "../messages/highlight";

/** A pack that the reader added from a file. */
export interface StoredPack {
  /** The pack's own id: a newer version of a pack takes the place of the older. */
  id: string;
  bytes: ArrayBuffer;
}

/** A highlight that was deleted, and can be taken back for a while. */
export interface BinnedHighlight {
  id: string;
  /** When it was deleted: ISO 8601 in UTC. */
  deleted: string;
  highlight: Highlight;
}

/** A request that was carried out: asked again, because nobody heard the answer, it does nothing. */
export interface DoneRequest {
  id: string;
  /** ISO 8601 in UTC. */
  at: string;
  /** How many highlights it changed. */
  count: number;
}

export interface Schema extends DBSchema {
  packs: { key: string; value: StoredPack };
  /** One row a highlight; `keys` finds those of an article by any of the article's keys, `created` those saved last; `tags` knows which tags there are. */
  highlights: { key: string; value: Highlight; indexes: { keys: string; created: string; tags: string } };
  bin: { key: string; value: BinnedHighlight; indexes: { deleted: string } };
  done: { key: string; value: DoneRequest; indexes: { at: string } };
}

export type Store = IDBPDatabase<Schema>;

export const STORE_NAME = "backstory";
/** Each version adds a step to `upgrade`; a step is never changed once it has been released. */
export const STORE_VERSION = 2;

/**
 * Opens the database, and makes it where there is none. The connection lasts as long as its worker or page, unless it is
 * lost: to a newer version of Backstory that wants to change the database, or because the database was deleted.
 * @param lost Told when the connection can no longer be used
 * @throws DOMException VersionError where a newer version of Backstory has changed the database: nothing is touched
 */
export function openStore(lost: () => void = () => {}): Promise<Store> {
  return openDB<Schema>(STORE_NAME, STORE_VERSION, {
    upgrade(database, from) {
      if (from < 1) database.createObjectStore("packs", { keyPath: "id" });
      if (from < 2) {
        const highlights = database.createObjectStore("highlights", { keyPath: "id" });
        highlights.createIndex("keys", "page.keys", { multiEntry: true });
        highlights.createIndex("created", "created");
        highlights.createIndex("tags", "tags", { multiEntry: true });
        database.createObjectStore("bin", { keyPath: "id" }).createIndex("deleted", "deleted");
        database.createObjectStore("done", { keyPath: "id" }).createIndex("at", "at");
      }
    },
    blocking(_from, _to, event) {
      // Whoever waits for us may go on once what is under way is done.
      (event.target as IDBDatabase).close();
      lost();
    },
    terminated: lost,
  });
}
