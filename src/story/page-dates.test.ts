import { expect, test } from "vitest";
import { datesIn } from "./page-dates";

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const read = (text: string, lang = "en", published?: string): string[] =>
  datesIn(text, lang, published).map((date) => {
    expect(text.slice(date.start, date.end)).toBe(date.text);
    return date.min === date.max ? `${date.text} = ${iso(date.min)}` : `${date.text} = ${iso(date.min)}/${iso(date.max)}`;
  });

test.each([
  ["The Central Committee met on August 30–31, 1956.", "August 30–31, 1956 = 1956-08-30/1956-08-31"],
  ["on 30 August 1956 in Pyongyang", "30 August 1956 = 1956-08-30"],
  ["the 30th of August, 1956", "30th of August, 1956 = 1956-08-30"],
  ["Tuesday, September 18, 1956", "September 18, 1956 = 1956-09-18"],
  ["30 August – 2 September 1956", "30 August – 2 September 1956 = 1956-08-30/1956-09-02"],
  ["August 30-September 2, 1956", "August 30-September 2, 1956 = 1956-08-30/1956-09-02"],
  ["in Aug. 1956", "Aug. 1956 = 1956-08-01/1956-08-31"],
  ["August–September 1956", "August–September 1956 = 1956-08-01/1956-09-30"],
  ["in late August 1956", "late August 1956 = 1956-08-21/1956-08-31"],
  ["Moscow, 12.XI.1956", "12.XI.1956 = 1956-11-12"],
  ["throughout the 1960s", "1960s = 1960-01-01/1969-12-31"],
  ["the early 1960s", "early 1960s = 1960-01-01/1963-12-31"],
  ["by mid-1957", "mid-1957 = 1957-05-01/1957-08-31"],
  ["in the summer of 1956", "summer of 1956 = 1956-06-01/1956-08-31"],
  ["the winter of 1950–51", "winter of 1950–51 = 1950-12-01/1951-02-28"],
  ["war of 1950–53", "1950–53 = 1950-01-01/1953-12-31"],
  ["from 1950 to 1953", "1950 to 1953 = 1950-01-01/1953-12-31"],
  ["between 1950 and 1953", "1950 and 1953 = 1950-01-01/1953-12-31"],
  ["from June 25, 1950 to July 27, 1953", "June 25, 1950 to July 27, 1953 = 1950-06-25/1953-07-27"],
  ["Hungary’s 1956 uprising", "1956 = 1956-01-01/1956-12-31"],
  ["the 1956 elections", "1956 = 1956-01-01/1956-12-31"],
  ["In 1956 soldiers came home.", "1956 = 1956-01-01/1956-12-31"],
  ["Kim Jong Il (1942–2011)", "1942–2011 = 1942-01-01/2011-12-31"],
  ["in a 1956 speech", "1956 = 1956-01-01/1956-12-31"],
  ["his now famous 1956 speech", "1956 = 1956-01-01/1956-12-31"],
  ["A 1972 Handshake That Changed the World", "1972 = 1972-01-01/1972-12-31"],
  ["Hungary 1956: An Uprising", "1956 = 1956-01-01/1956-12-31"],
  ["Remembering 1956’s failed revolt", "1956 = 1956-01-01/1956-12-31"],
  ["Why 1956 Still Matters", "1956 = 1956-01-01/1956-12-31"],
  ["since 1956-08-30", "1956-08-30 = 1956-08-30"],
])("English: %s", (text, date) => {
  expect(read(text)).toEqual([date]);
});

test.each([
  ["de", "am 30. August 1956", "30. August 1956 = 1956-08-30"],
  ["de", "am 30./31. August 1956", "30./31. August 1956 = 1956-08-30/1956-08-31"],
  ["de", "am 30.8.1956", "30.8.1956 = 1956-08-30"],
  ["de", "Mitte 1957", "Mitte 1957 = 1957-05-01/1957-08-31"],
  ["de", "die 1960er Jahre", "1960er Jahre = 1960-01-01/1969-12-31"],
  ["de", "Er wurde 1956 gestürzt.", "1956 = 1956-01-01/1956-12-31"],
  ["de", "von 1950 bis 1953", "1950 bis 1953 = 1950-01-01/1953-12-31"],
  ["ru", "30 августа 1956 г.", "30 августа 1956 г. = 1956-08-30"],
  ["ru", "в августе 1956 года", "августе 1956 года = 1956-08-01/1956-08-31"],
  ["ru", "летом 1956 года", "летом 1956 года = 1956-06-01/1956-08-31"],
  ["ru", "в 1950—1953 гг.", "1950—1953 гг. = 1950-01-01/1953-12-31"],
  ["ru", "в 1960-х годах", "1960-х годах = 1960-01-01/1969-12-31"],
  ["ru", "с 25 июня 1950 г. по 27 июля 1953 г.", "25 июня 1950 г. по 27 июля 1953 г. = 1950-06-25/1953-07-27"],
  ["ko", "1956년 8월 30일에 열린", "1956년 8월 30일 = 1956-08-30"],
  ["ko", "1956년 8월 30~31일", "1956년 8월 30~31일 = 1956-08-30/1956-08-31"],
  ["ko", "1950년부터 1953년까지", "1950년부터 1953년 = 1950-01-01/1953-12-31"],
  ["ko", "1960년대 말", "1960년대 말 = 1967-01-01/1969-12-31"],
  ["ko", "1956년 여름", "1956년 여름 = 1956-06-01/1956-08-31"],
  ["zh", "1956年8月30日至31日，", "1956年8月30日至31日 = 1956-08-30/1956-08-31"],
  ["zh", "一九五六年八月三十日", "一九五六年八月三十日 = 1956-08-30"],
  ["zh", "20世纪60年代", "20世纪60年代 = 1960-01-01/1969-12-31"],
  ["zh", "1957年中国", "1957年 = 1957-01-01/1957-12-31"],
  ["ko", "1956년 8월 12일부터 15일간", "1956년 8월 12일 = 1956-08-12"],
  ["ja", "1956年8月12日から15日間", "1956年8月12日 = 1956-08-12"],
  ["ja", "１９５６年８月", "１９５６年８月 = 1956-08-01/1956-08-31"],
])("%s: %s", (lang, text, date) => {
  expect(read(text, lang)).toEqual([date]);
});

test.each([
  "1,956 men", "1956 soldiers", "mit 1956 Soldaten", "p. 1956", "pp. 1956–1960", "$2000", "Resolution 1718", "Resolutions 1718, 1874 and 2094",
  "a Boeing 1900", "2000 troops", "by 1500 to 3000 men", "1,956년", "on August 30", "2016.5 points", "call 555-1956", "1956%", "the year 900",
])("no date: %s", (text) => {
  expect(read(text, "de")).toEqual([]);
});

test.each([
  "a 2000 dollar bill", "a 1500 strong force", "their 1956 men", "a 1950 word essay", "an estimated 1956 dead", "a Boeing 1947", "Boeing 1947: a plane",
  "a 1620 hectare park", "a 1550 gram weight", "his 2048 bit key", "the 2048 bit key", "a 1520 SAT score", "a 1650 horsepower engine", "its 1920 pixel screen", "Why 1956 men left", "he lost 1956 votes", "the remaining 1956 prisoners of war",
])("no date in English: %s", (text) => {
  expect(read(text)).toEqual([]);
});

test("after words of one's own, a number is no year that is long past or yet far", () => {
  expect(read("his 2031 key", "en", "2024-06-20")).toEqual([]);
  expect(read("his 2025 key", "en", "2024-06-20")).toEqual(["2025 = 2025-01-01/2025-12-31"]);
  expect(read("a 1699 letter")).toEqual([]);
  expect(read("a 1701 letter")).toEqual(["1701 = 1701-01-01/1701-12-31"]);
});

test("of a day that there never was, the month is believed", () => {
  expect(read("on 31 February 1956")).toEqual(["February 1956 = 1956-02-01/1956-02-29"]);
});

test("yesterday and last year need the day of publication, and nobody's quotation around them", () => {
  expect(read("It failed yesterday, and last year.", "en", "2017-09-05")).toEqual(["yesterday = 2017-09-04", "last year = 2016-01-01/2016-12-31"]);
  expect(read("It failed yesterday.")).toEqual([]);
  expect(read("“It failed yesterday,” he said.", "en", "2017-09-05")).toEqual([]);
});
