/** What is downloaded, as it lies on the disk. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Session } from "./launch";
import { until } from "./until";

/** Of files that are not there as a whole yet. */
const PARTIAL = /\.(?:crdownload|part|tmp)$|^\./;

export interface Downloads {
  /** For `launch`: has Firefox put downloads into the folder without asking. */
  readonly prefs: Record<string, unknown>;
  /** The same for Chromium. */
  use(session: Session): Promise<void>;
  /** Waits for a file, and takes it out of the folder. @returns its name and its text */
  take(): Promise<{ name: string; text: string }>;
}

/** A folder of the test's own, which is removed after it. */
export function downloadFolder(): Downloads {
  const folder = mkdtempSync(join(tmpdir(), "backstory-downloads-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const whole = () => {
    const names = readdirSync(folder);
    return names.some((name) => PARTIAL.test(name)) ? [] : names;
  };
  return {
    prefs: { "browser.download.folderList": 2, "browser.download.dir": folder, "browser.download.useDownloadDir": true },
    async use({ family, driven }) {
      if (family === "firefox") return;
      const session = await driven.browser.target().createCDPSession();
      await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
    },
    async take() {
      // Firefox makes an empty file first.
      await until(async () => whole().some((name) => readFileSync(join(folder, name)).length > 0), "a file is downloaded");
      const [name] = whole() as [string];
      const text = readFileSync(join(folder, name), "utf8");
      rmSync(join(folder, name));
      return { name, text };
    },
  };
}
