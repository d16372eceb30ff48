/** The extension's own pages, and its background. */
import { expect, test } from "vitest";
import { accessibilityViolations, backgroundRuns, hoverText, launch, waitForCard, waitForPaint } from "./harness";

const backstory = await launch();

test.for(["options.html", "welcome.html", "popup.html"])("%s has no accessibility violations", async (file) => {
  const page = await backstory.extensionPage(file);
  await page.waitForFunction("document.body.innerText.trim() !== ''");
  expect(await accessibilityViolations(page)).toEqual([]);
});

test("the popup opens over an article", async () => {
  const page = await backstory.openPage("plain-article.html");
  await waitForPaint(page);
  const popup = await backstory.popup(page);
  await popup.waitForFunction("document.body.innerText.trim() !== ''");
});

test("a background that was stopped is back for the next card", async () => {
  const page = await backstory.openPage("plain-article.html");
  await waitForPaint(page);
  await backstory.stopBackground();
  expect(await backgroundRuns(backstory.driven)).toBe(false);
  await hoverText(page, "Anastas Mikoyan");
  const card = await waitForCard(page);
  expect(card.quotes.length).toBeGreaterThan(0);
});
