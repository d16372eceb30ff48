/** mark.js at the same work, in the page's own world, where its users run it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";
import { pause } from "../../scripts/drive/pause";

/** Longer than mark.js takes for 500 names on a page of a megabyte, on a slow machine. */
const LIMIT_MS = 15 * 60_000;
const POLL_MS = 200;

export interface PeerRun {
  /** Milliseconds that the call takes; mark.js works in one go. */
  time: number;
  /** Elements that were put around text. */
  marks: number;
}

/** One pass a name, as mark.js does for a list of words that are not to be split. */
export function markNames(page: Page, names: readonly string[]): Promise<PeerRun> {
  return runInPage(page, `mark(${JSON.stringify(names)}, { separateWordSearch: false, accuracy: "exactly", done })`);
}

/** One pass for a regular expression in which all names stand, the longest first. */
export function markAlternation(page: Page, names: readonly string[]): Promise<PeerRun> {
  const escaped = names.toSorted((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const source = JSON.stringify(`\\b(?:${escaped.join("|")})\\b`);
  return runInPage(page, `markRegExp(new RegExp(${source}, "gi"), { done })`);
}

async function runInPage(page: Page, call: string): Promise<PeerRun> {
  const library = createRequire(new URL("../package.json", import.meta.url)).resolve("mark.js/dist/mark.min.js");
  await page.evaluate(readFileSync(library, "utf8"));
  await page.evaluate(
    `setTimeout(() => {
      const began = performance.now();
      const done = (marks) => { globalThis.peerRun = { time: performance.now() - began, marks }; };
      new Mark(document.body).${call};
    }, 50)`,
  );
  for (const deadline = Date.now() + LIMIT_MS; ; await pause(POLL_MS)) {
    // A page that works in one go answers nobody until it is done; the driver gives up sooner than we do.
    const run = (await page.evaluate("globalThis.peerRun ?? null").catch(() => null)) as PeerRun | null;
    if (run) return run;
    if (Date.now() > deadline) throw new Error(`mark.js has not come to an end within ${LIMIT_MS / 60_000} minutes.`);
  }
}
