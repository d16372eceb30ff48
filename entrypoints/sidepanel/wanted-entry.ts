/** The entry that somebody wants to see in the panel of this window: see src/messages/panel.ts. */
import browser from "webextension-polyfill";
import { fault } from "../../src/messages/schema";
import { WantedEntry, wantedKey } from "../../src/messages/panel";

/**
 * Calls `open` with what is wanted already, and with what will be.
 * @returns says which tab the panel follows alone, if any: on phones each tab is a window of its own, and no other is known
 */
export function onWantedEntry(open: (tab: number, ref: string) => void): (tab: number | null) => Promise<void> {
  const { session } = browser.storage;
  let key = "";
  const take = (value: unknown) => {
    if (fault(WantedEntry, value) !== undefined) return;
    void session.remove(key);
    const { tab, ref } = value as WantedEntry;
    open(tab, ref);
  };
  session.onChanged.addListener((changes) => take(changes[key]?.newValue));
  return async (tab) => {
    const windows = browser.windows as typeof browser.windows | undefined;
    const windowId = tab === null ? (await windows?.getCurrent())?.id : (await browser.tabs.get(tab)).windowId;
    key = wantedKey(windowId ?? -1);
    take((await session.get(key))[key]);
  };
}
