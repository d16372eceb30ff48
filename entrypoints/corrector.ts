import type { Browser } from "webextension-polyfill";
// Not the polyfill: see docs/decisions/2026-11-21-native-browser-object-in-pages.md.
import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { uuid } from "../src/highlighter/selected";
import { languageOf, translator } from "../src/i18n/translate";
import type { Envelope } from "../src/messages/ask";
import { askAgain } from "../src/messages/retry";
import { PAGE_KEY, type PublishedPage } from "../src/page/published";
import { createInquiry } from "../src/reader/correct/inquiry";
import { CORRECTOR_KEY, type CreateInquiry } from "../src/reader/correct/key";

export default defineUnlistedScript(() => {
  const { extension, i18n, runtime } = browser as unknown as Browser;
  const t = translator((key, values) => i18n.getMessage(key, values));
  const lang = languageOf(t, i18n.getUILanguage());
  const ask = askAgain((envelope: Envelope) => runtime.sendMessage(envelope), {
    id: uuid,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  /** Pages hear of a correction by the storage; of what is kept of private windows it says nothing. */
  const reread = () => {
    const page = (globalThis as { [PAGE_KEY]?: PublishedPage })[PAGE_KEY];
    if (extension.inIncognitoContext) void page?.annotation()?.reread();
  };
  const create: CreateInquiry = (options) => createInquiry({ ...options, ask, t, lang, reread });
  Object.assign(globalThis, { [CORRECTOR_KEY]: create });
});
