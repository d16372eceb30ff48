/** Steps that run each in a process of its own, so that one that runs out of memory or time ends alone. */
import { fileURLToPath } from "node:url";
import { run } from "../../scripts/lib/child.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** How a step ended: with what it has found out, or without. */
export type Outcome<T> = { result: T } | { failed: "time" | "memory" | "error"; output: string };

/** Objects that a step may hold, in MB: twice what Node.js gives a program by itself on most machines. */
const HEAP_MB = 4096;

/** Runs `bench/STEP.ts`, which answers with JSON. @param step as in "node/prepare" */
export async function runStep<T>(step: string, task: object, timeoutMs: number): Promise<Outcome<T>> {
  const args = ["--expose-gc", `--max-old-space-size=${HEAP_MB}`, "scripts/run.mjs", `bench/${step}.ts`, JSON.stringify(task)];
  const { code, stdout, output, timedOut } = await run(process.execPath, args, { cwd: ROOT, timeoutMs });
  if (code === 0) return { result: JSON.parse(stdout) as T };
  const memory = /heap out of memory|Invalid (?:array|string) length|allocation failed|too large|Map maximum size/i.test(output);
  return { failed: timedOut ? "time" : memory ? "memory" : "error", output };
}

/** What the step gave. @throws Error with the end of its output where it failed */
export function need<T>(outcome: Outcome<T>): T {
  if ("result" in outcome) return outcome.result;
  throw new Error(`A step of the benchmarks ended (${outcome.failed}):\n${outcome.output.slice(-2000)}`);
}

/** For a step: what it was told. */
export function taskOf<T>(): T {
  return JSON.parse(process.argv[2]!) as T;
}

/** For a step: its answer. */
export function answer(result: object): void {
  process.stdout.write(JSON.stringify(result));
}
