/** The side panel as a page that has the keyboard and the pointer. */
import type { Page } from "puppeteer-core";
import type { Session } from "./launch";

/** The narrowest that Chromium makes it, in CSS pixels. */
const VIEWPORT = { width: 320, height: 900 };

declare const browser: { tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> } } | undefined;
declare const chrome: typeof browser;

/** Opens the panel over a page, whichever tab is in front, and turns to one of its sections. */
export async function panelInFront(session: Session, page: Page, section: string): Promise<Page> {
  const panel = await session.extensionPage("sidepanel.html");
  const tab = await panel.evaluate(async (url) => {
    const api = typeof browser === "undefined" ? chrome! : browser;
    return (await api.tabs.query({})).find((each) => each.url === url)?.id;
  }, page.url());
  await panel.close();
  const fixed = await session.extensionPage(`sidepanel.html#tab=${tab}`);
  await fixed.bringToFront();
  await fixed.setViewport(VIEWPORT);
  const selector = `#tab-${section}`;
  await fixed.waitForSelector(selector);
  await fixed.click(selector);
  return fixed;
}

/** Which of the elements overlap one another or stand out of the window at its sides, by their texts. */
export function misplaced(panel: Page, selector: string): Promise<string[]> {
  return panel.$$eval(selector, (elements) => {
    const boxes = elements.map((element) => ({ text: element.textContent ?? "", box: element.getBoundingClientRect() }));
    const out = boxes.filter(({ box }) => box.left < -0.5 || box.right > document.documentElement.clientWidth + 0.5).map(({ text }) => `out: ${text}`);
    const overlapping = boxes.flatMap((a, at) =>
      boxes
        .slice(at + 1)
        .filter((b) => a.box.left < b.box.right - 0.5 && b.box.left < a.box.right - 0.5 && a.box.top < b.box.bottom - 0.5 && b.box.top < a.box.bottom - 0.5)
        .map((b) => `${a.text} over ${b.text}`),
    );
    return [...out, ...overlapping];
  });
}
