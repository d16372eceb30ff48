/** Finds passages again in texts: `npm run -s anchor -- --help`. */
import { text as readAll } from "node:stream/consumers";
import { parseArgs } from "node:util";
import type { Anchor } from "../src/anchoring/anchor";
import { findAll, preparePage } from "../src/anchoring/find";

const USAGE = `Usage: npm run -s anchor -- --jsonl < LINES

  Reads lines {"id","text","anchors":[{"id","exact","prefix","suffix","start","end"}]} from standard
  input, where "start" and "end" say where the passage stood in an older text, and writes, for each,
  {"id","results":[{"id","state","start","end"}]}: where it stands in this one. "state" is exact,
  moved, changed or orphan; an orphan has neither start nor end. Offsets count UTF-16 code units,
  half-open. "prefix" and "suffix" may be empty, "start" and "end" missing.`;

/** Wrong usage, or a line that cannot be read. */
class InputError extends Error {}

interface Line {
  id: unknown;
  text: string;
  anchors: (Anchor & { id: unknown })[];
}

// Whoever reads the output may have seen enough: `… | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  return 2;
});

async function run(args: string[]): Promise<number> {
  const { jsonl, help } = parse(args);
  if (help) {
    console.log(USAGE);
    return 0;
  }
  if (!jsonl) throw new InputError(`Give --jsonl.\n\n${USAGE}`);
  const lines = (await readAll(process.stdin)).split("\n");
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const { id, text, anchors } = readLine(line, index + 1);
    const steps = findAll(preparePage(text), anchors);
    let step = steps.next();
    while (!step.done) step = steps.next();
    console.log(JSON.stringify({ id, results: step.value.map((outcome, at) => ({ id: anchors[at]!.id, ...outcome })) }));
  }
  return 0;
}

function parse(args: string[]): { jsonl?: boolean; help?: boolean } {
  try {
    return parseArgs({ args, options: { jsonl: { type: "boolean" }, help: { type: "boolean", short: "h" } } }).values;
  } catch (error) {
    throw new InputError(`${(error as Error).message.split("\n")[0]}\n\n${USAGE}`);
  }
}

function readLine(line: string, number: number): Line {
  try {
    const { id, text, anchors } = JSON.parse(line.replace(/^\ufeff/, "")) as Record<string, unknown>;
    if (typeof text === "string" && Array.isArray(anchors)) return { id, text, anchors: anchors.map(readAnchor) };
  } catch {
    // Said below.
  }
  throw new InputError(`Line ${number} of standard input is not {"id": …, "text": "…", "anchors": [{"id": …, "exact": "…", …}]}.`);
}

function readAnchor(value: unknown): Line["anchors"][number] {
  const { id, exact, prefix = "", suffix = "", start, end } = value as Record<string, unknown>;
  const strings = [exact, prefix, suffix].every((part) => typeof part === "string");
  const offsets = [start, end].every((offset) => offset === undefined || Number.isSafeInteger(offset));
  if (!strings || !offsets) throw new InputError();
  return { id, exact, prefix, suffix, start, end } as Line["anchors"][number];
}
