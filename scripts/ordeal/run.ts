/** Runs the ordeal for as many rounds as are wanted, and through crashes of the browser itself. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Driven, launch, type LaunchOptions } from "../drive/launch";
import { onStop } from "../lib/stop.mjs";
import { Ordeal, type Tally } from "./ordeal";

export interface Trial {
  browser: LaunchOptions["browser"];
  /** Folder of the built extension. */
  extension: string;
  rounds: number;
  /** Rounds after which the browser is killed and started again with the same profile. */
  crashEvery: number;
  seed: number;
  /** Told after each round. */
  watch?: (tally: Tally) => void;
}

/** What Firefox would do with a temporary extension when it is closed: forget its data. */
const KEEP_DATA = { "extensions.webextensions.keepUuidOnUninstall": true, "extensions.webextensions.keepStorageOnUninstall": true };

export async function runOrdeal({ browser, extension, rounds, crashEvery, seed, watch }: Trial): Promise<Tally> {
  const profile = mkdtempSync(join(tmpdir(), "backstory-ordeal-"));
  const clear = () => rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  const forget = onStop(clear);
  const start = (): Promise<Driven> => launch({ browser, extension, headless: true, offline: true, prefs: KEEP_DATA, profile });
  let driven = await start();
  try {
    const ordeal = new Ordeal(seed);
    await ordeal.begin(driven);
    while (ordeal.tally.rounds < rounds) {
      await ordeal.round();
      watch?.(ordeal.tally);
      if (ordeal.tally.rounds % crashEvery > 0) continue;
      await driven.crash();
      driven = await start();
      await ordeal.begin(driven);
    }
    return ordeal.tally;
  } finally {
    await driven.close();
    forget();
    clear();
  }
}
