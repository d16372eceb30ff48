/**
 * Backstory with another manifest, for what a driver cannot bring about otherwise: a permission that a reader grants, or
 * lacks; a browser that speaks another language.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { copyInLanguage } from "../../../scripts/drive/in-language";
import { type Driven, EXTENSION, launch } from "../../../scripts/drive/launch";
import { type Family, findBrowser } from "../../../scripts/lib/browsers";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export interface Altered {
  /** Closes the browser, and removes its folders. */
  close(): Promise<void>;
  driven: Driven;
  /** Where the browser puts what is downloaded. */
  downloads: string;
}

/** Starts the browser that BROWSER names; it is closed, and its folders are removed, after the last test of the file. */
export async function launchAltered(permissions: (before: string[]) => string[], prefs: Record<string, unknown> = {}): Promise<Altered> {
  const altered = await launchCopy((from, to) => {
    cpSync(from, to, { recursive: true });
    const path = join(to, "manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8")) as { permissions: string[] };
    writeFileSync(path, JSON.stringify({ ...manifest, permissions: permissions(manifest.permissions) }));
  }, prefs);
  afterAll(altered.close);
  return altered;
}

/**
 * Starts the browser with Backstory in one of its languages. Close it when it is no longer needed.
 * @param language Name of a folder of `_locales`.
 */
export function launchIn(language: string): Promise<Altered> {
  return launchCopy((from, to) => copyInLanguage(from, to, language));
}

/** @param copy Copies the extension, and alters it. */
async function launchCopy(copy: (from: string, to: string) => void, prefs: Record<string, unknown> = {}): Promise<Altered> {
  const family: Family = process.env["BROWSER"] === "firefox" ? "firefox" : "chromium";
  const scratch = mkdtempSync(join(tmpdir(), "backstory-altered-"));
  const [extension, downloads, profile] = ["extension", "downloads", "profile"].map((name) => join(scratch, name)) as [string, string, string];

  copy(join(ROOT, EXTENSION[family]), extension);
  const intoFolder = { "browser.download.folderList": 2, "browser.download.dir": downloads, "browser.download.useDownloadDir": true };
  if (family === "chromium") {
    mkdirSync(join(profile, "Default"), { recursive: true });
    writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify({ download: { default_directory: downloads, prompt_for_download: false } }));
  }
  const driven = await launch({ browser: findBrowser(family)!, extension, headless: true, offline: true, prefs: { ...intoFolder, ...prefs }, profile });
  const close = async () => {
    await driven.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  return { driven, downloads, close };
}
