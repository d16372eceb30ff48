/** What every part of the card is given: the reader's language, and what pressing something does. */
import type { CardContent, Link } from "../../messages/contract";
import type { Translate } from "../../i18n/translate";
import type { Kind } from "../../packs/model";

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
  /** BCP 47 language that `t` speaks, for joining lists ("Mikoyan and Peng"); the browser's own where missing. */
  readonly lang?: string;
  /** A name inside the text was pressed. */
  readonly onOpenRef: (ref: string) => void;
  /** Puts the text on the clipboard; resolves to whether that worked. */
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** What the parts of one entry share. */
export interface View extends Reader {
  readonly content: CardContent;
}

/** The kind of an entry that a text refers to, as far as this entry lists it among its links. */
export function kindOf(links: readonly Link[], ref: string): Kind | undefined {
  return links.find((link) => link.ref === ref)?.kind;
}

/** Only addresses of the web become links: a pack may say anything, `javascript:` included. */
export function webAddress(address: string | undefined): string | undefined {
  return address && /^https?:\/\//i.test(address) ? address : undefined;
}
