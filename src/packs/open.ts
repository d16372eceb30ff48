/**
 * Opens a compiled pack. Opening looks at the header and the section table and wraps the rest: nothing is decoded
 * before it is asked for, so that a background worker that was killed is back at once. Whether the bytes are whole is
 * the business of `verifyPack`, once, when a pack is installed.
 */
import type { Source } from "../citing/csl";
import * as layout from "./binary";
import { PackError, SECTIONS } from "./binary";
import {
  KINDS, NAME_CLASSES, type Entry, type Kind, type Name, type NameClass, type PackInfo, type Quote, type Sense,
} from "./model";
import { Table } from "./table";

export { PackError } from "./binary";

/**
 * A compiled pack, opened. Entries, names and quotes go by their number, from 0; entries are sorted by id.
 * Every method throws a RangeError for a number that does not exist, and a PackError where the file is damaged at the
 * place asked for (which `verifyPack` would have found).
 */
export interface OpenPack {
  readonly info: PackInfo;
  readonly entryCount: number;
  readonly nameCount: number;
  readonly quoteCount: number;
  readonly sourceCount: number;

  idOf(entry: number): string;
  /** Number of the entry with the id, or -1. */
  indexOf(id: string): number;
  kindOf(entry: number): Kind;
  /** First name of the entry: what a card or a list is headed with. Does not decode the entry. */
  title(entry: number): string;
  /** Decodes the entry: a new object at each call. */
  entry(entry: number): Entry;

  /** What else the entry's names stand for; decodes the entry only where there is something. */
  sensesOf(entry: number): readonly Sense[];

  /** Numbers of the entry's names, half-open. They stand in the order of `Entry.names`. */
  namesOf(entry: number): { start: number; end: number };
  name(name: number): Name;
  /** Texts of all names, by their numbers: quicker than one by one. */
  nameTexts(): string[];
  classOfName(name: number): NameClass;
  /** The entry that a name belongs to. */
  entryOfName(name: number): number;

  quote(quote: number): Quote;
  /** Numbers of the quotes that the entry speaks, is addressed in or is spoken about in, in the order of the pack. */
  quotesOf(entry: number): number[];

  /** The source with the citation key, or null. */
  source(id: string): Source | null;
  /** A source by its number, sorted by citation key. */
  sourceAt(index: number): Source;

  /** The bytes of a section, as a view on the pack's own buffer that starts at a multiple of four; or null. */
  section(name: string): Uint8Array | null;
}

/**
 * Opens a compiled pack.
 * @param bytes the whole file; it is kept and must not be changed
 * @throws PackError where the file is no pack, ends too early, was made by a later version or is damaged in its frame
 */
export function openPack(bytes: ArrayBuffer): OpenPack {
  return new Opened(readSections(bytes));
}

type Sections = ReadonlyMap<string, Uint8Array>;

/** Checks the frame of the file and finds its sections. */
function readSections(buffer: ArrayBuffer): Sections {
  const bytes = new Uint8Array(buffer);
  if (bytes.length === 0) throw new PackError("This file is empty.");
  const start = bytes.subarray(0, layout.MAGIC.length);
  if (!start.every((byte, index) => byte === layout.MAGIC[index])) {
    throw new PackError("This file is not a Backstory pack.");
  }
  if (bytes.length < layout.SECTION_TABLE_AT) {
    throw new PackError(`This pack is cut short: the file ends after ${bytes.length} bytes, within its header.`);
  }

  const view = new DataView(buffer);
  const version = view.getUint32(layout.VERSION_AT, true);
  if (version === 0) throw new PackError("This pack is damaged: its header does not hold together.");
  if (version > layout.FORMAT_VERSION) {
    throw new PackError(
      `This pack is of format ${version}, and this Backstory reads up to format ${layout.FORMAT_VERSION}. ` +
        "A newer Backstory will open it.",
    );
  }

  const length = view.getUint32(layout.LENGTH_AT, true);
  if (bytes.length < length) {
    throw new PackError(
      `This pack is cut short: the file ends after ${count(bytes.length)} of ${count(length)} bytes.`,
    );
  }
  if (bytes.length > length) {
    throw new PackError(`This pack is damaged: ${count(bytes.length - length)} bytes follow its end.`);
  }
  return readSectionTable(buffer, view);
}

function readSectionTable(buffer: ArrayBuffer, view: DataView): Sections {
  const damaged = () => new PackError("This pack is damaged: its table of contents does not hold together.");
  const number = view.getUint32(layout.SECTION_COUNT_AT, true);
  const dataStart = layout.SECTION_TABLE_AT + number * layout.SECTION_ROW;
  if (dataStart > buffer.byteLength) throw damaged();

  const sections = new Map<string, Uint8Array>();
  for (let row = layout.SECTION_TABLE_AT; row < dataStart; row += layout.SECTION_ROW) {
    const padded = new Uint8Array(buffer, row, layout.SECTION_NAME_LENGTH);
    const end = padded.indexOf(0);
    const name = String.fromCharCode(...(end < 0 ? padded : padded.subarray(0, end)));
    const offset = view.getUint32(row + layout.SECTION_NAME_LENGTH, true);
    const length = view.getUint32(row + layout.SECTION_NAME_LENGTH + 4, true);
    const inside = offset >= dataStart && offset % 4 === 0 && offset + length <= buffer.byteLength;
    if (!inside || name === "" || sections.has(name)) throw damaged();
    sections.set(name, new Uint8Array(buffer, offset, length));
  }
  return sections;
}

/** "48200" as "48,200". */
function count(bytes: number): string {
  return bytes.toLocaleString("en-GB");
}

/** Index of the last of the first `count` ascending numbers that is not above `most`; 0 where none is. */
function lastUpTo(numbers: Uint32Array, count: number, most: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (numbers[middle]! <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

class Opened implements OpenPack {
  readonly info: PackInfo;
  readonly #sections: Sections;
  readonly #kinds: Uint8Array;
  readonly #ids: Table;
  readonly #entries: Table;
  readonly #senses: Uint32Array;
  readonly #firstNames: Uint32Array;
  readonly #names: Table;
  readonly #nameMarks: Uint16Array;
  readonly #languages: Table;
  readonly #firstQuotes: Uint32Array;
  readonly #quoteRows: Uint32Array;
  readonly #quotes: Table;
  readonly #sourceIds: Table;
  readonly #sources: Table;

  constructor(sections: Sections) {
    this.#sections = sections;
    this.#kinds = this.#need(SECTIONS.kinds);
    this.#ids = new Table(this.#need(SECTIONS.ids), "ids");
    this.#entries = new Table(this.#need(SECTIONS.entries), "entries");
    this.#senses = sections.has(SECTIONS.senses) ? this.#numbers(SECTIONS.senses) : new Uint32Array();
    this.#firstNames = this.#numbers(SECTIONS.firstNames);
    this.#names = new Table(this.#need(SECTIONS.names), "names");
    const marks = this.#need(SECTIONS.nameMarks);
    this.#nameMarks = new Uint16Array(marks.buffer, marks.byteOffset, marks.byteLength >>> 1);
    this.#languages = new Table(this.#need(SECTIONS.languages), "languages");
    this.#firstQuotes = this.#numbers(SECTIONS.firstQuotes);
    this.#quoteRows = this.#numbers(SECTIONS.quoteRows);
    this.#quotes = new Table(this.#need(SECTIONS.quotes), "quotes");
    this.#sourceIds = new Table(this.#need(SECTIONS.sourceIds), "citation keys");
    this.#sources = new Table(this.#need(SECTIONS.sources), "sources");
    this.#requireMatchingCounts();
    this.info = this.#readInfo();
  }

  get entryCount(): number {
    return this.#entries.count;
  }

  get nameCount(): number {
    return this.#names.count;
  }

  get quoteCount(): number {
    return this.#quotes.count;
  }

  get sourceCount(): number {
    return this.#sources.count;
  }

  idOf(entry: number): string {
    return this.#ids.text(entry);
  }

  indexOf(id: string): number {
    return this.#ids.find(id);
  }

  kindOf(entry: number): Kind {
    this.#requireEntry(entry);
    return KINDS[this.#kinds[entry]!] ?? this.#damaged("kinds");
  }

  title(entry: number): string {
    return this.#names.text(this.namesOf(entry).start);
  }

  sensesOf(entry: number): readonly Sense[] {
    this.#requireEntry(entry);
    const at = lastUpTo(this.#senses, this.#senses.length, entry);
    return this.#senses[at] === entry ? (this.entry(entry).standsFor ?? this.#damaged("senses")) : [];
  }

  entry(entry: number): Entry {
    return this.#entries.json(entry) as Entry;
  }

  namesOf(entry: number): { start: number; end: number } {
    this.#requireEntry(entry);
    const start = this.#firstNames[entry]!;
    const end = this.#firstNames[entry + 1]!;
    if (start >= end || end > this.nameCount) this.#damaged("names");
    return { start, end };
  }

  name(name: number): Name {
    const text = this.#names.text(name);
    const mark = this.#nameMarks[name]!;
    const lang = mark >>> layout.NAME_CLASS_BITS;
    if (lang >= this.#languages.count) this.#damaged("names");
    return { text, lang: this.#languages.text(lang), class: this.classOfName(name) };
  }

  nameTexts(): string[] {
    return this.#names.all();
  }

  classOfName(name: number): NameClass {
    return NAME_CLASSES[this.#nameMarks[name]! & ((1 << layout.NAME_CLASS_BITS) - 1)] ?? this.#damaged("names");
  }

  entryOfName(name: number): number {
    if (!Number.isInteger(name) || name < 0 || name >= this.nameCount) {
      throw new RangeError(`There is no number ${name} among ${this.nameCount} names.`);
    }
    return lastUpTo(this.#firstNames, this.entryCount, name);
  }

  quote(quote: number): Quote {
    return this.#quotes.json(quote) as Quote;
  }

  quotesOf(entry: number): number[] {
    this.#requireEntry(entry);
    const start = this.#firstQuotes[entry]!;
    const end = this.#firstQuotes[entry + 1]!;
    if (start > end || end > this.#quoteRows.length) this.#damaged("quotes");
    const quotes = Array.from(this.#quoteRows.subarray(start, end));
    if (quotes.some((quote) => quote >= this.quoteCount)) this.#damaged("quotes");
    return quotes;
  }

  source(id: string): Source | null {
    const index = this.#sourceIds.find(id);
    return index < 0 ? null : this.sourceAt(index);
  }

  sourceAt(index: number): Source {
    return this.#sources.json(index) as Source;
  }

  section(name: string): Uint8Array | null {
    return this.#sections.get(name) ?? null;
  }

  #need(name: string): Uint8Array {
    const section = this.#sections.get(name);
    if (!section) throw new PackError(`This pack is damaged: its part "${name}" is missing.`);
    return section;
  }

  #numbers(name: string): Uint32Array {
    const section = this.#need(name);
    return new Uint32Array(section.buffer, section.byteOffset, section.byteLength >>> 2);
  }

  #requireMatchingCounts(): void {
    const entries = this.#entries.count;
    const matching =
      this.#ids.count === entries &&
      this.#kinds.length === entries &&
      this.#firstNames.length === entries + 1 &&
      this.#firstQuotes.length === entries + 1 &&
      this.#nameMarks.length === this.#names.count &&
      this.#sourceIds.count === this.#sources.count;
    if (!matching) this.#damaged("entries");
  }

  #readInfo(): PackInfo {
    try {
      const info: unknown = JSON.parse(new TextDecoder().decode(this.#need(SECTIONS.info)));
      if (typeof info === "object" && info !== null) return info as PackInfo;
    } catch {
      // Said below.
    }
    return this.#damaged("facts about itself");
  }

  #requireEntry(entry: number): void {
    if (!Number.isInteger(entry) || entry < 0 || entry >= this.entryCount) {
      throw new RangeError(`There is no number ${entry} among ${this.entryCount} entries.`);
    }
  }

  #damaged(what: string): never {
    throw new PackError(`This pack is damaged: its list of ${what} does not hold together.`);
  }
}
