/**
 * The story of the open page, as the side panel follows it. The panel connects to `follow.js` in the page by a port of
 * the name below; what comes over it is checked as answers are (`fault`). The page speaks first, and again whenever
 * something has changed.
 */
import { PAGE_STATES } from "./to-page";
import { Link, Ref } from "./link";
import type { Infer } from "./schema";

/** Name of the port between panel and page. */
export const FOLLOW_PORT = "backstory:follow";

/** A date that the page names, in the words of the page. */
export const NamedDate = {
  fields: {
    /** As the page writes it. */
    text: "string",
    /** First and last possible day, in whole days since 1970-01-01 (negative before). */
    min: "number",
    max: "number",
    /** The block that it stands in. */
    block: "index",
    /** UTF-16 code units in the block, half-open. */
    start: "index",
    end: "index",
  },
} as const;
export type NamedDate = Infer<typeof NamedDate>;

/** Of the flat list of mentions: index into the cast, then the block that it stands in; in reading order. */
export const PLACE_STRIDE = 2;

/** Page → panel: what the page is about. */
export const PageStory = {
  fields: {
    what: { oneOf: ["story"] },
    state: { oneOf: PAGE_STATES },
    url: "string",
    title: "string",
    /** Language that the page says it is in, or empty. */
    lang: "string",
    /** Day on which the page says that it was published (ISO 8601), or empty. */
    published: "string",
    /** Entries on the page, in the order in which they are first named. */
    cast: { list: Link },
    /** See `PLACE_STRIDE`. Blocks are numbered from 0 in reading order, only those with names or dates in them. */
    mentions: { list: "index" },
    dates: { list: NamedDate },
  },
  optional: {
    /** How much of the story each of the cast is, in the order of `cast`; only their proportions mean anything. */
    weights: { list: "index" },
  },
} as const;
export type PageStory = Infer<typeof PageStory>;

/** Page → panel: where the reader is. */
export const ReadingPlace = {
  fields: {
    what: { oneOf: ["reading"] },
    /** The block being read, numbered as in `PageStory`; `null` where none with names or dates is in sight. */
    block: { nullable: "index" },
    /** Text of the paragraph being read, which need not have a number; empty where there is none. */
    text: "string",
    /** Entries that it names. */
    refs: { list: Ref },
  },
} as const;
export type ReadingPlace = Infer<typeof ReadingPlace>;

/** Panel → page: go to a mention of an entry (`which` counts from 0) and mark it as the current one, or to a block. */
export const FollowStep = {
  fields: { what: { oneOf: ["mention", "block"] }, ref: Ref, which: "index" },
} as const;
export type FollowStep = Infer<typeof FollowStep>;
