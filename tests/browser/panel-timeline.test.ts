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

async function open(settings: Parameters<typeof changeSettings>[1] = {}): Promise<{ page: Page; panel: Page }> {
  await changeSettings(backstory, settings);
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
  await panel.click('[title="Zoom in"]');
  await changes(panel, first);
  const near = await seen(panel);
  await panel.click('[title="Zoom out"]');
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

/** Where the points of what has a label stand, by the label's words, in px of the window. */
const pointsOf = (panel: Page) =>
  panel.$$eval(".line-of-time .label", (found) =>
    Object.fromEntries(
      found.map((each) => {
        const { left, right } = each.getBoundingClientRect();
        return [each.textContent ?? "", each.classList.contains("before") ? right : left];
      }),
    ),
  );
/** How far what can be seen before and after has moved, the middle one of them: at its edges the line holds things back. */
async function movedBy(panel: Page, before: Record<string, number>): Promise<number> {
  const after = await pointsOf(panel);
  const far = Object.keys(before).flatMap((words) => (words in after ? [after[words]! - before[words]!] : []));
  return far.toSorted((a, b) => a - b)[far.length >> 1] ?? NaN;
}
const near = async (panel: Page) => {
  const before = await seen(panel);
  await panel.click('[title="Zoom in"]');
  await changes(panel, before);
};
/** A place on the line on which nothing is to be pressed: its years. */
async function free(panel: Page): Promise<{ left: number; width: number; y: number }> {
  return panel.$eval(".line-of-time .tick", (tick) => {
    const { left, width } = tick.closest(".plot")!.getBoundingClientRect();
    const { top, height } = tick.getBoundingClientRect();
    return { left, width, y: top + height / 2 };
  });
}

test.each(["medium", "large"] as const)("it is dragged as far as the pointer goes, and a drag presses nothing: %s text", async (textSize) => {
  const { panel } = await open({ textSize });
  await near(panel);
  const { left, y } = await free(panel);
  const before = await pointsOf(panel);
  await panel.mouse.move(left + 60, y);
  await panel.mouse.down();
  for (let step = 1; step <= 6; step++) await panel.mouse.move(left + 60 + 10 * step, y);
  await panel.mouse.up();
  await until(async () => Math.abs((await movedBy(panel, before)) - 60) < 2, "everything has moved by 60 px");
  expect(await panel.$(".happening")).toBeNull();
});

test("two fingers bring it nearer, and what they are on stays under them", async () => {
  const { panel } = await open({ textSize: "large" });
  // Chromium loads the page anew for that; Firefox gets fingers from the driver, whatever the window is said to have.
  if (backstory.family === "chromium") await panel.setViewport({ width: 320, height: 900, hasTouch: true });
  await panel.waitForSelector(".line-of-time .label");
  await near(panel);
  const { left, width, y } = await free(panel);
  const before = await pointsOf(panel);
  const at = (part: number) => left + width * part;
  const first = await panel.touchscreen.touchStart(at(0.4), y);
  const second = await panel.touchscreen.touchStart(at(0.6), y);
  for (let step = 1; step <= 5; step++) {
    await first.move(at(0.4 - 0.02 * step), y);
    await second.move(at(0.6 + 0.02 * step), y);
  }
  await first.end();
  await second.end();
  // From 0.4–0.6 to 0.3–0.7 of the width: twice as near, and the middle stays.
  const expected = (x: number) => at(0.5) + 2 * (x - at(0.5));
  const inside = Object.entries(before).filter(([, x]) => expected(x) > left + 20 && expected(x) < left + width - 20);
  expect(inside.length).toBeGreaterThan(0);
  const far = async () => {
    const after = await pointsOf(panel);
    return inside.flatMap(([words, x]) => (words in after ? [Math.abs(after[words]! - expected(x))] : [])).sort((a, b) => a - b);
  };
  await until(async () => ((await far())[0] ?? 99) < 3, "what was seen between the fingers is twice as far apart");
  expect(await panel.$(".happening")).toBeNull();
});

test("a pinch on a touch pad leaves what is under the pointer where it is", async () => {
  const { panel } = await open({ textSize: "large" });
  await near(panel);
  const { left, width } = await free(panel);
  const before = await pointsOf(panel);
  const [words, x] = Object.entries(before).find(([, at]) => at > left + width * 0.2 && at < left + width * 0.8)!;
  await panel.$eval(".line-of-time", (line, clientX) => line.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, ctrlKey: true, deltaY: -100, clientX, clientY: 5 })), x);
  await until(async () => Object.entries(await pointsOf(panel)).some(([other, at]) => other !== words && Math.abs(at - (before[other] ?? at)) > 3), "something has moved");
  expect(Math.abs((await pointsOf(panel))[words]! - x)).toBeLessThan(2);
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
