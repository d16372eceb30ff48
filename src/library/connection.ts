/** The background's connection to the database: opened when it is first used, and again where it was lost. */
import { openStore, type Store } from "./store";

export interface Connection {
  /**
   * Does something with the open database, and once more where the connection turns out to be lost before it could begin.
   * @throws DOMException as `openStore` does, and what `work` throws
   */
  use<Result>(work: (store: Store) => Promise<Result>): Promise<Result>;
}

export function createConnection(): Connection {
  let opened: Promise<Store> | null = null;
  const open = (): Promise<Store> => {
    if (opened) return opened;
    const forget = () => {
      if (opened === opening) opened = null;
    };
    const opening = openStore(forget);
    opening.catch(forget);
    return (opened = opening);
  };

  return {
    async use(work) {
      try {
        return await work(await open());
      } catch (error) {
        // The connection was closed under us: nothing was begun on it.
        if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
        opened = null;
        return work(await open());
      }
    },
  };
}
