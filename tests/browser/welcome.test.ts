import { resolve } from "node:path";
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { closeWelcome, EXTENSION } from "../../scripts/drive/launch";
import { accessibilityViolations, changeSettings, hoverText, KEEP_ADDRESS, launch, mentions, uninstall, until, waitForCard, waitForPaint } from "./harness";

const backstory = await launch(KEEP_ADDRESS);

async function welcome(): Promise<Page> {
  const page = await backstory.extensionPage("welcome.html");
  await page.waitForSelector(".rows li");
  return page;
}

const stored = (page: Page) => page.evaluate(`(globalThis.browser ?? chrome).storage.local.get("settings").then(({ settings }) => settings)`) as Promise<Record<string, unknown> | undefined>;

async function press(page: Page, selector: string, text: string): Promise<void> {
  await until(() => page.evaluate((chosen, words) => [...document.querySelectorAll<HTMLElement>(chosen)].some((each) => each.innerText.includes(words) && (each.click(), true)), selector, text), `${selector} says “${text}”`);
}

test("names are marked on the welcome page itself, and a card opens under the pointer", async () => {
  const page = await welcome();
  const names = await waitForPaint(page, { atLeast: 5 });
  expect(names.map(({ text }) => text)).toEqual(expect.arrayContaining(["Anastas Mikoyan", "Peng Dehuai", "Pyongyang", "Kim Il Sung", "Mao Zedong"]));
  await hoverText(page, "Peng Dehuai");
  const card = await waitForCard(page, ({ quotes }) => quotes.length > 0);
  expect(card.heading).toContain("Peng Dehuai");
  expect(await accessibilityViolations(page)).toEqual([]);
});

test("it can be tried whatever is chosen elsewhere, and says so where no pack knows the names", async () => {
  await changeSettings(backstory, { on: false, run: "asked" });
  const page = await welcome();
  await waitForPaint(page, { atLeast: 5 });
  const packs = await page.$$eval(".rows .switch input", (inputs) => inputs.length);
  for (let at = 0; at < packs; at++) await page.$$eval(".rows .switch input", (inputs, which) => (inputs[which] as HTMLElement).click(), at);
  await page.waitForFunction(() => document.body.innerText.includes("no pack that knows these names"));
  expect(await mentions(page)).toEqual([]);
  for (let at = 0; at < packs; at++) await page.$$eval(".rows .switch input", (inputs, which) => (inputs[which] as HTMLElement).click(), at);
  await waitForPaint(page, { atLeast: 5 });
  await changeSettings(backstory, {});
});

test("where Backstory runs is chosen, it is said how to take the permission back, and how to read with it", async () => {
  const page = await welcome();
  await press(page, ".choice", "Articles on sites that I choose");
  await page.waitForSelector("input[name=site]");
  await page.type("input[name=site]", "https://www.example.org/news");
  await page.keyboard.press("Enter");
  await until(async () => JSON.stringify((await stored(page))?.["sites"]) === '["example.org"]', "the site is kept");
  expect((await stored(page))?.["run"]).toBe("sites");
  await press(page, ".choice", "only when I ask");
  await until(async () => (await stored(page))?.["run"] === "asked", "the choice is kept");
  expect(await page.evaluate(() => document.body.innerText)).toMatch(backstory.family === "firefox" ? /take it back, open the extensions in Firefox’s menu/ : /take it back, press the button with the puzzle piece/);

  await press(page, "button", "Done");
  await page.waitForFunction(() => document.querySelectorAll("ol li").length === 5);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("How to read with it");
  expect(await accessibilityViolations(page)).toEqual([]);
  await changeSettings(backstory, {});
});

test("it opens when Backstory is installed", async () => {
  await uninstall(backstory);
  await backstory.driven.browser.installExtension(resolve(EXTENSION[backstory.family]));
  const page = await backstory.extensionPage("hidden.html");
  const open = () => page.evaluate(`(globalThis.browser ?? chrome).tabs.query({}).then((tabs) => tabs.filter(({ url }) => url?.endsWith("/welcome.html")).length)`);
  await until(async () => (await open()) === 1, "the welcome page is open");
  await closeWelcome(backstory.driven);
  expect(await open()).toBe(0);
});
