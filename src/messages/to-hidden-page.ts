/** What the background asks its hidden page, which Chromium needs for what a worker cannot do. */
import type { Infer } from "./schema";

/** Background → hidden page: make a file of all highlights. @returns its address, and how many are in it */
export const backupFile = { name: "hidden:backup-file", request: { fields: {} }, answer: { fields: { url: "string", count: "index" } } } as const;
export type BackupFile = Infer<typeof backupFile.answer>;
