/** What speaks for an echo, and how much: fitted by hand, by reading what came of them (docs/echoes.md). */
import type { Kind } from "../../packs/model";
import type { Act } from "./acts";
import type { Nation } from "./nations";
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

export const FORM: Record<Form, number> = { lead: 1.2, context: 1, timeline: 0.9, quote: 1 };

/** An event is what echoes; a life brushes many things. */
export const OF_KIND: Record<Kind, number> = {
  event: 1.15, document: 1, person: 0.95, organisation: 0.9, place: 0.85, weapon: 0.9, idea: 0.9, other: 0.9,
};

/** BM25 up to which shared words are those that all texts share, and how much more says half of what words can. */
export const WORDS_NOTHING = 10;
export const WORDS_HALF = 15;
/** Kinds of acts that happen along with others, and tell less than their rarity says. */
export const ACT_WEIGHT: Partial<Record<Act, number>> = { congress: 0.45, trade: 0.6, visit: 0.85, threat: 0.7, death: 0.7, denunciation: 0.8, commemoration: 0.8, anniversary: 0.8 };
/** Paragraphs with more telling words tell of more than one thing, and an act in them is no reason to look abroad. */
export const SHORT_PARAGRAPH = 20;
/** Sentences of fewer telling words say little without what stands before them. */
export const FEW_WORDS = 4;
export const SCANT = 0.8;
/** An entry that is an event of years, such as a war, is shared by much that has nothing else in common. */
export const LONG_EVENT = 0.6;
/** What historians and reporters say of what happened is no happening. */
export const ACCOUNT = /\b(?:historians?|article|essay|study|analysts?|account|critics|scholars?|observers)\b/i;
export const ACCOUNT_WEIGHT = 0.75;
/** Acts each with one that denies it: that two states fell out is no echo of their friendship. */
export const CONTRARY: readonly (readonly [Act, Act])[] = [["friendship", "rupture"]];
export const CONTRARY_WEIGHT = 0.5;
/** What was said by and about others than those in the paragraph. */
export const STRANGE_QUOTE = 0.8;
/** What an event called after the act shares at least with whatever country of the paragraph was in it. */
export const EVENT_WHERE = 0.5;
/** Acts of this weight happen seldom enough for two of them to be compared, whoever did them. */
export const RARE_ACT = 0.45;
/** One shared country, of two. */
export const TWO_NATIONS = 0.35;
/** A country that news from anywhere speaks of. */
export const EVERYWHERE: Nation = "US";
/** One shared country among several. */
export const ONE_NATION = 0.2;
/** One shared country, where both tell of no other. */
export const ONLY_NATION = 0.5;
/** An event that is called after what it shares, where they are this much alike: "Execution of …". */
export const EVENT_OF_ACT = 1.2;
export const ACT_ALIKE = 0.55;
/** Days before what is told that still belong to its story. */
export const STORY_DAYS = 10;
/** The same, where it is told as news. */
export const NEWS_DAYS = 60;
/** How much of the weight of an act depends on its being rare: none up to the first, all from the second on. */
export const ACT_RARITY = 0.55;
export const COMMON_ACT = 0.3;
export const SELDOM_ACT = 0.65;
/** Below 1, a text that tells of other acts besides counts for more than the cosine says. */
export const ACTS_POWER = 0.8;
/** Above 1, entries that are named often count for less than the logarithm says. */
export const ENTRY_POWER = 1.5;
/** What each measure must come to, to be a reason at all. */
export const LEAST_PART = { acts: 0.2, entries: 0.25, words: 0.25 };
/** How much must be shared of people or countries to be a reason by itself. */
export const NEAR_ENOUGH = 0.4;
/**
 * Less is no echo: of a short paragraph, and how much more is asked of one with `LONG_PARAGRAPH` telling words, in which
 * more can be found by chance.
 */
export const LEAST = 0.71;
export const LEAST_MORE = 0.5;
export const LONG_PARAGRAPH = 60;
/** Told of what happens at the same time as what the paragraph tells. */
export const SAME_TIME = 0.35;
export const SAME_TIME_QUOTE = 0.75;
/** Of an event that the paragraph names: its card says that. */
export const OWN_NAMED = 0.6;
/** Share of its words from which on a text says what another said. */
export const NEAR = 0.6;
/** The same, where both name two who are in it. */
export const NEAR_NAMED = 0.3;
/** Days between two texts that may tell of one happening. */
export const SAME_DAYS = 3;
export const MOST_SHOWN = 3;
export const YEAR_DAYS = 366;
export const MONTH_DAYS = 31;
/** How rare somebody is who makes two texts of the same days, or of the same act, tell of one happening. */
export const SAME_PERSON = { days: 0.3, act: 0.4 };
/** Texts of fewer telling words can be compared by them with nothing. */
export const FEWEST_TERMS = 3;
