import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange, type Basis, putOver } from "../../highlights/change";
import { planImport } from "../../highlights/import-plan";
import type { Highlight } from "../../messages/highlight";
import { BATCH, carryOut, MOST_UNITS, takeBack } from "./importing";
import { anyHighlights } from "./testing";

const NOW = "2026-12-01T00:00:00.000Z";

/** What the background does with rows, in memory. It stops answering after so many batches. */
function shelfOf(rows: readonly Highlight[], batches = Infinity) {
  const kept = new Map(rows.map((row) => [row.id, row]));
  let left = batches;
  return {
    kept,
    byIds: (ids: readonly string[]) => Promise.resolve(ids.flatMap((id) => kept.get(id) ?? [])),
    put: (put: readonly Highlight[], _findNames: boolean, over: readonly (Basis | null)[]) => {
      if (left-- <= 0) return Promise.reject(new Error("nobody answered"));
      for (const [at, row] of put.entries()) {
        const current = kept.get(row.id);
        kept.set(row.id, current ? putOver(current, row, over[at]!, NOW) : row);
      }
      return Promise.resolve({ count: put.length });
    },
    remove: (ids: readonly string[]) => {
      for (const id of ids) kept.delete(id);
      return Promise.resolve({ count: ids.length });
    },
  };
}

test("an import that is taken back leaves everything as it was, but for what was changed since", async () => {
  await fc.assert(
    fc.asyncProperty(anyHighlights, anyHighlights, fc.nat(5), async (existing, others, edited) => {
      // Some of the file are there already, with another note.
      const records = [...others, ...existing.slice(0, 4).map((row) => ({ ...row, note: `${row.note} More.`, modified: NOW.replace("12-01", "11-30") }))];
      const store = shelfOf(existing);
      const plan = planImport(records, { rows: existing, bin: [] }, NOW);
      const done = await carryOut({ plan, findNames: false }, true, store, () => {});
      const mine = done.rows.slice(0, edited).map((row): Highlight => ({ ...row, note: "Mine.", modified: NOW.replace("12-01", "12-02") }));
      for (const row of mine) store.kept.set(row.id, row);
      await takeBack(plan, done, store);
      const expected = new Map([...existing, ...mine].map((row) => [row.id, row]));
      expect([...store.kept.values()].sort(byId)).toEqual([...expected.values()].sort(byId));
    }),
  );
});

test("an import that was stopped says how far it came, and goes on when it is asked again", async () => {
  const [row] = fc.sample(anyHighlights.filter((rows) => rows.length > 0), { numRuns: 1, seed: 1 })[0]!;
  const records = Array.from({ length: BATCH * 2 + 3 }, (_, at): Highlight => ({ ...row!, id: `id-${at}`, text: `Word ${at}.` }));
  const store = shelfOf([], 1);
  const steps: number[] = [];
  const first = await carryOut({ plan: planImport(records, { rows: [], bin: [] }, NOW), findNames: false }, true, store, (done) => steps.push(done));
  expect(first.rows.length).toBe(BATCH);
  expect(first.failed).toEqual({ refused: "storage", why: "Error: nobody answered" });
  expect(steps).toEqual([0, BATCH]);

  const again = shelfOf([...store.kept.values()]);
  const plan = planImport(records, { rows: again.kept.values(), bin: [] }, NOW);
  expect(plan.counts).toMatchObject({ same: BATCH, added: BATCH + 3 });
  await carryOut({ plan, findNames: false }, true, again, () => {});
  expect(again.kept.size).toBe(records.length);
});

test("what the reader changed while the plan was shown, and before it was taken back, is there after both", async () => {
  const [row] = fc.sample(anyHighlights.filter((rows) => rows.length > 0), { numRuns: 1, seed: 1 })[0]!;
  const before: Highlight = { ...row!, note: "Who paid?", tags: ["war"], colour: "yellow", created: "2026-11-01T00:00:00.000Z", modified: "2026-11-01T00:00:00.000Z" };
  const record: Highlight = { ...before, note: "Who paid?\n\nMoscow did.", tags: ["war", "money"], modified: "2026-11-02T00:00:00.000Z" };
  const store = shelfOf([before]);
  const plan = planImport([record], { rows: [before], bin: [] }, NOW);
  store.kept.set(before.id, applyChange(before, { note: { was: before.note, now: "In 1950:\nWho paid?" }, colour: "pink", removeTags: ["war"], addTags: ["1950"] }, "2026-11-30T00:00:00.000Z"));
  const done = await carryOut({ plan, findNames: false }, true, store, () => {});
  expect(store.kept.get(before.id)).toMatchObject({ note: "In 1950:\nWho paid?\n\nMoscow did.", tags: ["1950", "money"], colour: "pink" });
  const imported = store.kept.get(before.id)!;
  await takeBack(plan, done, store);
  expect(store.kept.get(before.id)).toEqual(imported);
});

test("rows that are long are sent a few at a time: no message is longer than a browser sends", async () => {
  const [row] = fc.sample(anyHighlights.filter((rows) => rows.length > 0), { numRuns: 1, seed: 1 })[0]!;
  const lengths = [3, 0.6, 0.6, 0.3, 0.1].map((part) => Math.floor(part * MOST_UNITS));
  const records = lengths.map((length, at): Highlight => ({ ...row!, id: `id-${at}`, text: `${at}`, note: "a".repeat(length) }));
  const sent: string[][] = [];
  const put = (rows: readonly Highlight[]) => (sent.push(rows.map(({ id }) => id)), Promise.resolve({ count: rows.length }));
  await carryOut({ plan: planImport(records, { rows: [], bin: [] }, NOW), findNames: false }, true, { put }, () => {});
  expect(sent).toEqual([["id-0"], ["id-1"], ["id-2", "id-3"], ["id-4"]]);
});

function byId(a: Highlight, b: Highlight): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
