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
