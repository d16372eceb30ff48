import { expect, test } from "vitest";
import { judge } from "./web-ext";

const finding = { _type: "warning" as const, code: "ODD", message: "This is odd.", file: "reader.js", line: 3 };

test("a finding that nobody has explained is a complaint, with its place", () => {
  expect(judge([finding], [])).toEqual(["warning ODD in reader.js:3: This is odd."]);
});

test("an explained finding is none, however often it is found", () => {
  expect(judge([finding, { ...finding, line: 9 }], [{ code: "ODD", why: "It only looks so." }])).toEqual([]);
});

test("an explanation of something that is no longer found is a complaint", () => {
  expect(judge([], [{ code: "ODD", why: "It only looks so." }])).toEqual([
    "ODD is explained (“It only looks so.”) but no longer found: take it out of ACCEPTED.",
  ]);
});

test("what is explained below one folder is a complaint in another", () => {
  const accepted = [{ code: "ODD", why: "It only looks so.", below: "lib/" }];
  expect(judge([{ ...finding, file: "lib/a.js" }], accepted)).toEqual([]);
  expect(judge([{ ...finding, file: "lib/a.js" }, finding], accepted)).toEqual(["warning ODD in reader.js:3: This is odd."]);
});
