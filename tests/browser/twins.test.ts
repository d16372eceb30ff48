/** Two packs at once that know the same person. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileFiles } from "../../scripts/lib/pack-folder";
import { addPack, hoverText, inClosedRoots, launch, mentions, pressInCard, readCard, until, waitForCard, waitForPaint } from "./harness";

const backstory = await launch();
const scratch = mkdtempSync(join(tmpdir(), "backstory-test-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function pack(id: string, title: string, entries: Record<string, string>): string {
  const { bytes, problems } = compileFiles([
    { path: "pack.yaml", text: `id: ${id}\ntitle: ${title}\nversion: 1.0.0\nlanguages: [en]\nlicence: CC0-1.0\nauthors: [A test]\n` },
    ...Object.entries(entries).map(([name, text]) => ({ path: `entries/${name}.md`, text })),
  ]);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const path = join(scratch, `${id}.pack`);
  writeFileSync(path, bytes!);
  return path;
}

const PAGE = `<!doctype html><html lang="en"><meta property="og:type" content="article"><h1>A meeting</h1>${`<p>${"Ermengarde Zorblatt signed the Treaty of Quux, and E. Zorblatt-Smythe, as they also call her, was silent. ".repeat(4)}</p>`.repeat(4)}`;

beforeAll(async () => {
  await addPack(backstory, pack("aa-history", "History", { zorblatt: "---\nkind: person\nnames: [Ermengarde Zorblatt]\n---\nA marshal of old.\n" }));
  await addPack(
    backstory,
    pack("bb-arms", "Arms control", {
      "marshal-zorblatt": "---\nkind: person\nnames: [Ermengarde Zorblatt, E. Zorblatt-Smythe]\n---\nShe signed the [[quux|treaty]].\n",
      quux: "---\nkind: document\nnames: [Treaty of Quux]\n---\nA treaty.\n",
    }),
  );
});

interface Tab {
  title: string;
  selected: boolean;
  focused: boolean;
}

async function tabs(page: Page): Promise<Tab[]> {
  const [found] = await inClosedRoots(page, "backstory-card", (root) =>
    [...root.querySelectorAll<HTMLElement>("[role=tablist] > [role=tab]")].map((tab) => ({
      title: tab.innerText,
      selected: tab.ariaSelected === "true",
      focused: root.activeElement === tab,
    })),
  );
  return found ?? [];
}

test("a name that both packs know is marked once, and its card has a tab for each", async () => {
  const page = await backstory.openPage(PAGE);
  const names = await waitForPaint(page);
  expect(names.filter(({ text }) => text === "Ermengarde Zorblatt")).toHaveLength(16);
  expect(names.some(({ text }) => text === "E. Zorblatt-Smythe")).toBe(true);
  await hoverText(page, "Ermengarde Zorblatt");
  await waitForCard(page, (card) => card.text.includes("A marshal of old"));
  expect(await tabs(page)).toMatchObject([{ title: "History", selected: true }, { title: "Arms control", selected: false }]);
  expect((await readCard(page))!.text).toMatch(/32 times in this story/i);

  await pressInCard(page, "Arms control");
  const card = await waitForCard(page, ({ text }) => text.includes("She signed the treaty"));
  expect(card.text).not.toContain("A marshal of old");
  expect(card.text).toContain("From Arms control");
});

test("who is known stays quiet when the pack that knows them best is switched off, and comes back once for all packs", async () => {
  const opened = async (off: string[]) => {
    const options = await backstory.extensionPage("options.html");
    await options.evaluate(`(globalThis.browser ?? chrome).storage.local.set({ offPacks: ${JSON.stringify(off)} })`);
    await options.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage({ backstory: "view:packs-changed", request: {} })`);
    await options.close();
    const page = await backstory.openPage(PAGE);
    await waitForPaint(page);
    return page;
  };
  const names = async (page: Page) => [...new Set((await mentions(page)).map(({ text }) => text))];
  const page = await opened([]);
  await hoverText(page, "Ermengarde Zorblatt");
  await waitForCard(page, (card) => card.text.includes("A marshal of old"));
  await pressInCard(page, "Known");
  await until(async () => String(await names(page)) === "Treaty of Quux", "she is quiet");

  expect(await names(await opened(["aa-history"]))).toEqual(["Treaty of Quux"]);
  const options = await backstory.extensionPage("options.html");
  await options.waitForFunction(() => document.querySelector("#right .rows")?.textContent?.includes("Ermengarde Zorblatt"));
  expect(await options.$$eval("#right .rows li", (rows) => rows.length)).toBe(1);
  await options.click('#right button[aria-label="Take back: Ermengarde Zorblatt"]');
  await until(async () => (await names(page)).includes("Ermengarde Zorblatt"), "she is marked again");
  expect(await names(await opened([]))).toContain("Ermengarde Zorblatt");
});

test("tabs turn by the arrow keys", async () => {
  const page = await backstory.openPage(PAGE);
  await waitForPaint(page);
  await hoverText(page, "Ermengarde Zorblatt");
  await waitForCard(page, (card) => card.text.includes("A marshal of old"));
  // Into the card, and to the first that can be reached in it.
  await inClosedRoots(page, "backstory-card", (root) => root.querySelector<HTMLElement>("[role=tab]")!.focus());
  await page.keyboard.press("ArrowRight");
  await waitForCard(page, ({ text }) => text.includes("She signed the treaty"));
  expect(await tabs(page)).toEqual([
    { title: "History", selected: false, focused: false },
    { title: "Arms control", selected: true, focused: true },
  ]);
  await page.keyboard.press("ArrowRight");
  await until(async () => (await tabs(page))[0]?.focused === true, "the first tab has the focus again");
  expect((await readCard(page))!.text).toContain("A marshal of old");
});

test("what only one pack has is as it was", async () => {
  const page = await backstory.openPage(PAGE);
  await waitForPaint(page);
  await hoverText(page, "Treaty of Quux");
  await waitForCard(page, (card) => card.heading.includes("Quux") && card.text.includes("From"));
  expect(await tabs(page)).toEqual([]);
});

test("the search of the popup shows it once, and both packs in it", async () => {
  const popup = await backstory.popup(await backstory.openPage(PAGE));
  await popup.waitForSelector("input[type=search]");
  await popup.type("input[type=search]", "zorblatt");
  await popup.waitForFunction(() => document.querySelector("[aria-label=Found] .entry"));
  expect(await popup.$$eval("[aria-label=Found] .entry .name", (names) => names.map((name) => name.textContent.trim()))).toEqual(["Ermengarde Zorblatt"]);
  await popup.click("[aria-label=Found] .entry");
  await popup.waitForSelector("[role=tab]");
  await popup.evaluate(() => [...document.querySelectorAll<HTMLElement>("[role=tab]")][1]!.click());
  await popup.waitForFunction(() => document.body.innerText.includes("She signed the treaty"));
});
