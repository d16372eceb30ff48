import fc from "fast-check";
import { expect, test } from "vitest";
import { english } from "../i18n/english";
import { packOf, type Sketch } from "../spotting/testing";
import { castDetail, castWeights, initials, pastDates } from "./cast";

const language = { t: english, locale: "en" };
const year = (number: number) => ({ min: Date.UTC(number, 0) / 86_400_000, max: Date.UTC(number, 11, 31) / 86_400_000 });

/** What is said of an entry on a page that speaks of some years. */
function detail(sketch: Omit<Sketch, "id">, ...years: number[]) {
  return castDetail(packOf([{ id: "it", ...sketch }]), 0, years.map(year), language);
}

const OFFICES: Sketch["roles"] = [["Minister", 1950, 1958], ["Ambassador", 1959, 1966]];

test("the office held at the time that the page speaks of comes before what came of it", () => {
  const { lines } = detail({ names: ["Pak Il"], roles: OFFICES, lived: [1900, 1980] }, 1956);
  expect(lines).toEqual([
    { what: "then", text: "Minister", when: "1950–1958" },
    { what: "end", text: "died 1980" },
  ]);
  expect(detail({ names: ["Pak Il"], roles: OFFICES, lived: [1900, 1980] }, 1956, 1961, 1962).lines[0]!.text).toBe("Ambassador");
});

test("without a time the first office that the pack names stands for them, and the last is what they are now", () => {
  expect(detail({ names: ["Pak Il"], roles: OFFICES }).lines).toEqual([
    { what: "role", text: "Minister", when: "1950–1958" },
    { what: "now", text: "Ambassador", when: "1959–1966" },
  ]);
  // One office is said once.
  expect(detail({ names: ["Pak Il"], roles: [["Ambassador", 1959, 1966]] }, 1960).lines.map(({ what }) => what)).toEqual(["now"]);
});

test("who has no office has no lines, and what is no person has no initials", () => {
  expect(detail({ names: ["Pak Il"], lived: [1900, 1980], about: "A poet." })).toMatchObject({ lines: [], who: "A poet.", when: "1900–1980", initials: "PI" });
  expect(detail({ names: ["Lake Changjin"], kind: "place" }).initials).toBe("");
});

test.each([
  ["Kim Il Sung", "KIS"],
  ["Kim Il-sung", "KIS"],
  ["Bashar al-Assad", "BA"],
  ["Mao Zedong", "MZ"],
  ["Anastas Mikoyan", "AM"],
  ["Juan Domingo de la Cruz Perón Sosa", "JS"],
  ["O'Neill", "O"],
  ["Никита Хрущёв", "НХ"],
  ["김일성", "김"],
  ["毛泽东", "毛"],
  ["", ""],
])("%s is %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test("a page speaks of the past where it names days long before its own", () => {
  expect(pastDates([year(1956), year(2017)], "2017-07-05")).toEqual([year(1956)]);
  expect(pastDates([year(2017)], "2017-07-05")).toEqual([]);
  expect(pastDates([year(1956), year(2017)], "")).toEqual([year(1956)]);
  expect(pastDates([year(1956)], "")).toEqual([year(1956)]);
  expect(pastDates([], "")).toEqual([]);
});

test("a headline weighs more than a subheading, that more than a line below, and doubt weighs less", () => {
  const at = (block: number, heading = false, confidence = 1) => castWeights([{ member: 0, kind: "person", block, heading, confidence }], 1)[0]!;
  expect(at(0, true)).toBeGreaterThan(at(5, true));
  expect(at(5, true)).toBeGreaterThan(at(5));
  expect(at(1)).toBeGreaterThan(at(5));
  expect(at(5)).toBeGreaterThan(at(5, false, 0.6));
  const [envoy, town] = castWeights([{ member: 0, kind: "person", block: 1, heading: false, confidence: 1 }, { member: 1, kind: "place", block: 1, heading: false, confidence: 1 }], 2);
  expect(envoy).toBeGreaterThan(town!);
});

test("one more mention never makes anybody less, nor anybody else more", () => {
  const naming = fc.record({ member: fc.nat(4), kind: fc.constantFrom("person" as const, "place" as const), block: fc.nat(20), heading: fc.boolean(), confidence: fc.double({ min: 0, max: 1, noNaN: true }) });
  fc.assert(
    fc.property(fc.array(naming), naming, (namings, another) => {
      const before = castWeights(namings, 5);
      const after = castWeights([...namings, another], 5);
      after.forEach((weight, member) => {
        if (member === another.member) expect(weight).toBeGreaterThanOrEqual(before[member]!);
        else expect(weight).toBe(before[member]);
      });
    }),
  );
});
