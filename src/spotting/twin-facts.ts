/** What several packs know of one entry, taken together: the facts of twins are those of all of them. */
import type { Kind } from "../packs/model";
import type { Facts, Office } from "./facts";
import { keyOf } from "./memory";
import type { Twins } from "./twins";

/** An office is the more telling the later it stands here. */
const OFFICES: readonly Office[] = ["none", "other", "beforeOffice", "afterOffice", "held", "inOffice"];

/** The facts of a pack whose entries may have twins in others. */
export class TwinFacts implements Facts {
  readonly #all: readonly Facts[];
  readonly #pack: number;
  readonly #twins: Twins;

  /**
   * @param all of each pack by itself
   * @param pack number of the pack whose entries are asked about
   */
  constructor(all: readonly Facts[], pack: number, twins: Twins) {
    this.#all = all;
    this.#pack = pack;
    this.#twins = twins;
  }

  get count(): number {
    return this.#own.count;
  }

  get #own(): Facts {
    return this.#all[this.#pack]!;
  }

  /** What each of the packs says of an entry. */
  #each<T>(entry: number, said: (facts: Facts, entry: number) => T): T[] {
    return this.#twins.members(keyOf(this.#pack, entry)).map((member) => said(this.#all[member.pack]!, member.entry));
  }

  /** Twins are of one kind. */
  kind(entry: number): Kind {
    return this.#own.kind(entry);
  }

  /** The first pack that says so. */
  years(entry: number): { first: number; last: number } {
    const all = this.#each(entry, (facts, own) => facts.years(own));
    const known = (key: "first" | "last") => all.map((each) => each[key]).find(Number.isFinite) ?? all[0]![key];
    return { first: known("first"), last: known("last") };
  }

  hasLinks(entry: number): boolean {
    return this.#each(entry, (facts, own) => facts.hasLinks(own)).some(Boolean);
  }

  areLinked(entry: number, other: number): boolean {
    return this.#own.areLinked(entry, other);
  }

  office(entry: number, words: readonly number[], years: readonly number[]): Office {
    const offices = this.#each(entry, (facts, own) => facts.office(own, words, years));
    return offices.reduce((best, each) => (OFFICES.indexOf(each) > OFFICES.indexOf(best) ? each : best));
  }

  hasInitial(entry: number, letter: number): boolean {
    return this.#each(entry, (facts, own) => facts.hasInitial(own, letter)).some(Boolean);
  }

  isFirstName(entry: number, spelling: number): boolean {
    return this.#each(entry, (facts, own) => facts.isFirstName(own, spelling)).some(Boolean);
  }

  fame(entry: number): number {
    return Math.max(...this.#each(entry, (facts, own) => facts.fame(own)));
  }

  isSaidToBe(entry: number, pronoun: "he" | "she"): boolean {
    return this.#each(entry, (facts, own) => facts.isSaidToBe(own, pronoun)).some(Boolean);
  }

  hasContext(entry: number): boolean {
    return this.#each(entry, (facts, own) => facts.hasContext(own)).some(Boolean);
  }

  context(entry: number, words: ReadonlySet<number>): number {
    const counted = new Set<number>();
    return this.#each(entry, (facts, own) => facts.context(own, words, counted)).reduce((sum, each) => sum + each, 0);
  }
}
