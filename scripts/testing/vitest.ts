/** Runs a vitest project and counts its tests. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
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
  testResults: { name: string; status: string; assertionResults: unknown[] }[];
}

export async function runVitest({ project, files, env, timeoutMs, folder }: VitestRun, say: Say): Promise<StepResult> {
  const report = join(folder, `${project}-${env["BROWSER"] ?? "node"}.json`);
  const { code, output, timedOut } = await run(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...files],
    { cwd: ROOT, env: { ...process.env, ...env, TMPDIR: folder, TEMP: folder, TMP: folder, NO_COLOR: "1" }, timeoutMs, onLine: say },
  );
  return count(readReport(report), code, timedOut ? `${output}\nThe time limit of ${timeoutMs / 60_000} minutes was reached.` : output);
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return undefined; // vitest did not get as far as writing one.
  }
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
