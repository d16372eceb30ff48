import browser from "webextension-polyfill";
import "../../src/views/style.css";
import { addPack, removePack } from "../../src/library/add-pack";
import { createConnection } from "../../src/library/connection";
import { askForPersistence, readPersistence } from "../../src/library/persistence";
import * as messages from "../../src/messages/contract";
import { switchPack } from "../../src/settings/packs";
import { BACKUP_KEY, loadBackupState } from "../../src/settings/backup";
import { changeHighlightSettings, HIGHLIGHT_SETTINGS_KEY, loadHighlightSettings } from "../../src/settings/highlights";
import { SETTINGS_KEY } from "../../src/settings/settings";
import { changeSettings, loadSettings } from "../../src/settings/storage";
import type { HighlightActions } from "../../src/views/options/highlights";
import { Options, type OptionsActions } from "../../src/views/options/options";
import { askBackground, draw, lang, settingsArea, t } from "../../src/views/start";

const actions: OptionsActions = {
  change: (change) => changeSettings(settingsArea, change),
  packs: () => askBackground(messages.packs, {}),
  addPack: async (file) => {
    const pack = await addPack(await file.arrayBuffer());
    // Who adds a pack that is switched off wants it.
    await switchPack(settingsArea, pack.info.id, true);
    await askBackground(messages.packsChanged, {});
    return pack.info.title;
  },
  switchPack: async (id, on) => {
    await switchPack(settingsArea, id, on);
    await askBackground(messages.packsChanged, {});
  },
  removePack: async (id) => {
    await removePack(id);
    await switchPack(settingsArea, id, true);
    await askBackground(messages.packsChanged, {});
  },
};

/** Rows that are deleted at once. */
const BATCH = 2_000;

const store = createConnection();
const area = browser.storage.local;

const highlightActions: HighlightActions = {
  change: (change) => changeHighlightSettings(settingsArea, change),
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
  const [settings, ofHighlights, backup] = await Promise.all([loadSettings(area), loadHighlightSettings(area), loadBackupState(area)]);
  draw(<Options t={t} lang={lang} settings={settings} actions={actions} highlights={{ settings: ofHighlights, backup, actions: highlightActions }} />);
}

await show();
area.onChanged.addListener((changes) => {
  if ([SETTINGS_KEY, HIGHLIGHT_SETTINGS_KEY, BACKUP_KEY].some((key) => key in changes)) void show();
});
