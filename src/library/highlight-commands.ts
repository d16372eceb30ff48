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

/** @returns does what a command or an entry of the context menu is called; others are none of ours */
export function highlightCommands({ sendTo, inject, refuse, again }: CommandOptions): (name: string, tab: number | undefined) => Promise<void> {
  return async (name, tab) => {
    if (tab === undefined || !HIGHLIGHT_COMMANDS.some((each) => each === name)) return;
    const request = { note: name === "note" };
    try {
      await ask(sendTo(tab), highlightSelection, request).catch(async () => {
        await inject(tab);
        // It listens as soon as it has read its settings.
        await askAgain(sendTo(tab), again)(highlightSelection, request);
      });
    } catch {
      await refuse(tab);
    }
  };
}
