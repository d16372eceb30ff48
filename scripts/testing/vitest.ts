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
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** Names of the tests of a file. Of one that failed before or after its tests, the file itself is among those that failed. */
export interface FileResult {
  passed: string[];
  failed: string[];
}

export interface VitestResult extends StepResult {
  /** By their absolute paths. */
  files: Map<string, FileResult>;
}

/** What goes wrong in more files than these does not go wrong by chance. */
const MOST_BY_CHANCE = 3;
/** How vitest begins what it tells of errors that belong to no test. */
const UNHANDLED = /Unhandled (?:Error|Rejection)/;

/**
 * Runs the tests, and once more the files in which some failed, where they are few: a browser may stumble over a busy
 * machine. What passes only then is told by name, with the error that there was.
 */
export async function runTwiceWhereNeeded(options: VitestRun, say: Say): Promise<StepResult> {
  const first = await runVitest(options, say);
  return mayBeChance(first) ? together(first, await runVitest({ ...options, files: failedFiles(first) }, say)) : first;
}

/** Whether all that went wrong did so in a few files, of which it is known what. */
export function mayBeChance(result: VitestResult): boolean {
  const { failed, files, output } = result;
  const known = [...files.values()].reduce((sum, file) => sum + file.failed.length, 0);
  return failed > 0 && known === failed && failedFiles(result).length <= MOST_BY_CHANCE && !UNHANDLED.test(output);
}

function failedFiles({ files }: VitestResult): string[] {
  return [...files].filter(([, { failed }]) => failed.length > 0).map(([file]) => file);
}

/** What two runs come to, of which the second was one of the files that failed in the first. */
export function together(first: VitestResult, second: VitestResult): StepResult {
  const all = [...new Map([...first.files, ...second.files]).values()];
  const passed = all.reduce((sum, file) => sum + file.passed.length, 0);
  // A run that ended badly without a test that failed counts as well.
  const failed = Math.max(second.failed, all.reduce((sum, file) => sum + file.failed.length, 0));
  const unsteady = [...first.files].flatMap(([file, { failed: names }]) => {
    const again = second.files.get(file);
    return names.filter((name) => again?.passed.includes(name) || (again?.failed.length === 0 && name === itself(file)));
  });
  const told = unsteady.length ? [`UNSTEADY, passed only when tried again: ${unsteady.map((name) => `“${name}”`).join(", ")}`] : [];
  return { passed, failed, output: failed ? `${first.output}\n${second.output}` : first.output, notes: [`${passed + failed} tests`, ...told] };
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
  return { ...count(result, code, log), files: filesOf(result) };
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return undefined; // vitest did not get as far as writing one.
  }
}

function filesOf(report: Report | undefined): Map<string, FileResult> {
  return new Map((report?.testResults ?? []).map((file) => [file.name, fileResult(file)]));
}

function fileResult({ name, status, assertionResults }: Report["testResults"][number]): FileResult {
  const named = (wanted: string) => assertionResults.filter((each) => each.status === wanted).map(({ fullName }) => fullName);
  const failed = named("failed");
  return { passed: named("passed"), failed: status === "failed" && failed.length === 0 ? [itself(name)] : failed };
}

function itself(file: string): string {
  return `${basename(file)} itself`;
}

/** A run that failed counts one failure at least, though no single test may have: a file that does not even load, a hook. */
export function count(report: Report | undefined, code: number, output: string): StepResult {
  const passed = report?.numPassedTests ?? 0;
  const failed = [...filesOf(report).values()].reduce((sum, file) => sum + file.failed.length, 0);
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const notes = skipped ? [`${skipped} tests were skipped`] : [];
  if (passed + failed === 0) return { passed, failed: 1, output: output || "No test was run.", notes };
  if (code !== 0 && failed === 0) return { passed, failed: 1, output, notes };
  return { passed, failed, output: failed ? output : "", notes: [`${passed + failed} tests`, ...notes] };
}
