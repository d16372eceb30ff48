import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { makePdf } from "../../src/viewer/testing";
import { accessibilityViolations, changeSettings, launch, mentions, pause, readAloud, type Spoken, waitForCard, waitForPaint } from "./harness";

const backstory = await launch();

async function article(): Promise<Page> {
  await changeSettings(backstory, {});
  const page = await backstory.openPage("plain-article.html");
  await waitForPaint(page);
  return page;
}

const textOf = (page: Page) => page.evaluate(() => document.body.innerText);

async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 8_000; !(await condition()); await pause(50)) {
    if (Date.now() > end) throw new Error(`Not within 8 s: ${what}`);
  }
}

async function press(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForSelector(selector);
  const pressed = await page.evaluate(
    (chosen, words) => {
      const found = [...document.querySelectorAll<HTMLElement>(chosen)].find((each) => each.innerText.includes(words));
      found?.click();
      return found !== undefined;
    },
    selector,
    text,
  );
  if (!pressed) throw new Error(`No ${selector} says “${text}”`);
}

test("the popup lists who is on the page, and leads to the first place where each is named", async () => {
  const page = await article();
  const popup = await backstory.popup(page);
  await popup.waitForSelector(".entry");
  expect(await textOf(popup)).toMatch(/\d+ names of your packs, \d+ times/);
  expect(await textOf(popup)).toContain("Anastas Mikoyan");
  expect(await accessibilityViolations(popup)).toEqual([]);

  await press(popup, ".entry", "Anastas Mikoyan");
  // The popup closes itself: Firefox brings no page to the front while another goes.
  await until(() => page.bringToFront().then(() => true, () => false), "the page comes to the front");
  const card = await waitForCard(page);
  expect(card.heading).toContain("Mikoyan");
  expect(card.focused).toBe(true);
});

test("names are found as they are typed, also misspelt and by another spelling, and open as cards in the popup", async () => {
  const page = await article();
  const popup = await backstory.popup(page);
  for (const typed of ["Mikoy", "Mikojan", "Микоян"]) {
    const field = await popup.waitForSelector("input[type=search]");
    await field!.evaluate((element) => ((element as HTMLInputElement).value = ""));
    await field!.type(typed);
    await until(async () => (await textOf(popup)).includes("Anastas Mikoyan"), `${typed} finds Mikoyan`);
  }
  await press(popup, ".entry", "Anastas Mikoyan");
  await popup.waitForSelector(".entry-view blockquote");
  expect(await popup.$eval(".entry-view h2", (heading) => heading.textContent)).toContain("Mikoyan");
  expect(await accessibilityViolations(popup)).toEqual([]);

  // A name inside opens in its place, and the way back leads to the search.
  await popup.click(".entry-view .ref");
  const heading = () => popup.evaluate(() => document.querySelector("h2")?.textContent ?? "");
  await until(async () => !/^$|Mikoyan/.test(await heading()), "another card");
  await popup.click(".back");
  await until(async () => (await heading()).includes("Mikoyan"), "the way back");
});

test("a search without a result says what was searched for", async () => {
  const popup = await backstory.popup(await article());
  await (await popup.waitForSelector("input[type=search]"))!.type("qqqqxyz");
  await until(async () => (await textOf(popup)).includes("qqqqxyz"), "the words of the search");
});

/** Waits until the switch shows the opposite, as a reader sees it, and flips it. */
async function flip(popup: Page, label: string, on: boolean): Promise<void> {
  await popup.waitForFunction(
    (words, wanted) => {
      const all = [...document.querySelectorAll<HTMLLabelElement>("label.switch")];
      const input = all.find((each) => each.innerText.trim() === words)?.querySelector("input");
      if (!input || input.checked === wanted) return false;
      input.click();
      return true;
    },
    { polling: 100 },
    label,
    on,
  );
}

test("a screen reader is told what each of the switches is of", async () => {
  const popup = await backstory.popup(await article());
  await popup.waitForSelector(".state .switch");
  await popup.bringToFront();
  const named = (nodes: Spoken[]) => nodes.filter(({ role }) => role === "switch").map(({ name }) => name);
  // The first switch is there before the page has said how it is with it.
  const switches = named(await readAloud(backstory, popup, (nodes) => named(nodes).includes("Mark names on this page")));
  expect(switches[0]).toBe("Backstory On");
  expect(switches).toContain("Mark names on this page");
});

test("this page, this site and everything can be switched off, and on again", async () => {
  const page = await article();
  const popup = await backstory.popup(page);
  let label = "";
  const gone = () => until(async () => (await mentions(page)).length === 0, `the marks are gone (${label})`);
  const back = () => until(async () => (await mentions(page)).length > 0, `the marks are back (${label})`);
  for (label of ["On", "On 127.0.0.1", "Mark names on this page"]) {
    await flip(popup, label, false);
    await gone();
    await flip(popup, label, true);
    await back();
  }
});

test("on a page that is no article, the popup says so and reads it when asked", async () => {
  await changeSettings(backstory, {});
  const page = await backstory.openPage(
    `<!doctype html><title>Board</title><h1>Board</h1><ul><li>Kim Il Sung is here</li><li>Anastas Mikoyan is there</li></ul>`,
  );
  const popup = await backstory.popup(page);
  await until(async () => (await textOf(popup)).includes("does not look like an article"), "the popup says so");
  expect(await mentions(page)).toEqual([]);
  await popup.waitForSelector(".state .button");
  await popup.evaluate(() => [...document.querySelectorAll("button")].find((each) => each.innerText === "Read this page")?.focus());
  await press(popup, "button", "Read this page");
  // What takes the place of the button has the keyboard.
  await until(() => popup.evaluate(() => document.activeElement?.closest("label")?.innerText === "Mark names on this page"), "the focus is on the switch");
  const names = await waitForPaint(page, { atLeast: 2 });
  expect(names.map((name) => name.text)).toEqual(["Kim Il Sung", "Anastas Mikoyan"]);
});

test("where Backstory reads only what it is asked to, the popup says so, and one press reads the page", async () => {
  await changeSettings(backstory, { run: "asked" });
  const page = await backstory.openPage("plain-article.html");
  const popup = await backstory.popup(page);
  await until(async () => (await textOf(popup)).includes("Nothing is marked here until you ask"), "the popup says so");
  expect(await accessibilityViolations(popup)).toEqual([]);
  expect(await mentions(page)).toEqual([]);
  await press(popup, "button", "Read this page");
  await waitForPaint(page);
  await flip(popup, "Mark names on this page", false);
  await until(async () => (await mentions(page)).length === 0, "the marks are gone");
  await changeSettings(backstory, {});
});

test("where only chosen sites are read, the switch of a site chooses it", async () => {
  await changeSettings(backstory, { run: "sites", sites: ["example.org"] });
  const page = await backstory.openPage("plain-article.html");
  const popup = await backstory.popup(page);
  await flip(popup, "On 127.0.0.1", true);
  await waitForPaint(page);
  const kept = await popup.evaluate("(globalThis.browser ?? chrome).storage.local.get('settings').then(({ settings }) => settings.sites)");
  expect(kept).toEqual(["example.org", "127.0.0.1"]);
  await flip(popup, "On 127.0.0.1", false);
  await until(async () => (await mentions(page)).length === 0, "the marks are gone");
  await changeSettings(backstory, {});
});

test("over a PDF, which browsers keep to themselves, the popup offers our viewer", async () => {
  const pdf = makePdf({ pages: [[{ text: "Anastas Mikoyan", x: 60, y: 80 }]] });
  const page = await backstory.openPage(backstory.site.add(pdf, { "content-type": "application/pdf" }, "/own/paper.pdf"));
  const popup = await backstory.popup(page);
  await until(async () => (await textOf(popup)).includes("This is a PDF"), "the popup says so");
  expect(await accessibilityViolations(popup)).toEqual([]);
  await press(popup, "button", "Read this PDF with Backstory");
  await until(async () => (await Promise.all((await backstory.driven.browser.pages()).map((each) => each.evaluate(() => location.href).catch(() => "")))).some((address) => address.includes("viewer.html#file=")), "the viewer is open");
});
