/** Opens a page and the panel beside it, each in a window of its own, and times what is drawn. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { type Driven, EXTENSION, launch } from "../../scripts/drive/launch";
import { expression } from "../../scripts/drive/in-page";
import { waitForPaint } from "../../scripts/drive/names";
import { pause } from "../../scripts/drive/pause";
import { serve } from "../../scripts/drive/serve";
import type { InstalledBrowser } from "../../scripts/lib/browsers";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Between two measurements, everything has come to rest. */
const QUIET_MS = 700;
const LIMIT_MS = 20_000;

/** All in milliseconds. */
export interface Drawn {
  /** From the names in the page to the frame that shows them in the panel. */
  panel: number;
  /** From the call of Preact's `render` to the frame that shows the same tree. */
  bare: number;
  /** From one frame to the next. */
  frame: number;
}

export interface PanelLab {
  /** Replaces the article by one that names these, and waits until the panel shows them. */
  turnTo(names: readonly string[]): Promise<Drawn>;
  close(): Promise<void>;
}

/** Notes in the page when its names have changed, on a clock that all documents of a browser share. */
const PROBE = `{
  const page = globalThis[Symbol.for("backstory.page")];
  let heard;
  Object.defineProperty(page, "onChange", {
    configurable: true,
    get: () => heard && (() => {
      document.documentElement.dataset.changed = String(performance.timeOrigin + performance.now());
      heard();
    }),
    set: (listener) => (heard = listener),
  });
}`;

/** @param preact its code, as a script that leaves \`preact\` on the global object */
export async function openPanelLab(browser: InstalledBrowser, first: readonly string[], preact: string): Promise<PanelLab> {
  const folder = mkdtempSync(join(tmpdir(), "backstory-bench-"));
  cpSync(join(ROOT, EXTENSION[browser.family]), folder, { recursive: true });
  const follow = join(folder, "follow.js");
  writeFileSync(follow, `${PROBE}\n${readFileSync(follow, "utf8")}`);
  const html = `<!doctype html><html lang="en"><title>A story</title><article id="story">${paragraphs(first)}</article></html>`;
  const site = await serve((path) => (path === "/story.html" ? { text: html, type: "text/html; charset=utf-8" } : undefined));
  let driven: Driven | undefined;
  const close = async () => {
    await driven?.close();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    driven = await launch({ browser, extension: folder, headless: true, offline: true, viewport: { width: 1200, height: 800 } });
    const page = await driven.browser.newPage();
    await page.goto(`${site.origin}/story.html`);
    await waitForPaint(page);
    const panel = await openPanel(driven, page);
    await panel.evaluate(preact);
    await panel.waitForSelector(".member");
    return { close, turnTo: (names) => turnTo(page, panel, names) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The panel in a window of its own, so that both are seen and neither is slowed down. */
async function openPanel({ browser, base, extensionPage }: Driven, page: Page): Promise<Page> {
  const helper = await extensionPage("welcome.html");
  await page.bringToFront();
  await helper.evaluate(async () => {
    interface Tabs {
      tabs: { query(what: object): Promise<{ id: number; url?: string }[]> };
      windows: { create(what: object): Promise<unknown> };
    }
    const scope = globalThis as unknown as { browser?: Tabs; chrome: Tabs };
    const { tabs, windows } = scope.browser ?? scope.chrome;
    const story = (await tabs.query({})).find(({ url }) => url?.endsWith("/story.html"));
    await windows.create({ url: `sidepanel.html#tab=${story!.id}`, type: "popup", width: 400, height: 900 });
  });
  await helper.close();
  for (const deadline = Date.now() + LIMIT_MS; ; await pause(50)) {
    for (const each of await browser.pages(true)) {
      // Firefox does not report where pages of extensions have got to.
      const address = await each.evaluate(() => location.href).catch(() => "");
      if (address.startsWith(`${base}sidepanel.html`)) return each;
    }
    if (Date.now() > deadline) throw new Error("The panel did not open");
  }
}

async function turnTo(page: Page, panel: Page, names: readonly string[]): Promise<Drawn> {
  await pause(QUIET_MS);
  const drawn = panel.evaluate(expression(watchPanel, names.length, names[0]!, LIMIT_MS)) as Promise<Awaited<ReturnType<typeof watchPanel>>>;
  await page.evaluate((text) => document.getElementById("story")!.replaceChildren(document.createRange().createContextualFragment(text)), paragraphs(names));
  const { at, frame } = await drawn;
  const changed = Number(await page.evaluate(() => document.documentElement.dataset["changed"]));
  const bare = (await panel.evaluate(expression(renderBare))) as number;
  return { panel: at - changed, bare, frame };
}

function paragraphs(names: readonly string[]): string {
  const words = (name: string) => `In those years ${name} was heard of in the capital, and whoever was there in 1956 has told what came of it: some of them in letters, some of them in books that nobody read before the archives were opened, and most of them not at all.`;
  return `<h1>What became of ${names[0]}</h1>${names.map((name) => `<p>${words(name)}</p>`).join("")}`;
}

/** Runs in the panel: when a cast of this size that has this name is shown, and how long a frame takes. */
async function watchPanel(size: number, name: string, limit: number): Promise<{ at: number; frame: number }> {
  const isThere = () => {
    const shown = [...document.querySelectorAll(".member .name")].map(({ textContent }) => textContent);
    return shown.length >= size * 0.9 && shown.includes(name);
  };
  const at = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The panel did not show the new cast")), limit);
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      clearTimeout(timer);
      requestAnimationFrame((time) => resolve(performance.timeOrigin + time));
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  // Afterwards: before, what is waited for might be missed.
  const next = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const times: number[] = [];
  for (let count = 0; count < 20; count++) times.push(await next());
  const steps = times.slice(1).map((time, at) => time - times[at]!).sort((a, b) => a - b);
  return { at, frame: steps[steps.length >> 1]! };
}

/** Runs in the panel: renders what it shows once more with Preact alone, until it is drawn. */
async function renderBare(): Promise<number> {
  interface Preact {
    h(tag: string, props: Record<string, string> | null, ...children: unknown[]): unknown;
    render(tree: unknown, into: Element | DocumentFragment): void;
  }
  const { h, render } = (globalThis as unknown as { preact: Preact }).preact;
  const copy = (node: Node): unknown => {
    if (!(node instanceof Element)) return node.textContent;
    const props = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
    return h(node.localName, props, ...[...node.childNodes].map(copy));
  };
  const root = document.getElementById("root")!;
  const tree = copy(root.firstElementChild!);
  const into = document.createElement("div");
  document.body.append(into);
  root.hidden = true;
  await new Promise(requestAnimationFrame);
  const from = performance.now();
  render(tree, into);
  const to = await new Promise<number>(requestAnimationFrame);
  into.remove();
  root.hidden = false;
  return to - from;
}
