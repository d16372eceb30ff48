/** Pictures of highlights, as a reader comes by them: made on the article, found again after it was edited, and in the library. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { dragOver, NOTICE_HOST, pressInBar, waitForBar, waitForNoBar } from "../drive/bar";
import type { Driven } from "../drive/launch";
import { locateText, waitForPaint } from "../drive/names";
import { pause } from "../drive/pause";
import { preferDark } from "../drive/privileged";
import type { Responder } from "../drive/serve";
import { ROOT } from "./install.mjs";
import { packLinks, sampleHighlights } from "./sample-highlights";

export type Take = (page: Page, name: string) => Promise<void>;

const ARTICLE = readFileSync(join(ROOT, "scripts/start/article.html"), "utf8");
const LOST = "History books and songs praised one liberator and no other.";
const CHANGED = { before: "Kim promised to put his mistakes right.", after: "Kim promised, not for the last time, to put his mistakes right." };
const KEPT = "some 440,000 Chinese soldiers still stood on Korean soil";
const EDITED = ARTICLE.replace(` ${LOST}`, "").replace(CHANGED.before, CHANGED.after);

/** The library in the pictures. */
const ROWS = 10_000;
const ROWS_AT_ONCE = 1_000;
const NARROW = { width: 400, height: 860 };
/** The page has had its time by then: what is not found is said to be gone. */
const NOTICE_MS = 60_000;
/** By then what fades in can be seen in full. */
const FADE_MS = 300;

/** The article under an address of its own, `/noted-….html`, and how its publisher edits it. */
export function editableArticle(): { respond: Responder; edit(path: string): void } {
  const edited = new Set<string>();
  return {
    respond: (path) => (path.startsWith("/noted-") ? { text: edited.has(path) ? EDITED : ARTICLE, type: "text/html; charset=utf-8" } : undefined),
    edit: (path) => void edited.add(path),
  };
}

/** @param edit Has the article edited, between two visits. */
export async function photographHighlights(driven: Driven, address: string, edit: () => void, mode: string, take: Take): Promise<void> {
  const first = await opened(driven, address, mode);
  await dragOver(first, KEPT);
  await waitForBar(first, ({ role }) => role === "toolbar");
  await pause(FADE_MS);
  await take(first, `bar-${mode}`);
  await save(first, KEPT, "Green");
  await save(first, LOST, "Pink");
  await save(first, CHANGED.before, "Yellow");
  await first.close();

  edit();
  const second = await opened(driven, address, mode);
  await waitForBar(second, () => true, { host: NOTICE_HOST, timeoutMs: NOTICE_MS });
  await pressInBar(second, "Show", NOTICE_HOST);
  await waitForBar(second, ({ text }) => text.includes(LOST), { host: NOTICE_HOST });
  await pause(FADE_MS);
  await take(second, `lost-${mode}`);
  await pressInBar(second, "Dismiss", NOTICE_HOST);
  await waitForNoBar(second, { host: NOTICE_HOST });
  const { x, y } = await locateText(second, "not for the last time");
  await second.mouse.click(x, y);
  await waitForBar(second, ({ role, text }) => role === "dialog" && text.includes("not for the last time"));
  await pause(FADE_MS);
  await take(second, `changed-${mode}`);
  await second.close();
}

/** Fills the library once, for the pictures of all modes. */
export async function fillLibrary(driven: Driven): Promise<void> {
  const page = await driven.extensionPage("welcome.html");
  const rows = sampleHighlights(ROWS, { links: await packLinks("korea-china") });
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const envelope = { backstory: "view:put-highlights", request: { rows: rows.slice(at, at + ROWS_AT_ONCE) } };
    await page.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify(envelope)})`);
  }
  await page.close();
}

export async function photographLibrary(driven: Driven, mode: string, viewport: { width: number; height: number }, take: Take): Promise<void> {
  const page = await driven.extensionPage("library.html");
  await page.setViewport(viewport);
  await preferDark(driven, page, mode === "dark");
  await page.waitForFunction("document.querySelector('.passage') && !document.body.innerText.includes('still reading')");
  await take(page, `library-${mode}`);
  await page.setViewport(NARROW);
  await take(page, `library-narrow-${mode}`);
  await page.setViewport(viewport);
  await (await page.waitForSelector("[data-facet=state][data-value=orphan]"))!.evaluate((button) => (button as HTMLElement).click());
  await page.waitForFunction("[...document.querySelectorAll('.passage')].every((each) => each.querySelector('.state-orphan'))");
  await take(page, `library-lost-${mode}`);
  await page.close();
}

async function opened(driven: Driven, address: string, mode: string): Promise<Page> {
  const page = await driven.browser.newPage();
  await preferDark(driven, page, mode === "dark");
  await page.goto(address);
  await waitForPaint(page);
  return page;
}

async function save(page: Page, words: string, colour: string): Promise<void> {
  await dragOver(page, words);
  await waitForBar(page, ({ role }) => role === "toolbar");
  await pressInBar(page, colour);
  await waitForBar(page, ({ text }) => text.includes("Saved"));
  await page.keyboard.press("Escape");
  await waitForNoBar(page);
}
