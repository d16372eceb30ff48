/**
 * The ways into Backstory that the browser itself draws: the address bar, context menus, the toolbar button; as a reader
 * uses them. Of Chromium's, a driver sees what the address bar is told, and opens the toolbar popup (popup.test.ts).
 */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { dragOver, readBar, waitForBar } from "../../scripts/drive/bar";
import { makePdf } from "../../src/viewer/testing";
import { inWorker, launch, paintedPassages, until, waitForPaint } from "./harness";
import { openAddressBar, readSuggested, typeInto } from "./harness/chromium-address-bar";
import { chooseEntry, closeMenu, closeTabInFront, entriesOf, pressInAddressBar, pressToolbarButton, suggestedInAddressBar, tabInFront, typeInAddressBar } from "./harness/own-interface";
import { MINUTES } from "./harness/viewer";

// Firefox asks once for what is typed, and after 3 s no longer listens: a background that starts anew may take longer.
const backstory = await launch({ "browser.urlbar.extension.omnibox.timeout": 20_000 });
const { driven, family, site } = backstory;

const HINT = /^Look up a name in your packs$/;
const PAGE_MENU = "contentAreaContextMenu";
const BUTTON_MENU = "unified-extensions-context-menu";

async function article(): Promise<Page> {
  const page = await backstory.openPage("plain-article.html");
  await page.bringToFront();
  await waitForPaint(page);
  return page;
}

/** Types after our keyword, and waits until the lines below the bar are like these. @param more whether others may follow */
async function untilSuggested(typed: string, lines: RegExp[], more = true): Promise<void> {
  await typeInAddressBar(driven, `ctx ${typed}`);
  let seen: string[] = [];
  const isSo = async () => {
    seen = await suggestedInAddressBar(driven);
    // Firefox lets lines of before stand for a while.
    return lines.every((line, at) => line.test(seen[at] ?? "")) && (more || seen.length === lines.length);
  };
  await until(isSo, `${typed} is answered with ${lines.join(", ")}`).catch((error: Error) => Promise.reject(new Error(`${error.message}\nbut with\n${seen.join("\n")}`)));
}

/** Waits until the tab in front is like this. */
const untilInFront = (is: (tab: Awaited<ReturnType<typeof tabInFront>>) => boolean, what: string) => until(async () => is(await tabInFront(driven)), what);

/** Waits until the page that a tab is on the way to shows this. One that is just being left cannot be asked. */
async function untilShown(page: Page, selector: string, text: string): Promise<void> {
  const shown = () => page.evaluate((chosen) => document.querySelector(chosen)?.textContent ?? "", selector).catch(() => "");
  await until(async () => (await shown()).includes(text), `“${text}” is shown`);
}

/** Presses what is selected, or a place of its own, with the other button of the pointer. */
async function askForMenu(page: Page, selector?: string): Promise<string[]> {
  const at = await page.evaluate((chosen) => {
    const { x, y, width, height } = (chosen ? document.querySelector(chosen)! : getSelection()!.getRangeAt(0)).getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);
  await page.mouse.click(at.x, at.y, { button: "right" });
  return entriesOf(driven, PAGE_MENU);
}

if (family === "chromium") {
  test("after the keyword the address bar is told who is meant, in any script and with a slip, or that nobody is, and Enter opens the entry", async () => {
    const bar = await openAddressBar(backstory);
    for (const [typed, said] of [
      ["zhou enlai", /Zhou Enlai – Premier of the People’s Republic of China.*Zhou Enlai's visit to Pyongyang/],
      ["周恩来", /Zhou Enlai · 周恩来 – Premier/],
      ["anastas mikojan", /Anastas Mikoyan.* – /],
      ["qqqq<xyz", /No name in your packs is like “qqqq<xyz”\./],
      ["peng dehuai army", /is like “peng dehuai army”\. The nearest:.*Peng Dehuai – /],
    ] as const) {
      await typeInto(bar, `ctx ${typed}`);
      await until(async () => said.test(await readSuggested(bar)), `${typed} is answered with ${said}`);
    }
    await inWorker(backstory, `void chrome.omnibox.onInputEntered.dispatch("chou enlai", "newForegroundTab")`);
    const find = async () => (await driven.browser.pages()).find((page) => /lookup\.html#.*ref=korea-china%2Fzhou-enlai/.test(page.url()));
    await until(async () => (await find()) !== undefined, "the entry is open");
    await (await find())!.close();
  });
} else {
  test("after the keyword the address bar suggests who is meant, in any script and with a slip, and Enter opens the entry in the tab", async () => {
    const page = await article();
    const { tabs } = await tabInFront(driven);
    await untilSuggested("zhou enlai", [HINT, /^Zhou Enlai – Premier of the People’s Republic of China/]);
    await untilSuggested("周恩来", [HINT, /^Zhou Enlai · 周恩来 – Premier/]);
    await pressInAddressBar(driven, "KEY_ArrowDown");
    await pressInAddressBar(driven, "KEY_Enter");
    await untilInFront(({ address }) => /lookup\.html#.*ref=korea-china%2Fzhou-enlai/.test(address), "his entry is open");
    await untilShown(page, ".entry-view h2", "Zhou Enlai");
    expect((await tabInFront(driven)).tabs).toBe(tabs);

    await backstory.stopBackground();
    await untilSuggested("anastas mikojan", [HINT, /^Anastas Mikoyan/]);
    await pressInAddressBar(driven, "KEY_Enter", { altKey: true });
    await untilInFront((tab) => tab.tabs === tabs + 1 && /ref=korea-china%2Fanastas-mikoyan/.test(tab.address), "the best is open in another tab");
    await closeTabInFront(driven);
  });

  test("what nothing is like is said below the address bar, never who was meant before, and Enter leads to where it is said too", async () => {
    const page = await article();
    await untilSuggested("zhou enlai", [HINT, /^Zhou Enlai/]);
    await untilSuggested("qqqqxyz", [HINT, /^No name in your packs is like “qqqqxyz”\.$/], false);
    await untilSuggested("peng dehuai army", [HINT, /is like “peng dehuai army”\. The nearest:$/, /^Peng Dehuai – /]);
    await untilSuggested("", [HINT], false);
    await untilSuggested("qqqqxyz", [HINT, /^No name/]);
    await pressInAddressBar(driven, "KEY_ArrowDown");
    await pressInAddressBar(driven, "KEY_Enter");
    await untilShown(page, "[role=status]", "No name in your packs is like “qqqqxyz”.");
  });

  test("the context menu looks up and highlights what is selected, and offers neither where nothing is", async () => {
    const page = await article();
    expect(await askForMenu(page, "p")).toEqual(["Open the side panel"]);
    await closeMenu(driven, PAGE_MENU);

    await dragOver(page, "Anastas Mikoyan");
    expect(await askForMenu(page)).toEqual(["Look up “Anastas Mikoyan” in Backstory", "Highlight what is selected", "Highlight what is selected, and write a note"]);
    await backstory.stopBackground();
    await chooseEntry(driven, PAGE_MENU, "Look up “Anastas Mikoyan” in Backstory");
    await waitForBar(page, ({ text }) => /In your packs\s+Anastas Mikoyan/.test(text));
    await page.keyboard.press("Escape");

    await dragOver(page, "Anastas Mikoyan");
    await askForMenu(page);
    await chooseEntry(driven, PAGE_MENU, "Highlight what is selected");
    await until(async () => (await paintedPassages(page)).some(({ text }) => text === "Anastas Mikoyan"), "it is highlighted");
  });

  test("the context menu highlights and has a note written at once", async () => {
    const page = await article();
    await dragOver(page, "Kim Il Sung");
    await askForMenu(page);
    await chooseEntry(driven, PAGE_MENU, "Highlight what is selected, and write a note");
    await waitForBar(page, ({ note }) => note !== null);
    await page.keyboard.type("So he says.");
    expect((await readBar(page))!.note).toBe("So he says.");
  });

  test("what is selected in a field is looked up in a window of its own", async () => {
    const own = await backstory.extensionPage("hidden.html");
    const page = await backstory.openPage(`<!doctype html><title>Field</title><p>What do you look for?</p><textarea>저우언라이</textarea>`);
    await page.bringToFront();
    await page.$eval("textarea", (field) => {
      field.focus();
      field.select();
    });
    const label = "Look up “저우언라이” in Backstory";
    expect(await askForMenu(page, "textarea")).toContain(label);
    await chooseEntry(driven, PAGE_MENU, label);
    const find = `browser.tabs.query({ url: browser.runtime.getURL("lookup.html") + "*" })`;
    const isOpen = () => own.evaluate(`${find}.then((tabs) => tabs.some(({ url }) => url.includes("ref=korea-china%2Fzhou-enlai")))`) as Promise<boolean>;
    await until(isOpen, "his entry is open").finally(() => own.evaluate(`${find}.then((tabs) => browser.tabs.remove(tabs.map(({ id }) => id)))`));
  });

  test("a PDF is read in the viewer from the menu of a link to it, and from its own", async () => {
    const pdf = site.add(makePdf(MINUTES), { "content-type": "application/pdf" }, "/papers/minutes.pdf");
    const page = await backstory.openPage(`<!doctype html><title>Papers</title><p>Here are <a href="${pdf}">the minutes</a> and <a href="/">no minutes</a>.</p>`);
    await page.bringToFront();
    expect(await askForMenu(page, "a:last-of-type")).toEqual([]);
    await closeMenu(driven, PAGE_MENU);
    expect(await askForMenu(page, "a")).toEqual(["Read this PDF with Backstory"]);
    await chooseEntry(driven, PAGE_MENU, "Read this PDF with Backstory");
    await untilRead();

    const own = await backstory.openPage(pdf);
    await own.bringToFront();
    await own.mouse.click(600, 400, { button: "right" });
    expect(await entriesOf(driven, PAGE_MENU)).toEqual(["Read this PDF with Backstory", "Open the side panel"]);
    await chooseEntry(driven, PAGE_MENU, "Read this PDF with Backstory");
    await untilRead();
  });

  /** Waits until the viewer has the PDF, which gives its title to the tab, and closes it. */
  async function untilRead(): Promise<void> {
    await untilInFront(({ address, title }) => address.startsWith(`${driven.base}viewer.html`) && title.includes(MINUTES.title!), "the viewer shows it");
    await closeTabInFront(driven);
  }

  test("the toolbar button shows who is in the article in front, and its menu leads to a PDF and to the side panel", async () => {
    const own = await backstory.extensionPage("hidden.html");
    await article();
    await pressToolbarButton(driven, 0);
    const shown = () => own.evaluate(`browser.extension.getViews({ type: "popup" })[0]?.document.body.innerText ?? ""`) as Promise<string>;
    await until(async () => /\d+ names of your packs, \d+ times[^]*Anastas Mikoyan/.test(await shown()), "the popup says who is in the article");
    await own.evaluate(`browser.extension.getViews({ type: "popup" })[0].close()`);

    await pressToolbarButton(driven, 2);
    expect(await entriesOf(driven, BUTTON_MENU)).toEqual(["Read a PDF", "Open the side panel"]);
    await backstory.stopBackground();
    await chooseEntry(driven, BUTTON_MENU, "Open the side panel");
    await until(() => own.evaluate("browser.sidebarAction.isOpen({})") as Promise<boolean>, "the side panel is open");
    await pressToolbarButton(driven, 2);
    await entriesOf(driven, BUTTON_MENU);
    await chooseEntry(driven, BUTTON_MENU, "Read a PDF");
    await untilInFront(({ address, title }) => address.startsWith(`${driven.base}viewer.html`) && title === "Read a PDF", "the viewer asks for one");
    await closeTabInFront(driven);
  });
}
