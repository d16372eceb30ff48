import { expect, test } from "vitest";
import { count, mayBeChance, together, type VitestResult } from "./vitest";

type File = { status: string; assertionResults: { status: string; fullName: string }[] };

const failing = (...names: string[]): File => ({ status: "failed", assertionResults: names.map((fullName) => ({ status: "failed", fullName })) });

const report = (numPassedTests: number, files: File[] = [], numPendingTests = 0) => ({
  numPassedTests,
  numPendingTests,
  numTodoTests: 0,
  testResults: files.map((file, index) => ({ name: `${index}.test.ts`, ...file })),
});

test("tests that passed and failed are counted as they are", () => {
  expect(count(report(5), 0, "log")).toMatchObject({ passed: 5, failed: 0, output: "" });
  expect(count(report(4, [failing("one", "two")]), 1, "log")).toMatchObject({ passed: 4, failed: 2, output: "log" });
});

test("a file that does not load is a failure, though no test in it has failed", () => {
  expect(count(report(4, [failing()]), 1, "log")).toMatchObject({ passed: 4, failed: 1 });
  // Nor, where what comes before or after its tests fails, any of them.
  expect(count(report(4, [{ status: "failed", assertionResults: [{ status: "skipped", fullName: "one" }] }]), 1, "log")).toMatchObject({ passed: 4, failed: 1 });
});

test("a run that ends badly is never all well", () => {
  expect(count(report(4), 1, "an unhandled error")).toMatchObject({ passed: 4, failed: 1, output: "an unhandled error" });
  expect(count(undefined, 124, "the time was up")).toMatchObject({ passed: 0, failed: 1 });
});

test("a run of no tests at all is a failure", () => {
  expect(count(report(0), 0, "")).toMatchObject({ failed: 1, output: "No test was run." });
});

test("skipped tests are told", () => {
  expect(count(report(3, [], 2), 0, "").notes).toContain("2 tests were skipped");
});

/** What came of files: the names of the tests that passed, and of those that failed. */
const ran = (files: Record<string, [passed: string[], failed: string[]]>, { failed = Object.values(files).flatMap((file) => file[1]).length, output = "log" } = {}): VitestResult => ({
  passed: Object.values(files).flatMap((file) => file[0]).length,
  failed,
  output: failed ? output : "",
  notes: [],
  files: new Map(Object.entries(files).map(([file, [passed, broken]]) => [file, { passed, failed: broken }])),
});

test("single tests of a few files are tried again; a run that broke off, errors of no test, or files in numbers, are not", () => {
  expect(mayBeChance(ran({ a: [["x"], ["one", "two"]], b: [[], ["three"]] }))).toBe(true);
  expect(mayBeChance(ran({ a: [["x"], []] }))).toBe(false);
  expect(mayBeChance(ran({ a: [["x"], []] }, { failed: 1 }))).toBe(false);
  expect(mayBeChance(ran({ a: [["x"], ["one"]] }, { failed: 2 }))).toBe(false);
  expect(mayBeChance(ran({ a: [["x"], ["one"]] }, { output: "⎯⎯ Unhandled Errors ⎯⎯" }))).toBe(false);
  expect(mayBeChance(ran({ a: [[], ["one"]], b: [[], ["two"]], c: [[], ["three"]], d: [[], ["four"]] }))).toBe(false);
});

test("what passes only when tried again has passed, and is told with its error; what fails twice has failed", () => {
  const first = ran({ a: [["x"], ["one"]], b: [["y"], ["two"]], c: [["z"], []] });
  expect(together(first, ran({ a: [["x", "one"], []], b: [["y", "two"], []] }))).toEqual({
    passed: 5,
    failed: 0,
    output: "log",
    notes: ["5 tests", "UNSTEADY, passed only when tried again: “one”, “two”"],
  });
  expect(together(first, ran({ a: [["x", "one"], []], b: [["y"], ["two"]] }))).toMatchObject({ passed: 4, failed: 1, output: "log\nlog", notes: ["5 tests", "UNSTEADY, passed only when tried again: “one”"] });
  expect(together(first, ran({ a: [["x"], ["one"]], b: [["y"], ["two"]] }))).toMatchObject({ passed: 3, failed: 2, notes: ["5 tests"] });
});

test("of a file that did not run when it was tried again nothing has passed; of one that ran only then, everything", () => {
  const first = ran({ a: [["x"], ["one"]] });
  expect(together(first, ran({ a: [[], ["a itself"]] }))).toMatchObject({ passed: 0, failed: 1, notes: ["1 tests"] });
  // It broke off, and nobody knows in which test.
  expect(together(first, ran({ a: [["x", "one"], []] }, { failed: 1 }))).toMatchObject({ failed: 1 });
  expect(together(ran({ a: [[], ["a itself"]] }), ran({ a: [["x", "one"], []] }))).toMatchObject({ passed: 2, failed: 0, notes: ["2 tests", "UNSTEADY, passed only when tried again: “a itself”"] });
});
