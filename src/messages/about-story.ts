/** What the side panel asks of the story of a page: what happened when, and who stands with whom. */
import { CardSource, Paragraph } from "./card-content";
import { Kind, Link, Ref } from "./link";
import type { Infer } from "./schema";

/** An entry on the page, and how much of its story it is; only the proportions mean anything. */
const CastMember = { fields: { ref: Ref, weight: "index" } } as const;
export type CastMember = Infer<typeof CastMember>;

const StoryEvent = {
  fields: {
    /** First and last possible day, in whole days since 1970-01-01 (negative before). */
    min: "number",
    max: "number",
    /** It went on from the one to the other, rather than happening on some day in between. */
    lasts: "boolean",
    /** "18 September 1956". */
    when: "string",
    /** Whom the text speaks of without naming them: "Mikoyan"; empty where it needs nobody. */
    subject: "string",
    /** What happened. Notes are indices into `sources`. */
    text: Paragraph,
    sources: { list: CardSource },
    kind: Kind,
    /** Who had part in it, the weightiest on the page first. */
    people: { list: Link },
    /** 0 is the most telling for this page. Every event has a rank of its own. */
    rank: "index",
  },
  /** The entry that is this event. */
  optional: { head: Link },
} as const;
export type StoryEvent = Infer<typeof StoryEvent>;

/** View → background: what happened to those on a page, in the order of time. */
export const timeline = {
  name: "view:timeline",
  request: {
    fields: {
      cast: { list: CastMember },
      /** The dates that the page names, in days since 1970-01-01. */
      dates: { list: { fields: { min: "number", max: "number" } } },
      /** The day on which it was published, where that is known. */
      published: { nullable: "number" },
    },
  },
  answer: { list: StoryEvent },
} as const;
export type TimelineRequest = Infer<typeof timeline.request>;

/** What joins two of the cast, in words. */
const Bond = {
  fields: {
    /** Indices into the nodes. */
    a: "index",
    b: "index",
    /** 1 and above. */
    strength: "number",
    /** The most telling first; none is empty. Notes are indices into `sources`. */
    says: { list: { fields: { text: Paragraph }, optional: { when: "string" } } },
    sources: { list: CardSource },
  },
} as const;
export type Bond = Infer<typeof Bond>;

/** View → background: who of those on a page stands with whom. */
export const company = {
  name: "view:company",
  request: { fields: { cast: { list: CastMember } } },
  answer: {
    fields: {
      /** Those who are joined to another, the weightiest on the page first. `short` is what they are called for short. */
      nodes: { list: { fields: { ...Link.fields, short: "string" } } },
      bonds: { list: Bond },
      /** Those about whom the packs know of no such thing. */
      alone: { list: Link },
    },
  },
} as const;
export type Company = Infer<typeof company.answer>;
