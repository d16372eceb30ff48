// Not the polyfill: see docs/decisions/2026-11-21-native-browser-object-in-pages.md.
import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { listener } from "../src/messages/answer";
import { ask, type Envelope } from "../src/messages/ask";
import { loadCard } from "../src/messages/contract";
import type { Here } from "../src/messages/here";
import { followHere } from "../src/page/follow-here";
import { hear, isAlive, makeRoom } from "../src/page/make-room";
import { CARD_KEY, type CreateHover } from "../src/reader/card-key";
import { type Reader, startReader } from "../src/reader/reader";

export default defineUnlistedScript(() => {
  const { runtime } = browser;
  const { leaving, listen } = makeRoom(document, runtime.id);
  const { signal } = leaving;
  const send = (envelope: Envelope) => runtime.sendMessage(envelope);
  let reader: Reader | undefined;

  function start(here: Here): void {
    reader = startReader(document, {
      send,
      loadHover: async () => {
        const css = await ask(send, loadCard, {});
        // Where the code did not arrive, calling it fails, and the page stays as it is.
        return { createHover: (globalThis as { [CARD_KEY]?: CreateHover })[CARD_KEY]!, css };
      },
      here,
      onRound: () => {
        listen();
        // Without an id we have outlived our extension, in Chromium: nobody else would take the marks away.
        if (!isAlive(runtime)) leaving.abort();
      },
      signal,
    });
    hear(runtime.onMessage, listener(reader.handlers, console.warn) as Parameters<typeof runtime.onMessage.addListener>[0], runtime, signal);
  }

  followHere({
    send,
    changes: browser.storage.local.onChanged,
    runtime,
    heard: (here) => (reader ? reader.apply(here) : start(here)),
    corrected: () => reader?.reread(),
    signal,
  });
});
