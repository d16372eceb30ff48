/**
 * Spots the entries of open packs in the text of a page. The same packs and the same text give the same mentions.
 */
import { PackError } from "../packs/binary";
import type { Sense } from "../packs/model";
import type { OpenPack } from "../packs/open";
import { readCandidates } from "./candidates";
import { DICTIONARY_SECTION, openSection } from "./compile";
import { type NameCorrection, withCorrections } from "./corrections";
import type { Dictionary } from "./dictionary";
import type { Facts } from "./facts";
import { fromKey, keyOf, keyOfRef, Memory } from "./memory";
import { PageWords } from "./page-words";
import { type Mention, resolve } from "./resolve";
import { senseAt } from "./senses";
import { TwinFacts } from "./twin-facts";
import { Twins } from "./twins";

export type { Mention } from "./resolve";

/** An entry of a pack, as messages name it: `packId/entryId`. */
export type Ref = string;

/** Open packs, ready to be looked for. */
export interface Spotter {
  readonly packs: readonly OpenPack[];
  readonly dictionaries: readonly Dictionary[];
  readonly facts: readonly Facts[];
  readonly twins: Twins;
  /** Senses of the entries that were named so far, by `keyOf`: capitals are on every page, and decoding takes its time. */
  readonly senses: Map<number, readonly Sense[]>;
  /** Refs of the entries that were named so far, by `keyOf`. */
  readonly refs: Map<number, Ref>;
}

/**
 * Opens packs for spotting: wraps their dictionaries, decodes nothing. Entries of several packs that are of the same
 * person or thing (twins.ts) are spotted as one: that of the first pack, with what all of them know.
 * @throws PackError where a pack was compiled without a dictionary, by another version, or is damaged
 */
export function openSpotter(packs: readonly OpenPack[]): Spotter {
  const sections = packs.map((pack) => {
    const section = pack.section(DICTIONARY_SECTION);
    if (!section) throw new PackError(`The pack "${pack.info.id}" has no dictionary. Compile it anew.`);
    const opened = openSection(section);
    if (opened.facts.count !== pack.entryCount) {
      throw new PackError(`This pack is damaged: its dictionary is of ${opened.facts.count} entries, not ${pack.entryCount}.`);
    }
    return opened;
  });
  const dictionaries = sections.map(({ dictionary }) => dictionary);
  const twins = new Twins(packs, dictionaries);
  const own = sections.map(({ facts }) => facts);
  return {
    packs,
    dictionaries,
    facts: packs.length > 1 ? own.map((_, pack) => new TwinFacts(own, pack, twins)) : own,
    twins,
    senses: new Map(),
    refs: new Map(),
  };
}

export interface Page {
  /** In reading order. No name reaches from one block into the next. */
  blocks: readonly string[];
  /** Language that the page says it is in (BCP 47). */
  lang?: string;
  /** Entries named in full before these blocks, the latest last. Those of packs that are not open are passed over. */
  seen?: readonly Ref[];
  /** What the reader has put right, the latest last. */
  corrections?: readonly NameCorrection[];
}

/** Entries that are handed on as seen, at most: the oldest have long ceased to explain anything. */
const MOST_SEEN = 400;

/**
 * Spots names on a page, or in a further part of one.
 * @returns mentions in reading order, not overlapping; and what to pass as `seen` with the next part
 */
export function spot(spotter: Spotter, page: Page): { mentions: Mention[]; seen: Ref[] } {
  const { blocks, corrections = [] } = page;
  const read = readCandidates(spotter, blocks, page.lang ?? "");
  const candidates = corrections.length > 0 ? withCorrections(read, blocks, corrections, spotter) : read;
  const memory = new Memory(spotter.facts, spotter.packs.length > 1 ? spotter.twins : null);
  const seen = page.seen ?? [];
  seen.forEach((ref, index) => {
    const key = keyOfRef(spotter.packs, ref);
    if (key >= 0) memory.name(spotter.twins.first(key), index - seen.length);
  });
  const known = { facts: spotter.facts, memory, words: new PageWords(page.blocks) };
  const mentions = withoutOverlaps(resolve(candidates, known));
  for (const mention of mentions) {
    mention.members = spotter.twins.members(keyOf(mention.pack, mention.entry));
    mention.sense = senseOf(spotter, page.blocks, mention);
  }
  return { mentions, seen: memory.inOrder().slice(-MOST_SEEN).map((key) => refOf(spotter, key)) };
}

function senseOf({ packs, senses: known }: Spotter, blocks: readonly string[], { block, start, end, pack, entry }: Mention): number | null {
  const key = keyOf(pack, entry);
  let senses = known.get(key);
  if (!senses) known.set(key, (senses = packs[pack]!.sensesOf(entry)));
  return senses.length > 0 ? senseAt(blocks[block]!, start, end, senses) : null;
}

function refOf({ packs, refs }: Spotter, key: number): Ref {
  let ref = refs.get(key);
  if (ref === undefined) {
    const { pack, entry } = fromKey(key);
    refs.set(key, (ref = `${packs[pack]!.info.id}/${packs[pack]!.idOf(entry)}`));
  }
  return ref;
}

/** Initials and given names may reach back into another mention: the later one wins, being longer. */
function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    while (kept.length > 0 && kept.at(-1)!.block === mention.block && kept.at(-1)!.end > mention.start) kept.pop();
    kept.push(mention);
  }
  return kept;
}
