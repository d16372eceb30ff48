/** For tests: an area that answers as a browser's does, later and with copies, whose fields Chromium gives in the order of their names. */
import { canonicalJson } from "./json";
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
      return JSON.parse(canonicalJson(key in items ? { [key]: items[key] } : {})) as Record<string, unknown>;
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
