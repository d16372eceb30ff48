/** For tests: an area that answers as a browser's does, later and with copies. */
import type { SharedArea } from "./storage";

export interface MemoryArea extends SharedArea {
  /** What is stored. */
  readonly items: Record<string, unknown>;
}

export function memoryArea(items: Record<string, unknown> = {}): MemoryArea {
  let last: Promise<unknown> = Promise.resolve();
  return {
    items,
    async get(key) {
      await Promise.resolve();
      return structuredClone(key in items ? { [key]: items[key] } : {});
    },
    async set(changed) {
      await Promise.resolve();
      Object.assign(items, structuredClone(changed));
    },
    alone(work) {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    },
  };
}
