/** A highlight as it is kept, sent and exported. */
import { STATES } from "../anchoring/anchor";
import { Link, Ref } from "./link";
import type { Infer } from "./schema";

/** In the order in which they are offered. Each has a name in words (`colour_*`), which the reader can change. */
export const COLOURS = ["yellow", "green", "blue", "pink", "purple"] as const;
export type Colour = (typeof COLOURS)[number];
export const Colour = { oneOf: COLOURS } as const;

/** What was saved: words of a page, a quote of a pack, or what a pack says of an entry. */
export const HIGHLIGHT_KINDS = ["passage", "quote", "card"] as const;

/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
const Instant = "string";

/** See `Anchor` in src/anchoring. */
export const AnchorShape = {
  fields: { exact: "string", prefix: "string", suffix: "string" },
  optional: {
    start: "index",
    end: "index",
    /** Surrogate pairs of the page's text before `start` and `end`: what makes code points, as the W3C counts them, of code units. */
    pairsBefore: { list: "index" },
  },
} as const;

/** The page that a highlight was saved on, as it described itself then. What it did not say is empty. */
export const PageFacts = {
  fields: {
    /**
     * What the article is known by (highlights/address.ts), the one that stands for it first: by any of them its
     * highlights are found again. Of a book, "book:" and what it is called.
     */
    keys: { list: "string" },
    /** As it stood in the address bar, or empty: a book has none. */
    url: "string",
    title: "string",
    /** "chinafile.com", or what the site calls itself. */
    site: "string",
    /** One line. */
    author: "string",
    /** EDTF or ISO 8601 day, month or year: "2017-07-05". */
    published: "string",
    /** BCP 47. */
    lang: "string",
  },
} as const;
export type PageFacts = Infer<typeof PageFacts>;

/** How the passage was found when the reader was last on its page. */
const Found = {
  fields: { state: { oneOf: STATES }, at: Instant },
  optional: {
    /** What stands there now, where it was changed. */
    text: "string",
  },
} as const;
export type Found = Infer<typeof Found>;

export const Highlight = {
  fields: {
    /** UUID, made where the highlight was made, before it is first sent: saving it again saves nothing twice. */
    id: "string",
    kind: { oneOf: HIGHLIGHT_KINDS },
    /** The words, as they stood when they were saved; of a card, its text. */
    text: "string",
    page: PageFacts,
    colour: Colour,
    /** Markdown, as typed. */
    note: "string",
    /** Without "#", each once, in the order in which they were given. */
    tags: { list: "string" },
    /** Entries named in it, most important first. */
    mentions: { list: Link },
    created: Instant,
    modified: Instant,
  },
  optional: {
    /** Of a passage. */
    anchor: AnchorShape,
    found: Found,
    /** Of a quote or card: the entry it is of, and the sources in full, ready for the clipboard. */
    of: { fields: { ref: Ref, quote: "string", citation: "string" } },
    /** What an import held that we have no field for, as JSON: exports put it back. */
    foreign: "string",
  },
} as const;
export type Highlight = Infer<typeof Highlight>;

/** Fields of a highlight that its reader changes. What is not named stays as it is. */
export const HighlightChange = {
  fields: {},
  optional: {
    colour: Colour,
    /** What the editor showed at first, and what it shows now: where somebody else wrote meanwhile, both are kept. */
    note: { fields: { was: "string", now: "string" } },
    addTags: { list: "string" },
    removeTags: { list: "string" },
  },
} as const;
export type HighlightChange = Infer<typeof HighlightChange>;
