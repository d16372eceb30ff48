/**
 * Which packs the reader has switched off. Not one of the settings that every page reads (settings.ts): only the
 * background asks, and code in pages is limited in bytes.
 */
import { fault } from "../messages/schema";
import type { Area, SharedArea } from "./storage";

export const OFF_PACKS_KEY = "offPacks";

/** Ids of the packs that are switched off; none where the storage holds something else. */
export async function loadOffPacks(area: Pick<Area, "get">): Promise<string[]> {
  const stored = (await area.get(OFF_PACKS_KEY))[OFF_PACKS_KEY];
  return fault({ list: "string" }, stored) ? [] : (stored as string[]);
}

/** Switches a pack on or off; one that is removed and added again is on. */
export function switchPack(area: SharedArea, id: string, on: boolean): Promise<void> {
  return area.alone(async () => {
    const others = (await loadOffPacks(area)).filter((each) => each !== id);
    await area.set({ [OFF_PACKS_KEY]: on ? others : [...others, id] });
  });
}
