/** What the reader, on every page, and the card's side, which comes when one is wanted, are to each other. */
import type { Translate } from "../i18n/translate";
import type { Ask } from "../messages/ask";
import type { Command, Here } from "../messages/contract";
import type { Annotation } from "../page/annotate";

/** Where the card's code leaves `CreateHover` for the reader: a registered symbol, for they share only a global object. */
export const CARD_KEY = Symbol.for("backstory.card");

export interface HoverOptions {
  annotation: Annotation;
  ask: Ask;
  /** The card's style sheet. */
  css: string;
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  /** False where the extension has been removed from under the page. */
  isAlive(): boolean;
  /** What applies here: settings of the reader. */
  here(): Pick<Here, "dwell" | "modifier" | "textSize">;
  signal: AbortSignal;
}

export interface Hover {
  /** Listens in this document, the top one or that of a frame; once more in the same one does no harm. */
  listen(document: Document): void;
  /** Takes the event that made a card wanted as if it had been listened for. */
  replay(event: PointerEvent): void;
  /** The mentions have changed. */
  refresh(): void;
  /** Opens the card at the first mention of the entry. @returns false where the page has none */
  show(ref: string): boolean;
  command(command: Command): boolean;
}

/** Makes the card's side of a page. What has to do with the browser comes with the card's code. */
export type CreateHover = (options: Omit<HoverOptions, "t" | "lang" | "isAlive">) => Hover;
