/** Reads the passages of a pack for echoes when a build is made, which takes seconds, so that readers need not wait. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openPack } from "../../src/packs/open";
import { openSpotter } from "../../src/spotting/spot";
import { PassageReader } from "../../src/story/echoes/passages";
import { writeReady } from "../../src/story/echoes/ready";
import { filesBelow } from "./pack-folder";

/** What the outcome depends on, besides the pack, which knows its names by itself. */
const READERS = ["src/story/echoes", "src/story/page-dates.ts", "src/story/plain.ts", "src/spotting"];

/**
 * Writes what `openReady` opens, unless the file was made from the very same pack by the very same code.
 * @param target the file; beside it, with `.from` behind its name, stands what it was made from
 * @param file the compiled pack
 */
export async function readyTo(target: string, file: string): Promise<void> {
  const bytes = readFileSync(file);
  const hash = createHash("sha256").update(bytes);
  for (const reader of READERS) {
    const files = await filesBelow(reader).catch(() => [""]);
    for (const each of files) hash.update(readFileSync(join(reader, each)));
  }
  const stamp = hash.digest("hex");
  if (stampOf(target) === stamp) return;
  const pack = openPack(new Uint8Array(bytes).buffer);
  const reader = new PassageReader(openSpotter([pack]));
  const passages = Array.from({ length: pack.entryCount }, (_, entry) => reader.read(0, entry)).flat();
  writeFileSync(target, writeReady({ id: pack.info.id, version: pack.info.version, size: bytes.length }, passages));
  writeFileSync(`${target}.from`, stamp);
}

function stampOf(target: string): string {
  try {
    readFileSync(target);
    return readFileSync(`${target}.from`, "utf8");
  } catch {
    return "";
  }
}
