import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { planImport } from "../import-plan";
import { readImport } from "./index";
import { faultsOf } from "./testing";

const NOW = "2026-11-22T08:00:00.000Z";
const text = readFileSync(join(import.meta.dirname, "../../../tests/imports/hypothesis.json"), "utf8");
const rows = (JSON.parse(text) as { annotations: Record<string, unknown>[] }).annotations;
const read = (file: unknown) => readImport("file", JSON.stringify(file), NOW);

test("a client's export: passage, page note and reply, with everything that we have no field for", () => {
  const { format, records } = readImport("any name", text, NOW);
  expect(format).toBe("hypothesis");
  expect(records.map(({ text: words, note, tags }) => [words, note, tags])).toEqual([
    ["Peng 👍 wrote a letter", "*Why* a letter?", ["letters", "lushan"]],
    ["", "A page to read again", []],
    ["", "Because he could not speak", []],
  ]);
  const [passage, , reply] = records;
  // UTF-16 code units: the thumb is two.
  expect(passage!.anchor).toEqual({ exact: "Peng 👍 wrote a letter", prefix: "In July ", suffix: " to the chairman.", start: 108, end: 130 });
  expect(passage!.page).toMatchObject({ url: "https://example.org/lushan?utm_source=feed", title: "The conference at Lushan" });
  expect(passage).toMatchObject({ created: "2026-01-02T03:04:05.678Z", modified: "2026-01-03T03:04:05.000Z" });
  expect(JSON.parse(passage!.foreign!)).toMatchObject({ hypothesis: { id: "aaa111", user: "acct:reader@hypothes.is", target: rows[0]!.target } });
  expect(JSON.parse(reply!.foreign!)).toMatchObject({ hypothesis: { references: ["aaa111"] } });
});

test("an answer of the API is read as the client's export is, and twice is once", () => {
  const first = readImport("file", text, NOW).records;
  const { records } = read({ total: rows.length, rows });
  expect(records).toEqual(first);
  expect(planImport(records, { rows: first, bin: [] }, NOW).counts.same).toBe(first.length);
});

test("what is wrong is told with its record", () => {
  const [passage] = rows;
  const file = (...others: unknown[]) => ({ annotations: [passage, ...others] });
  expect(faultsOf(() => read(file(null, { ...passage, uri: "" }, { ...passage, uri: "java\tscript:x" }, { ...passage, created: "soon" })))).toEqual([
    "record 2: import_fault_not_object",
    "record 3, uri: import_fault_missing (uri)",
    "record 4, uri: import_fault_address (java\tscript:x)",
    "record 5, created: import_fault_date (soon)",
  ]);
});
