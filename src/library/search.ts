/**
 * Looks names up: in any script and romanisation that the packs list or that rules make of what they list, wherever words
 * are parted, with slips of the pen. There is no index: of some ten thousand names, reading all takes a millisecond, and
 * an index takes a second to make (docs/decisions/2026-11-22-look-ups-without-an-index.md).
 */
import type { FoundEntry, LookUpAnswer } from "../messages/contract";
import type { Inline } from "../packs/model";
import { openSection, DICTIONARY_SECTION } from "../spotting/compile";
import { fromKey, keyOf } from "../spotting/memory";
import { type Spotter, spot } from "../spotting/spot";
import { forgivingGrade, type Grade, likenessTo, NO_MATCH, strictGrade } from "./match-name";
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

interface Hit {
  key: number;
  grade: number;
  /** The name that was found. */
  text: string;
  letters: string;
}

export type Search = (query: string, limit: number) => LookUpAnswer;

/**
 * @param spotter open packs; what several of them have is found once, by the names of all
 * @throws PackError where a pack is damaged
 */
export function buildSearch(spotter: Spotter): Search {
  const { packs, twins } = spotter;
  const names = nameTable(packs);
  const facts = packs.map((pack) => openSection(pack.section(DICTIONARY_SECTION)!).facts);
  const weights = new Map<number, number>();
  /** Lines that say who, of entries that were found before: to decode an entry takes longer than to find it. */
  const lines = new Map<number, string>();

  /** How much there is about an entry: those of whom there is more are sooner meant. */
  function weightOf(key: number): number {
    let weight = weights.get(key);
    if (weight === undefined) {
      const { pack, entry } = fromKey(key);
      weights.set(key, (weight = facts[pack]!.fame(entry) + Math.log1p(packs[pack]!.quotesOf(entry).length)));
    }
    return weight;
  }

  function lineOf(key: number): string {
    let line = lines.get(key);
    if (line === undefined) {
      const { pack, entry } = fromKey(key);
      lines.set(key, (line = cut(wordsIn(packs[pack]!.entry(entry).about[0] ?? []), LONGEST_WHO)));
    }
    return line;
  }

  function hits(grade: Grade): Hit[] {
    const best = new Map<number, Hit>();
    for (const row of names) {
      const own = grade(row);
      if (own === NO_MATCH) continue;
      const known = best.get(row.key);
      if (!known || own < known.grade) best.set(row.key, { key: row.key, grade: own, text: row.text, letters: row.all });
    }
    return [...best.values()].sort((a, b) => a.grade - b.grade || weightOf(b.key) - weightOf(a.key) || a.key - b.key);
  }

  /** Of each entry once, and of its twins in other packs, the best hit. */
  function entriesOf(all: readonly Hit[], limit: number): FoundEntry[] {
    const found = new Map<number, FoundEntry>();
    for (const hit of all) {
      if (found.size >= limit) break;
      const first = twins.first(hit.key);
      if (!found.has(first)) found.set(first, entryOf(first, hit));
    }
    return [...found.values()];
  }

  function entryOf(key: number, { text, letters }: Hit): FoundEntry {
    const { pack: number, entry } = fromKey(key);
    const pack = packs[number]!;
    const name = pack.title(entry);
    const isTitle = lettersOf(name).all === letters;
    return {
      ref: `${pack.info.id}/${pack.idOf(entry)}`,
      name,
      kind: pack.kindOf(entry),
      who: lineOf(key),
      matched: isTitle ? "" : text,
    };
  }

  /** Names that stand in a text, in its order. */
  function named(text: string): Hit[] {
    const { mentions } = spot(spotter, { blocks: [text] });
    return mentions.map(({ pack, entry, start, end }) => {
      const written = text.slice(start, end);
      return { key: keyOf(pack, entry), grade: 0, text: written, letters: lettersOf(written).all };
    });
  }

  function nearest(typed: Letters): Hit[] {
    const likeness = likenessTo(typed);
    return hits((row) => {
      const alike = likeness(row);
      return alike >= LEAST_LIKENESS ? 1 - alike : NO_MATCH;
    });
  }

  return (query, limit) => {
    const text = query.trim().slice(0, LONGEST_TEXT);
    const searched = cut(text, LONGEST_SAID);
    const typed = lettersOf(text.slice(0, LONGEST_NAME));
    if (typed.all === "") return { searched, found: [], nearest: [] };
    if (text.length > LONGEST_NAME) return { searched, found: entriesOf(named(text), limit), nearest: [] };

    const strict = hits(strictGrade(typed));
    const isFew = strict.length < FEW && (strict[0]?.grade ?? NO_MATCH) >= 1;
    const forgiven = isFew ? hits(forgivingGrade(typed)) : [];
    const found = entriesOf([...strict, ...forgiven, ...(strict.length === 0 ? named(text) : [])], limit);
    return { searched, found, nearest: found.length > 0 ? [] : entriesOf(nearest(typed), Math.min(limit, MOST_NEAREST)) };
  };
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

/** A text in one line, cut between words where it is too long. */
function cut(text: string, longest: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= longest) return line;
  const short = line.slice(0, longest);
  const space = short.lastIndexOf(" ");
  return `${(space > longest / 2 ? short.slice(0, space) : short).replace(/[\ud800-\udbff]$/, "")}…`;
}
