/** First step: texts, names, and a dictionary of each size, in files. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { answer, taskOf } from "../lib/steps";
import { collectNames } from "./names";
import { compileNames } from "./ours";
import { prepareText } from "./prepared";
import { bytesOf, collectTexts, type Document, type Sort } from "./texts";
import { dictionaryFile, namesFile, preparedNamesFile, type Task } from "./work";

export interface PrepareTask extends Task {
  /** Every so many documents are read: 1 for all of them. */
  every: number;
}

export interface Prepared {
  /** Where the texts come from, in sentences. */
  sources: string[];
  /** Bytes in UTF-8. */
  bytes: Partial<Record<Sort, number>>;
  /** Milliseconds that compiling took, and bytes that came of it, by size. */
  built: { size: number; ms: number; bytes: number }[];
}

const { folder, sizes, every } = taskOf<PrepareTask>();
const { texts, sources } = collectTexts();
const kept = Object.entries(texts).map(([sort, documents]): [string, Document[]] => [
  sort,
  documents.filter((_, index) => index % every === 0),
]);
writeFileSync(join(folder, "texts.json"), JSON.stringify(Object.fromEntries(kept)));
const blocks = kept.flatMap(([, documents]) => documents.flat());
writeFileSync(join(folder, "prepared-texts.json"), JSON.stringify(blocks.map((block) => prepareText(block))));

const prepared = collectNames(Math.max(...sizes));
const names = prepared.map(({ text }) => text);
for (const size of sizes) {
  writeFileSync(namesFile(folder, size), JSON.stringify(names.slice(0, size)));
  writeFileSync(preparedNamesFile(folder, size), JSON.stringify(prepared.slice(0, size)));
}

// Once for nothing, so that no size pays for being the first.
compileNames(names.slice(0, 10_000));
const built = sizes.map((size) => {
  const start = performance.now();
  const dictionary = compileNames(names.slice(0, size));
  const ms = performance.now() - start;
  writeFileSync(dictionaryFile(folder, size), dictionary);
  return { size, ms, bytes: dictionary.length };
});

const bytes = Object.fromEntries(kept.map(([sort, documents]) => [sort, bytesOf(documents)]));
answer({ sources, bytes, built } satisfies Prepared);
