/** What every part of the card is given: the reader's language, and what pressing something does. */
import type { CardContent, CardEntry } from "../../messages/contract";
import type { Translate } from "../../i18n/translate";

/** What the background said about an entry. While it has not said anything, the card is loading. */
export type Answer =
  | { readonly status: "ready"; readonly content: CardContent }
  /** No installed pack has the entry. */
  | { readonly status: "unknown" }
  /** It could not be read. */
  | { readonly status: "failed" };

/** What the reader's language and hands need, wherever an entry is shown. */
export interface Reader {
  readonly t: Translate;
  /** BCP 47 language that `t` speaks. */
  readonly lang?: string;
  /** A name inside the text was pressed. */
  readonly onOpenRef: (ref: string) => void;
  /** Puts the text on the clipboard; resolves to whether that worked. */
  readonly onCopy: (text: string) => Promise<boolean>;
  /** Keeps a quote of the entry, or, without one, the entry as a highlight; resolves to what is to be said of it. */
  readonly onSave?: (ref: string, quote: string) => Promise<string>;
}

/** What the parts of one entry share. */
export interface View extends Reader {
  readonly content: CardEntry;
}

/** Only addresses of the web become links: a pack may say anything, `javascript:` included. */
export function webAddress(address: string | undefined): string | undefined {
  return address && /^https?:\/\//i.test(address) ? address : undefined;
}
