/** Step: searches a library in all ways, in turns, in one process. */
import type { SearchText } from "../../src/highlights/search-text";
import { HighlightSearch } from "../../src/library/search-highlights";
import { heldBytes, interleave } from "../lib/measure";
import { median, quantile, ratioOf } from "../lib/statistics";
import { answer, taskOf } from "../lib/steps";
import type { Spread } from "../report";
import { makeLibrary } from "./library";
import { bareIndex, foldedScan, type Searcher } from "./peers";

export type Way = "scan" | "ours" | "waiting" | "bare";

export interface ContestTask {
  size: number;
  queries: number;
  rounds: number;
  /** Answers are handed back up to this length: beyond, they are not compared. */
  cut: number;
}

export interface Contest {
  way: Way;
  /** Milliseconds until all highlights are in. */
  buildMs: number;
  /** Milliseconds of the longest step meanwhile; 0 where it is one step. */
  longestMs: number;
  /** Milliseconds of an answer, each query's being the median of its rounds. */
  p50: number;
  p95: number;
  /** To reading through: of all queries, each with the same query. */
  ratio: Spread;
  /** Bytes that are held beside the highlights. */
  held: number;
  /** Numbers of what was found, by query. */
  found: number[][];
}

const SEED = 11;
/** As the worker of the library page does (entrypoints/library/search-worker.ts). */
const AT_ONCE = 64;

const { size, queries: count, rounds, cut } = taskOf<ContestTask>();
const { rows, queries } = makeLibrary({ size, queries: count, seed: SEED });
const built = [prepared("scan", foldedScan), prepared("ours", complete), prepared("waiting", unfinished), prepared("bare", bareIndex)];
/** By query and way, the median of the rounds. */
const times = queries.map((query) => {
  const contestants = built.map(({ way, search }) => ({ name: way, pass: () => search(query).length }));
  return interleave(contestants, { rounds, warmUpMs: 0, leastMs: 0 }).map(median);
});
const ofWay = (at: number): number[] => times.map((each) => each[at]!);
answer(
  built.map(({ way, search, ...more }, at): Contest => {
    const sorted = ofWay(at).toSorted((a, b) => a - b);
    const found = queries.map((query) => Array.from(search(query)).sort((a, b) => a - b).slice(0, cut));
    return { way, ...more, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), ratio: ratioOf(ofWay(at), ofWay(0)), found };
  }),
);

interface Built extends Pick<Contest, "way" | "buildMs" | "longestMs" | "held"> {
  search: Searcher;
}

function prepared(way: Way, make: (rows: readonly SearchText[], step: (ms: number) => void) => Searcher): Built {
  const before = heldBytes();
  const start = performance.now();
  let longestMs = 0;
  const search = make(rows, (ms) => (longestMs = Math.max(longestMs, ms)));
  const buildMs = performance.now() - start;
  return { way, search, buildMs, longestMs, held: heldBytes() - before };
}

function complete(rows: readonly SearchText[], step: (ms: number) => void): Searcher {
  const search = new HighlightSearch();
  search.add(rows);
  for (let more = true; more; ) {
    const start = performance.now();
    more = search.work(AT_ONCE);
    step(performance.now() - start);
  }
  return (query) => search.search(query).ats;
}

function unfinished(rows: readonly SearchText[]): Searcher {
  const search = new HighlightSearch();
  search.add(rows);
  return (query) => search.search(query).ats;
}
