/** What stands around a name, as bits of `Surroundings.around`. */

/** The name's first capital may be owed to its place. */
export const SENTENCE_START = 1 << 0;
/** A capitalised word before or after seems to belong to the same name. */
export const NAME_BEFORE = 1 << 1;
export const NAME_AFTER = 1 << 2;
/** As `NAME_BEFORE`, and the word is one that names often begin with: "South China". */
export const FORMER_BEFORE = 1 << 3;
/** As `NAME_BEFORE`, but the word may owe its capital to the start of the sentence. */
export const MAYBE_BEFORE = 1 << 4;
/** A word after that makes another name of any person's name: "University", "Street". */
export const HEAD_AFTER = 1 << 5;
/** As `HEAD_AFTER`, in running text, where it makes another name of any name: "China Daily". */
export const HEAD_AFTER_IN_TEXT = 1 << 6;
/** Another name that was found follows: "Great Leader Kim Il Sung". */
export const KNOWN_AFTER = 1 << 7;
/** "… of China" */
export const OF_AFTER = 1 << 8;
/** "the Trump administration" */
export const HOUSEHOLD_AFTER = 1 << 9;
/** "Bank of …", "Central Committee of the …" */
export const OF_BEFORE = 1 << 10;
/** The word before is a name that was found: "Clinton Administration". */
export const KNOWN_BEFORE = 1 << 11;
/** "USS …" */
export const SHIP_BEFORE = 1 << 12;
/** "…, Idaho" */
export const STATE_AFTER = 1 << 13;
/** "in …" */
export const PLACE_BEFORE = 1 << 14;
/** An everyday word with a capital that it has for no other reason than being a name. */
export const CAPITAL_TELLS = 1 << 15;
/** "Communist …", "Soviet …" */
export const ADJECTIVE_BEFORE = 1 << 16;
/** "the …" */
export const DEFINITE = 1 << 17;
/** "North and South": another name of ours is joined to it by "and". */
export const JOINED = 1 << 21;
/** "the …", "this …", "their …" */
export const DETERMINED = 1 << 23;
/** "a …" */
export const INDEFINITE = 1 << 22;
/** Part of an address ("/cold-war/") or of a currency ("US$"), or a single letter. */
export const NO_WORD = 1 << 18;
/** A single word at the start of a sentence that the page also writes small. */
export const WRITTEN_SMALL = 1 << 19;
/** An acronym before another word in capitals: "USA TODAY". */
export const CAPITALS_AFTER = 1 << 20;
