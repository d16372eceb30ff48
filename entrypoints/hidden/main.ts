import browser from "webextension-polyfill";
import { makeBackupFile } from "../../src/library/backup-file";
import { handler, listener } from "../../src/messages/answer";
import { backupFile } from "../../src/messages/to-hidden-page";

browser.runtime.onMessage.addListener(
  listener([handler(backupFile, makeBackupFile)], console.warn) as (message: unknown, sender: browser.Runtime.MessageSender, respond: (reply: unknown) => void) => true,
);
