/**
 * What holds of every page of Backstory: axe finds nothing, in the light and in the dark; the keyboard reaches
 * everything and can be seen; a screen reader is told what everything is; nothing is cut off on a phone or with large text.
 */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { accessibilityViolations, emulateMedia, launch, preferDark, readAloud, type Spoken, until } from "./harness";

const backstory = await launch();

/** What their tabs are called. */
const TITLES: Record<string, string> = {
  "popup.html": "Backstory",
  "options.html": "Options – Backstory",
  "welcome.html": "History, under the pointer – Backstory",
  "library.html": "Your highlights – Backstory",
  "sidepanel.html": "In this story – Backstory",
  "lookup.html": "Look up – Backstory",
  "viewer.html": "Read a PDF",
};
const PAGES = Object.keys(TITLES);

/** As wide as a small phone, and as a sidebar that was drawn narrow, in CSS pixels. */
const NARROW = { width: 320, height: 640 };
/** The popup is as wide as it wants to be, but where fingers press: there it is a page. */
const POPUP_WIDTH = 372;
const WIDE = { width: 1200, height: 800 };

/** Roles of what can be used, by their names in ARIA. */
const USED = new Set(["button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "slider", "tab", "option", "menuitem"]);

async function open(file: string): Promise<Page> {
  const page = await backstory.extensionPage(file);
  await page.setViewport(WIDE);
  await until(async () => (await page.evaluate(() => document.getElementById("root")?.innerText ?? "")).trim() !== "", `${file} says something`);
  return page;
}

/** CSS pixels by which a page is wider than its window. */
const beyond = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.each(PAGES)("axe finds nothing on %s, in light, dark and system colours", async (file) => {
  const page = await open(file);
  for (const dark of [false, true]) {
    await preferDark(backstory.driven, page, dark);
    expect(await accessibilityViolations(page)).toEqual([]);
  }
  await preferDark(backstory.driven, page, false);
  const undo = await emulateMedia(backstory, page, { forcedColors: true });
  expect(await accessibilityViolations(page)).toEqual([]);
  await undo();
});

test.each(PAGES)("a screen reader is told what everything on %s is", async (file) => {
  const page = await open(file);
  await page.bringToFront();
  await until(async () => (await page.title()) === TITLES[file], `its tab is called ${TITLES[file]}`);
  const tree = await readAloud(backstory, page, (nodes) => nodes.some(({ role, name }) => USED.has(role) && name.trim() !== ""));
  const unnamed = (node: Spoken) => USED.has(node.role) && node.name.trim() === "";
  expect(tree.filter(({ role }) => USED.has(role)).length).toBeGreaterThan(0);
  expect(tree.filter(unnamed)).toEqual([]);
  expect(tree.filter(({ role, name }) => role === "StaticText" && /^[·\u2060]$/.test(name))).toEqual([]);
});

test.each(PAGES)("nothing on %s is cut off in a narrow window, nor with text of twice the size", async (file) => {
  const page = await open(file);
  const width = file === "popup.html" ? POPUP_WIDTH : NARROW.width;
  await page.setViewport({ ...NARROW, width });
  expect(await beyond(page)).toBeLessThanOrEqual(0);
  await page.setViewport({ ...NARROW, width: width * 2 });
  await page.addStyleTag({ content: "html { font-size: 200% !important; }" }).catch(() => page.evaluate(() => (document.documentElement.style.fontSize = "200%")));
  expect(await beyond(page)).toBeLessThanOrEqual(0);
});

/** Where the keyboard is: a number that the element has kept since it was first met, and whether one sees it. */
async function focused(page: Page): Promise<{ at: number; seen: boolean; what: string }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    // A field inside a label may be drawn by it.
    const around = element.closest("label");
    const drawn = [element, ...(around ? [around] : [])].map((each) => getComputedStyle(each));
    const seen = drawn.some((style) => (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none");
    return {
      at: [...document.querySelectorAll("*")].indexOf(element),
      seen,
      what: `${element.tagName.toLowerCase()} ${element.className} ${element.innerText?.slice(0, 40) ?? ""}`,
    };
  });
}

/** What can be used and is in sight, by place in the document; of radio buttons with one name the keyboard reaches one. */
async function usable(page: Page): Promise<{ at: number; what: string }[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    const groups = new Set<string>();
    return [...document.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, summary, [tabindex='0']")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0 && !(element as HTMLButtonElement).disabled)
      .filter((element) => {
        if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
        if (element.checked) groups.add(element.name);
        return element.checked;
      })
      .map((element) => ({ at: all.indexOf(element), what: `${element.tagName.toLowerCase()} ${element.className} ${element.innerText.slice(0, 40)}` }));
  });
}

/** Presses of the tabulator key at most: no page of ours has more to stop at. */
const MOST_STOPS = 250;

test.each(PAGES)("the keyboard reaches everything on %s, and can be seen", async (file) => {
  const page = await open(file);
  await page.bringToFront();
  const wanted = await usable(page);
  // Some pages begin at their field.
  const reached = new Set([(await focused(page)).at]);
  const unseen: string[] = [];
  for (let stop = 0; stop < MOST_STOPS && wanted.some(({ at }) => !reached.has(at)); stop++) {
    await page.keyboard.press("Tab");
    const { at, seen, what } = await focused(page);
    reached.add(at);
    // Between the last stop and the first there is the window's own.
    if (!seen && !/^(?:body|html|iframe)/.test(what)) unseen.push(what);
  }
  expect(wanted.filter(({ at }) => !reached.has(at)).map(({ what }) => what)).toEqual([]);
  expect(unseen).toEqual([]);
});
