/** What a format is: how one that is written and one that is read are registered (index.ts). */
import type { Highlight } from "../../messages/highlight";
import type { Report } from "./problems";

/** Keys of public/_locales that stand in exported files. */
export type ExportText = "export_title" | "export_untitled" | "export_open" | "export_orphan" | "export_changed" | "export_note";

/** What a format's writer may need to know beside the highlights. */
export interface WriteOptions {
  /** Of the reader's texts: BCP 47. */
  locale: string;
  /** Texts in the reader's language, with `$1` … filled in: a `Translate` of src/i18n. */
  t(key: ExportText, ...values: string[]): string;
  /** What the reader calls each colour. */
  colourNames: Readonly<Record<Highlight["colour"], string>>;
  /** What the reader has chosen, as JSON can hold it (settings/portable), for the format that has room for it. */
  settings?: unknown;
}

export interface ExportFormat {
  id: string;
  /** Key of its name in public/_locales. */
  title: string;
  /** Of the file, without the dot. */
  extension: string;
  mime: string;
  /** The same highlights, in whatever order, make the same text. */
  write(rows: readonly Highlight[], options: WriteOptions): string;
}

/** A file that is being read. */
export interface ImportFile {
  /** As the reader's disk has it; never what a format is recognised by. */
  name: string;
  /** Without a byte order mark. */
  text: string;
  /** What `text` says, where it is JSON. */
  json: unknown;
  /** The hour of the import, as `Highlight.created` has one: that of records which give none. */
  now: string;
}

export interface ImportFormat {
  id: string;
  /** Key of its name in public/_locales. */
  title: string;
  /** Does the content look like this format's? Called in the order of `IMPORTS`; the first that says so reads the file. */
  recognises(file: ImportFile): boolean;
  /**
   * The highlights of a file, in its order. What is wrong goes into the report, and reading goes on.
   * A record's id must come out the same each time that the file is read (`idFrom`).
   */
  read(file: ImportFile, report: Report): Highlight[];
  /** What the file says of what the reader has chosen, unchecked; `undefined` where it says nothing. */
  settings?(file: ImportFile): unknown;
}

/** The day of an ISO instant, in UTC: "Nov 22, 2026". */
export function dayInWords(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(instant));
}
