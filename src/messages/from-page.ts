/** What every page asks the background. */
import { Highlight } from "./highlight";
import { Link, Ref } from "./link";
import { ReadersTab } from "./readers-tab";
import type { Infer } from "./schema";

/**
 * Mentions travel as one flat list of whole numbers, `MENTION_STRIDE` a mention, so that thousands cost little to send
 * and to check: block (index into the request's blocks), start, end (UTF-16 code units, half-open),
 * entry (index into the answer's `entries`), confidence in thousandths.
 */
export const MENTION_STRIDE = 5;

/** Page → background: which names stand in these blocks? */
export const spot = {
  name: "page:spot",
  request: {
    fields: {
      /** Language the page says it is in, or empty. */
      lang: "string",
      /** In reading order. */
      blocks: { list: "string" },
      /** Entries named in full earlier on the page, the latest last: they explain short names in these blocks. */
      seen: { list: Ref },
    },
  },
  answer: {
    fields: {
      entries: { list: Link },
      mentions: { list: "index" },
      /** Of the request's `seen` and these blocks: what to send as `seen` with the next blocks. */
      seen: { list: Ref },
    },
  },
} as const;
export type SpotRequest = Infer<typeof spot.request>;
export type SpotAnswer = Infer<typeof spot.answer>;

/**
 * Page → background: put the card's code into my frame (it is not loaded before a card is wanted).
 * The answer is the card's style sheet.
 */
export const loadCard = { name: "page:load-card", request: { fields: {} }, answer: "string" } as const;

/** Page or view → background: keep a quote of a pack, or, where `quote` is empty, what it says of an entry. @returns what is to be said of it */
export const saveFromCard = { name: "page:save-from-card", request: { fields: { ref: Ref, quote: "string" }, optional: { from: ReadersTab } }, answer: "string" } as const;

/** Page → background: put the code of the bar into my frame: what is drawn beside a selection or a highlight. The answer is its style sheet. */
export const loadBar = { name: "page:load-bar", request: { fields: {} }, answer: "string" } as const;

/** Page → background: open the library page at a highlight, or, where `id` is empty, at its beginning. */
export const openLibrary = { name: "page:open-library", request: { fields: { id: "string" } }, answer: "boolean" } as const;

/** Page → background: the words of a highlight with where they stand, ready for the clipboard. */
export const cite = { name: "page:cite", request: { fields: { highlight: Highlight } }, answer: "string" } as const;
