/** Echoes in the side panel: what happened before that resembles the paragraph being read. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { accessibilityViolations, changeSettings, launch, panelBeside, pressInPanel, until, waitForPaint } from "./harness";

const backstory = await launch();

/** Paragraphs a screen apart: two that something resembles, and one that nothing does. */
const STORY = `<!doctype html><html lang="en"><head><title>Three stories</title><meta property="article:published_time" content="2025-05-23T08:00:00Z">
<style>p { margin: 0 auto 95vh; max-width: 36em }</style></head><body><article>
<h1>Three stories of one day</h1>
<p>The Pentagon is considering withdrawing several thousand American troops from South Korea, officials said, a step that would unsettle allies who fear that Washington is leaving them alone with Kim Jong Un and with what he may be planning.</p>
<p>In Seoul heavy rain is expected on Thursday, with temperatures falling to eighteen degrees by the evening and strong winds along the coast, and Kim Jong Un was said to have caught a cold, which nobody could confirm before this went to print.</p>
<p>Vladimir Putin and Kim Jong Un signed a treaty in Pyongyang by which each country comes to the aid of the other if it is attacked, and both spoke afterwards of a new age, of old friends and of what they had eaten at noon in the garden.</p>
</article></body></html>`;

async function open(): Promise<{ page: Page; panel: Page }> {
  await changeSettings(backstory, {});
  const page = await backstory.openPage(STORY);
  await waitForPaint(page);
  const panel = await panelBeside(backstory, page);
  await panel.waitForSelector("#tab-echoes");
  await pressInPanel(panel, "#tab-echoes");
  return { page, panel };
}

const textOf = (panel: Page) => panel.$eval("#section", (section) => (section as HTMLElement).innerText);
const says = (panel: Page, words: string | RegExp) =>
  until(async () => (typeof words === "string" ? (await textOf(panel)).includes(words) : words.test(await textOf(panel))), `the panel says “${words}”`);

test("the paragraph being read is named, and what resembles it told, with when, why and from where", async () => {
  const { panel } = await open();
  await says(panel, "Carter's plan to withdraw troops from Korea");
  expect(await panel.$eval(".echoes h2", (heading) => heading.textContent)).toBe("Echoes of “The Pentagon is considering withdrawing several thousand American …”");
  const first = await panel.$eval(".echo", (echo) => (echo as HTMLElement).innerText);
  expect(first).toMatch(/Same kind of act: troops withdrawn/);
  expect(first).toMatch(/Same countries: .*South Korea/);
  const echoes = await panel.$$eval(".echo", (found) => found.map((each) => each.querySelector(".from")?.textContent ?? ""));
  expect(await panel.$eval(".echoes [role=status]", (status) => status.textContent)).toMatch(/^Echoes: Carter's plan to withdraw troops from Korea, /);
  expect(echoes.length).toBeGreaterThan(1);
  expect(echoes.length).toBeLessThanOrEqual(3);
  expect(echoes).not.toContain("");
  expect(await panel.$$eval(".echo .from a", (links) => links.every((link) => /^https?:/.test((link as HTMLAnchorElement).href) && link.getAttribute("rel") === "noopener noreferrer"))).toBe(true);
  expect(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(await accessibilityViolations(panel)).toEqual([]);
});

test("an entry of an echo opens by press and by key", async () => {
  const { panel } = await open();
  await panel.waitForSelector(".echo h3 button");
  await panel.bringToFront();
  await panel.focus(".echo h3 button");
  await panel.keyboard.press("Enter");
  await panel.waitForSelector(".entry-view h2");
});

test("echoes change with the paragraph, and are not taken away before the next are there; where nothing is near, that is said", async () => {
  const { page, panel } = await open();
  await says(panel, "Carter's plan to withdraw troops from Korea");

  await panel.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver(() => seen.push(document.querySelector("#section")!.textContent ?? "")).observe(document.querySelector("#section")!, { childList: true, subtree: true, characterData: true });
  });
  const to = (paragraph: number) =>
    page.evaluate((at) => {
      const { top } = document.querySelectorAll("p")[at]!.getBoundingClientRect();
      scrollBy(0, top - innerHeight / 3 + 20);
    }, paragraph);
  await to(2);
  await says(panel, /1961/);
  await to(1);
  await says(panel, "Nothing in the packs resembles this paragraph.");
  expect(await textOf(panel)).toContain("In Seoul heavy rain");
  const seen = await panel.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  expect(seen.filter((each) => each.trim() === "")).toEqual([]);
});
