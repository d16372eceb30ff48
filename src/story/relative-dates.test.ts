import { strict } from "chrono-node";
import fc from "fast-check";
import { expect, test } from "vitest";
import { datesIn, datesOfPage } from "./page-dates";

const DAY_MS = 86_400_000;
const iso = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
const read = (text: string, published = "2026-06-20"): string[] =>
  datesIn(text, "", published).map((date) => {
    expect(text.slice(date.start, date.end)).toBe(date.text);
    return date.min === date.max ? `${date.text} = ${iso(date.min)}` : `${date.text} = ${iso(date.min)}/${iso(date.max)}`;
  });

test.each([
  ["The leaders met on 12 June in Pyongyang.", "12 June = 2026-06-12"],
  ["He left on 12 June.", "12 June = 2026-06-12"],
  ["He left on June 12.", "June 12 = 2026-06-12"],
  ["on Friday, June 12, and", "June 12 = 2026-06-12"],
  ["Sunday, June 14", "June 14 = 2026-06-14"],
  ["on June 12–14", "June 12–14 = 2026-06-12/2026-06-14"],
  ["on 12 January", "12 January = 2026-01-12"],
  ["on June 12 last year", "June 12 last year = 2025-06-12"],
  ["in June of last year", "June of last year = 2025-06-01/2025-06-30"],
  ["last August 15", "last August 15 = 2025-08-15"],
  ["since last August", "last August = 2025-08-01/2025-08-31"],
  ["Pyongyang, June 12 (KCNA) -- Comrade", "June 12 = 2026-06-12"],
  ["am 12. Juni in Berlin", "12. Juni = 2026-06-12"],
  ["am Freitag, dem 12. Juni,", "12. Juni = 2026-06-12"],
  ["vom 12. bis 14. Juni", "12. bis 14. Juni = 2026-06-12/2026-06-14"],
  ["im Juni dieses Jahres", "Juni dieses Jahres = 2026-06-01/2026-06-30"],
  ["im vergangenen August", "vergangenen August = 2025-08-01/2025-08-31"],
  ["Они встретились 12 июня в Москве", "12 июня = 2026-06-12"],
  ["в пятницу, 12 июня, он", "12 июня = 2026-06-12"],
  ["в августе прошлого года", "августе прошлого года = 2025-08-01/2025-08-31"],
  ["회담은 6월 12일에 열렸다", "6월 12일 = 2026-06-12"],
  ["지난 12일 평양에서", "지난 12일 = 2026-06-12"],
  ["지난 25일 평양에서", "지난 25일 = 2026-05-25"],
  ["지난해 8월", "지난해 8월 = 2025-08-01/2025-08-31"],
  ["올해 3월 5일", "올해 3월 5일 = 2026-03-05"],
  ["会议于6月12日在北京举行", "6月12日 = 2026-06-12"],
  ["六月十二日，", "六月十二日 = 2026-06-12"],
  ["去年8月15日", "去年8月15日 = 2025-08-15"],
  ["6月12日（金）、平壌で", "6月12日（金） = 2026-06-12"],
])("read by the day of publication: %s", (text, date) => {
  expect(read(text)).toEqual([date]);
  expect(read(text, "")).toEqual([]);
});

test.each([
  "on Tuesday, June 12", "6月12日（木）、平壌で", // Of another year, then.
  "on 3 November", // Of this year or the last?
  "last May", // Of this year or the last?
  "on June 12 of that year", "on June 12 of every year", "on June 12, 70 years ago", "同年9月18日", "1956年的9月18日から", "农历6月12日", "12 июня каждого года",
  "the June 4 crackdown", "улица 8 марта", "парад 9 мая", // Their names.
  "on may 12", "the last may be", "지난 12일간", "on June 31",
  "“We attacked on June 12,” he said",
])("left out: %s", (text) => {
  expect(read(text).filter((date) => !/1956年/.test(date))).toEqual([]);
});

const EN = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DE = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
const RU = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

type Style = readonly [before: string, write: (month: number, day: number) => string, after: string];
const STYLES: readonly Style[] = [
  ["They met on ", (m, d) => `${EN[m]} ${d}`, ", in the evening."],
  ["They met on ", (m, d) => `${d} ${EN[m]}`, " in Moscow."],
  ["Sie trafen sich am ", (m, d) => `${d}. ${DE[m]}`, " in Moskau."],
  ["Они встретились ", (m, d) => `${d} ${RU[m]}`, " в Москве."],
  ["그들은 ", (m, d) => `${m + 1}월 ${d}일`, "에 만났다."],
  ["他们在", (m, d) => `${m + 1}月${d}日`, "到达平壤。"],
  ["彼らは", (m, d) => `${m + 1}月${d}日`, "に平壌に着いた。"],
];

/** A day of publication, and one not far from it; the one day that there is in leap years alone apart. */
const days = fc
  .record({ published: fc.date({ min: new Date("1900-01-01"), max: new Date("2080-12-31"), noInvalidDate: true }), away: fc.integer({ min: -80, max: 80 }) })
  .map(({ published, away }) => {
    const on = Math.floor(published.getTime() / DAY_MS);
    return { on, day: on + away };
  })
  .filter(({ day }) => !iso(day).endsWith("02-29"));

test.each(STYLES.map((style) => [`${style[0]}${style[1](5, 12)}`, style] as const))("%s: a day near the publication is that day, and of two years in question neither", (_, [before, write, after]) => {
  fc.assert(
    fc.property(days, ({ on, day }) => {
      const date = new Date(day * DAY_MS);
      const text = write(date.getUTCMonth(), date.getUTCDate());
      // Of the coming January, this year's is past as well.
      const isDoubtful = date.getUTCFullYear() > new Date(on * DAY_MS).getUTCFullYear();
      const expected = isDoubtful ? [] : [{ text, min: day, max: day, start: before.length, end: before.length + text.length, assumed: true }];
      expect(datesIn(`${before}${text}${after}`, "", iso(on))).toEqual(expected);
    }),
  );
});

test("a weekday decides, or forbids", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 6 }), ({ on, day }, shift) => {
      const date = new Date(day * DAY_MS);
      const weekday = WEEKDAYS[(date.getUTCDay() + shift) % 7];
      const found = datesIn(`They met on ${weekday}, ${EN[date.getUTCMonth()]} ${date.getUTCDate()}.`, "en", iso(on));
      // A year later or earlier it is another weekday.
      if (shift === 0) expect(found.map(({ min }) => min)).toEqual([day]);
      else expect(found.map(({ min }) => min)).not.toContain(day);
    }),
  );
});

test("chrono-node reads the same day, where we read one", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...STYLES.slice(0, 2)), ({ on, day }, [before, write, after]) => {
      const date = new Date(day * DAY_MS);
      const text = `${before}${write(date.getUTCMonth(), date.getUTCDate())}${after}`;
      const [ours] = datesIn(text, "en", iso(on));
      const start = strict.parse(text, new Date(`${iso(on)}T12:00:00Z`))[0]!.start;
      if (ours) expect(ours.min).toBe(Date.UTC(start.get("year")!, start.get("month")! - 1, start.get("day")!) / DAY_MS);
    }),
  );
});

test("where the page is telling of another year, a day without one is not taken to be of this", () => {
  const page = (...texts: string[]) => datesOfPage(texts.map((text) => datesIn(text, "en", "2017-10-01"))).map((dates) => dates.map(({ text }) => text));
  const [told, bare] = ["On August 30, 1956, the plenum met.", "On September 18, Mao received Mikoyan."];
  expect(page(bare)).toEqual([["September 18"]]);
  expect(page(told, bare)).toEqual([["August 30, 1956"], []]);
  expect(page(bare, told)).toEqual([[], ["August 30, 1956"]]);
  expect(page(`${told} ${bare}`)).toEqual([["August 30, 1956"]]);
  expect(page("Published on September 20, 2017", bare, told)).toEqual([["September 20, 2017"], ["September 18"], ["August 30, 1956"]]);
  // A year is mentioned in passing; what it is told of comes after.
  expect(page(bare, "It was the first such meeting since 1953.", bare)).toEqual([["September 18"], ["1953"], []]);
});
