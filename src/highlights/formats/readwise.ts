/**
 * Readwise's CSV: what it exports (Highlight, Book Title, Book Author, Amazon Book ID, Note, Color, Tags, Location Type,
 * Location, Highlighted at, Document tags) and what it imports (Highlight, Title, Author, URL, Note, Location, Date).
 */
import { COLOURS, type Colour, type Highlight, type PageFacts } from "../../messages/highlight";
import { articleKeys } from "../address";
import { BOOK } from "../cite";
import { idFrom } from "../ids";
import { checkHighlight, isPageAddress } from "./check";
import { columnName, columnsOf, readList, readTable, type TableRow } from "./csv-table";
import type { ImportFormat } from "./format";
import type { Place, Report } from "./problems";

const TITLES = ["title", "booktitle", "documenttitle"];
const AUTHORS = ["author", "bookauthor", "documentauthor"];
const ADDRESSES = ["url", "sourceurl", "documenturl"];
const DATES = ["date", "highlightedat"];

/** Columns whose cells have a field of ours. The others are kept as they are. */
const KNOWN = new Set(["highlight", "note", "tags", "site", "published", "language", "backstory", ...TITLES, ...AUTHORS, ...ADDRESSES, ...DATES]);

export const readReadwise: ImportFormat = {
  id: "readwise",
  title: "format_readwise",
  recognises: ({ json, text }) => {
    const columns = json === undefined ? columnsOf(text) : [];
    return columns.includes("highlight") && TITLES.some((title) => columns.includes(title));
  },
  read: ({ text, now }, report) => {
    const ids = new Ids();
    return readTable(text, report).flatMap((row, index) => readwiseRow(row, { record: index + 1, line: row.line }, now, report, ids));
  },
};

/** Gives records ids by what they are known by. */
export class Ids {
  readonly #seen = new Map<string, string[]>();

  /**
   * @param known what stays as it is when the record is edited and exported anew
   * @param all all of it: a record that is there twice is one, records that differ are two
   * @returns nothing for a record that was there before
   */
  next(known: readonly string[], all: string): string | undefined {
    const key = JSON.stringify(known);
    const before = this.#seen.get(key) ?? [];
    if (before.includes(all)) return undefined;
    this.#seen.set(key, [...before, all]);
    return before.length === 0 ? idFrom(...known) : idFrom(...known, String(before.length + 1));
  }
}

/** One of our colours, by its name in English; none for others. */
export function colourOf(name: string): Colour | undefined {
  return COLOURS.find((colour) => colour === name.trim().toLowerCase());
}

/** A row as a highlight; none where something is wrong with it, which is reported. */
export function readwiseRow(row: TableRow, place: Place, now: string, report: Report, ids: Ids): Highlight[] {
  const text = row.cell("highlight");
  if (text.trim() === "") {
    report.add({ ...place, field: "Highlight" }, "import_fault_missing", "Highlight");
    return [];
  }
  const date = oneOf(row, DATES);
  const created = date === "" ? now : instantIn(date);
  if (created === undefined) {
    report.add({ ...place, field: "Date" }, "import_fault_date", date);
    return [];
  }
  const page = pageOf(row);
  const known = ["readwise", page.keys[0]!, text, row.cell("location"), date];
  const id = ids.next(known, JSON.stringify(row.cells));
  if (id === undefined) return [];
  const highlight: Highlight = {
    id,
    kind: "passage",
    text,
    page,
    colour: colourOf(row.cell("color")) ?? "yellow",
    note: row.cell("note"),
    tags: [...new Set(readList(row.cell("tags")))],
    mentions: [],
    created,
    modified: created,
    ...(page.url !== "" && { anchor: { exact: text, prefix: "", suffix: "" } }),
    ...foreignOf(row),
  };
  return checkHighlight(highlight, place, report) ? [highlight] : [];
}

function pageOf(row: TableRow): PageFacts {
  const title = oneOf(row, TITLES).trim();
  const author = oneOf(row, AUTHORS).replace(/\s+/g, " ").trim();
  const url = oneOf(row, ADDRESSES).trim();
  const keys = isPageAddress(url) && url !== "" ? articleKeys(url) : [bookKey(title, author)];
  return { keys, url, title, site: row.cell("site"), author, published: row.cell("published"), lang: row.cell("language") };
}

/** What a book is known by: it has no address. */
export function bookKey(title: string, author: string): string {
  return `${BOOK}${title}|${author}`;
}

function oneOf(row: TableRow, columns: readonly string[]): string {
  return columns.map((column) => row.cell(column)).find((cell) => cell.trim() !== "") ?? "";
}

/** "2021-03-05 04:12:33+00:00", with or without seconds, fractions and zone: without one it is UTC. */
function instantIn(date: string): string | undefined {
  const parts = /^\s*(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d(?::\d\d)?)(\.\d+)?\s*(Z|UTC|[+-]\d\d:?\d\d)?)?\s*$/i.exec(date);
  if (!parts) return undefined;
  const [, day, time = "00:00", fraction = "", zone = "Z"] = parts;
  const seconds = time.length === 5 ? `${time}:00` : time;
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...):?/, "$1:") : "Z";
  const moment = new Date(`${day}T${seconds}${fraction.slice(0, 4)}${offset}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** Cells that we have no field for, under the names of their columns. */
function foreignOf(row: TableRow): { foreign?: string } {
  const ours = colourOf(row.cell("color")) !== undefined;
  const isKnown = (column: string) => KNOWN.has(column) || (column === "color" && ours);
  const kept = Object.entries(row.cells).filter(([name, cell]) => cell !== "" && !isKnown(columnName(name)) && name !== "__proto__");
  return kept.length > 0 ? { foreign: JSON.stringify({ readwise: Object.fromEntries(kept) }) } : {};
}
