/** What a reminder is decided by, from where it is kept. */
import { loadBackupState } from "../settings/backup";
import { loadHighlightSettings } from "../settings/highlights";
import { type Reminder, reminderOf } from "../settings/reminder";
import type { Area } from "../settings/storage";
import type { Connection } from "./connection";
import { readSpan } from "./read-highlights";

/** @throws DOMException where the store does not open */
export async function readReminder(connection: Connection, area: Area, now: Date): Promise<Reminder | null> {
  const [settings, backup, span] = await Promise.all([loadHighlightSettings(area), loadBackupState(area), connection.use(readSpan)]);
  return reminderOf(settings, backup, span, now);
}
