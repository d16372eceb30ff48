/** Highlighting by shortcut and context menu: the background passes it on to the page, whose code it may have to bring first. */
import { ask, type Send } from "../messages/ask";
import { type Again, askAgain } from "../messages/retry";
import { highlightSelection } from "../messages/to-page";

/** Names are those of the manifest's `commands`, and of the entries in the context menu. */
export const HIGHLIGHT_COMMANDS = ["highlight", "note"] as const;

export interface CommandOptions {
  /** Sends to the top frame of a tab. */
  sendTo(tab: number): Send;
  /** Puts the highlighter's code into a tab. Rejected where no extension may run. */
  inject(tab: number): Promise<void>;
  /** Says that nothing can be highlighted there. */
  refuse(tab: number): Promise<unknown>;
  again: Again;
}

/** Where it was asked for. The menu is offered only where something is selected; a key can be pressed anywhere. */
type From = "key" | "menu";

/** @returns does what a command or an entry of the context menu is called; others are none of ours */
export function highlightCommands({ sendTo, inject, refuse, again }: CommandOptions): (name: string, tab: number | undefined, from: From) => Promise<void> {
  return async (name, tab, from) => {
    if (tab === undefined || !HIGHLIGHT_COMMANDS.some((each) => each === name)) return;
    const request = { note: name === "note" };
    try {
      const done = await ask(sendTo(tab), highlightSelection, request).catch(async () => {
        await inject(tab);
        // It listens as soon as it has read its settings.
        return askAgain(sendTo(tab), again)(highlightSelection, request);
      });
      // What is selected is out of our reach: in a field, or in a frame of another site.
      if (!done && from === "menu") await refuse(tab);
    } catch {
      await refuse(tab);
    }
  };
}
