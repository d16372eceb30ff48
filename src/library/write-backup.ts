/** Writes a backup into the download folder, from the background. */
import browser from "webextension-polyfill";
import { ask } from "../messages/ask";
import { type BackupFile, backupFile } from "../messages/to-hidden-page";
import { loadPortable, portableValue } from "../settings/portable";
import { makeBackupFile } from "./backup-file";

/** Chromium's own interface, which other browsers lack: a page that nobody sees. */
interface Offscreen {
  hasDocument(): Promise<boolean>;
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

const HIDDEN_PAGE = "hidden.html";

/** @returns how many highlights were written. @throws Error with what the browser said */
export async function writeBackup(file: string): Promise<number> {
  const settings = JSON.stringify(portableValue(await loadPortable(browser.storage.local)));
  const { offscreen } = (globalThis as { chrome?: { offscreen?: Offscreen } }).chrome ?? {};
  // A worker has no addresses for blobs, and as an address of its own a file of some size is refused.
  if (typeof URL.createObjectURL === "function" || !offscreen) {
    const made = await makeBackupFile({ settings });
    return download(file, made).finally(() => URL.revokeObjectURL(made.url));
  }
  // One that is left over from a background that was stopped would hold an old file.
  if (await offscreen.hasDocument()) await offscreen.closeDocument();
  await offscreen.createDocument({ url: HIDDEN_PAGE, reasons: ["BLOBS"], justification: "Writes the backup that the reader asked for." });
  try {
    return await download(file, await ask((envelope) => browser.runtime.sendMessage(envelope), backupFile, { settings }));
  } finally {
    await offscreen.closeDocument();
  }
}

async function download(filename: string, { url, count }: BackupFile): Promise<number> {
  const id = await browser.downloads.download({ url, filename, conflictAction: "overwrite", saveAs: false });
  await ended(id);
  return count;
}

/** @throws Error where a download does not come to its end */
function ended(id: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = async () => {
      const [item] = await browser.downloads.search({ id });
      if (item?.state === "in_progress") return;
      browser.downloads.onChanged.removeListener(heard);
      if (item?.state === "complete") resolve();
      else reject(new Error(item?.error ?? "The download is gone"));
    };
    const heard = (delta: { id: number }) => {
      if (delta.id === id) look().catch(reject);
    };
    browser.downloads.onChanged.addListener(heard);
    // It may have ended before anybody listened.
    look().catch(reject);
  });
}
