import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { preferDark } from "../../scripts/drive/privileged";
import { sampleHighlights } from "../../scripts/lib/sample-highlights";
import type { Highlight } from "../../src/messages/highlight";
import { accessibilityViolations, launch, pause, readAloud, until } from "./harness";

const backstory = await launch();

const LINKS = [
  { ref: "korea-china/peng-dehuai", name: "Peng Dehuai", kind: "person" },
  { ref: "korea-china/anastas-mikoyan", name: "Anastas Mikoyan", kind: "person" },
] as const;

/** Rows that a message takes. */
const AT_ONCE = 1_000;

/** Says something to the background, as the extension's pages do. */
function say(page: Page, name: string, request: unknown): Promise<unknown> {
  return page.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ backstory: name, request })})`) as Promise<unknown>;
}

/** Deletes the store: whoever has it open lets go of it, and makes a new one. */
function wipe(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => indexedDB.deleteDatabase("backstory").addEventListener("success", () => resolve())));
}

/** The library with these highlights and no others, as soon as it has read them. */
async function libraryOf(highlights: readonly Highlight[], hash = ""): Promise<Page> {
  const page = await backstory.extensionPage("welcome.html");
  await wipe(page);
  for (let at = 0; at < highlights.length; at += AT_ONCE) await say(page, "view:put-highlights", { rows: highlights.slice(at, at + AT_ONCE) });
  await page.close();
  return openLibrary(hash);
}

async function openLibrary(hash = ""): Promise<Page> {
  const page = await backstory.extensionPage(`library.html${hash}`);
  await page.waitForFunction(() => document.querySelector(".passage, .empty h2"));
  await page.waitForFunction(() => !document.body.innerText.includes("still reading"));
  return page;
}

/** A few highlights that a test knows. */
function known(): Highlight[] {
  const [first, second, third, fourth] = sampleHighlights(4, { links: [] });
  const page = (number: number, title: string, site: string) => ({ ...first!.page, keys: [`https://a.example/${number}`], url: `https://a.example/${number}`, title, site });
  const on = { bridge: page(1, "A bridge and two treaties", "The Ledger"), border: page(2, "Three days at the border", "Review") };
  const plain = { note: "", tags: [], mentions: [], found: undefined, colour: "yellow" as const };
  return [
    { ...first!, ...plain, text: "The bridge was finished before the treaty was.", page: on.bridge, tags: ["trade"], mentions: [LINKS[0]], anchor: { exact: "x", prefix: "", suffix: "", start: 90, end: 91 } },
    { ...second!, ...plain, text: "Nobody at the table spoke.", page: on.bridge, note: "Compare the minutes.", colour: "pink", anchor: { exact: "x", prefix: "", suffix: "", start: 10, end: 11 } },
    { ...third!, ...plain, text: "The oil would flow quickly.", page: on.border, mentions: [...LINKS], found: { state: "changed", at: third!.created, text: "The oil would flow slowly." } },
    { ...fourth!, ...plain, text: "签了停战协定以后，没有人出来迎接。", page: on.border, found: { state: "orphan", at: fourth!.created } },
  ];
}

const texts = (page: Page) => page.$$eval(".passage blockquote", (all) => all.map((each) => each.firstChild!.parentElement!.innerText.split("\n")[0]!.trim()));
const shows = (page: Page, count: number) => until(async () => (await page.$$(".passage")).length === count, `${count} highlights are shown`);
const status = (page: Page) => page.$eval(".outcome [role=status]", (element) => element.textContent);

async function press(page: Page, label: string, within = "body"): Promise<void> {
  const pressed = await page.evaluate(
    `(() => { const button = [...document.querySelectorAll(${JSON.stringify(`${within} button`)})].find((each) => each.textContent.trim() === ${JSON.stringify(label)}); button?.click(); return Boolean(button); })()`,
  );
  if (!pressed) throw new Error(`There is no button “${label}”`);
}

async function type(page: Page, query: string): Promise<void> {
  await page.focus("input[type=search]");
  await page.$eval("input[type=search]", (field) => (field as HTMLInputElement).select());
  await page.keyboard.type(query);
}

test("without highlights the page says how to save some, and has nothing to filter", async () => {
  const page = await libraryOf([]);
  await page.setViewport({ width: 360, height: 700 });
  await page.waitForSelector('.top .search[placeholder="Search"]');
  expect(await page.$$eval(".top button", (buttons) => buttons.map((button) => button.innerText))).not.toContain("Filter");
  expect(await page.$eval(".empty", (element) => element.textContent)).toMatch(/Nothing saved yet.*Select words/);
  expect(await accessibilityViolations(page)).toEqual([]);
});

test("searching finds text, notes, tags, titles and names in any script, and marks what was searched for", async () => {
  const page = await libraryOf(known());
  await shows(page, 4);
  const found = async (query: string, count: number) => {
    await type(page, query);
    await shows(page, count);
    return texts(page);
  };
  expect(await found("brid", 2)).toHaveLength(2);
  expect(await page.$$eval("blockquote mark", (marks) => marks.map((mark) => mark.textContent))).toEqual(["bridge"]);
  expect(await found("minutes", 1)).toEqual(["Nobody at the table spoke."]);
  expect(await found("mikoyan", 1)).toHaveLength(1);
  expect(await found("停战", 1)).toEqual(["签了停战协定以后，没有人出来迎接。"]);
  expect(await found("trade treaty", 1)).toEqual(["The bridge was finished before the treaty was."]);
  expect(await found("finishd", 1)).toHaveLength(1);
  expect(await page.evaluate(() => location.hash)).toBe("#q=finishd");
  await found("zeppelin", 0);
  expect(await page.$eval(".empty", (element) => element.textContent)).toContain("No highlight fits");
  await press(page, "Show all", ".empty");
  await shows(page, 4);
});

test("filters narrow, are counted, stand in the address, and can be taken off one by one", async () => {
  const page = await libraryOf(known());
  const choose = (value: string) => page.$eval(`[data-value="${value}"]`, (button) => (button as HTMLElement).click());
  await choose("orphan");
  await shows(page, 1);
  expect(await status(page)).toBe("1 of 4 highlights");
  await choose("changed");
  await shows(page, 2);
  expect(await page.$$eval(".chip", (chips) => chips.map((chip) => chip.getAttribute("aria-label")))).toEqual(["Take off Where it stands: Lost", "Take off Where it stands: Changed"]);
  await choose("korea-china/peng-dehuai");
  await shows(page, 1);
  // What was changed is shown as such.
  expect(await page.$eval("blockquote del", (element) => element.textContent)).toContain("quickly");
  expect(await page.$eval("blockquote ins", (element) => element.textContent)).toContain("slowly");
  // Whoever opens the address again sees the same.
  const again = await openLibrary(await page.evaluate(() => location.hash));
  await shows(again, 1);
  await press(again, "Show all", ".chips");
  await shows(again, 4);
  await choose("changed");
  await page.$$eval(".chip", (chips) => (chips[1] as HTMLElement).click());
  await until(async () => (await page.$$(".chip")).length === 1, "one filter is left");
});

test("by article, passages stand as they do on the page; by person, below everybody they name; a name opens its card", async () => {
  const page = await libraryOf(known());
  await page.select(".outcome select", "article");
  await until(async () => (await page.$$(".head")).length === 2, "two articles");
  expect((await texts(page)).slice(0, 2)).toEqual(["Nobody at the table spoke.", "The bridge was finished before the treaty was."]);
  await page.select(".outcome select", "entry");
  await until(async () => (await page.$$(".head")).length === 3, "two people and nobody");
  expect(await page.$$eval(".head h2", (heads) => heads.map((head) => head.textContent))).toEqual(["Peng Dehuai", "Anastas Mikoyan", "Naming nobody that your packs know"]);
  await shows(page, 5);
  await press(page, "Peng Dehuai", ".passage");
  await page.waitForFunction(() => document.querySelector("dialog .entry-view")?.textContent.includes("Peng Dehuai"));
  expect(await accessibilityViolations(page)).toEqual([]);
  // Its notes are those of cards, not those that a reader has written beside a highlight.
  const { margin, ground } = await page.$eval("dialog .entry-view .note", (note) => ({ margin: getComputedStyle(note).marginBlockStart, ground: getComputedStyle(note).backgroundColor }));
  expect({ margin, ground }).toEqual({ margin: "0px", ground: "rgba(0, 0, 0, 0)" });
  await page.keyboard.press("Escape");
  await until(async () => (await page.$("dialog")) === null, "the card is closed");
});

test("a title that runs from right to left is set apart from its site as any other", async () => {
  const [first] = known();
  const page = await libraryOf([{ ...first!, page: { ...first!.page, title: "מכתב מפיונגיאנג" } }]);
  const { title, room, site } = await page.$eval(".source", (source) => {
    const right = (element: Element) => element.getBoundingClientRect().right;
    return { title: right(source.querySelector("cite > *")!), room: right(source.querySelector("cite")!), site: source.children[1]!.getBoundingClientRect().left };
  });
  expect(room - title).toBeGreaterThan(10);
  expect(site).toBeGreaterThanOrEqual(room);
});

test("note, tags and colour are edited where they stand", async () => {
  const page = await libraryOf(known());
  await page.$eval(".passage", (row) => ([...row.querySelectorAll("button")].find((each) => each.textContent === "Edit") as HTMLElement).click());
  await page.waitForSelector(".editor textarea");
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.type(".editor textarea", "Who says so?");
  await page.$eval(".editor input[type=text]", (field) => (field as HTMLInputElement).select());
  await page.type(".editor input[type=text]", "letters, trade");
  await page.$eval(".editor label.blue input", (radio) => (radio as HTMLElement).click());
  await press(page, "Save", ".editor");
  await until(async () => (await page.$(".editor")) === null, "the editor is closed");
  const row = await page.$eval(".passage", (element) => ({ text: (element as HTMLElement).innerText, blue: element.classList.contains("blue") }));
  expect(row.blue).toBe(true);
  for (const part of ["Who says so?", "#letters", "#trade"]) expect(row.text).toContain(part);
  await page.reload({ waitUntil: [] }).catch(() => undefined);
  await page.waitForFunction(() => document.body?.innerText.includes("Who says so?"));
});

test("several are selected with Shift, tagged and deleted; it is undone, also from the bin", async () => {
  const page = await libraryOf(known());
  const box = (number: number) => page.$$(".pick input").then((all) => all[number]!);
  await (await box(0)).click();
  await page.keyboard.down("Shift");
  await (await box(2)).click();
  await page.keyboard.up("Shift");
  await until(async () => (await page.$$(".passage.selected")).length === 3, "three are selected");
  await page.type(".bulk input", "reread");
  await press(page, "Add tag", ".bulk");
  await until(async () => (await page.$$eval(".tag", (tags) => tags.filter((tag) => tag.textContent === "#reread").length)) === 3, "three have the tag");
  expect(await accessibilityViolations(page)).toEqual([]);
  await press(page, "Delete", ".bulk");
  await shows(page, 1);
  await press(page, "Undo", ".toast");
  await shows(page, 4);

  await press(page, "Delete", ".passage");
  await shows(page, 3);
  await press(page, "Recently deleted");
  await page.waitForSelector(".binned");
  expect(await texts(page)).toEqual(["The bridge was finished before the treaty was."]);
  expect(await accessibilityViolations(page)).toEqual([]);
  await press(page, "Bring back");
  await page.waitForFunction(() => document.querySelector(".empty")?.textContent.includes("Nothing was deleted"));
  await press(page, "All highlights");
  await shows(page, 4);
  await press(page, "Delete", ".passage");
  await press(page, "Recently deleted");
  await page.waitForSelector(".binned");
  // It asks before it forgets.
  await press(page, "Delete for good");
  expect(await page.$$(".binned")).toHaveLength(1);
  await press(page, "Really? This cannot be undone");
  await page.waitForFunction(() => !document.querySelector(".binned"));
});

test("everything can be done with keys", async () => {
  const page = await libraryOf(known());
  const focused = () => page.evaluate(() => document.activeElement?.closest("[data-line]")?.getAttribute("data-line") ?? document.activeElement?.tagName ?? "");
  const on = (line: string) => until(async () => (await focused()) === line, `the focus is on line ${line}`);
  await page.keyboard.press("j");
  await on("0");
  await page.keyboard.press("j");
  await on("1");
  await page.keyboard.press("ArrowUp");
  await on("0");
  await page.keyboard.press("x");
  await page.keyboard.down("Shift");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.up("Shift");
  await until(async () => (await page.$$(".passage[aria-selected=true]")).length === 2, "two are selected");
  await page.keyboard.press("Delete");
  await shows(page, 2);
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
  await shows(page, 4);
  await page.keyboard.press("End");
  await on("3");
  await page.keyboard.press("e");
  await page.waitForSelector(".editor");
  await page.keyboard.type("By hand");
  await page.keyboard.down("Control");
  await page.keyboard.press("Enter");
  await page.keyboard.up("Control");
  await page.waitForFunction(() => document.querySelector('[data-line="3"] .note')?.textContent === "By hand");
  await on("3");
  await page.keyboard.press("/");
  await until(async () => (await focused()) === "INPUT", "the search has the focus");
  await page.keyboard.type("hand");
  await shows(page, 1);
  await page.keyboard.press("ArrowDown");
  await on("0");
  await page.keyboard.press("Escape");
  await shows(page, 4);
  await page.keyboard.press("?");
  await page.waitForSelector("dialog.keys");
  expect(await accessibilityViolations(page)).toEqual([]);
});

test("a screen reader is told of every row and its box which highlight it is, in few words", async () => {
  const [first, second, third] = known();
  const long = "When the delegation came back from the north it had nothing to show for the journey but a list of trains. ".repeat(9);
  const page = await libraryOf([first!, { ...second!, text: long }, { ...third!, text: "", found: undefined, note: "All of it is worth reading." }]);
  await page.bringToFront();
  const nodes = await readAloud(backstory, page, (all) => all.filter(({ role }) => role === "checkbox").length >= 3);
  const short = "When the delegation came back from the north it had nothing…";
  expect(nodes.filter(({ role }) => role === "checkbox").map(({ name }) => name)).toEqual([
    "Select “The bridge was finished before the treaty was.”",
    `Select “${short}”`,
    "Select “All of it is worth reading.”",
  ]);
  expect(nodes.filter(({ role }) => role === "row").map(({ name }) => name)).toEqual(["The bridge was finished before the treaty was.", short, "All of it is worth reading."]);
  expect(nodes.filter(({ role, name }) => role === "StaticText" && name.trim() === "·")).toEqual([]);
});

test("the keyboard is never left nowhere: after a dialog, a filter, a deletion, a return from the bin", async () => {
  const page = await libraryOf(known());
  const focused = () => page.evaluate(() => document.activeElement?.closest("[data-line]")?.getAttribute("data-line") ?? document.activeElement?.textContent ?? "");
  const on = (what: string) => until(async () => (await focused()).trim() === what, `the focus is on ${what}`);
  const focus = (selector: string) => page.$eval(selector, (element) => (element as HTMLElement).focus());

  await focus(".help");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog.keys");
  await focus("dialog.keys .button");
  await page.keyboard.press("Enter");
  await until(async () => (await page.$("dialog")) === null, "the keys are closed");
  await on("?");

  for (const value of ["orphan", "changed"]) await page.$eval(`[data-value="${value}"]`, (button) => (button as HTMLElement).click());
  await until(async () => (await page.$$(".chip")).length === 2, "two filters");
  await focus(".chip");
  await page.keyboard.press("Enter");
  await on("Where it stands: Changed×");
  await page.keyboard.press("Enter");
  await until(() => page.evaluate(() => document.activeElement?.matches(".top .search") ?? false), "the focus is where one searches");
  await shows(page, 4);

  await page.keyboard.press("ArrowDown");
  await on("0");
  await page.keyboard.press("Delete");
  await shows(page, 3);
  await on("0");
  await page.keyboard.press("j");
  await on("1");
  await page.keyboard.press("Delete");
  await shows(page, 2);
  await on("1");

  // Whoever goes on to search before the answer is there, stays there.
  await page.$eval('[data-line="1"]', (row) => {
    for (const key of ["Delete", "/"]) row.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
  await shows(page, 1);
  await page.waitForSelector(".toast button");
  await page.keyboard.type("b");
  expect(await page.$eval(".top .search", (field) => (field as HTMLInputElement).value)).toBe("b");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowDown");
  await on("0");
  await page.keyboard.press("Delete");
  await on("Nothing saved yet");

  await press(page, "Recently deleted");
  const inBin = (count: number) => until(async () => (await page.$$(".binned")).length === count, `${count} are in the bin`);
  await inBin(4);
  await focus(".binned .doings button");
  await page.keyboard.press("Enter");
  await inBin(3);
  await on("0");
  // Whoever presses with the mouse has no need of it.
  await page.click(".binned .doings button");
  await inBin(2);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await focus(".binned .doings button");
  await page.keyboard.press("Enter");
  await inBin(1);
  await on("0");
  await focus(".binned .doings button");
  await page.keyboard.press("Enter");
  await on("Nothing was deleted lately");

  await press(page, "All highlights");
  await shows(page, 4);
  await press(page, "Delete", ".passage");
  await shows(page, 3);
  await press(page, "Recently deleted");
  await inBin(1);
  await focus(".outcome button");
  await page.keyboard.press("Enter");
  await on("Really? This cannot be undone");
  await page.keyboard.press("Enter");
  await on("Nothing was deleted lately");
  expect(await accessibilityViolations(page)).toEqual([]);
});

test("all highlights of an article are reached with the keyboard", async () => {
  const page = await libraryOf(known());
  await page.keyboard.press("j");
  for (let stop = 0; stop < 10 && !(await page.evaluate(() => document.activeElement?.matches("cite a") ?? false)); stop++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".reading");
  expect(await page.$eval(".reading h1", (heading) => heading.textContent)).toBe("A bridge and two treaties");
});

test("in a narrow window what one searches and filters by stays in sight, with room for words", async () => {
  const page = await libraryOf(sampleHighlights(30, { links: LINKS }));
  for (const width of [320, 360, 600]) {
    await page.setViewport({ width, height: 700 });
    await page.waitForSelector(".top .narrow");
    await page.evaluate(() => scrollTo(0, 900));
    await until(() => page.evaluate(() => scrollY > 500), "it is scrolled");
    const seen = await page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
      const [header, search, filter] = [box(".top"), box(".top .search"), box(".top .narrow")];
      return { search: search.width, beside: filter.left - search.right, tops: [search.top, filter.top], bottom: header.bottom, beyond: document.documentElement.scrollWidth - innerWidth };
    });
    expect(seen.search, `${width} px`).toBeGreaterThan(200);
    expect(seen.beside).toBeGreaterThanOrEqual(0);
    expect(Math.min(...seen.tops)).toBeGreaterThanOrEqual(0);
    // What lies over the list is as high as the list thinks.
    expect(Math.round(seen.bottom)).toBe(64);
    expect(seen.beyond).toBeLessThanOrEqual(0);

    // What else one comes to with the keyboard is seen then, and the list stays where it is.
    const line = await page.evaluate(() => document.elementFromPoint(innerWidth / 2, 80)?.closest<HTMLElement>("[data-line]")?.dataset["line"]);
    const top = (selector: string) => page.$eval(selector, (element) => element.getBoundingClientRect().top);
    let before = Number.NaN;
    await until(async () => before === (before = await top(`[data-line="${line}"]`)), "the list is at rest");
    await page.focus(".top .narrow");
    await page.keyboard.press("Tab");
    await page.waitForSelector(".top nav button:focus");
    expect(await top(".top nav button:focus")).toBeGreaterThanOrEqual(0);
    expect(Math.abs((await top(`[data-line="${line}"]`)) - before)).toBeLessThan(2);
    await page.focus(".top .narrow");
  }
});

test("what another tab saves, changes or deletes is there at once", async () => {
  const [first, second, third] = known();
  const page = await libraryOf([first!, second!]);
  const other = await backstory.extensionPage("welcome.html");
  await say(other, "view:put-highlights", { rows: [third] });
  await shows(page, 3);
  await say(other, "page:edit-highlights", { ids: [first!.id], change: { addTags: ["elsewhere"] } });
  await page.waitForFunction(() => document.body.innerText.includes("#elsewhere"));
  await say(other, "page:delete-highlights", { ids: [second!.id] });
  await shows(page, 2);
});

test("one highlight is shown where the address names it", async () => {
  const highlights = known();
  const page = await libraryOf(highlights, `#id=${highlights[2]!.id}`);
  await shows(page, 1);
  await press(page, "One highlight×", ".chips");
  await shows(page, 4);
});

test("ten thousand can be scrolled to their end, and only what can be seen is in the page", async () => {
  const page = await libraryOf(sampleHighlights(10_000, { links: LINKS }));
  await page.waitForFunction(() => document.querySelector(".outcome p")?.textContent === "10,000 highlights");
  await until(async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    return page.evaluate(() => [...document.querySelectorAll("[role=row]")].some((row) => row.getAttribute("aria-rowindex") === "10000" && row.getBoundingClientRect().bottom <= innerHeight));
  }, "the last one is in sight");
  expect((await page.$$("[role=row]")).length).toBeLessThan(40);
  await page.keyboard.press("Home");
  await until(() => page.evaluate(() => (document.querySelector('[aria-rowindex="1"]')?.getBoundingClientRect().top ?? -1) >= 0), "the first one is in sight");
  expect(await backstory.networkLog()).toEqual([]);
});

test.each([
  ["light", 1200],
  ["light", 400],
  ["dark", 1200],
  ["dark", 400],
])("nobody is kept out: %s, %i px wide", async (mode, width) => {
  const page = await libraryOf(known());
  await page.setViewport({ width: Number(width), height: 800 });
  await preferDark(backstory.driven, page, mode === "dark");
  await shows(page, 4);
  await pause(200);
  expect(await accessibilityViolations(page)).toEqual([]);
  if (width === 400) {
    await press(page, "Filter");
    await page.waitForSelector("dialog.drawer");
    expect(await accessibilityViolations(page)).toEqual([]);
  }
});

test("where the storage does not open, the page says so and what can be done, and goes on when it does", async () => {
  const page = await backstory.extensionPage("welcome.html");
  // A later version has been here.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const later = indexedDB.open("backstory", 9_999);
        later.addEventListener("success", () => {
          later.result.close();
          resolve();
        });
      }),
  );
  const library = await openLibrary();
  expect(await library.$eval("[role=alert]", (element) => element.textContent)).toMatch(/could not be opened.*Nothing has been deleted/);
  expect(await accessibilityViolations(library)).toEqual([]);
  await wipe(page);
  await press(library, "Try again");
  await library.waitForFunction(() => document.querySelector(".empty h2")?.textContent === "Nothing saved yet");
});
