import type { OpenPack } from "../packs/open";
import { fromKey, keyOfRef } from "../spotting/memory";
import type { Member } from "../spotting/twins";

/** The entry of a ref (`packId/entryId`) by its numbers, or `null` where no open pack has it. */
export function find(packs: readonly OpenPack[], ref: string): Member | null {
  const key = keyOfRef(packs, ref);
  return key < 0 ? null : fromKey(key);
}
