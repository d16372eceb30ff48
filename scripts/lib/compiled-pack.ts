/** Packs for a build, compiled when they or their compiler have changed: that takes longer than everything else in a build. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileFolder, describeProblems, filesBelow, PackTrouble } from "./pack-folder";

/** What the bytes of a compiled pack depend on, besides the pack. */
const COMPILER = ["src/packs", "src/spotting", "src/citing", "scripts/lib", "package-lock.json"];

/**
 * Compiles a pack's folder into a file, unless the file was made from the very same folder by the very same compiler.
 * @param target the file; beside it, with `.from` behind its name, stands what it was made from
 * @param compiler files and folders whose texts the outcome depends on
 * @throws PackTrouble with every problem, where the pack has an error; the file is not touched then
 */
export async function compileTo(target: string, folder: string, compiler: readonly string[] = COMPILER): Promise<void> {
  const stamp = `${target}.from`;
  const hash = await hashOf([folder, ...compiler]);
  if (readIfThere(stamp) === `${hash} ${sha256(readIfThere(target))}`) return;
  const { bytes, problems } = await compileFolder(folder);
  if (!bytes) throw new PackTrouble(`${folder} does not compile:\n${describeProblems(problems, folder)}`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  writeFileSync(stamp, `${hash} ${sha256(readIfThere(target))}`);
}

/** Of names and contents of all these files and of all files in these folders. */
export async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    const files = await filesBelow(path).catch(() => [""]);
    for (const file of files) hash.update(`${join(path, file)}\0`).update(readFileSync(join(path, file))).update("\0");
  }
  return hash.digest("hex");
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** The bytes of a file as a text of code units below 256, or empty. */
export function readIfThere(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
