/** How a passage is described so that it can be found again, and how it was found. */

/**
 * A passage as the W3C Web Annotation Data Model describes one (TextQuoteSelector, TextPositionSelector; https://www.w3.org/TR/annotation-model/#selectors).
 * Texts stand as they do on the page; what is compared is their normal form (normalise.ts).
 */
export interface Anchor {
  /** The passage itself. */
  exact: string;
  /** What stood before and after it: up to `CONTEXT` UTF-16 code units, empty at the page's edge or where nobody said. */
  prefix: string;
  suffix: string;
  /** Where it stood in the page's text: UTF-16 code units, half-open. Neither is there where nobody said. */
  start?: number | undefined;
  end?: number | undefined;
}

/** Code units of context on each side that `describe` keeps. */
export const CONTEXT = 64;

export const STATES = [
  /** The same text between the same surroundings. */
  "exact",
  /** The same text, which stands elsewhere now. */
  "moved",
  /** A text that was edited. */
  "changed",
  /** Not on the page. */
  "orphan",
] as const;
export type State = (typeof STATES)[number];

/** Where a passage stands in a page's text: UTF-16 code units, half-open. */
export type Outcome = { state: Exclude<State, "orphan">; start: number; end: number } | { state: "orphan" };
