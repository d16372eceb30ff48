import type { CastMember } from "../../messages/contract";
import { PLACE_STRIDE, type PageStory } from "../../messages/follow";

/** Those on the page, with how much of its story each is; where the page does not say, how often it names them. */
export function castRequest({ cast, weights, mentions }: PageStory): CastMember[] {
  const counts = cast.map(() => 0);
  for (let at = 0; at < mentions.length; at += PLACE_STRIDE) counts[mentions[at]!]!++;
  return cast.map(({ ref }, at) => ({ ref, weight: weights?.[at] ?? counts[at]! }));
}
