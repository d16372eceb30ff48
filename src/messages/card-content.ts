/** What a card shows, and the question that brings it. */
import { Kind, Ref } from "./link";
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
    /** What the entry of `ref` is about. */
    kind: Kind,
    /** Index into the card's `sources`; `text` is the locator, or empty. */
    note: "index",
    href: "string",
  },
} as const;
export type Run = Infer<typeof Run>;
export const Paragraph = { list: Run } as const;

const CardQuote = {
  fields: {
    id: "string",
    /** The words, in quotation marks. */
    words: "string",
    /** Who said them, to whom. */
    said: Paragraph,
    /** Occasion and date; what a careful reader should know. */
    remarks: { list: "string" },
    /** The source and where in it, with its address at the very words (a URL text fragment) where it has one. */
    source: Run,
    /** Words, speaker and full source, ready for the clipboard. */
    copy: "string",
  },
} as const;
export type CardQuote = Infer<typeof CardQuote>;

export const CardSource = {
  fields: {
    /** "Radchenko, ChinaFile, 2017". */
    short: "string",
    /** Chicago style, ready for the clipboard. */
    full: "string",
  },
  optional: { link: "string" },
} as const;
export type CardSource = Infer<typeof CardSource>;

/**
 * A drawing, as numbers: what a pack says can be wrong in it, but never markup. Coordinates are tenths of a CSS px where
 * the drawing is as wide as it wants to be.
 */
const Drawing = {
  fields: {
    /** What it shows, in words. */
    label: "string",
    /** Left, top, width and height of what is seen of it. */
    box: { list: "index" },
    shapes: {
      list: {
        fields: {
          /** How it is drawn: a class of the style sheet. */
          style: "string",
          /** Lines through x, y, x, y, …; of a text, the point where it stands. */
          lines: { list: { list: "index" } },
        },
        optional: { text: "string" },
      },
    },
  },
} as const;
export type Drawing = Infer<typeof Drawing>;

/** What an entry has beyond its text and quotes, folded away behind its title. */
const CardDetail = {
  fields: {
    /** Which detail it is, for the style sheet: `map`, `roles`, `timeline`, `links`. */
    name: "string",
    title: "string",
    items: { list: { fields: { text: Paragraph }, optional: { when: "string" } } },
  },
  optional: { drawing: Drawing },
} as const;
export type CardDetail = Infer<typeof CardDetail>;

/** What a card shows of an entry of one pack: texts ready to draw in the reader's language, nothing to look up. */
const CardEntry = {
  fields: {
    ref: Ref,
    kind: Kind,
    name: "string",
    /** Who or what, in one sentence. Empty where the pack has no text. */
    who: Paragraph,
    context: { list: Paragraph },
    /** None of them is empty. */
    details: { list: CardDetail },
    /** Best for the paragraph being read first. */
    quotes: { list: CardQuote },
    /** Numbered from 1 in the order in which the texts cite them. */
    sources: { list: CardSource },
    /** Title of the pack that says all this; and the same in a sentence, with its licence. */
    pack: "string",
    from: "string",
    /** Name, who, context and sources as plain text, ready for the clipboard. */
    copy: "string",
  },
  optional: {
    /** Which of the details is unfolded at first. */
    open: "index",
    /** The name in its own script, with its language. */
    own: { fields: { text: "string", lang: "string" } },
    /** "1898–1974", "25 June 1950 – 27 July 1953". */
    when: "string",
    /** What is to be said of the place where the name stands: what it stands for there, whom else it may mean. */
    here: Paragraph,
  },
} as const;
export type CardEntry = Infer<typeof CardEntry>;

/** What a card shows: an entry, and what other packs say of the same person or thing. */
export const CardContent = {
  fields: { ...CardEntry.fields, twins: { list: CardEntry } },
  optional: {
    ...CardEntry.optional,
    /** The reader has said that they know it. */
    known: "boolean",
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
