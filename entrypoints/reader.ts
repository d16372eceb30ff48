// Not the polyfill: see docs/decisions/2026-11-21-native-browser-object-in-pages.md.
import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { listener } from "../src/messages/answer";
import { ask, type Envelope } from "../src/messages/ask";
import { loadCard } from "../src/messages/contract";
import { makeRoom } from "../src/page/make-room";
import { CARD_KEY, type CreateHover } from "../src/reader/card-key";
import { startReader } from "../src/reader/reader";
import { loadSettings, onSettings } from "../src/settings/storage";

export default defineUnlistedScript(async () => {
  const { runtime, storage } = browser;
  const { leaving, listen } = makeRoom(document, runtime.id);
  const { signal } = leaving;
  const send = (envelope: Envelope) => runtime.sendMessage(envelope);
  const settings = await loadSettings(storage.local);
  if (signal.aborted) return;
  const reader = startReader(document, {
    send,
    loadHover: async () => {
      const css = await ask(send, loadCard, {});
      // Where the code did not arrive, calling it fails, and the page stays as it is.
      return { createHover: (globalThis as { [CARD_KEY]?: CreateHover })[CARD_KEY]!, css };
    },
    settings,
    onRound: () => {
      listen();
      // Without an id we have outlived our extension, in Chromium: nobody else would take the marks away.
      if (!runtime.id) leaving.abort();
    },
    signal,
  });
  const { onMessage } = runtime;
  const heard = listener(reader.handlers, console.warn) as Parameters<typeof onMessage.addListener>[0];
  onMessage.addListener(heard);
  // Where we have outlived our extension, the browser has removed our listeners itself.
  signal.addEventListener("abort", () => runtime.id && onMessage.removeListener(heard));
  onSettings(storage.local.onChanged, reader.apply, signal);
});
