/** What the reader leaves in the page for other scripts of ours that come later: they share its world, and no code. */
import type { PAGE_STATES } from "../messages/to-page";
import type { Annotation } from "./annotate";

/** Where it lies on the global object. */
export const PAGE_KEY = Symbol.for("backstory.page");

export interface PublishedPage {
  state(): (typeof PAGE_STATES)[number];
  /** `null` while the page is not annotated. */
  annotation(): Annotation | null;
  /** Set by who wants to hear that the mentions or the state have changed. */
  onChange?: (() => void) | undefined;
}
