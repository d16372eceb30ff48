/** The results of each part, kept as JSON: a part that is not run keeps those of its last run. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Section } from "./report";

const FOLDER = fileURLToPath(new URL("results", import.meta.url));

export interface Result {
  /** Day of the run, as in 2026-11-22. */
  day: string;
  /** What it ran on, in words. */
  machine: string;
  section: Section;
}

export function resultOf(section: Section, now: Date): Result {
  const processors = cpus();
  const model = (processors[0]?.model ?? "").replace(/\s+/g, " ").trim();
  const machine = `Node.js ${process.versions.node} on ${process.platform} ${process.arch}, ${processors.length} cores${model && ` (${model})`}`;
  return { day: now.toISOString().slice(0, 10), machine, section };
}

export function keepResult(part: string, result: Result): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(part), `${JSON.stringify(result, null, 2)}\n`);
}

/** The last result of a part, or null where it has never been run. */
export function readResult(part: string): Result | null {
  return existsSync(fileOf(part)) ? (JSON.parse(readFileSync(fileOf(part), "utf8")) as Result) : null;
}

function fileOf(part: string): string {
  return join(FOLDER, `${part}.json`);
}
