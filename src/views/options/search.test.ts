import fc from "fast-check";
import { expect, test } from "vitest";
import messages from "../../../public/_locales/en/messages.json";
import { english } from "../../i18n/english";
import { CATALOGUE, SECTIONS, SETTING_IDS, TITLES, wordsOf } from "./catalogue";
import { findSettings } from "./search";

const find = (query: string) => [...findSettings(query, english)];

test("every setting has its words, each of its own", () => {
  const keys = SETTING_IDS.flatMap((id) => [wordsOf(id).label, wordsOf(id).hint, wordsOf(id).also, ...(wordsOf(id).choices ?? [])]);
  expect([...keys, ...Object.values(TITLES)].filter((key) => !(key in messages))).toEqual([]);
  expect(new Set(SETTING_IDS.map((id) => english(wordsOf(id).label))).size).toBe(SETTING_IDS.length);
  expect(new Set(Object.values(CATALOGUE).map(({ section }) => section))).toEqual(new Set(SECTIONS));
});

test.each([
  ["", SETTING_IDS],
  ["  ", SETTING_IDS],
  ["underline", ["style"]],
  ["MILLISECONDS", ["dwell"]],
  ["font", ["textSize"]],
  ["whitelist", ["run"]],
  ["never here", ["sites"]],
  ["wrong card", ["corrections"]],
  ["theme zebra", []],
])("“%s” finds %j", (query, ids) => {
  expect(find(query)).toEqual(ids);
});

test("what stands in a setting's own words finds it, whatever their case and order", () => {
  fc.assert(
    fc.property(fc.constantFrom(...SETTING_IDS), fc.nat(), fc.nat(), fc.boolean(), (id, one, other, loud) => {
      const { label, hint, also } = wordsOf(id);
      const words = [label, hint, also].map((key) => english(key)).join(" ").split(/[\s,]+/);
      const query = `${words[one % words.length]} ${words[other % words.length]}`;
      expect(find(loud ? query.toUpperCase() : query)).toContain(id);
      // More words never find more.
      expect(find(`${query} x`).every((each) => find(query).includes(each))).toBe(true);
    }),
  );
});
