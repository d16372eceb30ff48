import fc from "fast-check";
import { expect, test } from "vitest";
import type { Highlight } from "../../messages/highlight";
import type { LibraryActions } from "./actions";
import { placeOf } from "./filter";
import { LibraryModel } from "./model";
import { anyHighlights } from "./testing";

/** The part of what the page needs of the browser that reading asks for, over rows in memory. */
function libraryOf(rows: readonly Highlight[], afterFirst: () => Promise<void>) {
  const kept = new Map(rows.map((row) => [row.id, row]));
  async function* read() {
    const [first, ...rest] = [...kept.values()];
    yield first ? [first] : [];
    await afterFirst();
    yield rest.filter(({ id }) => kept.has(id));
  }
  const actions = { read, byIds: (ids: readonly string[]) => Promise.resolve(ids.flatMap((id) => kept.get(id) ?? [])) };
  const searcher = { add: () => {}, remove: () => {}, search: () => Promise.resolve({ ats: new Uint32Array(), near: [] }) };
  return { kept, model: new LibraryModel(placeOf(""), actions as unknown as LibraryActions, searcher, () => {}) };
}

test("what is saved or deleted while the library is still reading is shown or gone when it has read", async () => {
  await fc.assert(
    fc.asyncProperty(anyHighlights, anyHighlights, fc.nat(3), async (rows, saved, gone) => {
      fc.pre(saved.every(({ id }) => !rows.some((row) => row.id === id)));
      const { kept, model } = libraryOf(rows, async () => {
        for (const row of saved) kept.set(row.id, row);
        for (const { id } of rows.slice(0, gone)) kept.delete(id);
        await model.refresh([...saved, ...rows.slice(0, gone)].map(({ id }) => id));
      });
      await model.read();
      expect(model.shelf.rows.map(({ id }) => id).sort()).toEqual([...kept.keys()].sort());
    }),
    { numRuns: 50 },
  );
});
