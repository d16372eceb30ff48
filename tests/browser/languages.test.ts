/** Backstory in each of its languages: nothing is left in English, nothing is cut off, and every page says its language. */
import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { startSite } from "./harness/site";
import { accessibilityViolations, hoverText, inClosedRoots, launchIn, panelTabs, until, waitForCard, waitForPaint } from "./harness";

const LOCALES = "public/_locales";

type Catalogue = Record<string, { message: string }>;
const catalogue = (language: string) => JSON.parse(readFileSync(`${LOCALES}/${language}/messages.json`, "utf8")) as Catalogue;

const english = catalogue("en");
const languages = readdirSync(LOCALES).filter((language) => language !== "en");

/** Of this many words and more; single words are the same in some languages. */
const SENTENCE = 3;

/** English sentences that stand between values are looked for by their longest part. */
const sentences = Object.values(english)
  .map(({ message }) => message.split(/\$\w+\$|\$\d/).toSorted((a, b) => b.length - a.length)[0]!.trim())
  .filter((part) => part.split(/\s+/).length >= SENTENCE);

function englishIn(text: string): string[] {
  return sentences.filter((sentence) => text.includes(sentence));
}

/** As narrow as the popup, a sidebar and a phone. */
const NARROW = { width: 372, height: 700 };

/** What a page of ours shows and says, and how far it reaches beyond its window, in CSS pixels. */
async function read(page: Page) {
  return page.evaluate(() => {
    const spoken = [...document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")].flatMap((element) =>
      ["aria-label", "title", "placeholder", "alt"].map((name) => element.getAttribute(name) ?? ""),
    );
    const root = document.documentElement;
    return { lang: root.lang, text: [document.body.innerText, ...spoken].join("\n"), beyond: root.scrollWidth - root.clientWidth };
  });
}

/** What fields say while they are empty, where it is longer than they are. */
async function cutPlaceholders(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>("input[placeholder]")]
      .filter((field) => field.checkVisibility())
      .filter((field) => {
        const { font, paddingLeft, paddingRight } = getComputedStyle(field);
        const drawing = new OffscreenCanvas(1, 1).getContext("2d")!;
        drawing.font = font;
        return drawing.measureText(field.placeholder).width > field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      })
      .map((field) => field.placeholder),
  );
}

const PAGES = ["options.html", "welcome.html", "library.html", "popup.html", "sidepanel.html", "lookup.html", "viewer.html"];

test.each(languages)("in %s, every page and the card speak it, and nothing is cut off in a narrow window", async (language) => {
  const own = catalogue(language);
  const { driven, close } = await launchIn(language);
  try {
    for (const file of PAGES) {
      const page = await driven.extensionPage(file);
      await page.setViewport(NARROW);
      // What it asks the background for comes a little later.
      await until(async () => (await page.evaluate(() => document.getElementById("root")?.innerText ?? "")).trim() !== "", `${file} says something`);
      const { lang, text, beyond } = await read(page);
      // In the reader's own form of the language, where the browser has one.
      expect.soft(lang.split("-")[0], file).toBe(own["language_tag"]!.message.split("-")[0]);
      expect.soft(englishIn(text), file).toEqual([]);
      expect.soft(beyond, file).toBeLessThanOrEqual(0);
      expect.soft(await cutPlaceholders(page), file).toEqual([]);
      expect.soft(await accessibilityViolations(page), file).toEqual([]);
      await page.close();
    }
    const site = await startSite();
    const page = await driven.browser.newPage();
    await page.goto(`${site.origin}/plain-article.html`);
    await waitForPaint(page);
    await hoverText(page, "Mikoyan");
    const card = await waitForCard(page, ({ quotes }) => quotes.length > 0);
    expect.soft(englishIn([card.text, ...card.buttons].join("\n"))).toEqual([]);
    // The kind is set in capitals.
    expect.soft(card.text.toLowerCase()).toContain(own["kind_person"]!.message.toLowerCase());
    // What can be done with a card stands in one row of it.
    const [middles = []] = await inClosedRoots(page, "backstory-card", (root) =>
      [...root.querySelectorAll(".foot button")].map((button) => (button.getBoundingClientRect().top + button.getBoundingClientRect().bottom) / 2),
    );
    expect.soft(middles.length).toBeGreaterThan(5);
    expect.soft(Math.max(...middles) - Math.min(...middles)).toBeLessThan(12);
    // The panel follows the page that is in front.
    const panel = await driven.extensionPage("sidepanel.html");
    await page.bringToFront();
    await until(async () => (await panel.$$("[role=tab]")).length === 4, "the panel tells the story");
    for (const [width, size] of [[320, 1], [400, 1], [320, 2], [400, 2]] as const) {
      const { rows, cut } = await panelTabs(panel, width, size);
      expect.soft(cut, `tabs at ${width} px, size ${size}`).toEqual([]);
      expect.soft(rows, `tabs at ${width} px, size ${size}`).toEqual(size === 1 ? [4] : [2, 2]);
    }
    await site.close();
  } finally {
    await close();
  }
}, 120_000);
