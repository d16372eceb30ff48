/** The side panel beside a page. */
import type { Page } from "puppeteer-core";
import { waitForCard } from "../../../scripts/drive/card";
import { inClosedRoots } from "../../../scripts/drive/closed-roots";
import { hoverText } from "../../../scripts/drive/names";
import type { Session } from "./launch";
import { until } from "./until";

/** The narrowest that Chromium makes it, in CSS pixels; Firefox makes narrower ones: see real-panel.ts. */
const VIEWPORT = { width: 320, height: 900 };

/**
 * Opens the panel and brings the page to the front that it follows. Its document stands in a tab, which can be driven as
 * pages are: Firefox lets WebDriver into no sidebar, and Chromium gives a driver no way to make its panel narrow.
 */
export async function panelBeside(session: Session, page: Page): Promise<Page> {
  await page.bringToFront();
  const panel = await session.extensionPage("sidepanel.html");
  await panel.setViewport(VIEWPORT);
  await page.bringToFront();
  return panel;
}

/** The panel that Backstory has opened by itself. */
export async function openedPanel({ driven, family }: Session): Promise<Page> {
  if (family === "chromium") {
    // It is not among the pages: it belongs to the window rather than to a tab.
    const target = await driven.browser.waitForTarget((each) => each.url().startsWith(`${driven.base}sidepanel.html`));
    return target.asPage();
  }
  let found: Page | undefined;
  await until(async () => {
    for (const page of await driven.browser.pages(true)) {
      // Firefox does not report where pages of extensions have got to.
      const address = await page.evaluate(() => location.href).catch(() => "");
      if (address.startsWith(`${driven.base}sidepanel.html`)) found = page;
    }
    return found !== undefined;
  }, "the panel opens");
  return found!;
}

/**
 * How the tabs of the panel's sections stand in a window of this width, in CSS pixels, with text of this size, 1 being the usual one.
 * @returns how many there are in each row, and those of which something is cut off
 */
export async function panelTabs(panel: Page, width: number, size: number): Promise<{ rows: number[]; cut: string[] }> {
  await panel.setViewport({ width, height: VIEWPORT.height });
  return panel.evaluate((zoom) => {
    const main = document.querySelector("main")!;
    main.style.zoom = String(zoom);
    const room = document.querySelector(".sections")!.getBoundingClientRect();
    const tabs = [...document.querySelectorAll<HTMLElement>("[role=tab]")];
    const tops = tabs.map((tab) => Math.round(tab.getBoundingClientRect().top));
    const isCut = (tab: HTMLElement) => {
      const { left, right } = tab.getBoundingClientRect();
      const words = document.createRange();
      words.selectNodeContents(tab);
      const lines = new Set([...words.getClientRects()].map(({ top }) => Math.round(top)));
      return lines.size > 1 || tab.scrollWidth > tab.clientWidth || left < room.left || right > room.right;
    };
    const seen = { rows: [...new Set(tops)].map((top) => tops.filter((each) => each === top).length), cut: tabs.filter(isCut).map((tab) => tab.innerText) };
    main.style.zoom = "";
    return seen;
  }, size);
}

/** Presses the first element that a selector finds in the panel, which is a tab behind the page. @throws where there is none */
export async function pressInPanel(panel: Page, selector: string): Promise<void> {
  const pressed = await panel.evaluate((chosen) => {
    const found = document.querySelector<HTMLElement>(chosen);
    found?.click();
    return found !== null;
  }, selector);
  if (!pressed) throw new Error(`Nothing in the panel is ${selector}`);
}

/** Opens the card of a name on the page, and presses “Panel” on it with the mouse. @param options which of the name's places, as in `hoverText` */
export async function pressPanelOn(page: Page, name: string, options?: { nth?: number }): Promise<void> {
  await page.bringToFront();
  await hoverText(page, name, options);
  await waitForCard(page, ({ heading }) => heading.includes(name));
  const [at] = await inClosedRoots(page, "backstory-card", (root) => {
    const button = [...root.querySelectorAll("button")].find((each) => each.textContent.trim() === "Panel");
    const box = button?.getBoundingClientRect();
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  });
  await page.mouse.click(at!.x, at!.y);
}

/** The texts of a page that are marked as the mention that was stepped to, and whether they are in sight. */
export function currentMentions(page: Page): Promise<{ text: string; inSight: boolean }[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get("backstory-current") ?? [])].map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const { top, bottom } = live.getBoundingClientRect();
      return { text: String(live), inSight: top >= 0 && bottom <= innerHeight };
    }),
  );
}
