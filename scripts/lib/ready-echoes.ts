/** Reads the passages of a pack for echoes when a build is made, which takes seconds, so that readers need not wait. */
import { readFileSync, writeFileSync } from "node:fs";
import { openPack } from "../../src/packs/open";
import { openSpotter } from "../../src/spotting/spot";
import { PassageReader } from "../../src/story/echoes/passages";
import { writeReady } from "../../src/story/echoes/ready";
import { hashOf, readIfThere } from "./compiled-pack";

/** What the outcome depends on, besides the pack, which knows its names by itself. */
const READERS = ["src/story/echoes", "src/story/page-dates.ts", "src/story/plain.ts", "src/spotting"];

/**
 * Writes what `openReady` opens, unless the file was made from the very same pack by the very same code.
 * @param target the file; beside it, with `.from` behind its name, stands what it was made from
 * @param file the compiled pack
 */
export async function readyTo(target: string, file: string): Promise<void> {
  const stamp = `${target}.from`;
  const hash = await hashOf([file, ...READERS]);
  if (readIfThere(target) !== "" && readIfThere(stamp) === hash) return;
  const bytes = readFileSync(file);
  const pack = openPack(new Uint8Array(bytes).buffer);
  const reader = new PassageReader(openSpotter([pack]));
  const passages = Array.from({ length: pack.entryCount }, (_, entry) => reader.read(0, entry)).flat();
  writeFileSync(target, writeReady({ id: pack.info.id, version: pack.info.version, size: bytes.length }, passages));
  writeFileSync(stamp, hash);
}
