/** Finds echoes: an index over the passages of all packs, and ranking over it. */
import MiniSearch from "minisearch";
import { articleKeys } from "../highlights/address";
import type { Link } from "../messages/contract";
import type { OpenPack } from "../packs/open";
import { fromKey, keyOf, keyOfRef } from "../spotting/memory";
import { spot, type Spotter } from "../spotting/spot";
import { actsIn } from "../story/echoes/acts";
import { type Echo, echoOf, type EchoQuestion, sourceIdsOf, type Why } from "../story/echoes/echo";
import { isBroad, nationsIn } from "../story/echoes/nations";
import { type EchoPassage, PassageReader } from "../story/echoes/passages";
import { EchoWeights, type EntryFacts, rankEchoes, type RankedEcho, type WordMatch } from "../story/echoes/rank";
import { YEAR_DAYS } from "../story/echoes/weights";
import { toldDays } from "../story/echoes/told";
import { tellingWords } from "../story/echoes/words";
import type { Language } from "../story/sentences";

/** Words that more passages have tell nobody why one of them was found. */
const MOST_TIMES = 100;
const MOST_WORDS = 3;
const DAY_MS = 86_400_000;

/** @param key the entry's `keyOf` */
function factsOf({ packs }: Spotter, key: number): EntryFacts {
  const { pack: number, entry } = fromKey(key);
  const pack = packs[number]!;
  const kind = pack.kindOf(entry);
  const title = pack.title(entry);
  const isLong = kind === "event" && isOfYears(pack, entry);
  const isOne = kind === "document" || kind === "place" || (kind === "event" && !isLong);
  return { kind, isBroad: kind === "place" && isBroad(title), isLong, acts: isOne ? actsIn(title) : [] };
}

/** Does an event last for years, or does the pack not say when it was over? */
function isOfYears(pack: OpenPack, event: number): boolean {
  const { min = null, max = null } = pack.entry(event).dates.date ?? {};
  return min === null || max === null || max - min >= YEAR_DAYS;
}

/** Days since 1970-01-01 of an ISO 8601 date; `undefined` where it is none. */
function dayOf(date: string): number | undefined {
  const time = Date.parse(date);
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY_MS);
}

interface Row {
  id: number;
  words: string;
}

export class EchoSearch {
  readonly passages: EchoPassage[] = [];
  readonly #spotter: Spotter;
  readonly #reader: PassageReader;
  readonly #weights: EchoWeights;
  readonly #terms: ReadonlySet<string>[] = [];
  /** How many passages have a stem. */
  readonly #times = new Map<string, number>();
  readonly #index = new MiniSearch<Row>({ fields: ["words"], tokenize: (text) => text.split(" "), processTerm: (term) => term });

  /**
   * Reads all passages, which takes seconds of a large pack.
   * @param ready passages by the number of their pack, where they have been read already
   */
  constructor(spotter: Spotter, ready: ReadonlyMap<number, readonly EchoPassage[]> = new Map()) {
    this.#spotter = spotter;
    this.#reader = new PassageReader(spotter);
    this.#weights = new EchoWeights((key) => factsOf(spotter, key));
    for (const [number, pack] of spotter.packs.entries()) {
      for (const passage of ready.get(number) ?? this.#readAll(number, pack.entryCount)) this.#add(passage);
    }
  }

  /** The echoes of a paragraph, the best first, ready to draw; none where nothing is near. */
  find(question: EchoQuestion, language: Language): Echo[] {
    const words = new Map<string, string>();
    return this.rank(question, words).map((ranked) => {
      const passage = this.passages[ranked.passage]!;
      const pack = this.#spotter.packs[passage.pack]!;
      return echoOf(pack, passage, this.#why(ranked, words), language, (key) => this.#linkOf(key));
    });
  }

  /** @param words filled with the paragraph's words by their stems */
  rank({ text, lang, refs, published, before, dates, url }: EchoQuestion, words = new Map<string, string>()): RankedEcho[] {
    const told = toldDays(text, lang, dayOf(published), before);
    if (!told) return [];
    const { mentions } = spot(this.#spotter, { blocks: [text], lang, seen: refs });
    const first = (key: number) => this.#spotter.twins.first(key);
    const entries = new Set([...this.#keys(refs), ...mentions.map(({ pack, entry }) => keyOf(pack, entry))].map(first));
    for (const { stem, word } of tellingWords(text, mentions)) if (!words.has(stem)) words.set(stem, word);
    const nations = new Set(nationsIn(text));
    for (const key of entries) {
      const nation = this.#reader.nationOf(key);
      if (nation) nations.add(nation);
    }
    const stems = new Set(words.keys());
    const page = new Set(articleKeys(url));
    const paragraph = { entries, nations, acts: actsIn(text), text, stems, told, dates };
    return rankEchoes(this.passages, this.#weights, paragraph, this.#match(stems), (passage) => this.#terms[passage]!, (passage) => this.#isOf(page, passage));
  }

  /** Is the page, by the keys of its address, the only source of a passage? */
  #isOf(page: ReadonlySet<string>, passage: EchoPassage): boolean {
    if (page.size === 0) return false;
    const pack = this.#spotter.packs[passage.pack]!;
    const sources = sourceIdsOf(pack, passage);
    return sources.length > 0 && sources.every((id) => articleKeys(pack.source(id)?.URL ?? "").some((key) => page.has(key)));
  }

  #why({ entries, acts, nations, stems }: RankedEcho, words: ReadonlyMap<string, string>): Why {
    const named = entries.map((key) => this.#linkOf(key));
    const names = (arePeople: boolean) => named.filter(({ kind }) => (kind === "person") === arePeople).map(({ name }) => name);
    const telling = stems.filter((stem) => (this.#times.get(stem) ?? 0) <= MOST_TIMES);
    telling.sort((a, b) => this.#times.get(a)! - this.#times.get(b)!);
    return { people: names(true), others: names(false), acts, nations, words: telling.slice(0, MOST_WORDS).map((stem) => words.get(stem)!) };
  }

  #linkOf(key: number): Link {
    const { pack: number, entry } = fromKey(key);
    const pack = this.#spotter.packs[number]!;
    return { ref: `${pack.info.id}/${pack.idOf(entry)}`, name: pack.title(entry), kind: pack.kindOf(entry) };
  }

  #readAll(pack: number, count: number): EchoPassage[] {
    return Array.from({ length: count }, (_, entry) => this.#reader.read(pack, entry)).flat();
  }

  #add(passage: EchoPassage): void {
    const words = tellingWords(passage.text, passage.names).map((word) => word.stem);
    const id = this.passages.length;
    this.passages.push(passage);
    this.#terms.push(new Set(words));
    for (const word of new Set(words)) this.#times.set(word, (this.#times.get(word) ?? 0) + 1);
    this.#weights.add(passage);
    this.#index.add({ id, words: words.join(" ") });
  }

  #match(stems: ReadonlySet<string>): Map<number, WordMatch> {
    const found = new Map<number, WordMatch>();
    if (stems.size === 0) return found;
    for (const { id, score, terms } of this.#index.search([...stems].join(" "))) found.set(id as number, { score, stems: terms });
    return found;
  }

  #keys(refs: readonly string[]): number[] {
    return refs.map((ref) => keyOfRef(this.#spotter.packs, ref)).filter((key) => key >= 0);
  }
}
