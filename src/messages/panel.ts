/** What opens the side panel, and what it asks. */
import { Ref } from "./link";
import type { Infer } from "./schema";

/**
 * Page → background: show this entry in the side panel of my window; where `ref` is empty, what the page is about.
 * Chromium opens the panel where a click in the page asked for it. Firefox opens sidebars from its own buttons alone:
 * there it is shown in the sidebar if that is open, and else in a tab beside the page, one for each window (on phones, one
 * for ordinary tabs and one for private ones).
 */
export const openPanel = { name: "page:open-panel", request: { fields: { ref: Ref } }, answer: "boolean" } as const;

/** Of the flat list of dates: first and last possible day, in whole days since 1970-01-01. */
export const DATE_STRIDE = 2;

/** What a line of a cast says: an office at the time that the page speaks of, one that stands for them, what came of them. */
export const CAST_LINES = ["then", "role", "now", "end"] as const;

const CastDetail = {
  fields: {
    ref: Ref,
    /** Letters for a disc that stands for a person; empty for what has an emblem. */
    initials: "string",
    /** Who or what, in one sentence; empty where the pack does not say. */
    who: "string",
    lines: { list: { fields: { what: { oneOf: CAST_LINES }, text: "string" }, optional: { when: "string" } } },
  },
  optional: {
    /** The name in its own script, with its language (BCP 47). */
    own: { fields: { text: "string", lang: "string" } },
    /** "1898–1974", "25 June 1950 – 27 July 1953". */
    when: "string",
  },
} as const;
export type CastDetail = Infer<typeof CastDetail>;

/** View → background: what is to be said of those on a page. Who is in no open pack is left out. */
export const castDetails = {
  name: "view:cast",
  request: {
    fields: {
      refs: { list: Ref },
      /** The dates that the page names; see `DATE_STRIDE`. Days before 1970 are below 0. */
      dates: { list: "number" },
      /** Day on which the page was published (ISO 8601), or empty. */
      published: "string",
    },
  },
  answer: { list: CastDetail },
} as const;
export type CastRequest = Infer<typeof castDetails.request>;

/** Left in the session's storage for the panel of a window, which may still have to be opened. */
export const WantedEntry = {
  fields: {
    ref: Ref,
    /** The tab over which it is to be opened: the panel may turn to it only later. */
    tab: "index",
  },
} as const;
export type WantedEntry = Infer<typeof WantedEntry>;

/** Where it lies there. */
export const wantedKey = (windowId: number): string => `panelWants:${windowId}`;
