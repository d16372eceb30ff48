/** What a reader sets and adds, done through the extension's own pages; and the extension itself, there or gone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { closeWelcome, EXTENSION } from "../../../scripts/drive/launch";
import type { Settings } from "../../../src/settings/settings";
import type { Session } from "./launch";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Stores settings as the options page does; those that are not named have their defaults. */
export async function changeSettings(session: Session, settings: Partial<Settings>): Promise<void> {
  const page = await session.extensionPage("options.html");
  await page.evaluate(`(globalThis.browser ?? chrome).storage.local.set(${JSON.stringify({ settings })})`);
  await page.close();
}

/** Chooses a file on the options page. @returns what the page says then */
export async function choosePack(session: Session, file: string): Promise<{ page: Page; said: string }> {
  const page = await session.extensionPage("options.html");
  const picker = await page.waitForSelector("input[type=file]");
  await (picker as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  const said = await page.waitForSelector(".said");
  return { page, said: await said!.evaluate((element) => element.textContent ?? "") };
}

/** Adds a compiled pack. @throws where the extension refuses it */
export async function addPack(session: Session, file: string): Promise<void> {
  const { page, said } = await choosePack(session, file);
  await page.close();
  if (!/installed/.test(said)) throw new Error(said);
}

/** Removes the extension from the browser, as a reader does who has had enough of it. */
export async function uninstall({ driven }: Session): Promise<void> {
  const folder = join(ROOT, EXTENSION[driven.family]);
  const id = driven.family === "firefox" ? geckoId(folder) : new URL(driven.base).host;
  await driven.browser.uninstallExtension(id);
}

/** Installs the extension into a browser that is open. In Firefox its pages keep their address if `KEEP_ADDRESS` is among the preferences. */
export async function install({ driven }: Session): Promise<void> {
  await driven.browser.installExtension(join(ROOT, EXTENSION[driven.family]));
  await closeWelcome(driven);
}

export const KEEP_ADDRESS = { "extensions.webextensions.keepUuidOnUninstall": true };

function geckoId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as { browser_specific_settings: { gecko: { id: string } } };
  return manifest.browser_specific_settings.gecko.id;
}
