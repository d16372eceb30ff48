import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openPack } from "../../src/packs/open";
import { openSpotter } from "../../src/spotting/spot";
import { PassageReader } from "../../src/story/echoes/passages";
import { openReady } from "../../src/story/echoes/ready";
import { shippedPackFiles } from "./echoes";
import { readyTo } from "./ready-echoes";

test("what a build has read of a pack is what is read of it otherwise; of another file it is not believed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "backstory-echoes-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = (await shippedPackFiles()).at(-1)!;
  const target = join(folder, "pack.echoes");
  await readyTo(target, file);
  const pack = openPack(new Uint8Array(readFileSync(file)).buffer);
  const spotter = openSpotter([pack]);
  const reader = new PassageReader(spotter);
  const read = Array.from({ length: pack.entryCount }, (_, entry) => reader.read(0, entry)).flat();
  const of = { id: pack.info.id, version: pack.info.version, size: statSync(file).size };
  const json = readFileSync(target, "utf8");
  expect(read.length).toBeGreaterThan(100);
  expect(openReady(json, of, spotter, 0)).toEqual(read);
  expect(openReady(json, { ...of, size: of.size + 1 }, spotter, 0)).toBeNull();
  expect(openReady(json.slice(0, -10), of, spotter, 0)).toBeNull();

  const made = statSync(target).mtimeMs;
  await readyTo(target, file);
  expect(statSync(target).mtimeMs).toBe(made);
}, 180_000);
