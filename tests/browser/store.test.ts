/** The database itself: brought from every earlier version to this one, and left alone by those that do not know it. */
import type { Page } from "puppeteer-core";
import { beforeEach, expect, test } from "vitest";
import { highlightOf } from "../../src/highlights/testing";
import { STORE_VERSION } from "../../src/library/store";
import type { Counted, Kept } from "../../src/messages/about-highlights";
import type { Highlight } from "../../src/messages/highlight";
import { launch } from "./harness";

const backstory = await launch();
let page: Page;

/** What a version of the store was made of, and one row of each of its stores. Every released version stands here for good. */
interface Version {
  stores: Record<string, { keyPath: string; indexes?: Record<string, { path: string; multiEntry?: boolean }>; row: object }>;
}
const PACK = { id: "mine", bytes: [1, 2, 3] };
const VERSIONS: Record<number, Version> = {
  1: { stores: { packs: { keyPath: "id", row: PACK } } },
};

/** Functions for the extension's page, which speaks to the database as any version of us might. */
const HELPERS = `
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
  const open = (version, upgrade) => {
    const opening = indexedDB.open("backstory", version);
    opening.onupgradeneeded = () => upgrade?.(opening.result, opening.transaction);
    return done(opening);
  };
  const rows = async (database, store) => done(database.transaction(store).objectStore(store).getAll());
`;
const inPage = <T>(code: string) => page.evaluate(`(async () => { ${HELPERS} ${code} })()`) as Promise<T>;

async function ask<Answer>(name: string, request: object): Promise<Answer> {
  const envelope = JSON.stringify({ backstory: name, request });
  const reply = (await page.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${envelope})`)) as { answer?: Answer; error?: string };
  if (!reply || !("answer" in reply)) throw new Error(`${name}: ${reply?.error ?? "nobody answered"}`);
  return reply.answer!;
}

const row = highlightOf({ id: "a" });
const save = (highlight: Highlight) => ask<Kept>("page:save-highlight", { highlight });
const all = () => ask<Highlight[]>("page:highlights-of", { keys: row.page.keys });

beforeEach(async () => {
  page = await backstory.extensionPage("welcome.html");
  // Also where the background has it open: it lets go.
  await inPage(`await done(indexedDB.deleteDatabase("backstory"))`);
});

test("every version before this one is known here", () => {
  expect(Object.keys(VERSIONS).map(Number)).toEqual(Array.from({ length: STORE_VERSION - 1 }, (_, at) => at + 1));
});

test.each(Object.entries(VERSIONS))("what was kept in version %s is there in this one", async (version, { stores }) => {
  await inPage(`
    const stores = ${JSON.stringify(stores)};
    const database = await open(${version}, (made) => {
      for (const [name, { keyPath, indexes = {} }] of Object.entries(stores)) {
        const store = made.createObjectStore(name, { keyPath });
        for (const [index, { path, multiEntry = false }] of Object.entries(indexes)) store.createIndex(index, path, { multiEntry });
      }
    });
    for (const [name, { row }] of Object.entries(stores)) {
      if (row.bytes) row.bytes = new Uint8Array(row.bytes).buffer;
      await done(database.transaction(name, "readwrite").objectStore(name).put(row));
    }
    database.close();`);
  expect((await save(row)).highlight).toMatchObject({ id: "a" });
  const after = await inPage<{ version: number; rows: object[] }>(`
    const database = await open();
    const packs = await rows(database, "packs");
    database.close();
    return { version: database.version, rows: packs.map(({ id, bytes }) => ({ id, bytes: [...new Uint8Array(bytes)] })) };`);
  expect(after).toEqual({ version: STORE_VERSION, rows: [PACK] });
  expect(await all()).toMatchObject([{ id: "a" }]);
});

test("a newer version's database is left as it is, and the reader is told", async () => {
  await save(row);
  // A newer version takes over while this one has the database open: it lets go.
  await inPage(`
    const database = await open(99, (made) => made.createObjectStore("of the future"));
    await done(database.transaction("of the future", "readwrite").objectStore("of the future").put("untouched", 1));
    database.close();`);
  expect(await save(highlightOf({ id: "b" }))).toMatchObject({ refused: "newer" });
  for (const name of ["page:delete-highlights", "view:forget-highlights"]) expect(await ask<Counted>(name, { ids: ["a"] })).toMatchObject({ count: 0, refused: "newer" });
  const after = await inPage(`
    const database = await open();
    const found = { version: database.version, future: await rows(database, "of the future"), ids: (await rows(database, "highlights")).map(({ id }) => id) };
    database.close();
    return found;`);
  expect(after).toEqual({ version: 99, future: ["untouched"], ids: ["a"] });
});

test("a database that is deleted under the background is made anew", async () => {
  await save(row);
  await inPage(`await done(indexedDB.deleteDatabase("backstory"))`);
  expect(await save(highlightOf({ id: "b" }))).toMatchObject({ highlight: { id: "b" } });
  expect((await all()).map(({ id }) => id)).toEqual(["b"]);
});

test("an import is put in as a whole or not at all", async () => {
  await save(row);
  // No key can be made of the second one's id.
  const good = highlightOf({ id: "b" });
  await expect(ask("view:put-highlights", { rows: [good, { ...good, id: 7 }] })).rejects.toThrow("wrong shape");
  expect((await all()).map(({ id }) => id)).toEqual(["a"]);
  expect(await ask<Counted>("view:put-highlights", { rows: [good, { ...row, note: "again" }] })).toEqual({ count: 2 });
  expect((await all()).map(({ id, note }) => [id, note])).toEqual([["a", "again"], ["b", ""]]);
});
