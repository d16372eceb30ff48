/** Builds the extension as `npm run build` does, quietly. */
import { run } from "./child.mjs";
import type { Family } from "./browsers";
import { ROOT } from "./install.mjs";
import { Trouble } from "./trouble";

/** What scripts/build.ts calls the families. */
export const BUILD_TARGET: Record<Family, string> = { chromium: "chrome", firefox: "firefox" };

/** @throws {Trouble} With what the build printed, where it fails. */
export async function buildExtension(family: Family): Promise<void> {
  const { code, output } = await run(process.execPath, ["scripts/run.mjs", "scripts/build.ts", BUILD_TARGET[family]], { cwd: ROOT });
  if (code !== 0) throw new Trouble(`Backstory could not be built:\n${output.trim()}`);
}
