import { expect, test } from "vitest";
import type { Contest } from "./contest";
import { type Found, sectionOf } from "./section";

const ratio = (median: number) => ({ median, low: median, high: median });
const pace = (speed: number, times: number) => ({ speed, ratio: ratio(times), density: 10 });
const contest = (slower: number): Contest => ({ speed: 1, slower: ratio(slower), buildMs: 1, held: 1, bytes: 1, hits: 1, ours: 1 });

function found(slower: number[], differences = 0): Found {
  return {
    prepared: { sources: ["Somewhere."], bytes: { news: 1e6 }, built: [{ size: 100_000, ms: 1, bytes: 700_000 }] },
    equality: [{ size: 100_000, matches: 5, differences, examples: ["missed “Kim”"] }],
    spotting: {
      limits: [{ text: "Latin", bytes: 1e6, bare: pace(400, 1), fold: pace(100, 4) }],
      bySize: [{ size: 100_000, find: pace(80, 1.2) }],
      byText: [{ text: "Latin", size: 100_000, find: pace(80, 1.2) }],
      opening: [{ size: 100_000, microseconds: 3, ratio: ratio(1.01), held: 1e6 }],
      resolving: [{ text: "news", bytes: 1e6, find: pace(80, 1.2), spot: pace(50, 2) }],
    },
    peers: [
      { peer: "stuck", size: 100_000, failed: "memory" },
      ...slower.map((times, at) => ({ peer: `peer ${at}`, size: 100_000, contest: contest(times) })),
    ],
  };
}

/** Rows with a goal, as `name: met`. */
function judgements(results: Found): string[] {
  return sectionOf(results).tables.flatMap(({ rows }) => rows).filter(({ goal }) => goal).map(({ name, met }) => `${name}: ${met}`);
}

test("goals are judged by what was measured", () => {
  expect(judgements(found([4, 9]))).toEqual([
    "Latin: fold and tokenise: true", "100\u00a0000 names: true", "100\u00a0000 names: true", "100\u00a0000 names: true",
    "news: resolving: false", "100\u00a0000 names: true", "peer 0: true",
  ]);
});

test("the best of the peers decides, whatever their order", () => {
  expect(judgements(found([9, 2, 4])).at(-1)).toBe("peer 1: false");
  expect(judgements(found([]))).toHaveLength(6);
});

test("a find that differs from the oracle's is wrong", () => {
  expect(sectionOf(found([], 0)).wrong).toEqual([]);
  expect(sectionOf(found([], 2)).wrong![0]).toContain("missed “Kim”");
});
