import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry, Kind, Name } from "../../packs/model";
import { GENERATED } from "../names";
import { findNames } from "../find";
import { openSection } from "../compile";
import { spellingsOf } from "../names";
import { dictionaryOf } from "../compile";
import { tokenise, Tokens } from "../tokens";
import { generatedNames, keyOf, MOST_GENERATED } from "./generate";

type Names = Partial<Record<string, string[]>>;

/** `names` by language; `short` among them are short names in English. */
function entry(id: string, kind: string, { short = [], ...names }: Names, native?: string): Entry {
  const full = Object.entries(names).flatMap(([lang, texts = []]) => texts.map((text): Name => ({ text, lang, class: "full" })));
  const all = [...full, ...short.map((text): Name => ({ text, lang: "en", class: "short" }))];
  return { id, kind: kind as Kind, names: all, dates: {}, roles: [], links: [], about: [], timeline: [], cite: [], ...(native ? { native } : {}) };
}

/** `kim-il-sung: Il-sung Kim`, with `~` before a short name. */
function inWords(entries: readonly Entry[]): string[] {
  return generatedNames(entries).map((each) => `${entries[each.entry]!.id}: ${each.class === "full" ? "" : "~"}${each.text}`);
}

const KIM = entry("kim-il-sung", "person", { en: ["Kim Il Sung"], ko: ["김일성"], short: ["Kim"] }, "ko");
const JONG_IL = entry("kim-jong-il", "person", { en: ["Kim Jong Il"], ko: ["김정일"], short: ["Kim"] }, "ko");
const MAO = entry("mao", "person", { en: ["Mao Zedong"], zh: ["毛泽东"] }, "zh");
const KHRUSHCHEV = entry("khrushchev", "person", { en: ["Nikita Sergeyevich Khrushchev"], ru: ["Никита Хрущёв"] }, "ru");
const KENNEDY = entry("kennedy", "person", { en: ["John Fitzgerald Kennedy"] });
const DALLAS = entry("dallas", "place", { en: ["Dallas, Texas"] });
const NYT = entry("nyt", "organisation", { en: ["The New York Times"] });
const NAVY = entry("navy", "organisation", { en: ["U.S. Navy"] });
const STALIN = entry("stalin", "person", { en: ["Joseph Stalin", "Stalin"] });
const VASILY = entry("vasily", "person", { en: ["Vasily Stalin"] });
const ALL = [KIM, JONG_IL, MAO, KHRUSHCHEV, KENNEDY, DALLAS, NYT, NAVY, STALIN, VASILY];

test("spellings come of names in many ways", () => {
  expect(inWords(ALL)).toEqual(
    expect.arrayContaining([
      "kim-il-sung: Il Sung Kim", "kim-il-sung: Kim Il Song", "kim-il-sung: Kim Ir Sen", "kim-il-sung: Kim, Il Sung",
      "mao: Mao Tse-tung", "mao: ~Mao", "mao: 毛澤東",
      "khrushchev: Nikita Chruschtschow", "khrushchev: N. S. Khrushchev", "khrushchev: ~Khrushchev", "khrushchev: ~Хрущёва", "khrushchev: ~Chruschtschow",
      "kennedy: J. F. Kennedy", "kennedy: ~Kennedy", "dallas: ~Dallas", "nyt: New York Times", "navy: US Navy", "vasily: ~Stalin",
    ]),
  );
});

test("what a pack lists is left alone", () => {
  const listed = entry("pak", "person", { en: ["Kim Il Song"] });
  expect(inWords([KIM, listed]).filter((line) => line.endsWith("Kim Il Song"))).toEqual([]);
  expect(inWords([KIM, entry("title", "idea", { short: ["Kim Il Song"] })]).filter((line) => line.endsWith("Kim Il Song"))).toEqual([]);
  // A listed short name needs no other.
  expect(inWords([KIM]).filter((line) => line.includes("~"))).toEqual([]);
  expect(inWords([STALIN]).filter((line) => line.endsWith("Stalin"))).toEqual([]);
  // The town that is listed in full is not a person that only looks like one; a person's surname may be a town's name too.
  const washington = entry("city", "place", { en: ["Washington"] });
  expect(inWords([washington, entry("denzel", "person", { en: ["Denzel Washington"] })])).toContain("denzel: ~Washington");
});

test("a name that has the shape of a person's is taken for one where the pack does not say", () => {
  const beckham = entry("beckham", "other", { en: ["David Beckham"] });
  expect(inWords([entry("nam", "person", { en: ["Kim Yong-nam (politician)"] })])).toContain("nam: Kim Yong-nam");
  const kelly = entry("kelly", "other", { en: ["Robert F. Kelly (footballer)"] });
  const others = ["Manchester United", "New York", "Soviet Union", "Dallas, Texas", "Time (magazine)"].map((name, at) => entry(`o${at}`, "other", { en: [name] }));
  expect(inWords([beckham, kelly, ...others])).toEqual([
    "beckham: ~Beckham", "kelly: ~Kelly", "kelly: Robert Kelly", "kelly: Robert F. Kelly", "o3: Dallas",
  ]);
  // It may be a club: on a page, the town whose first name it is outweighs it.
  const [bayern, munich] = [entry("bayern", "other", { en: ["Bayern Munich"] }), entry("munich", "other", { en: ["Munich"] })];
  expect(inWords([bayern, munich])).toEqual(["bayern: ~Munich"]);
});

test("of two claims the surer one counts, and equal ones both", () => {
  const same = inWords([entry("a", "person", { en: ["John Edward Smith"] }), entry("b", "person", { en: ["John Henry Smith"] })]);
  expect(same).toEqual(expect.arrayContaining(["a: John Smith", "b: John Smith", "a: ~Smith", "b: ~Smith"]));
  const turned = entry("turned", "person", { en: ["Il-song Kim"] });
  const unequal = inWords([KIM, turned]).filter((line) => line.endsWith(": Kim Il-song") || line.endsWith(": Kim Il Song"));
  expect(unequal).toEqual(["turned: Kim Il-song"]);
});

test("an entry gets no more spellings than a page can bear", () => {
  const letters = Array.from("ABCDEFGHIJKLMNOPQRST");
  const many = entry("many", "person", { en: letters.map((letter) => `${letter}nton ${letter}rthur ${letter}ugustus Smithson`) });
  expect(inWords([many])).toHaveLength(MOST_GENERATED);
});

test("nothing is made of what is no telling name", () => {
  const made = [
    ...inWords([entry("so", "person", { en: ["Kim So"], ko: ["김소"] }, "ko")]),
    ...inWords([entry("time", "organisation", { en: ["Time (magazine)", "The Times"] })]),
    ...inWords([entry("seoul", "place", { en: ["Seoul"], ko: ["서울"] }, "ko")]),
    ...inWords([entry("paris", "document", { en: ["Treaty of Paris (1783)"] })]).map((line) => line.replace("~Treaty of Paris", "")),
    ...inWords([entry("may", "person", { en: ["Theresa May"] })]),
  ];
  expect(made.filter((line) => /: ~?(?:So|Time|Soul|May|Treaty of Paris)$/.test(line) && !line.endsWith("~Time"))).toEqual([]);
});

test("what is made does not depend on the order of the entries", () => {
  const expected = inWords(ALL).sort();
  fc.assert(
    fc.property(fc.shuffledSubarray(ALL, { minLength: ALL.length }), (shuffled) => {
      expect(inWords(shuffled).sort()).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

const words = fc.constantFrom(..."Kim Il Sung Jong Un Mao Zedong John Fitzgerald Kennedy The US St. Petersburg & of de Smith, Jr. (footballer) Texas И. Иван Ким 김일성 毛泽东 A".split(" "));
const someEntries = fc.array(
  fc.record({
    kind: fc.constantFrom<Kind>("person", "place", "organisation"),
    names: fc.array(fc.record({ text: fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join(" ")), lang: fc.constantFrom("en", "ko", "zh", "ru") }), { minLength: 1, maxLength: 4 }),
    native: fc.constantFrom(undefined, "ko", "zh", "ru", "ja"),
  }),
  { maxLength: 5 },
);

test("whatever the names, spellings are new, few and each once", () => {
  fc.assert(
    fc.property(someEntries, (sketches) => {
      const entries = sketches.map(({ kind, names, native }, at) => ({
        ...entry(`e${at}`, kind, {}, native),
        names: names.map((name): Name => ({ ...name, class: "full" })),
      }));
      const listed = new Set(entries.flatMap(({ names, kind }) => names.flatMap((name) => spellingsOf(name, kind).map(keyOf))));
      const generated = generatedNames(entries);
      for (const { text, class: nameClass } of generated) if (nameClass === "full") expect(listed.has(keyOf(text)), text).toBe(false);
      for (let at = 0; at < entries.length; at++) {
        const own = generated.filter((each) => each.entry === at).map(({ text }) => keyOf(text));
        expect(own.length).toBeLessThanOrEqual(MOST_GENERATED);
        expect(new Set(own).size).toBe(own.length);
      }
    }),
  );
});

test("the dictionary says which names are made by rule", () => {
  const entries = [KIM, MAO];
  const info = { id: "t", title: "t", version: "1.0.0", languages: ["en"], licence: "CC0-1.0", authors: ["Nobody"], description: "" };
  const { dictionary } = openSection(dictionaryOf({ info, entries, quotes: [], sources: [] }));
  const tokens = new Tokens();
  const flagged = (text: string) => {
    tokenise(text, tokens);
    return findNames([dictionary], text, tokens).flatMap(({ readings }) => readings.map(({ flags }) => (flags & GENERATED) !== 0));
  };
  expect([flagged("Kim Il Sung"), flagged("Kim Ilsung"), flagged("Kim Il Seong"), flagged("Mao Tse-tung")]).toEqual([[false], [false], [true], [true]]);
});
