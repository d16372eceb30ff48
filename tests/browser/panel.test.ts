/** The side panel follows the page beside it. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import {
  accessibilityViolations,
  changeSettings,
  currentMentions,
  emulateMedia,
  launch,
  openedPanel,
  panelBeside,
  panelTabs,
  pause,
  pressInPanel,
  pressPanelOn,
  readAloud,
  until,
  waitForPaint,
} from "./harness";

const backstory = await launch();

const textOf = (page: Page) => page.evaluate(() => document.body.innerText);
const says = (page: Page, words: string | RegExp) =>
  until(async () => (typeof words === "string" ? (await textOf(page)).includes(words) : words.test(await textOf(page))), `the panel says “${words}”`);
const namesIn = (panel: Page) => panel.$$eval(".member .name", (names) => names.map((name) => name.textContent));

async function article(file = "plain-article.html"): Promise<Page> {
  await changeSettings(backstory, {});
  const page = await backstory.openPage(file);
  await waitForPaint(page);
  return page;
}

/** Paragraphs a screen apart, each of which names somebody else. */
const LONG = `<!doctype html><html lang="en"><title>A long story</title><style>p { margin: 0 auto 90vh; max-width: 36em }</style><article>
<h1>A long story of the year 1956</h1>
${["Anastas Mikoyan", "Peng Dehuai", "Mao Zedong", "Nikita Khrushchev"]
  .map((name) => `<p>In those days ${name} had a great deal to do, and those around him were not always of one mind about what it was that had to be done first, or by whom, or whether it was to be done at all before the winter came. Kim Il Sung heard of it.</p>`)
  .join("\n")}
</article>`;

test("the cast of a page is listed by weight, with who they are, what they were then, and what became of them", async () => {
  const page = await article();
  const panel = await panelBeside(backstory, page);
  await says(panel, "Anastas Mikoyan");
  const names = await namesIn(panel);
  expect(names.slice(0, 4)).toContain("Kim Il Sung");
  expect(names.slice(0, 4)).toContain("Anastas Mikoyan");
  expect(names.indexOf("Joseph Stalin")).toBeGreaterThan(names.indexOf("Kim Il Sung"));
  const text = await textOf(panel);
  expect(text).toContain("김일성");
  expect(text).toMatch(/Then\s+Premier of North Korea, 1948–1972, died 1994/);
  expect(text).toMatch(/Mentions: \d/);
  expect(await accessibilityViolations(panel)).toEqual([]);
});

test("mentions are stepped through, from where the reader is, and each is brought into sight", async () => {
  const page = await article(LONG);
  const panel = await panelBeside(backstory, page);
  await says(panel, "Kim Il Sung");
  const next = '[aria-label="Next mention of Kim Il Sung"]';
  await pressInPanel(panel, next);
  await says(panel, "1 of 4");
  expect(await currentMentions(page)).toEqual([{ text: "Kim Il Sung", inSight: true }]);
  await pressInPanel(panel, next);
  await pressInPanel(panel, next);
  await says(panel, "3 of 4");
  expect(await currentMentions(page)).toEqual([{ text: "Kim Il Sung", inSight: true }]);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  await pressInPanel(panel, '[aria-label="Previous mention of Mao Zedong"]');
  await says(panel, "1 of 1");
  expect((await currentMentions(page))[0]!.text).toBe("Mao Zedong");
});

test("mentions in frames and shadow roots are gone to as well, and what is read there is known", async () => {
  for (const file of ["frames.html", "shadow-roots.html"]) {
    const page = await article(file);
    const panel = await panelBeside(backstory, page);
    await until(async () => (await namesIn(panel)).length > 0, `the cast of ${file}`);
    for (const name of await namesIn(panel)) {
      await pressInPanel(panel, `[aria-label="Next mention of ${name}"]`);
      await until(async () => (await panel.$$eval(".member.here .name", (names) => names.map((each) => each.textContent))).includes(name), `${name} of ${file} is being read`);
    }
  }
});

test("those whom the reader knows go quiet, as soon as they do", async () => {
  const panel = await panelBeside(backstory, await article());
  await says(panel, "Founder of North Korea");
  const know = (refs: string[]) => panel.evaluate(`(globalThis.browser ?? chrome).storage.local.set({ knownEntries: ${JSON.stringify(refs)} })`);
  await know(["korea-china/kim-il-sung"]);
  await until(async () => !(await textOf(panel)).includes("Founder of North Korea"), "less is said of whom one knows");
  expect(await panel.$$eval(".member.known .name", (names) => names.map((name) => name.textContent))).toEqual(["Kim Il Sung"]);
  await know([]);
  await says(panel, "Founder of North Korea");
});

test("whoever the paragraph names that is being read stands out, as one scrolls", async () => {
  const page = await article(LONG);
  const panel = await panelBeside(backstory, page);
  const here = () => panel.$$eval(".member.here .name", (names) => names.map((name) => name.textContent));
  for (const [at, name] of ["Anastas Mikoyan", "Peng Dehuai", "Mao Zedong"].entries()) {
    await page.evaluate((number) => {
      const { top } = document.querySelectorAll("p")[number]!.getBoundingClientRect();
      scrollBy(0, top - innerHeight / 3 + 20);
    }, at);
    await until(async () => (await here()).includes(name), `${name} stands out`);
    expect((await here()).toSorted()).toEqual(["Kim Il Sung", name].toSorted());
  }
});

test("it follows from one tab to another without being blank in between, and keeps how far each was scrolled", async () => {
  const first = await article();
  const second = await article(LONG);
  const panel = await panelBeside(backstory, first);
  await says(panel, "Two envoys in Pyongyang");
  await panel.evaluate(() => {
    const seen: boolean[] = [];
    // A machine that is busy may not answer in time: then that is said, and nothing is ever blank.
    const isSomething = () => document.querySelector(".member") !== null || document.body.innerText.includes("Looking at the page");
    Object.assign(globalThis, { seen });
    new MutationObserver(() => seen.push(isSomething())).observe(document.body, { childList: true, subtree: true, characterData: true });
    scrollTo(0, 200);
  });
  await pause(100);
  await second.bringToFront();
  await says(panel, "A long story");
  expect(await panel.evaluate(() => scrollY)).toBe(0);
  await first.bringToFront();
  await says(panel, "Two envoys in Pyongyang");
  expect(await panel.evaluate(() => scrollY)).toBe(200);
  expect(await panel.evaluate(() => (globalThis as unknown as { seen: boolean[] }).seen)).not.toContain(false);
});

test("it follows when the page leads to another, is loaded anew, or changes its text and address by itself", async () => {
  const page = await article("spa/envoys");
  const panel = await panelBeside(backstory, page);
  await says(panel, "Anastas Mikoyan");
  await page.evaluate(() => document.querySelector<HTMLElement>('a[href="/spa/war"]')!.click());
  await until(async () => (await namesIn(panel)).includes("Korean War") && !(await namesIn(panel)).includes("Anastas Mikoyan"), "the story of the war");
  await page.goto(`${backstory.site.origin}/plain-article.html`);
  await says(panel, "Two envoys in Pyongyang");
  await page.reload();
  await pause(500);
  await backstory.stopBackground();
  await page.goto(`${backstory.site.origin}/spa/war`);
  await until(async () => !(await namesIn(panel)).includes("Anastas Mikoyan") && (await namesIn(panel)).includes("Korean War"), "the story of the war again");
});

test("pages without a story say why, and one that is not read by itself is read when that is wanted", async () => {
  await changeSettings(backstory, {});
  const page = await backstory.openPage("<!doctype html><title>A list</title><p>Anastas Mikoyan</p>");
  const panel = await panelBeside(backstory, page);
  await says(panel, "does not look like an article");
  await pressInPanel(panel, "button.button");
  await says(panel, "Mentions: 1");
  await page.goto("about:blank");
  await says(panel, "keeps extensions out");
  await page.goto(`${backstory.site.origin}/plain-article.html`);
  await says(panel, "Two envoys in Pyongyang");
});

test("an entry opens in the panel, and its way back leads to where one was", async () => {
  const page = await article();
  const panel = await panelBeside(backstory, page);
  await says(panel, "Anastas Mikoyan");
  await panel.evaluate(() => scrollTo(0, 150));
  await pause(100);
  await pressInPanel(panel, ".member .who");
  await panel.waitForSelector(".entry-view blockquote");
  expect(await accessibilityViolations(panel)).toEqual([]);
  await pressInPanel(panel, ".back");
  await panel.waitForSelector(".member");
  expect(await panel.evaluate(() => scrollY)).toBe(150);
});

test("a screen reader is told the sections, who is there, and where the buttons lead", async () => {
  const envoy = `<!doctype html><html lang="en"><meta property="og:type" content="article"><title>The envoy</title><article><h1>The envoy</h1>
    <p>In July 1956 Anastas Mikoyan had been in Budapest, where he told Mátyás Rákosi that his time was over, and in September 1956 he was sent out once more.</p></article>`;
  const panel = await panelBeside(backstory, await article(envoy));
  await says(panel, "First Deputy Chairman");
  await panel.bringToFront();
  const nodes = await readAloud(backstory, panel, (all) => all.some(({ name }) => name === "Next mention of Anastas Mikoyan"));
  const named = (role: string) => nodes.filter((node) => node.role === role).map(({ name }) => name);
  expect(named("tab")).toEqual(["Cast", "Timeline", "Company", "Echoes"]);
  const buttons = named("button");
  expect(buttons).toContain("Next mention of Anastas Mikoyan");
  expect(buttons.find((name) => name.startsWith("Anastas Mikoyan"))).toMatch(/^Anastas Mikoyan Анастас Микоян .*Then First Deputy Chairman/);
  // One of whom no other name is told: words that stand apart are read apart.
  expect(buttons.find((name) => name.startsWith("Mátyás Rákosi"))).toMatch(/^Mátyás Rákosi 1892–1971 /);
  // Emblems say nothing that is not said in words.
  expect(nodes.filter(({ name }) => name === "AM")).toEqual([]);
});

test("the sections stand in one row, or in two even ones where there is no room, with text of any size", async () => {
  const panel = await panelBeside(backstory, await article());
  await says(panel, "Anastas Mikoyan");
  for (const width of [320, 400]) expect(await panelTabs(panel, width, 1), `${width} px`).toEqual({ rows: [4], cut: [] });
  for (const width of [320, 400]) expect(await panelTabs(panel, width, 2), `${width} px, 200 %`).toEqual({ rows: [2, 2], cut: [] });
  expect((await panelTabs(panel, 280, 2)).cut).toEqual([]);
});

test("in the system's own colours one sees which section is shown", async () => {
  const panel = await panelBeside(backstory, await article());
  await says(panel, "Anastas Mikoyan");
  await panel.bringToFront();
  const undo = await emulateMedia(backstory, panel, { forcedColors: true });
  const lines = await panel.$$eval("[role=tab]", (tabs) => tabs.map((tab) => getComputedStyle(tab).borderBlockEndColor));
  const ground = await panel.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(lines.map((line) => line !== ground)).toEqual([true, false, false, false]);
  await undo();
});

test("a count is said to whoever steps, and not to others when the page goes on being read", async () => {
  const panel = await panelBeside(backstory, await article());
  await says(panel, "Anastas Mikoyan");
  await panel.bringToFront();
  const live = () => panel.$$eval(".steps .count", (counts) => counts.filter((each) => each.getAttribute("aria-live") === "polite").map((each) => each.closest(".member")!.querySelector(".name")!.textContent));
  expect(await live()).toEqual([]);
  await panel.focus('[aria-label="Next mention of Kim Il Sung"]');
  await until(async () => (await live()).join() === "Kim Il Sung", "what comes of stepping through Kim's mentions is said");
});

test("the keyboard goes through the sections, and comes back from an entry to whom it was opened of", async () => {
  const panel = await panelBeside(backstory, await article());
  await says(panel, "Anastas Mikoyan");
  await panel.bringToFront();
  await panel.focus("#tab-cast");
  const selected = () => panel.$eval("[role=tab][aria-selected=true]", (tab) => (document.activeElement === tab ? tab.textContent : "another"));
  for (const name of ["Timeline", "Company", "Echoes", "Cast"]) {
    await panel.keyboard.press("ArrowRight");
    expect(await selected()).toBe(name);
  }
  await panel.keyboard.press("Tab");
  const focused = () => panel.evaluate(() => document.activeElement?.getAttribute("data-entry") ?? document.activeElement?.className ?? "");
  const entry = await focused();
  expect(entry).toMatch(/^korea-china\//);
  await panel.keyboard.press("Enter");
  await panel.waitForSelector(".entry-view");
  await panel.keyboard.press("Escape");
  await until(async () => (await focused()) === entry, "the keyboard is where it was");
});

test("an entry that is wanted from a page is shown in the panel of its window, which opens", async () => {
  const page = await backstory.extensionPage("welcome.html");
  const message = JSON.stringify({ backstory: "page:open-panel", request: { ref: "korea-china/kim-il-sung" } });
  await page.evaluate(`void (globalThis.browser ?? chrome).runtime.sendMessage(${message})`);
  if (backstory.family === "chromium") {
    // The panel itself, which opens for what the reader does alone: as a button of ours does.
    const session = await page.createCDPSession();
    const expression = "chrome.tabs.getCurrent().then(({ id }) => chrome.sidePanel.open({ tabId: id }))";
    await session.send("Runtime.evaluate", { expression, userGesture: true, awaitPromise: true });
    await session.detach();
  }
  const panel = await openedPanel(backstory);
  await panel.waitForSelector(".entry-view");
  expect(await panel.$eval(".entry-view h2", (heading) => heading.textContent)).toContain("Kim Il Sung");
  await panel.close();
});

test("“Panel” on a card, pressed with the mouse, opens the panel with that entry in it", async () => {
  await pressPanelOn(await article(), "Mikoyan");
  const panel = await openedPanel(backstory);
  await until(async () => /Anastas Mikoyan/.test(await panel.evaluate(() => document.querySelector("h2")?.textContent ?? "")), "the entry is open");
  await panel.close();
});
