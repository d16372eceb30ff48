import * as fc from "fast-check";
import { expect, test } from "vitest";
import { NAME_CLASSES } from "../packs/model";
import { ACRONYM, CAPITAL, classOf, entryOf, flagsOf, LAST_CAPITAL, MOST_ENTRIES, ORDINARY, packValue, SPACED, spellingsOf } from "./names";
import { Tokens } from "./tokens";

test("a value holds entry, class and flags", () => {
  const flags = fc.subarray([CAPITAL, LAST_CAPITAL, ACRONYM, ORDINARY, SPACED]).map((set) => set.reduce((a, b) => a | b, 0));
  fc.assert(
    fc.property(fc.nat({ max: MOST_ENTRIES - 1 }), fc.constantFrom(...NAME_CLASSES), flags, (entry, nameClass, set) => {
      const value = packValue(entry, nameClass, set);
      expect([entryOf(value), classOf(value), value & set]).toEqual([entry, nameClass, set]);
      expect(value).toBe(value >>> 0);
    }),
  );
});

const spellings = (text: string, kind: "person" | "place" | "organisation" = "person", lang = "en") => spellingsOf({ text, lang }, kind);

test("given names are found joined, however they are written", () => {
  expect(spellings("Kim Il Sung")).toContain("Kim Ilsung");
  expect(spellings("Kim Il-sung")).toContain("Kim Ilsung");
  expect(spellings("Mao Tse-tung")).toContain("Mao Tsetung");
  expect(spellings("John Foster Dulles")).toEqual(["John Foster Dulles"]);
});

test("acronyms are found with stops and without", () => {
  expect(spellings("U.S.", "place")).toContain("US");
  expect(spellings("UN", "organisation")).toContain("U.N.");
  expect(spellings("THAAD", "organisation")).toEqual(["THAAD"]);
});

test("articles and commas may be left out", () => {
  expect(spellings("the Great Leader")).toEqual(["Great Leader"]);
  expect(spellings("The Hague", "place")).toEqual(["The Hague"]);
  expect(spellings("Washington, D.C.", "place")).toContain("Washington D C");
});

test("Russian names are found in their cases", () => {
  expect(spellings("Никита Хрущёв", "person", "ru")).toEqual(
    expect.arrayContaining(["Никиты Хрущёва", "Никите Хрущёву", "Никитой Хрущёвым", "Никите Хрущёве", "Никиту Хрущёва"]),
  );
  expect(spellings("Ким Ир Сен", "person", "ru")).toEqual(expect.arrayContaining(["Ким Ир Сена", "Ким Ир Сеном"]));
  expect(spellings("Северная Корея", "place", "ru")).toEqual(expect.arrayContaining(["Северной Кореи", "Северную Корею"]));
  expect(spellings("Коммунистическая партия Китая", "organisation", "ru")).toContain("Коммунистической партии Китая");
  expect(spellings("СССР", "place", "ru")).toEqual(["СССР", "С.С.С.Р."]);
  expect(spellings("Мао", "person", "ru")).toEqual(["Мао"]);
});

test("flags say how a name is written", () => {
  const flags = (text: string) => flagsOf(text, new Tokens());
  expect(flags("Kim Il-sung")).toBe(CAPITAL | LAST_CAPITAL);
  expect(flags("US")).toBe(CAPITAL | ACRONYM | ORDINARY);
  expect(flags("U.S.")).toBe(CAPITAL | LAST_CAPITAL | ACRONYM | ORDINARY);
  expect(flags("DPRK")).toBe(CAPITAL | ACRONYM);
  expect(flags("containment")).toBe(0);
  expect(flags("Of")).toBe(CAPITAL | ORDINARY);
  expect(flags("당 중앙")).toBe(SPACED);
  expect(flags("彭德怀")).toBe(0);
});
