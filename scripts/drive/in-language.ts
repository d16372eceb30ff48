/**
 * Backstory in one of its languages, however the browser speaks: without the English texts, browsers fall back on those
 * of the manifest's default locale. A browser that speaks a language itself would need a package for each.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Copies a built extension and makes it speak one language.
 * @param locale Name of a folder of `_locales`.
 */
export function copyInLanguage(extension: string, copy: string, locale: string): void {
  cpSync(extension, copy, { recursive: true });
  rmSync(join(copy, "_locales", "en"), { recursive: true });
  const path = join(copy, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...manifest, default_locale: locale }));
}
