/** A short ordeal: nothing that was answered is lost. The long one is `npm run -s ordeal`. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { EXTENSION } from "../../scripts/drive/launch";
import { type Family, findBrowser } from "../../scripts/lib/browsers";
import { runOrdeal } from "../../scripts/ordeal/run";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Rounds take a third of a second; more where the machine has other things to do. */
const LIMIT_MS = 180_000;

test("nothing that was answered is lost when the background is killed, nor when the whole browser is", async () => {
  const family: Family = process.env["BROWSER"] === "firefox" ? "firefox" : "chromium";
  const tally = await runOrdeal({ browser: findBrowser(family)!, extension: join(ROOT, EXTENSION[family]), rounds: 40, crashEvery: 25, seed: Date.now() % 2 ** 32 });
  expect(tally.faults).toEqual([]);
  expect(tally.refused).toBe(0);
  // The background really was killed in the middle of something.
  expect(tally.again + tally.unanswered).toBeGreaterThan(0);
  expect(tally.requests).toBeGreaterThan(2 * tally.again);
}, LIMIT_MS);
