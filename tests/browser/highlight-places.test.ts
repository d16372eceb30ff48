/** The bar where pages make it hard: dialogs, scripts from the right, strict policies, fingers, pages that change under it. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { BAR_HOST, dragOver, pressInBar, type ReadBar, readBar, waitForBar, waitForNoBar } from "../../scripts/drive/bar";
import { inClosedRoots, inWorker, launch, locateText, paintedPassages, pause, remoteOf, selectText, until, waitForPaint } from "./harness";

const backstory = await launch();

/** A telephone, held upright. */
const PHONE = { width: 390, height: 844 };

let number = 0;
async function open(file: string): Promise<Page> {
  const page = await backstory.openPage(`${file}?place=${++number}`);
  await waitForPaint(page);
  return page;
}

const isSaved = ({ text }: ReadBar) => text.includes("Saved");
const untilPainted = (page: Page, words: string) => until(async () => (await paintedPassages(page)).some(({ text }) => text === words), `painted: ${words}`);

/** Edges of what is selected. */
const selectedBox = (page: Page) =>
  page.evaluate(() => {
    const { left, top, right, bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect();
    return { left, top, right, bottom };
  });

function expectBeside({ box }: ReadBar, selected: { left: number; top: number; right: number; bottom: number }): void {
  const beside = box.y + box.height <= selected.top || box.y >= selected.bottom || box.x >= selected.right || box.x + box.width <= selected.left;
  expect(beside, "nothing covers what is selected").toBe(true);
}

test("of the same word in two places the one is kept that is selected last", async () => {
  const page = await backstory.openPage(`<!doctype html><html lang="en"><meta property="og:type" content="article"><title>Twice ${++number}</title>
    <article><h1>The same word twice</h1><p id="first">In the autumn a telegram came from Pyongyang, and Anastas Mikoyan read it at once.</p>
    <p id="second">In the spring a telegram came from Beijing, and nobody read it before the summer.</p></article>`);
  await waitForPaint(page);
  const select = (id: string) =>
    page.evaluate((of) => {
      const node = document.getElementById(of)!.firstChild as Text;
      const at = node.data.indexOf("telegram");
      getSelection()!.setBaseAndExtent(node, at, node, at + "telegram".length);
    }, id);
  await select("first");
  const before = await waitForBar(page);
  await select("second");
  await waitForBar(page, ({ box }) => box.y > before.box.y);
  await pressInBar(page, "Green");
  await waitForBar(page, isSaved);
  const painted = () => page.evaluate(() => [...(CSS.highlights.get("backstory-hl-green") ?? [])].map(({ startContainer }) => startContainer.parentElement!.id));
  await until(async () => (await painted()).length > 0, "it is painted");
  expect(await painted()).toEqual(["second"]);
});

test("under Trusted Types a highlight is saved and its editor opens", async () => {
  const page = await open("trusted-types.html");
  await dragOver(page, "nobody in Moscow");
  expectBeside(await waitForBar(page), await selectedBox(page));
  await pressInBar(page, "Note");
  await waitForBar(page, ({ focused }) => focused === "textarea");
  await page.keyboard.type("and in Beijing?");
  await waitForBar(page, isSaved);
  await untilPainted(page, "nobody in Moscow");
  expect(backstory.errors(page)).toEqual([]);
});

test("in a modal dialog the bar stands in the dialog, and Escape closes the bar before the dialog", async () => {
  const page = await open("modal-dialog.html");
  await page.click("#open");
  await dragOver(page, "everything outside of it is inert");
  await waitForBar(page);
  await pressInBar(page, "Note");
  await waitForBar(page, ({ focused }) => focused === "textarea");
  await page.keyboard.type("inert");
  await page.keyboard.press("Escape");
  await waitForNoBar(page);
  expect(await page.evaluate(() => document.querySelector("dialog")!.open)).toBe(true);
  await untilPainted(page, "everything outside of it is inert");
});

test("on a page that is read from the right the bar keeps its own direction, beside what is selected and inside the window", async () => {
  const page = await open("right-to-left.html");
  await page.setViewport({ width: 420, height: 700 });
  await selectText(page, "וקיבלו הבטחה שהטעויות יתוקנו");
  const bar = await waitForBar(page);
  expectBeside(bar, await selectedBox(page));
  expect(bar.box.x).toBeGreaterThanOrEqual(0);
  expect(bar.box.x + bar.box.width).toBeLessThanOrEqual(420);
  await pressInBar(page, "Note");
  await waitForBar(page, ({ focused }) => focused === "textarea");
  await page.keyboard.type("מכתב");
  // What is written decides which way it is read.
  const [direction] = await inClosedRoots(page, BAR_HOST, (root) => getComputedStyle(root.querySelector("textarea")!).direction);
  expect(direction).toBe("rtl");
  await until(async () => (await paintedPassages(page)).length === 1, "it is painted");
});

test("a finger: the bar comes below what is selected, large enough to touch, inside the screen", async () => {
  const page = await open("plain-article.html");
  await page.setViewport({ ...PHONE, ...(backstory.family === "chromium" && { hasTouch: true }) });
  // Chromium has loaded the page anew for that.
  await waitForPaint(page);
  // The first selection brings the bar, the tap says that it is a finger.
  await selectText(page, "The two men saw");
  await waitForBar(page);
  const spot = await locateText(page, "a meeting of his party");
  await page.touchscreen.tap(spot.x, spot.y);
  await waitForNoBar(page);
  // As the system selects where a finger rests: a driver's fingers do not.
  await selectText(page, "had his doubts that anybody");
  const bar = await waitForBar(page);
  const selected = await selectedBox(page);
  expect(bar.box.y).toBeGreaterThanOrEqual(selected.bottom);
  expect(bar.box.x).toBeGreaterThanOrEqual(0);
  expect(bar.box.x + bar.box.width).toBeLessThanOrEqual(PHONE.width);
  const [green] = await inClosedRoots(page, BAR_HOST, (root) => {
    const { x, y, width, height } = root.querySelector(".swatch.green")!.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2, size: Math.min(width, height) };
  });
  // WCAG 2.5.8.
  expect(green!.size).toBeGreaterThanOrEqual(24);
  await page.touchscreen.tap(green!.x, green!.y);
  await waitForBar(page, isSaved);
  await until(async () => (await paintedPassages(page))[0]?.colour === "green", "it is painted");
  await page.keyboard.press("Escape");
  const again = await locateText(page, "had his doubts that anybody");
  await page.touchscreen.tap(again.x, again.y);
  await waitForBar(page, ({ role }) => role === "dialog");
});

test("where the page has put other words in the place of what is selected, that is said, and the words can be copied", async () => {
  const page = await open("plain-article.html");
  await dragOver(page, "Before long the promises were forgotten");
  await waitForBar(page);
  await page.evaluate(() => {
    const paragraph = [...document.querySelectorAll("p")].find(({ textContent }) => textContent.includes("Before long the promises"))!;
    const other = document.createElement("p");
    other.textContent = "This paragraph was withdrawn by the editors.";
    paragraph.replaceWith(other);
  });
  const bar = await readBar(page);
  if (!bar) return; // Nothing is selected any more, and nothing is offered: so it is in Firefox.
  await pressInBar(page, "Yellow");
  const { text, buttons } = await waitForBar(page, (shown) => shown.text.includes("Not saved."));
  expect(text).toContain("other words in the place of these");
  expect(buttons).toContain("Copy");
  await page.evaluate(() => document.addEventListener("copy", () => Object.assign(globalThis, { copied: true })));
  await pressInBar(page, "Copy");
  await waitForBar(page, (shown) => shown.buttons.includes("Copied") || shown.buttons.some((name) => /copy/i.test(name) && name !== "Copy"));
  expect(await paintedPassages(page)).toEqual([]);
});

test("the context menu highlights, and writes a note", async () => {
  // Firefox has no way to raise the event from outside.
  if (backstory.family !== "chromium") return;
  const page = await open("plain-article.html");
  const remote = await remoteOf(backstory, page);
  const address = await page.evaluate(() => location.href);
  const choose = (item: string) =>
    inWorker(
      backstory,
      `chrome.tabs.query({}).then((tabs) => chrome.contextMenus.onClicked.dispatch({ menuItemId: "${item}" }, tabs.find(({ url }) => url === ${JSON.stringify(address)})))`,
    );
  await remote.from.close();
  await page.bringToFront();
  await dragOver(page, "nobody in Moscow");
  await waitForBar(page);
  await choose("highlight");
  await waitForBar(page, isSaved);
  await untilPainted(page, "nobody in Moscow");
  await page.keyboard.press("Escape");
  await dragOver(page, "were promised that");
  await waitForBar(page, ({ buttons }) => buttons.includes("Look up"));
  await choose("note");
  await waitForBar(page, ({ focused }) => focused === "textarea");
});

test("a highlight that is refused stays on the screen with its reason, can be copied, and is saved by trying again", async () => {
  const page = await open("plain-article.html");
  const database = await backstory.extensionPage("welcome.html");
  const inDatabase = (code: string) => database.evaluate(`new Promise((resolve, reject) => { const request = ${code}; request.onsuccess = () => { request.result?.close?.(); resolve(); }; request.onerror = reject; })`);
  await inDatabase(`indexedDB.deleteDatabase("backstory")`);
  await inDatabase(`indexedDB.open("backstory", 99)`);
  await page.bringToFront();
  await dragOver(page, "nobody in Moscow");
  await waitForBar(page);
  await pressInBar(page, "Pink");
  const failed = await waitForBar(page, ({ text }) => text.includes("Not saved."));
  expect(failed.role).toBe("dialog");
  expect(failed.text).toContain("A newer version of Backstory has used this storage");
  expect(failed.buttons).toEqual(["Copy", "Try again", "Close"]);
  // Pressing beside it does not send away what is not saved.
  await page.mouse.click(5, 5);
  await pause(300);
  expect(await readBar(page)).not.toBeNull();
  expect(await paintedPassages(page)).toEqual([]);
  await inDatabase(`indexedDB.deleteDatabase("backstory")`);
  await database.close();
  await page.bringToFront();
  await pressInBar(page, "Try again");
  await waitForBar(page, isSaved);
  await untilPainted(page, "nobody in Moscow");
});
