import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Counted } from "../../messages/about-highlights";
import type { Highlight } from "../../messages/highlight";
import type { LibraryActions } from "./actions";
import { placeOf } from "./filter";
import { LibraryModel } from "./model";
import { anyHighlight, anyHighlights } from "./testing";

/** The part of what the page needs of the browser that reading asks for, over rows in memory. */
function libraryOf(rows: readonly Highlight[], afterFirst: () => Promise<void> = async () => {}, drawn: () => void = () => {}) {
  const kept = new Map(rows.map((row) => [row.id, row]));
  async function* read() {
    const [first, ...rest] = [...kept.values()];
    yield first ? [first] : [];
    await afterFirst();
    yield rest.filter(({ id }) => kept.has(id));
  }
  const remove = (ids: readonly string[]): Promise<Counted> =>
    Promise.resolve(ids.every((id) => kept.delete(id)) ? { count: ids.length } : { count: 0, refused: "storage", why: "The disk is full" });
  const actions = { read, remove, byIds: (ids: readonly string[]) => Promise.resolve(ids.flatMap((id) => kept.get(id) ?? [])) };
  const searcher = { add: () => {}, remove: () => {}, search: () => Promise.resolve({ ats: new Uint32Array(), near: [] }) };
  return { kept, model: new LibraryModel(placeOf(""), actions as unknown as LibraryActions, searcher, drawn) };
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

test("of many, the keyboard goes on when the line that takes the deleted one's place is there, and stays where nothing was deleted", async () => {
  const [one] = fc.sample(anyHighlight, 1);
  const rows = Array.from({ length: 50_000 }, (_, at) => ({ ...one!, id: `id ${at}` }));
  const went: (string | undefined)[] = [];
  let known = 0;
  const { kept, model } = libraryOf(rows, undefined, () => {
    if (model.resumes === known) return;
    known = model.resumes;
    went.push(model.items[model.line]?.key);
  });
  await model.read();
  await vi.waitUntil(() => model.items.length === rows.length, { timeout: 20_000 });
  model.moveTo(2_000);
  const [deleted, next, other] = model.items.slice(2_000).map(({ key }) => key);
  await model.remove([deleted!], true);
  await vi.waitUntil(() => model.items.length === rows.length - 1, { timeout: 20_000 });
  expect(went).toEqual([next]);

  kept.delete(other!);
  await model.remove([other!], true);
  expect(model.said).toMatchObject({ key: "library_not_deleted", wrong: true });
  await model.remove([next!], false);
  await vi.waitUntil(() => model.items.length === rows.length - 2, { timeout: 20_000 });
  expect(went).toEqual([next]);
});
