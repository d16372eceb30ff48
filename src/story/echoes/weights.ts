/** What speaks for an echo, and how much: fitted by hand, by reading what came of them (docs/echoes.md). */
import type { Kind } from "../../packs/model";
import type { Form } from "./passages";

export const WEIGHT = {
  entries: 0.8,
  acts: 1.2,
  words: 0.7,
  entriesAndActs: 1.0,
  actsAndWords: 1.0,
  entriesAndWords: 0.6,
  /** How much of what shared acts weigh depends on shared people or countries. */
  where: 0.75,
};

/** Whom a text is about tells more than where it happens. */
export const ENTRY_KIND: Record<Kind, number> = {
  person: 1, event: 0.9, organisation: 0.6, place: 0.5, document: 0.9, weapon: 0.9, idea: 0.5, other: 0.5,
};

export const FORM: Record<Form, number> = { lead: 1.1, context: 1, timeline: 0.9, quote: 1 };

/** BM25 at which words say half of what they can. */
export const WORDS_HALF = 25;
/** Acts that both texts may have before each counts less. */
export const ACT_SHARE = 2;
/** Less is no echo. */
export const LEAST = 0.6;
/** Told of what happens at the same time as what the paragraph tells. */
export const SAME_TIME = 0.55;
export const SAME_TIME_QUOTE = 0.75;
/** Of an event that the paragraph names: its card says that. */
export const OWN_NAMED = 0.6;
/** Share of its words from which on a text says what another said. */
export const NEAR = 0.6;
/** Days between two texts that may tell of one happening. */
export const SAME_DAYS = 3;
export const MOST_SHOWN = 3;
