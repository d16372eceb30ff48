/** Compiles a pack into one file. binary.ts says how that file is laid out. */
import * as layout from "./binary";
import { aligned, checksum, SECTIONS } from "./binary";
import { KINDS, NAME_CLASSES, type Name, type Pack, type Quote, type Voice } from "./model";
import { writeTable } from "./table";
import { compareTexts } from "./texts";

/**
 * Compiles a pack that was read without errors. The same pack and sections give the same bytes.
 * @param sections further sections by name (up to 16 characters of ASCII), which are carried along untouched
 * @throws RangeError where entries or sources are not sorted by id, a name of a section cannot be written or is taken,
 *   or the file would be longer than four gigabytes
 */
export function compilePack(pack: Pack, sections: Readonly<Record<string, Uint8Array>>): Uint8Array {
  requireSorted(pack.entries, "entries");
  requireSorted(pack.sources, "sources");
  const own = [...ownSections(pack), ...sensesSection(pack)];
  const extra = Object.entries(sections).sort(([a], [b]) => compareTexts(a, b));
  for (const [name] of extra) {
    if (own.some(([taken]) => taken === name)) throw new RangeError(`A section "${name}" exists already.`);
    if (!/^[\x21-\x7e]{1,16}$/.test(name)) throw new RangeError(`"${name}" cannot name a section.`);
  }
  return writeFile([...own, ...extra]);
}

type Section = [name: string, bytes: Uint8Array];

function ownSections({ info, entries, quotes, sources }: Pack): Section[] {
  const names = entries.flatMap((entry) => entry.names);
  const languages = [...new Set(names.map((name) => name.lang))].sort(compareTexts);
  const quotesOf = quotesByEntry(new Map(entries.map((entry, number) => [entry.id, number])), quotes);
  return [
    [SECTIONS.info, new TextEncoder().encode(JSON.stringify(info))],
    [SECTIONS.kinds, Uint8Array.from(entries, (entry) => KINDS.indexOf(entry.kind))],
    [SECTIONS.ids, writeTable(entries.map((entry) => entry.id))],
    [SECTIONS.entries, writeTable(entries.map((entry) => JSON.stringify(entry)))],
    [SECTIONS.firstNames, bytesOf(starts(entries.map((entry) => entry.names)))],
    [SECTIONS.names, writeTable(names.map((name) => name.text))],
    [SECTIONS.nameMarks, bytesOf(Uint16Array.from(names, (name) => markOf(name, languages)))],
    [SECTIONS.languages, writeTable(languages)],
    [SECTIONS.firstQuotes, bytesOf(starts(quotesOf))],
    [SECTIONS.quoteRows, bytesOf(Uint32Array.from(quotesOf.flat()))],
    [SECTIONS.quotes, writeTable(quotes.map((quote) => JSON.stringify(quote)))],
    [SECTIONS.sourceIds, writeTable(sources.map((source) => source.id))],
    [SECTIONS.sources, writeTable(sources.map((source) => JSON.stringify(source)))],
  ];
}

function sensesSection({ entries }: Pack): Section[] {
  const numbers = entries.flatMap((entry, number) => (entry.standsFor ? number : []));
  return numbers.length > 0 ? [[SECTIONS.senses, bytesOf(Uint32Array.from(numbers))]] : [];
}

function markOf(name: Name, languages: readonly string[]): number {
  return (languages.indexOf(name.lang) << layout.NAME_CLASS_BITS) | NAME_CLASSES.indexOf(name.class);
}

/** Where each of the lists starts when they are laid one after another, and where the last one ends. */
function starts(lists: readonly (readonly unknown[])[]): Uint32Array {
  const numbers = new Uint32Array(lists.length + 1);
  lists.forEach((list, index) => (numbers[index + 1] = numbers[index]! + list.length));
  return numbers;
}

/** For each entry the numbers of the quotes that it speaks, is addressed in or is spoken about in, ascending. */
function quotesByEntry(ids: ReadonlyMap<string, number>, quotes: readonly Quote[]): number[][] {
  const lists: number[][] = Array.from({ length: ids.size }, () => []);
  quotes.forEach((quote, number) => {
    const entryOf = (voice: Voice) => ("entry" in voice ? [voice.entry] : []);
    const touched = new Set([...entryOf(quote.speaker), ...quote.to.flatMap(entryOf), ...quote.about]);
    for (const id of touched) {
      const entry = ids.get(id);
      if (entry !== undefined) lists[entry]!.push(number);
    }
  });
  return lists;
}

function writeFile(sections: readonly Section[]): Uint8Array {
  const tableEnd = layout.SECTION_TABLE_AT + sections.length * layout.SECTION_ROW;
  let end = aligned(tableEnd);
  const offsets = sections.map(([, bytes]) => {
    const offset = end;
    end = aligned(offset + bytes.length);
    return offset;
  });
  if (end > 0xffff_ffff) throw new RangeError("A pack cannot be longer than four gigabytes.");

  const file = new Uint8Array(end);
  const view = new DataView(file.buffer);
  file.set(layout.MAGIC);
  view.setUint32(layout.VERSION_AT, layout.FORMAT_VERSION, true);
  view.setUint32(layout.LENGTH_AT, end, true);
  view.setUint32(layout.SECTION_COUNT_AT, sections.length, true);
  sections.forEach(([name, bytes], index) => {
    const row = layout.SECTION_TABLE_AT + index * layout.SECTION_ROW;
    file.set(new TextEncoder().encode(name), row);
    view.setUint32(row + layout.SECTION_NAME_LENGTH, offsets[index]!, true);
    view.setUint32(row + layout.SECTION_NAME_LENGTH + 4, bytes.length, true);
    file.set(bytes, offsets[index]!);
  });
  view.setUint32(layout.CHECKSUM_AT, checksum(file), true);
  return file;
}

function bytesOf(numbers: Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function requireSorted(items: readonly { id: string }[], what: string): void {
  const sorted = items.every((item, index) => index === 0 || compareTexts(items[index - 1]!.id, item.id) < 0);
  if (!sorted) throw new RangeError(`The ${what} of a pack have to be sorted by id, each id once.`);
}
