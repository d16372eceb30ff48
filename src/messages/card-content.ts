/** What a card shows, and the question that brings it. */
import { Kind, Link, Ref } from "./link";
import type { Infer } from "./schema";

/**
 * A piece of a card's text. Plain text, or a name that opens in the same card (`ref`), a numbered note (`note`),
 * or a link out (`href`).
 */
const Run = {
  fields: { text: "string" },
  optional: {
    style: { oneOf: ["em", "strong"] },
    ref: Ref,
    /** Index into the card's `sources`; `text` is the locator, or empty. */
    note: "index",
    href: "string",
  },
} as const;
export type Run = Infer<typeof Run>;
const Paragraph = { list: Run } as const;

/** Who speaks or is spoken to. */
const Party = { fields: { name: "string" }, optional: { ref: Ref } } as const;
export type Party = Infer<typeof Party>;

const CardQuote = {
  fields: {
    id: "string",
    /** The words; more than one piece where a reporting clause stands between them in the source. */
    pieces: { list: "string" },
    speaker: Party,
    to: { list: Party },
    /** Index into the card's `sources`. */
    source: "index",
    /** Words, speaker and full source, ready for the clipboard. */
    copy: "string",
  },
  optional: {
    /** Ready to print: "September 1956". */
    when: "string",
    occasion: "string",
    caveat: "string",
    locator: "string",
    /** The source's address at the very words (a URL text fragment), where the source has an address. */
    link: "string",
  },
} as const;
export type CardQuote = Infer<typeof CardQuote>;

const CardSource = {
  fields: {
    /** "Radchenko, ChinaFile, 2017". */
    short: "string",
    /** Chicago style, ready for the clipboard. */
    full: "string",
  },
  optional: { link: "string" },
} as const;
export type CardSource = Infer<typeof CardSource>;

/** What is to be said of the place where the name stands. */
const CardHere = {
  fields: {
    /** The page hardly settles that the entry is meant. */
    doubtful: "boolean",
    /** Other entries that the name may mean, the likeliest first. */
    others: { list: Link },
  },
  optional: {
    /** What the name stands for here, in words: "the government of China"; and the entry that is meant. */
    sense: "string",
    senseRef: Ref,
  },
} as const;
export type CardHere = Infer<typeof CardHere>;

/** What a card shows of an entry: texts ready to draw, nothing to look up. */
export const CardContent = {
  fields: {
    ref: Ref,
    kind: Kind,
    name: "string",
    /** Who or what, in one sentence. Empty where the pack has no text. */
    who: Paragraph,
    context: { list: Paragraph },
    roles: { list: { fields: { title: "string" }, optional: { when: "string" } } },
    timeline: { list: { fields: { when: "string", text: Paragraph } } },
    /** Best for the paragraph being read first. */
    quotes: { list: CardQuote },
    /** Numbered from 1 in the order in which the texts cite them. */
    sources: { list: CardSource },
    links: { list: Link },
    pack: { fields: { id: "string", title: "string", licence: "string" } },
    /** Name, who, context and sources as plain text, ready for the clipboard. */
    copy: "string",
  },
  optional: {
    /** The name in its own script, with its language. */
    own: { fields: { text: "string", lang: "string" } },
    /** "1898–1974", "25 June 1950 – 27 July 1953". */
    when: "string",
    here: CardHere,
  },
} as const;
export type CardContent = Infer<typeof CardContent>;

/** Page or view → background: what does the card of this entry show? `null` where no installed pack has it. */
export const card = {
  name: "page:card",
  request: {
    fields: {
      ref: Ref,
      /** The paragraph being read: quotes that fit it come first. */
      paragraph: "string",
      /** Entries on the page, for the same reason. */
      story: { list: Ref },
    },
    optional: {
      /** Where in the paragraph the name stands (UTF-16 code units, half-open), and how sure it is that it means the entry. */
      place: { fields: { start: "index", end: "index", confidence: "number" } },
    },
  },
  answer: { nullable: CardContent },
} as const;
export type CardRequest = Infer<typeof card.request>;
