import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Highlight } from "../../messages/highlight";
import { anyHighlights, highlightOf } from "../testing";
import { inOrder } from "./backstory";
import { writeCsv } from "./csv";
import { decodeText } from "./decode";
import { readImport } from "./index";
import { faultsOf, OPTIONS } from "./testing";

const NOW = "2026-11-22T08:00:00.000Z";
const ID = "00000000-0000-4000-8000-00000000000";
const write = (rows: readonly Highlight[]) => writeCsv.write(rows, OPTIONS);
const read = (text: string) => readImport("highlights.csv", text.replace(/^\ufeff/, ""), NOW);
const sample = (name: string) => decodeText(readFileSync(new URL(`../../../tests/imports/${name}`, import.meta.url)));

describe("our own CSV", () => {
  test("export, import, export: the same rows and the same text", () => {
    fc.assert(
      fc.property(anyHighlights, (rows) => {
        const text = write(rows);
        const { format, records } = read(text);
        expect(format).toBe("csv");
        expect(records).toStrictEqual(inOrder(rows));
        expect(write(records)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test("what a spreadsheet changed counts, with semicolons as well, and a row that was added is a highlight", () => {
    const row = highlightOf({ id: `${ID}1`, tags: ["war", "a, b"] });
    const edited = write([row]).replace('"war, ""a, b"""', '"war, peace"').replace(",yellow,", ",Blue,");
    expect(read(edited).records).toEqual([{ ...row, tags: ["war", "peace"], colour: "blue" }]);
    const [, added] = read(`${edited}New,A book,An author,,Mine\r\n`).records;
    expect(added).toMatchObject({ text: "New", note: "Mine", created: NOW, page: { keys: ["book:A book|An author"] } });
    const semicolons = write([row]).replace(/("(?:[^"]|"")*")|,/g, (comma, cell?: string) => cell ?? (comma === "," ? ";" : comma));
    expect(read(semicolons).records).toEqual([row]);
  });

  test("what is wrong is told by row and line", () => {
    const good = highlightOf({ id: `${ID}1`, text: "two\nlines" });
    const text = write([good, { ...good, id: "2", created: "2026-11-02T00:00:00.000Z" }, { ...good, id: `${ID}3`, created: "2026-11-03T00:00:00.000Z" }]);
    const broken = text.replace("2026-11-03T00:00:00.000Z", "yesterday").replace(",passage,", ",page,");
    expect(faultsOf(() => read(broken))).toEqual([
      "record 1, line 2, kind: import_fault_field (kind)",
      "record 2, line 4, id: import_fault_id (2)",
      "record 3, line 6, created: import_fault_date (yesterday)",
    ]);
    expect(faultsOf(() => read(text.replace('{""anchor""', "{anchor")))[0]).toBe("line 2, Backstory: import_fault_json");
  });
});

describe("Readwise", () => {
  test("its export", () => {
    const { format, records } = read(sample("readwise-export.csv"));
    expect(format).toBe("readwise");
    expect(records).toHaveLength(3);
    expect(records[0]).toMatchObject({
      kind: "passage",
      text: "They won’t listen to China 100 percent of the time, he said.\nThey won’t listen to you 70 percent of the time.",
      page: { keys: ["book:Why Won’t China Help With North Korea?|Sergey Radchenko"], url: "", author: "Sergey Radchenko" },
      colour: "yellow",
      note: "Cited everywhere",
      tags: ["korea", "mao"],
      created: "2021-03-05T04:12:33.000Z",
    });
    expect(JSON.parse(records[0]!.foreign!)).toEqual({ readwise: { "Location Type": "order", Location: "12", "Document tags": "history" } });
    expect(records[1]!.created).toBe("2021-01-01T04:30:00.000Z");
    expect(JSON.parse(records[1]!.foreign!)).toMatchObject({ readwise: { Color: "orange", "Amazon Book ID": "B0082XHZJS" } });
    expect(records[2]!.note).toBe("Again");
    expect(read(sample("readwise-export.csv")).records).toEqual(records);
  });

  test("its table for imports, with addresses", () => {
    const { format, records } = read(sample("readwise-import.csv"));
    expect(format).toBe("readwise");
    expect(records[0]).toMatchObject({
      page: { keys: ["https://chinafile.com/reporting-opinion/viewpoint/remember-1956"] },
      anchor: { exact: "Remember 1956" },
      created: "2017-07-05T09:30:00.000Z",
    });
    expect(records[1]).toMatchObject({ text: "=1+1 is no formula here", note: "A note", created: NOW });
    expect(records[1]).not.toHaveProperty("anchor");
  });

  test("an edited note does not make another highlight", () => {
    const text = sample("readwise-export.csv");
    expect(read(text.replace("Cited everywhere", "Changed")).records[0]!.id).toBe(read(text).records[0]!.id);
  });

  test("what is wrong is told by row and line", () => {
    const head = "Highlight,Title,URL,Highlighted at\r\n";
    expect(faultsOf(() => read(`${head}"a\r\nb",T,javascript:x,2020-01-01\r\n ,T,,\r\nc,T,,last week\r\nd,T,,,,\r\ne,T,,2020-13-01`))).toEqual([
      "line 6: import_fault_columns (6, 4)",
      "record 1, line 2, page.url: import_fault_address (javascript:x)",
      "record 2, line 4, Highlight: import_fault_missing (Highlight)",
      "record 3, line 5, Date: import_fault_date (last week)",
      "record 5, line 7, Date: import_fault_date (2020-13-01)",
    ]);
  });
});
