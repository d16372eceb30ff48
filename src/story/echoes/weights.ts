/** What speaks for an echo, and how much: fitted by hand, by reading what came of them (docs/echoes.md). */
import type { Kind } from "../../packs/model";
import type { Form } from "./passages";

export const WEIGHT = {
  acts: 1,
  entries: 0.5,
  words: 0.5,
  nations: 0.15,
  entriesAndActs: 0.8,
  /** How much of what shared acts weigh depends on shared people or countries. */
  where: 0.75,
};

/** Whom a text is about tells more than where it happens. */
export const ENTRY_KIND: Record<Kind, number> = {
  person: 1, event: 0.9, organisation: 0.6, place: 0.5, document: 0.9, weapon: 0.9, idea: 0.5, other: 0.5,
};

export const FORM: Record<Form, number> = { lead: 1.1, context: 1, timeline: 0.9, quote: 1 };

/** An event is what echoes; a life brushes many things. */
export const OF_KIND: Record<Kind, number> = {
  event: 1.15, document: 1, person: 0.95, organisation: 0.9, place: 0.85, weapon: 0.9, idea: 0.9, other: 0.9,
};

/** BM25 up to which shared words are those that all texts share, and how much more says half of what words can. */
export const WORDS_NOTHING = 10;
export const WORDS_HALF = 15;
/** One shared country among several. */
export const ONE_NATION = 0.2;
/** One shared country, where both tell of no other. */
export const ONLY_NATION = 0.5;
/** An event that is called after what it shares: "Execution of …". */
export const EVENT_OF_ACT = 1.2;
/** Days before a page's own time that still belong to its story. */
export const STORY_DAYS = 10;
/** How much of the weight of an act depends on its being rare. */
export const ACT_RARITY = 0.5;
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
