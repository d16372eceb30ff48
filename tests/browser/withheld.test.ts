/** A reader, or a browser, that keeps Backstory out of sites: it is said, asked for in place, and used at once when it is given. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { accessibilityViolations, launch, mentions, until, waitForPaint } from "./harness";

// Firefox takes every question of an extension for answered with yes.
const backstory = await launch({ "extensions.webextOptionalPermissionPrompts": false });
const { driven, family } = backstory;

/** Chromium's own page for extensions, on which a reader says where an extension may run. */
async function inChromiumItself(call: string): Promise<void> {
  const page = await driven.browser.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(`chrome.developerPrivate.${call}`);
  await page.close();
}

const id = new URL(driven.base).host;

async function withhold(): Promise<void> {
  if (family === "chromium") return inChromiumItself(`updateExtensionConfiguration({ extensionId: "${id}", hostAccess: "ON_CLICK" })`);
  const page = await backstory.extensionPage("hidden.html");
  // All that the manifest names, the addresses of content scripts among it.
  expect(await page.evaluate(`browser.permissions.getAll().then(({ origins }) => browser.permissions.remove({ origins }))`)).toBe(true);
  await page.close();
}

/** In Chromium, whose question no driver can answer, on its own page; in Firefox by the button that asks. */
async function allow(popup: Page): Promise<void> {
  if (family === "chromium") return inChromiumItself(`addHostPermission("${id}", "http://127.0.0.1/*")`);
  const [button] = await popup.$$("::-p-xpath(//button[contains(., 'Allow on every site')])");
  await button!.click();
}

const says = (page: Page, text: string) => until(() => page.evaluate((words) => document.body.innerText.includes(words), text), `it says “${text}”`);

test("where the browser withholds a site, popup and options say so and ask, and what is open is read as soon as it is given", async () => {
  await withhold();
  const page = await backstory.openPage("plain-article.html");
  const popup = await backstory.popup(page);
  await says(popup, "The browser does not let Backstory read this site.");
  expect(await popup.$$eval(".access button", (buttons) => buttons.map((each) => each.textContent))).toContain("Allow on every site");
  expect(await accessibilityViolations(popup)).toEqual([]);
  expect(await mentions(page)).toEqual([]);

  const options = await backstory.extensionPage("options.html#about");
  await says(options, "The browser does not let Backstory read every site.");
  expect(await accessibilityViolations(options)).toEqual([]);
  await options.close();

  const asking = family === "firefox" ? popup : page;
  await asking.bringToFront();
  await allow(popup);
  await page.bringToFront();
  expect((await waitForPaint(page)).map(({ text }) => text)).toContain("Anastas Mikoyan");
});
