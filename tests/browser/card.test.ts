import { expect, test } from "vitest";
import { hoverText, launch, readCard, serialiseDom, waitForCard, waitForNoCard, waitForPaint } from "./harness";

const backstory = await launch();

test("resting the pointer on a name opens a card with a quote and its source, and Escape closes it", async () => {
  const page = await backstory.openPage("plain-article.html");
  await waitForPaint(page);
  expect(await readCard(page)).toBeNull();

  await hoverText(page, "Anastas Mikoyan");
  const card = await waitForCard(page);
  expect(card.heading).toContain("Mikoyan");
  expect(card.quotes.length).toBeGreaterThan(0);
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

test("a pointer that only passes over a name opens nothing", async () => {
  const page = await backstory.openPage("plain-article.html");
  await waitForPaint(page);
  const { x, y } = await hoverText(page, "Anastas Mikoyan");
  await page.mouse.move(x, y + 300, { steps: 3 });
  await expect(waitForCard(page, () => true, 1_500)).rejects.toThrow("No card is open");
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
