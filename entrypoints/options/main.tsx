import browser from "webextension-polyfill";
import "../../src/views/style.css";
import { addPack, removePack } from "../../src/library/add-pack";
import * as messages from "../../src/messages/contract";
import { switchPack } from "../../src/settings/packs";
import type { Settings } from "../../src/settings/settings";
import { changeSettings, loadSettings, onSettings } from "../../src/settings/storage";
import { Options, type OptionsActions } from "../../src/views/options/options";
import { askBackground, draw, lang, t } from "../../src/views/start";

const actions: OptionsActions = {
  change: (change) => changeSettings(browser.storage.local, change),
  packs: () => askBackground(messages.packs, {}),
  addPack: async (file) => {
    const pack = await addPack(await file.arrayBuffer());
    // Who adds a pack that is switched off wants it.
    await switchPack(browser.storage.local, pack.info.id, true);
    await askBackground(messages.packsChanged, {});
    return pack.info.title;
  },
  switchPack: async (id, on) => {
    await switchPack(browser.storage.local, id, on);
    await askBackground(messages.packsChanged, {});
  },
  removePack: async (id) => {
    await removePack(id);
    await switchPack(browser.storage.local, id, true);
    await askBackground(messages.packsChanged, {});
  },
};

function show(settings: Settings): void {
  draw(<Options t={t} lang={lang} settings={settings} actions={actions} />);
}

show(await loadSettings(browser.storage.local));
onSettings(browser.storage.local.onChanged, show, new AbortController().signal);
