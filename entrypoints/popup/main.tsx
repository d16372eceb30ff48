import browser, { type Tabs } from "webextension-polyfill";
import "../../src/views/style.css";
import { ask, type Envelope } from "../../src/messages/ask";
import { isPdfAddress } from "../../src/highlights/viewer-address";
import { openViewer } from "../../src/library/open-viewer";
import { openSidePanel } from "../../src/library/side-panel";
import { askAgain } from "../../src/messages/retry";
import { createConnection } from "../../src/library/connection";
import { readReminder } from "../../src/library/reminder";
import * as messages from "../../src/messages/contract";
import { changeHighlightSettings } from "../../src/settings/highlights";
import { hostOf } from "../../src/settings/here";
import type { Reminder } from "../../src/settings/reminder";
import type { Settings } from "../../src/settings/settings";
import { changeSettings, loadSettings, onSettings } from "../../src/settings/storage";
import { Popup, type PopupActions } from "../../src/views/popup/popup";
import { adoptEntryStyle, askBackground, copy, draw, lang, sayRefusals, settingsArea, t } from "../../src/views/start";

const tab = await readersTab();
const toTab = (envelope: Envelope) => browser.tabs.sendMessage(tab?.id ?? -1, envelope, { frameId: 0 });

const EVERYWHERE = "<all_urls>";

let reminder: Reminder | null = null;

const actions: PopupActions = {
  // No answer at all means that no reader runs there.
  status: () => ask(toTab, messages.status, {}).catch(() => null),
  wake: (on) => ask(toTab, messages.wake, { on }).catch(() => begin(on)),
  hasAccess: () => browser.permissions.contains({ origins: [originsOf(tab?.url) ?? EVERYWHERE] }),
  askForAccess: (everywhere) => browser.permissions.request({ origins: [(!everywhere && originsOf(tab?.url)) || EVERYWHERE] }),
  openPdf: () => void openViewer(tab?.url ?? "", tab ?? {}).then(() => window.close()),
  openPanel: () => void openSidePanel(tab?.id ?? -1).then(() => window.close(), console.warn),
  show: async (ref) => {
    await ask(toTab, messages.show, { ref });
    window.close();
  },
  lookUp: (query, limit) => askBackground(messages.lookUp, { query, limit }),
  card: (ref) => askBackground(messages.card, { ref, paragraph: "", story: [] }),
  change: (change) => changeSettings(settingsArea, change),
  copy,
  highlights: () => ask(toTab, messages.pageHighlights, {}).catch(() => []),
  goTo: async (id) => {
    await ask(toTab, messages.goToHighlight, { id });
    window.close();
  },
  save: (ref, quote) => askBackground(messages.saveFromCard, { ref, quote, from: savedOver() }).catch(() => t("save_failed")),
  openLibrary: (id) => void askBackground(messages.openLibrary, { id }).then(() => window.close()),
  exportAll: () => void browser.tabs.create({ url: browser.runtime.getURL("library.html#open=export") }).then(() => window.close()),
  dismissReminder: async () => {
    await changeHighlightSettings(settingsArea, { remindedAt: new Date().toISOString() });
    reminder = null;
    show(await loadSettings(browser.storage.local));
  },
  openOptions: () => void browser.runtime.openOptionsPage().then(() => window.close()),
};

function show(settings: Settings): void {
  draw(<Popup t={t} lang={lang} settings={settings} host={siteOf(tab?.url)} isPdf={isPdfAddress(tab?.url ?? "")} reminder={reminder} actions={actions} />);
}

/**
 * Puts the reader into a page that has none: whoever presses a button here lets Backstory into the tab below it, also
 * where the browser withholds the site.
 */
async function begin(on: boolean): Promise<void> {
  const target = { tabId: tab?.id ?? -1 };
  await browser.scripting.executeScript({ target, files: ["reader.js"], injectImmediately: true });
  await browser.scripting.insertCSS({ target, files: ["assets/marks.css"] });
  // It listens as soon as it has heard what applies there.
  await askAgain(toTab, { id: () => crypto.randomUUID(), pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) })(messages.wake, { on });
}

/** The pattern of all addresses of a site; null where it is none that extensions may read. */
function originsOf(url: string | undefined): string | null {
  const host = siteOf(url);
  return host === "" ? null : `*://${host}/*`;
}

/** The site, where it is one that extensions may read. The address is known only where Backstory has access. */
function siteOf(url = ""): string {
  return /^https?:/i.test(url) ? hostOf(url) : "";
}

adoptEntryStyle();
show(await loadSettings(browser.storage.local));
sayRefusals(async () => show(await loadSettings(browser.storage.local)));
onSettings(browser.storage.local.onChanged, show, new AbortController().signal);
reminder = await readReminder(createConnection(), browser.storage.local, new Date()).catch(() => null);
if (reminder) show(await loadSettings(browser.storage.local));

/** What is saved here is saved of the page below, and nothing of a private one. */
function savedOver() {
  return { url: tab?.url ?? "", title: tab?.title ?? "", incognito: tab?.incognito ?? false };
}

/** The tab that the reader looks at. Where the popup is a tab itself, as on some phones, the one they came from. */
async function readersTab(): Promise<Tabs.Tab | undefined> {
  const own = await browser.tabs.getCurrent();
  if (!own) return (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  const tabs = await browser.tabs.query({ currentWindow: true });
  const others = tabs.filter((each) => each.id !== own.id);
  return others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
