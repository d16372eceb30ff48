import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../testing";
import { columnsOf, readList, readTable, unguarded, writeList, writeTable } from "./csv-table";
import { Report } from "./problems";
import { faultsOf } from "./testing";

const read = (text: string) => readTable(text.replace(/^\ufeff/, ""), new Report());

test("what is written is read, whatever the cells hold", () => {
  const row = fc.tuple(anyText, anyText, fc.constant("c"));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      const table = read(writeTable([["a", "b", "c"], ...rows]));
      expect(table.map(({ cell }) => ["a", "b", "c"].map((name) => unguarded(cell(name))))).toEqual(rows);
    }),
  );
});

test("no cell is a formula", () => {
  const start = fc.constantFrom("=", "+", "-", "@", "\t", "\r", "'=", "＝", "''+", "a");
  fc.assert(
    fc.property(fc.array(fc.tuple(start, anyText).map(([mark, rest]) => mark + rest), { minLength: 1, maxLength: 3 }), (cells) => {
      const [row] = read(writeTable([cells.map((_, at) => `c${at}`), cells]));
      for (const cell of Object.values(row!.cells)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});

test("a list in a cell comes back", () => {
  fc.assert(
    fc.property(fc.array(anyText), (items) => {
      expect(readList(writeList(items))).toEqual(items);
    }),
  );
  expect(readList(" war , China,, \"a, b\" ")).toEqual(["war", "China", "a, b"]);
});

test("columns are parted by what stands after the first name", () => {
  expect(read("Highlight;Book Title\r\na,b;c\r\n")[0]!.cells).toEqual({ Highlight: "a,b", "Book Title": "c" });
  expect(read("Highlight\tTitle\na,b\tc")[0]!.cells).toEqual({ Highlight: "a,b", Title: "c" });
  expect(columnsOf('"Highlight","Highlighted at"\r\n"a\r\nb",c')).toEqual(["highlight", "highlightedat"]);
});

test("each row knows its line, with lines in cells and without", () => {
  expect(read('a,b\r\n"one\r\ntwo",2\r\n\r\nthree,4\r\n').map(({ line }) => line)).toEqual([2, 5]);
  expect(read('a,b\n"one\ntwo",2\nthree,4').map(({ line }) => line)).toEqual([2, 4]);
});

test("an open quotation mark and cells without a column are told with their line", () => {
  expect(faultsOf(() => read('a,b\n1,2\n"3,4\n'))).toEqual(["line 3: import_fault_cut_off"]);
  const report = new Report();
  readTable("a,b\n1,2,3\n", report);
  expect(faultsOf(() => report.end())).toEqual(["line 2: import_fault_columns (3, 2)"]);
});
