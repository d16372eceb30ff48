import { expect, test } from "vitest";
import type { PackDate } from "../packs/model";
import { formatDate, formatEntryDates } from "./dates";

const date = (edtf: string): PackDate => ({ edtf, min: null, max: null });

test.each([
  ["1956", "1956"],
  ["1956-09", "September 1956"],
  ["1956-09-18", "18 September 1956"],
  ["1955~", "c. 1955"],
  ["1955?", "1955?"],
  ["196X", "1960s"],
  ["1950-06-25/1953-07-27", "25 June 1950 – 27 July 1953"],
  ["1950/1953", "1950–1953"],
  ["1953/..", "1953–"],
  ["1953-07-27/..", "27 July 1953 –"],
  ["0037", "37"],
])("%s is read as %s", (edtf, text) => {
  expect(formatDate(date(edtf), "en-GB")).toBe(text);
});

test("a date is written in the reader's language", () => {
  expect(formatDate(date("1956-09-18"), "de")).toBe("18. September 1956");
  expect(formatDate(date("1956-09"), "ko")).toBe("1956년 9월");
});

test("the line under a name", () => {
  expect(formatEntryDates({ born: date("1898-10-24"), died: date("1974") }, "en-GB")).toBe("1898–1974");
  expect(formatEntryDates({ born: date("1984") }, "en-GB")).toBe("1984–");
  expect(formatEntryDates({ date: date("1956-08-30/1956-08-31") }, "en-GB")).toBe("30 August 1956 – 31 August 1956");
  expect(formatEntryDates({ founded: date("1945~") }, "en-GB")).toBe("c. 1945–");
  expect(formatEntryDates({ died: date("1953-03-05") }, "en-GB")).toBe("?–1953");
  expect(formatEntryDates({}, "en-GB")).toBeUndefined();
});
