/** The open packs as the side panel asks them about the entries on a page, and those entries. */
import type { CastMember, Link } from "../messages/contract";
import type { Entry } from "../packs/model";
import type { OpenPack } from "../packs/open";
import type { NameInText } from "./runs";
import type { Language } from "./sentences";

/** An entry of an open pack, by their numbers. */
export interface Place {
  pack: number;
  entry: number;
}

/** What is asked of the packs. */
export interface Sources extends Language {
  packs: readonly OpenPack[];
  /** The entry in all packs that have it, in the order of packs; none where no open pack has it. */
  membersOf(ref: string): readonly Place[];
  /** Finds the names in texts of the packs. */
  findNames(texts: string[]): NameInText[];
}

/** The same, with answers that are kept: one question asks for the same entries again and again. */
export interface Corpus extends Sources {
  /** An entry by its name, as its first pack has it; `undefined` where no open pack has it. */
  linkOf(ref: string): Link | undefined;
  entryOf(place: Place): Entry;
}

export function corpusOver(sources: Sources): Corpus {
  const { packs } = sources;
  const membersOf = kept((ref: string) => sources.membersOf(ref));
  const entries = packs.map((pack) => kept((entry: number) => pack.entry(entry)));
  return {
    ...sources,
    membersOf,
    entryOf: ({ pack, entry }) => entries[pack]!(entry),
    linkOf: kept((ref) => {
      const first = membersOf(ref)[0];
      if (!first) return undefined;
      const pack = packs[first.pack]!;
      return { ref: refOf({ packs }, first), name: pack.title(first.entry), kind: pack.kindOf(first.entry) };
    }),
  };
}

function kept<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key)!;
  };
}

/** An entry on the page. */
export interface Cast {
  /** As its first pack has it: one ref, whichever pack speaks. */
  link: Link;
  /** Above 0, at most 1. */
  weight: number;
  /** What each pack that has it says. */
  told: readonly { pack: OpenPack; index: number; entry: Entry }[];
}

export function refOf({ packs }: Pick<Sources, "packs">, { pack, entry }: Place): string {
  return `${packs[pack]!.info.id}/${packs[pack]!.idOf(entry)}`;
}

/** Those on the page that open packs have, the weightiest first; no more than `most`. */
export function castOf(corpus: Corpus, asked: readonly CastMember[], most: number): Cast[] {
  const weights = new Map<string, number>();
  const links = new Map<string, Link>();
  for (const { ref, weight } of asked) {
    const link = corpus.linkOf(ref);
    if (!link) continue;
    links.set(link.ref, link);
    weights.set(link.ref, (weights.get(link.ref) ?? 0) + Math.max(1, weight));
  }
  const weightiest = [...links.values()].sort((a, b) => weights.get(b.ref)! - weights.get(a.ref)!).slice(0, most);
  const top = weights.get(weightiest[0]?.ref ?? "") ?? 1;
  return weightiest.map((link) => ({
    link,
    // Who is named four times as often is twice as telling.
    weight: Math.sqrt(weights.get(link.ref)! / top),
    told: corpus.membersOf(link.ref).map((place) => ({ pack: corpus.packs[place.pack]!, index: place.entry, entry: corpus.entryOf(place) })),
  }));
}

/**
 * What each is called for short: persons by the first of their short names in the language of their heading, where
 * nobody else of the cast is called so; everybody else by their name.
 */
export function shortNames(cast: readonly Cast[]): ReadonlyMap<string, string> {
  const short = ({ told: [first], link }: Cast): string => {
    const names = first!.entry.names;
    const found = link.kind === "person" ? names.find((name) => name.class === "short" && name.lang === names[0]!.lang) : undefined;
    return found?.text ?? link.name;
  };
  const names = cast.map((each) => ({ each, name: short(each) }));
  const shared = (name: string) => names.filter((other) => other.name === name).length > 1;
  return new Map(names.map(({ each, name }) => [each.link.ref, shared(name) ? each.link.name : name]));
}
