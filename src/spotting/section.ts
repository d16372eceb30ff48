/**
 * Several tables of numbers in one run of bytes, so that reading them is wrapping them:
 *
 * ```
 * 0   version       u32
 * 4   table count   u32
 * 8   lengths       u32 a table, bytes
 * …   tables        each from a multiple of four on
 * ```
 *
 * Little endian, as every machine that a browser runs on has it.
 */
import { aligned, PackError } from "../packs/binary";

type Numbers = Uint8Array | Int16Array | Uint16Array | Uint32Array | Int32Array;

/** Writes tables one after another. The same tables make the same bytes. */
export function writeTables(version: number, tables: readonly Numbers[]): Uint8Array {
  const head = Uint32Array.of(version, tables.length, ...tables.map((table) => table.byteLength));
  const length = tables.reduce((sum, table) => sum + aligned(table.byteLength), head.byteLength);
  const bytes = new Uint8Array(length);
  bytes.set(new Uint8Array(head.buffer));
  let at = head.byteLength;
  for (const table of tables) {
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), at);
    at += aligned(table.byteLength);
  }
  return bytes;
}

/**
 * The tables that `writeTables` wrote, as views on the given bytes; they must start at a multiple of four of their
 * buffer.
 * @throws PackError where the bytes are of another version or do not hold what they say they hold
 */
export function readTables(version: number, count: number, bytes: Uint8Array, what: string): Uint8Array[] {
  const damaged = () => new PackError(`This pack is damaged: its ${what} does not hold together.`);
  if (bytes.byteLength < 8) throw damaged();
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
  if (head[0] !== version) {
    throw new PackError(`This pack's ${what} was made by another version of Backstory. Compile the pack anew.`);
  }
  if (head[1] !== count || head.length < 2 + count) throw damaged();
  const tables: Uint8Array[] = [];
  let at = (2 + count) * 4;
  for (let table = 0; table < count; table++) {
    const length = head[2 + table]!;
    if (at + length > bytes.byteLength) throw damaged();
    tables.push(bytes.subarray(at, at + length));
    at += aligned(length);
  }
  return tables;
}

/** A table of 32-bit numbers. */
export function asUint32(table: Uint8Array): Uint32Array {
  return new Uint32Array(table.buffer, table.byteOffset, table.byteLength >>> 2);
}

export function asInt32(table: Uint8Array): Int32Array {
  return new Int32Array(table.buffer, table.byteOffset, table.byteLength >>> 2);
}

export function asInt16(table: Uint8Array): Int16Array {
  return new Int16Array(table.buffer, table.byteOffset, table.byteLength >>> 1);
}

export function asUint16(table: Uint8Array): Uint16Array {
  return new Uint16Array(table.buffer, table.byteOffset, table.byteLength >>> 1);
}
