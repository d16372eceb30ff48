import browser from "webextension-polyfill";
import "../../src/views/style.css";
import "../../src/views/library/library.css";
import "../../src/views/library/files.css";
import "../../src/views/library/reading.css";
import { citeHighlight, highlightAddress } from "../../src/highlights/cite";
import { BIN_DAYS } from "../../src/library/highlights";
import { createConnection } from "../../src/library/connection";
import { readAll, readBin, readByIds, readNewestFirst } from "../../src/library/read-highlights";
import { readReminder } from "../../src/library/reminder";
import * as messages from "../../src/messages/contract";
import type { Highlight } from "../../src/messages/highlight";
import { changeHighlightSettings, HIGHLIGHT_SETTINGS_KEY, HIGHLIGHTS_CHANGED_KEY, HIGHLIGHTS_TOUCHED_KEY, loadHighlightSettings, parseHighlightSettings, touchedIds } from "../../src/settings/highlights";
import { changePortable, loadPortable } from "../../src/settings/portable";
import type { Reminder } from "../../src/settings/reminder";
import type { LibraryActions } from "../../src/views/library/actions";
import type { Opened } from "../../src/views/library/dialogs";
import { hashOf, placeOf } from "../../src/views/library/filter";
import { Library } from "../../src/views/library/library";
import { LibraryModel } from "../../src/views/library/model";
import { adoptEntryStyle, askBackground, copy, draw, lang, settingsArea, t } from "../../src/views/start";
import { createSearcher } from "./searcher";

/** Highlights that fill any screen. */
const FIRST_SCREEN = 60;

const store = createConnection();

async function* read(): AsyncGenerator<Highlight[]> {
  yield* await store.use(async (each) => readNewestFirst(each, FIRST_SCREEN));
}

const actions: LibraryActions = {
  read,
  binDays: BIN_DAYS,
  byIds: (ids) => store.use((each) => readByIds(each, ids)),
  bin: () => store.use(readBin),
  all: () => store.use(readAll),
  put: (rows, findNames, over) => askBackground(messages.putHighlights, { rows: [...rows], findNames, over: [...over], once: crypto.randomUUID() }),
  settings: () => loadPortable(browser.storage.local),
  changeSettings: async (change) => {
    const changed = await changePortable(settingsArea, change);
    await askBackground(messages.packsChanged, {});
    return changed;
  },
  exported: () => changeHighlightSettings(settingsArea, { lastExport: new Date().toISOString() }),
  edit: (ids, change) => askBackground(messages.editHighlights, { ids: [...ids], change, once: crypto.randomUUID() }),
  remove: (ids) => askBackground(messages.deleteHighlights, { ids: [...ids], once: crypto.randomUUID() }),
  restore: (ids) => askBackground(messages.restoreHighlights, { ids: [...ids], once: crypto.randomUUID() }),
  forget: (ids) => askBackground(messages.forgetHighlights, { ids: [...ids], once: crypto.randomUUID() }),
  card: (ref) => askBackground(messages.card, { ref, paragraph: "", story: [] }),
  copy,
  cite: citeHighlight,
  open: async (highlight) => {
    // The background knows whether a tab has the page; where it does not answer, the address leads to the words.
    const shown = await askBackground(messages.openHighlight, { id: highlight.id }).catch(() => false);
    if (!shown) await browser.tabs.create({ url: highlightAddress(highlight) });
  },
};

/** Which dialog an address asks for: options lead here, to "#open=export". */
function openedBy(hash: string): Opened {
  const asked = new URLSearchParams(hash.replace(/^#/, "")).get("open");
  return asked === "export" || asked === "import" ? asked : "";
}

let opened: Opened = openedBy(location.hash);
let { colourNames } = await loadHighlightSettings(browser.storage.local).catch(() => parseHighlightSettings(undefined));
let reminder: Reminder | null = null;
let waiting = false;

/** Draws once, whatever was changed at a time, and has the address say what is shown. */
function changed(): void {
  if (waiting) return;
  waiting = true;
  queueMicrotask(() => {
    waiting = false;
    const hash = hashOf(model.place);
    if (hash !== location.hash.slice(1)) history.replaceState(null, "", hash ? `#${hash}` : location.pathname);
    show();
  });
}

function show(): void {
  const open = (next: Opened) => {
    opened = next;
    show();
  };
  draw(<Library view={{ t, lang, model, colourNames }} opened={opened} open={open} reminder={reminder} dismissReminder={dismissReminder} />, "library_title");
}

/** Looks whether there is something to be said of copies. */
async function remind(): Promise<void> {
  reminder = await readReminder(store, browser.storage.local, new Date()).catch(() => null);
  show();
}

function dismissReminder(): void {
  void changeHighlightSettings(settingsArea, { remindedAt: new Date().toISOString() });
}

const model = new LibraryModel(placeOf(location.hash), actions, createSearcher(), changed);

browser.storage.local.onChanged.addListener((changes) => {
  const settings = changes[HIGHLIGHT_SETTINGS_KEY];
  if (settings) {
    ({ colourNames } = parseHighlightSettings(settings.newValue));
    void remind();
  }
  if (changes[HIGHLIGHTS_CHANGED_KEY]) void model.refresh(touchedIds(changes[HIGHLIGHTS_TOUCHED_KEY]?.newValue));
});
addEventListener("hashchange", () => model.go(placeOf(location.hash)));
adoptEntryStyle();
model.go(model.place);
await model.read();
await remind();
