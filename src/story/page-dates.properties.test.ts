/** Dates written in every style that we know are found again, exactly; and what chrono-node reads in English is read alike. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strict } from "chrono-node";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasShared, SHARED } from "../../scripts/lib/accuracy-gold";
import { datesIn } from "./page-dates";

const DAY_MS = 86_400_000;
const EN = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DE = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
const RU = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];
const RU_IN = ["январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре", "октябре", "ноябре", "декабре"];
const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
const HAN = "〇一二三四五六七八九";

const dayNumber = (y: number, m: number, d: number): number => Date.UTC(y, m, d) / DAY_MS;
const han = (n: number): string => (n < 10 ? HAN[n]! : `${n >= 20 ? HAN[Math.floor(n / 10)]! : ""}十${n % 10 ? HAN[n % 10]! : ""}`);
const pad = (n: number): string => String(n).padStart(2, "0");

interface Day {
  y: number;
  /** From 0. */
  m: number;
  d: number;
}

type Style = readonly [lang: string, before: string, write: (day: Day) => string, after: string];

const DAYS: readonly Style[] = [
  ["en", "It was on ", ({ y, m, d }) => `${EN[m]} ${d}, ${y}`, ", in the evening."],
  ["en", "It was on ", ({ y, m, d }) => `${d} ${EN[m]} ${y}`, " that he left."],
  ["en", "It was on ", ({ y, m, d }) => `${EN[m]!.slice(0, 3)}. ${d}, ${y}`, "."],
  ["en", "Pyongyang, ", ({ y, m, d }) => `${d}.${ROMAN[m]}.${y}`, "\n"],
  ["en", "as of ", ({ y, m, d }) => `${y}-${pad(m + 1)}-${pad(d)}`, "."],
  ["de", "Es war am ", ({ y, m, d }) => `${d}. ${DE[m]} ${y}`, " in Moskau."],
  ["de", "Es war am ", ({ y, m, d }) => `${d}.${m + 1}.${y}`, "."],
  ["ru", "Это было ", ({ y, m, d }) => `${d} ${RU[m]} ${y} г.`, " в Москве"],
  ["ru", "Это было ", ({ y, m, d }) => `${d} ${RU[m]} ${y} года`, " в Москве"],
  ["ru", "Москва, ", ({ y, m, d }) => `${pad(d)}.${pad(m + 1)}.${y}`, ""],
  ["ko", "평양은 ", ({ y, m, d }) => `${y}년 ${m + 1}월 ${d}일`, "에 대표단을 맞았다."],
  ["zh", "他们在", ({ y, m, d }) => `${y}年${m + 1}月${d}日`, "到达平壤。"],
  ["zh", "他们在", ({ y, m, d }) => `${[...String(y)].map((digit) => HAN[Number(digit)]).join("")}年${han(m + 1)}月${han(d)}日`, "到达平壤。"],
  ["ja", "彼らは", ({ y, m, d }) => `${y}年${m + 1}月${d}日`, "に平壌に着いた。"],
];

const MONTHS: readonly Style[] = [
  ["en", "By ", ({ y, m }) => `${EN[m]} ${y}`, " it was over."],
  ["en", "By ", ({ y, m }) => `${EN[m]} of ${y}`, " it was over."],
  ["de", "Im ", ({ y, m }) => `${DE[m]} ${y}`, " war es vorbei."],
  ["ru", "В ", ({ y, m }) => `${RU_IN[m]} ${y} года`, " всё кончилось."],
  ["ko", "그것은 ", ({ y, m }) => `${y}년 ${m + 1}월`, "에 끝났다."],
  ["zh", "那是", ({ y, m }) => `${y}年${m + 1}月`, "的事。"],
];

const YEARS: readonly Style[] = [
  ["en", "It ended in ", ({ y }) => String(y), " at last."],
  ["en", "It ended (", ({ y }) => String(y), ")."],
  ["de", "Es endete ", ({ y }) => String(y), " endlich."],
  ["ru", "Это было в ", ({ y }) => `${y} году`, "."],
  ["ko", "그것은 ", ({ y }) => `${y}년`, "에 끝났다."],
  ["zh", "那是", ({ y }) => `${y}年`, "的事。"],
];

const someDay = fc.date({ min: new Date("1600-01-01"), max: new Date("2080-12-31"), noInvalidDate: true }).map((date): Day => ({ y: date.getUTCFullYear(), m: date.getUTCMonth(), d: date.getUTCDate() }));

function finds([lang, before, write, after]: Style, day: Day, [min, max]: readonly [number, number]): void {
  const text = write(day);
  const start = before.length;
  expect(datesIn(`${before}${text}${after}`, lang)).toEqual([{ text, min, max, start, end: start + text.length, assumed: false }]);
}

describe("what was written is found again, where it stands", () => {
  test.each(DAYS.map((style) => [style[2]({ y: 1956, m: 7, d: 30 }), style] as const))("%s", (_, style) => {
    fc.assert(fc.property(someDay, (day) => finds(style, day, [dayNumber(day.y, day.m, day.d), dayNumber(day.y, day.m, day.d)])));
  });

  test.each(MONTHS.map((style) => [style[2]({ y: 1956, m: 7, d: 1 }), style] as const))("%s", (_, style) => {
    fc.assert(fc.property(someDay, (day) => finds(style, day, [dayNumber(day.y, day.m, 1), dayNumber(day.y, day.m + 1, 0)])));
  });

  test.each(YEARS.map((style) => [`${style[1]}${style[2]({ y: 1956, m: 0, d: 1 })}`, style] as const))("%s", (_, style) => {
    fc.assert(fc.property(someDay, (day) => finds(style, day, [dayNumber(day.y, 0, 1), dayNumber(day.y, 11, 31)])));
  });

  const spans: readonly (readonly [string, (a: string, b: string) => string])[] = [
    ["en", (a, b) => `from ${a} to ${b}`],
    ["en", (a, b) => `between ${a} and ${b}`],
    ["en", (a, b) => `(${a} – ${b})`],
  ];
  test.each(spans)("%s: spans of days are one date", (lang, write) => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 4000 }), ({ y, m, d }, days) => {
        const until = new Date((dayNumber(y, m, d) + days) * DAY_MS);
        const [a, b] = [`${EN[m]} ${d}, ${y}`, `${EN[until.getUTCMonth()]} ${until.getUTCDate()}, ${until.getUTCFullYear()}`];
        const found = datesIn(`It went on ${write(a, b)}.`, lang);
        expect(found.map(({ min, max }) => [min, max])).toEqual([[dayNumber(y, m, d), dayNumber(y, m, d) + days]]);
      }),
    );
  });
});

test("whatever the text, the dates stand in it in order, none over another, and end when they begin or later", () => {
  const piece = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("1956", "–", "August", "30", "年", "月", " to ", "년 ", "г.", "1950s", ",", "XI", ".", "on ", "last ", "지난 ", "월 ", "am ", "июня "), fc.nat({ max: 2100 }).map(String));
  fc.assert(
    fc.property(fc.array(piece), fc.constantFrom("en", "de", "ru", "ko", "zh", "ja", ""), (pieces, lang) => {
      const text = pieces.join("");
      let end = 0;
      for (const date of datesIn(text, lang, "2017-07-11")) {
        expect(text.slice(date.start, date.end)).toBe(date.text);
        expect(date.start).toBeGreaterThanOrEqual(end);
        expect(date.end).toBeGreaterThan(date.start);
        expect(Number.isInteger(date.min) && date.min <= date.max).toBe(true);
        end = date.end;
      }
    }),
  );
});

test("long texts of digits and words that begin dates are read in a time that grows as they do", () => {
  for (const [piece, most] of [["1", 0], ["1 ", 0], ["August ", 0], ["1956 ", 40_000], ["一", 0], ["“", 0], ["12.", 0], ["page 1, ", 0], ["in 1956 ", 40_000], ["“yesterday ", 40_000], ["on June 12 ", 40_000], ["last ", 0], ["сделал ", 0], ["6月", 0], ["6월 1일", 40_000], ["a ", 0], ["the 1956 ", 40_000]] as const) {
    expect(datesIn(piece.repeat(40_000), "en", "2017-07-11").length).toBeLessThanOrEqual(most);
  }
});

/** What chrono-node's strict parser is sure of: day, month and year; its days are those of its own time zone at noon. */
function chronoDays(text: string): { text: string; day: number }[] {
  return strict.parse(text, new Date("2017-07-11T12:00:00Z")).flatMap(({ text: words, start, end }) => {
    const sure = start.isCertain("year") && start.isCertain("month") && start.isCertain("day") && !end;
    return sure ? [{ text: words, day: dayNumber(start.get("year")!, start.get("month")! - 1, start.get("day")!) }] : [];
  });
}

test("days that chrono-node reads in English are read as the same days", () => {
  const written = DAYS.filter(([lang]) => lang === "en").filter((style) => !/[IVX]/.test(style[2]({ y: 1956, m: 10, d: 12 })));
  fc.assert(
    fc.property(fc.array(fc.tuple(someDay, fc.constantFrom(...written)), { minLength: 1, maxLength: 5 }), (days) => {
      const text = days.map(([day, [, before, write, after]]) => `${before}${write(day)}${after}`).join(" Nothing else happened. ");
      const ours = datesIn(text, "en").map(({ min }) => min);
      const theirs = chronoDays(text).map(({ day }) => day);
      // Chrono overlooks some; whatever it finds we find.
      expect(ours).toEqual(expect.arrayContaining(theirs));
      expect(ours).toEqual(days.map(([{ y, m, d }]) => dayNumber(y, m, d)));
    }),
  );
});

if (hasShared()) {
  test("in real articles every day that chrono-node is sure of is found, and is the same day", () => {
    const seeds = join(SHARED, "seeds");
    const texts = readdirSync(seeds).filter((name) => name.endsWith(".txt")).map((name) => readFileSync(join(seeds, name), "utf8"));
    const gold = readFileSync(join(SHARED, "gold/dev.jsonl"), "utf8").trim().split("\n");
    texts.push(...gold.map((line) => (JSON.parse(line) as { text: string }).text));
    const missed = texts.flatMap((text) => {
      const ours = datesIn(text, "en");
      // A day may be part of a longer span.
      return chronoDays(text).filter(({ day }) => !ours.some(({ min, max }) => min <= day && day <= max));
    });
    expect(missed).toEqual([]);
  });
} else {
  test("no articles lie beside the project: only dates of our own making are read", () => {
    console.warn("src/story/page-dates: ../shared is not there, so chrono-node was asked about texts of our own alone.");
    expect(hasShared()).toBe(false);
  });
}
