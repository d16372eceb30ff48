/** What the reader has put right: cards that were wrong, and names that they know and want no more of. */
import { WRONGS } from "../messages/about-corrections";
import type { Infer } from "../messages/schema";
import type { Area, SharedArea } from "./storage";
import { changeList, loadList } from "./stored";

export { WRONGS };

export const CORRECTIONS_KEY = "corrections";
export const KNOWN_KEY = "knownEntries";

export const Correction = {
  fields: {
    id: "string",
    /** The name as it stood on the page. */
    text: "string",
    wrong: { oneOf: WRONGS },
    /** The entry whose card it was: its ref and those of its twins, one a line. */
    ref: "string",
    /** The entry that is meant, in the same form, where `wrong` is "other"; else empty. */
    to: "string",
    /** Key of the article (highlights/address `articleKeys`) that it holds on; empty where it holds everywhere. */
    article: "string",
    /** ISO 8601, in UTC. */
    made: "string",
  },
} as const;
export type Correction = Infer<typeof Correction>;

/** The corrections that are stored; those of the wrong shape are left out. */
export function loadCorrections(area: Pick<Area, "get">): Promise<Correction[]> {
  return loadList(area, CORRECTIONS_KEY, Correction);
}

/** Changes the corrections, as they are by then. Not to be called by two at once, see `changeCorrections`. */
export function changeCorrectionsNow(area: Area, change: (before: readonly Correction[]) => Correction[]): Promise<void> {
  return changeList(area, CORRECTIONS_KEY, Correction, change);
}

/** Changes the corrections, as they are by then. */
export function changeCorrections(area: SharedArea, change: (before: readonly Correction[]) => Correction[]): Promise<void> {
  return area.alone(() => changeCorrectionsNow(area, change));
}

/**
 * Who is known: of each the refs of an entry and of its twins, one a line, for a pack that has it may be switched off. None
 * where the storage holds something else.
 */
export function loadKnown(area: Pick<Area, "get">): Promise<string[]> {
  return loadList(area, KNOWN_KEY, "string");
}

/** The refs of entries that are kept with those of their twins, one a line. */
export function refsOf(kept: readonly string[]): string[] {
  return kept.flatMap((each) => each.split("\n"));
}

/** Changes who is known, as it is by then. */
export function changeKnown(area: SharedArea, change: (before: readonly string[]) => string[]): Promise<void> {
  return area.alone(() => changeList(area, KNOWN_KEY, "string", change));
}

/** Those who are known but for whoever has one of these refs. */
export function withoutKnown(known: readonly string[], refs: readonly string[]): string[] {
  return known.filter((each) => !refsOf([each]).some((ref) => refs.includes(ref)));
}

/**
 * Those who are known, and more, all in the form of `loadKnown`. Who shares a ref with another is the same, and is known
 * once, by the refs of both, in the place of the first.
 */
export function withKnown(known: readonly string[], more: readonly string[]): string[] {
  const all = new Set<Set<string>>();
  const having = new Map<string, Set<string>>();
  for (const each of [...known, ...more]) {
    const refs = refsOf([each]);
    const [one = new Set<string>(), ...same] = new Set(refs.flatMap((ref) => having.get(ref) ?? []));
    same.forEach((other) => all.delete(other));
    for (const ref of [...same.flatMap((other) => [...other]), ...refs]) having.set(ref, one.add(ref));
    all.add(one);
  }
  return [...all].map((refs) => [...refs].join("\n"));
}

/**
 * The corrections that hold on an article, those made everywhere and those of its address, in the order in which they
 * were made, which is not that of the storage where some were taken back and put in again, or came from a file.
 * @param keys of the article (highlights/address `articleKeys`)
 */
export function correctionsOn(corrections: readonly Correction[], keys: readonly string[]): Correction[] {
  return corrections
    .filter(({ article }) => article === "" || keys.includes(article))
    .sort((a, b) => (a.made < b.made ? -1 : a.made > b.made ? 1 : 0));
}
