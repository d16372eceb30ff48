/** The side panel where readers have it: in Chromium's side panel and in Firefox' sidebar. What it shows is tested in a tab, by the other files. */
import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changeSettings, currentMentions, launch, openRealPanel, pressPanelOn, type RealPanel, until, waitForPaint } from "./harness";
import { isSidebarOpen, pressAltShift } from "./harness/sidebar";

const backstory = await launch();

/** As wide as Firefox makes a sidebar at first, in CSS pixels, and narrower than it lets anybody make it. */
const FIRST_WIDTH = 252;
const NO_WIDTH = 50;

/** When the test began, in milliseconds since 1970. */
let began = 0;
beforeEach(() => {
  began = Date.now();
});

let panel: RealPanel | undefined;
afterEach(async () => {
  await panel?.close();
  panel = undefined;
});

/** Paragraphs a screen apart, each of which names somebody else. */
const LONG = `<!doctype html><html lang="en"><title>A long story</title><style>p { margin: 0 auto 90vh; max-width: 36em }</style><article>
<h1>A long story of the year 1956</h1>
${["Anastas Mikoyan", "Peng Dehuai", "Mao Zedong"]
  .map((name) => `<p>In those days ${name} had a great deal to do, and those around him were not always of one mind about what it was that had to be done first, or by whom, or whether it was to be done at all before the winter came. Kim Il Sung heard of it.</p>`)
  .join("\n")}
</article>`;

async function article(file = "plain-article.html"): Promise<Page> {
  await changeSettings(backstory, {});
  const page = await backstory.openPage(file);
  await waitForPaint(page);
  return page;
}

const textOf = (shown: RealPanel) => shown.evaluate(() => document.body.innerText);
const says = (shown: RealPanel, words: string) => until(async () => (await textOf(shown)).includes(words), `the panel says “${words}”`);
const namesIn = (shown: RealPanel) => shown.evaluate(() => [...document.querySelectorAll(".member .name")].map((name) => name.textContent));
const comesAtFirstWidth = async (shown: RealPanel) => backstory.family === "firefox" && expect(await shown.evaluate(() => innerWidth), "its width").toBe(FIRST_WIDTH);
/** How many tabs have the panel in them. */
const tabsWithPanel = (shown: RealPanel) =>
  shown.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<"browser" | "chrome", { tabs: { query(filter: object): Promise<{ url?: string }[]> } } | undefined>;
    return (await (browser ?? chrome)!.tabs.query({})).filter(({ url }) => url?.includes("sidepanel.html")).length;
  });

test("beside an article it lists its cast, turns with the reader to the next tab, and says where there is no article", async () => {
  const [first, second] = [await article(), await article(LONG)];
  panel = await openRealPanel(backstory, first);
  await says(panel, "Two envoys in Pyongyang");
  await says(panel, "First Deputy Chairman");
  expect((await namesIn(panel)).slice(0, 4)).toEqual(expect.arrayContaining(["Kim Il Sung", "Anastas Mikoyan"]));
  expect(await tabsWithPanel(panel)).toBe(0);

  await second.bringToFront();
  await says(panel, "A long story");
  expect(await namesIn(panel)).toEqual(expect.arrayContaining(["Mao Zedong", "Kim Il Sung"]));
  expect(await namesIn(panel)).not.toContain("Joseph Stalin");
  const list = await backstory.openPage("<!doctype html><title>A list</title><p>Anastas Mikoyan</p>");
  await list.bringToFront();
  await says(panel, "does not look like an article");
  expect(await namesIn(panel)).toEqual([]);
  await list.close();
  await first.bringToFront();
  await says(panel, "Two envoys in Pyongyang");
  expect(await panel.thrown(began)).toEqual([]);
});

test("a step that is pressed with the mouse brings the page to the mention; “Panel” on a card shows the entry here, and opens nothing else", async () => {
  const page = await article(LONG);
  panel = await openRealPanel(backstory, page);
  // All is said that moves what stands below it.
  await says(panel, "Founder of North Korea");
  await panel.press('[aria-label="Next mention of Mao Zedong"]');
  await says(panel, "1 of 1");
  await until(async () => (await currentMentions(page))[0]?.inSight === true, "the mention is in sight");
  expect(await currentMentions(page)).toEqual([{ text: "Mao Zedong", inSight: true }]);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  await until(async () => (await panel!.evaluate(() => document.querySelector(".member.here .name")?.textContent ?? "")) !== "", "whoever is read of stands out");

  await pressPanelOn(page, "Mao Zedong");
  await until(() => panel!.evaluate(() => document.querySelector(".entry-view h2")?.textContent?.includes("Mao Zedong") === true), "the entry is open in the panel");
  expect(await tabsWithPanel(panel)).toBe(0);
  await panel.press(".back");
  await until(async () => (await namesIn(panel!)).includes("Peng Dehuai"), "the cast is back");
});

test("as wide as it first comes, and as narrow as it gets, nothing is cut off, and names can be told apart", async () => {
  panel = await openRealPanel(backstory, await article());
  await says(panel, "First Deputy Chairman");
  await comesAtFirstWidth(panel);
  for (const isFirst of [true, false]) {
    if (!isFirst) await panel.widen(NO_WIDTH);
    for (const [section, drawn] of [["cast", ".member"], ["timeline", ".line-of-time .label"], ["company", ".company-view .node"]] as const) {
      await panel.press(`#tab-${section}`);
      await until(() => panel!.evaluate((selector) => document.querySelector(selector) !== null, drawn), `${section} is drawn`);
      await until(() => panel!.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `nothing of ${section} is cut off`);
    }
    const cut = () => panel!.evaluate(() => [...document.querySelectorAll<HTMLElement>(".company-view .node span")].filter((span) => span.scrollWidth > span.clientWidth).map((span) => span.textContent));
    await until(async () => (await cut()).length === 0, "all names can be read in full");
    const tops = await panel.evaluate(() => [...document.querySelectorAll("[role=tab]")].map((tab) => Math.round(tab.getBoundingClientRect().top)));
    if (isFirst) expect(new Set(tops).size, "rows of sections").toBe(1);
  }
  await panel.press("#tab-cast");
});

test("after it was closed the page reads on, nothing is thrown, and it opens again", async () => {
  const page = await article();
  panel = await openRealPanel(backstory, page);
  await says(panel, "Two envoys in Pyongyang");
  await panel.close();
  panel = undefined;
  await page.reload();
  await waitForPaint(page);
  expect(backstory.errors(page)).toEqual([]);
  panel = await openRealPanel(backstory, page);
  await says(panel, "Two envoys in Pyongyang");
  await comesAtFirstWidth(panel);
  expect(await panel.thrown(began)).toEqual([]);
});

if (backstory.family === "firefox") test("the key that the reader has given it opens the sidebar and closes it", async () => {
  const page = await article();
  const settings = await backstory.extensionPage("options.html");
  await settings.evaluate('browser.commands.update({ name: "_execute_sidebar_action", shortcut: "Alt+Shift+P" })');
  await settings.close();
  await page.bringToFront();
  for (const isOpen of [true, false]) {
    await pressAltShift(backstory.driven, "P");
    await until(async () => (await isSidebarOpen(backstory.driven)) === isOpen, isOpen ? "it opens" : "it closes");
  }
});
