/** Starts a browser in a fresh profile with Backstory in it, and leaves nothing behind when it is closed. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, launch as launchBrowser, type LaunchOptions as PuppeteerOptions, type Page } from "puppeteer-core";
import { type Family, type InstalledBrowser, isSnap } from "../lib/browsers";
import { onStop } from "../lib/stop.mjs";
import { Trouble } from "../lib/trouble";
import { pause } from "./pause";
import { type RefusingProxy, startRefusingProxy } from "./refuse";

/** Where WXT puts the extension for each family, relative to the repository. */
export const EXTENSION: Record<Family, string> = { chromium: ".output/chrome-mv3", firefox: ".output/firefox-mv3" };

/** Fixes the address of the extension's pages in Firefox, which would be drawn by lot. */
const FIREFOX_UUID = "11111111-2222-4333-8444-555555555555";

/** How long a browser may take to close politely. */
const CLOSE_MS = 5_000;

/** How long a start that was broken off may take to say so. */
const ABORT_MS = 1_000;

/** How long to wait for a killed process to be gone. Longer makes no sense: it may be a corpse that nobody collects. */
const LAST_WRITES_MS = 400;
const POLL_MS = 20;

/** For a page that need not be in front: one that is not draws no frames, and puppeteer looks at every frame unless told otherwise. */
const UNSEEN = { polling: 50 };

/** How long a browser may take to start on a slow machine. */
const START_MS = 60_000;

export interface LaunchOptions {
  browser: InstalledBrowser;
  /** Folder of the built extension. */
  extension: string;
  headless: boolean;
  /** Refuses every connection but to this machine, and keeps a record: see `refused`. */
  offline: boolean;
  /** In CSS pixels. Nothing: as large as the window. */
  viewport?: { width: number; height: number };
  /** Preferences of Firefox. */
  prefs?: Record<string, unknown>;
  /** Folder of the profile, made where it is not there, and left behind. Without one, the profile is fresh and nothing is left. */
  profile?: string;
}

export interface Driven {
  readonly browser: Browser;
  readonly family: Family;
  /** Beginning of the address of the extension's pages, with the slash. */
  readonly base: string;
  /** Hosts that were asked for and refused, if `offline`; without those that browsers ask for themselves. */
  readonly refused: readonly string[];
  /** Opens one of the extension's own pages in a new tab. */
  extensionPage(file: string): Promise<Page>;
  /** Closes the browser and removes the profile, unless it was given. */
  close(): Promise<void>;
  /** Kills the browser with all its processes, as a crash would; nothing else is left to do. */
  crash(): Promise<void>;
}

/** @throws {Trouble} Where there is no built extension, or the browser does not start or does not take it. */
export async function launch(options: LaunchOptions): Promise<Driven> {
  const extension = resolve(options.extension);
  if (!existsSync(join(extension, "manifest.json"))) throw new Trouble(`There is no built extension in ${options.extension}: run “npm run build” first.`);
  const { family, title } = options.browser;
  const id = family === "firefox" ? geckoId(extension) : "";
  const proxy = options.offline ? await startRefusingProxy() : undefined;
  const home = mkdtempSync(join(parentFolder(options.browser), "backstory-browser-"));
  const starting = new AbortController();
  const launching = launchBrowser({
    ...common(options, home, starting.signal),
    ...(family === "firefox" ? firefox(options, id, proxy) : chromium(options, proxy)),
  });
  let started = false;
  let crashed = false;
  const close = once(async () => {
    forget();
    if (!started) starting.abort();
    // Once its process is gone, puppeteer may wait for ever for what a half-started browser was to say.
    const browser = await Promise.race([launching.catch(() => undefined), pause(ABORT_MS)]);
    if (browser) await closeBrowser(browser, crashed ? 0 : CLOSE_MS);
    await proxy?.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  });
  const forget = onStop(close);
  try {
    const browser = await launching;
    started = true;
    const installed = await browser.installExtension(extension);
    const base = family === "firefox" ? `moz-extension://${FIREFOX_UUID}/` : `chrome-extension://${installed}/`;
    const crash = () => {
      crashed = true;
      return close();
    };
    const driven: Driven = { browser, family, base, refused: proxy?.refused ?? [], extensionPage: (file) => openExtensionPage(browser, family, base + file), close, crash };
    // Benchmarks put other extensions in.
    if (existsSync(join(extension, "welcome.html"))) await closeWelcome(driven);
    return driven;
  } catch (error) {
    await close();
    throw new Trouble(`${title} did not start with Backstory in it (${error instanceof Error ? error.message.split("\n")[0] : error}): try another one with --browser.`);
  }
}

/** Waits until the welcome page has been opened, as it is after each installation, and closes it: whoever drives the browser has not come for it. */
export async function closeWelcome({ extensionPage }: Pick<Driven, "extensionPage">): Promise<void> {
  const page = await extensionPage("hidden.html");
  const api = "(globalThis.browser ?? chrome)";
  await page.waitForFunction(`${api}.storage.local.get("welcomed").then(({ welcomed }) => welcomed)`, UNSEEN);
  await page.evaluate(`${api}.tabs.query({}).then((tabs) => ${api}.tabs.remove(tabs.filter(({ url }) => url?.endsWith("/welcome.html")).map(({ id }) => id)))`);
  await page.close();
}

function common({ browser, headless, viewport, profile }: LaunchOptions, home: string, signal: AbortSignal): PuppeteerOptions {
  return {
    signal,
    executablePath: browser.path,
    headless,
    userDataDir: profile ?? join(home, "profile"),
    // Chromium leaves its lock behind in the temporary folder when it is killed.
    ...(process.platform === "linux" && { env: { ...process.env, TMPDIR: home } }),
    timeout: START_MS,
    defaultViewport: viewport ?? null,
    // We close the browser ourselves: see stop.mjs.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
}

function chromium({ headless }: LaunchOptions, proxy: RefusingProxy | undefined): PuppeteerOptions {
  const args = ["--no-first-run", "--no-default-browser-check"];
  // Chromium's sandbox refuses to work for root.
  if (process.platform === "linux" && process.getuid?.() === 0) args.push("--no-sandbox");
  if (headless) args.push("--disable-gpu");
  if (proxy) args.push(`--proxy-server=http://127.0.0.1:${proxy.port}`, "--disable-quic", "--disable-component-update", "--disable-sync");
  return {
    browser: "chrome",
    // Branded Chrome and Edge no longer take extensions from the command line, but do over the pipe.
    pipe: true,
    enableExtensions: true,
    ignoreDefaultArgs: headless ? [] : ["--enable-automation"],
    args,
  };
}

function firefox({ prefs }: LaunchOptions, id: string, proxy: RefusingProxy | undefined): PuppeteerOptions {
  const refuse = proxy && {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": proxy.port,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": proxy.port,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
  };
  return {
    browser: "firefox",
    // Without, the extension's own pages cannot be driven.
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: { "extensions.webextensions.uuids": JSON.stringify({ [id]: FIREFOX_UUID }), ...refuse, ...prefs },
  };
}

/** A browser from snap sees another `/tmp` than we do, but shares this folder with us. */
function parentFolder(browser: InstalledBrowser): string {
  const shared = join(process.env["HOME"] ?? "", "snap", browser.family, "common");
  return isSnap(browser) && existsSync(shared) ? shared : tmpdir();
}

function geckoId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, "manifest.json"), "utf8")) as { browser_specific_settings?: { gecko?: { id?: string } } };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Trouble(`The extension in ${extension} has no id for Firefox in its manifest: build it with “npm run build”.`);
  return id;
}

async function openExtensionPage(browser: Browser, family: Family, address: string): Promise<Page> {
  const page = await browser.newPage();
  // Firefox never reports that such a page was loaded: ask the page itself.
  await page.goto(address, family === "firefox" ? { waitUntil: [] } : {});
  await page.waitForFunction(`location.href === ${JSON.stringify(address)} && document.readyState === "complete"`, UNSEEN);
  return page;
}

/** @param politely How long it may take to close by itself, in milliseconds; 0 does not even ask. */
async function closeBrowser(browser: Browser, politely: number): Promise<void> {
  const pid = browser.process()?.pid;
  if (politely > 0) await Promise.race([browser.close().catch(() => {}), pause(politely)]);
  if (pid === undefined || process.platform === "win32") return;
  // puppeteer starts browsers in a process group of their own: whatever is left of it would still write to the profile.
  for (let left = LAST_WRITES_MS; left > 0 && signalGroup(pid, "SIGKILL"); left -= POLL_MS) await pause(POLL_MS);
}

/** @returns Whether there was anybody to get the signal. */
function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}
