/**
 * How well passages are found again: in revisions of our own always; in real ones where a folder of them lies beside
 * the project. `npm run -s anchor` does the same for any revisions.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Anchor, Outcome } from "../src/anchoring/anchor";
import { describe as describePassage } from "../src/anchoring/describe";
import { findAll, preparePage } from "../src/anchoring/find";
import { runAll } from "../src/anchoring/slices";

interface Revision {
  name: string;
  before: string;
  after: string;
  /** What was saved, and what stands there now; null if it is gone. */
  passages: [string, string | null][];
}

const own = JSON.parse(await readFile(new URL("../tests/gold/anchoring.json", import.meta.url), "utf8")) as Revision[];

describe.each(own)("$name", ({ before, after, passages }) => {
  const anchors = passages.map(([passage]) => describePassage(before, before.indexOf(passage), before.indexOf(passage) + passage.length));
  const found = (outcomes: readonly Outcome[]) =>
    outcomes.map((outcome) => (outcome.state === "orphan" ? null : after.slice(outcome.start, outcome.end)));
  const expected = passages.map(([, now]) => now);

  test("all of them together", () => {
    expect(found(runAll(findAll(preparePage(after), anchors)))).toEqual(expected);
  });

  test("each alone", () => {
    const page = preparePage(after);
    expect(anchors.flatMap((anchor) => found(runAll(findAll(page, [anchor]))))).toEqual(expected);
  });
});

const GOLD = fileURLToPath(new URL("../../shared/gold/anchoring/dev.jsonl", import.meta.url));

interface GoldPage {
  set: string;
  text: string;
  anchors: (Anchor & { gold: [number, number] | null })[];
}

/** Shares: survivors that were found at least by half, and spans that are gone and were attached nevertheless. */
const LEAST = {
  wikipedia: { right: 0.99, attached: 0.09 },
  kcna: { right: 0.99, attached: 0.05 },
  milestones: { right: 1, attached: 0 },
};

if (existsSync(GOLD)) {
  test.each(Object.entries(LEAST))("real revisions: %s", async (set, least) => {
    const lines = (await readFile(GOLD, "utf8")).split("\n").filter(Boolean);
    const pages = lines.map((line) => JSON.parse(line) as GoldPage).filter((page) => page.set === set);
    let [survivors, right, gone, attached] = [0, 0, 0, 0];
    for (const { text, anchors } of pages) {
      for (const [index, outcome] of runAll(findAll(preparePage(text), anchors)).entries()) {
        const { gold } = anchors[index]!;
        if (gold) survivors++;
        else gone++;
        if (outcome.state === "orphan") continue;
        if (!gold) attached++;
        else if (overlap(outcome, gold) >= 0.5) right++;
      }
    }
    expect(right / survivors).toBeGreaterThanOrEqual(least.right);
    expect(attached / gone).toBeLessThanOrEqual(least.attached);
  });
} else {
  test("no real revisions lie beside the project: only our own are scored", () => {
    console.warn("scripts/anchor: ../shared is not there, so finding passages again was measured on revisions of our own alone.");
    expect(own.length).toBeGreaterThan(0);
  });
}

function overlap({ start, end }: { start: number; end: number }, [from, to]: [number, number]): number {
  const shared = Math.max(0, Math.min(end, to) - Math.max(start, from));
  return shared / (end - start + to - from - shared);
}
