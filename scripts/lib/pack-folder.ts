/** Packs as folders: reading their files, compiling them, saying what is wrong with them. */
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { compilePack } from "../../src/packs/compile";
import { type Atlas, readAtlas, type Topology } from "../../src/packs/map/atlas";
import { mapSection } from "../../src/packs/map/cut";
import { MAP_SECTION } from "../../src/packs/map/section";
import type { Pack, PackFile, Problem } from "../../src/packs/model";
import { readPack, type PackReading } from "../../src/packs/read";
import { compareTexts } from "../../src/packs/texts";
import { sectionsOf } from "../../src/spotting/compile";

/** Files that a pack can be made of, and names that are misspelt often enough to be told of. */
const READ = /\.(?:md|markdown|mdx|ya?ml|json)$/i;

/** A note whose file's name begins with dots: "...And Justice for All.md". macOS keeps what it knows of a file in `._file`. */
const DOTTED_NOTE = /^entries\/(?:[^./][^/]*\/)*\.[^/_][^/]*\.md$/;

/** A file or folder that cannot be read or written; the message says which and why. */
export class FileTrouble extends Error {
  override name = "FileTrouble";
}

/** A pack that cannot be used, or lacks what was asked for; the message says what and why. */
export class PackTrouble extends Error {
  override name = "PackTrouble";
}

export interface FolderFiles {
  /** Sorted by path. */
  files: PackFile[];
  /** Files that are no text in UTF-8. */
  problems: Problem[];
}

/**
 * Reads the files of a pack's folder. What hides behind a dot (`.obsidian`, `.git`) is passed over, save notes: the id
 * of one may well begin with dots.
 * @throws FileTrouble where there is no such folder
 */
export async function readFolder(folder: string): Promise<FolderFiles> {
  const files: PackFile[] = [];
  const problems: Problem[] = [];
  for (const path of await filesBelow(folder)) {
    if (!READ.test(path)) continue;
    // At once: a hundred thousand promises take several times as long as the files.
    const bytes = readFileSync(join(folder, path));
    // With its faulty bytes replaced the file still shows what else is wrong with it.
    files.push({ path, text: bytes.toString("utf8") });
    if (isUtf8(bytes)) continue;
    const message = "This file is not in UTF-8.";
    problems.push({ severity: "error", file: path, line: 1, message, fix: "Save it as UTF-8." });
  }
  return { files, problems };
}

/** Reads a pack from its folder, with all that is wrong with it. @throws FileTrouble where there is no such folder */
export async function readPackFolder(folder: string): Promise<PackReading> {
  const { files, problems } = await readFolder(folder);
  const reading = readPack(files, basename(resolve(folder)));
  return { ...reading, problems: [...problems, ...reading.problems] };
}

export interface CompiledFolder {
  pack: Pack;
  problems: Problem[];
  /** The compiled pack; `null` where a problem is an error. */
  bytes: Uint8Array | null;
}

/** Reads and compiles a folder. @throws FileTrouble where there is no such folder */
export async function compileFolder(folder: string): Promise<CompiledFolder> {
  return compileReading(await readPackFolder(folder));
}

/** Compiles a pack from files that are in memory already. */
export function compileFiles(files: readonly PackFile[]): CompiledFolder {
  return compileReading(readPack(files));
}

function compileReading({ pack, problems }: PackReading): CompiledFolder {
  const sound = !problems.some((problem) => problem.severity === "error");
  return { pack, problems, bytes: sound ? compileWithDictionary(pack) : null };
}

function compileWithDictionary(pack: Pack): Uint8Array {
  const map = mapSection(pack, worldAtlas);
  return compilePack(pack, { ...sectionsOf(pack), ...(map && { [MAP_SECTION]: map }) });
}

let atlas: Atlas | undefined;

/** Natural Earth (https://www.naturalearthdata.com, public domain) at 1 : 10 million, as the package world-atlas has it. */
function worldAtlas(): Atlas {
  const path = fileURLToPath(import.meta.resolve("world-atlas/countries-10m.json"));
  return (atlas ??= readAtlas(JSON.parse(readFileSync(path, "utf8")) as Topology));
}

/**
 * Problems a line each, `path:line: error: message fix`, sorted by file and line.
 * @param folder put before the paths, so that a terminal can open them
 */
export function describeProblems(problems: readonly Problem[], folder = ""): string {
  return [...problems]
    .sort((a, b) => compareTexts(a.file, b.file) || a.line - b.line)
    .map(({ file, line, severity, message, fix }) => `${join(folder, file)}:${line}: ${severity}: ${message} ${fix}`)
    .join("\n");
}

/**
 * Paths of all files below a folder, relative to it, with `/`, sorted; without those behind a dot, save notes.
 * @throws FileTrouble where there is no such folder
 */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new FileTrouble(
      error.code === "ENOENT" ? `There is no folder ${folder}.`
      : error.code === "ENOTDIR" ? `${folder} is a file, not a folder.`
      : `${folder} cannot be read: ${error.message}`,
    );
  });
  const depth = join(folder, ".").length;
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(depth).replaceAll(sep, "/").replace(/^\//, ""))
    .filter((path) => !/(?:^|\/)\./.test(path) || DOTTED_NOTE.test(path))
    .sort(compareTexts);
}
