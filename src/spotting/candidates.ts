/** Reads the names of a page, each with everything about its place that choosing among entries needs. */
import { endsInCapital, sentenceAround } from "./casing";
import { type Dictionary, keyOfTokens, lookUp } from "./dictionary";
import type { Facts } from "./facts";
import { type Find, findNames, type Reading } from "./find";
import { HAN, HANGUL } from "./fold";
import { chain, GAP_SALTS } from "./hash";
import { classOf, entryOf } from "./names";
import type { Candidate } from "./resolve";
import { type Passage, surroundingsOf, yearsIn } from "./surroundings";
import { GAP_SOFT, INITIAL, spellingHash, spellingOfPair, tokenise, Tokens } from "./tokens";
import { COMMON_SURNAMES, TITLE_WORDS, wordSet } from "./words";

/** Open packs: the dictionary and the facts of each. */
interface Opened {
  readonly dictionaries: readonly Dictionary[];
  readonly facts: readonly Facts[];
}

/** Languages that write every noun with a capital. */
const CAPITAL_NOUNS = /^(?:de|lb|gsw)\b/i;

/** Used again for every block: no two are read at once. */
const tokens = new Tokens();

/**
 * All names in a page's blocks, in reading order.
 * @param lang language that the page says it is in (BCP 47), or empty
 */
export function readCandidates(packs: Opened, blocks: readonly string[], lang: string): Candidate[] {
  const candidates: Candidate[] = [];
  const small = new Map<string, boolean>();
  const writesSmall = (word: string) => {
    let written = small.get(word);
    if (written === undefined) small.set(word, (written = blocks.some((block) => block.includes(` ${word} `))));
    return written;
  };
  const capitalsAreCommon = CAPITAL_NOUNS.test(lang);
  blocks.forEach((text, block) => {
    tokenise(text, tokens);
    const finds = findNames(packs.dictionaries, text, tokens);
    const passage: Passage = { text, tokens, finds, writesSmall, capitalsAreCommon };
    finds.forEach((_, index) => candidates.push(readCandidate(packs, passage, index, block)));
  });
  return candidates;
}

function readCandidate(packs: Opened, passage: Passage, index: number, block: number): Candidate {
  const { text } = passage;
  const around = surroundingsOf(passage, index);
  const find = withGivenNames(packs, passage, passage.finds[index]!, around.givenNames);
  const { from, to, readings } = find;
  const whole = find !== passage.finds[index];
  const surroundings = whole ? { ...around, nameBefore: false, maybeBefore: false } : around;
  const sentence = sentenceAround(text, tokens, from, to);
  const { start, end } = spanOf(text, fromWithoutTitle(packs, passage, find), to);
  const { initials } = around;
  return {
    block, start, end, readings, surroundings,
    length: to - from,
    smallLast: !endsInCapital(text, tokens, from, to),
    common: to - from === 1 && COMMON_SURNAMES.has(tokens.hash[from]!),
    lone: to - from === 1 && (tokens.script(from) === HAN || tokens.script(from) === HANGUL),
    years: yearsIn(text.slice(tokens.start[sentence.from]!, tokens.end[sentence.to - 1]!)),
    surname: to - from === 1 ? tokens.hash[from]! : 0,
    initial: initials < 0 || whole ? 0 : text.charCodeAt(tokens.start[initials]!),
    initialsStart: initials < 0 ? start : tokens.start[initials]!,
  };
}

/**
 * "Anastas Ivanovich Mikoyan" where the packs have "Anastas Mikoyan": the find reaches back to the given name.
 * @param given first of the capitalised words before the name, or -1
 */
function withGivenNames(packs: Opened, passage: Passage, find: Find, given: number): Find {
  const last = find.to - 1;
  if (given < 0 || find.from !== last) return find;
  const readings: Reading[] = [];
  for (const reading of find.readings) {
    const key = chain(tokens.hash[given]!, tokens.hash[last]!, GAP_SALTS[GAP_SOFT]!);
    const spelling = spellingOfPair(passage.text, tokens, given, last);
    lookUp(packs.dictionaries[reading.pack]!, key, spelling, (flags) => {
      if (entryOf(flags) === reading.entry && classOf(flags) === "full") readings.push({ ...reading, nameClass: "full", flags });
    });
  }
  return readings.length > 0 ? { from: given, to: find.to, readings } : find;
}

/**
 * Titles are not part of a mention: in "President Xi", which a pack may list, it is Xi. They are where the rest is a
 * name of the same entry as well.
 * @returns the first token of what is marked
 */
function fromWithoutTitle(packs: Opened, { text }: Passage, { from, to, readings }: Find): number {
  if (!readings.every(({ pack, entry }) => packs.facts[pack]!.kind(entry) === "person")) return from;
  for (let name = from + 1; name < to && TITLE_WORDS.has(tokens.hash[name - 1]!); name++) {
    const key = keyOfTokens(tokens, name, to);
    const spelling = spellingHash(text, tokens, name, to);
    let named = 0;
    for (const { pack, entry } of readings) {
      lookUp(packs.dictionaries[pack]!, key, spelling, (value) => (named += entryOf(value) === entry ? 1 : 0));
    }
    if (named > 0) return name;
  }
  return from;
}

/** The honorific that Korean adds to a title or name. */
const HONORIFIC = wordSet("님");

const OPENING: Readonly<Record<string, string>> = { "“": "”", "„": "“", "«": "»", "「": "」", "『": "』", '"': '"' };

/** Offsets of a name: with the last full stop of U.S., and with the quotation mark that one within belongs to. */
function spanOf(text: string, from: number, to: number): { start: number; end: number } {
  let start = tokens.start[from]!;
  const honoured = to - from > 1 && HONORIFIC.has(tokens.hash[to - 1]!);
  let end = tokens.end[honoured ? to - 2 : to - 1]!;
  const dotted = to - from > 1 && (tokens.marks[to - 1]! & tokens.marks[to - 2]! & INITIAL) !== 0;
  if (dotted) end = text.indexOf(".", end) + 1;
  const opening = text.charAt(start - 1);
  const closing = OPENING[opening];
  if (closing && text.slice(start, end).includes(closing)) start--;
  return { start, end };
}
