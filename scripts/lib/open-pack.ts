/** Packs for commands that only look at them: compiled files, and folders compiled on the spot. */
import { readFile, stat } from "node:fs/promises";
import { compilePack } from "../../src/packs/compile";
import { openPack, PackError, type OpenPack } from "../../src/packs/open";
import { verifyPack } from "../../src/packs/verify";
import { FileTrouble, PackTrouble, readPackFolder } from "./pack-folder";

/**
 * Opens a compiled pack, or a folder: also one with errors, as far as it can be read.
 * @param warn told what a caller should know although it is no hindrance
 * @throws FileTrouble where there is no such file or folder
 * @throws PackTrouble where it is no pack
 */
export async function openFileOrFolder(path: string, warn: (message: string) => void): Promise<OpenPack> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new FileTrouble(`There is no file or folder ${path}.`);
  return found.isDirectory() ? openFolder(path, warn) : openFile(path);
}

async function openFile(path: string): Promise<OpenPack> {
  const bytes = new Uint8Array(await readFile(path)).buffer;
  try {
    verifyPack(bytes);
    return openPack(bytes);
  } catch (error) {
    if (error instanceof PackError) throw new PackTrouble(`${path}: ${error.message}`);
    throw error;
  }
}

async function openFolder(folder: string, warn: (message: string) => void): Promise<OpenPack> {
  const { pack, problems } = await readPackFolder(folder);
  const errors = problems.filter((problem) => problem.severity === "error");
  if (errors.length > 0) {
    const many = errors.length === 1 ? "an error" : `${errors.length} errors`;
    warn(`${folder} has ${many}; see "check". What could be read follows.`);
  }
  return openPack(new Uint8Array(compilePack(pack, {})).buffer);
}
