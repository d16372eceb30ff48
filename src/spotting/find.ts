/** Finds the names that stand in one text: whole words, the longest at each place, from left to right. */
import type { NameClass } from "../packs/model";
import { countCases, isAllCapital, isCapital, settingAround } from "./casing";
import {
  bucketOf, candidatesAt, type Dictionary, firstRow, isAnyCase, isSpelt, listPlaces, LONGEST_NAME, mayHold, valueAt,
} from "./dictionary";
import { HAN, HANGUL } from "./fold";
import { beginningsWithin, brokenWords, endsWithin, mayBeBroken } from "./glued";
import { chain, GAP_SALTS } from "./hash";
import { isPrefix, isTail, titleAfter } from "./korean";
import { ACRONYM, CAPITAL, classOf, entryOf, ORDINARY, SPACED } from "./names";
import {
  CHANGED, GAP_NONE, GAP_SOFT, hashAsWritten, hashOfWord, INITIAL, INNER_CAPITAL, spellingHash, spellingOfPair, type Tokens,
} from "./tokens";
import { TITLE_WORDS } from "./words";

/** One entry that a name may mean. */
export interface Reading {
  /** Number of the pack among those that are open. */
  pack: number;
  entry: number;
  nameClass: NameClass;
  /** How the name is written in the pack: see names.ts. */
  flags: number;
  /** Written all in small letters here, and with capitals in the pack: "cold war". */
  small: boolean;
}

/** A name in a text. */
export interface Find {
  /** Tokens, half-open. */
  from: number;
  to: number;
  /** One an entry, in the order of packs and entries. Shared by names that are written alike. */
  readings: readonly Reading[];
}

const keys = new Int32Array(LONGEST_NAME);
/** The tokens that a name may begin at, in order. Used again for every text, as `more` is for further packs. */
let places = new Int32Array(0);
let more = new Int32Array(0);
let count = 0;

/** End of the longest run of tokens that began as a name of `LEAST_RUN` or more does, of those asked about. */
let reach = 0;
const LEAST_RUN = 3;

/**
 * The names of `dictionaries` in a text that has been cut into `tokens`, not overlapping, from left to right. Where a
 * name shows that words were run together or broken at the end of a line, `tokens` is changed to what they should be.
 */
export function findNames(dictionaries: readonly Dictionary[], text: string, tokens: Tokens): Find[] {
  if (mayBeBroken(text)) joinBroken(dictionaries, text, tokens);
  listAllPlaces(dictionaries, text, tokens);
  const finds: Find[] = [];
  let free = 0;
  cuts = 0;
  for (let at = 0; at < count; at++) {
    const from = places[at]!;
    if (from < free) continue;
    const before = tokens.count;
    let best = nameAt(dictionaries, text, tokens, from);
    if (!best && tokens.marks[from]! & INNER_CAPITAL) best = nameWithin(dictionaries, text, tokens, from);
    if (!best) continue;
    finds.push(best);
    free = best.to;
    if (tokens.count === before) continue;
    // A token was cut in two, and those after it have other numbers.
    listAllPlaces(dictionaries, text, tokens);
    at = -1;
  }
  return finds;
}

/** Fills `places`: the places of the first pack's names, and those of the others sorted in. */
function listAllPlaces(dictionaries: readonly Dictionary[], text: string, tokens: Tokens): void {
  // Tokens that are cut in two while names are looked for are never more than the units of the text.
  if (places.length < text.length) [places, more] = [new Int32Array(2 * text.length), new Int32Array(2 * text.length)];
  count = dictionaries.length === 0 ? 0 : listPlaces(dictionaries[0]!, tokens, places);
  for (let pack = 1; pack < dictionaries.length; pack++) {
    count = sortIn(listPlaces(dictionaries[pack]!, tokens, more));
  }
}

/** Sorts the first `added` of `more` into `places`, each once, from behind, so that nothing has to be moved aside. */
function sortIn(added: number): number {
  let fresh = 0;
  for (let at = 0, other = 0; other < added; other++) {
    while (at < count && places[at]! < more[other]!) at++;
    if (at === count || places[at] !== more[other]) more[fresh++] = more[other]!;
  }
  const all = count + fresh;
  for (let to = all - 1, from = count - 1, other = fresh - 1; other >= 0; to--) {
    places[to] = from >= 0 && places[from]! > more[other]! ? places[from--]! : more[other--]!;
  }
  return all;
}

/** The name at a token, with a last word that another one may be run on to: "Kim Jong Unwent". */
function nameAt(dictionaries: readonly Dictionary[], text: string, tokens: Tokens, from: number): Find | null {
  reach = 0;
  const best = bestAt(dictionaries, text, tokens, from);
  // The filters may have let more tokens pass than belong to the name, so that any of the last may be its end.
  const last = Math.max(best?.to ?? 0, from + LEAST_RUN - 1);
  for (let end = reach; end > last; end--) {
    const longer = nameToward(dictionaries, text, tokens, from, end);
    if (longer) return longer;
  }
  return best;
}

/** A name whose last word is the beginning of the token before `end`. */
function nameToward(dictionaries: readonly Dictionary[], text: string, tokens: Tokens, from: number, end: number): Find | null {
  for (const at of endsWithin(text, tokens, end - 1)) {
    const found = tryCut(text, tokens, end - 1, at, () => {
      const name = bestAt(dictionaries, text, tokens, from);
      return name && name.to === end && name.to - name.from >= LEAST_RUN && isFull(name) ? name : null;
    });
    if (found) return found;
  }
  return null;
}

/** A full name that begins within a token: "ComradeKim Jong Un". One of a single word only after a title. */
function nameWithin(dictionaries: readonly Dictionary[], text: string, tokens: Tokens, token: number): Find | null {
  for (const at of beginningsWithin(text, tokens, token)) {
    const hash = hashOfWord(text.slice(at, tokens.end[token]!));
    if (!mayBegin(dictionaries, tokens, hash, token + 1)) continue;
    const found = tryCut(text, tokens, token, at, () => {
      const name = nameAt(dictionaries, text, tokens, token + 1);
      const enough = name && (name.to - name.from > 1 || TITLE_WORDS.has(tokens.hash[token]!));
      return enough && name.from === token + 1 && isFull(name) ? name : null;
    });
    if (found) return found;
  }
  return null;
}

/** May a name begin with a token of this hash before the token `next`? */
function mayBegin(dictionaries: readonly Dictionary[], tokens: Tokens, hash: number, next: number): boolean {
  const both = next < tokens.count ? chain(hash, tokens.hash[next]!, GAP_SALTS[tokens.gap(next)]!) : hash;
  return dictionaries.some(({ single, pair }) => mayHold(single, hash) || mayHold(pair, both));
}

/** Cuts that are tried in one text: each moves all tokens after it, and a page that needs more is no text. */
const MOST_CUTS = 1000;
let cuts = 0;

/** Cuts a token in two, and leaves it so if that makes a name. */
function tryCut(text: string, tokens: Tokens, token: number, at: number, find: () => Find | null): Find | null {
  if (++cuts > MOST_CUTS) return null;
  tokens.cut(text, token, at);
  const found = find();
  if (!found) tokens.join(text, token);
  return found;
}

/** Joins words that are broken at the end of a line and may then be names, where their halves are none. */
function joinBroken(dictionaries: readonly Dictionary[], text: string, tokens: Tokens): void {
  for (const token of brokenWords(text, tokens)) {
    const halves = dictionaries.some((dictionary) => candidatesAt(dictionary, tokens, token, keys) > 1);
    if (halves) continue;
    const { start, end, hash } = tokens;
    const whole = hashOfWord(text.slice(start[token]!, end[token]!) + text.slice(start[token + 1]!, end[token + 1]!));
    const after = token > 0 ? chain(hash[token - 1]!, whole, GAP_SALTS[tokens.gap(token)]!) : whole;
    const ends = dictionaries.some(({ pair }) => token > 0 && mayHold(pair, after));
    if (ends || mayBegin(dictionaries, tokens, whole, token + 2)) tokens.join(text, token);
  }
}

function bestAt(dictionaries: readonly Dictionary[], text: string, tokens: Tokens, from: number): Find | null {
  const best = findAt(dictionaries, text, tokens, from);
  return best && !isFull(best) ? fullNameWithin(best, dictionaries, text, tokens) : best;
}

/** The longest name at a token, of all packs. */
function findAt(dictionaries: readonly Dictionary[], text: string, tokens: Tokens, from: number): Find | null {
  let best: Find | null = null;
  for (let pack = 0; pack < dictionaries.length; pack++) {
    best = longest(best, longestAt(dictionaries[pack]!, pack, text, tokens, from));
  }
  return best;
}

/** "Marshal Peng" may be a name, but in "Marshal Peng Dehuai" the full name that begins within it is the one. */
function fullNameWithin(find: Find, dictionaries: readonly Dictionary[], text: string, tokens: Tokens): Find {
  for (let token = find.from + 1; token < find.to; token++) {
    const inner = findAt(dictionaries, text, tokens, token);
    if (inner && inner.to >= find.to && isFull(inner)) return inner;
  }
  return find;
}

function isFull({ readings }: Find): boolean {
  return readings.some(({ nameClass }) => nameClass === "full");
}

/** The longer of two finds at one place; both, where they are equally long. */
function longest(a: Find | null, b: Find | null): Find | null {
  if (!a || !b) return a ?? b;
  if (a.to !== b.to) return a.to > b.to ? a : b;
  return { ...a, readings: [...a.readings, ...b.readings] };
}

function longestAt(dictionary: Dictionary, pack: number, text: string, tokens: Tokens, from: number): Find | null {
  let length = candidatesAt(dictionary, tokens, from, keys);
  if (length >= LEAST_RUN && from + length > reach) reach = from + length;
  for (; length > 0; length--) {
    const key = keys[length - 1]!;
    if (length === 1 && key === 0) break;
    const to = from + length;
    const readings = rememberedReadings(dictionary, pack, key, text, tokens, from, to);
    if (!readings || (length > 1 && opensQuote(text, tokens.start[from]!, tokens.end[to - 1]!))) continue;
    if (standsAlone(text, tokens, from, to, readings)) return { from, to, readings };
  }
  return from + 1 < tokens.count && tokens.marks[from + 1]! & INITIAL ? pastInitials(dictionary, pack, text, tokens, from) : null;
}

/**
 * As `readingsOf`, from memory where a run of words was met before that was written exactly so. A page repeats its
 * names, and nothing but how they are written decides what they may mean.
 */
function rememberedReadings(
  dictionary: Dictionary, pack: number, key: number, text: string, tokens: Tokens, from: number, to: number,
): readonly Reading[] | null {
  const memory = memoryOf(dictionary, pack);
  const written = hashAsWritten(text, tokens.start[from]!, tokens.end[to - 1]!);
  const place = (key ^ written) & (REMEMBERED - 1);
  if (memory.keys[place] === key && memory.written[place] === written) return memory.readings[place]!;
  dependsOnSetting = false;
  const readings = readingsOf(dictionary, pack, key, spellingHash(text, tokens, from, to), text, tokens, from, to);
  if (dependsOnSetting) return readings;
  memory.keys[place] = key;
  memory.written[place] = written;
  memory.readings[place] = readings;
  return readings;
}

/** Runs of words that are remembered of a dictionary: a power of two. */
const REMEMBERED = 1024;

/** Readings of the runs met last, by `key ^ written`. A run is known by these 64 bits. */
interface Remembered {
  readonly pack: number;
  readonly keys: Int32Array;
  readonly written: Int32Array;
  readonly readings: (readonly Reading[] | null)[];
}

const memories = new WeakMap<Dictionary, Remembered>();

function memoryOf(dictionary: Dictionary, pack: number): Remembered {
  let memory = memories.get(dictionary);
  if (!memory || memory.pack !== pack) {
    memory = {
      pack,
      keys: new Int32Array(REMEMBERED),
      written: new Int32Array(REMEMBERED),
      readings: Array.from({ length: REMEMBERED }, () => null),
    };
    memories.set(dictionary, memory);
  }
  return memory;
}

/** Did the last `readingsOf` look at more of the text than the name? */
let dependsOnSetting = false;

/** Readings of a name as the text writes it: capitals decide between who and WHO. Null where there are none. */
function readingsOf(
  dictionary: Dictionary, pack: number, key: number, spelling: number,
  text: string, tokens: Tokens, from: number, to: number,
): Reading[] | null {
  let readings: Reading[] | null = null;
  const capital = (tokens.marks[from]! & CHANGED) !== 0 && isCapital(text, tokens.start[from]!);
  const bucket = bucketOf(dictionary, key);
  const end = firstRow(dictionary, bucket + 1);
  for (let row = firstRow(dictionary, bucket); row < end; row++) {
    if (!isSpelt(dictionary, row, spelling)) continue;
    const flags = valueAt(dictionary, row);
    const small = !capital && (flags & CAPITAL) !== 0;
    const written = small ? isAnyCase(dictionary, row) && isSmall(flags, text, tokens, from, to) : isWrittenSo(flags, text, tokens, from, to);
    if (!written) continue;
    const reading = { pack, entry: entryOf(flags), nameClass: classOf(flags), flags, small };
    if (readings) readings.push(reading);
    else readings = [reading];
  }
  return readings && readings.length > 1 ? oneAnEntry(readings) : readings;
}

/** The strongest reading of each entry, in the order of entries. */
function oneAnEntry(readings: Reading[]): Reading[] {
  readings.sort((a, b) => a.entry - b.entry || STRENGTH[b.nameClass] - STRENGTH[a.nameClass]);
  return readings.filter(({ entry }, at) => at === 0 || entry !== readings[at - 1]!.entry);
}

/** Which class counts where one spelling has several for an entry. */
const STRENGTH: Readonly<Record<NameClass, number>> = { full: 2, title: 1, short: 0 };

/** A full name of several words that the text writes without any capital. Whether it means it, the page must show. */
function isSmall(flags: number, text: string, tokens: Tokens, from: number, to: number): boolean {
  if (to - from === 1 || flags & ACRONYM || classOf(flags) !== "full") return false;
  return countCases(text, tokens.start[from]!, tokens.end[to - 1]!).capital === 0;
}

/** Acronyms of so many letters are also written as words: Nato, Thaad. So are the words of a name that a pack shouts. */
const WORDLIKE_ACRONYM = 4;

/** Is a name that begins as the pack writes it also written so otherwise? */
function isWrittenSo(flags: number, text: string, tokens: Tokens, from: number, to: number): boolean {
  if (!(flags & ACRONYM)) return true;
  const start = tokens.start[from]!;
  const end = tokens.end[to - 1]!;
  if (isAllCapital(text, start, end)) {
    if (!(flags & ORDINARY)) return true;
    dependsOnSetting = true;
    return settingAround(text, tokens, from, to) !== "capitals";
  }
  return !(flags & ORDINARY) && areWordlike(tokens, from, to);
}

function areWordlike(tokens: Tokens, from: number, to: number): boolean {
  for (let token = from; token < to; token++) {
    if (tokens.end[token]! - tokens.start[token]! < WORDLIKE_ACRONYM) return false;
  }
  return true;
}

/** Syllables that are looked at before a name and after it. No prefix or chain of particles is longer. */
const LONGEST_WORD = 16;
/** A name this long, in syllables, is known even in the middle of a word. */
const UNMISTAKABLE = 4;
/** A name shorter than this, in syllables or characters, is spaced only as the pack spaces it. */
const FREELY_SPACED = 4;

const QUOTES = /[“„«][^”»“]*$/;

/** Does a quotation begin between two offsets and not end there? A name that begins before it ends before it. */
function opensQuote(text: string, start: number, end: number): boolean {
  return QUOTES.test(text.slice(start, end));
}

/** Is the name a word of its own, in scripts that do not part words by spaces? */
function standsAlone(text: string, tokens: Tokens, from: number, to: number, readings: readonly Reading[]): boolean {
  const script = tokens.script(from);
  const last = tokens.script(to - 1);
  const length = to - from;
  if (script === HAN && length === 1) return isLoneCharacter(text, tokens, from, readings);
  if (script !== HANGUL && last !== HANGUL) return true;
  if (length < FREELY_SPACED && !readings.some(({ flags }) => flags & SPACED)) {
    for (let token = from + 1; token < to; token++) if (tokens.gap(token) !== GAP_NONE) return false;
  }
  if (script === HANGUL && !beginsWord(text, tokens, from, length)) return false;
  return last !== HANGUL || endsWord(text, tokens, to);
}

/** One Han character stands for a person before a title, and for anything else only between other scripts. */
function isLoneCharacter(text: string, tokens: Tokens, at: number, readings: readonly Reading[]): boolean {
  if (titleAfter(text, tokens.end[at]!)) return true;
  const joined = (token: number) =>
    token > 0 && token < tokens.count && tokens.gap(token) === GAP_NONE && tokens.script(token) === HAN;
  const before = joined(at) && tokens.script(at - 1) === HAN;
  return !before && !joined(at + 1) && readings.some(({ nameClass }) => nameClass !== "short");
}

/** Is the token the next syllable of the same word as the one before it? */
function isInsideWord(tokens: Tokens, token: number): boolean {
  const inside = token > 0 && token < tokens.count && tokens.gap(token) === GAP_NONE;
  return inside && tokens.script(token) === HANGUL && tokens.script(token - 1) === HANGUL;
}

function beginsWord(text: string, tokens: Tokens, from: number, length: number): boolean {
  if (!isInsideWord(tokens, from) || length >= UNMISTAKABLE) return true;
  let first = from;
  while (isInsideWord(tokens, first) && from - first <= LONGEST_WORD) first--;
  return length > 1 && isPrefix(text.slice(tokens.start[first]!, tokens.start[from]!).normalize("NFC"));
}

function endsWord(text: string, tokens: Tokens, to: number): boolean {
  let last = to;
  while (isInsideWord(tokens, last) && last - to <= LONGEST_WORD) last++;
  // With the last syllable of the name, which the particles agree with.
  const tail = text.slice(tokens.start[to - 1]!, tokens.end[last - 1]!).normalize("NFC");
  return isTail(tail, 1, tail.length);
}

/** How many initials are passed over: George H. W. Bush. */
const MOST_INITIALS = 3;

/** A given name and a surname that the dictionary knows together, with initials between them that it does not know. */
function pastInitials(dictionary: Dictionary, pack: number, text: string, tokens: Tokens, from: number): Find | null {
  let last = from + 1;
  while (last < tokens.count && tokens.marks[last]! & INITIAL && last - from <= MOST_INITIALS) last++;
  if (last === from + 1 || last >= tokens.count) return null;
  const key = chain(tokens.hash[from]!, tokens.hash[last]!, GAP_SALTS[GAP_SOFT]!);
  if (!mayHold(dictionary.pair, key)) return null;
  const spelling = spellingOfPair(text, tokens, from, last);
  const readings = readingsOf(dictionary, pack, key, spelling, text, tokens, from, last + 1);
  return readings && { from, to: last + 1, readings };
}
