// Not the polyfill: see docs/decisions/2026-11-21-native-browser-object-in-pages.md.
import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { follow } from "../src/follow/following";
import { FOLLOW_PORT } from "../src/messages/follow";
import { isAlive, makeRoom } from "../src/page/make-room";
import { PAGE_KEY, type PublishedPage } from "../src/page/published";

export default defineUnlistedScript(() => {
  const { runtime } = browser;
  const { leaving } = makeRoom(document, `${runtime.id}:follow`);
  const { signal } = leaving;
  const published = () => (globalThis as { [PAGE_KEY]?: PublishedPage })[PAGE_KEY];
  const { onConnect } = runtime;
  const connected: Parameters<typeof onConnect.addListener>[0] = (port) => {
    const { name, onMessage, onDisconnect } = port;
    if (name === FOLLOW_PORT) follow({ say: port.postMessage.bind(port), onMessage, onDisconnect }, published, signal);
  };
  onConnect.addListener(connected);
  // Where we have outlived our extension, the browser has removed our listeners itself.
  signal.addEventListener("abort", () => isAlive(runtime) && onConnect.removeListener(connected));
});
