/** What the background asks its hidden page, which Chromium needs for what a worker cannot do. */
import type { Infer } from "./schema";

/**
 * Background → hidden page: make a file of all highlights, and of what the reader has chosen, which is JSON: the page
 * cannot read it. @returns its address, and how many highlights are in it
 */
export const backupFile = { name: "hidden:backup-file", request: { fields: { settings: "string" } }, answer: { fields: { url: "string", count: "index" } } } as const;
export type BackupFile = Infer<typeof backupFile.answer>;
