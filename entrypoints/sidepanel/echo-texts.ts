/** Workers have no texts of the extension: those that are put together there are sent to them, with slots for values. */
import { type MessageKey, type Translate, translator } from "../../src/i18n/translate";

/** Texts with slots, by their keys. */
export type Texts = Partial<Record<MessageKey, string>>;

const KEYS: readonly MessageKey[] = ["card_quoted", "card_said_to", "card_occasion", "card_caveat"];
/** No text holds a private-use character. Not those of `story/sentences`, which are values here. */
const SLOTS = ["\uE010", "\uE011", "\uE012"];

/** The texts that echoes are put together from. */
export function textsFor(t: Translate): Texts {
  return Object.fromEntries(KEYS.map((key) => [key, t(key, ...SLOTS)]));
}

/** Fills texts in as the browser does. */
export function translatorOf(texts: Texts): Translate {
  return translator((key, values = []) =>
    (texts[key as MessageKey] ?? "").replace(/[\uE010-\uE012]/g, (slot) => values[SLOTS.indexOf(slot)] ?? ""),
  );
}
