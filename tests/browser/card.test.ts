import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { changeSettings, hoverText, inClosedRoots, launch, locateText, pressInCard, readCard, serialiseDom, waitForCard, waitForNoCard, waitForPaint } from "./harness";

const backstory = await launch();

test("resting the pointer on a name opens a card with a quote and its source, and Escape closes it", async () => {
  const page = await backstory.openPage("plain-article.html");
  await waitForPaint(page);
  expect(await readCard(page)).toBeNull();

  await hoverText(page, "Anastas Mikoyan");
  // While it loads it shows the name alone.
  const card = await waitForCard(page, ({ quotes }) => quotes.length > 0);
  expect(card.heading).toContain("Mikoyan");
  expect(card.links.map((link) => link.href)).toContainEqual(expect.stringMatching(/^https:/));

  await page.keyboard.press("Escape");
  await waitForNoCard(page);
});

test("the card of another name takes the place of the first", async () => {
  const page = await backstory.openPage("plain-article.html");
  await waitForPaint(page);
  await hoverText(page, "Kim Il Sung");
  await waitForCard(page, (card) => card.heading.includes("Kim"));
  await page.keyboard.press("Escape");
  await waitForNoCard(page);

  await hoverText(page, "Nikita Khrushchev");
  const card = await waitForCard(page);
  expect(card.heading).toContain("Khrushchev");
});

/** A teaser whose link is spread over all of it, a text of two lines that is cut after the first, and a form with traps. */
const TEASER = `<!doctype html><html lang="en"><meta property="og:type" content="article">
  <style>.teaser { position: relative; width: 600px } .teaser a::after { content: ""; position: absolute; inset: 0 }
    .cut { height: 20px; line-height: 20px; overflow: hidden } time { display: block; line-height: 20px }</style>
  <h1>An envoy</h1>
  <div class="teaser"><h2><a href="#elsewhere">A quarrel in the winter when Anastas Mikoyan <b>came</b></a></h2>
    <p>Nobody in Pyongyang knew what Peng Dehuai would say.</p>
    <p class="cut">A line that can be seen.<br>Nikita Khrushchev</p><time>Two hours ago</time></div>
  <form><input name="closest"><input name="tagName">Zhou Enlai waited, as nobody had told him more.</form>
  ${"<p>In September 1956 Anastas Mikoyan was in Beijing, and Kim Il Sung in Pyongyang expected him.</p>".repeat(5)}`;

test("names under the cover of a link that fills a teaser are met as well, but not those that are cut off", async () => {
  const page = await backstory.openPage(TEASER);
  await waitForPaint(page);
  for (const name of ["Anastas Mikoyan", "Peng Dehuai", "Zhou Enlai"]) {
    await hoverText(page, name);
    expect((await waitForCard(page, ({ heading }) => heading.includes(name.split(" ")[1]!))).heading).toContain(name.split(" ")[1]);
    await page.keyboard.press("Escape");
    await waitForNoCard(page);
  }
  await hoverText(page, "Two hours");
  await expect(waitForCard(page, () => true, 1_500)).rejects.toThrow("No card is open");
});

test("a pointer that only passes over a name opens nothing", async () => {
  // The usual quarter of a second may pass on a slow machine between two moves of one movement.
  await changeSettings(backstory, { dwell: 1_000 });
  const page = await backstory.openPage("plain-article.html");
  await waitForPaint(page);
  const { x, y } = await locateText(page, "Anastas Mikoyan");
  await page.evaluate((left, right) => {
    document.addEventListener("pointermove", ({ clientX }) => clientX > left && clientX < right && document.body.classList.add("crossed"));
  }, x - 40, x + 40);
  await page.mouse.move(1, y);
  await page.mouse.move(1_190, y, { steps: 30 });
  await page.waitForSelector("body.crossed");
  await expect(waitForCard(page, () => true, 2_000)).rejects.toThrow("No card is open");
  await changeSettings(backstory, {});
});

test("once the card is closed, the document is what it was before", async () => {
  const page = await backstory.openPage("plain-article.html");
  const before = await serialiseDom(page);
  await waitForPaint(page);
  expect(await serialiseDom(page)).toBe(before);

  await hoverText(page, "Anastas Mikoyan");
  await waitForCard(page);
  await page.keyboard.press("Escape");
  await waitForNoCard(page);
  expect(withoutHost(await serialiseDom(page))).toBe(before);
});

/** The one node that we add to a page, and leave there for the next card. */
function withoutHost(dom: string): string {
  return dom.split("\n").filter((line) => !/^ *BACKSTORY-CARD/.test(line)).join("\n");
}

/** A page on which a capital acts, and a short name may be that of several. */
const LOOSE = `<!doctype html><html lang="en"><meta property="og:type" content="article"><style>body { max-width: 36em; margin: 2rem auto; font: 18px/1.6 serif }</style>
  <h1>An answer is awaited</h1>
  <p>In 1994 Kim Il Sung died. Kim Jong Il followed him. Few could tell what Kim wanted from the talks, or whether he wanted any.</p>
  <p>Officials said that Beijing wanted an answer before the winter, and would wait no longer for one that nobody had promised.</p>`;

test("the card says what a name stands for where it stands, and leads there", async () => {
  const page = await backstory.openPage(LOOSE);
  await waitForPaint(page);
  await hoverText(page, "Beijing");
  const card = await waitForCard(page);
  expect(card.heading).toContain("Beijing");
  expect(card.text).toContain("Here: the government of China.");
  await followInCard(page, "the government of China");
  // What is said of a place on the page is not said of an entry that was opened from another.
  const next = await waitForCard(page, ({ heading }) => heading.startsWith("Government of China"));
  expect(next.text).not.toContain("Here:");
});

test("the card offers who else may be meant", async () => {
  const page = await backstory.openPage(LOOSE);
  await waitForPaint(page);
  await hoverText(page, "Kim", { nth: 2 });
  const card = await waitForCard(page);
  expect(card.heading).toContain("Kim Jong Il");
  expect(card.text).toMatch(/It could also be Kim Il Sung/);
  await followInCard(page, "Kim Il Sung");
  const next = await waitForCard(page, ({ heading }) => heading.startsWith("Kim Il Sung"));
  expect(next.text).not.toContain("could also be");
  expect(next.buttons).toContain("Back to Kim Jong Il");
});

test("turning to the next quote brings it into sight, where the card is too small for all of it", async () => {
  const page = await backstory.openPage("plain-article.html");
  await page.setViewport({ width: 800, height: 420 });
  await waitForPaint(page);
  await hoverText(page, "Mao Zedong");
  const { quotes: [first] } = await waitForCard(page, (card) => card.quotes.length > 0);
  await pressInCard(page, "Next quote");
  await waitForCard(page, (card) => card.quotes.length > 0 && card.quotes[0] !== first);
  const [above, below] = (await inClosedRoots(page, "backstory-card", roomAroundQuote)).find((each) => each !== null)!;
  // The whole of it, or as much as there is room for, from its beginning.
  expect(Math.min(-below, Math.abs(above))).toBeLessThanOrEqual(1);
});

/** How far the quote's edges are inside of what is seen of the card's text, in CSS px; negative where they are outside. */
function roomAroundQuote(root: ShadowRoot): [above: number, below: number] | null {
  const quote = root.querySelector("figure")?.getBoundingClientRect();
  const body = root.querySelector(".body")?.getBoundingClientRect();
  return quote && body ? [quote.top - body.top, body.bottom - quote.bottom] : null;
}

/** Focuses a name in the open card and presses Enter. */
async function followInCard(page: Page, name: string): Promise<void> {
  const found = await inClosedRoots(page, "backstory-card", focusName, name);
  if (!found.includes(true)) throw new Error(`The open card has no link “${name}”`);
  await page.keyboard.press("Enter");
}

function focusName(root: ShadowRoot, name: string): boolean {
  const link = [...root.querySelectorAll<HTMLElement>("[role=link]")].find((each) => each.innerText === name);
  link?.focus();
  return link !== undefined;
}
