import { expect, test } from "vitest";
import { markdownOf, number, plainTable } from "./document";
import { judged, type Row } from "./report";

const row: Row = { name: "a | b", value: 12.3456, unit: "MB/s", ratio: { median: 1.25, low: 1.2, high: 1.3 }, goal: { kind: "at most", limit: 1.3 } };

test("a goal is judged by the ratio, or by the value where there is none", () => {
  expect(judged(row).met).toBe(true);
  expect(judged({ ...row, goal: { kind: "at least", limit: 1.3 } }).met).toBe(false);
  expect(judged({ name: "", value: 9, unit: "bytes", goal: { kind: "at most", limit: 8 } }).met).toBe(false);
  expect(judged({ name: "", value: null, unit: "", goal: { kind: "at most", limit: 8 } }).met).toBeUndefined();
  expect(judged({ name: "", value: 9, unit: "" }).met).toBeUndefined();
});

test("numbers have three digits that count", () => {
  expect([0, 0.012345, 1.005, 12.3456, 123.4, 1234567].map(number)).toEqual(["0", "0.0123", "1.00", "12.3", "123", "1\u00a0234\u00a0567"]);
});

test("a table shows the goal beside the ratio", () => {
  expect(plainTable({ title: "T", ratioTo: "that", rows: [judged(row)] })).toBe("T; ratios to that\n  a | b  12.3 MB/s  1.25 (1.20–1.30)  ≤ 1.3  met\n");
});

test("the document has every part, and no cell breaks its table", () => {
  const section = { title: "Part", prose: ["Words."], tables: [{ title: "T", rows: [judged(row), { name: "c", value: null, unit: "", note: "too slow" }] }] };
  const text = markdownOf([{ day: "2026-01-02", machine: "some machine", section }], [{ name: "p", version: "1.0.0", licence: "MIT" }]);
  expect(text).toContain("## Part\n\nMeasured on 2026-01-02: some machine.\n\nWords.\n");
  expect(text).toContain("| a \\| b | 12.3 MB/s | 1.25 (1.20–1.30) | ≤ 1.3 | met |  |");
  expect(text).toContain("| c | – |  |  |  | too slow |");
  expect(text).toContain("| p | 1.0.0 | MIT |");
});
