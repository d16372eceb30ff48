import { expect, test } from "vitest";
import { packProse } from "../lib/prose";
import { makeRevision } from "./revision";

const prose = packProse();
const revision = makeRevision(prose, { characters: 60_000, highlights: 100 }, 3);

test("highlights keep, change or lose their words as they are said to", () => {
  const { before, after, highlights } = revision;
  const count = { kept: 0, changed: 0, deleted: 0 };
  for (const { fate, before: [start, end], after: place } of highlights) {
    count[fate]++;
    const words = before.slice(start, end);
    expect(words.trim()).toBe(words);
    if (fate === "kept") expect(after.slice(...place!)).toBe(words);
    else if (fate === "changed") expect(after.slice(...place!)).not.toBe(words);
    else expect({ place, stands: after.includes(words) }).toEqual({ place: null, stands: false });
  }
  expect(count.kept + count.changed + count.deleted).toBe(100);
  expect(Math.min(count.changed, count.deleted)).toBeGreaterThanOrEqual(15);
});

test("a changed highlight keeps most of its words", () => {
  for (const { fate, before, after } of revision.highlights) {
    if (fate !== "changed") continue;
    const old = new Set(revision.before.slice(...before).split(" "));
    const now = revision.after.slice(...after!).split(" ");
    expect(now.filter((word) => old.has(word)).length / now.length).toBeGreaterThanOrEqual(0.6);
  }
});

test("the page is as long as asked, and the same each time", () => {
  expect(revision.before.length).toBeGreaterThanOrEqual(60_000);
  expect(revision.before.length).toBeLessThan(62_000);
  expect(makeRevision(prose, { characters: 60_000, highlights: 100 }, 3)).toEqual(revision);
  expect(makeRevision(prose, { characters: 60_000, highlights: 100 }, 4).after).not.toBe(revision.after);
});

test("the prose is what a reader sees", () => {
  for (const sentence of prose.flat()) expect(sentence).not.toMatch(/\[@|\[\[|^#/);
});
