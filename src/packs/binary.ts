/**
 * How a compiled pack is laid out in bytes; what compiling and opening share.
 *
 * ```
 * 0   magic              8 bytes
 * 8   format version     u32
 * 12  length of the file u32, bytes
 * 16  checksum           u32, CRC-32 of all bytes but these four
 * 20  number of sections u32
 * 24  section table      one row a section: name (16 bytes, ASCII, padded with zeros), offset u32, length u32
 * …   sections           in the order of the table, each from a multiple of four on
 * ```
 *
 * All numbers are little endian, as every machine that a browser runs on has them, so that a section of numbers is
 * read through a typed array over the file itself. Offsets count bytes from the start of the file.
 */

/**
 * First bytes of every compiled pack. The byte above 0x7f and the line ends, as in PNG, show a file that was sent as
 * text and mended on the way.
 */
export const MAGIC = Uint8Array.of(0x89, 0x42, 0x53, 0x50, 0x4b, 0x0d, 0x0a, 0x1a); // ‰BSPK␍␊␚

/**
 * Raised whenever a reader of the previous version would misread the file. Version 2 knows the kind `other` and senses;
 * files of version 1 hold neither and are read as they are.
 */
export const FORMAT_VERSION = 2;

export const VERSION_AT = 8;
export const LENGTH_AT = 12;
export const CHECKSUM_AT = 16;
export const SECTION_COUNT_AT = 20;
export const SECTION_TABLE_AT = 24;

export const SECTION_NAME_LENGTH = 16;
/** Bytes of one row of the section table. */
export const SECTION_ROW = SECTION_NAME_LENGTH + 8;

/** Sections that every pack has, save `senses`. Others belong to whoever added them. */
export const SECTIONS = {
  /** `PackInfo` as JSON. */
  info: "info",
  /** u8 an entry: index into `KINDS`. */
  kinds: "entry-kinds",
  /** Table of ids, sorted by code units: the place of an id is the number of its entry. */
  ids: "entry-ids",
  /** Table of entries, each as JSON. */
  entries: "entries",
  /** u32 an entry whose names stand for something else besides: its number, ascending. Missing where there is none. */
  senses: "entry-senses",
  /** u32 an entry and one more: the first of its names; the last number is the count of names. */
  firstNames: "entry-names",
  /** Table of the texts of names, in the order of entries. */
  names: "names",
  /** u16 a name: class (index into `NAME_CLASSES`) in the low two bits, index into `languages` above. */
  nameMarks: "name-marks",
  /** Table of BCP 47 tags. */
  languages: "name-languages",
  /** u32 an entry and one more: the first of its rows in `quoteRows`; the last number is the count of rows. */
  firstQuotes: "entry-quotes",
  /** u32 a row: number of a quote that an entry speaks, hears or is spoken about in. */
  quoteRows: "quote-rows",
  /** Table of quotes, each as JSON. */
  quotes: "quotes",
  /** Table of citation keys, sorted by code units. */
  sourceIds: "source-ids",
  /** Table of sources, each as JSON, in the order of `sourceIds`. */
  sources: "sources",
} as const;

/** How far the class of a name reaches in its mark. */
export const NAME_CLASS_BITS = 2;

/** Something is wrong with a compiled pack. The message is meant for the reader who installs it. */
export class PackError extends Error {
  override name = "PackError";
}

/** CRC-32 as in PNG and gzip (reflected polynomial 0xEDB88320): every damaged byte changes it. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Checksum of a compiled pack: CRC-32 of all its bytes but the four that hold the checksum. */
export function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  const feed = (from: number, to: number) => {
    for (let at = from; at < to; at++) crc = CRC_TABLE[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  };
  feed(0, CHECKSUM_AT);
  feed(CHECKSUM_AT + 4, bytes.length);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The next multiple of four. */
export function aligned(offset: number): number {
  return Math.ceil(offset / 4) * 4;
}
