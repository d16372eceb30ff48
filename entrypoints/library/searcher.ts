import type { Searcher } from "../../src/views/library/actions";
import type { FromWorker, ToWorker } from "./search-worker";

/** The search index, in a worker of its own. What was asked is rejected where the worker does not run. */
export function createSearcher(): Searcher {
  const worker = new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
  const asked = new Map<number, { resolve: (found: FromWorker) => void; reject: (error: Error) => void }>();
  let number = 0;
  let broken: Error | undefined;
  const post = (message: ToWorker) => worker.postMessage(message, []);
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    asked.get(data.number)?.resolve(data);
    asked.delete(data.number);
  });
  worker.addEventListener("error", ({ message }) => {
    broken = new Error(message || "The search worker does not run");
    for (const { reject } of asked.values()) reject(broken);
    asked.clear();
  });
  return {
    add: (rows) => post({ add: [...rows] }),
    remove: (ats) => post({ remove: [...ats] }),
    search: async (query) => {
      if (broken) throw broken;
      const found = await new Promise<FromWorker>((resolve, reject) => {
        asked.set(++number, { resolve, reject });
        post({ search: query, number });
      });
      return { ats: found.ats, near: found.near };
    },
  };
}
