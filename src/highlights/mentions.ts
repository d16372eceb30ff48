/** Which of the entries that were spotted in a text are named within a passage of it. */
import { MENTION_STRIDE, type SpotAnswer } from "../messages/from-page";
import type { Link } from "../messages/link";

/** A place in blocks of text: [block, UTF-16 offset in it]. */
export type Place = readonly [block: number, offset: number];

/**
 * The entries that are named between two places, half-open: those that are named most often first, and of these the
 * one that is named first. A name that only reaches into the passage does not count.
 */
export function mentionsWithin({ entries, mentions }: Pick<SpotAnswer, "entries" | "mentions">, from: Place, to: Place): Link[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < mentions.length; at += MENTION_STRIDE) {
    const [block, start, end, entry] = mentions.slice(at, at + MENTION_STRIDE) as [number, number, number, number];
    if (!isBefore([block, start], from) && !isBefore(to, [block, end])) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  // Sorting is stable: entries of the same count stay in the order of the text.
  return [...counts].sort(([, a], [, b]) => b - a).map(([entry]) => entries[entry]!);
}

function isBefore([block, offset]: Place, [otherBlock, otherOffset]: Place): boolean {
  return block < otherBlock || (block === otherBlock && offset < otherOffset);
}
