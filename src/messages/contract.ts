/**
 * Every message that crosses between page, background and views: its name, which says the direction,
 * and a schema for both ways. Types are inferred from the schemas. Both ends check what arrives
 * (see ask.ts and answer.ts): a page, a pack or an older version of ourselves is never trusted.
 */
import * as v from "valibot";
import { KINDS } from "../packs/model";

/** An entry of an installed pack: `packId/entryId`. */
const Ref = v.string();
const Kind = v.picklist(KINDS);

/**
 * A piece of a card's text. Plain text, or a name that opens in the same card (`ref`), a numbered note (`note`),
 * or a link out (`href`).
 */
const Run = v.object({
  text: v.string(),
  style: v.optional(v.picklist(["em", "strong"])),
  ref: v.optional(Ref),
  /** Index into the card's `sources`; `text` is the locator, or empty. */
  note: v.optional(v.number()),
  href: v.optional(v.string()),
});
export type Run = v.InferOutput<typeof Run>;
const Paragraph = v.array(Run);

const Party = v.object({ name: v.string(), ref: v.optional(Ref) });
export type Party = v.InferOutput<typeof Party>;

const CardQuote = v.object({
  id: v.string(),
  /** The words; more than one piece where a reporting clause stands between them in the source. */
  pieces: v.array(v.string()),
  speaker: Party,
  to: v.array(Party),
  /** Ready to print: "September 1956". */
  when: v.optional(v.string()),
  occasion: v.optional(v.string()),
  caveat: v.optional(v.string()),
  /** Index into the card's `sources`. */
  source: v.number(),
  locator: v.optional(v.string()),
  /** The source's address at the very words (a URL text fragment), where the source has an address. */
  link: v.optional(v.string()),
  /** Words, speaker and full source, ready for the clipboard. */
  copy: v.string(),
});
export type CardQuote = v.InferOutput<typeof CardQuote>;

const CardSource = v.object({
  /** "Radchenko, ChinaFile, 2017". */
  short: v.string(),
  /** Chicago style, ready for the clipboard. */
  full: v.string(),
  link: v.optional(v.string()),
});
export type CardSource = v.InferOutput<typeof CardSource>;

const Link = v.object({ ref: Ref, name: v.string(), kind: Kind });
export type Link = v.InferOutput<typeof Link>;

/** What a card shows of an entry: texts ready to draw, nothing to look up. */
export const CardContent = v.object({
  ref: Ref,
  kind: Kind,
  name: v.string(),
  /** The name in its own script, with its language. */
  own: v.optional(v.object({ text: v.string(), lang: v.string() })),
  /** "1898–1974", "25 June 1950 – 27 July 1953". */
  when: v.optional(v.string()),
  /** Who or what, in one sentence. Empty where the pack has no text. */
  who: Paragraph,
  context: v.array(Paragraph),
  roles: v.array(v.object({ title: v.string(), when: v.optional(v.string()) })),
  timeline: v.array(v.object({ when: v.string(), text: Paragraph })),
  /** Best for the paragraph being read first. */
  quotes: v.array(CardQuote),
  /** Numbered from 1 in the order in which the texts cite them. */
  sources: v.array(CardSource),
  links: v.array(Link),
  pack: v.object({ id: v.string(), title: v.string(), licence: v.string() }),
  /** Name, who, context and sources as plain text, ready for the clipboard. */
  copy: v.string(),
});
export type CardContent = v.InferOutput<typeof CardContent>;

/**
 * Mentions as one flat list of whole numbers, `MENTION_STRIDE` a mention, so that thousands cost little to send
 * and to check: block (index into the request's blocks), start, end (UTF-16 code units, half-open),
 * entry (index into the answer's `entries`), confidence in thousandths.
 */
export const MENTION_STRIDE = 5;
const Mentions = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));

/** Page → background: which names stand in these blocks? */
export const spot = {
  name: "page:spot",
  request: v.object({
    /** Language the page says it is in, or empty. */
    lang: v.string(),
    /** In reading order. */
    blocks: v.array(v.string()),
    /** Entries named in full earlier on the page, the latest last: they explain short names in these blocks. */
    seen: v.array(Ref),
  }),
  answer: v.object({
    entries: v.array(Link),
    mentions: Mentions,
    /** Of the request's `seen` and these blocks: what to send as `seen` with the next blocks. */
    seen: v.array(Ref),
  }),
} as const;
export type SpotRequest = v.InferOutput<typeof spot.request>;
export type SpotAnswer = v.InferOutput<typeof spot.answer>;

/** Page or view → background: what does the card of this entry show? `null` where no installed pack has it. */
export const card = {
  name: "page:card",
  request: v.object({
    ref: Ref,
    /** The paragraph being read: quotes that fit it come first. */
    paragraph: v.string(),
    /** Entries on the page, for the same reason. */
    story: v.array(Ref),
  }),
  answer: v.nullable(CardContent),
} as const;
export type CardRequest = v.InferOutput<typeof card.request>;

/** Page → background: put the card's code into my frame (it is not loaded before a card is wanted). */
export const loadCard = {
  name: "page:load-card",
  request: v.object({}),
  answer: v.boolean(),
} as const;

/** View → background: entries whose names resemble the query. */
export const search = {
  name: "view:search",
  request: v.object({ query: v.string(), limit: v.number() }),
  answer: v.array(Link),
} as const;

/** View → background: the packs that are installed, and what is wrong with those that could not be opened. */
export const packs = {
  name: "view:packs",
  request: v.object({}),
  answer: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      version: v.string(),
      description: v.string(),
      entries: v.number(),
      /** In the box, so that it cannot be removed. */
      shipped: v.boolean(),
      error: v.optional(v.string()),
    }),
  ),
} as const;

/** View → background: the packs have changed; open them anew. */
export const packsChanged = { name: "view:packs-changed", request: v.object({}), answer: v.boolean() } as const;

/** Why a page is, or is not, annotated. */
export const PAGE_STATES = [
  /** Annotated. */
  "on",
  /** Plainly not an article: untouched until the reader asks. */
  "not-article",
  /** Switched off, here or everywhere. */
  "off",
  /** Annotated, and still reading. */
  "reading",
] as const;

/** View → page: what is going on there? */
export const status = {
  name: "tab:status",
  request: v.object({}),
  answer: v.object({
    state: v.picklist(PAGE_STATES),
    /** Mentions on the page. */
    count: v.number(),
    /** Entries on the page, most mentions first. */
    cast: v.array(v.object({ ref: Ref, name: v.string(), kind: Kind, count: v.number() })),
  }),
} as const;
export type PageStatus = v.InferOutput<typeof status.answer>;

/** View → page: scroll to the first mention of the entry and open its card there. */
export const show = { name: "tab:show", request: v.object({ ref: Ref }), answer: v.boolean() } as const;

/** View → page: annotate, or stop, this page for as long as it is open, whatever the settings say. */
export const wake = { name: "tab:wake", request: v.object({ on: v.boolean() }), answer: v.boolean() } as const;

/** Names are those of the manifest's `commands`. */
export const COMMANDS = ["next-mention", "previous-mention", "open-card", "pin-card", "close-card"] as const;
export type Command = (typeof COMMANDS)[number];

/** Background → page: the reader pressed a shortcut. */
export const command = {
  name: "tab:command",
  request: v.object({ command: v.picklist(COMMANDS) }),
  answer: v.boolean(),
} as const;
