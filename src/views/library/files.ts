/** Files that are read and written by the library page. */
import { type ExportFormat, EXPORTS, ImportError, readImport, type WriteOptions } from "../../highlights/formats/index";
import { localDay } from "../../highlights/day";
import { decodeText } from "../../highlights/formats/decode";
import { type ImportPlan, planImport } from "../../highlights/import-plan";
import type { Highlight } from "../../messages/highlight";
import { type ReadPortable, readPortable } from "../../settings/portable";
import { downloadText } from "../download";
import type { LibraryActions } from "./actions";

/** What the files that a reader chose would do. */
export interface Read {
  plan: ImportPlan;
  /** Keys of the names of the formats that they are in. */
  titles: string[];
  /** Are there formats among them that have no room for the names in a highlight? Then these are looked for. */
  findNames: boolean;
  /** Records that are no highlights. */
  skipped: number;
  /** What the files say of what the reader has chosen, of several files the last; null where none says anything. */
  settings: ReadPortable | null;
}

/** A file that cannot be imported, and why. */
export interface Refused {
  name: string;
  error: ImportError;
}

/**
 * Reads files as one. Where one of them cannot be used, none is.
 * @param now the moment of the import
 * @throws Error where the disk does not give a file, or the store does not open
 */
export async function readFiles(files: readonly File[], actions: Pick<LibraryActions, "all" | "bin">, now: Date): Promise<Read | Refused[]> {
  const at = now.toISOString();
  const refused: Refused[] = [];
  const records: Highlight[] = [];
  const titles = new Set<string>();
  let findNames = false;
  let skipped = 0;
  let settings: ReadPortable | null = null;
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    try {
      const read = readImport(file.name, decodeText(bytes), at);
      for (const record of read.records) records.push(record);
      titles.add(read.title);
      findNames ||= !EXPORTS.some(({ id }) => id === read.format);
      skipped += read.skipped;
      if (read.settings !== undefined) settings = readPortable(read.settings);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      refused.push({ name: file.name, error });
    }
  }
  if (refused.length > 0) return refused;
  const [rows, bin] = await Promise.all([actions.all(), actions.bin()]);
  return { plan: planImport(records, { rows, bin: bin.map(({ highlight }) => highlight) }, at), titles: [...titles], findNames, skipped, settings };
}

/** "backstory-2026-11-22.json": named after the day in the reader's own calendar. */
export function fileName({ extension }: Pick<ExportFormat, "extension">, now: Date): string {
  return `backstory-${localDay(now)}.${extension}`;
}

/** Has the browser put a text into the reader's download folder, or ask where. */
export function download(name: string, format: ExportFormat, rows: readonly Highlight[], options: WriteOptions): void {
  downloadText(name, format.mime, format.write(rows, options));
}
