/** What is highlighted in a private window is not kept unless the reader asks for it, and the reader is told. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { waitForBar } from "../../scripts/drive/bar";
import { keptOf, launch, type Remote, remoteOf, sayHighlight, selectText, until } from "./harness";
import { inFirefoxItself } from "./harness/firefox";

const backstory = await launch();

const QUOTE = "nobody in either capital cared to remember";
const HTML = `<!doctype html><html lang="en"><head><title>Two envoys</title></head><body><article><h1>Two envoys</h1>
  <p>In September 1956 two envoys came to Pyongyang, where the party had just expelled those who had spoken against its leader.</p>
  <p>Nothing of it was done, and by the end of the year ${QUOTE} what had been said there.</p></article></body></html>`;

/** Allows the extension in private windows, as a reader does on the browser's page for extensions. */
async function allow(): Promise<void> {
  await inFirefoxItself(
    backstory.driven,
    `(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
      const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
      const { id } = WebExtensionPolicy.getByHostname(${JSON.stringify(new URL(backstory.driven.base).host)});
      await ExtensionPermissions.add(id, { permissions: ["internal:privateBrowsingAllowed"], origins: [] });
      await (await AddonManager.getAddonByID(id)).reload();
    })()`,
  );
}

/** Opens an address in a private window. */
async function openPrivately(address: string): Promise<Page> {
  // The extension is started anew when it is allowed.
  await until(() => backstory.extensionPage("welcome.html").then((page) => page.close().then(() => true), () => false), "it is there again");
  const opener = await backstory.extensionPage("welcome.html");
  await until(() => opener.evaluate("(globalThis.browser ?? chrome).extension.isAllowedIncognitoAccess()") as Promise<boolean>, "it is allowed");
  await opener.evaluate(`void (globalThis.browser ?? chrome).windows.create({ incognito: true, url: ${JSON.stringify(address)} })`);
  const { browser } = backstory.driven;
  const find = async () => (await browser.pages()).find((each) => each.url() === address);
  await until(async () => (await find()) !== undefined, "the window is there");
  await opener.close();
  return (await find())!;
}

/** Selects, and has it kept by the shortcut's command. */
async function keep(page: Page): Promise<Remote> {
  const remote = await remoteOf(backstory, page);
  await until(async () => {
    await selectText(page, QUOTE);
    return sayHighlight(remote);
  }, "the highlighter answers");
  return remote;
}

test("private windows are closed to the extension until the reader opens them", async () => {
  const page = await backstory.extensionPage("welcome.html");
  expect(await page.evaluate("(globalThis.browser ?? chrome).extension.isAllowedIncognitoAccess()")).toBe(false);
});

// Chromium removes an extension that a driver has loaded when its rights change.
if (backstory.family === "firefox") test("nothing of a private window is kept until the reader has it kept, and the bar says so", async () => {
  await allow();
  const page = await openPrivately(backstory.site.add(HTML));
  const remote = await keep(page);
  const { text } = await waitForBar(page, (bar) => /private/i.test(bar.text));
  expect(text).toMatch(/private/i);
  expect(await keptOf(remote, page.url())).toEqual([]);

  await remote.from.evaluate(`api.storage.local.set({ highlightSettings: { keepPrivate: true } })`);
  await page.reload();
  await keep(page);
  await until(async () => (await keptOf(remote, page.url())).length === 1, "it is kept");
});
