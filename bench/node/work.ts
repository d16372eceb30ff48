/**
 * What the steps of this part share: each runs in a process of its own, so that one that runs out of memory or time
 * ends alone, and finds texts and names in a folder that lasts as long as the run.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../../scripts/lib/child.mjs";
import type { Plan } from "../lib/measure";
import type { Texts } from "./texts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What a step is told. */
export interface Task {
  folder: string;
  sizes: number[];
  plan: Plan;
}

/** How a step ended: with what it has found out, or without. */
export type Outcome<T> = { result: T } | { failed: "time" | "memory" | "error"; output: string };

/** Objects that a step may hold, in MB: twice what Node.js gives a program by itself on most machines. */
const HEAP_MB = 4096;

/** Runs `bench/node/STEP.ts`, which answers with JSON. */
export async function runStep<T>(step: string, task: object, timeoutMs: number): Promise<Outcome<T>> {
  const args = ["--expose-gc", `--max-old-space-size=${HEAP_MB}`, "scripts/run.mjs", `bench/node/${step}.ts`, JSON.stringify(task)];
  const { code, stdout, output, timedOut } = await run(process.execPath, args, { cwd: ROOT, timeoutMs });
  if (code === 0) return { result: JSON.parse(stdout) as T };
  const memory = /heap out of memory|Invalid (?:array|string) length|allocation failed|too large|Map maximum size/i.test(output);
  return { failed: timedOut ? "time" : memory ? "memory" : "error", output };
}

/** For a step: what it was told. */
export function taskOf<T extends Task>(): T {
  return JSON.parse(process.argv[2]!) as T;
}

/** For a step: its answer. */
export function answer(result: object): void {
  process.stdout.write(JSON.stringify(result));
}

/** The names of a size, which is at most the largest that was prepared. */
export function readNames(folder: string, size: number): string[] {
  return (JSON.parse(readFileSync(join(folder, "names.json"), "utf8")) as string[]).slice(0, size);
}

export function readTexts(folder: string): Texts {
  return JSON.parse(readFileSync(join(folder, "texts.json"), "utf8")) as Texts;
}

export function dictionaryFile(folder: string, size: number): string {
  return join(folder, `names-${size}.dictionary`);
}
