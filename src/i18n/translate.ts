/** Texts for the reader: every one of them stands in public/_locales, none in code. */
import type messages from "../../public/_locales/en/messages.json";

export type MessageKey = keyof typeof messages;

/** The text of a key in the reader's language, with `$1`, `$2` … filled in. */
export type Translate = (key: MessageKey, ...values: (string | number)[]) => string;

/** @param getMessage The browser's `i18n.getMessage`, which answers "" for a key that does not exist. */
export function translator(getMessage: (key: string, values?: string[]) => string): Translate {
  return (key, ...values) => getMessage(key, values.map(String)) || key;
}
