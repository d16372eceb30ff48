/**
 * How well the pack in the box reads annotated articles, where a folder of them lies beside the project: scored by
 * the scorer that comes with them.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const GOLD = join(ROOT, "../shared/gold");
const scratch = mkdtempSync(join(tmpdir(), "backstory-accuracy-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function script(name: string, args: string[], input?: string): string {
  const command = [join(ROOT, "scripts/run.mjs"), `scripts/${name}.ts`, ...args];
  return execFileSync(process.execPath, command, { cwd: ROOT, encoding: "utf8", input, maxBuffer: 1 << 26, stdio: ["pipe", "pipe", "ignore"] });
}

interface Score {
  precision: number;
  recall: number;
  coverage: number;
}

/** Scores the texts of a gold file whose id begins with `prefix`. */
function score(file: string, prefix: string): Score {
  const lines = readFileSync(join(GOLD, file), "utf8").split("\n").filter(Boolean);
  const gold = lines.filter((line) => (JSON.parse(line) as { id: string }).id.startsWith(prefix)).join("\n");
  const paths = { gold: join(scratch, "gold.jsonl"), found: join(scratch, "found.jsonl"), pack: join(scratch, "pack.json") };
  writeFileSync(paths.gold, gold);
  writeFileSync(paths.found, script("spot", ["--jsonl"], `${gold}\n`));
  writeFileSync(paths.pack, script("pack", ["list", "packs/korea-china", "--json"]));
  const said = execFileSync(process.execPath, [join(GOLD, "score-spotting.mjs"), paths.gold, paths.found, paths.pack], { encoding: "utf8" });
  const [, precision, recall, coverage] = /precision ([\d.]+) recall ([\d.]+) F1 [\d.]+ coverage ([\d.]+)/.exec(said)!;
  return { precision: Number(precision), recall: Number(recall), coverage: Number(coverage) };
}

if (existsSync(GOLD)) {
  test.each([
    ["dev.jsonl", "seed-", { precision: 0.95, recall: 0.9, coverage: 0.95 }],
    ["dev.jsonl", "", { precision: 0.95, recall: 0.9, coverage: 0.9 }],
    ["dev-ko.jsonl", "", { precision: 0.95, recall: 0.85, coverage: 0.75 }],
  ])("%s %s is read as a careful annotator reads it", (file, prefix, least) => {
    const reached = score(file, prefix);
    for (const key of ["precision", "recall", "coverage"] as const) expect(reached[key], key).toBeGreaterThanOrEqual(least[key]);
  }, 60_000);
} else {
  test("no annotated articles lie beside the project: nothing to score", () => {
    console.warn("scripts/accuracy: ../shared/gold is not there, so accuracy was not measured.");
    expect(existsSync(GOLD)).toBe(false);
  });
}
