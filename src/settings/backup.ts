/** What has become of the backup a day: written by the background, shown to the reader. */
import { fault, type Infer } from "../messages/schema";
import type { Area } from "./storage";

export const BACKUP_KEY = "backup";

const BackupState = {
  fields: {
    /** When the last backup was written, ISO 8601 in UTC; empty where none ever was. */
    at: "string",
    /** Its file, below the download folder, and how many highlights are in it. */
    file: "string",
    count: "index",
    /** What `highlightsChanged` was then: nothing is written again before it is another. */
    changed: "number",
    /** What the browser said where a backup that was due could not be written; empty where all is well. */
    error: "string",
  },
} as const;
export type BackupState = Infer<typeof BackupState>;

const NEVER: BackupState = { at: "", file: "", count: 0, changed: 0, error: "" };

export async function loadBackupState(area: Pick<Area, "get">): Promise<BackupState> {
  const stored = (await area.get(BACKUP_KEY))[BACKUP_KEY];
  return fault(BackupState, stored) ? NEVER : (stored as BackupState);
}

export async function storeBackupState(area: Area, state: BackupState): Promise<void> {
  await area.set({ [BACKUP_KEY]: state });
}
