/** What the reader has put right: cards that were wrong, and names that they know and want no more of. */
import { WRONGS } from "../messages/about-corrections";
import { fault, type Infer } from "../messages/schema";
import type { Area, SharedArea } from "./storage";

export { WRONGS };

export const CORRECTIONS_KEY = "corrections";
export const KNOWN_KEY = "knownEntries";

export const Correction = {
  fields: {
    id: "string",
    /** The name as it stood on the page. */
    text: "string",
    wrong: { oneOf: WRONGS },
    /** The entry whose card it was. */
    ref: "string",
    /** The entry that is meant, where `wrong` is "other"; else empty. */
    to: "string",
    /** Key of the article (highlights/address `articleKeys`) that it holds on; empty where it holds everywhere. */
    article: "string",
    /** ISO 8601, in UTC. */
    made: "string",
  },
} as const;
export type Correction = Infer<typeof Correction>;

/** Corrections from whatever the storage held; those of the wrong shape are left out. */
export function parseCorrections(stored: unknown): Correction[] {
  return Array.isArray(stored) ? stored.filter((each): each is Correction => !fault(Correction, each)) : [];
}

export async function loadCorrections(area: Pick<Area, "get">): Promise<Correction[]> {
  return parseCorrections((await area.get(CORRECTIONS_KEY))[CORRECTIONS_KEY]);
}

/** Refs of the entries that the reader has marked as known; none where the storage holds something else. */
export async function loadKnown(area: Pick<Area, "get">): Promise<string[]> {
  const stored = (await area.get(KNOWN_KEY))[KNOWN_KEY];
  return fault({ list: "string" }, stored) ? [] : (stored as string[]);
}

/** Stores all corrections. */
export async function saveCorrections(area: Pick<Area, "set">, corrections: readonly Correction[]): Promise<void> {
  await area.set({ [CORRECTIONS_KEY]: corrections });
}

/** Changes the refs of the entries that are known, as they are by then. */
export function changeKnown(area: SharedArea, change: (before: readonly string[]) => string[]): Promise<void> {
  return area.alone(async () => area.set({ [KNOWN_KEY]: change(await loadKnown(area)) }));
}

/** Changes the corrections, as they are by then. */
export function changeCorrections(area: SharedArea, change: (before: readonly Correction[]) => Correction[]): Promise<void> {
  return area.alone(async () => saveCorrections(area, change(await loadCorrections(area))));
}

/** Marks an entry as known, or no longer. */
export function setKnown(area: SharedArea, ref: string, known: boolean): Promise<void> {
  const others = (before: readonly string[]) => before.filter((each) => each !== ref);
  return changeKnown(area, (before) => (known ? [...others(before), ref] : others(before)));
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
