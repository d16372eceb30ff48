/** The file of a backup. Made where there is `URL.createObjectURL`: in Firefox' background, in a hidden page in Chromium. */
import { writeBackstory } from "../highlights/formats/backstory";
import type { BackupFile } from "../messages/to-hidden-page";
import { COLOURS, type Colour, type Highlight } from "../messages/highlight";
import { readHighlights } from "./read-highlights";
import { openStore } from "./store";

/**
 * All highlights in our own format, with what the reader has chosen, as JSON. The address is good as long as this page
 * lives, or until it is given back.
 */
export async function makeBackupFile({ settings }: { settings: string }): Promise<BackupFile> {
  const store = await openStore();
  try {
    const rows: Highlight[] = [];
    for await (const batch of readHighlights(store)) rows.push(...batch);
    // Our own format names colours as we do, and speaks no language.
    const colourNames = Object.fromEntries(COLOURS.map((colour) => [colour, colour])) as Record<Colour, string>;
    const blob = new Blob([writeBackstory.write(rows, { colourNames, locale: "en", t: (key) => key, settings: JSON.parse(settings) })], { type: writeBackstory.mime });
    return { url: URL.createObjectURL(blob), count: rows.length };
  } finally {
    store.close();
  }
}
