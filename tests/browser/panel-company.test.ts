/** Who stands with whom, in the side panel. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { accessibilityViolations, changeSettings, launch, misplaced, panelInFront, until, waitForPaint } from "./harness";

const backstory = await launch();

async function open(html = "plain-article.html"): Promise<Page> {
  await changeSettings(backstory, {});
  const page = await backstory.openPage(html);
  await waitForPaint(page);
  return panelInFront(backstory, page, "company");
}

/** Opens the drawing of the article about the two envoys. */
async function drawing(): Promise<Page> {
  const panel = await open();
  await panel.waitForSelector(".company-view .node");
  return panel;
}

const node = (name: string) => `.company-view .node:has([title="${name}"])`;
const pairs = (panel: Page) => panel.$$eval(".in-words h2", (found) => found.map((each) => (each as HTMLElement).innerText.replace(/\s+/g, " ")));
const focused = (panel: Page) => panel.evaluate(() => document.activeElement?.querySelector("[title]")?.getAttribute("title") ?? "");

test("those on the page are drawn by their names, none over another, with lines between those who have to do with each other", async () => {
  const panel = await drawing();
  const names = await panel.$$eval(".company-view .node [title]", (nodes) => nodes.map((each) => each.getAttribute("title")));
  expect(names).toEqual(expect.arrayContaining(["Kim Il Sung", "Anastas Mikoyan", "Peng Dehuai", "Mao Zedong"]));
  expect(await panel.$$eval(".company-view .bond", (lines) => lines.length)).toBeGreaterThanOrEqual(names.length - 1);
  expect(await misplaced(panel, ".company-view .node")).toEqual([]);
  expect(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(await accessibilityViolations(panel)).toEqual([]);
  await panel.setViewport({ width: 800, height: 900 });
  await until(async () => (await misplaced(panel, ".company-view .node")).length === 0, "none over another in a wide panel");
});

test("a name that is pressed says in words what joins it to others, with sources, and opens", async () => {
  const panel = await drawing();
  await panel.click(node("Peng Dehuai"));
  await panel.waitForSelector(".in-words");
  expect(await pairs(panel)).toContain("Peng Dehuai and Anastas Mikoyan");
  const words = await panel.$$eval(".in-words", (found) => found.map((each) => (each as HTMLElement).innerText).find((text) => text.includes("Mikoyan")));
  expect(words).toMatch(/September (?:\d+, )?1956/);
  expect(words).toContain("Pyongyang");
  await panel.focus(".in-words .note button");
  expect(await panel.$eval(".in-words .source", (source) => getComputedStyle(source).display)).toBe("block");
  await panel.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished)));
  expect(await accessibilityViolations(panel)).toEqual([]);
  // Whoever has nothing to do with them steps back.
  expect(await panel.$eval(node("Peng Dehuai"), (each) => each.getAttribute("aria-pressed"))).toBe("true");

  await panel.evaluate(() => [...document.querySelectorAll("button")].find((each) => each.textContent === "Open Peng Dehuai")!.click());
  await panel.waitForSelector(".entry-view h2");
  expect(await panel.$eval(".entry-view h2", (heading) => heading.textContent)).toContain("Peng Dehuai");
});

test("a name says to whom it is joined; the weightiest comes first, and arrow keys go to neighbours", async () => {
  const panel = await drawing();
  const spoken = await panel.$eval(node("Anastas Mikoyan"), (each) => each.getAttribute("aria-label"));
  expect(spoken).toMatch(/^Anastas Mikoyan\. Joined to: .*Peng Dehuai/);
  const all = await panel.$$eval(".company-view .node [title]", (nodes) => nodes.map((each) => each.getAttribute("title")!));
  await panel.focus(".company-view .node");
  for (const name of all.slice(1)) {
    await panel.keyboard.press("Tab");
    expect(await focused(panel)).toBe(name);
  }
  const middleOf = (name: string) =>
    panel.$eval(node(name), (each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    });
  for (const [key, axis, sign] of [["ArrowLeft", "x", -1], ["ArrowRight", "x", 1], ["ArrowUp", "y", -1], ["ArrowDown", "y", 1]] as const) {
    await panel.focus(".company-view .node");
    const from = await middleOf(all[0]!);
    await panel.keyboard.press(key);
    const to = await middleOf(await focused(panel));
    expect((to[axis] - from[axis]) * sign, key).toBeGreaterThanOrEqual(0);
  }
  expect(await focused(panel)).not.toBe(all[0]);
});

test("the list says of every line what it stands for", async () => {
  const panel = await drawing();
  const lines = await panel.$$eval(".company-view .bond", (found) => found.length);
  await panel.click(".as-list button");
  await panel.waitForSelector(".in-words");
  expect(await pairs(panel)).toHaveLength(lines);
  const empty = await panel.$$eval(".in-words li", (items) => items.filter((item) => !(item as HTMLElement).innerText.trim()).length);
  expect(empty).toBe(0);
  expect(await accessibilityViolations(panel)).toEqual([]);
});

test("where nothing joins those on the page, that is said", async () => {
  const words = "Nothing is known that would join him to anybody else in this story, and nobody who was asked about it remembered ever to have heard of such a thing. ".repeat(5);
  const panel = await open(`<!doctype html><html lang="en"><title>Alone</title><article><h1>Alone</h1><p>Peng Dehuai was a marshal. ${words}</p><p>${words}</p></article></html>`);
  await until(async () => (await panel.evaluate(() => document.body.innerText)).includes("The packs know of nothing that joins those on this page."), "that nothing joins them");
});
