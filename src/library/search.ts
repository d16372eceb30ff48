/**
 * Looks names up: in any script and romanisation that the packs list or that rules make of what they list, wherever words
 * are parted, with slips of the pen, with what is written onto the ends of names, and by their sound in kana. How, and why
 * not with an index of words, is written down in docs/decisions/2026-11-22-look-ups-without-an-index.md.
 */
import type { FoundEntry, LookUpAnswer } from "../messages/contract";
import type { Inline } from "../packs/model";
import { openSection, DICTIONARY_SECTION } from "../spotting/compile";
import { withoutEndings } from "../spotting/endings";
import { fromKey, keyOf } from "../spotting/memory";
import { type Spotter, spot } from "../spotting/spot";
import { BestEntries } from "./best-entries";
import { findBeforeEndings, findForgivingly, findLike, findStrictly, WORDS } from "./match-name";
import { soundSearch } from "./match-sound";
import { type Letters, lettersOf, nameTable } from "./name-table";

/** A longer text is no name: only the names in it are looked for. In UTF-16 code units. */
const LONGEST_NAME = 200;
/** What is said back of a text. */
const LONGEST_SAID = 80;
/** What is read of a long text. */
const LONGEST_TEXT = 10_000;
/** With fewer names that have all that was typed, those are given too that have it but for slips of the pen. */
const FEW = 3;
/** What is offered where nothing was found, and how alike it must be at least. */
const MOST_NEAREST = 4;
const LEAST_LIKENESS = 0.45;
/** A line that says who. */
const LONGEST_WHO = 160;

/** What is no part of a name, and often selected with it: “Kim Il Sung’s”. */
const POSSESSIVE = /['’]s?[^\p{L}\p{N}]*$/u;
/** The last word without the longest ending of a case; three letters of it at least. */
const RUSSIAN_STEM = /\p{sc=Cyrl}{3,}?(?=\p{sc=Cyrl}{0,3}$)/u;
/** Controls of the direction of text: in a sentence that says a text back they would turn what follows, too. */
const UNSAID = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** What was found: an entry, by its key, and its name. */
interface FoundName {
  key: number;
  text: string;
  /** The name's letters, folded. */
  letters: string;
}

/** A name in a text. */
interface NamedIn extends FoundName {
  /** There is nothing else in the text. */
  isAll: boolean;
}

export type Search = (query: string, limit: number) => LookUpAnswer;

/**
 * @param spotter open packs; what several of them have is found once, by the names of all
 * @throws PackError where a pack is damaged
 */
export function buildSearch(spotter: Spotter): Search {
  const { packs, twins } = spotter;
  const table = nameTable(packs);
  const best = new BestEntries(table, weightsOf(spotter, table.keys));
  /** Lines that say who, of entries that were found before: to decode an entry takes longer than to find it. */
  const lines = new Map<number, string>();

  function lineOf(key: number): string {
    let line = lines.get(key);
    if (line === undefined) {
      const { pack, entry } = fromKey(key);
      lines.set(key, (line = cut(wordsIn(packs[pack]!.entry(entry).about[0] ?? []), LONGEST_WHO)));
    }
    return line;
  }

  /** The best of what was offered, as many as are needed where each has a twin in every pack; and how many there were. */
  function taken(limit: number) {
    const { best: hits, all } = best.take(Math.max(1, limit) * packs.length);
    const names = hits.map(({ entry, name }): FoundName => {
      const { text, all: letters } = table.rows[name]!;
      return { key: table.keys[entry]!, text, letters };
    });
    return { names, all, grade: hits[0]?.grade ?? Infinity };
  }

  /** Of each entry once, and of its twins in other packs, the best hit. */
  function entriesOf(all: readonly FoundName[], limit: number): FoundEntry[] {
    const found = new Map<number, FoundEntry>();
    for (const each of all) {
      if (found.size >= limit) break;
      const first = twins.first(each.key);
      if (!found.has(first)) found.set(first, entryOf(first, each));
    }
    return [...found.values()];
  }

  function refOf(key: number): string {
    const { pack, entry } = fromKey(key);
    return `${packs[pack]!.info.id}/${packs[pack]!.idOf(entry)}`;
  }

  function entryOf(key: number, { text, letters }: FoundName): FoundEntry {
    const { pack: number, entry } = fromKey(key);
    const pack = packs[number]!;
    const name = pack.title(entry);
    const isTitle = lettersOf(name).all === letters;
    return {
      ref: refOf(key),
      name,
      kind: pack.kindOf(entry),
      who: lineOf(key),
      matched: isTitle ? "" : text,
    };
  }

  /**
   * Names that stand in a text, in its order.
   * @param likely entries that may be meant where the text says no more than a surname, the likeliest first
   * @param read what is read for it: the same letters in the same places; then two letters are no name, "us" is not the US
   */
  function named(text: string, likely: readonly FoundName[] = [], read = text): NamedIn[] {
    const { mentions } = spot(spotter, { blocks: [read], seen: likely.map(({ key }) => refOf(key)).reverse() });
    const { all } = lettersOf(text);
    const meant = read === text ? mentions : mentions.filter(({ start, end }) => end - start > 2);
    return meant.map(({ pack, entry, start, end }) => {
      const written = text.slice(start, end);
      const letters = lettersOf(written).all;
      return { key: keyOf(pack, entry), text: written, letters, isAll: letters === all };
    });
  }

  const offer = (name: number, grade: number) => best.offer(name, grade);

  const findBySound = soundSearch(table, (entry) => {
    const { pack, entry: own } = fromKey(table.keys[entry]!);
    return packs[pack]!.kindOf(own);
  });

  /** Names of which a word begins as the last of a Russian text does: a surname after a title, or in a case that no slip comes to, “Путиным”. */
  function uninflected(text: string, limit: number): FoundName[] {
    const stem = RUSSIAN_STEM.exec(text)?.[0];
    if (stem === undefined) return [];
    findStrictly(table, lettersOf(stem), offer);
    return taken(limit).names;
  }

  /** Names that fit what was typed, or what is left of it without what is written onto the end of a name. */
  function fitting(written: string, typed: Letters, limit: number) {
    findStrictly(table, typed, offer);
    if (table.letters.indexOf(typed.all) >= 0) return taken(limit);
    const without = withoutEndings(written);
    findBeforeEndings(table, without, offer);
    // All that may be an ending, or the least of it: ひろしまで is no ひろし. Each takes its time.
    const ends = without.filter((_, at) => at === 0 || at === without.length - 1);
    for (const text of [written, ...ends]) findBySound(text, "found", offer);
    let found = taken(limit);
    // A part of a name, with an ending: 安倍首相が.
    for (let at = 0; at < without.length && found.all === 0; at++) {
      findStrictly(table, lettersOf(without[at]!), offer);
      found = taken(limit);
    }
    return found;
  }

  const search: Search = (query, limit) => {
    const text = query.trim().slice(0, LONGEST_TEXT);
    const said = { searched: cut(text, LONGEST_SAID), packs: packs.length };
    const written = text.slice(0, LONGEST_NAME).replace(POSSESSIVE, "");
    const typed = lettersOf(written);
    if (typed.all === "") return { ...said, found: [], nearest: [] };
    if (text.length > LONGEST_NAME) return { ...said, found: entriesOf(named(text), limit), nearest: [] };

    const { names, all, grade } = fitting(written, typed, limit);
    if (all < FEW && grade >= 1) {
      findForgivingly(table, typed, offer);
      names.push(...taken(limit).names);
    }
    const inText = grade >= WORDS ? named(text, names.length > 0 ? names : uninflected(written, limit)) : [];
    // A name in another case is that name first, and then those in which it stands so: “Хрущёва”.
    names.unshift(...inText.filter(({ isAll }) => isAll));
    if (all === 0) names.push(...(inText.length > 0 ? inText : named(text, [], inCapitals(text))));
    const found = entriesOf(names, limit);
    if (found.length > 0) return { ...said, found, nearest: [] };
    findBySound(written, "nearest", offer);
    findLike(table, typed, LEAST_LIKENESS, (name, likeness) => offer(name, 1 - likeness));
    const nearest = Math.min(limit, MOST_NEAREST);
    return { ...said, found, nearest: entriesOf(taken(nearest).names, nearest) };
  };

  let isWarm = false;
  return (query, limit) => {
    // Whoever asks for nothing is about to type. What has been run before takes a tenth of the time: a name with a slip,
    // and one letter.
    if (query === "" && !isWarm) {
      isWarm = true;
      const name = table.rows[0]?.text ?? "";
      for (const typed of [name.slice(0, 1) + name.slice(2), name.slice(0, 1)]) search(typed, limit);
    }
    return search(query, limit);
  };
}

/** How much there is about each entry: those of whom there is more are sooner meant. */
function weightsOf({ packs }: Spotter, keys: readonly number[]): Float64Array {
  const facts = packs.map((pack) => openSection(pack.section(DICTIONARY_SECTION)!).facts);
  return Float64Array.from(keys, (key) => {
    const { pack, entry } = fromKey(key);
    return facts[pack]!.fame(entry) + Math.log1p(packs[pack]!.quotesOf(entry).length);
  });
}

/** The words of a paragraph, without its notes. */
function wordsIn(nodes: readonly Inline[]): string {
  const words = (node: Inline): string => {
    if (typeof node === "string") return node;
    if ("em" in node) return wordsIn(node.em);
    if ("strong" in node) return wordsIn(node.strong);
    return "text" in node ? node.text : "";
  };
  return nodes.map(words).join("");
}

/** All in capitals, in the same places, as names in headlines are: in a hurry they are typed without any. */
function inCapitals(text: string): string {
  return text.replace(/\p{Ll}/gu, (letter) => (letter.toUpperCase().length === letter.length ? letter.toUpperCase() : letter));
}

/** A text in one line, cut between words where it is too long. */
function cut(text: string, longest: number): string {
  const line = text.replace(UNSAID, " ").replace(/\s+/gu, " ").trim();
  if (line.length <= longest) return line;
  const short = line.slice(0, longest);
  const space = short.lastIndexOf(" ");
  return `${(space > longest / 2 ? short.slice(0, space) : short).replace(/[\ud800-\udbff]$/, "")}…`;
}
