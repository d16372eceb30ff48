import browser from "webextension-polyfill";
import "../../src/views/style.css";
import { ask, type Envelope } from "../../src/messages/ask";
import * as messages from "../../src/messages/contract";
import type { Settings } from "../../src/settings/settings";
import { changeSettings, loadSettings, onSettings } from "../../src/settings/storage";
import { Popup, type PopupActions } from "../../src/views/popup/popup";
import { askBackground, copy, draw, lang, t } from "../../src/views/start";

const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
const toTab = (envelope: Envelope) => browser.tabs.sendMessage(tab?.id ?? -1, envelope, { frameId: 0 });

const actions: PopupActions = {
  // No answer at all means that no reader runs there.
  status: () => ask(toTab, messages.status, {}).catch(() => null),
  wake: (on) => ask(toTab, messages.wake, { on }),
  show: async (ref) => {
    await ask(toTab, messages.show, { ref });
    window.close();
  },
  search: (query, limit) => askBackground(messages.search, { query, limit }),
  card: (ref) => askBackground(messages.card, { ref, paragraph: "", story: [] }),
  change: (change) => changeSettings(browser.storage.local, change),
  copy,
  openOptions: () => void browser.runtime.openOptionsPage().then(() => window.close()),
};

function show(settings: Settings): void {
  draw(<Popup t={t} lang={lang} settings={settings} host={hostOf(tab?.url)} actions={actions} />);
}

/** The site, where it is one that extensions may read. The address is known only where Backstory has access. */
function hostOf(url: string | undefined): string {
  const parsed = url ? URL.parse(url) : null;
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.hostname : "";
}

show(await loadSettings(browser.storage.local));
onSettings(browser.storage.local.onChanged, show, new AbortController().signal);
