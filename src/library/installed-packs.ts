/**
 * The packs that Backstory has to hand: those in the box, and those that the reader added from a file.
 * A pack that cannot be opened is reported and left out; the others work.
 */
import { type OpenPack, openPack } from "../packs/open";
import { openSpotter, type Spotter } from "../spotting/spot";
import { openStore } from "./store";

/** A pack in the box: its id and where in the extension its file lies. */
export interface ShippedPack {
  id: string;
  path: string;
}

/** What is wrong with a pack, in words for the reader. */
export interface PackFault {
  id: string;
  error: string;
}

export interface OpenedPacks {
  packs: OpenPack[];
  spotter: Spotter;
  faults: PackFault[];
}

/**
 * Opens everything that is installed. A reader's pack takes the place of a shipped one with the same id.
 * @param read Reads a file of the extension.
 */
export async function openInstalled(
  shipped: readonly ShippedPack[],
  read: (path: string) => Promise<ArrayBuffer>,
): Promise<OpenedPacks> {
  const packs = new Map<string, OpenPack>();
  const faults: PackFault[] = [];
  const tryOpen = async (id: string, bytes: () => Promise<ArrayBuffer>) => {
    try {
      const pack = openPack(await bytes());
      openSpotter([pack]);
      packs.set(id, pack);
    } catch (error) {
      faults.push({ id, error: error instanceof Error ? error.message : String(error) });
    }
  };
  for (const { id, path } of shipped) await tryOpen(id, () => read(path));
  for (const { id, bytes } of await storedPacks(faults)) await tryOpen(id, async () => bytes);
  const list = [...packs.values()];
  return { packs: list, spotter: openSpotter(list), faults };
}

/** The reader's packs; none, and a fault, where the browser does not let us keep any (some private windows). */
async function storedPacks(faults: PackFault[]) {
  try {
    const store = await openStore();
    const stored = await store.getAll("packs");
    store.close();
    return stored;
  } catch (error) {
    faults.push({ id: "", error: `The browser does not open Backstory's storage: ${String(error)}` });
    return [];
  }
}
