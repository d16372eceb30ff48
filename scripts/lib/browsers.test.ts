import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findBrowser } from "./browsers";
import { Trouble } from "./trouble";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backstory-browsers-"));
  vi.stubEnv("PATH", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function program(name: string, text = "#!/bin/sh\n", mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

test.runIf(process.platform === "linux")("what is first on the search path is found first", () => {
  expect(findBrowser("chrome")?.path).not.toBe(join(folder, "google-chrome"));
  const path = program("google-chrome");
  expect(findBrowser("chrome")).toEqual({ title: "Google Chrome", family: "chromium", path });
});

test.runIf(process.platform === "linux")("Ubuntu's pointer to snap and a file that cannot be run are no browsers", () => {
  program("librewolf", "#!/bin/sh\nexec /snap/bin/librewolf\n");
  expect(findBrowser("librewolf")?.path).not.toBe(join(folder, "librewolf"));
  program("microsoft-edge", "#!/bin/sh\n", 0o644);
  expect(findBrowser("edge")?.path).not.toBe(join(folder, "microsoft-edge"));
});

test("a path is taken as it is, and its name tells the family", () => {
  expect(findBrowser(program("firefox-nightly"))).toMatchObject({ family: "firefox" });
  expect(findBrowser(program("vivaldi"))).toMatchObject({ family: "chromium" });
  expect(() => findBrowser(join(folder, "missing"))).toThrow(Trouble);
});
