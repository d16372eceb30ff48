import browser from "webextension-polyfill";
import "../../src/views/style.css";
import "../../src/views/options/options.css";
import { addPack, removePack } from "../../src/library/add-pack";
import { localDay } from "../../src/highlights/day";
import { createConnection } from "../../src/library/connection";
import { askForPersistence, readPersistence } from "../../src/library/persistence";
import * as messages from "../../src/messages/contract";
import { switchPack } from "../../src/settings/packs";
import { BACKUP_KEY, loadBackupState } from "../../src/settings/backup";
import { changeHighlightSettings, HIGHLIGHT_SETTINGS_KEY, loadHighlightSettings } from "../../src/settings/highlights";
import { changeCorrections, changeKnown, CORRECTIONS_KEY, KNOWN_KEY, loadCorrections, loadKnown } from "../../src/settings/corrections";
import { changePortable, loadPortable } from "../../src/settings/portable";
import { SETTINGS_KEY } from "../../src/settings/settings";
import { changeSettings, loadSettings } from "../../src/settings/storage";
import type { HighlightActions } from "../../src/views/options/highlights";
import { Options, type OptionsActions } from "../../src/views/options/options";
import { downloadText } from "../../src/views/download";
import { accessActions, askBackground, draw, lang, sayRefusals, settingsArea as area, t } from "../../src/views/start";

const actions: OptionsActions = {
  ...accessActions,
  change: async (change) => {
    await changeSettings(area, change);
    // What is drawn is what is kept before the control lets go of what the reader made of it.
    await show();
  },
  names: (refs) => askBackground(messages.names, { refs: [...refs] }),
  changeKnown: (change) => changeKnown(area, change),
  changeCorrections: (change) => changeCorrections(area, change),
  portable: () => loadPortable(area),
  changePortable: async (change) => {
    const changed = await changePortable(area, change);
    await askBackground(messages.packsChanged, {});
    return changed;
  },
  download: (text) => {
    const name = `backstory-settings-${localDay(new Date())}.json`;
    downloadText(name, "application/json", text);
    return name;
  },
  openShortcuts,
  packs: () => askBackground(messages.packs, {}),
  addPack: async (file) => {
    const pack = await addPack(await file.arrayBuffer());
    // Who adds a pack that is switched off wants it.
    await switchPack(area, pack.info.id, true);
    await askBackground(messages.packsChanged, {});
    return pack.info.title;
  },
  switchPack: async (id, on) => {
    await switchPack(area, id, on);
    await askBackground(messages.packsChanged, {});
  },
  removePack: async (id) => {
    await removePack(id);
    await switchPack(area, id, true);
    await askBackground(messages.packsChanged, {});
  },
};

/** Rows that are deleted at once. */
const BATCH = 2_000;

const store = createConnection();

const highlightActions: HighlightActions = {
  change: async (change) => {
    await changeHighlightSettings(area, change);
    await show();
  },
  allowDownloads: () => browser.permissions.request({ permissions: ["downloads"] }),
  stored: async () => {
    const [highlights, deleted] = await store.use((each) => Promise.all([each.count("highlights"), each.count("bin")]));
    return { highlights, deleted, ...(await readPersistence()) };
  },
  askToKeep: askForPersistence,
  deleteAll: async () => {
    const ids = await store.use((each) => each.getAllKeys("highlights"));
    for (let done = 0; done < ids.length; done += BATCH) {
      const { refused, why } = await askBackground(messages.deleteHighlights, { ids: ids.slice(done, done + BATCH) });
      if (refused) throw new Error(why ?? refused);
    }
    return ids.length;
  },
};

async function show(): Promise<void> {
  const [settings, ofHighlights, backup, known, corrections] = await Promise.all([
    loadSettings(area),
    loadHighlightSettings(area),
    loadBackupState(area),
    loadKnown(area),
    loadCorrections(area),
  ]);
  const { version } = browser.runtime.getManifest();
  draw(<Options t={t} lang={lang} version={version} settings={settings} right={{ known, corrections }} actions={actions} highlights={{ settings: ofHighlights, backup, actions: highlightActions }} />, "options_title");
}

sayRefusals(show);
void show();
browser.storage.local.onChanged.addListener((changes) => {
  if ([SETTINGS_KEY, HIGHLIGHT_SETTINGS_KEY, BACKUP_KEY, KNOWN_KEY, CORRECTIONS_KEY].some((key) => key in changes)) void show();
});

/** Firefox has a call for it, Chromium an address, Firefox for Android no shortcuts. */
function openShortcuts(): void {
  const commands = browser.commands as (typeof browser.commands & { openShortcutSettings?(): Promise<void> }) | undefined;
  if (commands?.openShortcutSettings) void commands.openShortcutSettings();
  else if (!import.meta.env.FIREFOX) void browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}
