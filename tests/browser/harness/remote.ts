/** Speaks to the reader in a page, and to the background, as the extension's own pages do. */
import type { Page } from "puppeteer-core";
import type { Command } from "../../../src/messages/contract";
import type { Session } from "./launch";

export interface Remote {
  /** The extension's page that speaks. Every page of the extension hears what readers ask the background. */
  readonly from: Page;
  /** Sends anything to the page's top frame. @returns the reply as it came: `{ answer }`, `{ error }`, or null for nobody */
  toPage(message: unknown): Promise<unknown>;
  /** Sends anything to the background. */
  toBackground(message: unknown): Promise<unknown>;
  /** What the background sends when the reader presses a shortcut. @returns whether the page did something */
  command(command: Command): Promise<boolean>;
  /** Runs a script of the extension in the page, as the background does after an installation. */
  inject(file: string): Promise<void>;
  /** Names of the messages that were heard since the last call. */
  heard(): Promise<string[]>;
}

/** The page stays in front: browsers draw no other. */
export async function remoteOf(session: Session, page: Page): Promise<Remote> {
  const from = await session.extensionPage("welcome.html");
  await from.evaluate(
    "globalThis.api = globalThis.browser ?? chrome; globalThis.names = [];" +
      "api.runtime.onMessage.addListener((message) => { names.push(message.backstory); });",
  );
  const call = <Result>(expression: string) => from.evaluate(`(async () => ${expression})()`) as Promise<Result>;
  // The page's own address: the driver's idea of it does not follow every navigation in Firefox.
  const address = JSON.stringify(await page.evaluate(() => location.href));
  const tab = await call<number>(`(await api.tabs.query({})).find((tab) => tab.url === ${address}).id`);
  await page.bringToFront();

  const toPage = (message: unknown) => call(`(await api.tabs.sendMessage(${tab}, ${JSON.stringify(message)}, { frameId: 0 })) ?? null`);
  return {
    from,
    toPage,
    toBackground: (message) => call(`(await api.runtime.sendMessage(${JSON.stringify(message)})) ?? null`),
    async command(command) {
      const reply = (await toPage({ backstory: "tab:command", request: { command } })) as { answer?: boolean } | null;
      if (typeof reply?.answer !== "boolean") throw new Error(`“${command}” was answered with ${JSON.stringify(reply)}`);
      return reply.answer;
    },
    inject: (file) => call(`void (await api.scripting.executeScript({ target: { tabId: ${tab} }, files: [${JSON.stringify(file)}] }))`),
    heard: () => call("names.splice(0)"),
  };
}
