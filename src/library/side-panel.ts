/**
 * Opening the side panel. Browsers do it for what the reader does alone, and only before anything has been waited for:
 * Chromium also where a click in a page has sent a message, Firefox in its own buttons, menus and keys, and in our pages.
 */
import browser from "webextension-polyfill";
import type { Sender } from "../messages/answer";
import type { Envelope } from "../messages/ask";
import { openPanel, wantedKey, type WantedEntry } from "../messages/panel";
import { panelTab } from "./panel-tab";

/** The panel's page. */
const PANEL = "sidepanel.html";

/** The command of the manifest in Chromium, and the entry of the context menu; Firefox has a command of its own. */
export const OPEN_PANEL = "open-panel";

interface ChromiumPanel {
  open(options: { tabId: number }): Promise<void>;
}
const { sidePanel } = ((globalThis as { chrome?: { sidePanel?: ChromiumPanel } }).chrome ?? {});

/** Firefox for Android has no sidebar; each of its tabs is a window of its own. */
const sidebar = browser.sidebarAction as typeof browser.sidebarAction | undefined;
const isPhone = !sidePanel && !sidebar;

/** Opens the panel beside a tab in front. To be called in the reader's click itself. Rejected where the browser does not want to. */
export async function openSidePanel(tabId: number): Promise<void> {
  if (sidePanel) await sidePanel.open({ tabId });
  else if (sidebar) await sidebar.open();
  else await openInTab(tabId);
}

/**
 * What stands in for a panel: a tab that follows the other one alone. Where the window has one already, or the phone one
 * that is as private, that turns to it; only what stands after "#" in its address changes, so that it is not loaded anew.
 */
async function openInTab(tabId: number): Promise<void> {
  const beside = await browser.tabs.get(tabId);
  const { index, windowId = -1 } = beside;
  const page = browser.runtime.getURL(PANEL);
  const url = `${page}#tab=${tabId}`;
  const tabs = await browser.tabs.query(isPhone ? {} : { windowId });
  const panel = panelTab(tabs, beside, page);
  if (panel) await browser.tabs.update(panel.id, { url, active: true });
  else await browser.tabs.create({ url, index: index + 1, openerTabId: tabId });
}

/**
 * Listens to messages and opens the panel in Chromium for one that wants it (`openPanel`): while it is heard and not a
 * microtask later, for then the click that has sent it is over. What else is to be done the message's handler does.
 */
export function openAsHeard(message: unknown, { tab }: Sender): undefined {
  if ((message as Partial<Envelope> | null)?.backstory !== openPanel.name || tab?.id === undefined) return;
  sidePanel?.open({ tabId: tab.id }).catch(console.warn);
}

/**
 * Shows an entry in the panel of the window that a page is in; where `ref` is empty, what the page is about. In Chromium
 * it is being opened already; in Firefox, where no page can open the sidebar, a tab beside the page takes its place unless
 * it is open.
 */
export async function showInPanel(tabId: number, ref: string): Promise<boolean> {
  const { windowId = -1 } = await browser.tabs.get(tabId);
  const wanted: WantedEntry = { ref, tab: tabId };
  if (ref) await browser.storage.session.set({ [wantedKey(windowId)]: wanted });
  if (!sidePanel && !(await sidebar?.isOpen({ windowId }))) await openInTab(tabId);
  return true;
}
