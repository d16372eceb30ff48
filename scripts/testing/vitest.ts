/** Runs a vitest project and counts its tests. */
import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { run } from "../lib/child.mjs";
import { ROOT } from "../lib/install.mjs";
import type { Say, StepResult } from "./step";

export interface VitestRun {
  project: "unit" | "browser";
  /** Files to run; all of the project where there are none. */
  files: string[];
  env: Record<string, string>;
  timeoutMs: number;
  /** Folder for the report, and for all temporary files. */
  folder: string;
}

/** The part of vitest's JSON report that we read. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}

export interface VitestResult extends StepResult {
  /** Files in which something failed, by their absolute paths, with the names of the tests that did. */
  failures: Map<string, string[]>;
}

/** What goes wrong in more files than these does not go wrong by chance. */
const MOST_BY_CHANCE = 3;

/**
 * Runs the tests, and once more the files in which some failed, where they are few: a browser may stumble over a busy
 * machine. What passes only then is told by name, with the error that there was.
 */
export async function runTwiceWhereNeeded(options: VitestRun, say: Say): Promise<StepResult> {
  const first = await runVitest(options, say);
  return mayBeChance(first) ? together(first, await runVitest({ ...options, files: [...first.failures.keys()] }, say)) : first;
}

/** Whether all that went wrong did so in a few files, of which it is known what. */
export function mayBeChance({ failed, failures }: VitestResult): boolean {
  return failed > 0 && failures.size <= MOST_BY_CHANCE && [...failures.values()].flat().length === failed;
}

/** What two runs come to, of which the second was one of the files that failed in the first. */
export function together(first: VitestResult, second: VitestResult): StepResult {
  const all = first.passed + first.failed;
  const { failed } = second;
  const unsteady = [...first.failures].flatMap(([file, names]) => names.filter((name) => !second.failures.get(file)?.includes(name)));
  const told = unsteady.length && (!failed || second.failures.size) ? [`UNSTEADY, passed only when tried again: ${unsteady.map((name) => `“${name}”`).join(", ")}`] : [];
  return { passed: all - failed, failed, output: failed ? `${first.output}\n${second.output}` : first.output, notes: [...first.notes, ...told] };
}

export async function runVitest({ project, files, env, timeoutMs, folder }: VitestRun, say: Say): Promise<VitestResult> {
  const report = join(folder, `${project}-${env["BROWSER"] ?? "node"}.json`);
  const { code, output, timedOut } = await run(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...files],
    { cwd: ROOT, env: { ...process.env, ...env, TMPDIR: folder, TEMP: folder, TMP: folder, NO_COLOR: "1" }, timeoutMs, onLine: say },
  );
  const result = readReport(report);
  rmSync(report, { force: true });
  const log = timedOut ? `${output}\nThe time limit of ${timeoutMs / 60_000} minutes was reached.` : output;
  return { ...count(result, code, log), failures: failuresOf(result) };
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return undefined; // vitest did not get as far as writing one.
  }
}

function failuresOf(report: Report | undefined): Map<string, string[]> {
  const failed = (report?.testResults ?? []).filter(({ status }) => status === "failed");
  return new Map(failed.map(({ name, assertionResults: all }) => [name, all.length ? all.filter((each) => each.status === "failed").map(({ fullName }) => fullName) : [`${basename(name)} itself`]]));
}

/** A run that failed counts one failure at least, though no single test may have: a file that does not even load. */
export function count(report: Report | undefined, code: number, output: string): StepResult {
  const passed = report?.numPassedTests ?? 0;
  const failedFiles = report?.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length ?? 0;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const failed = (report?.numFailedTests ?? 0) + failedFiles;
  const notes = skipped ? [`${skipped} tests were skipped`] : [];
  if (passed + failed === 0) return { passed, failed: 1, output: output || "No test was run.", notes };
  if (code !== 0 && failed === 0) return { passed, failed: 1, output, notes };
  return { passed, failed, output: failed ? output : "", notes: [`${passed + failed} tests`, ...notes] };
}
