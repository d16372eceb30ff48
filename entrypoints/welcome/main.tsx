import browser from "webextension-polyfill";
import "../../src/views/style.css";
import "../../src/views/welcome.css";
import "../marks.css";
import * as messages from "../../src/messages/contract";
import { followHere } from "../../src/page/follow-here";
import { PAGE_KEY, type PublishedPage } from "../../src/page/published";
import { readOwnPage } from "../../src/reader/in-own-page";
import { loadScriptsInOwnPage } from "../../src/reader/own-scripts";
import type { Reader } from "../../src/reader/reader";
import { switchPack } from "../../src/settings/packs";
import type { Settings } from "../../src/settings/settings";
import { changeSettings, loadSettings, onSettings } from "../../src/settings/storage";
import { accessActions, askBackground, draw, lang, sayRefusals, settingsArea as area, t } from "../../src/views/start";
import { Welcome, type WelcomeActions } from "../../src/views/welcome";

const { signal } = new AbortController();
let settings = await loadSettings(area);
let reader: Reader | undefined;
let marked: number | null = null;

const actions: WelcomeActions = {
  ...accessActions,
  change: (change) => changeSettings(area, change),
  packs: () => askBackground(messages.packs, {}),
  switchPack: async (id, on) => {
    await switchPack(area, id, on);
    await askBackground(messages.packsChanged, {});
    void reader?.reread();
  },
  openOptions: () => void browser.runtime.openOptionsPage(),
};

function show(): void {
  draw(<Welcome t={t} lang={lang} settings={settings} marked={marked} actions={actions} />, "welcome_title");
}

show();
sayRefusals(async () => show());
onSettings(
  browser.storage.local.onChanged,
  (changed: Settings) => {
    settings = changed;
    show();
  },
  signal,
);

loadScriptsInOwnPage(document, browser.runtime, signal);
followHere({
  send: (envelope) => browser.runtime.sendMessage(envelope),
  changes: browser.storage.local.onChanged,
  runtime: browser.runtime,
  heard: (here) => {
    // What is chosen on this page is for others: here one tries what it does.
    const own = { ...here, run: "auto" as const, quiet: [] };
    if (reader) return reader.apply(own);
    reader = readOwnPage(document, { runtime: browser.runtime, t, lang, here: own, signal });
    const page = publishedPage();
    if (page) page.onChange = count;
    count();
  },
  corrected: () => reader?.reread(),
  signal,
});

/** Counts what is marked: a page on which there is nothing to try says so. */
function count(): void {
  const annotation = publishedPage()?.annotation();
  marked = annotation && !annotation.reading ? annotation.painted().length : null;
  show();
}

function publishedPage(): PublishedPage | undefined {
  return (globalThis as { [PAGE_KEY]?: PublishedPage })[PAGE_KEY];
}
