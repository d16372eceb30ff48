import fc from "fast-check";
import { expect, test } from "vitest";
import { planImport } from "../../highlights/import-plan";
import type { Highlight } from "../../messages/highlight";
import { BATCH, carryOut, takeBack } from "./importing";
import { anyHighlights } from "./testing";

const NOW = "2026-12-01T00:00:00.000Z";

/** What the background does with rows, in memory. It stops answering after so many batches. */
function shelfOf(rows: readonly Highlight[], batches = Infinity) {
  const kept = new Map(rows.map((row) => [row.id, row]));
  let left = batches;
  return {
    kept,
    byIds: (ids: readonly string[]) => Promise.resolve(ids.flatMap((id) => kept.get(id) ?? [])),
    put: (put: readonly Highlight[]) => {
      if (left-- <= 0) return Promise.reject(new Error("nobody answered"));
      for (const row of put) kept.set(row.id, row);
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
      const mine = done.rows.slice(0, edited).map((row): Highlight => ({ ...row, note: "Mine.", modified: NOW }));
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

function byId(a: Highlight, b: Highlight): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
