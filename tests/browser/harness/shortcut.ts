/** Shortcuts of the browser, which keys that a driver presses in a page do not reach. */
import { inFirefoxItself } from "./firefox";
import type { Session } from "./launch";
import type { Remote } from "./remote";

export interface Registered {
  name: string;
  /** As the browser shows it: "Alt+Shift+O". Empty where it gave none. */
  shortcut: string;
}

/** The commands that the browser knows of, with its own. */
export async function registeredCommands(remote: Remote): Promise<Registered[]> {
  const all = (await remote.from.evaluate("api.commands.getAll()")) as Registered[];
  return all.map(({ name, shortcut }) => ({ name, shortcut }));
}

/**
 * Has the browser tell the background that the reader pressed a command's shortcut, as if it had seen the keys.
 * Firefox: its own `<key>` for them is triggered. Chromium: the event is raised in the worker.
 */
export async function pressShortcut(session: Session, remote: Remote, command: string): Promise<void> {
  const found = (await registeredCommands(remote)).find(({ name }) => name === command);
  if (!found?.shortcut) throw new Error(`“${command}” has no shortcut`);
  if (session.family === "firefox") {
    const key = found.shortcut.split("+").at(-1)!;
    const selector = key.length === 1 ? `[key="${key}"]` : `[keycode="VK_${key.toUpperCase()}"]`;
    await inFirefoxItself(session.driven, `document.querySelector('keyset[id^="ext-keyset"] > key${selector}').doCommand()`);
    return;
  }
  await inWorker(session, `chrome.commands.onCommand.dispatch(${JSON.stringify(command)})`);
}

/** Evaluates an expression in Chromium's background. */
export async function inWorker({ driven }: Session, expression: string): Promise<unknown> {
  const target = await driven.browser.waitForTarget((each) => each.type() === "service_worker" && each.url().startsWith(driven.base));
  return (await target.worker())!.evaluate(expression);
}
