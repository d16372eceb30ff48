import { expect, test } from "vitest";
import { count, mayBeChance, together, type VitestResult } from "./vitest";

const report = (numPassedTests: number, numFailedTests: number, files: { status: string; assertionResults: { status: string; fullName: string }[] }[] = [], numPendingTests = 0) => ({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  numTodoTests: 0,
  testResults: files.map((file, index) => ({ name: `${index}.test.ts`, ...file })),
});

test("tests that passed and failed are counted as they are", () => {
  expect(count(report(5, 0), 0, "log")).toMatchObject({ passed: 5, failed: 0, output: "" });
  expect(count(report(4, 1), 1, "log")).toMatchObject({ passed: 4, failed: 1, output: "log" });
});

test("a file that does not load is a failure, though no test in it has failed", () => {
  expect(count(report(4, 0, [{ status: "failed", assertionResults: [] }]), 1, "log")).toMatchObject({ passed: 4, failed: 1 });
});

test("a run that ends badly is never all well", () => {
  expect(count(report(4, 0), 1, "an unhandled error")).toMatchObject({ passed: 4, failed: 1, output: "an unhandled error" });
  expect(count(undefined, 124, "the time was up")).toMatchObject({ passed: 0, failed: 1 });
});

test("a run of no tests at all is a failure", () => {
  expect(count(report(0, 0), 0, "")).toMatchObject({ failed: 1, output: "No test was run." });
});

test("skipped tests are told", () => {
  expect(count(report(3, 0, [], 2), 0, "").notes).toContain("2 tests were skipped");
});

const ran = (passed: number, failures: Record<string, string[]>, failed = Object.values(failures).flat().length): VitestResult => ({
  passed,
  failed,
  output: failed ? "log" : "",
  notes: [],
  failures: new Map(Object.entries(failures)),
});

test("single tests of a few files are tried again; a run that broke off, or files in numbers, are not", () => {
  expect(mayBeChance(ran(9, { a: ["one", "two"], b: ["three"] }))).toBe(true);
  expect(mayBeChance(ran(9, {}))).toBe(false);
  expect(mayBeChance(ran(9, {}, 1))).toBe(false);
  expect(mayBeChance(ran(9, { a: ["one"] }, 2))).toBe(false);
  expect(mayBeChance(ran(9, { a: ["one"], b: ["two"], c: ["three"], d: ["four"] }))).toBe(false);
});

test("what passes only when tried again has passed, and is told with its error; what fails twice has failed", () => {
  const first = ran(8, { a: ["one"], b: ["two"] });
  expect(together(first, ran(5, {}))).toEqual({ passed: 10, failed: 0, output: "log", notes: ["UNSTEADY, passed only when tried again: “one”, “two”"] });
  expect(together(first, ran(4, { b: ["two"] }))).toEqual({ passed: 9, failed: 1, output: "log\nlog", notes: ["UNSTEADY, passed only when tried again: “one”"] });
  expect(together(first, ran(3, { a: ["one"], b: ["two"] }))).toMatchObject({ passed: 8, failed: 2, notes: [] });
  // It broke off, and nobody knows in which test.
  expect(together(first, ran(3, {}, 1))).toMatchObject({ passed: 9, failed: 1, notes: [] });
});
