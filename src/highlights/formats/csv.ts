/**
 * CSV: a row a highlight, with columns that people and Readwise read, and a last one that keeps what a spreadsheet has no
 * use for. What is edited in the others counts when the file is imported.
 */
import { type Highlight, HIGHLIGHT_KINDS } from "../../messages/highlight";
import { inOrder } from "./backstory";
import { checkHighlight, instantOf } from "./check";
import { columnsOf, readList, readTable, type TableRow, unguarded, writeList, writeTable } from "./csv-table";
import type { ExportFormat, ImportFormat } from "./format";
import { canonicalJson, isObject, parseJson } from "./json";
import type { Report } from "./problems";
import { colourOf, Ids, readwiseRow } from "./readwise";

/** The first eight are those of Readwise's own table for imports, by name and order. */
const COLUMNS: readonly [name: string, cell: (row: Highlight) => string][] = [
  ["Highlight", ({ text }) => text],
  ["Title", ({ page }) => page.title],
  ["Author", ({ page }) => page.author],
  ["URL", ({ page }) => page.url],
  ["Note", ({ note }) => note],
  ["Location", ({ anchor }) => String(anchor?.start ?? "")],
  ["Date", ({ created }) => created],
  ["Tags", ({ tags }) => writeList(tags)],
  ["Color", ({ colour }) => colour],
  ["Site", ({ page }) => page.site],
  ["Published", ({ page }) => page.published],
  ["Language", ({ page }) => page.lang],
  ["Kind", ({ kind }) => kind],
  ["State", ({ found }) => found?.state ?? ""],
  ["Citation", ({ of }) => of?.citation ?? ""],
  ["Backstory", (row) => canonicalJson(restOf(row))],
];

export const writeCsv: ExportFormat = {
  id: "csv",
  title: "format_csv",
  extension: "csv",
  mime: "text/csv",
  write: (rows) => writeTable([COLUMNS.map(([name]) => name), ...inOrder(rows).map((row) => COLUMNS.map(([, cell]) => cell(row)))]),
};

export const readCsv: ImportFormat = {
  id: "csv",
  title: "format_csv",
  recognises: ({ json, text }) => {
    const columns = json === undefined ? columnsOf(text) : [];
    return columns.includes("highlight") && columns.includes("backstory");
  },
  read: ({ text, now }, report) => {
    const ids = new Ids();
    return readTable(text, report).flatMap((row, index) => {
      const bare: TableRow = { ...row, cell: (column) => unguarded(row.cell(column)) };
      const place = { record: index + 1, line: row.line };
      // A row that somebody typed below ours has nothing in the last column.
      if (bare.cell("backstory").trim() === "") return readwiseRow(bare, place, now, report, ids);
      const read = highlightOf(bare, report);
      return read !== undefined && checkHighlight(read, place, report) ? [read] : [];
    });
  },
};

/** What the other columns do not hold. */
function restOf(row: Highlight): object {
  const { keys } = row.page;
  return { ...row, keys, page: undefined, text: undefined, note: undefined, tags: undefined, colour: undefined, kind: undefined, created: undefined };
}

function highlightOf(row: TableRow, report: Report): unknown {
  const rest = parsed(row, report);
  if (!isObject(rest)) return undefined;
  const { id, keys, mentions, modified, anchor, found, of, foreign, ...newer } = rest;
  const date = row.cell("date");
  const kind = row.cell("kind");
  return {
    id,
    kind: HIGHLIGHT_KINDS.find((one) => one === kind) ?? kind,
    text: row.cell("highlight"),
    page: {
      keys,
      url: row.cell("url"),
      title: row.cell("title"),
      site: row.cell("site"),
      author: row.cell("author"),
      published: row.cell("published"),
      lang: row.cell("language"),
    },
    colour: colourOf(row.cell("color")) ?? row.cell("color"),
    note: row.cell("note"),
    tags: [...new Set(readList(row.cell("tags")))],
    mentions,
    created: instantOf(date) ?? date,
    modified,
    ...(anchor !== undefined && { anchor }),
    ...(found !== undefined && { found }),
    ...(of !== undefined && { of }),
    ...(foreign !== undefined && { foreign }),
    ...newer,
  };
}

function parsed(row: TableRow, report: Report): unknown {
  try {
    return parseJson(row.cell("backstory"));
  } catch {
    report.add({ line: row.line, field: "Backstory" }, "import_fault_json");
    return undefined;
  }
}
