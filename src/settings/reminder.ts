/** Whether the reader is to be reminded that there is no recent copy of their highlights. */
import type { BackupState } from "./backup";

const DAY_MS = 86_400_000;

export interface Reminder {
  /** Whole days since the last copy was made; null where there never was one. */
  days: number | null;
}

/** Those of the reader's settings that it depends on (highlights.ts). */
interface ReminderSettings {
  remindAfterDays: number;
  lastExport: string;
  remindedAt: string;
}

/** When the first and the last of the highlights were made: ISO 8601 in UTC. */
export interface Span {
  first: string;
  last: string;
}

/**
 * @param span null where there are no highlights
 * @returns null where there is nothing to be said: a copy is recent enough, or has everything, or the reader does not want to be told
 */
export function reminderOf(settings: ReminderSettings, backup: Pick<BackupState, "at">, span: Span | null, now: Date): Reminder | null {
  const { remindAfterDays, lastExport, remindedAt } = settings;
  if (remindAfterDays === 0 || !span) return null;
  const copied = latest(lastExport, backup.at);
  if (copied && span.last <= copied) return null;
  if (daysBetween(latest(copied || span.first, remindedAt), now) < remindAfterDays) return null;
  return { days: copied ? Math.floor(daysBetween(copied, now)) : null };
}

function latest(a: string, b: string): string {
  return a > b ? a : b;
}

function daysBetween(instant: string, now: Date): number {
  return (now.getTime() - Date.parse(instant)) / DAY_MS;
}
