/** Texts for the reader: every one of them stands in public/_locales, none in code. */
import type messages from "../../public/_locales/en/messages.json";

export type MessageKey = keyof typeof messages;

/** The text of a key in the reader's language, with `$1`, `$2` … filled in. */
export type Translate = (key: MessageKey, ...values: (string | number)[]) => string;

/** @param getMessage The browser's `i18n.getMessage`, which answers "" for a key that does not exist. */
export function translator(getMessage: (key: string, values?: string[]) => string): Translate {
  return (key, ...values) => getMessage(key, values.map(String)) || key;
}

/**
 * The language to write dates and numbers in: that of the texts, in the form that the reader's browser is in where
 * that is the same language ("en-GB"). Where the browser speaks a language that Backstory does not, texts and dates are
 * both English.
 * @param ui BCP 47 tag of the browser's language
 */
export function languageOf(t: Translate, ui: string): string {
  const tag = t("language_tag");
  const [own, asked] = [new Intl.Locale(tag).maximize(), maximized(ui)];
  return asked && own.language === asked.language && own.script === asked.script ? ui : tag;
}

/** `null` where it is no tag. */
function maximized(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return null;
  }
}
