import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PackError } from "../packs/binary";
import {
  buildDictionary, candidatesAt, type Dictionary, type DictionaryName, keyOfTokens, LONGEST_NAME, lookUp, openDictionary,
} from "./dictionary";
import { spellingHash, tokenise, Tokens } from "./tokens";

const open = (names: readonly DictionaryName[]) => openDictionary(buildDictionary(names));

/** Values of the longest name at each token, as `token:length:values`, skipping over what was found. */
function found(dictionary: Dictionary, text: string): string[] {
  const tokens = new Tokens();
  tokenise(text, tokens);
  const keys = new Int32Array(LONGEST_NAME);
  const finds: string[] = [];
  for (let from = 0; from < tokens.count; ) {
    let length = candidatesAt(dictionary, tokens, from, keys);
    const values: number[] = [];
    for (; length > 0 && values.length === 0; length--) {
      const spelling = spellingHash(text, tokens, from, from + length);
      expect(keys[length - 1] === 0 || keys[length - 1] === keyOfTokens(tokens, from, from + length)).toBe(true);
      if (keys[length - 1] !== 0) lookUp(dictionary, keys[length - 1]!, spelling, (value) => values.push(value));
      if (values.length > 0) break;
    }
    if (values.length > 0) finds.push(`${from}:${length}:${values.sort((a, b) => a - b).join("+")}`);
    from += Math.max(length, 1);
  }
  return finds;
}

/** The same by comparing words. */
function naivelyFound(names: readonly DictionaryName[], text: string): string[] {
  const words = text.split(" ").filter(Boolean);
  const finds: string[] = [];
  for (let from = 0; from < words.length; ) {
    let length = words.length - from;
    let values: number[] = [];
    for (; length > 0; length--) {
      const run = words.slice(from, from + length).join(" ");
      values = [...new Set(names.filter((name) => name.text === run).map((name) => name.value))];
      if (values.length > 0) break;
    }
    if (values.length > 0) finds.push(`${from}:${length}:${values.sort((a, b) => a - b).join("+")}`);
    from += Math.max(length, 1);
  }
  return finds;
}

// Few words, so that names overlap, begin alike and share spellings.
const word = fc.constantFrom("kim", "il", "sung", "jong", "un", "korea", "of", "party", "the", "war");
const phrase = (longest: number) => fc.array(word, { minLength: 1, maxLength: longest }).map((words) => words.join(" "));
const someNames = fc.array(fc.record({ text: phrase(4), value: fc.nat({ max: 5 }) }), { maxLength: 30 });

test("finds the longest names from left to right, each with all that it stands for", () => {
  fc.assert(
    fc.property(someNames, phrase(20), (names, text) => {
      expect(found(open(names), text)).toEqual(naivelyFound(names, text));
    }),
    { numRuns: 1000 },
  );
});

test("the order of names does not matter, nor do repetitions", () => {
  fc.assert(
    fc.property(someNames, fc.infiniteStream(fc.nat()), (names, random) => {
      const shuffled = [...names, ...names.slice(0, 3)]
        .map((name) => ({ name, at: random.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ name }) => name);
      expect(buildDictionary(shuffled)).toEqual(buildDictionary(names));
    }),
  );
});

test("a name that is not in the text changes nothing that is found", () => {
  fc.assert(
    fc.property(someNames, phrase(20), (names, text) => {
      const more = [...names, { text: "xerxes", value: 9 }, { text: "kim xerxes il", value: 9 }];
      expect(found(open(more), text)).toEqual(found(open(names), text));
    }),
  );
});

test("among thousands of names each is found, and no word that is none", () => {
  const names = Array.from({ length: 5000 }, (_, at) => ({ text: `name${at} ${at % 3 ? `of${at % 7}` : ""}`, value: at }));
  const dictionary = open(names);
  for (const { text, value } of names) expect(found(dictionary, text), text).toEqual([`0:${text.trim().split(" ").length}:${value}`]);
  const others = Array.from({ length: 20_000 }, (_, at) => `other${at}`).join(" ");
  expect(found(dictionary, others)).toEqual([]);
});

test("names that differ in a comma are two", () => {
  const dictionary = open([{ text: "Washington, D.C.", value: 1 }, { text: "Kim Il", value: 2 }]);
  expect(found(dictionary, "Washington, D.C.")).toEqual(["0:3:1"]);
  expect(found(dictionary, "Washington D.C. and Kim, Il")).toEqual([]);
});

test("every value comes back whole, however many bits it and the others take", () => {
  const value = fc.oneof(fc.nat({ max: 0xffff }), fc.integer({ min: 0, max: 0xffffffff }), fc.constant(0xffffffff));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 300 }), (values) => {
      const dictionary = open(values.map((each, at) => ({ text: `name${at}`, value: each })));
      const tokens = new Tokens();
      const back = values.map((_, at) => {
        const text = `name${at}`;
        tokenise(text, tokens);
        const valuesOfIt: number[] = [];
        lookUp(dictionary, keyOfTokens(tokens, 0, 1), spellingHash(text, tokens, 0, 1), (each) => valuesOfIt.push(each));
        return valuesOfIt;
      });
      expect(back).toEqual(values.map((each) => [each]));
    }),
  );
});

test("no names at all are a dictionary too", () => {
  expect(found(open([]), "kim il sung")).toEqual([]);
  expect(found(open([{ text: "…", value: 1 }]), "… …")).toEqual([]);
});

test("what is no dictionary is refused in words", () => {
  const bytes = buildDictionary([{ text: "kim", value: 1 }]);
  expect(() => openDictionary(bytes.slice(0, 4))).toThrow(PackError);
  expect(() => openDictionary(bytes.slice(0, bytes.length - 4))).toThrow(/damaged/);
  const later = bytes.slice();
  later[0] = 99;
  expect(() => openDictionary(later)).toThrow(/another version/);
});
