import fc from "fast-check";
import { expect, test } from "vitest";
import { english as t } from "../../i18n/english";
import { placeEntry } from "../../packs/map/testing";
import { readDate } from "../../packs/dates";
import type { Entry, EntryDates, PackDate } from "../../packs/model";
import { MARGIN, WIDTH } from "./shapes";
import { stripOf } from "./strip";

function date(edtf: string): PackDate {
  const reading = readDate(edtf);
  if (!("date" in reading)) throw new Error(reading.message);
  return reading.date;
}

function strip(dates: EntryDates, ...items: string[]) {
  const entry: Entry = { ...placeEntry("Somebody"), kind: "person", dates, timeline: items.map((item) => ({ date: date(item), text: [] })) };
  return stripOf(entry, { t, locale: "en-GB" });
}

const PENG = { born: date("1898-10-24"), died: date("1974-11-29") };
const shape = (drawn: ReturnType<typeof strip>, style: string) => drawn!.shapes.find((each) => each.style === style)!;

test("fewer than three dates are read more quickly than seen", () => {
  expect(strip({})).toBeUndefined();
  expect(strip(PENG, "1956-09")).toBeUndefined();
  expect(strip(PENG, "1956-09", "1959")).toBeDefined();
  expect(strip({}, "1956-09-18", "1956-09-18", "1956-09-18")).toBeUndefined();
});

test("a life is a bar from end to end, and what happened in it stands on it in order", () => {
  const drawn = strip(PENG, "1956-09-18", "1959-08", "1962");
  const [x1, , x2] = shape(drawn, "life").lines[0]!;
  const marks = shape(drawn, "marks").lines.map(([from, , to]) => [from!, to!]);
  expect(marks).toHaveLength(3);
  for (const [from, to] of marks) {
    expect(from).toBe(to);
    expect(from).toBeGreaterThan(x1!);
    expect(from).toBeLessThan(x2!);
  }
  expect(marks.map(([from]) => from)).toEqual(marks.map(([from]) => from).toSorted((a, b) => a! - b!));
  expect(drawn!.label).toBe("Line of time: 1898–1974; with 18 September 1956, August 1959 and 1962");
});

test("what lasted is a bar, what happened some time in a year is a dot", () => {
  const marks = shape(strip({}, "1950-06-25/1953-07-27", "1955", "1960"), "marks").lines;
  expect(marks.map(([from, , to]) => to! > from!)).toEqual([true, false, false]);
});

test("a life that goes on leaves the strip", () => {
  const end = (drawn: ReturnType<typeof strip>) => shape(drawn, "life").lines[0]![2]!;
  expect(end(strip({ born: date("1984-01-08") }, "2011-12", "2018-06-12"))).toBeGreaterThan(MARGIN + WIDTH);
  expect(end(strip({ date: date("1953-07-27/..") }, "1958", "1994"))).toBeGreaterThan(MARGIN + WIDTH);
  expect(end(strip(PENG, "1956", "1959"))).toBeLessThan(MARGIN + WIDTH);
});

test("years stand below a long line, months below a short one", () => {
  const texts = (drawn: ReturnType<typeof strip>) => drawn!.shapes.flatMap(({ text }) => text ?? []);
  expect(texts(strip(PENG, "1956-09", "1959"))).toEqual(["1900", "1920", "1940", "1960"]);
  expect(texts(strip({}, "1956-08-30", "1956-09-23", "1956-12-01"))).toContain("Oct 1956");
});

test("whatever the dates, the strip is whole numbers inside its frame, and its years ascend", () => {
  const year = fc.integer({ min: 1, max: 2100 }).map((each) => String(each).padStart(4, "0"));
  fc.assert(
    fc.property(fc.array(year, { minLength: 3, maxLength: 9 }), (years) => {
      const drawn = strip({}, ...years);
      if (!drawn) return;
      const [, , width, height] = drawn.box as [number, number, number, number];
      for (const { lines } of drawn.shapes) {
        for (const points of lines) {
          points.forEach((value, at) => {
            expect(Number.isSafeInteger(value)).toBe(true);
            expect(value).toBeGreaterThanOrEqual(MARGIN);
            expect(value).toBeLessThanOrEqual(MARGIN + (at % 2 === 0 ? width : height));
          });
        }
      }
      const labels = drawn.shapes.flatMap(({ style, lines }) => (style === "tick" ? lines[0]![0]! : []));
      expect(labels).toEqual(labels.toSorted((a, b) => a - b));
      expect(labels.length).toBeLessThan(9);
      expect(width).toBe(WIDTH);
    }),
  );
});
