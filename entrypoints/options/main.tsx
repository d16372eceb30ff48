import browser from "webextension-polyfill";
import "../../src/views/style.css";
import { addPack, removePack } from "../../src/library/add-pack";
import * as messages from "../../src/messages/contract";
import type { Settings } from "../../src/settings/settings";
import { changeSettings, loadSettings, onSettings } from "../../src/settings/storage";
import { Options, type OptionsActions } from "../../src/views/options/options";
import { askBackground, draw, t } from "../../src/views/start";

const actions: OptionsActions = {
  change: (change) => changeSettings(browser.storage.local, change),
  packs: () => askBackground(messages.packs, {}),
  addPack: async (file) => {
    const pack = await addPack(await file.arrayBuffer());
    await askBackground(messages.packsChanged, {});
    return pack.info.title;
  },
  removePack: async (id) => {
    await removePack(id);
    await askBackground(messages.packsChanged, {});
  },
};

function show(settings: Settings): void {
  draw(<Options t={t} settings={settings} actions={actions} />);
}

show(await loadSettings(browser.storage.local));
onSettings(browser.storage.local.onChanged, show, new AbortController().signal);
