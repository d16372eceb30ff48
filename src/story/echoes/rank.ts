/**
 * Which passages resemble a paragraph: entries that both name, weighed by how rare they are, the kinds of acts that both
 * tell of, the countries between which they happen, and words (BM25, which the caller brings).
 */
import type { Act } from "./acts";
import type { Nation } from "./nations";
import type { Days, EchoPassage } from "./passages";
import {
  ACCOUNT, ACCOUNT_WEIGHT, ACT_ALIKE, ACT_RARITY, ACT_WEIGHT, ACTS_POWER, COMMON_ACT, CONTRARY, CONTRARY_WEIGHT, ENTRY_KIND, ENTRY_POWER, EVENT_OF_ACT, EVENT_WHERE, EVERYWHERE,
  FEW_WORDS, FEWEST_TERMS, FORM, LEAST, LEAST_MORE, LEAST_PART, LONG_EVENT, LONG_PARAGRAPH, MONTH_DAYS, MOST_SHOWN, NEAR, NEAR_ENOUGH, NEAR_NAMED, NEWS_DAYS, OF_KIND,
  ONE_NATION, ONLY_NATION, OWN_NAMED, RARE_ACT, SAME_DAYS, SAME_PERSON, SAME_TIME, SAME_TIME_QUOTE, SCANT, SELDOM_ACT, SHORT_PARAGRAPH,
  STORY_DAYS, STRANGE_QUOTE, TWO_NATIONS, WEIGHT, WORDS_HALF, WORDS_NOTHING, YEAR_DAYS,
} from "./weights";
import type { Kind } from "../../packs/model";

/** The paragraph being read, as it is compared. */
export interface ReadParagraph {
  entries: ReadonlySet<number>;
  nations: ReadonlySet<Nation>;
  acts: readonly Act[];
  text: string;
  /** Stems of its words. */
  stems: ReadonlySet<string>;
  /** When what it tells of happened; infinite where nobody knows. */
  told: Days;
  /** The dates that its page names. */
  dates: readonly Days[];
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
}

/** How alike two texts are, each from 0 to 1. */
interface Parts {
  entries: number;
  acts: number;
  nations: number;
  words: number;
}

/** What makes an entry weigh more or less where two texts share it. */
export interface EntryFacts {
  kind: Kind;
  /** A country or a part of the world: shared as that, not as an entry. */
  isBroad: boolean;
  /** An event of years, such as a war. */
  isLong: boolean;
  /** Acts that its name names: "August plenum". */
  acts: readonly Act[];
}

/** How often entries and acts stand in the passages of all packs, as what they weigh. */
export class EchoWeights {
  readonly #entries = new Map<number, number>();
  readonly #acts = new Map<Act, number>();
  /** Looking them up takes longer than comparing by them. */
  readonly #facts = new Map<number, EntryFacts>();
  readonly #factsOf: (entry: number) => EntryFacts;
  #count = 0;

  constructor(factsOf: (entry: number) => EntryFacts) {
    this.#factsOf = factsOf;
  }

  add(passage: EchoPassage): void {
    this.#count++;
    for (const entry of passage.entries) this.#entries.set(entry, (this.#entries.get(entry) ?? 0) + 1);
    for (const act of passage.acts) this.#acts.set(act, (this.#acts.get(act) ?? 0) + 1);
  }

  facts(entry: number): EntryFacts {
    let facts = this.#facts.get(entry);
    if (!facts) this.#facts.set(entry, (facts = this.#factsOf(entry)));
    return facts;
  }

  /** From 0 (in every passage) to 1 (in one); countries weigh nothing as entries. */
  entry(entry: number): number {
    const { kind, isBroad, isLong } = this.facts(entry);
    if (isBroad) return 0;
    return this.#rarity(this.#entries.get(entry) ?? 1) ** ENTRY_POWER * ENTRY_KIND[kind] * (isLong ? LONG_EVENT : 1);
  }

  act(act: Act): number {
    return this.#rarity(this.#acts.get(act) ?? 1) * (ACT_WEIGHT[act] ?? 1);
  }

  #rarity(times: number): number {
    return this.#count > 1 ? Math.log(this.#count / times) / Math.log(this.#count) : 1;
  }
}

/**
 * The best echoes of a paragraph, none from the same entry or of the same happening; empty where nothing is near.
 * @param isOfPage whether a passage was written from the page being read: that says it itself
 */
export function rankEchoes(
  passages: readonly EchoPassage[],
  weights: EchoWeights,
  paragraph: ReadParagraph,
  words: ReadonlyMap<number, WordMatch>,
  termsOf: (passage: number) => ReadonlySet<string>,
  isOfPage: (passage: EchoPassage) => boolean,
): RankedEcho[] {
  const ranked: RankedEcho[] = [];
  const length = Math.max(0, Math.min(1, (paragraph.stems.size - SHORT_PARAGRAPH) / (LONG_PARAGRAPH - SHORT_PARAGRAPH)));
  const least = LEAST * (1 + LEAST_MORE * length);
  for (let number = 0; number < passages.length; number++) {
    const echo = compare(passages[number]!, number, weights, paragraph, words.get(number), termsOf(number));
    if (echo && echo.score >= least) ranked.push(echo);
  }
  // Of two that are as near, the later is nearer to what is read.
  ranked.sort((a, b) => b.score - a.score || passages[b.passage]!.days.min - passages[a.passage]!.days.min || a.passage - b.passage);
  const shown: RankedEcho[] = [];
  for (const echo of ranked) {
    if (shown.length === MOST_SHOWN) break;
    const terms = termsOf(echo.passage);
    const passage = passages[echo.passage]!;
    if (isTold(passage, terms, echo, paragraph, weights) || isOfPage(passage)) continue;
    const twice = shown.some((each) => isSame(passages[each.passage]!, passage, weights) || similar(termsOf(each.passage), terms));
    if (!twice) shown.push(echo);
  }
  return shown;
}

/** A passage with what it shares with the paragraph; `undefined` where it is no echo, whatever its weight. */
function compare(
  passage: EchoPassage,
  number: number,
  weights: EchoWeights,
  paragraph: ReadParagraph,
  match: WordMatch | undefined,
  terms: ReadonlySet<string>,
): RankedEcho | undefined {
  const timely = timeliness(passage, paragraph.told);
  if (timely === 0 || (passage.form === "lead" && paragraph.entries.has(passage.own))) return undefined;
  const entries = [...passage.entries].filter((entry) => paragraph.entries.has(entry) && weights.entry(entry) > 0);
  // That both name the August plenum does not make both tell of a plenum.
  const named = new Set(entries.flatMap((entry) => weights.facts(entry).acts));
  const acts = passage.acts.filter((act) => paragraph.acts.includes(act) && !named.has(act));
  const nations = [...passage.nations].filter((nation) => paragraph.nations.has(nation));
  // Where nobody is in both, and no country but one that is in everything, likeness is chance.
  if (entries.length === 0 && nations.every((nation) => nation === EVERYWHERE)) return undefined;

  const telling = Math.max(0, (match?.score ?? 0) - WORDS_NOTHING);
  const alike = likeness(passage.acts, paragraph.acts, acts, weights);
  const parts = {
    entries: saturate(entries.reduce((sum, entry) => sum + weights.entry(entry), 0)),
    acts: alike ** ACTS_POWER * rarity(acts, weights),
    nations: together(nations, new Set([...passage.nations, ...paragraph.nations]).size),
    words: telling / (telling + WORDS_HALF),
  };
  const eventActs = passage.form === "context" ? [] : passage.eventActs.filter((act) => acts.includes(act));
  // An event that is known for a rare act is like it wherever one of those is in it that were in it there.
  const isKnown = eventActs.some((act) => weights.act(act) >= RARE_ACT) && paragraph.stems.size <= SHORT_PARAGRAPH;
  const near = Math.max(parts.nations, parts.entries);
  const where = Math.max(near, isKnown ? EVENT_WHERE : 0);
  // One kind of likeness alone is chance, too.
  const reasons = [parts.acts >= LEAST_PART.acts, parts.entries >= LEAST_PART.entries, parts.words >= LEAST_PART.words, where >= NEAR_ENOUGH];
  if (reasons.filter(Boolean).length < 2) return undefined;

  const kind = weights.facts(passage.own).kind;
  // Of acts that happen often, such as visits, those between the very same countries.
  const isOfSuchAct = near >= NEAR_ENOUGH && (passage.form === "lead" && parts.nations === 1 ? alike : parts.acts) >= ACT_ALIKE;
  const isEventOfIt = eventActs.length > 0 && isOfSuchAct;
  const factors = [
    timely,
    FORM[passage.form] * OF_KIND[kind],
    isEventOfIt ? EVENT_OF_ACT : 1,
    passage.form === "context" && terms.size < FEW_WORDS ? SCANT : 1,
    passage.form === "quote" && entries.length === 0 ? STRANGE_QUOTE : 1,
    ACCOUNT.test(passage.text) ? ACCOUNT_WEIGHT : 1,
    kind !== "person" && isAboutNobody(passage, weights) ? SCANT : 1,
    kind !== "person" && paragraph.entries.has(passage.own) ? OWN_NAMED : 1,
    isContrary(passage.acts, paragraph.acts) ? CONTRARY_WEIGHT : 1,
  ];
  const score = factors.reduce((product, factor) => product * factor, weigh(parts, where));
  entries.sort((a, b) => weights.entry(b) - weights.entry(a));
  return { passage: number, score, entries, nations, acts, stems: [...(match?.stems ?? [])] };
}

/** Does a text tell also of the contrary of what the other tells of, which itself does not? */
function isContrary(ours: readonly Act[], theirs: readonly Act[]): boolean {
  return CONTRARY.some(([a, b]) => theirs.includes(a) && ours.includes(b) && !theirs.includes(b));
}

/** What measures from 0 to 1 come to. @param where whether it is among the same people or in the same countries */
function weigh({ acts, entries, words, nations }: Parts, where: number): number {
  return (
    WEIGHT.acts * acts * (1 - WEIGHT.where + WEIGHT.where * where) +
    WEIGHT.entries * entries +
    WEIGHT.words * words +
    WEIGHT.nations * nations +
    WEIGHT.entriesAndActs * entries * acts
  );
}

/** 1 where a passage is older than what is told, 0 where it is later or the same news, between where both overlap. */
function timeliness({ form, days }: EchoPassage, told: Days): number {
  const isQuote = form === "quote";
  if (days.min > told.max || (!isQuote && days.max >= told.max)) return 0;
  const isNews = told.max - told.min < STORY_DAYS;
  if (isNews && days.min > told.min - NEWS_DAYS) return 0;
  if (days.min <= told.min - STORY_DAYS && days.max < told.min) return 1;
  return isQuote ? SAME_TIME_QUOTE : SAME_TIME;
}

/** How alike the countries of two texts are, from 0 to 1: one among several says little. */
function together(shared: readonly Nation[], all: number): number {
  const [first, ...more] = shared;
  if (first === undefined) return 0;
  if (more.length > 0) return shared.length / all;
  return first === EVERYWHERE || all > 2 ? ONE_NATION : all === 2 ? TWO_NATIONS : ONLY_NATION;
}

/** How alike the acts of two texts are, from 0 to 1: the cosine between them. */
function likeness(ours: readonly Act[], theirs: readonly Act[], shared: readonly Act[], weights: EchoWeights): number {
  if (shared.length === 0) return 0;
  const square = (acts: readonly Act[]): number => acts.reduce((sum, act) => sum + weights.act(act) ** 2, 0);
  return square(shared) / Math.sqrt(square(ours) * square(theirs));
}

/** How much shared acts tell, by the rarest of them; at most 1. */
function rarity(shared: readonly Act[], weights: EchoWeights): number {
  const rarest = Math.max(0, ...shared.map((act) => weights.act(act)));
  const rare = Math.min(1, Math.max(0, (rarest - COMMON_ACT) / (SELDOM_ACT - COMMON_ACT)));
  return 1 - ACT_RARITY + ACT_RARITY * rare;
}

function saturate(sum: number): number {
  return 1 - Math.exp(-sum);
}

/** Do both tell of one happening: the same entry, or the same days and someone rare in both? */
function isSame(a: EchoPassage, b: EchoPassage, weights: EchoWeights): boolean {
  if (a.own === b.own) return true;
  const near = a.days.min - SAME_DAYS <= b.days.max && b.days.min - SAME_DAYS <= a.days.max;
  const short = a.days.max - a.days.min < YEAR_DAYS && b.days.max - b.days.min < YEAR_DAYS;
  const rarest = Math.max(0, ...[...a.entries].filter((entry) => b.entries.has(entry)).map((entry) => weights.entry(entry)));
  const sameAct = a.acts.some((act) => b.acts.includes(act));
  if (sameAct && a.days.min === b.days.min && a.days.max === b.days.max && a.days.max - a.days.min < SAME_DAYS) return true;
  return near && ((short && rarest > SAME_PERSON.days) || (sameAct && rarest > SAME_PERSON.act));
}

/** Does a sentence say "he" before it names anybody? Who that is stood in the sentence before it. */
function isAboutNobody({ form, text, names }: EchoPassage, weights: EchoWeights): boolean {
  const at = form === "quote" ? -1 : text.search(/\b(?:he|she|his|her|him)\b/i);
  return at >= 0 && !names.some(({ start, entry }) => start < at && weights.facts(entry).kind === "person");
}

/** Does the paragraph tell or quote what the passage does, or the page? With the same people in it, fewer of the same words show that. */
function isTold(passage: EchoPassage, terms: ReadonlySet<string>, { entries }: RankedEcho, { stems, text, dates }: ReadParagraph, weights: EchoWeights): boolean {
  if (entries.length > 0 && dates.some(({ min, max }) => max - min <= MONTH_DAYS && passage.days.min >= min && passage.days.max <= max)) return true;
  const named = entries.filter((entry) => weights.facts(entry).kind !== "place").length;
  return overlap(terms, stems) > (named >= 2 ? NEAR_NAMED : NEAR) || isQuoted(passage, text);
}

/** Does the paragraph quote the very words? */
function isQuoted({ form, text }: EchoPassage, paragraph: string): boolean {
  return form === "quote" && text.split(" … ").some((piece) => paragraph.includes(piece.replace(/[.,;!?…]+$/u, "")));
}

/** Share of the terms of the first that the second has too. */
function overlap(terms: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let both = 0;
  for (const term of terms) if (others.has(term)) both++;
  return terms.size < FEWEST_TERMS ? 0 : both / terms.size;
}

function similar(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return Math.max(overlap(a, b), overlap(b, a)) > NEAR;
}
