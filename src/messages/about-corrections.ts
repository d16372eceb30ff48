/** What pages and views ask the background when the reader says that a card is wrong, or that a name is known. */
import { Link, Ref } from "./link";
import type { Infer } from "./schema";

/** What was wrong with a card. */
export const WRONGS = [
  /** Another entry of that name is meant: `to`. */
  "other",
  /** Not this one, whoever else it may be. */
  "not",
  /** The word is no name here at all. */
  "never",
] as const;

/** Page → background: put the code that asks what is wrong into my frame. The answer is the style sheet of what it draws on the page. */
export const loadCorrector = { name: "page:load-corrector", request: { fields: {} }, answer: "string" } as const;

/** Page → background: which other entries bear the name at this place? Those on the page come first, then the better known. */
export const bearers = {
  name: "page:bearers",
  request: {
    fields: {
      /** The entry whose card is wrong. */
      ref: Ref,
      /** The text that the name stands in, and where in it: UTF-16 code units, half-open. */
      paragraph: "string",
      start: "index",
      end: "index",
      /** Entries on the page. */
      story: { list: Ref },
    },
  },
  /** `who`: who or what it is, in a few words; empty where its pack does not say. */
  answer: { list: { fields: { ...Link.fields, who: "string" } } },
} as const;
export type Bearer = Infer<typeof bearers.answer>[number];

/**
 * Page → background: the card of a name is wrong. From then on the name is read as the reader says, in this article or
 * `everywhere`. Which article that is, the background knows from the tab. Asked again with the same `once` (retry.ts),
 * nothing is done twice.
 */
export const correct = {
  name: "page:correct",
  request: {
    fields: {
      /** The name as it stands on the page. */
      text: "string",
      wrong: { oneOf: WRONGS },
      ref: Ref,
      /** With "other", the entry that is meant; else empty. */
      to: "string",
      everywhere: "boolean",
    },
    optional: { once: "string" },
  },
  /** Id of the correction. */
  answer: "string",
} as const;
export type CorrectRequest = Infer<typeof correct.request>;

/** Page or view → background: a correction is taken back. @returns whether there was one */
export const uncorrect = { name: "page:uncorrect", request: { fields: { id: "string" } }, answer: "boolean" } as const;

/** Page or view → background: the reader knows this entry (and its twins) and wants no more of it, or does want to see it again. */
export const know = { name: "page:know", request: { fields: { ref: Ref, known: "boolean" } }, answer: "boolean" } as const;
