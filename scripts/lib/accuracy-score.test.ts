/** The scorer of the project counts as the one that comes with the gold annotations. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { hasShared, readSharedGold, SHARED } from "./accuracy-gold";
import { calibrate, entryFinder, foldTitle, type GoldText, rates, score, type SpottedMention } from "./accuracy-score";

const scratch = mkdtempSync(join(tmpdir(), "backstory-score-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const TEXT: GoldText = {
  id: "a",
  text: "Peng met Kim in Pyongyang, then Peng left.",
  mentions: [
    { start: 0, end: 4, entity: "Peng Dehuai", kind: "person", note: "surname" },
    { start: 9, end: 12, entity: "Kim Il Sung", kind: "person", note: "surname" },
    { start: 16, end: 25, entity: "Pyongyang", kind: "place", note: "metonym" },
    { start: 32, end: 36, entity: "Peng Dehuai", kind: "person", note: "surname" },
  ],
};
const ENTRIES = [
  { id: "peng", names: ["Peng Dehuai"] },
  { id: "pyongyang", names: ["Pyongyang"] },
];

function said(start: number, end: number, entry: string, confidence = 1): SpottedMention {
  return { start, end, entry, confidence };
}

test("counts what is right, missed, wrong, and not in the pack", () => {
  const spotted = [said(0, 4, "peng"), said(9, 12, "peng", 0.6), { ...said(16, 25, "pyongyang"), sense: "metonym" }, said(27, 36, "peng", 0.8)];
  const result = score([TEXT], [spotted], entryFinder(ENTRIES));
  expect(result).toMatchObject({ gold: 4, inPack: 3, predicted: 4, right: 2, ambiguous: 2, ambiguousRight: 1, metonyms: 1, metonymsSensed: 1 });
  expect(result.uncovered).toEqual(new Map([["Kim Il Sung", 1]]));
  expect(result.missed).toEqual([{ text: "a", start: 32, surface: "Peng", entity: "Peng Dehuai", said: "peng", saidSurface: "then Peng" }]);
  expect(result.wrong.map(({ surface }) => surface)).toEqual(["Kim", "then Peng"]);
  expect(rates(result)).toMatchObject({ precision: 0.5, recall: 2 / 3, coverage: 0.75, ambiguous: 0.5 });
});

test("titles are the same but for case, accents, punctuation and what stands in brackets", () => {
  expect(foldTitle("Viliam Široký")).toBe(foldTitle("viliam-siroky"));
  expect(foldTitle("~Kim family (North Korea)")).toBe(foldTitle("Kim Family"));
  expect(foldTitle("Kim Il Sung")).not.toBe(foldTitle("Kim Jong Il"));
});

test("calibration is perfect where every confidence is the share of mentions that are right", () => {
  const calls = Array.from({ length: 20 }, (_, index) => ({ confidence: 0.75, right: index % 4 !== 0 }));
  const { ece, brier, bins } = calibrate(calls);
  expect(ece).toBeCloseTo(0);
  expect(brier).toBeCloseTo(0.75 * 0.25 ** 2 + 0.25 * 0.75 ** 2);
  expect(bins.find(({ count }) => count > 0)).toMatchObject({ from: 0.7, to: 0.8, count: 20, confidence: 0.75, right: 0.75 });
});

test("every mention lies in one bin", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ confidence: fc.double({ min: 0.5, max: 1, noNaN: true }), right: fc.boolean() })), (calls) => {
      const { bins, ece, brier } = calibrate(calls);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(calls.length);
      expect(ece).toBeLessThanOrEqual(1);
      expect(brier).toBeLessThanOrEqual(1);
    }),
  );
});

if (hasShared()) {
  test("counts the development texts as their own scorer does, whatever is said of them", async () => {
    const texts = await readSharedGold("dev");
    const entities = [...new Set(texts.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)))];
    // Half of the entities, some names moved, some given away: every branch is taken many times.
    const entries = entities.filter((_, index) => index % 2 === 0).map((entity, index) => ({ id: `e-${index}`, names: [entity.replace(/^~/, "")] }));
    const entriesOf = entryFinder(entries);
    const spotted = texts.map(({ mentions }) =>
      mentions.flatMap(({ start, end, entity }, index): SpottedMention[] => {
        const entry = [...entriesOf(entity)][0] ?? "e-1";
        if (index % 7 === 0) return [];
        if (index % 5 === 0) return [said(start, end - 1, entry)];
        return [said(start, end, index % 11 === 0 ? "e-2" : entry)];
      }),
    );
    const own = score(texts, spotted, entriesOf);
    const said2 = theirs(texts, spotted, entries);
    expect(said2.counts).toEqual([own.gold, own.inPack, own.predicted]);
    expect(said2.ambiguous).toEqual([own.ambiguousRight, own.ambiguous]);
    expect(said2.lists).toEqual([own.wrong.length, own.missed.length]);
    const { precision, recall, f1, coverage } = rates(own);
    expect(said2.rates).toEqual([precision, recall, f1, coverage].map((rate) => rate.toFixed(3)));
  });
} else {
  test("no annotated articles lie beside the project: their scorer cannot be asked", () => {
    console.warn("scripts/lib/accuracy-score: ../shared/gold is not there, so the two scorers were not compared.");
    expect(hasShared()).toBe(false);
  });
}

/** What the scorer beside the gold annotations prints. */
function theirs(texts: readonly GoldText[], spotted: readonly SpottedMention[][], entries: unknown) {
  const paths = { gold: join(scratch, "gold.jsonl"), found: join(scratch, "found.jsonl"), pack: join(scratch, "pack.json") };
  writeFileSync(paths.gold, texts.map((text) => JSON.stringify(text)).join("\n"));
  writeFileSync(paths.found, texts.map(({ id }, index) => JSON.stringify({ id, mentions: spotted[index] })).join("\n"));
  writeFileSync(paths.pack, JSON.stringify(entries));
  const scorer = join(SHARED, "gold/score-spotting.mjs");
  const out = execFileSync(process.execPath, [scorer, paths.gold, paths.found, paths.pack], { encoding: "utf8" });
  const numbers = (pattern: RegExp): number[] => pattern.exec(out)!.slice(1).map(Number);
  return {
    counts: numbers(/gold (\d+), of entities in the pack (\d+) .*, predicted (\d+)/),
    ambiguous: numbers(/ambiguous surfaces right (\d+) of (\d+)/),
    lists: [...numbers(/wrong \((\d+)\)/), ...numbers(/missed \((\d+)\)/)],
    rates: /precision ([\d.]+) recall ([\d.]+) F1 ([\d.]+) coverage ([\d.]+)/.exec(out)!.slice(1),
  };
}
