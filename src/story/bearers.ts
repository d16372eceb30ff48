/** What the reader chooses from who says that a card is wrong: other entries of the name, and who they are. */
import type { Bearer, bearers } from "../messages/contract";
import type { Infer } from "../messages/schema";
import { bearersOf } from "../spotting/bearers";
import { keyOf, keyOfRef } from "../spotting/memory";
import type { Spotter } from "../spotting/spot";
import { plain } from "./plain";

/** More would be no list to choose from: a pack of that many has one surname for all of its people. */
const MOST = 100;

/** Other entries of any open pack that bear the name: those on the page first, the one named last before the others. */
export function otherBearers(spotter: Spotter, { ref, paragraph, start, end, story }: Infer<typeof bearers.request>): Bearer[] {
  const { packs, twins } = spotter;
  const firstOf = (each: string) => {
    const key = keyOfRef(packs, each);
    return key < 0 ? key : twins.first(key);
  };
  const own = firstOf(ref);
  const onPage = new Map(story.map((each, place) => [firstOf(each), place + 1]));
  return bearersOf(spotter, paragraph, start, end)
    .map((member) => ({ ...member, key: keyOf(member.pack, member.entry) }))
    .filter(({ key }) => key !== own)
    .sort((a, b) => (onPage.get(b.key) ?? 0) - (onPage.get(a.key) ?? 0))
    .slice(0, MOST)
    .map(({ pack: number, entry }) => {
      const pack = packs[number]!;
      return { ref: `${pack.info.id}/${pack.idOf(entry)}`, name: pack.title(entry), kind: pack.kindOf(entry), who: plain(pack.entry(entry).about[0] ?? []).trim() };
    });
}
