import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Highlight } from "../../messages/highlight";
import { anyHighlights, highlightOf } from "../testing";
import { inOrder, writeBackstory } from "./backstory";
import { MAX_TEXT } from "./check";
import { faultsOf, OPTIONS } from "./testing";
import { readImport } from "./index";

const NOW = "2026-11-22T08:00:00.000Z";
const ID = "00000000-0000-4000-8000-00000000000";
const write = (rows: readonly Highlight[]) => writeBackstory.write(rows, OPTIONS);
const read = (text: string) => readImport("highlights.json", text, NOW);
/** A file of rows that may be none. */
const fileOf = (...rows: unknown[]) => JSON.stringify({ format: "backstory-highlights", version: 1, highlights: rows });

test("export, import, export: the same rows and the same bytes", () => {
  fc.assert(
    fc.property(anyHighlights, (rows) => {
      const text = write(rows);
      const { format, records } = read(text);
      expect(format).toBe("backstory");
      expect(records).toStrictEqual(inOrder(rows));
      expect(write(records)).toBe(text);
      // What the disk holds is UTF-8, which has no halves of characters.
      expect(Buffer.from(text).toString()).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test("the order of the rows and of their fields does not matter", () => {
  fc.assert(
    fc.property(anyHighlights.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))), ([rows, shuffled]) => {
      const reversed = shuffled.map((row) => Object.fromEntries(Object.entries(row).reverse()) as Highlight);
      expect(write(reversed)).toBe(write(rows));
    }),
  );
});

test("a highlight is a line", () => {
  const rows = [1, 2, 3].map((n) => highlightOf({ id: ID + n, note: "two\nlines" }));
  expect(write(rows).split("\n")).toHaveLength(rows.length + 3);
});

test("what the reader has chosen travels on a line of its own, and the highlights are read as without it", () => {
  fc.assert(
    fc.property(anyHighlights, fc.json().map((text): unknown => JSON.parse(text)), (rows, settings) => {
      const text = writeBackstory.write(rows, { ...OPTIONS, settings });
      expect(read(text)).toStrictEqual({ ...read(write(rows)), settings });
      expect(text.split("\n").length).toBe(write(rows).split("\n").length + 1);
    }),
  );
  expect(read(write([])).settings).toBeUndefined();
});

test("a file of a newer Backstory is refused", () => {
  expect(faultsOf(() => read('{"format":"backstory-highlights","version":2,"highlights":{}}'))).toEqual(["import_fault_newer"]);
});

describe("a broken file says which record is wrong, and where", () => {
  const good = highlightOf({ id: `${ID}0` });
  const { colour: _, ...colourless } = good;
  test.each<[string, unknown[], string[]]>([
    ["no object", [good, null, [], "x"], ["record 2: import_fault_not_object", "record 3: import_fault_not_object", "record 4: import_fault_not_object"]],
    ["a field is missing", [good, colourless], ["record 2, colour: import_fault_missing (colour)"]],
    ["a field is of another kind", [{ ...good, page: { ...good.page, keys: [1] } }], ["record 1, page.keys.0: import_fault_field (page.keys.0)"]],
    ["NaN", [{ ...good, anchor: { ...good.anchor, start: Number.NaN } }], ["record 1, anchor.start: import_fault_field (anchor.start)"]],
    ["a field of a newer Backstory", [{ ...good, mentions: [{ ref: "a/b", name: "B", kind: "person", born: 1898 }] }], ["record 1, mentions.0.born: import_fault_unknown_field (mentions.0.born)"]],
    ["no such colour", [{ ...good, colour: "constructor" }], ["record 1, colour: import_fault_field (colour)"]],
    ["no date", [{ ...good, created: "2026-02-30T00:00:00.000Z", modified: "yesterday" }], ["record 1, created: import_fault_date (2026-02-30T00:00:00.000Z)", "record 1, modified: import_fault_date (yesterday)"]],
    ["a date in another form", [{ ...good, created: "2026-02-03" }], ["record 1, created: import_fault_date (2026-02-03)"]],
    ["a script as address", [{ ...good, page: { ...good.page, url: "javascript:alert(1)" } }], ["record 1, page.url: import_fault_address (javascript:alert(1))"]],
    ["a space before a script", [{ ...good, page: { ...good.page, url: " javascript:alert(1)" } }], ["record 1, page.url: import_fault_address ( javascript:alert(1))"]],
    ["ends before it begins", [{ ...good, anchor: { ...good.anchor, start: 9, end: 8 } }], ["record 1, anchor: import_fault_range"]],
    ["half a range", [{ ...good, anchor: { ...good.anchor, end: undefined } }], ["record 1, anchor: import_fault_range"]],
    ["more pairs than there is text", [{ ...good, anchor: { ...good.anchor, start: 3, end: 9, pairsBefore: [2, 2] } }], ["record 1, anchor: import_fault_range"]],
    ["an id of another kind", [{ ...good, id: "../1" }], ["record 1, id: import_fault_id (../1)"]],
    ["an id twice", [good, highlightOf({ id: `${ID}1` }), good], ["record 3, id: import_fault_twice (1)"]],
    ["too long", [{ ...good, note: "x".repeat(MAX_TEXT + 1) }], ["record 1, note: import_fault_long (note)"]],
  ])("%s", (_name, rows, faults) => {
    expect(faultsOf(() => read(fileOf(...rows)))).toEqual(faults);
  });

  test("twenty are told, the others are counted", () => {
    const faults = faultsOf(() => read(fileOf(...Array.from({ length: 25 }, () => null))));
    expect(faults).toHaveLength(21);
    expect(faults.at(-1)).toBe("and 5 more");
  });
});

test("keys that every object has are no fields, and change nothing", () => {
  const text = fileOf(highlightOf({ id: `${ID}1` }));
  const withKey = (key: string) => text.replace('"colour"', `"${key}":{"polluted":1},"colour"`);
  expect(faultsOf(() => read(withKey("__proto__")))).toEqual(["record 1, __proto__: import_fault_unknown_field (__proto__)"]);
  expect(faultsOf(() => read(withKey("constructor")))).toEqual(["record 1, constructor: import_fault_unknown_field (constructor)"]);
  expect("polluted" in {}).toBe(false);
});
