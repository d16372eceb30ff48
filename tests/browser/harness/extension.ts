/** What a reader sets and adds, done through the extension's own pages. */
import type { Page } from "puppeteer-core";
import type { Settings } from "../../../src/settings/settings";
import type { Session } from "./launch";

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
