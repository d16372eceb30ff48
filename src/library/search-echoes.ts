/** Finds echoes: an index over the passages of all packs, that is filled little by little, and ranking over it. */
import MiniSearch from "minisearch";
import type { OpenPack } from "../packs/open";
import { fromKey, keyOf } from "../spotting/memory";
import { spot, type Spotter } from "../spotting/spot";
import { actsIn } from "../story/echoes/acts";
import { nationsIn } from "../story/echoes/nations";
import { type Days, type EchoPassage, PassageReader } from "../story/echoes/passages";
import { EchoWeights, rankEchoes, type RankedEcho, type WordMatch } from "../story/echoes/rank";
import { tellingWords } from "../story/echoes/words";

/** A paragraph whose echoes are wanted. */
export interface EchoQuestion {
  text: string;
  /** Entries that it names, as the page understands them. */
  refs: readonly string[];
  /** When what it tells of happened, as far as is known: days since 1970-01-01. */
  told?: Days | undefined;
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
  readonly #index = new MiniSearch<Row>({ fields: ["words"], tokenize: (text) => text.split(" "), processTerm: (term) => term });
  #next: { pack: number; entry: number } | null = { pack: 0, entry: 0 };

  constructor(spotter: Spotter) {
    this.#spotter = spotter;
    this.#reader = new PassageReader(spotter);
    const packOf = (key: number): [OpenPack, number] => {
      const { pack, entry } = fromKey(key);
      return [spotter.packs[pack]!, entry];
    };
    this.#weights = new EchoWeights(
      (key) => {
        const [pack, entry] = packOf(key);
        return pack.kindOf(entry);
      },
      (key) => {
        const [pack, entry] = packOf(key);
        return pack.kindOf(entry) === "place" && nationsIn(pack.title(entry)).length > 0;
      },
    );
  }

  /** Reads some entries more into the index. @returns whether any are left */
  work(most: number): boolean {
    for (; this.#next && most > 0; most--) {
      const { pack, entry } = this.#next;
      if (entry < (this.#spotter.packs[pack]?.entryCount ?? 0)) {
        for (const passage of this.#reader.read(pack, entry)) this.#add(passage);
        this.#next = { pack, entry: entry + 1 };
      } else this.#next = pack + 1 < this.#spotter.packs.length ? { pack: pack + 1, entry: 0 } : null;
    }
    return this.#next !== null;
  }

  find(question: EchoQuestion): RankedEcho[] {
    const { text, refs, told } = question;
    const { mentions } = spot(this.#spotter, { blocks: [text], seen: refs });
    const first = (key: number) => this.#spotter.twins.first(key);
    const entries = new Set([...this.#keys(refs), ...mentions.map(({ pack, entry }) => keyOf(pack, entry))].map(first));
    const stems = new Set(tellingWords(text, mentions).map((word) => word.stem));
    const nations = new Set(nationsIn(text));
    for (const key of entries) {
      const nation = this.#reader.nationOf(key);
      if (nation) nations.add(nation);
    }
    const paragraph = { entries, nations, acts: actsIn(text), stems, told: told ?? { min: Infinity, max: Infinity } };
    return rankEchoes(this.passages, this.#weights, paragraph, this.#match(stems), (passage) => this.#terms[passage]!);
  }

  #add(passage: EchoPassage): void {
    const words = tellingWords(passage.text, passage.names).map((word) => word.stem);
    const id = this.passages.length;
    this.passages.push(passage);
    this.#terms.push(new Set(words));
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
    return refs.flatMap((ref) => {
      const slash = ref.indexOf("/");
      const pack = this.#spotter.packs.findIndex(({ info }) => info.id === ref.slice(0, slash));
      const entry = this.#spotter.packs[pack]?.indexOf(ref.slice(slash + 1)) ?? -1;
      return entry < 0 ? [] : [keyOf(pack, entry)];
    });
  }
}
