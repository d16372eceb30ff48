/** Going from one mention of an entry to the next. */
import { type PageStory, PLACE_STRIDE } from "../../messages/follow";

/** The blocks in which each of the cast is named, in reading order, in the order of `cast`. */
export function placesOf({ cast, mentions }: Pick<PageStory, "cast" | "mentions">): number[][] {
  const places: number[][] = cast.map(() => []);
  for (let at = 0; at < mentions.length; at += PLACE_STRIDE) places[mentions[at]!]?.push(mentions[at + 1]!);
  return places;
}

/**
 * The mention to go to.
 * @param blocks in which the entry is named, in reading order; one at least
 * @param at the mention that was gone to last, or `null`: then it is the nearest to where the reader is
 * @param reading the block that is being read, or `null`
 * @returns index into `blocks`; past an end, the other one
 */
export function stepFrom(blocks: readonly number[], at: number | null, reading: number | null, direction: 1 | -1): number {
  const count = blocks.length;
  if (at !== null && at < count) return (at + direction + count) % count;
  if (reading === null) return direction > 0 ? 0 : count - 1;
  if (direction > 0) return Math.max(0, blocks.findIndex((block) => block >= reading));
  const before = blocks.findLastIndex((block) => block < reading);
  return before < 0 ? count - 1 : before;
}
