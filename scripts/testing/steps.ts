/** The steps of `npm test`, in the order in which they run. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Family, findOrInstallBrowser } from "../lib/browsers";
import { run } from "../lib/child.mjs";
import { ROOT } from "../lib/install.mjs";
import { explain } from "../lib/trouble";
import { killLeftovers } from "./leftovers";
import { failed, passed, type Say, type Step, type StepResult } from "./step";
import { runTwiceWhereNeeded, runVitest } from "./vitest";
import { lintBuild } from "./web-ext";

const MINUTE = 60_000;

/** Nothing that is not stuck takes longer, even on a busy machine. */
const LIMITS = { check: 5 * MINUTE, unit: 10 * MINUTE, build: 5 * MINUTE, browser: 45 * MINUTE };

/** Texts that packs quote from, beside the repository. Not everybody has them. */
const SOURCES = ["../shared/seeds", "../shared/sources"];

const FAMILIES: readonly Family[] = ["chromium", "firefox"];
const BUILD = { chromium: "chrome", firefox: "firefox" } as const;
const TITLE = { chromium: "Chromium", firefox: "Firefox" } as const;

export interface Choice {
  /** Test files to run, relative to the repository; empty for all. */
  files: string[];
  /** Browsers to test in. */
  families: readonly Family[];
  /** Folder for reports and profiles; whatever is in it goes when the run is over. */
  folder: string;
}

export const GROUPS = ["types", "lint", "unit", "packs", "build", "web-ext", "size", "browser"] as const;

export function allSteps({ files, families, folder }: Choice): Step[] {
  const unitFiles = files.filter((file) => !isBrowserTest(file));
  const browserFiles = files.filter(isBrowserTest);
  return [
    program("types", "Types", ["node_modules/typescript/bin/tsc", "--noEmit"]),
    program("lint", "Lint", ["node_modules/oxlint/bin/oxlint", "--deny-warnings"]),
    { group: "unit", title: "Unit tests", needs: [], run: (say) => runVitest({ project: "unit", files: unitFiles, env: {}, timeoutMs: LIMITS.unit, folder }, say) },
    ...packs().map(checkPack),
    ...FAMILIES.map(build),
    ...FAMILIES.map((family): Step => ({
      group: "web-ext",
      title: `web-ext lint, ${TITLE[family]}`,
      needs: [buildTitle(family)],
      run: () => lintBuild(BUILD[family]),
    })),
    program("size", "Size of what pages load", ["scripts/run.mjs", "scripts/check-size.ts"], FAMILIES.map(buildTitle)),
    ...families.flatMap((family) => [findBrowserFor(family), testIn(family, browserFiles, folder)]),
  ];
}

export function isBrowserTest(file: string): boolean {
  return file.replace(/^\.\//, "").startsWith("tests/browser");
}

/** A program that says by its exit code whether all is well. */
function program(group: string, title: string, args: string[], needs: string[] = [], timeoutMs = LIMITS.check): Step {
  return {
    group,
    title,
    needs,
    async run(say) {
      const { code, output, timedOut } = await run(process.execPath, args, { cwd: ROOT, timeoutMs, onLine: say, env: { ...process.env, NO_COLOR: "1" } });
      if (timedOut) return failed(`${output}\nThe time limit of ${timeoutMs / MINUTE} minutes was reached.`);
      return code === 0 ? passed() : failed(output);
    },
  };
}

function packs(): string[] {
  return readdirSync(join(ROOT, "packs")).filter((name) => existsSync(join(ROOT, "packs", name, "pack.yaml")));
}

function checkPack(name: string): Step {
  const sources = SOURCES.filter((folder) => existsSync(join(ROOT, folder)));
  const args = ["scripts/run.mjs", "scripts/pack.ts", "check", `packs/${name}`, ...sources.flatMap((folder) => ["--sources", folder])];
  const step = program("packs", `Pack ${name}`, args);
  const note = sources.length ? `quotes compared with ${sources.join(", ")}` : "quotes not compared: their sources are not here";
  return { ...step, run: async (say) => addNotes(await step.run(say), note) };
}

const addNotes = (result: StepResult, ...notes: string[]): StepResult => ({ ...result, notes: [...result.notes, ...notes] });

const buildTitle = (family: Family) => `Build for ${TITLE[family]}`;

function build(family: Family): Step {
  return program("build", buildTitle(family), ["scripts/run.mjs", "scripts/build.ts", BUILD[family]], [], LIMITS.build);
}

const browserTitle = (family: Family) => `${TITLE[family]} is here`;

function findBrowserFor(family: Family): Step {
  return {
    group: "browser",
    title: browserTitle(family),
    needs: [],
    async run(say) {
      try {
        return passed((await findOrInstallBrowser(family, say)).path);
      } catch (error) {
        return failed(explain(error));
      }
    },
  };
}

function testIn(family: Family, files: string[], folder: string): Step {
  return {
    group: "browser",
    title: `Browser tests in ${TITLE[family]}`,
    needs: [buildTitle(family), browserTitle(family)],
    run: (say: Say) => withoutLeftovers(folder, () => runTwiceWhereNeeded({ project: "browser", files, env: { BROWSER: family }, timeoutMs: LIMITS.browser, folder }, say)),
  };
}

async function withoutLeftovers(folder: string, work: () => Promise<StepResult>): Promise<StepResult> {
  const result = await work();
  const left = await killLeftovers(folder);
  return left ? addNotes(result, `${left} processes were left behind and have been ended`) : result;
}
