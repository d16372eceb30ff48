/** Whether the browser promises to keep what we store, and how much it lets us have. Asked from pages: Chromium's worker may not. */

export interface Persistence {
  /** Kept until the reader removes it, however full the disk gets; null where the browser does not say. */
  persisted: boolean | null;
  /** Bytes that are taken and bytes that there are, as the browser estimates them; null where it does not say. */
  usage: number | null;
  quota: number | null;
}

export async function readPersistence(): Promise<Persistence> {
  const { storage } = navigator as { storage?: StorageManager };
  const persisted = await answered(storage?.persisted?.());
  const estimate = await answered(storage?.estimate?.());
  return { persisted, usage: estimate?.usage ?? null, quota: estimate?.quota ?? null };
}

/** Asks the browser for that promise. Some ask the reader in turn, so: when the reader has just asked for it. */
export async function askForPersistence(): Promise<Persistence> {
  await answered((navigator as { storage?: StorageManager }).storage?.persist?.());
  return readPersistence();
}

/** Null where there is nobody to ask, or the answer is no answer (private windows). */
async function answered<T>(question: Promise<T> | undefined): Promise<T | null> {
  return (await question?.catch(() => null)) ?? null;
}
