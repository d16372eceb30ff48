/** How names are marked and cards open is the reader's to say: on every site, on one of them, and in tabs that are open already. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import type { Settings } from "../../src/settings/settings";
import {
  changeSettings,
  emulateMedia,
  hoverText,
  keepSelected,
  launch,
  locateText,
  lookOfCard,
  mentions,
  paintedPassages,
  pause,
  readCard,
  remoteOf,
  type Remote,
  selectText,
  until,
  waitForCard,
  waitForNoCard,
  waitForPaint,
} from "./harness";

const backstory = await launch();

const SENTENCE = "In September 1956 Anastas Mikoyan was in Beijing, and Kim Il Sung in Pyongyang expected him without pleasure. ";
const PAGE = `<!doctype html><html lang="en"><meta property="og:type" content="article"><h1>An envoy</h1>
  ${`<h2>One of his days</h2><p>${SENTENCE.repeat(2)}</p>`.repeat(3)}<p id="end">Nothing more is known.</p>`;
const HOST = "127.0.0.1";

/** Opens an article as the reader has set things by then. */
async function open(settings: Partial<Settings> = {}, html = PAGE): Promise<Page> {
  await changeSettings(backstory, settings);
  const page = await backstory.openPage(html);
  await page.bringToFront();
  return page;
}

/** Changes what is set while the page is open. */
async function change(page: Page, settings: Partial<Settings>): Promise<void> {
  await changeSettings(backstory, settings);
  await page.bringToFront();
}

const painted = async (page: Page) => (await mentions(page)).map(({ text }) => text);
const paints = (page: Page, count: number) => until(async () => (await mentions(page)).length === count, `${count} names are marked`);

interface Status {
  state: string;
  cast: { ref: string; name: string; count: number }[];
}
const statusOf = async (remote: Remote) => ((await remote.toPage({ backstory: "tab:status", request: {} })) as { answer: Status }).answer;
/** Before the page has heard what applies there, nobody answers. */
const becomes = (remote: Remote, state: string) =>
  until(async () => (await statusOf(remote).catch(() => undefined))?.state === state, `the page is ${state}`);

/** A picture of the first element that fits, as the reader sees it. */
async function picture(page: Page, selector = "p"): Promise<string> {
  await page.mouse.move(2, 2);
  // The frame in which the marks are drawn.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const element = await page.$(selector);
  return Buffer.from(await element!.screenshot()).toString("base64");
}

const STYLES = ["dotted", "line", "tint", "none"] as const;

test("each style looks different, none looks like the page alone, and a change is seen without loading anew", async () => {
  const page = await open({ on: false });
  const alone = await picture(page);
  const pictures: string[] = [];
  for (const style of STYLES) {
    await change(page, { style });
    await until(async () => ((await picture(page)) === alone) === (style === "none"), `names look ${style}`);
    pictures.push(await picture(page));
  }
  expect(new Set(pictures).size).toBe(STYLES.length);

  // Without a mark the name is still one.
  await hoverText(page, "Anastas Mikoyan");
  expect((await waitForCard(page)).heading).toContain("Mikoyan");
  await page.keyboard.press("Escape");
  await waitForNoCard(page);

  // What is painted later has the style of now, and what was painted then is painted once.
  await change(page, { style: "line" });
  await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), `<p>${SENTENCE}</p>`);
  await paints(page, 4 * 7);
  expect(await picture(page)).toBe(pictures[1]);
});

test("in shadow roots and frames marks have the style too", async () => {
  // A line below the last letters lies outside of a box that is drawn closely around them.
  const parts = `<div style="padding:1em"><template shadowrootmode="open"><p>${SENTENCE}</p></template></div><iframe srcdoc="<p>${SENTENCE}</p>" width="600" height="200"></iframe>`;
  const page = await open({ style: "none" }, `${PAGE}${parts}`);
  const picturesOf = async () => [await picture(page, "div"), await picture(page, "iframe")];
  await becomes(await remoteOf(backstory, page), "on");
  const alone = await picturesOf();
  for (const style of ["tint", "dotted"] as const) {
    await change(page, { style });
    await until(async () => (await picturesOf()).every((each, at) => each !== alone[at]), `both look ${style}`);
  }
});

test("with forced colours a tint is seen as well, and no mark is none", async () => {
  const page = await open({ on: false });
  const undo = await emulateMedia(backstory, page, { forcedColors: true });
  try {
    const alone = await picture(page);
    await change(page, { style: "tint" });
    await until(async () => (await picture(page)) !== alone, "a mark is seen");
    await change(page, { style: "none" });
    await until(async () => (await picture(page)) === alone, "no mark is seen");
  } finally {
    await undo();
  }
});

test("every mention, the first in each section, the first on the page; and what is set for one site holds there alone", async () => {
  const page = await open();
  const all = await waitForPaint(page, { atLeast: 3 * 8 });
  await change(page, { density: "section" });
  await paints(page, 3 * 4);
  await change(page, { density: "page" });
  await paints(page, 4);
  await change(page, { density: "page", perSite: [{ site: "example.org", density: "all" }, { site: HOST, density: "section" }] });
  await paints(page, 3 * 4);
  await change(page, { perSite: [{ site: HOST, hiddenKinds: ["person"] }] });
  await until(async () => (await mentions(page)).every(({ kind }) => kind !== "person"), "no people are marked");
  await change(page, { perSite: [{ site: "example.org", density: "page", hiddenKinds: ["person"] }] });
  await paints(page, all.length);
});

test("where the reader wants to hold a key, the pointer alone opens nothing and loads nothing, and with the key it does", async () => {
  for (const modifier of ["shift", "ctrl"] as const) {
    const key = modifier === "shift" ? "Shift" : "Control";
    const page = await open({ modifier });
    await waitForPaint(page);
    const remote = await remoteOf(backstory, page);
    await remote.heard();
    const spot = await hoverText(page, "Anastas Mikoyan");
    await page.mouse.click(spot.x, spot.y);
    await pause(1_000);
    expect(await readCard(page)).toBeNull();
    expect(await remote.heard()).not.toContain("page:load-card");

    // The pointer rests there already.
    await page.keyboard.down(key);
    await waitForCard(page, (card) => card.heading.includes("Mikoyan"));
    await page.keyboard.up(key);
    await pause(600);
    expect(await readCard(page)).not.toBeNull();
    await page.keyboard.press("Escape");
    await waitForNoCard(page);

    // With the card's code there, it is the same.
    await hoverText(page, "Kim Il Sung");
    await pause(1_000);
    expect(await readCard(page)).toBeNull();
    await page.keyboard.down(key);
    await hoverText(page, "Pyongyang");
    await waitForCard(page, (card) => card.heading.includes("Pyongyang"));
    await page.keyboard.up(key);
    await page.keyboard.press("Escape");
    await waitForNoCard(page);

    // Open tabs follow.
    await change(page, {});
    await until(async () => {
      await hoverText(page, "Kim Il Sung");
      await pause(600);
      return (await readCard(page)) !== null;
    }, "resting is enough again");
    expect(backstory.errors(page)).toEqual([]);
    await page.close();
  }
});

test("a card waits for as long as the reader says", async () => {
  const page = await open({ dwell: 60_000 });
  await waitForPaint(page);
  await hoverText(page, "Anastas Mikoyan");
  await expect(waitForCard(page, () => true, 2_000)).rejects.toThrow("No card is open");
  await change(page, { dwell: 100 });
  await until(async () => {
    await hoverText(page, "Kim Il Sung");
    await pause(400);
    return (await readCard(page)) !== null;
  }, "a card opens soon");
});

test("the text of cards is as large as the reader wants it, also of one that is open", async () => {
  const page = await open();
  await waitForPaint(page);
  await (async ({ x, y }) => page.mouse.click(x, y))(await locateText(page, "Anastas Mikoyan"));
  await waitForCard(page, (card) => card.quotes.length > 0);
  const size = async () => Math.max(...(await lookOfCard(page)).texts.map((each) => each.size));
  const medium = await size();
  await change(page, { textSize: "large" });
  await until(async () => (await size()) > medium, "the text is larger");
  await change(page, { textSize: "small" });
  await until(async () => (await size()) < medium, "the text is smaller");
  const { box } = await waitForCard(page);
  expect(box.x).toBeGreaterThanOrEqual(0);
});

test("who is known is quiet: not marked, no card under the pointer, left out by the keyboard, and still in the story", async () => {
  const page = await open();
  await waitForPaint(page, { atLeast: 3 * 8 });
  const remote = await remoteOf(backstory, page);
  const { ref, count } = (await statusOf(remote)).cast.find(({ name }) => name.includes("Mikoyan"))!;
  const know = (known: boolean) => remote.toBackground({ backstory: "page:know", request: { ref, known } });
  await know(true);
  await until(async () => !(await painted(page)).includes("Anastas Mikoyan"), "he is not marked");
  expect(await painted(page)).toContain("Kim Il Sung");
  await hoverText(page, "Anastas Mikoyan");
  await pause(1_000);
  expect(await readCard(page)).toBeNull();
  const current = () => page.evaluate(() => [...(CSS.highlights.get("backstory-current") ?? [])].map(({ startContainer, startOffset, endOffset }) => startContainer.textContent!.slice(startOffset, endOffset)));
  for (let step = 0; step < 6; step++) {
    expect(await remote.command("next-mention")).toBe(true);
    expect(await current()).not.toContain("Anastas Mikoyan");
  }
  expect((await statusOf(remote)).cast.find((each) => each.ref === ref)?.count).toBe(count);

  await know(false);
  await until(async () => (await painted(page)).includes("Anastas Mikoyan"), "he is marked again");
});

test("only where the reader asks: nothing is marked before, highlights are there all the same, and chosen sites are read", async () => {
  const page = await open();
  await waitForPaint(page);
  const remote = await keepSelected(backstory, page, () => selectText(page, "Nothing more"));
  await until(async () => (await paintedPassages(page)).length === 1, "it is highlighted");

  await change(page, { run: "asked" });
  await becomes(remote, "asked");
  expect(await mentions(page)).toEqual([]);
  expect((await paintedPassages(page)).map(({ text }) => text)).toEqual(["Nothing more"]);
  await page.reload();
  await until(async () => (await paintedPassages(page)).length === 1, "it is highlighted again");
  expect(await mentions(page)).toEqual([]);

  await remote.toPage({ backstory: "tab:wake", request: { on: true } });
  await waitForPaint(page);
  await page.reload();
  await becomes(remote, "asked");

  await change(page, { run: "sites", sites: ["example.org"] });
  await becomes(remote, "asked");
  await change(page, { run: "sites", sites: [HOST] });
  await waitForPaint(page);
  await change(page, { run: "sites", sites: [HOST], offSites: [HOST] });
  await becomes(remote, "off");
  await until(async () => (await paintedPassages(page)).length === 0, "nothing is highlighted");
});

test("whether a page has highlights is asked once an address, whatever sort of page it is", async () => {
  const page = await open({}, "<!doctype html><title>No article</title><p>A few words.</p>");
  const remote = await remoteOf(backstory, page);
  await becomes(remote, "not-article");
  const asked = async () => (await remote.heard()).filter((name) => name === "page:want-highlighter").length;
  await asked();
  // Late pages are looked at again until then.
  await pause(8_500);
  expect(await asked()).toBe(0);
  await page.evaluate(() => history.pushState(null, "", "?another#part"));
  await page.evaluate(() => history.replaceState(null, "", "#other-part"));
  await pause(8_500);
  expect(await asked()).toBe(1);
});
