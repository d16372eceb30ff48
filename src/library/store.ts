/** The extension's own database: what the reader has added, kept on their machine. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** A pack that the reader added from a file. */
export interface StoredPack {
  /** The pack's own id: a newer version of a pack takes the place of the older. */
  id: string;
  bytes: ArrayBuffer;
}

interface Schema extends DBSchema {
  packs: { key: string; value: StoredPack };
}

export type Store = IDBPDatabase<Schema>;

const NAME = "backstory";
/** Each version adds a step to `upgrade`; a step is never changed once it has been released. */
const VERSION = 1;

/** Opens the database, and makes it where there is none. The connection lasts as long as its worker or page. */
export function openStore(): Promise<Store> {
  return openDB<Schema>(NAME, VERSION, {
    upgrade(database, from) {
      if (from < 1) database.createObjectStore("packs", { keyPath: "id" });
    },
  });
}
