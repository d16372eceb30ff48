/** Pages with rules of their own, and readers with theirs: strict policies, other directions, contrast, motion, zoom. */
import type { Page } from "puppeteer-core";
import { expect, onTestFinished, test, vi } from "vitest";
import { emulateMedia, hoverText, launch, type Look, lookOfCard, preferDark, type ReadCard, readCard, remoteOf, waitForCard, waitForPaint } from "./harness";

const backstory = await launch();

/** What WCAG asks of small text. */
const LEGIBLE = 4.5;
/** CSS px: 27.15 em of the card's type. */
const WIDTH = 380;

/** Opens the page, and the card of somebody who has all that a card can show. */
async function openCard(page: Page, name = "Anastas Mikoyan"): Promise<ReadCard> {
  await waitForPaint(page);
  await hoverText(page, name);
  return waitForCard(page, (card) => card.heading.includes(name) && card.quotes.length > 0);
}

/** A card whose style was blocked would be as wide as the page, without room around its text, and Times on white. */
function expectStyled(card: ReadCard, look: Look): void {
  expect(card.box.width).toBeCloseTo(WIDTH, -1);
  expect(look.padding).toBeGreaterThan(10);
  expect(look.radius).toBeGreaterThan(5);
  expect(look.direction).toBe("ltr");
  expectLegible(look);
}

function expectLegible({ texts }: Look): void {
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter(({ contrast, size }) => contrast < LEGIBLE || size < 9)).toEqual([]);
}

function expectInside({ box }: ReadCard, width: number, height: number): void {
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(width);
  expect(box.y + box.height).toBeLessThanOrEqual(height);
}

test.for(["strict-csp.html", "trusted-types.html"])("%s: the card looks as it does elsewhere, and its links lead to the very words", async (file) => {
  const page = await backstory.openPage(file);
  const card = await openCard(page);
  expectStyled(card, await lookOfCard(page));
  expect(card.links.map(({ href }) => href)).toContainEqual(expect.stringMatching(/^https:\/\/[^#]+#:~:text=./));
  expect(backstory.errors(page)).toEqual([]);
});

test("a page from right to left: the card reads from left to right, under its name, inside the window", async () => {
  const page = await backstory.openPage("right-to-left.html");
  const card = await openCard(page, "Peng Dehuai");
  expectStyled(card, await lookOfCard(page));
  expectInside(card, 1200, 800);
  const { x, y } = await hoverText(page, "Peng Dehuai");
  expect(card.box.x).toBeLessThan(x);
  expect(card.box.x + card.box.width).toBeGreaterThan(x);
  expect(card.box.y - y).toBeGreaterThan(0);
  expect(card.box.y - y).toBeLessThan(40);
});

test("a dark page, and a reader who prefers dark: every line can be read", async () => {
  // A page that has been closed by then has taken it along.
  onTestFinished(() => preferDark(backstory.driven, page, false).catch(() => {}));
  const page = await backstory.openPage("dark.html");
  expectStyled(await openCard(page), await lookOfCard(page));

  await preferDark(backstory.driven, page, true);
  const look = await lookOfCard(page);
  expect(look.ground).toBeLessThan(0.1);
  expectLegible(look);
});

test("forced colours: the card takes the system's, and every line can be read", async () => {
  const page = await backstory.openPage("plain-article.html");
  onTestFinished(await emulateMedia(backstory, page, { forcedColors: true }));
  await openCard(page);
  const look = await lookOfCard(page);
  // Black and white, whatever the card's own accents are; a link in the system's own colour for links.
  expect(look.texts.filter(({ contrast }) => contrast < 7)).toEqual([]);
  expect(look.texts.filter(({ contrast }) => contrast < 18).length).toBeLessThan(3);
});

test("reduced motion: the card is simply there, and a name out of sight is in sight at once", async () => {
  const page = await backstory.openPage("plain-article.html");
  await openCard(page);
  expect((await lookOfCard(page)).animation).not.toBe("none");

  await page.keyboard.press("Escape");
  onTestFinished(await emulateMedia(backstory, page, { reducedMotion: true }));
  await page.evaluate(() => (document.body.style.paddingBottom = "3000px"));
  await openCard(page, "Nikita Khrushchev");
  expect((await lookOfCard(page)).animation).toBe("none");

  await page.keyboard.press("Escape");
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const remote = await remoteOf(backstory, page);
  await remote.command("next-mention");
  const top = await page.evaluate(() => {
    const [range] = CSS.highlights.get("backstory-current") ?? [];
    return range!.startContainer.parentElement!.getBoundingClientRect().top;
  });
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(800);
});

test.for([
  { percent: 200, width: 600, height: 400 },
  { percent: 400, width: 320, height: 256 },
])("at $percent % the card stays inside the window, also when that is made smaller", async ({ percent, width, height }) => {
  const page = await backstory.openPage("plain-article.html");
  await page.setViewport({ width, height, deviceScaleFactor: percent / 100 });
  const card = await openCard(page);
  expectInside(card, width, height);
  expectLegible(await lookOfCard(page));

  await page.setViewport({ width: width - 60, height: height - 40, deviceScaleFactor: percent / 100 });
  await vi.waitFor(async () => expectInside((await readCard(page))!, width - 60, height - 40), { timeout: 5_000 });
});
