/** A finger instead of a pointer: there is no hover, and a tap is all that the reader can do. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { emulateMedia, inClosedRoots, launch, locateText, pause, readCard, waitForCard, waitForNoCard, waitForPaint } from "./harness";

const backstory = await launch();

/** A telephone, held upright. */
const PHONE = { width: 390, height: 844 };

async function article(): Promise<Page> {
  const page = await backstory.openPage("plain-article.html");
  // Firefox gets fingers from the driver, whatever the window is said to have.
  await page.setViewport({ ...PHONE, ...(backstory.family === "chromium" && { hasTouch: true }) });
  await waitForPaint(page);
  return page;
}

async function tap(page: Page, text: string, nth = 0): Promise<void> {
  const { x, y } = await locateText(page, text, nth);
  await page.touchscreen.tap(x, y);
}

/** Taps something inside the card that says this. */
async function tapInCard(page: Page, selector: string, text: string): Promise<void> {
  const [spot] = await inClosedRoots(
    page,
    "backstory-card",
    (root, wanted, words) => {
      const element = [...root.querySelectorAll<HTMLElement>(wanted)].find((each) => each.innerText.includes(words));
      const box = element?.getClientRects()[0];
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    },
    selector,
    text,
  );
  if (!spot) throw new Error(`The card does not show “${text}”`);
  await page.touchscreen.tap(spot.x, spot.y);
}

test("a tap on a name opens its card, inside the screen; a tap beside it closes it", async () => {
  const page = await article();
  await tap(page, "Anastas Mikoyan");
  const { heading, box } = await waitForCard(page, (card) => card.quotes.length > 0);
  expect(heading).toContain("Mikoyan");
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(PHONE.width);
  expect(box.y + box.height).toBeLessThanOrEqual(PHONE.height);
  // It stays, for there is no pointer that could leave.
  await pause(1_000);
  expect(await readCard(page)).not.toBeNull();

  await page.touchscreen.tap(PHONE.width / 2, box.y > 40 ? 20 : PHONE.height - 20);
  await waitForNoCard(page);
  expect(backstory.errors(page)).toEqual([]);
});

test("a tap on another name shows that one", async () => {
  const page = await article();
  await tap(page, "Two envoys in Pyongyang");
  await pause(500);
  // Beside the name, in the same heading, nothing opens.
  expect((await readCard(page))?.heading ?? "").toBe("");
  await tap(page, "Pyongyang");
  await waitForCard(page, (card) => card.heading.includes("Pyongyang"));
  await page.keyboard.press("Escape");
  await waitForNoCard(page);
  await tap(page, "Nikita Khrushchev");
  await waitForCard(page, (card) => card.heading.includes("Khrushchev"));
});

test("a tap on a name inside a link follows the link, and no card is in the way", async () => {
  const page = await article();
  await tap(page, "Korean War");
  await page.waitForFunction(() => location.hash === "#war");
  await pause(1_000);
  expect(await readCard(page)).toBeNull();
});

test("taps inside the card stay inside: a name opens there, Close closes, and the page hears of neither", async () => {
  const page = await article();
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    for (const type of ["click", "pointerdown", "touchstart"]) document.addEventListener(type, () => heard.push(type));
  });
  await tap(page, "Anastas Mikoyan");
  await waitForCard(page, (card) => card.quotes.length > 0);
  await page.evaluate("heard.length = 0");
  await tapInCard(page, ".ref", "Khrushchev");
  await waitForCard(page, (card) => card.heading.includes("Khrushchev"));
  await tapInCard(page, ".foot [aria-label=Close]", "×");
  await waitForNoCard(page);
  expect(await page.evaluate("heard")).toEqual([]);
});

/** What a finger hits without care, in CSS pixels; links in a line of text are let off, as in WCAG 2.5.8. */
const FINGER = 32;

test.each(["popup.html", "welcome.html", "lookup.html", "library.html"])("what can be pressed on %s is large enough for a finger", async (file) => {
  const page = await backstory.extensionPage(file);
  await page.setViewport({ width: 360, height: 740 });
  const undo = await emulateMedia(backstory, page, { coarsePointer: true });
  await page.waitForFunction(() => document.querySelector("button, input")?.checkVisibility(), { polling: 50 });
  const small = await page.evaluate((least) => {
    const pressed = [...document.querySelectorAll<HTMLElement>("button, input, select, summary")].filter((element) => element.checkVisibility());
    return pressed.filter((element) => (element.closest("label") ?? element).getBoundingClientRect().height < least).map((element) => element.outerHTML.slice(0, 120));
  }, FINGER);
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await undo();
});
