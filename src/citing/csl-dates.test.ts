import { expect, test } from "vitest";
import { cslDate, fullDate, isoDate } from "./csl-dates";

test.each([
  ["2017-07-05", { "date-parts": [[2017, 7, 5]] }, "2017-07-05", "July 5, 2017"],
  ["2017-07", { "date-parts": [[2017, 7]] }, "2017-07", "July 2017"],
  ["2017", { "date-parts": [[2017]] }, "2017", "2017"],
  ["2017-07-05T10:20:30+02:00", { "date-parts": [[2017, 7, 5]] }, "2017-07-05", "July 5, 2017"],
  ["1956~", { "date-parts": [[1956]], circa: true }, "1956", "1956"],
  ["1956-08/1956-09", { "date-parts": [[1956, 8], [1956, 9]] }, "1956-08/1956-09", "August 1956–September 1956"],
  ["2017-13", { literal: "2017-13" }, "", "2017-13"],
  ["Summer 1956", { literal: "Summer 1956" }, "", "Summer 1956"],
  ["195X", { literal: "195X" }, "", "195X"],
  [" ", undefined, "", ""],
])("%j is a date of CSL", (text, date, iso, printed) => {
  expect(cslDate(text)).toEqual(date);
  expect(isoDate(cslDate(text))).toBe(iso);
  expect(fullDate(cslDate(text))).toBe(printed);
});
