/**
 * Which packs the reader has switched off. Not one of the settings that every page reads (settings.ts): only the
 * background asks, and code in pages is limited in bytes.
 */
import type { Area, SharedArea } from "./storage";
import { changeList, loadList } from "./stored";

export const OFF_PACKS_KEY = "offPacks";

/** Ids of the packs that are switched off; none where the storage holds something else. */
export function loadOffPacks(area: Pick<Area, "get">): Promise<string[]> {
  return loadList(area, OFF_PACKS_KEY, "string");
}

/** Switches a pack on or off; one that is removed and added again is on. */
export function switchPack(area: SharedArea, id: string, on: boolean): Promise<void> {
  const others = (before: readonly string[]) => before.filter((each) => each !== id);
  return area.alone(() => changeList(area, OFF_PACKS_KEY, "string", (before) => (on ? others(before) : [...others(before), id])));
}
