/** Things that take more rights than a page has: stopping the background, opening the popup, changing to dark. */
import type { Page } from "puppeteer-core";
import { type Evaluated, sendBidi, valueOf } from "./bidi";
import type { Driven } from "./launch";
import { pause } from "./pause";

const POLL_MS = 50;
const LIMIT_MS = 8_000;

/** Stops the extension's background, as the browser does by itself after half a minute without work. */
export async function stopBackground(driven: Driven): Promise<void> {
  if (driven.family === "firefox") {
    const id = new URL(driven.base).host;
    await inFirefoxItself(
      driven,
      `(async () => {
        const { extension } = WebExtensionPolicy.getByHostname(${JSON.stringify(id)});
        await extension.terminateBackground({ ignoreDevToolsAttached: true });
      })()`,
    );
    return;
  }
  const target = serviceWorker(driven);
  await (await target?.worker())?.close();
  // Some page may have asked for another one meanwhile: that is not the one that was to stop.
  await until(() => !target || !driven.browser.targets().includes(target), "The service worker does not stop");
}

/**
 * Kills the background, as often as is wanted and without waiting for anything: whatever it was doing is left half done.
 * @param page One of the extension's, through which Chromium is told
 */
export async function backgroundKiller(driven: Driven, page: Page): Promise<() => Promise<unknown>> {
  if (driven.family === "firefox") return () => stopBackground(driven);
  const session = await page.createCDPSession();
  await session.send("ServiceWorker.enable");
  return () => session.send("ServiceWorker.stopAllWorkers");
}

/** Whether the background is running right now. */
export async function backgroundRuns(driven: Driven): Promise<boolean> {
  if (driven.family === "chromium") return serviceWorker(driven) !== undefined;
  const id = new URL(driven.base).host;
  const state = await inFirefoxItself(driven, `WebExtensionPolicy.getByHostname(${JSON.stringify(id)}).extension.backgroundState`);
  return state === "running";
}

/**
 * The toolbar popup over a page. Chromium: the real one. Firefox, which does not let a driver into a real popup:
 * the same document in a tab; `page` stays what `tabs.query` would call the tab that was used last.
 */
export async function openPopup(driven: Driven, page: Page, file = "popup.html"): Promise<Page> {
  if (driven.family === "firefox") return driven.extensionPage(file);
  await page.bringToFront();
  const target = await driven.browser.waitForTarget((each) => each.type() === "service_worker" && each.url().startsWith(driven.base), { timeout: LIMIT_MS });
  const worker = await target.worker();
  if (!worker) throw new Error("The background cannot be driven");
  await worker.evaluate("chrome.action.openPopup()");
  const popup = await driven.browser.waitForTarget((each) => each.url().startsWith(driven.base + file), { timeout: LIMIT_MS });
  return popup.asPage();
}

/** Lets the page believe that the reader prefers dark colours, or light ones. */
export async function preferDark(driven: Driven, page: Page, dark: boolean): Promise<void> {
  if (driven.family === "firefox") {
    // 0 means dark, 1 light.
    await inFirefoxItself(driven, `Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", ${dark ? 0 : 1})`);
  } else {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  }
}

function serviceWorker({ browser, base }: Driven) {
  return browser.targets().find((target) => target.type() === "service_worker" && target.url().startsWith(base));
}

/** Evaluates an expression in Firefox' own window, with the rights of Firefox itself. @returns a string, number or boolean */
export async function inFirefoxItself({ browser }: Pick<Driven, "browser">, expression: string): Promise<unknown> {
  const tree = await sendBidi<{ contexts: { context: string }[] }>(browser, "browsingContext.getTree", { "moz:scope": "chrome" });
  const [window] = tree.contexts;
  if (!window) throw new Error("Firefox has no window");
  return valueOf(await sendBidi<Evaluated>(browser, "script.evaluate", { expression, awaitPromise: true, target: { context: window.context } }));
}

async function until(condition: () => boolean, message: string): Promise<void> {
  for (const deadline = Date.now() + LIMIT_MS; !condition(); await pause(POLL_MS)) {
    if (Date.now() > deadline) throw new Error(message);
  }
}
