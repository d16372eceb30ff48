/** Pictures of what is read beside a page: the panel, look-ups, a PDF, and Backstory in other languages. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { viewerAddress } from "../../src/highlights/viewer-address";
import { makePdf, setLines } from "../../src/viewer/testing";
import { waitForCard } from "../drive/card";
import { copyInLanguage } from "../drive/in-language";
import { type Driven, launch, type LaunchOptions } from "../drive/launch";
import { hoverText, waitForPaint } from "../drive/names";
import { pause } from "../drive/pause";
import { preferDark } from "../drive/privileged";
import type { Responder } from "../drive/serve";
import { ROOT } from "./install.mjs";
import type { Take } from "./photograph-highlights";

/** As wide as browsers make a panel at first. */
const PANEL = { width: 380, height: 900 };
const NARROW = { width: 320, height: 720 };
/** What fades in or settles can be seen in full by then: a force-directed drawing, the paragraph that is being read. */
const SETTLED_MS = 1_500;
/** The index of echoes is built in the panel itself. */
const INDEX_MS = 60_000;

const PDF_PATH = "/minutes.pdf";

/** A PDF of our own, beside the article. */
export function sampleMinutes(): Responder {
  const article = readFileSync(join(ROOT, "scripts/start/article.html"), "utf8");
  const paragraphs = [...article.matchAll(/<p>([^<]{200,})<\/p>/g)].slice(0, 5).map(([, text]) => linesOf(text!.replace(/\s+/g, " ")));
  let y = 130;
  const texts = paragraphs.flatMap((lines) => {
    const set = setLines(lines, { x: 70, y, size: 11, font: "serif" });
    y += lines.length * 14.3 + 14;
    return set;
  });
  const pdf = makePdf({ title: "The neighbour who does not take orders", lang: "en", pages: [[{ text: "The neighbour who does not take orders", x: 70, y: 90, size: 18, font: "bold" }, ...texts]] });
  return (path) => (path === PDF_PATH ? { text: pdf, type: "application/pdf" } : undefined);
}

/** Lines as a typesetter breaks them, of Latin-1 letters alone. */
function linesOf(text: string): string[] {
  const plain = text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/[–—]/g, "-").replace(/&[a-z]+;/g, " ");
  return plain.match(/.{1,88}(?:\s|$)/g) ?? [];
}

export async function photographReading(driven: Driven, origin: string, mode: string, viewport: { width: number; height: number }, take: Take): Promise<void> {
  await photographPanel(driven, `${origin}/article.html`, mode, take);
  await photographLookUp(driven, mode, viewport, take);
  await photographViewer(driven, origin + PDF_PATH, mode, viewport, take);
  await photographNarrow(driven, mode, take);
}

/** The panel follows the page that is in front: its own document stands in a tab behind it. */
async function photographPanel(driven: Driven, article: string, mode: string, take: Take): Promise<void> {
  const page = await driven.browser.newPage();
  await page.goto(article);
  await waitForPaint(page);
  const panel = await driven.extensionPage("sidepanel.html");
  await panel.setViewport(PANEL);
  await preferDark(driven, panel, mode === "dark");
  for (const section of ["cast", "timeline", "company", "echoes"]) {
    await page.bringToFront();
    await page.evaluate(scrollTo, ECHOING);
    // Pages behind others draw no frames to be told by.
    await panel.waitForFunction(`document.getElementById("tab-${section}")`, { polling: 100 });
    await panel.evaluate(`document.getElementById("tab-${section}").click()`);
    const wanted = section === "echoes" ? ".echo" : "#section *";
    await panel.waitForFunction(`document.querySelector(${JSON.stringify(wanted)})`, { polling: 100, timeout: INDEX_MS });
    await pause(SETTLED_MS);
    // What is behind others cannot be photographed.
    await panel.bringToFront();
    await take(panel, `panel-${section}-${mode}`);
  }
  await panel.close();
  await page.close();
}

/** A paragraph of the article that has echoes, by words that stand in no other. */
const ECHOING = "Mao drew his own conclusion";

/** Runs in the page. */
function scrollTo(words: string): void {
  const paragraph = [...document.querySelectorAll("p")].find((each) => each.textContent.includes(words))!;
  paragraph.scrollIntoView({ block: "start", behavior: "instant" });
  window.scrollBy({ top: -120, behavior: "instant" });
}

async function photographLookUp(driven: Driven, mode: string, viewport: { width: number; height: number }, take: Take): Promise<void> {
  const page = await driven.extensionPage("lookup.html");
  await page.setViewport({ ...viewport, height: 720 });
  await preferDark(driven, page, mode === "dark");
  await page.type("input[type=search]", "Chou En-lai");
  await page.waitForFunction("document.querySelector('.entry .name')?.textContent.includes('Zhou Enlai')");
  await take(page, `look-up-${mode}`);
  await page.close();
}

async function photographViewer(driven: Driven, pdf: string, mode: string, viewport: { width: number; height: number }, take: Take): Promise<void> {
  const page = await driven.extensionPage(viewerAddress({ file: pdf }));
  await page.setViewport(viewport);
  await preferDark(driven, page, mode === "dark");
  await page.waitForSelector('#pages[aria-busy="false"]');
  await waitForPaint(page);
  await hoverText(page, "Mikoyan");
  await waitForCard(page, (card) => card.quotes.length > 0);
  await pause(SETTLED_MS);
  await take(page, `viewer-${mode}`);
  await page.close();
}

async function photographNarrow(driven: Driven, mode: string, take: Take): Promise<void> {
  for (const file of ["options.html", "welcome.html"]) {
    const page = await driven.extensionPage(file);
    await page.setViewport(NARROW);
    await preferDark(driven, page, mode === "dark");
    await page.waitForFunction("document.body.innerText.trim() !== ''");
    await take(page, `${file.replace(".html", "")}-narrow-${mode}`);
    await page.close();
  }
}

/** Folders of `_locales`, with the tags that their pictures are called by. */
const LANGUAGES = { ko: "ko", zh_CN: "zh-Hans", ru: "ru", de: "de" };

/** A card, the panel and the options in other languages. */
export async function photographLanguages(options: LaunchOptions, article: string, take: Take): Promise<void> {
  for (const [locale, tag] of Object.entries(LANGUAGES)) {
    const scratch = mkdtempSync(join(tmpdir(), "backstory-language-"));
    const extension = join(scratch, "extension");
    copyInLanguage(options.extension, extension, locale);
    const driven = await launch({ ...options, extension });
    const page = await driven.browser.newPage();
    await page.goto(article);
    await waitForPaint(page);
    const panel = await driven.extensionPage("sidepanel.html");
    await panel.setViewport(PANEL);
    await page.bringToFront();
    await panel.waitForFunction('document.querySelector("#section *")', { polling: 100 });
    await pause(SETTLED_MS);
    await panel.bringToFront();
    await take(panel, `panel-${tag}`);
    await panel.close();
    await page.bringToFront();
    await hoverText(page, "Mikoyan");
    await waitForCard(page, (card) => card.quotes.length > 0);
    await pause(SETTLED_MS);
    await take(page, `card-${tag}`);
    const settings: Page = await driven.extensionPage("options.html");
    await settings.waitForFunction("document.body.innerText.trim() !== ''");
    await take(settings, `options-${tag}`);
    await driven.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}
