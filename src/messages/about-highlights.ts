/** What pages and views ask the background about highlights. Every one of them may be asked again: nothing is doubled. */
import { STATES } from "../anchoring/anchor";
import { Colour, Highlight, HighlightChange } from "./highlight";
import { Ref } from "./link";
import { ReadersTab } from "./readers-tab";
import type { Infer } from "./schema";

/** Why something was not kept. */
export const REFUSALS = [
  /** A private window, and the reader has not allowed it. */
  "private",
  /** The disk, or what the browser lets us have of it, is full. */
  "full",
  /** The storage does not open or does not write. */
  "storage",
  /** A later version of Backstory has been here: this one does not touch what it cannot read. */
  "newer",
] as const;

/** Nothing was kept where `refused` is there; `why` is what the browser said. */
const Kept = { fields: {}, optional: { highlight: Highlight, refused: { oneOf: REFUSALS }, why: "string" } } as const;
export type Kept = Infer<typeof Kept>;

/** The number of highlights that were changed; `refused` as above. */
const Counted = { fields: { count: "index" }, optional: { refused: { oneOf: REFUSALS }, why: "string" } } as const;
export type Counted = Infer<typeof Counted>;

const Ids = { list: "string" } as const;

/**
 * With every request that writes: an id of the request (a UUID), the same each time that it is asked. A request that was
 * carried out already, and whose answer nobody heard, does nothing when it is asked again, whatever was done since:
 * see retry.ts.
 */
const once = "string";

/**
 * Page → background: this page is there, or the reader has selected something on it. Where it has highlights, or something
 * is selected, the highlighter's code is put into the page. @returns whether it was
 */
export const wantHighlighter = { name: "page:want-highlighter", request: { fields: { selected: "boolean" } }, answer: "boolean" } as const;

/** Page or view → background: the highlights of an article, oldest first. */
export const highlightsOf = { name: "page:highlights-of", request: { fields: { keys: { list: "string" } } }, answer: { list: Highlight } } as const;

/** Page → background: tags that the reader has given before. */
export const knownTags = { name: "page:known-tags", request: { fields: {} }, answer: { list: "string" } } as const;

/** Page or view → background: keep this highlight. Answered when it is on the disk. */
export const saveHighlight = {
  name: "page:save-highlight",
  request: {
    fields: { highlight: Highlight },
    optional: {
      /** Text around a passage, in which its names are found: blocks up to and with its last, and where in them it lies. */
      around: { fields: { blocks: { list: "string" }, from: { list: "index" }, to: { list: "index" } } },
      once,
    },
  },
  answer: Kept,
} as const;
/** `from` and `to` are [block, UTF-16 offset in it]. */
export type SaveRequest = Infer<typeof saveHighlight.request>;

/** Page or view → background: keep a quote of a pack, or, where `quote` is empty, what the pack says of an entry. */
export const saveFromPack = {
  name: "page:save-from-pack",
  request: { fields: { ref: Ref, quote: "string" }, optional: { from: ReadersTab, once } },
  answer: Kept,
} as const;

/** Page or view → background: change these highlights, all or none. */
export const editHighlights = { name: "page:edit-highlights", request: { fields: { ids: Ids, change: HighlightChange }, optional: { once } }, answer: Counted } as const;

/** Page or view → background: put these into the bin, from which they can be taken for `BIN_DAYS` days. */
export const deleteHighlights = { name: "page:delete-highlights", request: { fields: { ids: Ids }, optional: { once } }, answer: Counted } as const;

/** Page or view → background: take these out of the bin. */
export const restoreHighlights = { name: "page:restore-highlights", request: { fields: { ids: Ids }, optional: { once } }, answer: Counted } as const;

/** View → background: forget these, which are in the bin, for good. */
export const forgetHighlights = { name: "view:forget-highlights", request: { fields: { ids: Ids }, optional: { once } }, answer: Counted } as const;

/** View → background: put these rows in, all or none, in the place of those that have their ids. */
export const putHighlights = {
  name: "view:put-highlights",
  request: {
    fields: { rows: { list: Highlight } },
    optional: {
      /** Look for names in rows that bring no mentions: their format had no room for any. */
      findNames: "boolean",
      /**
       * In the order of the rows, what each was made from; null where there was none. What somebody else has changed since
       * stays. Without it, rows take the place of others whatever became of them.
       */
      over: { list: { nullable: { fields: { modified: "string", note: "string", tags: { list: "string" }, colour: Colour } } } },
      once,
    },
  },
  answer: Counted,
} as const;

/** Page → background: the reader has chosen this colour; the next highlight has it. */
export const lastColour = { name: "page:last-colour", request: { fields: { colour: Colour } }, answer: "boolean" } as const;

/** Page → background: how these passages were found. */
export const reportFound = {
  name: "page:report-found",
  request: { fields: { found: { list: { fields: { id: "string", state: { oneOf: STATES } }, optional: { text: "string" } } } } },
  answer: "boolean",
} as const;
export type FoundReport = Infer<typeof reportFound.request>["found"][number];
