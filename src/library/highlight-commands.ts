/** Highlighting by shortcut and context menu: the background passes it on to the page. */
import type { Ask } from "../messages/ask";
import { highlightSelection } from "../messages/to-page";

/** Names are those of the manifest's `commands`, and of the entries in the context menu. */
export const HIGHLIGHT_COMMANDS = ["highlight", "note"] as const;

export interface CommandOptions {
  /** Asks the highlighter of a tab; rejected where none may run. */
  tell(tab: number): Ask;
  /** Says that nothing can be highlighted there. */
  refuse(tab: number): Promise<unknown>;
}

/** Where it was asked for. The menu is offered only where something is selected; a key can be pressed anywhere. */
type From = "key" | "menu";

/** @returns does what a command or an entry of the context menu is called; others are none of ours */
export function highlightCommands({ tell, refuse }: CommandOptions): (name: string, tab: number | undefined, from: From) => Promise<void> {
  return async (name, tab, from) => {
    if (tab === undefined || !HIGHLIGHT_COMMANDS.some((each) => each === name)) return;
    try {
      const done = await tell(tab)(highlightSelection, { note: name === "note" });
      // What is selected is out of our reach: in a field, or in a frame of another site.
      if (!done && from === "menu") await refuse(tab);
    } catch {
      await refuse(tab);
    }
  };
}
