import { expect, test } from "vitest";
import { toldDays } from "./told";

const day = (date: string) => Date.parse(date) / 86_400_000;
const published = day("2017-07-20");
const before = { min: day("1956-01-01"), max: day("1956-12-31") };
const now = { min: published, max: published };

test("a paragraph that names its dates is of those", () => {
  expect(toldDays("In August 1956 they met.", "en", published, undefined)).toEqual({ min: day("1956-08-01"), max: day("1956-08-31") });
  expect(toldDays("There was war from June 1950 to July 1953.", "en", undefined, before)).toEqual({ min: day("1950-06-01"), max: day("1953-07-31") });
});

test("one that names none goes on with the dates above it", () => {
  expect(toldDays("They were expelled, and two of them fled.", "en", published, before)).toEqual(before);
  expect(toldDays("He was told: “You have what you want, it is yours, and it will be.”", "en", published, before)).toEqual(before);
});

test("one that speaks of its own time is of the day on which its page was published", () => {
  expect(toldDays("Today they were expelled.", "en", published, before)).toEqual(now);
  expect(toldDays("He is tired of it, and has no choice.", "en", published, before)).toEqual(now);
  expect(toldDays("In July 2017 it was said again.", "en", published, before)).toEqual(now);
  expect(toldDays("They were expelled.", "en", published, undefined)).toEqual(now);
});

test("nobody knows when the rest happened, unless it is told in the present", () => {
  expect(toldDays("They were expelled.", "en", undefined, undefined)).toBeUndefined();
  expect(toldDays("They forged alliances and signed treaties that have lasted to today.", "en", undefined, undefined)).toBeUndefined();
  expect(toldDays("He is tired of it, and has no choice.", "en", undefined, undefined)).toEqual({ min: Infinity, max: Infinity });
});
