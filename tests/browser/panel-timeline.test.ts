/** The line of time in the side panel. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { accessibilityViolations, changeSettings, emulateMedia, launch, misplaced, panelInFront, until, waitForPaint } from "./harness";

const backstory = await launch();

const filler = "Nobody who was there wrote down at the time what had been said, and what was told of it later by those who had heard of it differs in almost everything, the weather included. ".repeat(6);
const STORY = `<!doctype html><html lang="en"><head><title>Two envoys</title><meta property="article:published_time" content="2017-07-11T08:00:00Z"></head><body style="max-width: 30em; font-size: 20px"><article>
<h1>Two envoys in Pyongyang</h1>
<p>In February 1956 Nikita Khrushchev condemned Stalin, and by the summer the comrades of Kim Il Sung in Pyongyang had heard of it. The Korean War of 1950–1953 was not long over.</p>
<p>${filler}</p>
<p>Yun Kong-hum spoke against Kim Il Sung at the plenum of August 30–31, 1956, and fled to China.</p>
<p>${filler}</p><p>${filler}</p>
<p>On September 18, 1956, Mao Zedong received Anastas Mikoyan in Beijing. Mikoyan and Peng Dehuai went to Pyongyang together, and Kim Il Sung promised what they asked.</p>
<p>${filler}</p>
</article></body></html>`;

async function open(): Promise<{ page: Page; panel: Page }> {
  await changeSettings(backstory, {});
  const page = await backstory.openPage(STORY);
  await waitForPaint(page);
  const panel = await panelInFront(backstory, page, "timeline");
  await panel.waitForSelector(".line-of-time .label");
  return { page, panel };
}

const labels = (panel: Page) => panel.$$eval(".line-of-time .label", (found) => found.map((each) => each.textContent ?? ""));
const seen = (panel: Page) => panel.$eval(".line-of-time", (line) => line.getAttribute("aria-label") ?? "");
const counts = async (panel: Page) => (await panel.$eval(".controls [role=status]", (each) => each.textContent ?? "")).match(/\d+/g)!.map(Number);
const changes = (panel: Page, from: string) => until(async () => (await seen(panel)) !== from, `the line shows another time than “${from}”`);
const focusedItem = (panel: Page) => panel.evaluate(() => Number(document.activeElement?.getAttribute("data-item") ?? -1));

/** Presses the label with these words. */
async function press(panel: Page, words: string): Promise<void> {
  const handle = await panel.evaluateHandle((text) => [...document.querySelectorAll(".line-of-time .label")].find((each) => each.textContent?.includes(text)) ?? null, words);
  const element = handle.asElement();
  if (!element) throw new Error(`No label says “${words}”: ${(await labels(panel)).join(" | ")}`);
  await (element as unknown as { click(): Promise<void> }).click();
}

test("what happened to those on the page stands on a line of time, none over another, with the dates of the page below", async () => {
  const { panel } = await open();
  expect(await labels(panel)).toContain("Mikoyan–Peng mission");
  expect(await misplaced(panel, ".line-of-time .label")).toEqual([]);
  expect(await misplaced(panel, ".page-dates button")).toEqual([]);
  expect(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  const named = ["February 1956", "1950–1953", "August 30–31, 1956", "September 18, 1956"];
  expect(await panel.$$eval(".page-dates path", (marks) => marks.length)).toBe(named.length);
  const written = await panel.$$eval(".page-dates button", (dates) => dates.map((date) => date.textContent));
  expect(written.length).toBeGreaterThan(0);
  expect(named).toEqual(expect.arrayContaining(written));
  expect(await accessibilityViolations(panel)).toEqual([]);

  await panel.setViewport({ width: 800, height: 900 });
  await until(async () => (await misplaced(panel, ".line-of-time .label")).length === 0, "no label over another in a wide panel");
});

test("a label tells what happened, with its sources, opens who had part in it, and leads to where the page names its day", async () => {
  const { page, panel } = await open();
  await press(panel, "Mikoyan: Talks");
  const told = () => panel.$eval(".happening", (each) => (each as HTMLElement).innerText);
  await until(async () => (await panel.$(".happening")) !== null, "what happened");
  expect(await told()).toContain("September 18, 1956");
  expect(await told()).toMatch(/With: .*Anastas Mikoyan.*Mao Zedong/);
  await panel.focus(".happening .note button");
  expect(await panel.$eval(".happening .source", (source) => getComputedStyle(source).display)).toBe("block");
  await panel.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished)));
  expect(await accessibilityViolations(panel)).toEqual([]);

  const top = () => page.evaluate(() => [...document.querySelectorAll("p")].find((each) => each.textContent!.includes("On September 18"))!.getBoundingClientRect().top);
  expect(await top()).toBeGreaterThan(800);
  // The keyboard leaves the note, whose source lay over the way.
  await panel.focus(".happening .go");
  await panel.keyboard.press("Enter");
  await page.bringToFront();
  await until(async () => (await top()) < 800, "the page is where it names the day");

  await panel.bringToFront();
  await panel.click(".happening .people .ref");
  await panel.waitForSelector(".entry-view h2");
  expect(await panel.$eval(".entry-view h2", (heading) => heading.textContent)).toContain("Anastas Mikoyan");
});

test("nearer by there is more to see: by buttons, keys and the wheel with Ctrl; without, the wheel scrolls the panel", async () => {
  const { panel } = await open();
  const first = await seen(panel);
  await panel.click('[aria-label="Zoom in"]');
  await changes(panel, first);
  const near = await seen(panel);
  await panel.click('[aria-label="Zoom out"]');
  await changes(panel, near);

  await panel.focus(".line-of-time .label[tabindex='0']");
  const before = await seen(panel);
  await panel.keyboard.press("+");
  await changes(panel, before);
  const nearer = await seen(panel);
  await panel.keyboard.press("-");
  await changes(panel, nearer);
  await panel.keyboard.press("+");
  await panel.keyboard.press("0");
  await until(async () => (await seen(panel)) === first, "the key 0 leads back to the first view");

  const wheel = (options: WheelEventInit) =>
    panel.$eval(
      ".line-of-time",
      (line, init) => {
        const { left, top, width } = line.getBoundingClientRect();
        return !line.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, clientX: left + width / 2, clientY: top + 5, ...init }));
      },
      options,
    );
  expect(await wheel({ deltaY: 120 })).toBe(false);
  expect(await seen(panel)).toBe(first);
  expect(await wheel({ deltaY: -240, ctrlKey: true })).toBe(true);
  await changes(panel, first);
  const zoomed = await seen(panel);
  expect(await wheel({ deltaX: 200 })).toBe(true);
  await changes(panel, zoomed);

  const [, all] = await counts(panel);
  await panel.click(".controls .button:nth-of-type(3)");
  await until(async () => (await counts(panel))[1] === all, "everything is counted");
});

test("it is dragged, and a drag presses nothing", async () => {
  const { panel } = await open();
  const first = await seen(panel);
  const box = await (await panel.$(".plot"))!.boundingBox();
  await panel.mouse.move(box!.x + 60, box!.y + box!.height - 60);
  await panel.mouse.down();
  for (let step = 1; step <= 6; step++) await panel.mouse.move(box!.x + 60 + 30 * step, box!.y + box!.height - 60);
  await panel.mouse.up();
  await changes(panel, first);
  expect(await panel.$(".happening")).toBeNull();
});

test("arrow keys go from one to the next in the order of time, also to those that had no room", async () => {
  const { panel } = await open();
  await panel.focus(".line-of-time .label[tabindex='0']");
  const [, all] = await counts(panel);
  await panel.keyboard.press("Home");
  await until(async () => (await focusedItem(panel)) === 0, "the first has the keyboard");
  for (const at of [1, 2, 3]) {
    await panel.keyboard.press("ArrowRight");
    await until(async () => (await focusedItem(panel)) === at, `number ${at} has the keyboard`);
  }
  await panel.keyboard.press("ArrowLeft");
  await until(async () => (await focusedItem(panel)) === 2, "back by one");
  await panel.keyboard.press("End");
  await until(async () => (await focusedItem(panel)) === all! - 1, "the last has the keyboard");
  await panel.keyboard.press("Enter");
  await panel.waitForSelector(".happening");
});

test("the list says the same in words, in the order of time", async () => {
  const { panel } = await open();
  const [, all] = await counts(panel);
  await panel.click(".as-list button");
  await panel.waitForSelector(".happenings li");
  const items = await panel.$$eval(".happenings li", (found) => found.map((each) => (each as HTMLElement).innerText));
  expect(items).toHaveLength(all!);
  expect(items.some((text) => text.includes("September 1956") && text.includes("Mikoyan–Peng mission"))).toBe(true);
  const years = items.map((text) => Number(/\b(?:1[89]|20)\d\d\b/.exec(text)![0]));
  expect(years).toEqual(years.toSorted((a, b) => a - b));
  expect(await accessibilityViolations(panel)).toEqual([]);
});

test("in the system's colours labels and points can still be seen", async () => {
  const { panel } = await open();
  const undo = await emulateMedia(backstory, panel, { forcedColors: true });
  const seenIn = await panel.$eval(".line-of-time .label", (label) => {
    const [text, ground, point] = [getComputedStyle(label).color, getComputedStyle(document.body).backgroundColor, getComputedStyle(label, "::before").backgroundColor];
    return { text: text !== ground, point: point !== ground };
  });
  await undo();
  expect(seenIn).toEqual({ text: true, point: true });
});
