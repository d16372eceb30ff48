/**
 * Backstory with another manifest, for what a driver cannot bring about otherwise: a permission that a reader grants, or
 * lacks; a browser that speaks another language.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
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
  const altered = await launchWith((manifest) => ({ ...manifest, permissions: permissions(manifest.permissions) }), prefs);
  afterAll(altered.close);
  return altered;
}

/**
 * Starts the browser with Backstory in one of its languages: without the English texts it falls back on that, however
 * the browser itself speaks, which would need a package for each language. Close it when it is no longer needed.
 * @param language Name of a folder of `_locales`.
 */
export async function launchIn(language: string): Promise<Altered> {
  return launchWith((manifest, folder) => {
    rmSync(join(folder, "_locales", "en"), { recursive: true });
    return { ...manifest, default_locale: language };
  });
}

interface Manifest {
  permissions: string[];
  default_locale: string;
}

/** @param alter Given the manifest, and the folder of the copy that is to be altered. */
async function launchWith(alter: (manifest: Manifest, folder: string) => Manifest, prefs: Record<string, unknown> = {}): Promise<Altered> {
  const family: Family = process.env["BROWSER"] === "firefox" ? "firefox" : "chromium";
  const scratch = mkdtempSync(join(tmpdir(), "backstory-altered-"));
  const [extension, downloads, profile] = ["extension", "downloads", "profile"].map((name) => join(scratch, name)) as [string, string, string];

  cpSync(join(ROOT, EXTENSION[family]), extension, { recursive: true });
  const path = join(extension, "manifest.json");
  writeFileSync(path, JSON.stringify(alter(JSON.parse(readFileSync(path, "utf8")) as Manifest, extension)));

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
