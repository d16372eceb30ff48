/**
 * Entries of different packs that are of the same person or thing: twins. They are told by what both packs list, as
 * docs/decisions/2026-11-22-twins.md says; nothing is computed before an entry is asked about.
 */
import type { Entry, PackDate } from "../packs/model";
import { distance } from "../packs/map/sphere";
import { foldName } from "../packs/names";
import type { OpenPack } from "../packs/open";
import { type Dictionary, keyOfTokens, lookUp } from "./dictionary";
import type { Reading } from "./find";
import { fromKey, keyOf } from "./memory";
import { entryOf, GENERATED } from "./names";
import { spellingHash, Tokens, tokenise } from "./tokens";

/** An entry of one of the open packs. */
export interface Member {
  pack: number;
  entry: number;
}

/** Dates that are farther apart than this, in days, are not of one life. Packs follow different sources. */
const DATES_DIFFER = 5 * 366;
/** Places that are farther apart than this, in km, are not one place: the middle of a country may be anywhere in it. */
const PLACES_DIFFER = 1000;

const NONE = -1;

export class Twins {
  readonly #packs: readonly OpenPack[];
  readonly #dictionaries: readonly Dictionary[];
  /** By `keyOf`: of each entry that was asked about, the entry of the first pack that it is one with. */
  readonly #firsts = new Map<number, number>();
  readonly #members = new Map<number, readonly Member[]>();
  readonly #tokens = new Tokens();

  constructor(packs: readonly OpenPack[], dictionaries: readonly Dictionary[]) {
    this.#packs = packs;
    this.#dictionaries = dictionaries;
  }

  /** The key of the entry that stands for all its twins: that of the first pack that has one. */
  first(key: number): number {
    const known = this.#firsts.get(key);
    if (known !== undefined) return known;
    const { pack, entry } = fromKey(key);
    let first = key;
    for (let before = 0; before < pack && first === key; before++) {
      const twin = this.#twinIn(before, pack, entry);
      if (twin !== NONE) first = this.first(keyOf(before, twin));
    }
    this.#firsts.set(key, first);
    return first;
  }

  /** All that are one with an entry, itself among them, in the order of packs. One a pack at most. */
  members(key: number): readonly Member[] {
    const first = this.first(key);
    let members = this.#members.get(first);
    if (!members) this.#members.set(first, (members = this.#findMembers(first)));
    return members;
  }

  /** The readings of a name, those of twins made one: the stronger, as one of the first of them. */
  united(readings: readonly Reading[]): readonly Reading[] {
    if (this.#packs.length < 2) return readings;
    const out: Reading[] = [];
    let changed = false;
    for (const reading of readings) {
      const key = keyOf(reading.pack, reading.entry);
      const first = this.first(key);
      const own = first === key ? reading : { ...reading, ...fromKey(first) };
      const at = out.findIndex(({ pack, entry }) => pack === own.pack && entry === own.entry);
      if (at < 0) out.push(own);
      else out[at] = stronger(out[at]!, own);
      changed ||= own !== reading || at >= 0;
    }
    if (!changed) return readings;
    return out.sort((a, b) => a.pack - b.pack || a.entry - b.entry);
  }

  #findMembers(first: number): Member[] {
    const members = [fromKey(first)];
    for (let pack = members[0]!.pack + 1; pack < this.#packs.length; pack++) {
      for (const member of members) {
        const twin = this.#twinIn(pack, member.pack, member.entry);
        if (twin === NONE || this.first(keyOf(pack, twin)) !== first) continue;
        members.push({ pack, entry: twin });
        break;
      }
    }
    return members;
  }

  /** The entry of another pack that is one with an entry, where each is the other's likeliest. */
  #twinIn(other: number, pack: number, entry: number): number {
    const twin = this.#likeliestIn(other, pack, entry);
    return twin !== NONE && this.#likeliestIn(pack, other, twin) === entry ? twin : NONE;
  }

  /** The entry of another pack that shares most full names; none where two share as many. */
  #likeliestIn(other: number, pack: number, entry: number): number {
    const own = this.#fullNames(pack, entry);
    const bearers = new Set([...own.values()].flatMap((text) => this.#mayBear(text, other)));
    const ranked = [...bearers].flatMap((candidate) => {
      const theirs = this.#fullNames(other, candidate);
      const shared = [...own.keys()].filter((letters) => theirs.has(letters)).length;
      return shared > 0 && this.#mayBeOne({ pack, entry }, { pack: other, entry: candidate }) ? [{ candidate, shared }] : [];
    });
    const [best, next] = ranked.sort((a, b) => b.shared - a.shared);
    return best && best.shared !== next?.shared ? best.candidate : NONE;
  }

  /** The full names that an entry lists, by their letters. */
  #fullNames(pack: number, entry: number): Map<string, string> {
    const open = this.#packs[pack]!;
    const { start, end } = open.namesOf(entry);
    const texts = new Map<string, string>();
    for (let number = start; number < end; number++) {
      const name = open.name(number);
      const text = name.text.trim().replace(/^the\s+(?=\S)/iu, "");
      if (name.class === "full") texts.set(lettersOf(text), text);
    }
    return texts;
  }

  /** Entries of a pack whose names the dictionary has under this spelling, some of them by a rule or by accident. */
  #mayBear(text: string, pack: number): number[] {
    tokenise(text, this.#tokens);
    const { count } = this.#tokens;
    if (count === 0) return [];
    const bearers: number[] = [];
    lookUp(this.#dictionaries[pack]!, keyOfTokens(this.#tokens, 0, count), spellingHash(text, this.#tokens, 0, count), (value) => {
      bearers.push(entryOf(value));
    });
    return bearers;
  }

  #mayBeOne(a: Member, b: Member): boolean {
    const [packA, packB] = [this.#packs[a.pack]!, this.#packs[b.pack]!];
    return packA.kindOf(a.entry) === packB.kindOf(b.entry) && !contradict(packA.entry(a.entry), packB.entry(b.entry));
  }
}

/** What is the same in names that differ by capitals, accents, hyphens and the like. */
function lettersOf(text: string): string {
  return foldName(text).replace(/[^\p{L}\p{N}]+/gu, "");
}

function contradict(a: Entry, b: Entry): boolean {
  const [first, second] = [a.dates, b.dates];
  const dates: [PackDate | undefined, PackDate | undefined][] = [
    [first.born, second.born], [first.died, second.died], [first.date, second.date],
    [first.founded, second.founded], [first.dissolved, second.dissolved],
  ];
  return dates.some(([one, other]) => one && other && apart(one, other)) || (a.at && b.at ? distance(a.at, b.at) > PLACES_DIFFER : false);
}

function apart(a: PackDate, b: PackDate): boolean {
  const gap = Math.max((a.min ?? -Infinity) - (b.max ?? Infinity), (b.min ?? -Infinity) - (a.max ?? Infinity));
  return gap > DATES_DIFFER;
}

/** Which class counts where packs list one name differently; a listed name counts before one made by rule. */
const STRENGTH = { full: 2, title: 1, short: 0 } as const;

function stronger(a: Reading, b: Reading): Reading {
  const listed = Number((a.flags & GENERATED) === 0) - Number((b.flags & GENERATED) === 0);
  const difference = Number(b.small) - Number(a.small) || STRENGTH[a.nameClass] - STRENGTH[b.nameClass] || listed;
  return difference >= 0 ? a : b;
}
