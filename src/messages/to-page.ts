/** What views and the background ask of a page. */
import { Kind, Ref } from "./link";
import type { Infer } from "./schema";

/** Why a page is, or is not, annotated. */
export const PAGE_STATES = [
  /** Annotated. */
  "on",
  /** Plainly not an article: untouched until the reader asks. */
  "not-article",
  /** The reader wants to be asked first: untouched until they say so. */
  "asked",
  /** Switched off, here or everywhere. */
  "off",
  /** Annotated, and still reading. */
  "reading",
] as const;

/** View → page: what is going on there? */
export const status = {
  name: "tab:status",
  request: { fields: {} },
  answer: {
    fields: {
      state: { oneOf: PAGE_STATES },
      /** Mentions on the page. */
      count: "index",
      /** Entries on the page, in the order in which they are first named. */
      cast: { list: { fields: { ref: Ref, name: "string", kind: Kind, count: "index" } } },
    },
  },
} as const;
export type PageStatus = Infer<typeof status.answer>;

/** View → page: scroll to the first mention of the entry and open its card there. */
export const show = { name: "tab:show", request: { fields: { ref: Ref } }, answer: "boolean" } as const;

/** View → page: annotate, or stop, this page for as long as it is open, whatever the settings say. */
export const wake = { name: "tab:wake", request: { fields: { on: "boolean" } }, answer: "boolean" } as const;

/** Names are those of the manifest's `commands`. */
export const COMMANDS = ["next-mention", "previous-mention", "open-card", "pin-card", "close-card"] as const;
export type Command = (typeof COMMANDS)[number];

/** Background → page: the reader pressed a shortcut. */
export const command = {
  name: "tab:command",
  request: { fields: { command: { oneOf: COMMANDS } } },
  answer: "boolean",
} as const;

/** Background → page: look up what is selected, and show it there. @returns whether something is */
export const lookUpSelection = { name: "tab:look-up-selection", request: { fields: {} }, answer: "boolean" } as const;

/** Background → page: keep what is selected; with `note`, go on to its note. @returns whether there was something to do */
export const highlightSelection = {
  name: "tab:highlight-selection",
  request: { fields: { note: "boolean" } },
  answer: "boolean",
} as const;
