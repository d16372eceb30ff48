/** The options page as a reader uses it: looking for a setting, choosing, taking back, carrying it to another machine. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, expect, test } from "vitest";
import { accessibilityViolations, downloadFolder, launch, mentions, until, waitForPaint } from "./harness";

const downloads = downloadFolder();
const backstory = await launch(downloads.prefs);
await downloads.use(backstory);
const scratch = mkdtempSync(join(tmpdir(), "backstory-choosing-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Stored = Record<string, unknown>;

/** The options, with this in the storage and nothing else that they are about. */
async function options(stored: Stored = {}, hash = ""): Promise<Page> {
  const page = await backstory.extensionPage(`options.html${hash}`);
  await page.evaluate(`(globalThis.browser ?? chrome).storage.local.set(${JSON.stringify({ settings: {}, knownEntries: [], corrections: [], ...stored })})`);
  await page.waitForSelector(".options .rows li");
  return page;
}

const kept = (page: Page, key: string) => page.evaluate(`(globalThis.browser ?? chrome).storage.local.get("${key}").then((all) => all["${key}"])`) as Promise<unknown>;
const setting = async (page: Page, name: string) => ((await kept(page, "settings")) as Stored)[name];

/** Presses what can be seen and says these words, as soon as it is there. */
async function press(page: Page, selector: string, words: string): Promise<void> {
  const find = (chosen: string, text: string) => {
    const found = [...document.querySelectorAll<HTMLElement>(chosen)].find((each) => each.checkVisibility() && each.innerText.includes(text));
    found?.click();
    return found !== undefined;
  };
  await until(() => page.evaluate(find, selector, words), `${selector} says “${words}”`);
}

const shown = (page: Page) => page.$$eval(".setting", (all) => all.filter((each) => each.checkVisibility()).length);

test("settings are found by their words, reached by keys, and it is said where there are none", async () => {
  const page = await options();
  const all = await shown(page);
  await page.type("input[type=search]", "underline");
  await until(async () => (await shown(page)) === 1, "one setting is left");
  expect(await page.$$eval("main h2", (all) => all.filter((each) => each.checkVisibility()).map((each) => each.textContent))).toEqual(["Marks on the page"]);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("dotted");
  await page.keyboard.press("ArrowDown");
  await until(async () => (await setting(page, "style")) === "line", "the next choice is kept");

  await page.keyboard.press("/");
  await page.keyboard.type("zebra crossing");
  await page.waitForFunction(() => document.body.innerText.includes("No setting has the words “zebra crossing”"));
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await until(async () => (await shown(page)) === all, "everything is there again");
});

test("the example is painted as a page is, and follows what is chosen", async () => {
  const page = await options();
  // Firefox' driver does not know the frame.
  const painted = () =>
    page.evaluate(() => {
      const { highlights } = (document.querySelector<HTMLIFrameElement>("iframe.preview")!.contentWindow as typeof window & typeof globalThis).CSS;
      return [...highlights.keys()].filter((name) => name !== "backstory-current").reduce((sum, name) => sum + highlights.get(name)!.size, 0);
    });
  await until(async () => (await painted()) > 8, "names are marked");
  const all = await painted();
  await press(page, "#marks .choice", "The first on the page");
  await until(async () => (await painted()) < all, "fewer are marked");
  const first = await painted();
  await press(page, "#marks .switch", "Person");
  await until(async () => (await painted()) === first - 2, "the two people are not marked");
  // All of it is put back at once, and that is taken back too.
  await press(page, "#marks .section-head button", "Reset");
  await until(async () => (await painted()) === all, "everything is marked again");
  await press(page, "#marks .undoable button", "Undo");
  await until(async () => (await painted()) === first - 2, "as it was chosen");
  expect(await setting(page, "hiddenKinds")).toEqual(["person"]);
});

test("a site gets settings of its own, or none of us, and is taken off again", async () => {
  const page = await options();
  await page.type("#sites input[name=site]", "no such site!");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#sites [role=alert]")?.textContent?.includes("no such site!"));
  await page.$eval("#sites input[name=site]", (field) => ((field as HTMLInputElement).value = ""));
  await page.type("#sites input[name=site]", `${backstory.site.origin}/plain-article.html`);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#sites details[open]");
  expect(await accessibilityViolations(page)).toEqual([]);
  const choose = (label: string, words: string) =>
    page.evaluate(
      (name, text) => {
        const select = [...document.querySelectorAll("#sites label.line")].find((each) => each.textContent?.startsWith(name))!.querySelector("select")!;
        select.selectedIndex = [...select.options].findIndex((each) => each.text === text);
        select.dispatchEvent(new Event("change", { bubbles: true }));
      },
      label,
      words,
    );
  const article = await backstory.openPage("plain-article.html");
  const all = (await waitForPaint(article)).length;
  await choose("Which mentions are marked", "The first on the page");
  await until(async () => { const now = (await mentions(article)).length; return now > 0 && now < all; }, "fewer are marked on that site");
  expect(await setting(page, "perSite")).toEqual([{ site: "127.0.0.1", density: "page" }]);
  await choose("Which mentions are marked", "As everywhere");
  await until(async () => (await mentions(article)).length === all, "all are marked again");
  await press(page, "#sites .switch", "Never here");
  await until(async () => (await mentions(article)).length === 0, "nothing is marked on that site");
  await press(page, "#sites .site-settings > button", "Remove");
  await until(async () => (await mentions(article)).length === all, "the site is as others");
  await press(page, "#sites .undoable button", "Undo");
  await until(async () => (await mentions(article)).length === 0, "nothing is marked on that site once more");
});

test("a site that is put back has what a later version has written of it, and a file carries that to another machine", async () => {
  const row = { site: "c.org", dwell: 0, style: "glow", colour: { dark: "red" } };
  const stored = { settings: { mood: "calm", offSites: ["c.org"], perSite: [row, { pattern: "*.d.org" }] } };
  const page = await options(stored);
  await press(page, "#sites summary", "c.org");
  await press(page, "#sites .site-settings > button", "Remove");
  await until(async () => JSON.stringify(await setting(page, "perSite")) === JSON.stringify([{ pattern: "*.d.org" }]), "the site is taken off");
  await press(page, "#sites .undoable button", "Undo");
  await until(async () => ((await setting(page, "perSite")) as Stored[]).length === 2, "the site is back");
  expect(await kept(page, "settings")).toEqual(stored.settings);

  await press(page, "#transfer button", "Save settings");
  const { name, text } = await downloads.take();
  await page.close();
  const path = join(scratch, name);
  writeFileSync(path, text);
  const other = await options({ settings: { dwell: 900 } });
  const field = await other.waitForSelector("#transfer input[type=file]");
  await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
  await other.waitForFunction(() => document.querySelector("#transfer")!.textContent!.includes("without effect here: settings.mood"));
  expect(await kept(other, "settings")).toMatchObject(stored.settings);
  await press(other, "#transfer .undoable button", "Undo");
  await until(async () => (await setting(other, "mood")) === undefined, "it is taken back");
  expect(await kept(other, "settings")).toMatchObject({ dwell: 900, perSite: [], offSites: [] });
});

test("a site is shown as people write it, unless that may pass for another", async () => {
  // Cyrillic letters, all of which look like those of "apple".
  const forged = new URL("http://\u0430\u0440\u0440\u04cf\u0435.example").hostname;
  const page = await options({ settings: { run: "sites", sites: [forged], perSite: [{ site: "nadir.example" }, { site: "muster.example" }] } });
  const names = (selector: string) => page.$$eval(selector, (all) => all.map((each) => each.textContent));
  await page.type("#runs input[name=site]", "https://новости.example/today");
  await page.keyboard.press("Enter");
  await until(async () => (await names("#runs .site-list li > span")).length === 2, "the site is listed");
  expect(await names("#runs .site-list li > span")).toEqual([forged, "новости.example"]);
  expect(await setting(page, "sites")).toEqual([forged, new URL("http://новости.example").hostname]);
  await page.type("#sites input[name=site]", "müller.example");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#sites summary strong")?.textContent === "müller.example");
  expect(await names("#sites summary strong")).toEqual(["müller.example", "muster.example", "nadir.example"]);
  await press(page, "#sites .site-settings > button", "Remove");
  await page.waitForFunction(() => document.querySelector("#sites .setting .undoable")?.textContent?.includes("müller.example"));
});

test("a key that is held on “Remove” removes that site alone, and leads to the field for the next one", async () => {
  const page = await options({ settings: { run: "sites", sites: ["a.org", "b.org", "c.org", "d.org"] } });
  const sites = () => page.$$eval("#runs .site-list li > span", (all) => all.map((each) => each.textContent));
  await until(async () => (await sites()).length === 4, "the sites are listed");
  await page.focus("#runs .site-list li:nth-child(2) button");
  await page.keyboard.down("Enter");
  await until(async () => (await sites()).length < 4, "one is removed");
  await until(() => page.evaluate(() => document.activeElement?.matches("#runs input[name=site]") ?? false), "the focus is on the field");
  for (let times = 0; times < 3; times++) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await page.keyboard.type("e.org");
  await page.keyboard.press("Enter");
  await until(async () => (await sites()).includes("e.org"), "another is added");
  expect(await sites()).toEqual(["a.org", "c.org", "d.org", "e.org"]);
  expect(await setting(page, "sites")).toEqual(["a.org", "c.org", "d.org", "e.org"]);
  expect(await page.$("#runs [role=alert]")).toBeNull();
});

test("hundreds of sites are listed, each by its name, and one is changed where it stands", async () => {
  const perSite = Array.from({ length: 500 }, (_, at) => ({ site: `site-${String(at).padStart(3, "0")}.example`, ...(at % 2 > 0 && { dwell: 0 }) }));
  const page = await options({ settings: { perSite } });
  await page.waitForFunction(() => document.querySelectorAll("#sites details").length === 500);
  // What can be chosen for one is there when it is opened.
  expect(await page.$$eval("#sites select", (all) => all.length)).toBe(0);
  await press(page, "#sites summary", "site-400.example");
  await page.waitForSelector("#sites details[open] select");
  await page.select("#sites details[open] select", "line");
  await until(async () => ((await setting(page, "perSite")) as Stored[]).some(({ site, style }) => site === "site-400.example" && style === "line"), "the choice is kept");
  const own = ((await setting(page, "perSite")) as Stored[]).filter(({ style }) => style === undefined);
  expect(own).toEqual(perSite.filter(({ site }) => site !== "site-400.example"));
});

test("names that are known and corrections are listed by what they are called, and taken back", async () => {
  const ref = "korea-china/peng-dehuai";
  const corrections = [
    { id: "1", text: "Peng", wrong: "not", ref, to: "", article: "", made: "2026-11-01T00:00:00.000Z" },
    { id: "2", text: "Most", wrong: "never", ref: "gone/most", to: "", article: `https://${new URL("http://новости.example").hostname}/news`, made: "2026-11-01T00:00:00.000Z" },
  ];
  const page = await options({ knownEntries: [ref], corrections });
  await page.waitForFunction(() => document.querySelector("#right")!.textContent!.includes("“Peng” is not Peng Dehuai"));
  expect(await page.$eval("#right", (section) => (section as HTMLElement).innerText)).toMatch(/“Most” is no name on https:\/\/новости\.example\/news/);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.click('#right button[aria-label="Take back: Peng Dehuai"]');
  await until(async () => JSON.stringify(await kept(page, "knownEntries")) === "[]", "it is no longer known");
  await page.click('#right button[aria-label="Take back: Most"]');
  await until(async () => ((await kept(page, "corrections")) as unknown[]).length === 1, "the correction is gone");
  await press(page, "#right .undoable button", "Undo");
  await until(async () => ((await kept(page, "corrections")) as unknown[]).length === 2, "and there again");
});

test("what is being typed stays while the page is drawn anew, caret and all", async () => {
  const page = await options({ highlightSettings: {} });
  await page.bringToFront();
  await page.focus("input[aria-label=Pink]");
  await page.keyboard.type("Doubtul");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  const value = (colour: string) => page.$eval(`input[aria-label=${colour}]`, (field) => field.value);
  await page.evaluate(`(globalThis.browser ?? chrome).storage.local.set({ highlightSettings: { colourNames: { green: "Sure" } } })`);
  await until(async () => (await value("Green")) === "Sure", "what another tab has chosen is shown");
  expect(await value("Pink")).toBe("Doubtul");
  await page.keyboard.type("f");
  await page.keyboard.press("Tab");
  await until(async () => JSON.stringify(((await kept(page, "highlightSettings")) as Stored)["colourNames"]) === JSON.stringify({ green: "Sure", pink: "Doubtful" }), "both names are kept");
  expect(await value("Pink")).toBe("Doubtful");
});

test("settings travel in a file of their own; what is not understood is said, and all of it is taken back", async () => {
  const chosen = { settings: { density: "page", dwell: 600, offSites: ["bank.example"] }, knownEntries: ["korea-china/mao-zedong"] };
  const page = await options(chosen);
  await press(page, "#transfer button", "Save settings");
  const { name, text } = await downloads.take();
  expect(name).toMatch(/^backstory-settings-\d{4}-\d\d-\d\d\.json$/);

  const file = JSON.parse(text) as Record<string, Stored>;
  file["settings"]!["style"] = "glitter";
  const path = join(scratch, name);
  writeFileSync(path, JSON.stringify(file));
  const other = await options();
  const field = await other.waitForSelector("#transfer input[type=file]");
  await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
  await other.waitForFunction(() => document.querySelector("#transfer")!.textContent!.includes("settings.style"));
  expect(await kept(other, "settings")).toMatchObject(chosen.settings);
  expect(await kept(other, "knownEntries")).toEqual(chosen.knownEntries);
  await press(other, "#transfer .undoable button", "Undo");
  await until(async () => (await setting(other, "density")) === "all", "it is taken back");

  writeFileSync(path, readFileSync(new URL("../../package.json", import.meta.url)));
  await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
  await other.waitForFunction(() => document.querySelector("#transfer [role=alert]")?.textContent?.includes("no settings of Backstory"));
});

test("settings travel with the highlights, and are asked about before they are used", async () => {
  const id = "00000000-0000-4000-8000-000000000001";
  const row = { id, kind: "passage", text: "The bridge was built.", page: { keys: ["https://a.example/"], url: "https://a.example/", title: "A", site: "", author: "", published: "", lang: "en" }, colour: "green", note: "", tags: [], mentions: [], created: "2026-11-20T08:00:00.000Z", modified: "2026-11-20T08:00:00.000Z" };
  const page = await options({ settings: { dwell: 700 } });
  await page.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ backstory: "view:put-highlights", request: { rows: [row] } })})`);
  const library = await backstory.extensionPage("library.html");
  await press(library, ".to-files button", "Export");
  await press(library, "dialog button", "Save as file");
  const { text } = await downloads.take();
  expect(JSON.parse(text)).toMatchObject({ highlights: [{ id }], settings: { settings: { dwell: 700 } } });
  await library.close();

  const path = join(scratch, "backup.json");
  writeFileSync(path, text);
  await page.evaluate(`(globalThis.browser ?? chrome).storage.local.set({ settings: {} })`);
  const again = await backstory.extensionPage("library.html");
  await press(again, ".to-files button", "Import");
  const field = await again.waitForSelector("dialog input[type=file]");
  await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
  await press(again, "dialog label", "Use the settings in the file too");
  expect(await setting(page, "dwell")).toBeUndefined();
  expect(await accessibilityViolations(again)).toEqual([]);
  await press(again, "dialog .buttons button", "Import");
  await again.waitForFunction(() => document.querySelector("dialog")?.innerText.includes("The settings in the file are in use."));
  expect(await setting(page, "dwell")).toBe(700);
  await press(again, "dialog .buttons button", "Undo");
  await until(async () => (await setting(page, "dwell")) === 250, "they are as they were");
});

test("what became of an import whose dialog was closed is said in the library", async () => {
  const rows = Array.from({ length: 3_000 }, (_, at) => ({ id: `00000000-0000-4000-8000-${String(at + 10).padStart(12, "0")}`, kind: "passage", text: `The bridge number ${at}. `.repeat(20), page: { keys: ["https://b.example/"], url: "https://b.example/", title: "B", site: "", author: "", published: "", lang: "en" }, colour: "green", note: "", tags: [], mentions: [], created: "2026-11-20T08:00:00.000Z", modified: "2026-11-20T08:00:00.000Z" }));
  const path = join(scratch, "many.json");
  writeFileSync(path, JSON.stringify({ format: "backstory-highlights", version: 1, highlights: rows }));
  const page = await backstory.extensionPage("library.html");
  await press(page, ".to-files button, .empty button", "Import");
  const field = await page.waitForSelector("dialog input[type=file]");
  await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
  await page.waitForSelector(".fates");
  // Pressed and closed in one: nothing can have come back before.
  await page.evaluate(() => {
    [...document.querySelectorAll<HTMLElement>("dialog .buttons button")].find((each) => each.innerText === "Import")!.click();
    document.querySelector("dialog")!.close();
  });
  await page.waitForFunction(() => document.querySelector(".toast")?.textContent?.includes("highlights are imported."));
  await press(page, ".toast button", "Undo");
  await page.waitForFunction(() => document.querySelector(".toast")?.textContent?.includes("The import is taken back"));
});
