/**
 * Looking up what is selected, by shortcut and context menu: beside the selection where we may draw, and on a page of
 * ours everywhere else (PDF viewers, pages of the browser's own, fields, frames of other sites).
 */
import type { Ask } from "../messages/ask";
import { lookUpSelection } from "../messages/to-page";
import { lookUpAddress } from "../settings/look-up-address";

/** Name of the manifest's command and of the entry in the context menu. */
export const LOOK_UP = "look-up";

export interface LookUpCommandOptions {
  /** Asks the highlighter of a tab; rejected where none may run. */
  tell(tab: number): Ask;
  /** What is selected in a tab, in any of its frames; rejected where no extension may run. */
  selectedIn(tab: number): Promise<string>;
  /** Opens a page of ours in a window of its own. Rejected where the browser has no private window for pages of ours. */
  open(address: string, isPrivate: boolean): Promise<unknown>;
}

/** The part of a tab that counts here. */
export interface LookUpTab {
  id?: number | undefined;
  incognito: boolean;
}

/** @param text what is selected, where the browser says so; else it is read from the tab */
export type LookUpCommand = (tab: LookUpTab | undefined, text?: string) => Promise<void>;

export function lookUpCommand({ tell, selectedIn, open }: LookUpCommandOptions): LookUpCommand {
  return async (tab, text) => {
    const id = tab?.id;
    const isShown = id !== undefined && (await tell(id)(lookUpSelection, {}).catch(() => false));
    if (isShown) return;
    const query = text ?? (id === undefined ? "" : await selectedIn(id).catch(() => ""));
    const address = lookUpAddress({ query });
    if (tab?.incognito) await openPrivately(address, open);
    else await open(address, false);
  };
}

/** What is read privately is not to stand in the history of other windows. */
export async function openPrivately(address: string, open: LookUpCommandOptions["open"]): Promise<void> {
  await open(address, true).catch(() => open(lookUpAddress({}), false));
}
