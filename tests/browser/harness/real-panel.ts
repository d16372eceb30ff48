/** The side panel where browsers show it: Chromium's side panel, Firefox' sidebar. Other tests have its page in a tab. */
import type { Page } from "puppeteer-core";
import type { Session } from "./launch";
import { openedPanel } from "./panel";
import { closeSidebar, inSidebar, isSidebarOpen, pressInSidebar, thrownInFirefox, widenSidebar } from "./sidebar";
import { until } from "./until";

export interface RealPanel {
  /** Evaluates a function in the panel's page. @returns what JSON can say of its result */
  evaluate<Result, Args extends unknown[]>(work: (...args: Args) => Result | Promise<Result>, ...args: Args): Promise<Result>;
  /** Presses the first element that a selector finds with the mouse, as soon as it is there. */
  press(selector: string): Promise<void>;
  /** Makes it as wide as one wants, as far as browsers let readers; Chromium gives a driver no way. @param width in CSS px */
  widen(width: number): Promise<void>;
  /** What scripts have thrown: in this panel, and in Firefox anywhere in Backstory. @param since in milliseconds since 1970 */
  thrown(since: number): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens the panel beside a page as readers do, by the button in the popup, and brings that page to the front. */
export async function openRealPanel(session: Session, page: Page): Promise<RealPanel> {
  await page.bringToFront();
  const popup = await session.popup(page);
  const button = await popup.waitForSelector("xpath/.//button[text()='In this story']", { timeout: 20_000 });
  // The popup closes at once, often before the driver has heard of the press.
  await button!.click().catch(() => {});
  if (session.family === "chromium") return inChromium(await openedPanel(session));
  await until(() => isSidebarOpen(session.driven), "the sidebar opens");
  await page.bringToFront();
  return inFirefox(session);
}

function inChromium(panel: Page): RealPanel {
  const thrown: string[] = [];
  panel.on("pageerror", (error) => thrown.push(String(error)));
  return {
    evaluate: (work, ...args) => panel.evaluate(calling(work, args)) as never,
    async press(selector) {
      await panel.waitForSelector(selector, { timeout: 20_000 });
      await panel.click(selector);
    },
    widen: async () => {},
    thrown: async () => thrown,
    close: () => panel.close(),
  };
}

function inFirefox({ driven }: Session): RealPanel {
  const evaluate: RealPanel["evaluate"] = (work, ...args) => inSidebar(driven, calling(work, args)) as never;
  return {
    evaluate,
    async press(selector) {
      let at: { x: number; y: number } | null = null;
      await until(async () => (at = await evaluate(middleOf, selector)) !== null, `the sidebar has ${selector}`);
      await pressInSidebar(driven, at!);
    },
    async widen(width) {
      const becomes = await widenSidebar(driven, width);
      await until(async () => Math.abs((await evaluate(() => innerWidth)) - becomes) < 1, `the sidebar is ${becomes} px wide`);
    },
    thrown: (since) => thrownInFirefox(driven, since),
    async close() {
      await closeSidebar(driven);
      await until(async () => !(await isSidebarOpen(driven)), "the sidebar closes");
    },
  };
}

/** An expression that calls a function in another realm. */
function calling(work: (...args: never[]) => unknown, args: readonly unknown[]): string {
  return `(${work})(...${JSON.stringify(args)})`;
}

/** Runs in the page: brings an element into sight. @returns where, or null where there is none yet */
function middleOf(selector: string): { x: number; y: number } | null {
  const element = document.querySelector(selector);
  element?.scrollIntoView({ block: "center", behavior: "instant" });
  const box = element?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}
