/** Writing highlights: all or nothing, on the disk before it is said to be, and once however often it is asked. */
import type { IDBPObjectStore, IDBPTransaction } from "idb";
import type { Connection } from "./connection";
import type { Schema, Store } from "./store";

const STORES = ["highlights", "bin", "done"] as const;
type Names = (typeof STORES)[number][];
type Writable<Name extends Names[number]> = IDBPObjectStore<Schema, Names, Name, "readwrite">;

/** The stores that a request writes to, within its transaction. */
export interface Tables {
  highlights: Writable<"highlights">;
  bin: Writable<"bin">;
}

export interface WriteOptions {
  /** The request's id, where it has one. */
  once?: string | undefined;
  /** ISO 8601, in UTC. */
  now: string;
}

/**
 * Carries out a request in one transaction. It waits until the data is on the disk: not merely handed to the system,
 * which a crash or a flat battery would lose.
 * @param work Changes rows; it must wait for nothing but the database. @returns the number of highlights it changed
 * @returns what `work` returned, now or when the request was carried out before
 * @throws DOMException where nothing was changed
 */
export function write(connection: Connection, { once, now }: WriteOptions, work: (tables: Tables) => Promise<number>): Promise<number> {
  return connection.use(async (store) => {
    const transaction = begin(store);
    const complete = transaction.done;
    // Listened to from the start: a failure is reported below, wherever it shows first.
    complete.catch(() => {});
    try {
      const done = transaction.objectStore("done");
      const before = once === undefined ? undefined : await done.get(once);
      if (before) return before.count;
      const count = await work({ highlights: transaction.objectStore("highlights"), bin: transaction.objectStore("bin") });
      if (once !== undefined) await done.put({ id: once, at: now, count });
      await complete;
      return count;
    } catch (error) {
      throw await reasonOf(transaction, error);
    }
  });
}

function begin(store: Store): IDBPTransaction<Schema, Names, "readwrite"> {
  return store.transaction([...STORES], "readwrite", { durability: "strict" });
}

/**
 * Takes everything back. @returns why: the transaction knows it, or the request that failed, and either may know no more
 * than that something was broken off
 */
async function reasonOf(transaction: IDBPTransaction<Schema, Names, "readwrite">, error: unknown): Promise<unknown> {
  try {
    transaction.abort();
  } catch {
    // It was broken off by itself.
  }
  const reason: unknown = await transaction.done.then(() => error, (thrown: unknown) => thrown);
  return tells(error) || !tells(reason) ? error : reason;
}

function tells(error: unknown): boolean {
  return !(error instanceof DOMException && (error.name === "AbortError" || error.name === "UnknownError"));
}
