/** What the bar shows, one thing at a time. */
import type { REFUSALS } from "../../messages/about-highlights";
import type { CardContent } from "../../messages/card-content";
import type { Colour } from "../../messages/highlight";
import type { LookUpAnswer } from "../../messages/look-up";
import type { Selected } from "../passages";

/** What the keyboard goes to in an editor. */
export type Field = "note" | "tags";

/** What was refused, or that nobody answered, or that the page has put something else in the place of what was selected. */
export type Failure = (typeof REFUSALS)[number] | "silent" | "replaced";

export type Scene =
  /** What can be done with what is selected. */
  | { readonly kind: "offer"; readonly selected: Selected }
  /** It was kept, just now. */
  | { readonly kind: "saved"; readonly id: string }
  /** `field` is null where the reader came to look rather than to write; `unsaved` is a note that could not be kept. */
  | { readonly kind: "editor"; readonly id: string; readonly field: Field | null; readonly unsaved?: string }
  | { readonly kind: "removed"; readonly id: string }
  /** It was not kept. */
  | { readonly kind: "failed"; readonly selected: Selected; readonly colour: Colour; readonly why: Failure; readonly field: Field | null }
  /** What the packs know of what is selected. */
  | { readonly kind: "lookup"; readonly selected: Selected; readonly found: Found };

/** Names found, or the entry that was opened among them, the last of those opened one from another. */
export type Found =
  | { readonly state: "asking" }
  | { readonly state: "failed" }
  | { readonly state: "list"; readonly answer: LookUpAnswer }
  | { readonly state: "entry"; readonly answer: LookUpAnswer; readonly content: CardContent; readonly tab: number };

/** How long "Saved" stays where nobody does anything with it, in ms: long enough to read it and reach for Undo. */
export const SAVED_MS = 6_000;
