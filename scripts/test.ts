/**
 * `npm test`: types, lint, unit tests, packs, builds, and the built extension in Chromium and Firefox.
 * The last line says how many tests and checks have passed and failed; the exit code is 1 where one has failed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Family } from "./lib/browsers";
import { createProgress, seconds } from "./lib/progress.mjs";
import { onStop, stopOnCrash } from "./lib/stop.mjs";
import { explain } from "./lib/trouble";
import { killLeftovers } from "./testing/leftovers";
import { failed, type Step, type StepResult } from "./testing/step";
import { allSteps, type Choice, GROUPS, isBrowserTest } from "./testing/steps";

const HELP = `npm test -- [options] [test files]

  --only PART   ${GROUPS.join(", ")}; may be repeated
  --browser B   chromium or firefox alone
  --help

  npm test -- tests/browser/card.test.ts    builds, then runs these tests in both browsers
  npm test -- src/packs/dates.test.ts       runs these tests`;

/** What a step printed is cut to its last lines: the rest is for whoever runs that step alone. */
const OUTPUT_LINES = 200;

stopOnCrash();
const progress = createProgress(process.stdout);
const { groups, files, families } = readChoice();
const folder = mkdtempSync(join(tmpdir(), "backstory-test-"));
onStop(cleanUp);
process.exitCode = await runAll(choose(allSteps({ files, families, folder })));
await cleanUp();

function readChoice(): Omit<Choice, "folder"> & { groups: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      options: { only: { type: "string", multiple: true }, browser: { type: "string" }, help: { type: "boolean" } },
      allowPositionals: true,
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    const known: readonly string[] = GROUPS;
    const unknown = values.only?.find((group) => !known.includes(group));
    if (unknown) throw new Error(`There is no part “${unknown}”`);
    if (values.browser && values.browser !== "chromium" && values.browser !== "firefox") throw new Error(`“${values.browser}” is not a browser to test in`);
    const asked = values.only ?? [...new Set(positionals.map((file) => (isBrowserTest(file) ? "browser" : "unit")))];
    return {
      groups: asked.length ? asked : known,
      files: positionals,
      families: values.browser ? [values.browser as Family] : ["chromium", "firefox"],
    };
  } catch (error) {
    console.error(`${(error as Error).message}.\n\n${HELP}`);
    process.exit(2);
  }
}

/** The steps that were asked for, with those that they need. */
function choose(steps: Step[]): Step[] {
  const wanted = new Set(steps.filter((step) => groups.includes(step.group)).map((step) => step.title));
  for (const step of steps.toReversed()) {
    if (wanted.has(step.title)) for (const title of step.needs) wanted.add(title);
  }
  return steps.filter((step) => wanted.has(step.title));
}

/** @returns The exit code. */
async function runAll(steps: Step[]): Promise<number> {
  const began = performance.now();
  const broken = new Set<string>();
  const total = { passed: 0, failed: 0 };
  for (const step of steps) {
    const missing = step.needs.find((title) => broken.has(title));
    if (missing) {
      progress.line(`– ${step.title}: not run, because “${missing}” has failed`);
      broken.add(step.title);
      continue;
    }
    const result = await runStep(step);
    total.passed += result.passed;
    total.failed += result.failed;
    if (result.failed) broken.add(step.title);
  }
  progress.line(`\n${broken.size ? `Not all is well: ${[...broken].join(", ")}` : "All is well"}  ${seconds(performance.now() - began)}`);
  progress.line(`${total.passed} passed, ${total.failed} failed`);
  return total.failed ? 1 : 0;
}

async function runStep(step: Step): Promise<StepResult> {
  const result = await progress.step(step.title, (say) => step.run(say).catch((error: unknown) => failed(explain(error))), outcome);
  if (result.output) progress.line(indent(result.output));
  return result;
}

function outcome({ failed: failures, notes }: StepResult): { ok: boolean; note: string } {
  return { ok: failures === 0, note: [...(failures > 1 ? [`${failures} failed`] : []), ...notes].join(", ") };
}

function indent(output: string): string {
  const lines = output.trim().split("\n");
  const cut = lines.length > OUTPUT_LINES ? ["…", ...lines.slice(-OUTPUT_LINES)] : lines;
  return cut.map((line) => `    ${line}`).join("\n");
}

async function cleanUp(): Promise<void> {
  await killLeftovers(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
