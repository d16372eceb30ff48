/** The worker in which the library page's search index is built and asked, so that typing never waits for it. */
import type { SearchText } from "../../src/highlights/search-text";
import { HighlightSearch } from "../../src/library/search-highlights";

export type ToWorker = { add: SearchText[] } | { remove: number[] } | { search: string; number: number };
export interface FromWorker {
  /** Of the question. */
  number: number;
  ats: Uint32Array;
  near: string[];
}

/** Rows that are put into the index before the worker looks whether something was asked: some ten milliseconds of work. */
const AT_ONCE = 64;

const search = new HighlightSearch();
const { port1: wake, port2: woken } = new MessageChannel();
let working = false;

woken.addEventListener("message", () => {
  working = search.work(AT_ONCE);
  if (working) wake.postMessage(null, []);
});
woken.start();

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("add" in data) search.add(data.add);
  else if ("remove" in data) search.remove(data.remove);
  else answer(data.search, data.number);
  if (search.left === 0 || working) return;
  working = true;
  wake.postMessage(null, []);
});

function answer(query: string, number: number): void {
  const { ats, near } = search.search(query);
  const reply: FromWorker = { number, ats: Uint32Array.from(ats), near };
  postMessage(reply, { transfer: [reply.ats.buffer] });
}
