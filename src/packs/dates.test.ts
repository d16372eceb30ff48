import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAfter, readDate } from "./dates";

const DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO day, as JavaScript knows it. */
function day(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

function span(text: string): [number | null, number | null] {
  const reading = readDate(text);
  if (!("date" in reading)) throw new Error(reading.message);
  expect(reading.date.edtf).toBe(text);
  return [reading.date.min, reading.date.max];
}

describe("a date spans", () => {
  test("one day, for every day there is", () => {
    const days = fc.integer({ min: day("0001-01-01"), max: day("9999-12-31") });
    fc.assert(
      fc.property(days, (number) => {
        expect(span(new Date(number * DAY).toISOString().slice(0, 10))).toEqual([number, number]);
      }),
    );
  });

  test.each([
    ["1956", "1956-01-01", "1956-12-31"],
    ["1956-02", "1956-02-01", "1956-02-29"],
    ["1955~", "1955-01-01", "1955-12-31"],
    ["1955-06?", "1955-06-01", "1955-06-30"],
    ["195X", "1950-01-01", "1959-12-31"],
    ["1950-XX", "1950-01-01", "1950-12-31"],
    ["1950-06-25/1953-07-27", "1950-06-25", "1953-07-27"],
    ["1950-06-25/1950", "1950-06-25", "1950-12-31"],
    ["1956/1956", "1956-01-01", "1956-12-31"],
    ["1956-21", "1956-03-01", "1956-05-31"],
    ["1956-24", "1956-12-01", "1957-02-28"],
  ])("%s from %s to %s", (text, from, to) => {
    expect(span(text)).toEqual([day(from), day(to)]);
  });

  test("no end where it is open", () => {
    expect(span("1953/..")).toEqual([day("1953-01-01"), null]);
    expect(span("1953/")).toEqual([day("1953-01-01"), null]);
    expect(span("../1953")).toEqual([null, day("1953-12-31")]);
  });
});

describe("what is no date is told", () => {
  test.each([
    ["1956-13", "There is no month 13"],
    ["1956-00", "There is no month 00"],
    ["1956-02-30", "There is no day 30 in February 1956, which has 29 days"],
    ["1900-02-29", "which has 28 days"],
    ["1956-06-31~", "There is no day 31 in June 1956"],
    ["1953/1950", "ends before it starts"],
    ["1950/1951/1952", "more than one slash"],
    ["../..", "neither a start nor an end"],
    ["", "no date"],
    ["20", "is not a date"],
    ["1956-09-18T10:00:00Z", "is not a date"],
    ["[1955,1956]", "is not a date"],
    ["y170000", "is not a date"],
    ["1".repeat(5000), "too long"],
  ])("%s: %s", (text, message) => {
    expect(readDate(text)).toMatchObject({ message: expect.stringContaining(message) });
  });

  test.each([
    ["September 1956", "1956-09"],
    ["18 September 1956", "1956-09-18"],
    ["Sept. 18, 1956", "1956-09-18"],
    ["1950s", "195X"],
    ["c. 1955", "1955~"],
    ["1950-1953", "1950/1953"],
    ["2011–present", "2011/.."],
    ["1956-9-8", "1956-09-08"],
    ["1956.09.18", "1956-09-18"],
  ])("with what is meant by %s: %s", (text, meant) => {
    const reading = readDate(text);
    expect(reading).toMatchObject({ fix: `Write \`${meant}\`.` });
    expect(readDate(meant)).toHaveProperty("date");
  });

  test("and nothing is thrown, whatever the text", () => {
    const almost = fc.stringMatching(/^[-0-9X?~%/.[\]{},TZ]{0,30}$/);
    fc.assert(
      fc.property(fc.oneof(almost, fc.string()), (text) => {
        const reading = readDate(text);
        if (!("date" in reading)) {
          expect(reading.message + reading.fix).not.toContain("undefined");
          return;
        }
        const { min, max } = reading.date;
        for (const end of [min, max]) if (end !== null) expect(Number.isInteger(end)).toBe(true);
        if (min !== null && max !== null) expect(min).toBeLessThanOrEqual(max);
      }),
      { numRuns: 2_000 },
    );
  });
});

test("only what is wholly later is after", () => {
  const at = (text: string) => {
    const [min, max] = span(text);
    return { min, max };
  };
  expect(isAfter(at("1957"), at("1956-12-31"))).toBe(true);
  expect(isAfter(at("1956-06"), at("1956"))).toBe(false);
  expect(isAfter(at("1957"), at("1956/.."))).toBe(false);
});
