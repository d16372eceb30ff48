import type { Browser } from "webextension-polyfill";
// Not the polyfill: see docs/decisions/2026-11-21-native-browser-object-in-pages.md.
import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { translator } from "../src/i18n/translate";
import { isAlive } from "../src/page/make-room";
import { CARD_KEY, type CreateHover } from "../src/reader/card-key";
import { createHover } from "../src/reader/hover";

export default defineUnlistedScript(() => {
  const { i18n, runtime } = browser as unknown as Browser;
  const t = translator((key, values) => i18n.getMessage(key, values));
  const lang = t("language_tag");
  const create: CreateHover = (options) => createHover({ ...options, t, lang, isAlive: () => isAlive(runtime) });
  Object.assign(globalThis, { [CARD_KEY]: create });
});
