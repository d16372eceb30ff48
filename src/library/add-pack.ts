/** Adding and removing packs of the reader's own. */
import { openPack, type OpenPack } from "../packs/open";
import { verifyPack } from "../packs/verify";
import { openSpotter } from "../spotting/spot";
import { openStore } from "./store";

/**
 * Checks a compiled pack as a whole and keeps it. A pack with the same id is replaced; nothing changes on an error.
 * @throws PackError where the bytes are no pack, cut short, damaged, or of a later version.
 */
export async function addPack(bytes: ArrayBuffer): Promise<OpenPack> {
  verifyPack(bytes);
  const pack = openPack(bytes);
  openSpotter([pack]);
  const store = await openStore();
  try {
    await store.put("packs", { id: pack.info.id, bytes });
  } finally {
    store.close();
  }
  return pack;
}

/** Removes a pack that the reader added. One that is not there is no error. */
export async function removePack(id: string): Promise<void> {
  const store = await openStore();
  try {
    await store.delete("packs", id);
  } finally {
    store.close();
  }
}
