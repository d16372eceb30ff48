/** Packs are switched off and on on the options page, and are not lost. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileFiles } from "../../scripts/lib/pack-folder";
import { accessibilityViolations, addPack, launch, pause, waitForPaint } from "./harness";

const backstory = await launch();
const scratch = mkdtempSync(join(tmpdir(), "backstory-test-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const TINY = "A tiny pack";
const TEXT = "Ermengarde Zorblatt met Anastas Mikoyan, and both were silent about it for many years afterwards. ";
const PAGE = `<!doctype html><html lang="en"><meta property="og:type" content="article"><h1>A meeting</h1>${`<p>${TEXT.repeat(4)}</p>`.repeat(3)}`;

beforeAll(async () => {
  const { bytes } = compileFiles([
    { path: "pack.yaml", text: `id: tiny\ntitle: ${TINY}\nversion: 1.0.0\nlanguages: [en]\nlicence: CC0-1.0\nauthors: [A test]\n` },
    { path: "entries/zorblatt.md", text: "---\nkind: person\nnames: [Ermengarde Zorblatt]\n---\n" },
  ]);
  const path = join(scratch, "tiny.pack");
  writeFileSync(path, bytes!);
  await addPack(backstory, path);
});

async function options(): Promise<Page> {
  const page = await backstory.extensionPage("options.html");
  await page.waitForSelector(".pack input[role=switch]");
  return page;
}

interface Listed {
  title: string;
  facts: string;
  on: boolean;
}

function listed(page: Page): Promise<Listed[]> {
  return page.$$eval(".rows .pack", (packs) =>
    packs.map((pack) => ({
      title: pack.querySelector(".switch span")!.textContent ?? "",
      facts: pack.querySelector(".hint")!.textContent ?? "",
      on: pack.querySelector<HTMLInputElement>("input")!.checked,
    })),
  );
}

/** Presses a switch by its name, as a reader would, and waits until the page has heard of it. */
async function flip(page: Page, title: string, on: boolean): Promise<void> {
  await page.evaluate((name) => {
    const labels = [...document.querySelectorAll<HTMLElement>(".pack .switch")];
    labels.find((label) => label.innerText.trim() === name)!.querySelector("input")!.click();
  }, title);
  for (const deadline = Date.now() + 8000; ; await pause(50)) {
    const pack = (await listed(page)).find((each) => each.title === title);
    if (pack?.on === on && (await page.$(".said"))) return;
    if (Date.now() > deadline) throw new Error(`“${title}” is not ${on ? "on" : "off"}: ${JSON.stringify(pack)}`);
  }
}

async function named(): Promise<Set<string>> {
  const page = await backstory.openPage(PAGE);
  const names = await waitForPaint(page, { atLeast: 0 });
  return new Set(names.map(({ text }) => text));
}

test("each pack says how much it holds, and which it is to a screen reader", async () => {
  const page = await options();
  const packs = await listed(page);
  expect(packs.map(({ on }) => on)).toEqual(packs.map(() => true));
  expect(packs.map(({ title }) => title)).toContain(TINY);
  for (const { facts } of packs) expect(facts).toMatch(/^Version \d+\.\d+\.\d+, (?:[\d,]+ entries|one entry), [\d.,]+ [kM]B$/);
  expect(packs.find(({ title }) => title === TINY)!.facts).toBe("Version 1.0.0, one entry, 1 kB");
  expect(await accessibilityViolations(page)).toEqual([]);
});

test("a pack that is switched off marks nothing, stays off, and is there again when switched on", async () => {
  const page = await options();
  const boxed = (await listed(page)).filter(({ title }) => title !== TINY);
  expect(boxed.length).toBeGreaterThan(0);
  await flip(page, TINY, false);
  expect([...(await named())]).toEqual(["Anastas Mikoyan"]);

  for (const { title } of boxed) await flip(page, title, false);
  await flip(page, TINY, true);
  expect([...(await named())]).toEqual(["Ermengarde Zorblatt"]);

  await backstory.stopBackground();
  expect([...(await named())]).toEqual(["Ermengarde Zorblatt"]);
  const again = await options();
  expect(await listed(again)).toMatchObject([...boxed.map((each) => ({ ...each, on: false })), { title: TINY, on: true }]);

  // Adding a pack that is off switches it on.
  await flip(again, TINY, false);
  const lookUp = await backstory.extensionPage("lookup.html");
  await lookUp.type("[role=combobox]", "Mikoyan");
  await lookUp.waitForFunction(() => document.querySelector("[role=status]")?.textContent?.startsWith("No pack is switched on"));
  expect(await lookUp.$$("[role=option]")).toEqual([]);
  await lookUp.close();
  await addPack(backstory, join(scratch, "tiny.pack"));
  for (const { title } of boxed) await flip(again, title, true);
  expect(await named()).toEqual(new Set(["Ermengarde Zorblatt", "Anastas Mikoyan"]));
});
