import type { OpenPack } from "../packs/open";
import type { Member } from "../spotting/twins";

/** The entry of a ref (`packId/entryId`) by its numbers, or `null` where no open pack has it. */
export function find(packs: readonly OpenPack[], ref: string): Member | null {
  const slash = ref.indexOf("/");
  const pack = packs.findIndex((each) => each.info.id === ref.slice(0, slash));
  const entry = packs[pack]?.indexOf(ref.slice(slash + 1)) ?? -1;
  return entry >= 0 ? { pack, entry } : null;
}
