/** What the reader sees of highlights on a page: the bar beside a selection, the editor of a highlight, notices. */
import type { Translate } from "../../i18n/translate";
import type { Ask } from "../../messages/ask";
import type { Colour } from "../../messages/highlight";
import type { Passages } from "../passages";

export interface BarOptions {
  passages: Passages;
  ask: Ask;
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  /** What the reader calls the colours, where they have named them, and the one that was used last. */
  colours(): { names: Partial<Record<Colour, string>>; last: Colour };
  /** The reader has used a colour: it is the next one's. */
  onColour(colour: Colour): void;
  signal: AbortSignal;
}

export interface Bar {
  /** Listens in this document, the top one or that of a frame; once more in the same one does no harm. */
  listen(document: Document): void;
  /** The highlights, or how they were found, have changed. */
  refresh(): void;
  /** Opens the editor of a highlight that stands on the page. @returns whether it does */
  open(id: string): boolean;
  /** Saves what is selected, in the last colour; once more, or with `note`, goes on to its editor. @returns whether there was something to do */
  command(command: "highlight" | "note"): boolean;
}
