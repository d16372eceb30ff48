/** Opens the generated page in a browser with the built extension in it, and times what happens there. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { type Driven, EXTENSION, launch } from "../../scripts/drive/launch";
import { pause } from "../../scripts/drive/pause";
import { serve, type Site } from "../../scripts/drive/serve";
import type { InstalledBrowser } from "../../scripts/lib/browsers";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Address at which the reader of the instrumented extension keeps away. */
const BARE = "/page.html?bare";
const POLL_MS = 100;
/** The page counts as marked to its end when nothing has happened for this long. */
const QUIET_MS = 1_500;

/** All in milliseconds. */
export interface OurRun {
  /** From the first slice to the last that registered a Highlight, without the pauses in which nothing was under way. */
  busy: number;
  /** The same by the clock on the wall, pauses included. */
  wall: number;
  /** To the first name that was marked. */
  first: number;
  /** Of the reader's code on the page's thread, in all. */
  thread: number;
  longest: number;
  /** Pieces of text that are highlighted in the end. */
  pieces: number;
}

/** All in milliseconds. */
export interface BareRun {
  walk: number;
  message: number;
  nodes: number;
  length: number;
  /** The longest of a hundred slices that do nothing until 4 ms are over. */
  control: number;
}

export interface Lab {
  readonly site: Site;
  ours(): Promise<OurRun>;
  bare(): Promise<BareRun>;
  /** The page without the extension's hands on it. */
  untouched(): Promise<Page>;
  close(): Promise<void>;
}

/** Starts a browser with an instrumented copy of the built extension. @param html the page to measure on */
export async function openLab(browser: InstalledBrowser, html: string): Promise<Lab> {
  const folder = mkdtempSync(join(tmpdir(), "backstory-bench-"));
  instrument(join(ROOT, EXTENSION[browser.family]), folder);
  const site = await serve((path) => (path === "/page.html" ? { text: html, type: "text/html; charset=utf-8" } : undefined));
  let driven: Driven;
  try {
    driven = await launch({ browser, extension: folder, headless: true, offline: true, viewport: { width: 1200, height: 800 } });
  } catch (error) {
    await site.close();
    rmSync(folder, { recursive: true });
    throw error;
  }
  const open = async (path: string) => {
    const page = await driven.browser.newPage();
    await page.goto(site.origin + path);
    return page;
  };
  return {
    site,
    async ours() {
      const page = await open("/page.html");
      const run = summarise(await settled(page));
      await page.close();
      return run;
    },
    async bare() {
      const page = await open(BARE);
      await pause(300);
      const run = (await report(page, "bench:bare")) as BareRun;
      await page.close();
      return run;
    },
    untouched: () => open(BARE),
    async close() {
      await driven.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function instrument(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const reader = join(to, "reader.js");
  const probe = readFileSync(join(ROOT, "bench/page/probe.js"), "utf8");
  writeFileSync(reader, `${probe}\nif (location.search !== "?bare") {\n${readFileSync(reader, "utf8")}\n}`);
  const background = join(to, "background.js");
  const echo = "(globalThis.browser ?? chrome).runtime.onMessage.addListener((m, _, respond) => { if (m?.bench) respond(m); });\n";
  writeFileSync(background, echo + readFileSync(background, "utf8"));
}

/** What the probe has taken down: see there. */
interface Record {
  slices: [start: number, end: number, pieces: number][];
  /** JSON has no infinity. */
  messages: [sent: number, answered: number | null][];
}

async function settled(page: Page): Promise<Record> {
  for (let last = -1, since = Date.now(); ; await pause(POLL_MS)) {
    const record = (await report(page, "bench:report")) as Record;
    const pieces = record.slices.at(-1)?.[2] ?? 0;
    if (pieces !== last || pieces === 0 || record.messages.some(([, answered]) => answered === null)) since = Date.now();
    last = pieces;
    if (Date.now() - since > QUIET_MS) return record;
  }
}

/** Asks the probe, which answers into an attribute: the page and the probe share nothing but the document. */
async function report(page: Page, type: string): Promise<unknown> {
  await page.evaluate(`document.documentElement.removeAttribute("data-bench"); document.dispatchEvent(new CustomEvent(${JSON.stringify(type)}))`);
  await page.waitForFunction("document.documentElement.hasAttribute('data-bench')");
  return JSON.parse((await page.evaluate("document.documentElement.getAttribute('data-bench')")) as string);
}

function summarise({ slices, messages }: Record): OurRun {
  const pieces = slices.at(-1)![2];
  const start = slices[0]![0];
  const first = slices.find((slice) => slice[2] > 0)![1];
  const end = slices.find((slice) => slice[2] === pieces)![1];
  const until = slices.filter((slice) => slice[1] <= end);
  const longest = Math.max(...until.map(([from, to]) => to - from));
  const thread = until.reduce((sum, [from, to]) => sum + to - from, 0);
  const answered = messages.flatMap(([sent, at]) => (at !== null && at <= end ? [[sent, at] as const] : []));
  const spans = [...until.map(([from, to]) => [from, to] as const), ...answered];
  return {
    busy: covered(spans),
    wall: end - start,
    first: first - start,
    thread,
    longest,
    pieces,
  };
}

/** Length of what the spans cover together. */
function covered(spans: (readonly [number, number])[]): number {
  let sum = 0;
  let reached = -Infinity;
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    sum += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return sum;
}
