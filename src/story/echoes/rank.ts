/**
 * Which passages resemble a paragraph: entries that both name, weighed by how rare they are, the kinds of acts that both
 * tell of, the countries between which they happen, and words (BM25, which the caller brings).
 */
import type { Act } from "./acts";
import type { Nation } from "./nations";
import type { Days, EchoPassage } from "./passages";
import { ACT_SHARE, ENTRY_KIND, FORM, LEAST, MOST_SHOWN, NEAR, OWN_NAMED, SAME_DAYS, SAME_TIME, SAME_TIME_QUOTE, WEIGHT, WORDS_HALF } from "./weights";
import type { Kind } from "../../packs/model";

/** The paragraph being read, as it is compared. */
export interface ReadParagraph {
  entries: ReadonlySet<number>;
  nations: ReadonlySet<Nation>;
  acts: readonly Act[];
  /** Stems of its words. */
  stems: ReadonlySet<string>;
  /** When what it tells of happened; infinite where nobody knows. */
  told: Days;
}

/** What the words say of one passage. */
export interface WordMatch {
  score: number;
  /** Stems that both have, the most telling first. */
  stems: readonly string[];
}

export interface RankedEcho {
  /** Number of the passage. */
  passage: number;
  score: number;
  /** What both share: entries by their keys, the rarest first. */
  entries: number[];
  nations: Nation[];
  acts: Act[];
  stems: string[];
  parts: { entries: number; acts: number; nations: number; words: number };
}

/** How often entries and acts stand in the passages of all packs, as what they weigh. */
export class EchoWeights {
  readonly #entries = new Map<number, number>();
  readonly #acts = new Map<Act, number>();
  #count = 0;

  constructor(readonly kindOf: (entry: number) => Kind, readonly isNation: (entry: number) => boolean) {}

  add(passage: EchoPassage): void {
    this.#count++;
    for (const entry of passage.entries) this.#entries.set(entry, (this.#entries.get(entry) ?? 0) + 1);
    for (const act of passage.acts) this.#acts.set(act, (this.#acts.get(act) ?? 0) + 1);
  }

  /** From 0 (in every passage) to 1 (in one); countries weigh nothing as entries. */
  entry(entry: number): number {
    return this.isNation(entry) ? 0 : this.#rarity(this.#entries.get(entry) ?? 1) ** 1.5 * ENTRY_KIND[this.kindOf(entry)];
  }

  act(act: Act): number {
    return this.#rarity(this.#acts.get(act) ?? 1);
  }

  #rarity(times: number): number {
    return this.#count > 1 ? Math.log(this.#count / times) / Math.log(this.#count) : 1;
  }
}

/** The best echoes of a paragraph, none from the same entry or of the same happening; empty where nothing is near. */
export function rankEchoes(
  passages: readonly EchoPassage[],
  weights: EchoWeights,
  paragraph: ReadParagraph,
  words: ReadonlyMap<number, WordMatch>,
  termsOf: (passage: number) => ReadonlySet<string>,
): RankedEcho[] {
  const ranked: RankedEcho[] = [];
  for (let number = 0; number < passages.length; number++) {
    const echo = compare(passages[number]!, number, weights, paragraph, words.get(number));
    if (echo && echo.score >= LEAST) ranked.push(echo);
  }
  ranked.sort((a, b) => b.score - a.score || a.passage - b.passage);
  const shown: RankedEcho[] = [];
  for (const echo of ranked) {
    if (shown.length === MOST_SHOWN) break;
    const terms = termsOf(echo.passage);
    if (overlap(terms, paragraph.stems) > NEAR) continue;
    const passage = passages[echo.passage]!;
    const twice = shown.some((each) => isSame(passages[each.passage]!, passage, weights) || similar(termsOf(each.passage), terms));
    if (!twice) shown.push(echo);
  }
  return shown;
}

function compare(
  passage: EchoPassage,
  number: number,
  weights: EchoWeights,
  paragraph: ReadParagraph,
  match: WordMatch | undefined,
): RankedEcho | undefined {
  const { told } = paragraph;
  if (passage.days.min === -Infinity && passage.days.max === Infinity) return undefined;
  if (passage.days.min > told.max || (passage.form !== "quote" && passage.days.max >= told.max)) return undefined;
  const ownIsNamed = paragraph.entries.has(passage.own);
  if (passage.form === "lead" && ownIsNamed) return undefined;

  const entries = [...passage.entries].filter((entry) => paragraph.entries.has(entry) && weights.entry(entry) > 0);
  const acts = passage.acts.filter((act) => paragraph.acts.includes(act));
  if (entries.length + acts.length === 0 && !match) return undefined;
  const nations = [...passage.nations].filter((nation) => paragraph.nations.has(nation));

  const ofEntries = entries.reduce((sum, entry) => sum + weights.entry(entry), 0);
  const actWeight = acts.reduce((sum, act) => sum + weights.act(act), 0);
  // A paragraph that tells of ten things shares one of them with anything.
  const ofActs = actWeight / Math.max(1, Math.sqrt(paragraph.acts.length * passage.acts.length) / ACT_SHARE);
  const ofNations = nations.length / Math.max(2, new Set([...passage.nations, ...paragraph.nations]).size);
  const ofWords = match ? match.score / (match.score + WORDS_HALF) : 0;

  const parts = { entries: saturate(ofEntries), acts: saturate(ofActs), nations: ofNations, words: ofWords };
  let score =
    WEIGHT.entries * parts.entries +
    WEIGHT.acts * parts.acts * (1 - WEIGHT.where + WEIGHT.where * Math.max(parts.nations, parts.entries)) +
    WEIGHT.words * parts.words * parts.words +
    WEIGHT.entriesAndActs * parts.entries * parts.acts +
    WEIGHT.actsAndWords * parts.acts * parts.words +
    WEIGHT.entriesAndWords * parts.entries * parts.words;
  score *= FORM[passage.form];
  if (passage.days.max >= told.min) score *= passage.form === "quote" ? SAME_TIME_QUOTE : SAME_TIME;
  if (ownIsNamed && weights.kindOf(passage.own) !== "person") score *= OWN_NAMED;
  entries.sort((a, b) => weights.entry(b) - weights.entry(a));
  return { passage: number, score, entries, nations, acts, stems: [...(match?.stems ?? [])], parts };
}

function saturate(sum: number): number {
  return 1 - Math.exp(-sum);
}

/** Do both tell of one happening: the same entry, or the same days and someone rare in both? */
function isSame(a: EchoPassage, b: EchoPassage, weights: EchoWeights): boolean {
  if (a.own === b.own) return true;
  const near = a.days.min - SAME_DAYS <= b.days.max && b.days.min - SAME_DAYS <= a.days.max;
  const short = a.days.max - a.days.min < 366 && b.days.max - b.days.min < 366;
  return near && short && [...a.entries].some((entry) => b.entries.has(entry) && weights.entry(entry) > 0.3);
}

/** Share of the terms of the first that the second has too. */
function overlap(terms: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let both = 0;
  for (const term of terms) if (others.has(term)) both++;
  return terms.size < 3 ? 0 : both / terms.size;
}

function similar(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return Math.max(overlap(a, b), overlap(b, a)) > NEAR;
}
