import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compileTo } from "./compiled-pack";

let scratch = "";
const at = (path: string) => join(scratch, path);

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "backstory-compiled-"));
  mkdirSync(at("pack/entries"), { recursive: true });
  writeFileSync(at("pack/pack.yaml"), "id: small\ntitle: Small\nversion: 1.0.0\nlicence: CC-BY-4.0\nauthors: [A]\nlanguages: [en]\ndescription: Small.\n");
  writeFileSync(at("pack/entries/one.md"), "---\nkind: person\nnames:\n  en: [Ada Lovelace]\n---\n");
  writeFileSync(at("compiler.ts"), "1");
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

/** Compiles. @returns whether the file was written anew */
async function writes(): Promise<boolean> {
  const long = new Date(0);
  try {
    utimesSync(at("out/small.pack"), long, long);
  } catch {
    // Not there yet.
  }
  await compileTo(at("out/small.pack"), at("pack"), [at("compiler.ts")]);
  return statSync(at("out/small.pack")).mtimeMs > 0;
}

test("a pack is compiled when there is no file, and not again while nothing has changed", async () => {
  expect(await writes()).toBe(true);
  expect(await writes()).toBe(false);
});

test.each(["pack/entries/one.md", "compiler.ts", "out/small.pack"])("a change of %s has it compiled anew", async (path) => {
  await writes();
  const bytes = readFileSync(at("out/small.pack"));
  appendFileSync(at(path), "\n");
  expect(await writes()).toBe(true);
  if (path.startsWith("out")) expect(readFileSync(at("out/small.pack"))).toEqual(bytes);
});

test("a pack with an error is refused with its problems, and the file stays as it was", async () => {
  await writes();
  const bytes = readFileSync(at("out/small.pack"));
  writeFileSync(at("pack/entries/two.md"), "---\nkind: nobody\n---\n");
  await expect(writes()).rejects.toThrow(/two\.md:2: error/);
  expect(readFileSync(at("out/small.pack"))).toEqual(bytes);
});
