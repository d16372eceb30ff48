/** A backup a day, if the reader wants one: all highlights, in our own format, in a file of the download folder. */
import { localDay } from "../highlights/day";
import { loadBackupState, storeBackupState } from "../settings/backup";
import { HIGHLIGHTS_CHANGED_KEY, loadHighlightSettings } from "../settings/highlights";
import type { Area } from "../settings/storage";

export interface BackupSources {
  area: Area;
  now(): Date;
  /** Whether the reader still lets us write files. */
  isAllowed(): Promise<boolean>;
  /** Writes all highlights into a file below the download folder; one of the same name is replaced. @returns how many */
  write(file: string): Promise<number>;
}

/**
 * @returns writes a backup where the reader wants one, none was written today, and something has changed since the last.
 * A failure is remembered, for the reader to see, and the next call tries again. One is written at a time.
 */
export function dailyBackup(sources: BackupSources): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= backUpIfDue(sources).finally(() => (running = null)));
}

async function backUpIfDue({ area, now, isAllowed, write }: BackupSources): Promise<void> {
  if (!(await loadHighlightSettings(area)).dailyBackup) return;
  const before = await loadBackupState(area);
  const changed = Number((await area.get(HIGHLIGHTS_CHANGED_KEY))[HIGHLIGHTS_CHANGED_KEY] ?? 0);
  const today = localDay(now());
  const isDone = before.error === "" && (changed === before.changed || (before.at !== "" && localDay(new Date(before.at)) === today));
  if (isDone) return;
  try {
    if (!(await isAllowed())) throw new Error("The permission to download files was taken back");
    const file = `Backstory/backstory-${today}.json`;
    const count = await write(file);
    await storeBackupState(area, { at: now().toISOString(), file, count, changed, error: "" });
  } catch (error) {
    await storeBackupState(area, { ...before, error: error instanceof Error ? error.message : String(error) });
  }
}
