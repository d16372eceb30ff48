/** The linter holds the layers of docs/architecture.md: each of these imports is refused, and its neighbour is not. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "backstory-layers-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
cpSync(join(ROOT, ".oxlintrc.json"), join(scratch, ".oxlintrc.json"));

/** What the linter says of a file with this text at this place. */
function lint(path: string, text: string): string {
  const file = join(scratch, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  try {
    return execFileSync(join(ROOT, "node_modules/.bin/oxlint"), [path], { cwd: scratch, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  } finally {
    rmSync(file);
  }
}

test.each([
  ["src/citing/a.ts", "../packs/model"],
  ["src/packs/a.ts", "../spotting/fold"],
  ["src/packs/a.ts", "node:fs"],
  ["src/spotting/a.ts", "../page/blocks"],
  ["src/story/a.ts", "../library/backend"],
  ["src/messages/a.ts", "webextension-polyfill"],
  ["src/page/a.ts", "../card/reducer"],
  ["src/page/a.ts", "preact"],
  ["src/card/a.ts", "../page/hit"],
  ["src/library/a.ts", "../views/use"],
  ["src/views/a.ts", "../card/reducer"],
  ["src/views/a.ts", "../library/backend"],
  ["src/reader/a.ts", "../library/backend"],
  ["src/follow/a.ts", "../views/use"],
  ["src/views/a.ts", "../follow/following"],
  ["src/reader/a.ts", "../../entrypoints/reader"],
  ["src/viewer/a.ts", "../views/use"],
  ["src/page/a.ts", "../viewer/pdf"],
])("%s may not import %s", (path, from) => {
  expect(lint(path, `export { a } from "${from}";\n`)).toContain("no-restricted-imports");
});

test.each([
  ["src/packs/a.ts", "../citing/csl"],
  ["src/spotting/a.ts", "../packs/open"],
  ["src/story/a.ts", "../spotting/spot"],
  ["src/page/a.ts", "../messages/contract"],
  ["src/views/a.ts", "../card/index"],
  ["src/reader/a.ts", "../page/annotate"],
  ["src/follow/a.ts", "../page/annotate"],
  ["src/views/a.ts", "../messages/follow"],
  ["src/viewer/a.ts", "../highlights/viewer-address"],
])("%s may import %s", (path, from) => {
  expect(lint(path, `export { a } from "${from}";\n`)).not.toContain("no-restricted");
});

test.each(["document.body", "browser.runtime", "setTimeout", "Date.now()", "Math.random()"])("a pure folder may not use %s", (use) => {
  expect(lint("src/spotting/a.ts", `export const a = ${use};\n`)).toMatch(/no-restricted-(globals|properties)/);
});
