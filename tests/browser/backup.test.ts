/** A backup a day is a file in the reader's download folder. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { readImport } from "../../src/highlights/formats/index";
import { idFrom } from "../../src/highlights/ids";
import { highlightOf } from "../../src/highlights/testing";
import { launchAltered, until } from "./harness";

// No driver can press “Allow” for a reader who is asked for a permission: here it is granted from the start.
const { driven, downloads } = await launchAltered((before) => [...before, "downloads"]);

const inPage = <T>(page: Page, code: string) => page.evaluate(`(async () => { const api = globalThis.browser ?? chrome; return ${code}; })()`) as Promise<T>;

function files(): string[] {
  const folder = join(downloads, "Backstory");
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

test("all highlights are in the file, however many they are, and it can be read again", async () => {
  const page = await driven.extensionPage("welcome.html");
  // Longer than any address may be.
  const rows = Array.from({ length: 5_000 }, (_, at) => highlightOf({ id: idFrom("test", String(at)), text: `Peng wrote letter ${at}. `.repeat(30), tags: ["é", "漢字"] }));
  const reply = await inPage<{ answer: object }>(page, `await api.runtime.sendMessage(${JSON.stringify({ backstory: "view:put-highlights", request: { rows } })})`);
  expect(reply.answer).toEqual({ count: rows.length });

  await inPage(page, `await api.storage.local.set({ highlightSettings: { dailyBackup: true } })`);
  const state = () => inPage<{ error: string; at: string } | undefined>(page, `(await api.storage.local.get("backup")).backup`);
  await until(async () => (await state()) !== undefined, "the background says what has become of the backup");
  expect(await state()).toMatchObject({ count: rows.length, error: "" });

  const [file, ...others] = files();
  expect(others).toEqual([]);
  expect(file).toMatch(/backstory-\d{4}-\d\d-\d\d\.json$/);
  const { records } = readImport("", readFileSync(file!, "utf8"), "");
  expect(new Map(records.map((row) => [row.id, row]))).toEqual(new Map(rows.map((row) => [row.id, row])));
});
