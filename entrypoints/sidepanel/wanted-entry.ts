/** The entry that somebody wants to see in the panel of this window: see src/messages/panel.ts. */
import browser from "webextension-polyfill";
import { fault } from "../../src/messages/schema";
import { WantedEntry, wantedKey } from "../../src/messages/panel";

/**
 * Calls `open` with what is wanted already, and with what will be.
 * @param tab the tab that the panel follows alone, or null: on phones each tab is a window of its own, and no other is known
 */
export async function onWantedEntry(tab: number | null, open: (ref: string) => void): Promise<void> {
  const { session } = browser.storage;
  const windowId = tab === null ? (await browser.windows.getCurrent()).id : (await browser.tabs.get(tab)).windowId;
  const key = wantedKey(windowId ?? -1);
  const take = (value: unknown) => {
    if (fault(WantedEntry, value) !== undefined) return;
    void session.remove(key);
    open((value as WantedEntry).ref);
  };
  session.onChanged.addListener((changes) => take(changes[key]?.newValue));
  take((await session.get(key))[key]);
}
