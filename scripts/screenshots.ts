/**
 * `npm run screenshots`: pictures of what a reader sees, in light and dark, in each browser that is here:
 * the article, a card on it, the panel, look-ups and a PDF, highlights from the bar to the library, and the extension's
 * own pages; some of it in other languages.
 */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "puppeteer-core";
import { waitForCard } from "./drive/card";
import { type Driven, EXTENSION, launch } from "./drive/launch";
import { hoverText, waitForPaint } from "./drive/names";
import { pause } from "./drive/pause";
import { openPopup, preferDark } from "./drive/privileged";
import { folder, serve } from "./drive/serve";
import { type Family, findBrowser } from "./lib/browsers";
import { buildExtension } from "./lib/build-extension";
import { ROOT } from "./lib/install.mjs";
import { createProgress } from "./lib/progress.mjs";
import { onStop, stop, stopOnCrash } from "./lib/stop.mjs";
import { editableArticle, fillLibrary, photographHighlights, photographLibrary, type Take } from "./lib/photograph-highlights";
import { photographLanguages, photographReading, sampleMinutes } from "./lib/photograph-reading";
import { explain, Trouble } from "./lib/trouble";

const HELP = `npm run screenshots -- [--browser chromium|firefox] [FOLDER]     (FOLDER: screenshots)`;

/** High enough for a whole card below a name in the middle. */
const SCREEN = { width: 1100, height: 1180 };

/** The name whose card is shown: one with quotes, a name in another script and a text. */
const NAME = "Peng Dehuai";

/** By then a card that fades in can be seen in full. */
const FADE_MS = 300;

/** The extension's pages, as far as the build has them. */
const PAGES = ["welcome.html", "options.html"];

/** The popup is as wide as its content wants; in Firefox, where it is photographed in a tab, it has to be told. */
const POPUP = { width: 372, height: 560 };

stopOnCrash();
const progress = createProgress();
try {
  await main();
  await stop(0);
} catch (error) {
  console.error(explain(error));
  await stop(1);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { browser: { type: "string" }, help: { type: "boolean" } }, allowPositionals: true });
  if (values.help) return void console.log(HELP);
  const families = (["chromium", "firefox"] as const).filter((family) => !values.browser || values.browser === family);
  if (families.length === 0) throw new Trouble(HELP);
  const noted = editableArticle();
  const files = folder(join(ROOT, "scripts/start"));
  const minutes = sampleMinutes();
  const site = await serve((path) => noted.respond(path) ?? minutes(path) ?? files(path));
  onStop(() => site.close());
  for (const family of families) {
    await progress.step(`Building for ${family}`, () => buildExtension(family));
    const target = join(positionals[0] ?? "screenshots", family);
    const taken = await progress.step(`Pictures in ${family}`, (say) => photograph(family, target, { origin: site.origin, edit: noted.edit }, say));
    console.log(taken.join("\n"));
  }
}

async function photograph(family: Family, target: string, { origin, edit }: { origin: string; edit(path: string): void }, say: (detail: string) => void): Promise<string[]> {
  const browser = findBrowser(family);
  if (!browser) throw new Trouble(`There is no ${family} on this machine: “npm start” tells how to get one, or say --browser.`);
  mkdirSync(target, { recursive: true });
  const extension = join(ROOT, EXTENSION[family]);
  const options = { browser, extension, headless: true, offline: true, viewport: SCREEN };
  const driven = await launch(options);
  const files: string[] = [];
  const take: Take = async (page, name) => {
    const path = join(target, `${name}.png`);
    await page.screenshot({ path: path as `${string}.png` });
    say(path);
    files.push(path);
  };
  await fillLibrary(driven);
  for (const mode of ["light", "dark"]) {
    await photographCard(driven, `${origin}/article.html`, mode, take);
    const path = `/noted-${family}-${mode}.html`;
    await photographHighlights(driven, origin + path, () => edit(path), mode, take);
    await photographLibrary(driven, mode, SCREEN, take);
    await photographReading(driven, origin, mode, SCREEN, take);
    for (const file of PAGES.filter((each) => existsSync(join(extension, each)))) {
      const page = await driven.extensionPage(file);
      await page.setViewport(SCREEN);
      await preferDark(driven, page, mode === "dark");
      await page.waitForFunction("document.body.innerText.trim() !== ''");
      await take(page, `${file.replace(".html", "")}-${mode}`);
      await page.close();
    }
  }
  await driven.close();
  await photographLanguages(options, `${origin}/article.html`, take);
  return files;
}

async function photographCard(driven: Driven, article: string, mode: string, take: Take): Promise<void> {
  const page = await driven.browser.newPage();
  await preferDark(driven, page, mode === "dark");
  await page.goto(article);
  await waitForPaint(page);
  await take(page, `article-${mode}`);
  await hoverText(page, NAME);
  await waitForCard(page, (card) => card.quotes.length > 0);
  await pause(FADE_MS);
  await take(page, `card-${mode}`);
  await page.keyboard.press("Escape");
  await photographPopup(driven, page, mode, take);
  await page.close();
}

/** The toolbar popup over the article, and a card in it. */
async function photographPopup(driven: Driven, article: Page, mode: string, take: Take): Promise<void> {
  const popup = await openPopup(driven, article);
  if (driven.family === "firefox") await popup.setViewport(POPUP);
  await preferDark(driven, popup, mode === "dark");
  await popup.waitForSelector(".entry");
  await take(popup, `popup-${mode}`);
  await popup.type("input[type=search]", "mikojan");
  await popup.waitForFunction("document.querySelector('.entry .name')?.textContent.includes('Mikoyan')");
  await take(popup, `popup-search-${mode}`);
  await popup.close();
}
