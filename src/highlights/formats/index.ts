/** The formats in which highlights are written and read. */
import type { Highlight } from "../../messages/highlight";
import { readBackstory, writeBackstory } from "./backstory";
import { bibtexFormat } from "./bibtex";
import { cslJsonFormat } from "./csl-json";
import { readCsv, writeCsv } from "./csv";
import type { ExportFormat, ImportFile, ImportFormat } from "./format";
import { writeHtml } from "./html";
import { readHypothesis } from "./hypothesis";
import { looksLikeJson, parseJson } from "./json";
import { readKindle } from "./kindle";
import { writeMarkdown } from "./markdown";
import { refuse, Report } from "./problems";
import { readReadwise } from "./readwise";
import { risFormat } from "./ris";
import { readW3c } from "./w3c-read";
import { writeW3c } from "./w3c-write";

export type { ExportFormat, WriteOptions } from "./format";
export { ImportError, type ImportProblem } from "./problems";

/** In the order in which they are offered: first those that lose nothing. */
export const EXPORTS: readonly ExportFormat[] = [
  writeBackstory,
  writeW3c,
  writeMarkdown,
  writeHtml,
  writeCsv,
  bibtexFormat,
  risFormat,
  cslJsonFormat,
];

/** In the order in which they are asked: those that say who wrote them first. */
const IMPORTS: readonly ImportFormat[] = [readBackstory, readW3c, readHypothesis, readCsv, readReadwise, readKindle];

/** Keys of the names of the formats that are read. */
export const IMPORT_TITLES: readonly string[] = IMPORTS.map(({ title }) => title);

/** Can what is written in a format be read again? Then it is a copy to go back to, and not one for other purposes alone. */
export function isRestorable({ id }: ExportFormat): boolean {
  return IMPORTS.some((each) => each.id === id);
}

export interface Imported {
  /** Id and key of the name of the format that the file is in. */
  format: string;
  title: string;
  /** In the order of the file. */
  records: Highlight[];
  /** How many records were left out because they are no highlights, but bookmarks, or a part of another of the same file. */
  skipped: number;
  /** What the file says of what the reader has chosen, unchecked (settings/portable); `undefined` where it says nothing. */
  settings: unknown;
}

/**
 * Reads a file, whose format is recognised by its content.
 * @param name Of the file, as the reader's disk has it
 * @param text See `decodeText`
 * @param now ISO instant, for records that give no date: `planImport`, told the same, takes them for older than anything
 * @throws ImportError with every problem and where it is; nothing of such a file is used
 */
export function readImport(name: string, text: string, now: string): Imported {
  if (!text.trim()) return refuse({}, "import_fault_empty");
  const file: ImportFile = { name, text, json: looksLikeJson(text) ? parseJson(text) : undefined, now };
  const format = IMPORTS.find((each) => each.recognises(file));
  if (!format) return refuse({}, "import_fault_unknown");
  const report = new Report();
  const records = format.read(file, report);
  report.end();
  return { format: format.id, title: format.title, records, skipped: report.skipped, settings: format.settings?.(file) };
}
