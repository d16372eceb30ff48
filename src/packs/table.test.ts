import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checksum, PackError } from "./binary";
import { Table, writeTable } from "./table";

test("gives back the texts, one at a time and all at once", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constant("\ufeffx"))), (texts) => {
      const table = new Table(writeTable(texts), "texts");
      expect(Array.from({ length: table.count }, (_, index) => table.text(index))).toEqual(texts);
      expect(table.all()).toEqual(texts);
      expect(() => table.text(texts.length)).toThrow(RangeError);
    }),
  );
});

test("finds sorted texts, and nothing else", () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[abc]{0,4}$/));
  fc.assert(
    fc.property(words, fc.stringMatching(/^[abc]{0,4}$/), (texts, wanted) => {
      const sorted = texts.sort();
      expect(new Table(writeTable(sorted), "texts").find(wanted)).toBe(sorted.indexOf(wanted));
    }),
  );
});

test("says so where its offsets lead nowhere", () => {
  const offsets = (bytes: Uint8Array) => new Uint32Array(bytes.buffer, 0, 4);
  const [beyond, back, many] = [writeTable(["a", "b"]), writeTable(["a", "b"]), writeTable(["a", "b"])];
  offsets(beyond)[3] = 99;
  offsets(back)[2] = 9;
  offsets(many)[0] = 9;
  expect(() => new Table(beyond, "texts").text(1)).toThrow(PackError);
  expect(() => new Table(back, "texts").text(1)).toThrow(PackError);
  expect(() => new Table(beyond, "texts").all()).toThrow(PackError);
  expect(() => new Table(back, "texts").all()).toThrow(PackError);
  expect(() => new Table(many, "texts")).toThrow("its list of texts does not hold together");
  expect(() => new Table(writeTable(["{"]), "texts").json(0)).toThrow(PackError);
});

test("the checksum is CRC-32 of all bytes but its own four", () => {
  const bytes = Uint8Array.from({ length: 40 }, (_, index) => index);
  // Python: zlib.crc32(bytes([*range(16), *range(20, 40)]))
  expect(checksum(bytes)).toBe(0xeb68084);
});
