/** What readers do while the side panel is open: it follows them, and nothing in it moves that need not. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { viewerAddress } from "../../src/highlights/viewer-address";
import { makePdf, setLines } from "../../src/viewer/testing";
import { changeSettings, launch, openedPanel, panelBeside, pressInPanel, pressPanelOn, until, waitForPaint } from "./harness";

const backstory = await launch();

const filler = "Nobody who was there wrote down at the time what had been said, and what was told of it later by those who had heard of it differs in almost everything, the weather included. ".repeat(4);

/** An article of which one person is the hero. */
const about = (name: string, paragraphs = 3): string =>
  `<!doctype html><html lang="en"><title>The days of ${name}</title><style>p { margin: 0 auto 30vh; max-width: 36em; line-height: 2 }</style><article>
<h1>The days of ${name}</h1>${`<p>In those days ${name} had a great deal to do. ${filler}</p>`.repeat(paragraphs)}</article>`;

const HEROES = ["Anastas Mikoyan", "Peng Dehuai", "Mao Zedong", "Nikita Khrushchev", "Kim Il Sung"];

async function article(name: string, paragraphs?: number): Promise<Page> {
  const page = await backstory.openPage(about(name, paragraphs));
  await waitForPaint(page);
  return page;
}

const titleOf = (panel: Page) => panel.evaluate(() => document.querySelector(".page-title")?.textContent ?? "");
const isAbout = (panel: Page, name: string) =>
  until(async () => (await titleOf(panel)) === `The days of ${name}` && (await panel.evaluate(() => document.querySelector(".member .name")?.textContent)) === name, `the panel tells of ${name}`);

/** From now on keeps what the panel shows at each change, and what has changed. @returns takes what was kept */
async function record(panel: Page): Promise<() => Promise<{ shown: string; changed: string }[]>> {
  await panel.evaluate(() => {
    const seen: { shown: string; changed: string }[] = [];
    const text = (selector: string) => document.querySelector(selector)?.textContent ?? "–";
    Object.assign(globalThis, { seen });
    new MutationObserver((changes) => {
      // Preact writes an empty text anew whenever it draws: nobody sees that.
      const real = changes.filter(({ type, target }) => type !== "characterData" || target.textContent !== "");
      const changed = real.map(({ type, target, attributeName }) => `${type} ${attributeName ?? ""} of ${target.nodeName} ${(target as Element).className ?? target.textContent} in ${target.parentElement?.className}`);
      if (real.length > 0) seen.push({ shown: `${text(".page-title")}: ${text(".member .name")}`, changed: changed.join("; ") });
    }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  });
  return () => panel.evaluate(() => (globalThis as unknown as { seen: { shown: string; changed: string }[] }).seen.splice(0));
}

/** Two frames of a page: what it has to say by then has been said. */
const frames = (page: Page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

test("of five tabs that are turned to one after another it shows the last, and never one page's names under another's title", async () => {
  await changeSettings(backstory, {});
  const pages: Page[] = [];
  for (const name of HEROES) pages.push(await article(name));
  const panel = await panelBeside(backstory, pages[0]!);
  await isAbout(panel, HEROES[0]!);
  const seen = await record(panel);
  for (const page of [...pages, ...pages.toReversed(), pages[2]!]) await page.bringToFront();
  await isAbout(panel, HEROES[2]!);
  const whole = HEROES.map((name) => `The days of ${name}: ${name}`);
  // A machine that is busy may not answer in time: then it is said that the page is being looked at.
  expect((await seen()).filter(({ shown }) => shown !== "–: –" && !whole.includes(shown))).toEqual([]);
});

test("when the tab that it follows is closed, it turns to the one that was looked at before", async () => {
  await changeSettings(backstory, {});
  const [first, second] = [await article(HEROES[0]!), await article(HEROES[1]!)];
  const panel = await panelBeside(backstory, first);
  await second.bringToFront();
  await isAbout(panel, HEROES[1]!);
  await second.close();
  await isAbout(panel, HEROES[0]!);
});

test("while one scrolls within a paragraph nothing in the panel changes, and the timeline does not for other paragraphs either", async () => {
  await changeSettings(backstory, {});
  const page = await article(HEROES[0]!, 6);
  const panel = await panelBeside(backstory, page);
  await isAbout(panel, HEROES[0]!);
  await page.evaluate(() => {
    const { top } = document.querySelectorAll("p")[1]!.getBoundingClientRect();
    scrollBy(0, top - innerHeight / 3 + 10);
  });
  await until(async () => (await panel.$(".member.here")) !== null, "it stands out who is read of");
  await frames(page);
  const seen = await record(panel);
  for (let step = 0; step < 20; step++) {
    await page.evaluate(() => scrollBy(0, 5));
    await frames(page);
  }
  expect(await seen()).toEqual([]);

  await pressInPanel(panel, "#tab-timeline");
  await until(async () => (await panel.$(".timeline-view")) !== null && (await seen()).length === 0, "the timeline is there, and at rest");
  for (let step = 0; step < 12; step++) {
    await page.evaluate(() => scrollBy(0, innerHeight / 2));
    await frames(page);
  }
  const moved = await seen();
  // The section that is shown is kept for the next panel.
  await pressInPanel(panel, "#tab-cast");
  expect(moved).toEqual([]);
});

test("each window has a panel of its own, which does not mind what is done in another", async () => {
  await changeSettings(backstory, {});
  // Both in the first window: browsers open new tabs in the one that was opened last.
  const [first, third] = [await article(HEROES[0]!), await article(HEROES[2]!)];
  const panel = await panelBeside(backstory, first);
  await isAbout(panel, HEROES[0]!);
  const address = backstory.site.add(about(HEROES[1]!));
  // A second window with a page, and with its panel as a tab behind that.
  await panel.evaluate(
    `(async (api, url) => {
      const { id } = await api.windows.create({ url });
      await api.tabs.create({ windowId: id, url: "sidepanel.html", active: false });
    })(globalThis.browser ?? chrome, ${JSON.stringify(address)})`,
  );
  let other: Page | undefined;
  await until(async () => {
    for (const page of await backstory.driven.browser.pages(true)) {
      const where = await page.evaluate(() => location.href).catch(() => "");
      if (page !== panel && where === (await panel.evaluate(() => location.href))) other = page;
    }
    return other !== undefined && (await titleOf(other)) === `The days of ${HEROES[1]}`;
  }, "the other window's panel tells of that window's page");
  expect(await titleOf(panel)).toBe(`The days of ${HEROES[0]}`);
  await third.bringToFront();
  await isAbout(panel, HEROES[2]!);
  expect(await titleOf(other!)).toBe(`The days of ${HEROES[1]}`);
  await panel.evaluate(
    `(async ({ windows }) => {
      const own = await windows.getCurrent();
      for (const { id } of await windows.getAll()) if (id !== own.id) await windows.remove(id);
    })(globalThis.browser ?? chrome)`,
  );
});

test("a page that is read only when asked says so until it is asked, and one where Backstory keeps quiet says that", async () => {
  await changeSettings(backstory, { run: "asked" });
  const page = await backstory.openPage(about(HEROES[0]!));
  const panel = await panelBeside(backstory, page);
  await panel.waitForSelector("#root button.button");
  await pressInPanel(panel, "#root button.button");
  await isAbout(panel, HEROES[0]!);
  await changeSettings(backstory, { offSites: ["localhost", "127.0.0.1"] });
  await page.bringToFront();
  await until(async () => (await panel.evaluate(() => document.body.innerText)).includes("Switched off on this page"), "that it is off here");
  expect(await panel.$(".member")).toBeNull();
});

test("a PDF in the viewer is followed as articles are", async () => {
  await changeSettings(backstory, {});
  const lines = ["In September 1956 two envoys came to the city, Anastas Mikoyan", "for Moscow and Peng Dehuai for Beijing, to restrain Kim Il Sung,", "and were promised that the decisions would be taken back."];
  const content = { title: "What the minutes say", lang: "en", pages: [setLines(lines, { x: 60, y: 110 }), setLines(["Nothing of it was done, and Nikita Khrushchev said so."], { x: 60, y: 70 })] };
  const file = backstory.site.add(makePdf(content), { "content-type": "application/pdf" }, "/papers/minutes.pdf");
  const page = await backstory.extensionPage(viewerAddress({ file }));
  await page.waitForSelector('#pages[aria-busy="false"]', { timeout: 60_000 });
  const panel = await panelBeside(backstory, page);
  const next = '[aria-label="Next mention of Nikita Khrushchev"]';
  await panel.waitForSelector(next);
  expect(await titleOf(panel)).toBe("What the minutes say");
  await pressInPanel(panel, next);
  await until(async () => (await panel.$$eval(".member.here .name", (names) => names.map((each) => each.textContent))).includes("Nikita Khrushchev"), "he is being read of");
});

test("“Panel” on cards opens one panel, however often and on whichever pages it is pressed, and that shows what was pressed last", async () => {
  await changeSettings(backstory, {});
  const [first, second] = [await article(HEROES[0]!), await article(HEROES[1]!)];
  let panel: Page | undefined;
  for (const [page, name] of [[first, HEROES[0]!], [second, HEROES[1]!], [second, HEROES[1]!], [first, HEROES[0]!]] as const) {
    await pressPanelOn(page, name, { nth: 1 });
    panel ??= await openedPanel(backstory);
    await until(async () => (await panel!.evaluate(() => document.querySelector(".entry-view h2")?.textContent ?? "")).includes(name), `${name} is open in the panel`);
    // Chromium calls the real panel hidden where nothing is drawn on a screen.
    if (backstory.family === "firefox") await until(async () => (await panel!.evaluate(() => document.visibilityState)) === "visible", "the panel is in front");
    const panels: string = await panel.evaluate(
      `(async (api) => (await api.tabs.query({})).filter(({ url }) => url?.includes("sidepanel.html")).length)(globalThis.browser ?? chrome)`,
    ) as string;
    // Chromium's is no tab.
    expect(panels).toBe(backstory.family === "firefox" ? 1 : 0);
  }
  // Back from the entry, it is the page that the button was pressed on last.
  await panel!.evaluate(() => document.querySelector<HTMLElement>(".back")!.click());
  await isAbout(panel!, HEROES[0]!);
  if (backstory.family === "firefox") {
    await first.close();
    await until(async () => (await panel!.evaluate(() => document.body.innerText)).includes(HEROES[1]!), "it turns to the other page when that is closed");
  }
  await panel!.close();
});
