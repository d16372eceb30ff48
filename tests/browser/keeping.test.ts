/** Highlights are kept: through the background that alone writes them, whatever becomes of it. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import type { Counted, Kept } from "../../src/messages/about-highlights";
import type { Highlight } from "../../src/messages/highlight";
import { launch } from "./harness";

const backstory = await launch();

const KEY = "https://example.org/a";

function highlight(id: string, more: Partial<Highlight> = {}): Highlight {
  return {
    id,
    kind: "passage",
    text: "Kim Il Sung came to Moscow.",
    page: { keys: [KEY], url: KEY, title: "A visit", site: "example.org", author: "", published: "", lang: "en" },
    colour: "yellow",
    note: "",
    tags: [],
    mentions: [],
    created: "2026-11-22T10:00:00.000Z",
    modified: "2026-11-22T10:00:00.000Z",
    anchor: { exact: "Kim Il Sung came to Moscow.", prefix: "", suffix: "" },
    ...more,
  };
}

/** Asks the background from a page, as a view does. */
async function ask<Answer>(page: Page, name: string, request: object): Promise<Answer> {
  const envelope = JSON.stringify({ backstory: name, request });
  const reply = (await page.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${envelope})`)) as { answer?: Answer; error?: string };
  if (!reply || !("answer" in reply)) throw new Error(`${name}: ${reply?.error ?? "nobody answered"}`);
  return reply.answer!;
}

const of = (page: Page) => ask<Highlight[]>(page, "page:highlights-of", { keys: [KEY] });

test("what was saved is there after the background was stopped, with who is named in it", async () => {
  const page = await backstory.extensionPage("welcome.html");
  const kept = await ask<Kept>(page, "page:save-highlight", { highlight: highlight("a") });
  expect(kept.refused).toBeUndefined();
  expect(kept.highlight!.mentions.map(({ name }) => name)).toContain("Kim Il Sung");
  await backstory.stopBackground();
  expect(await of(page)).toEqual([kept.highlight]);

  const edited = await ask<Counted>(page, "page:edit-highlights", { ids: ["a"], change: { addTags: ["#cold war"], note: { was: "", now: "Who paid?" } } });
  expect(edited).toEqual({ count: 1 });
  await backstory.stopBackground();
  expect(await of(page)).toMatchObject([{ id: "a", tags: ["cold war"], note: "Who paid?" }]);

  // Saved once more, by a page that never heard that it was.
  await ask(page, "page:save-highlight", { highlight: highlight("a") });
  expect(await of(page)).toMatchObject([{ id: "a", note: "Who paid?" }]);

  expect(await ask(page, "page:delete-highlights", { ids: ["a"] })).toEqual({ count: 1 });
  expect(await of(page)).toEqual([]);
  await ask(page, "page:save-highlight", { highlight: highlight("a") });
  expect(await of(page)).toEqual([]);
  await backstory.stopBackground();
  expect(await ask(page, "page:restore-highlights", { ids: ["a"] })).toEqual({ count: 1 });
  expect(await of(page)).toMatchObject([{ id: "a", note: "Who paid?" }]);
});

test("a card that was saved before is answered as it is kept, however often it is asked for", async () => {
  const page = await backstory.extensionPage("welcome.html");
  const save = async (once: string) => (await ask<Kept>(page, "page:save-highlight", { highlight: highlight(once, { kind: "card", of: { ref: "core/a", quote: "", citation: "" } }), once })).highlight!;
  expect((await save("first")).id).toBe("first");
  expect((await save("second")).id).toBe("first");
  await ask(page, "page:edit-highlights", { ids: ["first"], change: { note: { was: "", now: "Mine." } } });
  // Asked again, because nobody heard the answer.
  for (const once of ["first", "second"]) expect(await save(once)).toMatchObject({ id: "first", note: "Mine." });
});

test("rows that are put in leave alone what was changed since they were made", async () => {
  const page = await backstory.extensionPage("welcome.html");
  const before = highlight("c", { tags: ["war"], note: "Who paid?" });
  await ask(page, "view:put-highlights", { rows: [before] });
  await ask(page, "page:edit-highlights", { ids: ["c"], change: { note: { was: "Who paid?", now: "In 1950:\nWho paid?" }, colour: "pink" } });
  const row = { ...before, note: "Who paid?\nMoscow did.", tags: ["war", "money"] };
  const { modified, note, tags, colour } = before;
  await ask(page, "view:put-highlights", { rows: [row], over: [{ modified, note, tags, colour }] });
  const kept = (await of(page)).find(({ id }) => id === "c");
  expect(kept).toMatchObject({ note: "In 1950:\nWho paid?\nMoscow did.", tags: ["war", "money"], colour: "pink" });
});
