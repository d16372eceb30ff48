import { expect, test } from "vitest";
import { count } from "./vitest";

const report = (numPassedTests: number, numFailedTests: number, files: { status: string; assertionResults: unknown[] }[] = [], numPendingTests = 0) => ({
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
