/** The whole way of a highlight, as a reader goes it: save, come back to a page that was edited, export, lose everything, import. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, expect, test } from "vitest";
import { dragOver, NOTICE_HOST, pressInBar, waitForBar, waitForNoBar } from "../../scripts/drive/bar";
import { accessibilityViolations, downloadFolder, launch, locateText, paintedPassages, until } from "./harness";

const downloads = downloadFolder();
const backstory = await launch(downloads.prefs);
await downloads.use(backstory);

const scratch = mkdtempSync(join(tmpdir(), "backstory-journey-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const IMPORTS = fileURLToPath(new URL("../imports", import.meta.url));

/** A long way, on a machine that may be busy. */
const LONG_MS = 240_000;

const ENVOYS = "two envoys came to Pyongyang";
const PROMISED = "They stayed for four days, were promised that the decisions would be taken back, and left in the belief that all was well";
const ASSURED = PROMISED.replace("were promised", "were assured");
const FORGOTTEN = "by the end of the year nobody in either capital cared to remember";

function article(...paragraphs: string[]): string {
  return `<!doctype html><html lang="en"><head><title>Two envoys</title><meta property="og:type" content="article"></head><body>
    <article><h1>Two envoys</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</article></body></html>`;
}
const FIRST = `In September 1956 ${ENVOYS}, where the party had just expelled those who had spoken against its leader.`;
const LAST = "The files of that journey were opened to readers only half a century later, and not all of them.";
const BEFORE = article(FIRST, `${PROMISED} again.`, `Nothing of it was done, and ${FORGOTTEN} the promise.`, LAST);
const AFTER = article("This article was corrected after it had first appeared; the editors regret the mistake.", FIRST, `${ASSURED} again.`, LAST);

async function save(page: Page, words: string, button: string): Promise<void> {
  await dragOver(page, words);
  await waitForBar(page, ({ role }) => role === "toolbar");
  await pressInBar(page, button);
}

async function press(page: Page, label: string, within = "body"): Promise<void> {
  const button = `[...document.querySelectorAll(${JSON.stringify(`${within} button`)})].find((each) => each.textContent.trim().startsWith(${JSON.stringify(label)}) && !each.disabled)`;
  await page.waitForFunction(button);
  await page.evaluate(`${button}.click()`);
}

const says = (page: Page, text: string) => page.waitForFunction(`document.body.innerText.includes(${JSON.stringify(text)})`);
const passages = (page: Page, count: number) => until(async () => (await page.$$(".passage")).length === count, `${count} highlights are shown`);

async function library(hash = ""): Promise<Page> {
  const page = await backstory.extensionPage(`library.html${hash}`);
  await page.waitForFunction(() => document.querySelector(".passage, .empty h2"));
  return page;
}

/** Chooses a file in the dialog for importing. */
async function choose(page: Page, path: string): Promise<void> {
  await press(page, "Import");
  const field = await page.waitForSelector("dialog input[type=file]");
  await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}

/** Exports everything in a format, from the dialog. @returns the file that came into the download folder */
async function exported(format: string): Promise<{ name: string; text: string }> {
  const page = await library();
  await press(page, "Export", ".to-files");
  await page.waitForSelector("dialog");
  await page.evaluate(`document.querySelector("dialog input[value=${format}]").click()`);
  expect(await accessibilityViolations(page)).toEqual([]);
  await press(page, "Save as file", "dialog");
  await says(page, "in your download folder");
  await page.close();
  return downloads.take();
}

test("a highlight is saved, found again on an edited page, exported, lost and brought back, and nothing is different", { timeout: LONG_MS }, async () => {
  const address = backstory.site.add(BEFORE);
  const first = await backstory.openPage(address);
  await save(first, ENVOYS, "Green");
  await waitForBar(first, ({ text }) => text.includes("Saved"));
  await save(first, FORGOTTEN, "Yellow");
  await waitForBar(first, ({ text }) => text.includes("Saved"));
  await save(first, PROMISED, "Note");
  await waitForBar(first, ({ focused }) => focused === "textarea");
  await first.keyboard.type("Who promised?");
  await waitForBar(first, ({ text }) => text.includes("Saved"));
  await first.keyboard.press("Escape");
  await waitForNoBar(first);
  await first.close();

  // Found again on the page as it is now.
  backstory.site.change(address, AFTER);
  const untilFound = async (page: Page) => {
    const found = async () => (await paintedPassages(page)).map(({ text, changed }) => `${changed ? "changed: " : ""}${text}`).sort();
    await until(async () => (await found()).length === 2, "two passages are painted");
    expect(await found()).toEqual([`changed: ${ASSURED}`, ENVOYS].sort());
  };
  const second = await backstory.openPage(address);
  await untilFound(second);
  expect((await waitForBar(second, () => true, { host: NOTICE_HOST, timeoutMs: 30_000 })).text).toContain("no longer on this page");
  const spot = await locateText(second, "were assured");
  await second.mouse.click(spot.x, spot.y);
  const { text } = await waitForBar(second, ({ role }) => role === "dialog");
  expect(text).toContain("promised");
  expect(text).toContain("assured");
  await second.close();

  // The library says what became of each.
  const shelf = await library();
  await passages(shelf, 3);
  await shelf.waitForSelector(".state-changed");
  await shelf.evaluate(`document.querySelector("[data-facet=state][data-value=orphan]").click()`);
  await passages(shelf, 1);
  expect(await shelf.$eval(".passage blockquote", (quote) => quote.textContent)).toContain(FORGOTTEN);
  await shelf.close();

  // In order, to be read and printed.
  const reading = await library();
  await reading.evaluate(`document.querySelector(".source a").click()`);
  await reading.waitForSelector(".reading li");
  expect(await reading.$$eval(".reading blockquote", (quotes) => quotes.map((quote) => quote.textContent!.slice(0, 8)))).toEqual([ENVOYS, PROMISED, FORGOTTEN].map((words) => words.slice(0, 8)));
  expect(await accessibilityViolations(reading)).toEqual([]);
  await reading.close();

  const own = await exported("backstory");
  expect(own.name).toMatch(/^backstory-\d{4}-\d\d-\d\d\.json$/);
  const w3c = await exported("w3c");
  const markdown = await exported("markdown");
  expect(w3c.text).toContain("TextQuoteSelector");
  expect(markdown.text).toContain("Who promised?");

  // Lost.
  const options = await backstory.extensionPage("options.html");
  await press(options, "Delete all highlights");
  await press(options, "Really delete all 3");
  await says(options, "3 highlights are deleted");
  await options.close();
  const bin = await library("#bin=1");
  await passages(bin, 3);
  await press(bin, "Delete all for good", ".outcome");
  await press(bin, "Really?", ".outcome");
  await bin.waitForSelector(".empty h2");
  await bin.close();
  const nothing = await library();
  await says(nothing, "Nothing saved yet");

  // Brought back, from a file that says what it will do first.
  const path = join(scratch, own.name);
  writeFileSync(path, own.text);
  await choose(nothing, path);
  await says(nothing, "3 new");
  expect(await accessibilityViolations(nothing)).toEqual([]);
  await press(nothing, "Import", "dialog .buttons");
  await says(nothing, "3 highlights are imported.");
  await nothing.close();

  const third = await backstory.openPage(address);
  await untilFound(third);
  await third.close();
  expect((await exported("backstory")).text).toBe(own.text);
  expect((await exported("w3c")).text).toBe(w3c.text);
});

test("files of other programs are shown before anything is done, imported, and taken back", { timeout: LONG_MS }, async () => {
  const page = await library();
  const before = (await page.$$(".passage")).length;
  for (const name of readdirSync(IMPORTS)) {
    await choose(page, join(IMPORTS, name));
    await page.waitForSelector(".fates");
    await press(page, "Import", "dialog .buttons");
    await page.waitForFunction(() => /highlights? (?:is|are) imported/.test(document.querySelector("dialog")?.innerText ?? ""), undefined);
    await until(async () => (await page.$$(".passage")).length > before, `${name} is shown`);
    await press(page, "Undo", "dialog");
    await says(page, "The import is taken back");
    await passages(page, before);
  }
});

test("a broken file changes nothing, and it is said where it is broken", async () => {
  const before = (await exported("backstory")).text;
  const broken = JSON.parse(before) as { highlights: Record<string, unknown>[] };
  broken.highlights[1]!["colour"] = "mauve";
  const path = join(scratch, "broken.json");
  writeFileSync(path, JSON.stringify(broken));
  const page = await library();
  await choose(page, path);
  await says(page, "Nothing was changed");
  const told = await page.$eval("dialog .problems", (element) => (element as HTMLElement).innerText);
  expect(told).toContain("broken.json");
  expect(told).toMatch(/Record 2, colour/);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.close();
  expect((await exported("backstory")).text).toBe(before);
});
