/** The side panel beside a page. */
import type { Page } from "puppeteer-core";
import type { Session } from "./launch";
import { until } from "./until";

/** The narrowest that browsers make it, in CSS pixels. */
const VIEWPORT = { width: 320, height: 900 };

/**
 * Opens the panel and brings the page to the front that it follows. Its document stands in a tab: Firefox lets no driver
 * into a sidebar, and Chromium gives a driver no way to make it narrow.
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

/** Presses the first element that a selector finds in the panel, which is a tab behind the page. @throws where there is none */
export async function pressInPanel(panel: Page, selector: string): Promise<void> {
  const pressed = await panel.evaluate((chosen) => {
    const found = document.querySelector<HTMLElement>(chosen);
    found?.click();
    return found !== null;
  }, selector);
  if (!pressed) throw new Error(`Nothing in the panel is ${selector}`);
}
