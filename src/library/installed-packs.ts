/**
 * The packs that Backstory has to hand: those in the box, and those that the reader added from a file.
 * A pack that cannot be opened is reported and left out; the others work.
 */
import { type OpenPack, openPack } from "../packs/open";
import { openSpotter, type Spotter } from "../spotting/spot";
import { openStore, type StoredPack } from "./store";

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

/** A pack that could be opened, and how long its file is, in bytes. */
export interface InstalledPack {
  pack: OpenPack;
  size: number;
}

export interface OpenedPacks {
  installed: InstalledPack[];
  packs: OpenPack[];
  spotter: Spotter;
  faults: PackFault[];
}

/** Where packs come from: the box, and what the reader has switched off there and among their own. */
export interface PackSources {
  shipped: readonly ShippedPack[];
  /** Reads a file of the extension. */
  read(path: string): Promise<ArrayBuffer>;
  /** Ids of packs that are not to be opened. */
  off(): Promise<readonly string[]>;
}

/**
 * Opens everything that is installed and wanted. A reader's pack takes the place of a shipped one with the same id.
 * @param isWanted Whether a pack is opened at all: its bytes are not read otherwise.
 */
export async function openInstalled({ shipped, read }: PackSources, isWanted: (id: string) => boolean): Promise<OpenedPacks> {
  const opened = new Map<string, InstalledPack>();
  const faults: PackFault[] = [];
  const tryOpen = async (id: string, load: () => Promise<ArrayBuffer>) => {
    try {
      const bytes = await load();
      const pack = openPack(bytes);
      openSpotter([pack]);
      opened.set(id, { pack, size: bytes.byteLength });
    } catch (error) {
      faults.push({ id, error: error instanceof Error ? error.message : String(error) });
    }
  };
  for (const { id, path } of shipped) if (isWanted(id)) await tryOpen(id, () => read(path));
  for (const { id, bytes } of await storedPacks(isWanted, faults)) await tryOpen(id, async () => bytes);
  const installed = [...opened.values()];
  const packs = installed.map(({ pack }) => pack);
  return { installed, packs, spotter: openSpotter(packs), faults };
}

/** The reader's packs; none, and a fault, where the browser does not let us keep any (some private windows). */
async function storedPacks(isWanted: (id: string) => boolean, faults: PackFault[]): Promise<StoredPack[]> {
  try {
    const store = await openStore();
    const ids = (await store.getAllKeys("packs")).filter(isWanted);
    const stored = await Promise.all(ids.map((id) => store.get("packs", id)));
    store.close();
    return stored.filter((each) => each !== undefined);
  } catch (error) {
    faults.push({ id: "", error: `The browser does not open Backstory's storage: ${String(error)}` });
    return [];
  }
}
