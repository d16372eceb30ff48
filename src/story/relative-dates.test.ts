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
  "on June 12 of that year", "on June 12 of every year", "on June 12, 70 years ago", "同年9月18日", "1956年的9月18日から", "农历6月12日", "日本年3月3日", "12 июня каждого года",
  "the June 4 crackdown", "улица 8 марта", "парад 9 мая", // Their names.
  "on may 12", "the last may be", "지난 12일간", "on June 31", "6月12日报上", "6月12日本紙",
  "“We attacked on June 12,” he said",
])("left out: %s", (text) => {
  expect(read(text).filter((date) => !/1956年/.test(date))).toEqual([]);
});

const onPage = (...texts: string[]): string[] => {
  const found = datesOfPage(texts.map((text) => datesIn(text, "", "2024-11-01"))).flat();
  return found.map(({ text, min, max }) => (min === max ? `${text} = ${iso(min)}` : text));
};

test.each([
  "signed on July 27 in 1953", "signed on July 27 of 1953", "Kim was born on April 15 (1912)", "on April 15, in the spring of 1912", "on June 12, 13 and 14, 1956",
  "on June 12, 13 and 14 1956", "on December 25 or 26, 1991", "on June 25 (Sunday), 1950", "am 12. Juni im Jahr 1956", "am 12. Juni des Jahres 1956",
  "Они встретились 12 июня в 1956 году", "6월 25일에 1950년", "In 1950 the army crossed the border on June 25.",
])("the year that a clause says is that of its day: %s", (text) => {
  expect(onPage(text).filter((date) => /= 202/.test(date))).toEqual([]);
});

test("the year of publication forbids nothing, and a year that is said elsewhere on the page only what is near it", () => {
  expect(onPage("They met on June 12 in 2024.")).toEqual(["June 12 = 2024-06-12", "2024"]);
  expect(onPage("They met on June 12.", "It was the first meeting since 1953.")).toEqual(["June 12 = 2024-06-12", "1953"]);
  expect(onPage("On June 12 they held the first meeting since 1953.")).toEqual(["1953"]);
});

test.each([
  "He commented on the October 7 attack.", "a speech on the 7 October attack", "views on October 7 attacks", "a museum on the June 4 crackdown", "a report on the April 3 massacre",
  "die Anschläge vom 11. September", "das Attentat vom 20. Juli", "der Aufstand vom 17. Juni", "das Massaker vom 4. Juni",
  "6月4日天安門事件", "6月4日的天安门事件", "9月11日恐怖袭击", "9月11日同時多発テロ", "5月4日运动", "5月4日運動",
])("named after a day, of whatever year: %s", (text) => {
  expect(onPage(text)).toEqual([]);
});

test.each([
  ["on the 12th of June", "12th of June"], ["on Wednesday, the 12th of June", "12th of June"], ["vom 12. bis 14. Juni", "12. bis 14. Juni"], ["vom Mittwoch, dem 12. Juni,", "12. Juni"],
  ["6月12日に事件が起きた", "6月12日"], ["6月12日在北京发生事件", "6月12日"],
  ["Он прибыл 12 июня в Москву", "12 июня"], ["Партия объявила 12 июня", "12 июня"], ["Он скончался 12 июня", "12 июня"], ["Его арестовали 12 июня", "12 июня"], ["Он убил 12 июня", "12 июня"], ["Книга вышла 12 июня", "12 июня"], ["Что он сделал 12 июня?", "12 июня"],
  ["朝中社6月12日报道", "6月12日"], ["今年の6月12日", "今年の6月12日"], ["本年6月12日", "本年6月12日"], ["3년 만에 6월 12일에", "6월 12일"], ["5年ぶりに6月12日に", "6月12日"],
])("still that day: %s", (text, date) => {
  expect(datesIn(text, "", "2024-11-01").map((each) => each.text)).toEqual([date]);
});

test.each([
  "翌年の6月25日", "同年の6月25日", "毎年の6月25日", "昭和20年、8月15日", "昭和20年の夏、8月15日", "次年，8月15日", "3年後の8月15日",
  "이듬해인 6월 25일에", "그 해 6월 25일에", "그해 여름, 6월 25일에", "같은 해의 6월 25일에", "해마다 6월 25일에", "매해 10월 10일에", "1950년, 6월 25일에",
  "재작년 8월", "一昨年8月", "재작년", "一昨年", "一昨日", "the day before yesterday",
  "Two years later, on June 12, he left.", "on June 12, two years later", "A year later he died on June 12.", "Next year they will meet on June 12.", "Ein Jahr später starb er am 12. Juni.",
  "Через два года они встретились 12 июня.", "3년 뒤 6월 25일에", "That year, on June 12, he left.", "The following year he was freed, on June 12.", "Im folgenden Jahr starb er am 12. Juni.", "В том же году они встретились 12 июня.",
])("of another year, or day, that is said: %s", (text) => {
  expect(datesIn(text, "", "2024-11-01").filter(({ min }) => min > 0)).toEqual([]);
});

test.each([
  "совет 9 мая", "кабинет 9 мая", "отдел 9 мая", "канал 9 мая", "журнал 9 мая", "портрет 9 мая", "минут 9 мая", "генерал 9 мая", "Страна отмечает 9 мая",
  "расстрел 9 января", "обстрел 9 мая", "начало 9 мая", "жители 9 мая", "представители 9 мая", "школа 9 мая", "провал 9 мая", "раздел 9 мая", "протокол 9 мая", "если 9 мая",
  "сигнал 9 мая", "скандал 9 мая", "стили 9 мая", "профили 9 мая", "причал 9 мая", "полуфинал 9 мая", "подраздел 9 мая",
])("after no verb in the past: %s", (text) => {
  expect(datesIn(text, "ru", "2024-11-01")).toEqual([]);
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

const LAST_YEAR: readonly Style[] = [
  ["They met on ", (m, d) => `${EN[m]} ${d} last year`, "."],
  ["They met on ", (m, d) => `${d} ${EN[m]}, last year`, "."],
  ["They met on the ", (m, d) => `${d}th of ${EN[m]} of last year`, "."],
  ["It was ", (m, d) => `last year on ${d} ${EN[m]}`, " that they met."],
  ["", (m, d) => `Last year, on ${EN[m]} ${d}`, ", they met."],
  ["They recalled ", (m, d) => `last year’s ${EN[m]} ${d}`, " talks."],
  ["Sie trafen sich am ", (m, d) => `${d}. ${DE[m]} letzten Jahres`, "."],
  ["Sie trafen sich am ", (m, d) => `${d}. ${DE[m]} im vergangenen Jahr`, "."],
  ["Sie trafen sich ", (m, d) => `im letzten Jahr am ${d}. ${DE[m]}`, "."],
  ["Sie trafen sich ", (m, d) => `letztes Jahr am ${d}. ${DE[m]}`, "."],
  ["Они встретились ", (m, d) => `${d} ${RU[m]} прошлого года`, " в Москве."],
  ["Они встретились ", (m, d) => `${d}-го ${RU[m]} минувшего года`, "."],
  ["Они встретились ", (m, d) => `${d} ${RU[m]} в прошлом году`, "."],
  ["Они встретились ", (m, d) => `в прошлом году, ${d} ${RU[m]}`, "."],
  ["그들은 ", (m, d) => `지난해 ${m + 1}월 ${d}일`, "에 만났다."],
  ["그들은 ", (m, d) => `지난 해 ${m + 1}월 ${d}일`, "에 만났다."],
  ["그들은 ", (m, d) => `작년의 ${m + 1}월 ${d}일`, "에 만났다."],
  ["他们在", (m, d) => `去年${m + 1}月${d}日`, "到达平壤。"],
  ["他們在", (m, d) => `去年的${m + 1}月${d}號`, "到達平壤。"],
  ["彼らは", (m, d) => `昨年${m + 1}月${d}日`, "に平壌に着いた。"],
  ["", (m, d) => `昨年、${m + 1}月${d}日`, "に平壌に着いた。"],
];

test.each(LAST_YEAR.map((style) => [`${style[0]}${style[1](2, 4)}${style[2]}`, style] as const))("%s: of the year before, whenever it was published", (_, [before, write, after]) => {
  const written = fc.date({ min: new Date("1900-01-01"), max: new Date("2080-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(written, fc.nat(364), (published, nth) => {
      const day = Math.floor(Date.UTC(published.getUTCFullYear() - 1, 0, 1) / DAY_MS) + nth;
      const date = new Date(day * DAY_MS);
      const text = write(date.getUTCMonth(), date.getUTCDate());
      const expected = { text, min: day, max: day, start: before.length, end: before.length + text.length, assumed: false };
      expect(datesIn(`${before}${text}${after}`, "", published.toISOString())).toEqual([expected]);
    }),
  );
});

test.each([
  ["on March 3–5 last year", "March 3–5 last year = 2025-03-03/2025-03-05"],
  ["vom 3. bis 5. März letzten Jahres", "3. bis 5. März letzten Jahres = 2025-03-03/2025-03-05"],
  ["3–5 марта прошлого года", "3–5 марта прошлого года = 2025-03-03/2025-03-05"],
  ["去年3月3日至5日", "去年3月3日至5日 = 2025-03-03/2025-03-05"],
  ["지난해 3월 3~5일", "지난해 3월 3~5일 = 2025-03-03/2025-03-05"],
  ["он прибыл 3 марта текущего года", "3 марта текущего года = 2026-03-03"],
  // For so many days, and after so many, is until none of them.
  ["昨年6月12日から15日間", "昨年6月12日 = 2025-06-12"],
  ["昨年6月12日から2日間の日程で訪朝した", "昨年6月12日 = 2025-06-12"],
  ["작년 6월 12일부터 15일간", "작년 6월 12일 = 2025-06-12"],
  ["지난해 6월 12일부터 3일간 방북했다", "지난해 6월 12일 = 2025-06-12"],
  ["지난해 6월 12일부터 15일 동안", "지난해 6월 12일 = 2025-06-12"],
  ["지난해 6월 12일에서 15일 뒤", "지난해 6월 12일 = 2025-06-12"],
  ["지난해 6월 12일부터 15일 만에", "지난해 6월 12일 = 2025-06-12"],
  ["今年6月12日到13号楼", "今年6月12日 = 2026-06-12"],
  ["6月12日から15日間", "6月12日 = 2026-06-12"],
  ["6月12日から2日間の日程で", "6月12日 = 2026-06-12"],
  ["지난해 6월 12일부터 15일 간담회가", "지난해 6월 12일부터 15일 = 2025-06-12/2025-06-15"],
  ["昨年6月12日から15日まで", "昨年6月12日から15日 = 2025-06-12/2025-06-15"],
  // Until one of the month after it.
  ["去年6月28日至3日", "去年6月28日至3日 = 2025-06-28"],
  ["6月12日、会談の日", "6月12日 = 2026-06-12"],
])("days of a year that is said: %s", (text, date) => {
  expect(read(text)).toEqual([date]);
});

test.each([
  ["Unlike last year, on March 3 they met.", "last year"], ["Last year they met in Seoul on March 3.", "Last year"], ["Im vergangenen Jahr trafen sie sich am 3. März.", "Im vergangenen Jahr"],
  ["지난해에는 3월 3일에 만났다.", "지난해"], ["去年他们也在3月3日见面。", "去年"], ["last year, on March 3, 2020", "last year/March 3, 2020"],
  ["am 3. März des Vorjahres", ""], ["am 3. März nächsten Jahres", ""], ["on 3 March next year", ""], ["Он уедет 3 марта будущего года", ""], ["내년 3월 3일에", ""], ["明年3月3日", ""],
  ["over the last year", ""],
  ["In his last year, on March 3, he wrote", ""], ["In Stalin’s last year, on March 3, he", ""], ["in the last year, on March 3, of the war", ""], ["On March 3 last year’s champion resigned.", "March 3/last year"],
  ["In seinem letzten Jahr schrieb er.", ""], ["In seinem letzten Jahr, am 3. März, schrieb er.", ""], ["im letzten Jahr seines Lebens", ""], ["В последний год жизни он написал 3 марта письмо.", ""], ["seit dem letzten Jahr", "letzten Jahr"], ["the last year of the war", ""], ["in his last year as president", ""], ["Obama’s last year", ""], ["im letzten Jahr des Krieges", ""],
])("not given this year: %s", (text, dates) => {
  expect(datesIn(text, "", "2026-06-20").map((date) => date.text).join("/")).toBe(dates);
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
