/** Spots the names of packs in texts: `npm run -s spot -- --help`. */
import { readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openPack, type OpenPack, PackError } from "../src/packs/open";
import { verifyPack } from "../src/packs/verify";
import { lineAt } from "../src/packs/yaml";
import { type Mention, openSpotter, spot, type Spotter } from "../src/spotting/spot";
import { compileFolder, describeProblems, FileTrouble, PackTrouble } from "./lib/pack-folder";
import { textBlocks } from "./lib/text-blocks";
import { unknownNames } from "./lib/unknown-names";

const USAGE = `Usage: npm run -s spot -- [--pack FILE_OR_FOLDER]… FILE…
       npm run -s spot -- [--pack FILE_OR_FOLDER]… --jsonl < LINES
       npm run -s spot -- [--pack FILE_OR_FOLDER]… --unknown [--least N] FILE…

  Prints the names in text files that a pack knows, a line each: file:line: name → entry (confidence).
  With --jsonl, reads lines {"id","text"} from standard input and writes, for each,
  {"id","mentions":[{"start","end","entry","confidence","sense","others"}]}; offsets count UTF-16
  code units. "sense" is what the name stands for, where the pack says and the text shows it;
  "others" are entries that the name may mean as well, the likeliest first.
  With --unknown, lists what the files write with a capital and no entry knows, the most frequent
  first: how often, in how many of the files, what; --least leaves out the rarer ones.
  A folder is compiled on the way. Without --pack, the pack is packs/korea-china.`;

const SHIPPED = fileURLToPath(new URL("../packs/korea-china", import.meta.url));

/** Wrong usage, as opposed to something wrong with a file. */
class UsageError extends Error {}

// Whoever reads the output may have seen enough: `… | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${USAGE}`);
  else if (error instanceof FileTrouble || error instanceof PackTrouble) console.error(error.message);
  else throw error;
  return error instanceof PackTrouble ? 1 : 2;
});

async function run(args: string[]): Promise<number> {
  const { values, positionals: files } = parse(args);
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (values.jsonl && (values.unknown || values.least)) throw new UsageError("--unknown and --least are for files.");
  if (!values.jsonl && files.length === 0) throw new UsageError("Say which files to read, or give --jsonl.");
  if (values.jsonl && files.length > 0) throw new UsageError("With --jsonl, texts come from standard input: leave the files out.");
  const packs = await Promise.all((values.pack ?? [SHIPPED]).map(openPath));
  const spotter = openSpotter(packs);
  if (values.jsonl) await spotLines(spotter);
  else if (values.unknown) await listUnknown(spotter, files, values.least ?? "1");
  else for (const file of files) await spotFile(spotter, file);
  return 0;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { pack: { type: "string", multiple: true }, jsonl: { type: "boolean" }, unknown: { type: "boolean" }, least: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
  } catch (error) {
    throw new UsageError((error as Error).message.split("\n")[0]);
  }
}

/** Opens a compiled pack, or compiles a folder. */
async function openPath(path: string): Promise<OpenPack> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new FileTrouble(`There is no file or folder ${path}.`);
  if (!found.isDirectory()) return openFile(path, new Uint8Array(await readFile(path)).buffer);
  const { bytes, problems } = await compileFolder(path);
  if (bytes !== null) return openPack(new Uint8Array(bytes).buffer);
  const errors = problems.filter((problem) => problem.severity === "error");
  throw new PackTrouble(`${describeProblems(errors, path)}\nThe pack cannot be compiled before its errors are mended.`);
}

function openFile(path: string, bytes: ArrayBuffer): OpenPack {
  try {
    verifyPack(bytes);
    const pack = openPack(bytes);
    openSpotter([pack]);
    return pack;
  } catch (error) {
    if (error instanceof PackError) throw new PackTrouble(`${path}: ${error.message}`);
    throw error;
  }
}

/** A mention with offsets into the whole text, in UTF-16 code units. */
type Found = Omit<Mention, "block">;

function spotText(spotter: Spotter, text: string): Found[] {
  const blocks = textBlocks(text);
  return spot(spotter, { blocks: blocks.map((block) => block.text) }).mentions.map(({ block, ...mention }) => {
    const at = blocks[block]!.start;
    return { ...mention, start: mention.start + at, end: mention.end + at };
  });
}

function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new FileTrouble(error.code === "ENOENT" ? `There is no file ${file}.` : `${file} cannot be read: ${error.message}`);
  });
}

async function listUnknown(spotter: Spotter, files: readonly string[], asked: string): Promise<void> {
  const least = Number(asked);
  if (!Number.isSafeInteger(least) || least < 1) throw new UsageError("--least takes a whole number.");
  const texts = await Promise.all(files.map(readText));
  for (const { name, times, texts: where } of unknownNames(spotter, texts, least)) console.log(`${times}\t${where}\t${name}`);
}

async function spotFile(spotter: Spotter, file: string): Promise<void> {
  const text = await readText(file);
  for (const mention of spotText(spotter, text)) {
    const { start, end, confidence } = mention;
    const sense = senseOf(spotter, mention);
    const name = text.slice(start, end).replace(/\s+/g, " ");
    const meant = `${idOf(spotter, mention)}${sense === undefined ? "" : `, ${sense}`}`;
    console.log(`${file}:${lineAt(text, start)}: ${name} → ${meant} (${confidence.toFixed(2)})`);
  }
}

async function spotLines(spotter: Spotter): Promise<void> {
  let number = 0;
  for await (const line of linesOf(process.stdin)) {
    number++;
    if (line.trim() === "") continue;
    const { id, text } = readLine(line, number);
    console.log(JSON.stringify({ id, mentions: spotText(spotter, text).map((mention) => described(spotter, mention)) }));
  }
}

/** A mention as a line of output has it; fields that say nothing are left out. */
function described(spotter: Spotter, mention: Found) {
  const { start, end, confidence } = mention;
  const entry = idOf(spotter, mention);
  // Packs may have entries of the same id, and the line says no pack: an entry is no other of itself.
  const others = [...new Set(mention.others.map((other) => idOf(spotter, other)))].filter((other) => other !== entry);
  return {
    start,
    end,
    entry,
    confidence: Math.round(confidence * 1000) / 1000,
    sense: senseOf(spotter, mention),
    others: others.length > 0 ? others : undefined,
  };
}

function idOf(spotter: Spotter, { pack, entry }: { pack: number; entry: number }): string {
  return spotter.packs[pack]!.idOf(entry);
}

function senseOf(spotter: Spotter, { pack, entry, sense }: Found): string | undefined {
  return sense === null ? undefined : spotter.packs[pack]!.sensesOf(entry)[sense]!.what;
}

/** Lines between line feeds alone: JSON may hold the other line ends of Unicode as they are. */
async function* linesOf(stream: NodeJS.ReadStream): AsyncGenerator<string> {
  stream.setEncoding("utf8");
  let parts: string[] = [];
  for await (const chunk of stream as AsyncIterable<string>) {
    const [first, ...more] = chunk.split("\n");
    parts.push(first!);
    for (const part of more) {
      yield parts.join("");
      parts = [part];
    }
  }
  yield parts.join("");
}

function readLine(line: string, number: number): { id: unknown; text: string } {
  try {
    const { id, text } = JSON.parse(line.replace(/^\ufeff/, "")) as { id: unknown; text: unknown };
    if (typeof text === "string") return { id, text };
  } catch {
    // Said below.
  }
  throw new FileTrouble(`Line ${number} of standard input is not {"id": …, "text": "…"}.`);
}
