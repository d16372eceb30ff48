/** Which entries a page has named in full, and where: what short names are understood by. */
import type { OpenPack } from "../packs/open";
import type { Facts } from "./facts";
import { MOST_ENTRIES } from "./names";
import type { Standing } from "./evidence";
import type { Twins } from "./twins";

/** A pack's number and an entry's in one. */
export function keyOf(pack: number, entry: number): number {
  return pack * MOST_ENTRIES + entry;
}

/** The pack's number and the entry's, of a key. */
export function fromKey(key: number): { pack: number; entry: number } {
  return { pack: Math.floor(key / MOST_ENTRIES), entry: key % MOST_ENTRIES };
}

/** The key of the entry that a ref names; -1 where none of these packs has it. */
export function keyOfRef(packs: readonly Pick<OpenPack, "info" | "indexOf">[], ref: string): number {
  const slash = ref.indexOf("/");
  const pack = packs.findIndex(({ info }) => info.id === ref.slice(0, slash));
  const entry = packs[pack]?.indexOf(ref.slice(slash + 1)) ?? -1;
  return entry < 0 ? -1 : keyOf(pack, entry);
}

/** How much a place counts as company of each kind: countries are on every page, but a parliament has one of its own. */
const PLACE_AS_COMPANY = { person: 0.2, place: 0.4, others: 0.7 } as const;
/** How much an entry counts that the page names by a short name only. */
const MET = 0.5;

/** What is remembered of an entry that was named, or asked about. */
interface Remembered {
  readonly pack: number;
  readonly entry: number;
  /** Where it was named in full, ascending. */
  readonly places: number[];
  met: boolean;
  /** Company among the first so many entries that were named, and among those met: only what came since is counted. */
  namedCompany: number;
  namedCounted: number;
  metCompany: number;
  metCounted: number;
}

const NOWHERE: readonly number[] = [];

/**
 * Places are numbers in reading order: those on the page from 0, those before it, which the caller told, below.
 */
export class Memory {
  readonly #facts: readonly Facts[];
  readonly #twins: Pick<Twins, "members"> | null;
  readonly #entries = new Map<number, Remembered>();
  /** Entries in the order in which each was first named, or first met. */
  readonly #named: Remembered[] = [];
  readonly #met: Remembered[] = [];

  /** @param twins of the packs, where there are several */
  constructor(facts: readonly Facts[], twins: Pick<Twins, "members"> | null = null) {
    this.#facts = facts;
    this.#twins = twins;
  }

  #of(key: number): Remembered {
    let known = this.#entries.get(key);
    if (!known) {
      const { pack, entry } = fromKey(key);
      known = { pack, entry, places: [], met: false, namedCompany: 0, namedCounted: 0, metCompany: 0, metCounted: 0 };
      this.#entries.set(key, known);
    }
    return known;
  }

  /** Notes that the entry is named in full at a place. Places of one entry may come in any order. */
  name(key: number, place: number): void {
    const known = this.#of(key);
    const { places } = known;
    if (places.length === 0) this.#named.push(known);
    const at = numberBelow(places, place);
    if (at === places.length) places.push(place);
    else places.splice(at, 0, place);
  }

  /** Notes that the entry is on the page, though by a short name only. Returns whether that is new. */
  meet(key: number): boolean {
    const known = this.#of(key);
    if (known.met || known.places.length > 0) return false;
    known.met = true;
    this.#met.push(known);
    return true;
  }

  /** The last place before `place` at which the entry is named in full; -Infinity where there is none. */
  lastBefore(key: number, place: number): number {
    return lastBelow(this.#entries.get(key)?.places, place);
  }

  /** The places at which the entry is named in full, ascending. */
  placesOf(key: number): readonly number[] {
    return this.#entries.get(key)?.places ?? NOWHERE;
  }

  /** Entries on the page that the entry is linked with, in either direction, as far as each counts. */
  companyOf(key: number): number {
    return this.#company(this.#of(key));
  }

  #company(known: Remembered): number {
    const facts = this.#facts[known.pack]!;
    if (!facts.hasLinks(known.entry)) return 0;
    const kind = facts.kind(known.entry);
    const place = PLACE_AS_COMPANY[kind === "person" || kind === "place" ? kind : "others"];
    for (; known.namedCounted < this.#named.length; known.namedCounted++) {
      known.namedCompany += this.#companyOf(known, this.#named[known.namedCounted]!, facts, place);
    }
    for (; known.metCounted < this.#met.length; known.metCounted++) {
      known.metCompany += this.#companyOf(known, this.#met[known.metCounted]!, facts, place);
    }
    return known.namedCompany + MET * known.metCompany;
  }

  /** @param place how much a place counts */
  #companyOf(known: Remembered, other: Remembered, facts: Facts, place: number): number {
    if (other === known || !this.#areLinked(known, other, facts)) return 0;
    return this.#facts[other.pack]!.kind(other.entry) === "place" ? place : 1;
  }

  /** A link joins entries of one pack: of twins, those of any. */
  #areLinked({ pack, entry }: Remembered, other: Remembered, facts: Facts): boolean {
    if (!this.#twins) return other.pack === pack && facts.areLinked(entry, other.entry);
    const others = this.#twins.members(keyOf(other.pack, other.entry));
    return this.#twins.members(keyOf(pack, entry)).some((own) => {
      const beside = others.find((each) => each.pack === own.pack);
      return beside !== undefined && this.#facts[own.pack]!.areLinked(own.entry, beside.entry);
    });
  }

  /** How each of several entries that one name may mean stands at a place. */
  standings(entries: readonly { readonly pack: number; readonly entry: number }[], place: number): Standing[] {
    const known = entries.map(({ pack, entry }) => this.#of(keyOf(pack, entry)));
    let last = -Infinity;
    let next = Infinity;
    for (const { places } of known) {
      last = Math.max(last, lastBelow(places, place));
      next = Math.min(next, firstAbove(places, place));
    }
    return known.map((one) => {
      const named = standing(lastBelow(one.places, place), firstAbove(one.places, place), last, next);
      return { named, company: this.#company(one) };
    });
  }

  /** How the only entry that a name may mean stands at a place. */
  standing(key: number, place: number): Standing {
    const known = this.#of(key);
    const before = lastBelow(known.places, place);
    const after = before > -Infinity ? Infinity : firstAbove(known.places, place);
    return { named: standing(before, after, before, after), company: this.#company(known) };
  }

  /** Entries in the order in which they were last named, the latest last. */
  inOrder(): number[] {
    const lastOf = ({ places }: Remembered) => places[places.length - 1]!;
    return [...this.#named].sort((a, b) => lastOf(a) - lastOf(b)).map(({ pack, entry }) => keyOf(pack, entry));
  }
}

/** How many of some ascending places are below `place`. */
function numberBelow(places: readonly number[], place: number): number {
  let low = 0;
  let high = places.length;
  // Mostly all are.
  if (high > 0 && places[high - 1]! < place) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of some ascending places that is below `place`; -Infinity where there is none. */
export function lastBelow(places: readonly number[] | undefined, place: number): number {
  if (!places) return -Infinity;
  const below = numberBelow(places, place);
  return below > 0 ? places[below - 1]! : -Infinity;
}

/** The first of some ascending places that is above `place`; Infinity where there is none. */
function firstAbove(places: readonly number[], place: number): number {
  const at = numberBelow(places, place + 1);
  return at < places.length ? places[at]! : Infinity;
}

function standing(before: number, after: number, last: number, next: number): Standing["named"] {
  if (before > -Infinity) return before === last ? "last" : "before";
  if (after === Infinity) return "never";
  // Who is named next explains a short name only where nobody was named before.
  return last === -Infinity && after === next ? "next" : "later";
}
