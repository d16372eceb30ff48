/** One browser with Backstory in it for all tests of a file. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach } from "vitest";
import { type Driven, EXTENSION, launch as launchBrowser } from "../../../scripts/drive/launch";
import { openPopup, stopBackground } from "../../../scripts/drive/privileged";
import { type Family, findBrowser } from "../../../scripts/lib/browsers";
import { startSite, type TestSite } from "./site";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** A laptop's window. */
const VIEWPORT = { width: 1200, height: 800 };

export interface OpenOptions {
  /** Headers to serve a page with that the test writes itself. */
  headers?: Record<string, string>;
}

export interface Session {
  readonly family: Family;
  readonly driven: Driven;
  readonly site: TestSite;
  /**
   * Opens a page in a new tab, which is closed after the test.
   * @param page Name of a file of tests/pages, a path of the site, an address, or HTML.
   */
  openPage(page: string, options?: OpenOptions): Promise<Page>;
  /** Opens a page of the extension in a tab: `options.html`. */
  extensionPage(file: string): Promise<Page>;
  /** The toolbar popup, over a page. In Firefox it is a tab. */
  popup(page: Page): Promise<Page>;
  /** Stops the background, as browsers do when it has nothing to do. */
  stopBackground(): Promise<void>;
  /** Hosts other than this machine that anything in the browser has asked for so far; nobody gets there. */
  networkLog(): readonly string[];
  /** Errors that scripts of a page that was opened here did not catch. */
  errors(page: Page): readonly string[];
}

/** Starts the browser that the environment variable BROWSER names; it is closed after the last test of the file. */
export async function launch(prefs: Record<string, unknown> = {}): Promise<Session> {
  const family: Family = process.env["BROWSER"] === "firefox" ? "firefox" : "chromium";
  const browser = findBrowser(family);
  if (!browser) throw new Error(`There is no ${family} on this machine: “npm test” installs it where it can.`);
  const site = await startSite();
  afterAll(() => site.close());
  const driven = await launchBrowser({ browser, extension: join(ROOT, EXTENSION[family]), headless: true, offline: true, viewport: VIEWPORT, prefs });
  afterAll(() => driven.close());

  const opened = new Set<Page>();
  const errors = new WeakMap<Page, string[]>();
  afterEach(async () => {
    for (const page of opened) await page.close().catch(() => {});
    opened.clear();
  });
  const keep = (page: Page): Page => {
    opened.add(page);
    return page;
  };

  return {
    family,
    driven,
    site,
    async openPage(target, { headers } = {}) {
      const page = keep(await driven.browser.newPage());
      const thrown: string[] = [];
      errors.set(page, thrown);
      page.on("pageerror", (error) => {
        // To Firefox, a policy at work or a font that does not come is an error too; only what a script threw has a stack.
        if (/\n\s*at /.test((error as Error).stack ?? "")) thrown.push(String(error));
      });
      await page.goto(addressOf(site, target, headers));
      return page;
    },
    extensionPage: async (file) => keep(await driven.extensionPage(file)),
    popup: async (page) => keep(await openPopup(driven, page)),
    stopBackground: () => stopBackground(driven),
    networkLog: () => driven.refused,
    errors: (page) => errors.get(page) ?? [],
  };
}

function addressOf(site: TestSite, target: string, headers?: Record<string, string>): string {
  if (target.trimStart().startsWith("<")) return site.add(target, headers);
  if (/^(?:https?|chrome):/.test(target)) return target;
  return `${site.origin}/${target.replace(/^\//, "")}`;
}
