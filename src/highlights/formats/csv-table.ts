/** Comma-separated values (RFC 4180) with a line of column names, as spreadsheets read and write them. */
import Papa from "papaparse";
import { refuse, type Report } from "./problems";

/** What spreadsheets take for a formula, at the start of a cell (OWASP, CSV injection); also in full width. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The names of the columns first. Spreadsheets read it as UTF-8 by the mark at its start. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(",")}\r\n`).join("")}`;
}

/** A cell that would be a formula gets an apostrophe before it, as spreadsheets mark text; so does one that has it already. */
function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** What `guarded` was given. */
export function unguarded(cell: string): string {
  return FORMULA.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
  return /[",;\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A list in one cell: "war, China" with quotation marks around what has a comma. */
export function writeList(items: readonly string[]): string {
  return items.map((item) => (item === "" ? '""' : quoted(item))).join(", ");
}

/** What `writeList` was given, or what a person has typed in its manner. */
export function readList(cell: string): string[] {
  const items = cell.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*?))\s*(,|$)/gy);
  const found: string[] = [];
  for (const [, inQuotes, bare = "", comma] of items) {
    if (inQuotes !== undefined) found.push(inQuotes.replaceAll('""', '"'));
    else if (bare !== "") found.push(bare);
    if (comma === "") break;
  }
  return found;
}

export interface TableRow {
  /** Of the file, 1-based: where the row begins. */
  line: number;
  /** Cell of a column; empty where the table has no such column. */
  cell(column: string): string;
  /** Columns that the table has, as it names them, with their cells. */
  cells: Readonly<Record<string, string>>;
}

/** A column's name as it is looked for: "Highlighted at" and "highlighted_at" are one. */
export function columnName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Names of the columns of a table, as `columnName` makes them; of anything else, its first words. */
export function columnsOf(text: string): string[] {
  const [first = []] = parse(text, 1).data;
  return first.map(columnName);
}

/**
 * The rows below the names. Of two columns with one name the first counts.
 * @throws ImportError where a quotation mark is not closed
 */
export function readTable(text: string, report: Report): TableRow[] {
  const { data, errors } = parse(text, 0);
  const [header = [], ...rows] = data;
  const starts = linesOf(data);
  for (const { type, row = 0 } of errors) {
    if (type === "Quotes") return refuse({ line: starts[row] ?? 1 }, "import_fault_cut_off");
  }
  const columns = new Map(header.map((name, at) => [columnName(name), at] as const).toReversed());
  return rows.flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const line = starts[index + 1]!;
    if (cells.length > header.length) report.add({ line }, "import_fault_columns", String(cells.length), String(header.length));
    return [
      {
        line,
        cell: (column) => cells[columns.get(column) ?? -1] ?? "",
        cells: Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""])),
      },
    ];
  });
}

/** Spreadsheets of some countries part cells by semicolons: the mark after the first name says so. */
function parse(text: string, preview: number): Papa.ParseResult<string[]> {
  const delimiter = /^\s*"?[^",;\t\r\n]*"?\s*([,;\t])/.exec(text)?.[1] ?? ",";
  return Papa.parse<string[]>(text, { delimiter, preview });
}

/** The line on which each row begins: cells may have lines of their own. */
function linesOf(rows: readonly (readonly string[])[]): number[] {
  let line = 1;
  return rows.map((cells) => {
    const start = line;
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    return start;
  });
}
