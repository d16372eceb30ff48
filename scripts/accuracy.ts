/** Measures accuracy and writes docs/accuracy.md: `npm run -s accuracy`. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { GOLD_FOLDER, hasShared } from "./lib/accuracy-gold";
import { measure, measureNamesOnly, measureOwn, openShipped, readSets, type SetResult } from "./lib/accuracy-measure";
import { fails, renderReport } from "./lib/accuracy-report";
import { rates } from "./lib/accuracy-score";

const PAGE = fileURLToPath(new URL("../docs/accuracy.md", import.meta.url));

const pack = await openShipped();
const own = await measureOwn(pack);
const failing = own.filter(fails).length;
console.log(`texts of our own: ${own.length - failing} of ${own.length} without a slip`);
if (hasShared()) {
  const sets = await readSets();
  const results = measure(pack, sets);
  results.forEach(say);
  const namesOnly = [await measureNamesOnly(sets, "titles"), await measureNamesOnly(sets, "anchors")];
  for (const { kind, entries, names, compileMs, readMs, sets: scored } of namesOnly) {
    console.log(`names only, ${kind}: ${entries} entries, ${names} names; compiled in ${ms(compileMs)}, all texts read in ${ms(readMs)}`);
    scored.forEach(say);
  }
  const reasons = JSON.parse(await readFile(join(GOLD_FOLDER, "reasons.json"), "utf8")) as Record<string, string>;
  await writeFile(PAGE, renderReport({ sets: results, own, namesOnly, reasons }));
  console.log("docs/accuracy.md is written anew.");
} else {
  console.log("The annotated texts (../shared) are not there: nothing else can be measured, and docs/accuracy.md is left as it is.");
}

function say({ name, score }: SetResult): void {
  const { precision, recall, f1, coverage } = rates(score);
  const figures = Object.entries({ precision, recall, f1, coverage }).map(([what, share]) => `${what} ${share.toFixed(3)}`);
  console.log(`  ${name.padEnd(16)} ${figures.join("  ")}  ambiguous ${score.ambiguousRight}/${score.ambiguous}`);
}

function ms(time: number): string {
  return `${Math.round(time)} ms`;
}
