/**
 * Our own format: every field of every highlight, one a line, so that two exports can be compared line by line; and, on
 * a line of its own, what the reader has chosen.
 */
import { Highlight } from "../../messages/highlight";
import { known } from "../../messages/schema";
import { compareTexts } from "../../packs/texts";
import { checkHighlight } from "./check";
import type { ExportFormat, ImportFormat } from "./format";
import { isObject } from "./json";
import { refuse } from "./problems";

const FORMAT = "backstory-highlights";
/** Goes up where an older Backstory could not read the file. */
const VERSION = 1;

/** Oldest first; of one moment, by id. */
export function inOrder(rows: readonly Highlight[]): Highlight[] {
  return [...rows].sort((a, b) => compareTexts(a.created, b.created) || compareTexts(a.id, b.id));
}

/** Compared as text: a highlight a line, its fields always in the same order. */
export const writeBackstory: ExportFormat = {
  id: "backstory",
  title: "format_backstory",
  extension: "json",
  mime: "application/json",
  write: (rows, { settings }) => {
    const lines = inOrder(rows).map((row) => JSON.stringify(known(Highlight, row)));
    // A Backstory that knows no such part reads the highlights alone.
    const part = settings === undefined ? "" : `\n"settings":${JSON.stringify(settings)},`;
    return `{"format":"${FORMAT}","version":${VERSION},${part}"highlights":[${lines.map((line) => `\n${line}`).join(",")}\n]}\n`;
  },
};

/** A field that we do not know is refused: it cannot be kept, and losing it without a word would be worse. */
export const readBackstory: ImportFormat = {
  id: "backstory",
  title: "format_backstory",
  recognises: ({ json }) => isObject(json) && json.format === FORMAT,
  settings: ({ json }) => (json as Record<string, unknown>).settings,
  read: ({ json }, report) => {
    const { version, highlights } = json as Record<string, unknown>;
    if (!Number.isSafeInteger(version)) return refuse({ field: "version" }, "import_fault_missing", "version");
    if ((version as number) > VERSION) return refuse({}, "import_fault_newer");
    if (!Array.isArray(highlights)) return refuse({ field: "highlights" }, "import_fault_no_list");
    const records = new Map<string, number>();
    return highlights.flatMap((row: unknown, i) => {
      const record = i + 1;
      if (!checkHighlight(row, record, report)) return [];
      const twin = records.get(row.id);
      if (twin) report.add({ record, field: "id" }, "import_fault_twice", String(twin));
      records.set(row.id, record);
      return [known(Highlight, row)];
    });
  },
};
