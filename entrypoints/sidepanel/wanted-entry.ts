/** The entry that somebody wants to see in the panel of this window: see src/messages/panel.ts. */
import browser from "webextension-polyfill";
import { fault } from "../../src/messages/schema";
import { WantedEntry, wantedKey } from "../../src/messages/panel";

/** Calls `open` with what is wanted already, and with what will be. */
export async function onWantedEntry(open: (ref: string) => void): Promise<void> {
  const { session } = browser.storage;
  const key = wantedKey((await browser.windows.getCurrent()).id ?? -1);
  const take = (value: unknown) => {
    if (fault(WantedEntry, value) !== undefined) return;
    void session.remove(key);
    open((value as WantedEntry).ref);
  };
  session.onChanged.addListener((changes) => take(changes[key]?.newValue));
  take((await session.get(key))[key]);
}
