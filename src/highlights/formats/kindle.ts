/**
 * What a Kindle keeps as `My Clippings.txt`: a clipping is a title with the author in brackets, a line that says what it is,
 * where and when, an empty line, the words, and a line of equals signs. No standard says so, and the second line is in the
 * language of the device: it is read by its form, and by the few words of kindle-words.ts.
 */
import type { Highlight } from "../../messages/highlight";
import type { ImportFormat } from "./format";
import { BOOKMARK, kindleInstant, NOTE } from "./kindle-words";
import type { Report } from "./problems";
import { bookKey, Ids } from "./readwise";

/** Between two clippings. */
const SEPARATOR = /^={8,}\s*$/;
/** How the second line begins. */
const META = /^\s*[-–—•*]\s*\S/;

interface Clipping {
  book: { title: string; author: string };
  kind: "highlight" | "note";
  /** The second line. */
  meta: string;
  /** Kindle's locations, or pages where it has none; both ends belong to it. */
  place: { from: number; to: number } | undefined;
  text: string;
}

export const readKindle: ImportFormat = {
  id: "kindle",
  title: "format_kindle",
  recognises: ({ json, text }) => {
    const [, second = ""] = text.slice(0, 10_000).split(/\r\n|\n|\r/);
    return json === undefined && META.test(second) && /^={8,}\s*$/m.test(text);
  },
  read: ({ text, now }, report) => {
    const ids = new Ids();
    return [...byBook(clippingsOf(text, report)).values()].flatMap((clippings) => highlightsOf(clippings, now, ids, report));
  },
};

function clippingsOf(text: string, report: Report): Clipping[] {
  const found: Clipping[] = [];
  const lines = text.split(/\r\n|\n|\r/);
  let from = 0;
  let record = 0;
  for (const [at, line] of lines.entries()) {
    const last = at === lines.length - 1;
    if (!SEPARATOR.test(line) && !last) continue;
    const clipping = lines.slice(from, SEPARATOR.test(line) ? at : at + 1).map((each) => each.replaceAll("\ufeff", ""));
    const place = { record: record + 1, line: from + 1 };
    from = at + 1;
    if (clipping.every((each) => each.trim() === "")) continue;
    record++;
    if (last && !SEPARATOR.test(line)) report.add(place, "import_fault_cut_off");
    else found.push(...clippingOf(clipping, place, report));
  }
  return found;
}

function clippingOf([title = "", meta = "", ...words]: string[], place: { record: number; line: number }, report: Report): Clipping[] {
  if (!META.test(meta)) {
    report.add({ ...place, line: place.line + 1 }, "import_fault_clipping");
    return [];
  }
  const text = words.join("\n").trim();
  const where = partsOf(meta).slice(0, -1).join(" ") || meta;
  if (BOOKMARK.test(where) || text === "") {
    report.skipped++;
    return [];
  }
  return [{ book: bookOf(title.trim()), kind: NOTE.test(where) ? "note" : "highlight", meta: meta.trim(), place: placeOf(meta), text }];
}

/** "On War (Clausewitz, Carl von)": the last brackets hold the author, and may hold brackets. */
function bookOf(line: string): Clipping["book"] {
  if (!line.endsWith(")")) return { title: line, author: "" };
  let depth = 0;
  for (let at = line.length - 1; at > 0; at--) {
    if (line[at] === ")") depth++;
    if (line[at] === "(" && --depth === 0) return { title: line.slice(0, at).trim(), author: line.slice(at + 1, -1).trim() };
  }
  return { title: line, author: "" };
}

/** Between upright lines: page, location, day. */
function partsOf(meta: string): string[] {
  return meta.split("|").map((part) => part.trim());
}

/** The last numbers before the day: "page 12 | location 170-71" is 170 to 171. */
function placeOf(meta: string): Clipping["place"] {
  const numbers = partsOf(meta).slice(0, -1).flatMap((part) => [...part.matchAll(/(\d+)(?:\s*[-–—]\s*(\d+))?/g)]);
  const [, from, to = from] = numbers.at(-1) ?? [];
  if (from === undefined || to === undefined) return undefined;
  // Old devices leave out the digits that both have.
  const end = to.length < from.length ? from.slice(0, from.length - to.length) + to : to;
  return { from: Number(from), to: Math.max(Number(from), Number(end)) };
}

function byBook(clippings: readonly Clipping[]): Map<string, Clipping[]> {
  const books = new Map<string, Clipping[]>();
  for (const clipping of clippings) {
    const key = bookKey(clipping.book.title, clipping.book.author);
    const known = books.get(key);
    if (known) known.push(clipping);
    else books.set(key, [clipping]);
  }
  return books;
}

/** A book's highlights with their notes; a note that is of no highlight is one without words. */
function highlightsOf(clippings: readonly Clipping[], now: string, ids: Ids, report: Report): Highlight[] {
  const all = clippings.filter(({ kind }) => kind === "highlight");
  const passages = all.filter((clipping, at) => !all.some((other, index) => index !== at && holds(other, clipping, index > at)));
  report.skipped += all.length - passages.length;
  const notes = new Map<Clipping | undefined, Clipping[]>();
  for (const note of clippings.filter(({ kind }) => kind === "note")) {
    const passage = passages.findLast(({ place }) => place && note.place && place.from <= note.place.to && note.place.from <= place.to);
    notes.set(passage, [...(notes.get(passage) ?? []), note]);
  }
  const alone = (notes.get(undefined) ?? []).map((note) => highlightOf({ ...note, text: "" }, [note], now, ids));
  return [...passages.map((passage) => highlightOf(passage, notes.get(passage) ?? [], now, ids)), ...alone].flat();
}

/** Is the passage there once more, in as many words or more? Who draws a highlight anew leaves the old one in the file. */
function holds(longer: Clipping, passage: Clipping, later: boolean): boolean {
  const [a, b] = [longer.place, passage.place];
  const overlap = a && b ? a.from <= b.to && b.from <= a.to : longer.meta === passage.meta;
  return overlap && longer.text.includes(passage.text) && (later || longer.text.length > passage.text.length);
}

function highlightOf({ book, meta, text }: Clipping, notes: readonly Clipping[], now: string, ids: Ids): Highlight[] {
  const key = bookKey(book.title, book.author);
  const note = [...new Set(notes.map((each) => each.text))].join("\n\n");
  const id = ids.next(["kindle", key, text || note], meta);
  if (id === undefined) return [];
  const created = kindleInstant(partsOf(meta).at(-1)!) ?? now;
  const metas = notes.map((each) => each.meta).filter((each) => each !== meta);
  return [
    {
      id,
      kind: "passage",
      text,
      page: { keys: [key], url: "", title: book.title, site: "", author: book.author, published: "", lang: "" },
      colour: "yellow",
      note,
      tags: [],
      mentions: [],
      created,
      modified: created,
      foreign: JSON.stringify({ kindle: { meta, ...(metas.length > 0 && { notes: metas }) } }),
    },
  ];
}
