import { expect, test } from "vitest";
import { openSpotter } from "../../spotting/spot";
import { packOfNotes } from "../testing";
import { PassageReader } from "./passages";

const day = (date: string) => Date.parse(date) / 86_400_000;

/** First and last day of the sentences that a note has after its first paragraph. */
function daysOf(said: string): [number, number][] {
  const pack = packOfNotes({ putin: `---\nkind: person\nnames:\n  en: [Vladimir Putin]\n---\nPresident of Russia. [@first]\n\n${said}\n` });
  return new PassageReader(openSpotter([pack])).read(0, 0).map(({ days }) => [days.min, days.max]);
}

test("a sentence is of the days that it names", () => {
  expect(daysOf("In June 2024 he signed a treaty. [@first]")).toEqual([[day("2024-06-01"), day("2024-06-30")]]);
  expect(daysOf("He courted them from 1958 to 1960. [@first]")).toEqual([[day("1958-01-01"), day("1960-12-31")]]);
  expect(daysOf("Unity has ended: in May 2022 he vetoed it. [@first]")).toEqual([[day("2022-05-01"), day("2022-05-31")]]);
  expect(daysOf("He was tired of it. [@first]")).toEqual([]);
});

test("what it says to have gone on since has no end", () => {
  expect(daysOf("In June 2024 he signed a treaty, and Pyongyang has sent soldiers. [@first]")).toEqual([[day("2024-06-01"), Infinity]]);
  expect(daysOf("From 1958 he courted them. [@first]")).toEqual([[day("1958-01-01"), Infinity]]);
});

const CRISIS = `---
kind: event
names:
  en: [Strait crisis, Purge of the admirals]
date: 1995/1996
cite: [first]
---
Confrontation of China and Taiwan. [@first]

## Timeline
- 1995-07: Exercises off the island. [@first]
- 1996-03: China and Japan exchange notes. [@first]
`;
const crisis = new PassageReader(openSpotter([packOfNotes({ crisis: CRISIS })])).read(0, 0);

test("an item of a timeline is of its event's countries, unless it says itself between whom", () => {
  const items = crisis.filter(({ form }) => form === "timeline").map(({ nations }) => [...nations].sort());
  expect(items).toEqual([["CN", "TW"], ["CN", "JP"]]);
});

test("a lead tells of what its event is called", () => {
  expect(crisis.filter(({ form }) => form === "lead").map(({ acts }) => acts)).toEqual([["purge"]]);
  expect(crisis.find(({ form }) => form === "timeline")!.acts).not.toContain("purge");
});
