/** Reads the names of a page, each with everything about its place that choosing among entries needs. */
import { endsInCapital } from "./casing";
import { type Dictionary, keyOfTokens, lookUp } from "./dictionary";
import type { Facts } from "./facts";
import { type Find, findNames, type Reading } from "./find";
import { HAN, HANGUL, WORD } from "./fold";
import { chain, GAP_SALTS } from "./hash";
import { needsReason, OTHER } from "./evidence";
import { ACRONYM, classOf, entryOf, LAST_CAPITAL, MARKED } from "./names";
import type { Candidate } from "./resolve";
import { MAYBE_BEFORE, NAME_BEFORE } from "./around";
import { Passage } from "./passage";
import { type KindsOfName, surroundingsOf, yearBeside } from "./surroundings";
import { GAP_SOFT, INITIAL, spellingHash, spellingOfPair, tokenise, Tokens } from "./tokens";
import type { Twins } from "./twins";
import { COMMON_SURNAME, NAME_FORMER, TITLE_WORD, wordClasses, wordSet } from "./words";
import { NO_YEARS } from "./years";

/** Open packs: the dictionary and the facts of each. */
interface Opened {
  readonly dictionaries: readonly Dictionary[];
  readonly facts: readonly Facts[];
  readonly twins: Pick<Twins, "united">;
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
  let small: Map<string, boolean> | null = null;
  const writesSmall = (word: string) => {
    let written = (small ??= new Map<string, boolean>()).get(word);
    if (written === undefined) small.set(word, (written = isWrittenIn(blocks, word)));
    return written;
  };
  const capitalsAreCommon = CAPITAL_NOUNS.test(lang);
  for (let block = 0; block < blocks.length; block++) {
    const text = blocks[block]!;
    tokenise(text, tokens);
    const finds = findNames(packs.dictionaries, text, tokens);
    if (finds.length === 0) continue;
    const passage = new Passage(text, tokens, finds, capitalsAreCommon, writesSmall);
    for (let index = 0; index < finds.length; index++) candidates.push(readCandidate(packs, passage, index, block));
  }
  return candidates;
}

/** Does one of the blocks have the word between two spaces? Looked for by its letters: spaces are everywhere. */
function isWrittenIn(blocks: readonly string[], word: string): boolean {
  const ended = `${word} `;
  for (const block of blocks) {
    for (let at = block.indexOf(ended, 1); at > 0; at = block.indexOf(ended, at + 1)) {
      if (block.charCodeAt(at - 1) === SPACE) return true;
    }
  }
  return false;
}

function readCandidate(packs: Opened, passage: Passage, index: number, block: number): Candidate {
  const { text } = passage;
  const found = passage.finds[index]!;
  const kinds = kindsOf(packs, found.readings);
  const surroundings = surroundingsOf(passage, index, kinds);
  const find = withGivenNames(packs, passage, found, surroundings.givenNames);
  // The words before are part of the name now.
  if (find !== found) surroundings.around &= ~(NAME_BEFORE | MAYBE_BEFORE);
  const { from, to } = find;
  const readings = packs.twins.united(find.readings);
  const { initials } = surroundings;
  const length = to - from;
  const script = tokens.script(from);
  const { start, end } = spanOf(text, fromWithoutTitle(packs, passage, find), to, readings);
  const alone = length === 1 ? wordClasses(tokens.hash[from]!) : 0;
  const titled = length > 1 && readings[0]!.nameClass === "title" && isTitle(from);
  const candidate: Candidate = {
    block, start, end, readings, surroundings, length,
    smallLast: length > 1 && !endsInCapital(text, tokens, from, to) && readings.some(({ flags }) => flags & LAST_CAPITAL),
    common: (alone & COMMON_SURNAME) !== 0,
    compass: (alone & NAME_FORMER) !== 0,
    threeLetters: length === 1 && end - start === 3 && (readings[0]!.flags & ACRONYM) !== 0,
    words: script === HAN || script === HANGUL ? 1 : length,
    lone: length === 1 && (script === HAN || script === HANGUL),
    years: NO_YEARS,
    yearBeside: kinds.dated ? yearBeside(passage, from, to) : 0,
    spelling: readings.length > 1 ? spellingHash(text, tokens, from, to) : 0,
    surname: length === 1 || titled ? tokens.hash[to - 1]! : 0,
    initial: initials < 0 || find !== found ? 0 : text.charCodeAt(tokens.start[initials]!),
    initialsStart: initials < 0 ? start : tokens.start[initials]!,
    settled: false,
  };
  if (kinds.people && needsReason(readings[0]!, candidate)) {
    candidate.years = passage.years(from, to);
  }
  return candidate;
}

/** What the entries are that a name may mean; `dated`: something that bears the year in which it happened. */
function kindsOf(packs: Opened, readings: readonly Reading[]): KindsOfName & { dated: boolean } {
  const kinds = { people: false, unknown: false, dated: false };
  for (const { pack, entry } of readings) {
    const kind = packs.facts[pack]!.kind(entry);
    if (kind === "event" || kind === "document") kinds.dated = true;
    if (kind === OTHER) kinds.unknown = true;
    if (kind === "person" || kind === OTHER) kinds.people = true;
  }
  return kinds;
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
  if (to - from === 1 || !isTitle(from)) return from;
  if (!readings.every(({ pack, entry }) => packs.facts[pack]!.kind(entry) === "person")) return from;
  for (let name = from + 1; name < to && isTitle(name - 1); name++) {
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

function isTitle(token: number): boolean {
  return (wordClasses(tokens.hash[token]!) & TITLE_WORD) !== 0;
}

/** The honorific that Korean adds to a title or name. */
const HONORIFIC = wordSet("님");

/** Closing quotation marks by the code units of those that open. */
const CLOSING: ReadonlyMap<number, string> = new Map(
  ["“”", "„“", "«»", "「」", "『』", '""'].map((pair) => [pair.charCodeAt(0), pair.charAt(1)]),
);

const SPACE = 0x20;

const FINAL_MARK = /[!?]/;

/** Offsets of a name: with the last full stop of U.S., the mark of Yahoo!, and the quotation mark that one within belongs to. */
function spanOf(text: string, from: number, to: number, readings: readonly Reading[]): { start: number; end: number } {
  let start = tokens.start[from]!;
  const honoured = to - from > 1 && HONORIFIC.has(tokens.hash[to - 1]!);
  let end = tokens.end[honoured ? to - 2 : to - 1]!;
  const dotted = to - from > 1 && (tokens.marks[to - 1]! & tokens.marks[to - 2]! & INITIAL) !== 0;
  if (dotted) end = text.indexOf(".", end) + 1;
  if (tokens.script(from) === WORD && readings.some(({ flags }) => flags & MARKED) && FINAL_MARK.test(text.charAt(end))) end++;
  const opening = start > 0 ? text.charCodeAt(start - 1) : SPACE;
  const closing = opening === SPACE ? undefined : CLOSING.get(opening);
  if (closing && text.slice(start, end).includes(closing)) start--;
  return { start, end };
}
