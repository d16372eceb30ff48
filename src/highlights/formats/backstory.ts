/** Our own format: every field of every highlight, one a line, so that two exports can be compared line by line. */
import { Highlight } from "../../messages/highlight";
import { fault } from "../../messages/schema";
import { compareTexts } from "../../packs/texts";
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

export const writeBackstory: ExportFormat = {
  id: "backstory",
  title: "format_backstory",
  extension: "json",
  mime: "application/json",
  write: (rows) => {
    const lines = inOrder(rows).map((row) => JSON.stringify(row));
    return `{"format":"${FORMAT}","version":${VERSION},"highlights":[\n${lines.join(",\n")}\n]}\n`;
  },
};

export const readBackstory: ImportFormat = {
  id: "backstory",
  title: "format_backstory",
  recognises: ({ json }) => isObject(json) && json.format === FORMAT,
  read: ({ json }, report) => {
    const { version, highlights } = json as Record<string, unknown>;
    if (typeof version === "number" && version > VERSION) return refuse({}, "import_fault_newer");
    if (!Array.isArray(highlights)) return refuse({ field: "highlights" }, "import_fault_no_list");
    return highlights.flatMap((row: unknown, i) => {
      const wrong = fault(Highlight, row, "");
      if (!wrong) return [row as Highlight];
      report.add({ record: i + 1 }, "import_fault_field", wrong);
      return [];
    });
  },
};
