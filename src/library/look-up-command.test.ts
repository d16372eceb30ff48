import { expect, test } from "vitest";
import type { Ask } from "../messages/ask";
import { lookUpCommand } from "./look-up-command";

const address = (query: string) => `lookup.html${query && `#${new URLSearchParams({ q: query })}`}`;

/** What was opened, by a command in a page that answers so. */
async function opened({ answer, selected = "", hasPrivate = true }: { answer: boolean | Error; selected?: string; hasPrivate?: boolean }, ...asked: Parameters<ReturnType<typeof lookUpCommand>>) {
  const all: [address: string, isPrivate: boolean][] = [];
  const run = lookUpCommand({
    tell: () => (async () => (answer instanceof Error ? Promise.reject(answer) : answer)) as unknown as Ask,
    selectedIn: async () => (answer instanceof Error ? Promise.reject(answer) : selected),
    open: async (where, isPrivate) => {
      if (isPrivate && !hasPrivate) throw new Error("no private window");
      all.push([where, isPrivate]);
    },
  });
  await run(...asked);
  return all;
}

test("what is shown beside the selection opens no window", async () => {
  expect(await opened({ answer: true }, { id: 1, incognito: false }, "Mao")).toEqual([]);
});

test("where the page shows nothing, a window is opened with what is selected, in a field or in a frame too", async () => {
  expect(await opened({ answer: false, selected: "Mao" }, { id: 1, incognito: false })).toEqual([[address("Mao"), false]]);
  expect(await opened({ answer: new Error("no access") }, { id: 1, incognito: false }, "Mao")).toEqual([[address("Mao"), false]]);
  expect(await opened({ answer: new Error("no access") }, { id: 1, incognito: false })).toEqual([[address(""), false]]);
  expect(await opened({ answer: false }, undefined)).toEqual([[address(""), false]]);
});

test("what is selected in a private window goes to no other", async () => {
  expect(await opened({ answer: false }, { id: 1, incognito: true }, "Mao")).toEqual([[address("Mao"), true]]);
  expect(await opened({ answer: false, hasPrivate: false }, { id: 1, incognito: true }, "Mao")).toEqual([[address(""), false]]);
});
