/** Measures, prints what was measured beside its goals, and writes docs/benchmarks.md: `npm run bench -- --help`. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { createProgress } from "../scripts/lib/progress.mjs";
import { markdownOf, plainTable } from "./document";
import { installPeers, packagesUsed } from "./install";
import { drawPlot } from "./lib/plot";
import type { Run, Section } from "./report";
import { keepResult, readResult, resultOf } from "./results";

const USAGE = `Usage: npm run bench -- [PART]… [--quick] [--write]

  Measures all parts, or those that are named, each in one run as ratios; prints them beside their goals, keeps
  them in bench/results and writes docs/benchmarks.md, where parts that were not run keep their last figures.
  Ends with 1 where what was found is not what there is.

  PART         node (spotting), page, anchoring, search, panel, look-up or echoes
  --only PART  the same; may be given more than once
  --quick      a smoke version: little text, few names, few repetitions; nothing is kept
  --write      measures nothing: writes docs/benchmarks.md from what is kept`;

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const DOCS = fileURLToPath(new URL("../docs", import.meta.url));
const PARTS = ["node", "page", "anchoring", "search", "panel", "look-up", "echoes"].filter((part) => existsSync(`${FOLDER}${part}/index.ts`));

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const named = [...positionals, ...values.only];
  const parts = named.length > 0 ? PARTS.filter((part) => named.includes(part)) : PARTS;
  const unknown = named.find((part) => !PARTS.includes(part));
  if (values.help || unknown !== undefined) {
    console.log(unknown === undefined ? USAGE : `There is no part “${unknown}”: the parts are ${PARTS.join(", ")}.\n\n${USAGE}`);
    return values.help ? 0 : 2;
  }
  let sound = true;
  if (!values.write) {
    const progress = createProgress();
    await progress.step("Installing what is compared with", installPeers);
    for (const part of parts) {
      const section = await progress.step(`Measuring: ${part}`, (say) => measure(part, values.quick, say));
      print(section);
      sound = (section.wrong ?? []).length === 0 && sound;
      if (!values.quick && sound) keepResult(part, resultOf(section, new Date()));
    }
  }
  if (values.quick) console.log("Nothing was kept: these were too few repetitions on too little text to believe in.");
  else writeDocs();
  return sound ? 0 : 1;
}

async function measure(part: string, quick: boolean, say: (detail: string) => void): Promise<Section> {
  const { run } = (await import(pathToFileURL(`${FOLDER}${part}/index.ts`).href)) as { run: Run };
  return run({ quick, say });
}

function print({ title, tables, wrong = [] }: Section): void {
  console.log(`\n${title}\n${"=".repeat(title.length)}\n`);
  for (const table of tables) console.log(plainTable(table));
  for (const sentence of wrong) console.log(`WRONG: ${sentence}\n`);
}

function writeDocs(): void {
  const results = PARTS.flatMap((part) => readResult(part) ?? []);
  writeFileSync(`${DOCS}/benchmarks.md`, markdownOf(results, packagesUsed()));
  mkdirSync(`${DOCS}/benchmarks`, { recursive: true });
  for (const plot of results.flatMap(({ section }) => section.plots ?? [])) {
    writeFileSync(`${DOCS}/benchmarks/${plot.file}`, drawPlot(plot));
  }
}
