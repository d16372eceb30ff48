/** Which entries a page has named in full, and where: what short names are understood by. */
import type { Facts } from "./facts";
import { MOST_ENTRIES } from "./names";
import type { Standing } from "./evidence";

/** A pack's number and an entry's in one. */
export function keyOf(pack: number, entry: number): number {
  return pack * MOST_ENTRIES + entry;
}

/** The pack's number and the entry's, of a key. */
export function fromKey(key: number): { pack: number; entry: number } {
  return { pack: Math.floor(key / MOST_ENTRIES), entry: key % MOST_ENTRIES };
}

/** How much a place counts as company of each kind: countries are on every page, but a parliament has one of its own. */
const PLACE_AS_COMPANY = { person: 0.2, place: 0.4, others: 0.7 } as const;
/** How much an entry counts that the page names by a short name only. */
const MET = 0.5;

const NOWHERE: readonly number[] = [];

/**
 * Places are numbers in reading order: those on the page from 0, those before it, which the caller told, below.
 */
export class Memory {
  readonly #places = new Map<number, number[]>();
  readonly #met = new Set<number>();
  readonly #facts: readonly Facts[];
  /** Company that was counted, as long as nobody else is named. */
  readonly #company = new Map<number, number>();

  constructor(facts: readonly Facts[]) {
    this.#facts = facts;
  }

  /** Notes that the entry is named in full at a place. Places of one entry may come in any order. */
  name(key: number, place: number): void {
    const places = this.#places.get(key);
    if (!places) {
      this.#places.set(key, [place]);
      this.#company.clear();
      return;
    }
    places.splice(numberBelow(places, place), 0, place);
  }

  /** Notes that the entry is on the page, though by a short name only. Returns whether that is new. */
  meet(key: number): boolean {
    if (this.#places.has(key) || this.#met.has(key)) return false;
    this.#met.add(key);
    this.#company.clear();
    return true;
  }

  /** The last place before `place` at which the entry is named in full; -Infinity where there is none. */
  lastBefore(key: number, place: number): number {
    return lastBelow(this.#places.get(key), place);
  }

  /** The first place after `place`; Infinity where there is none. */
  firstAfter(key: number, place: number): number {
    const places = this.#places.get(key);
    return places?.[numberBelow(places, place + 1)] ?? Infinity;
  }

  /** The places at which the entry is named in full, ascending. */
  placesOf(key: number): readonly number[] {
    return this.#places.get(key) ?? NOWHERE;
  }

  /** Entries on the page that the entry is linked with, in either direction, as far as each counts. */
  company(key: number): number {
    let company = this.#company.get(key);
    if (company === undefined) this.#company.set(key, (company = this.#countCompany(key)));
    return company;
  }

  #countCompany(key: number): number {
    const { pack, entry } = fromKey(key);
    if (!this.#facts[pack]!.hasLinks(entry)) return 0;
    return this.#companyAmong(this.#places.keys(), key) + MET * this.#companyAmong(this.#met, key);
  }

  #companyAmong(others: Iterable<number>, key: number): number {
    const { pack, entry } = fromKey(key);
    const facts = this.#facts[pack]!;
    const kind = facts.kind(entry);
    const place = PLACE_AS_COMPANY[kind === "person" || kind === "place" ? kind : "others"];
    let company = 0;
    for (const each of others) {
      // Keys of one pack follow each other, so that its entries' numbers are what is left.
      const other = each - keyOf(pack, 0);
      if (other < 0 || other >= MOST_ENTRIES || other === entry || !facts.areLinked(entry, other)) continue;
      company += facts.kind(other) === "place" ? place : 1;
    }
    return company;
  }

  /** How each of several entries that one name may mean stands at a place. */
  standings(keys: readonly number[], place: number): Standing[] {
    if (keys.length === 1) return [this.#standing(keys[0]!, place)];
    const before = keys.map((key) => this.lastBefore(key, place));
    const after = keys.map((key) => this.firstAfter(key, place));
    const last = Math.max(...before);
    const next = Math.min(...after);
    return keys.map((key, at) => ({ named: standing(before[at]!, after[at]!, last, next), company: this.company(key) }));
  }

  #standing(key: number, place: number): Standing {
    const before = this.lastBefore(key, place);
    const after = this.firstAfter(key, place);
    return { named: standing(before, after, before, after), company: this.company(key) };
  }

  /** Entries in the order in which they were last named, the latest last. */
  inOrder(): number[] {
    const last = [...this.#places].map(([key, places]) => ({ key, place: places.at(-1)! }));
    return last.sort((a, b) => a.place - b.place).map(({ key }) => key);
  }
}

/** How many of some ascending places are below `place`. */
function numberBelow(places: readonly number[], place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of some ascending places that is below `place`; -Infinity where there is none. */
export function lastBelow(places: readonly number[] | undefined, place: number): number {
  return places?.[numberBelow(places, place) - 1] ?? -Infinity;
}

function standing(before: number, after: number, last: number, next: number): Standing["named"] {
  if (before > -Infinity) return before === last ? "last" : "before";
  if (after === Infinity) return "never";
  // Who is named next explains a short name only where nobody was named before.
  return last === -Infinity && after === next ? "next" : "later";
}
