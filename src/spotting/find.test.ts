import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PackError } from "../packs/binary";
import { buildDictionary, type DictionaryName, openDictionary } from "./dictionary";
import { findNames } from "./find";
import { flagsOf, packValue } from "./names";
import { tokenise, Tokens } from "./tokens";

const scratch = new Tokens();

/** Names as a pack gives them, one entry each; `anyCase` as for events. */
function namesOf(texts: readonly string[], anyCase = false): DictionaryName[] {
  return texts.map((text, entry) => ({ text, value: packValue(entry, "full", flagsOf(text, scratch)), anyCase }));
}

interface Found {
  start: number;
  end: number;
  entries: number[];
}

function found(bytes: Uint8Array, text: string): Found[] {
  const tokens = new Tokens();
  tokenise(text, tokens);
  return findNames([openDictionary(bytes)], text, tokens).map(({ from, to, readings }) => ({
    start: tokens.start[from]!,
    end: tokens.end[to - 1]!,
    entries: readings.map(({ entry }) => entry),
  }));
}

/** A word or gap folded by the plain rules, with nothing of tables and hashes. */
function fold(text: string): string {
  return text
    .replace(/\u00ad|\u200b|\u200d|\u2060|\ufeff/gu, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(?<!и)\u0306|(?<!і)\u0308|(?![\u0306\u0308])\p{M}/gu, "")
    .normalize("NFC");
}

/** Words of a text with the places where they stand, and whether a comma or the like stands before each. */
function wordsOf(text: string): { start: number; end: number; word: string; broken: boolean }[] {
  let end = 0;
  return Array.from(text.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u200b\u00ad]*[\p{L}\p{N}\p{M}])?/gu), (match) => {
    const broken = /[,;(!?]/.test(text.slice(end, match.index));
    end = match.index + match[0].length;
    return { start: match.index, end, word: fold(match[0]), broken };
  });
}

const isCapital = (character: string) => character.toLowerCase() !== character;

/** The same by comparing words: the longest name at each place, from left to right. */
function naivelyFound(names: readonly string[], text: string): Found[] {
  const words = wordsOf(text);
  const spelt = (from: number, to: number, all: ReturnType<typeof wordsOf>) =>
    all.slice(from, to).map(({ word, broken }, at) => (at > 0 && broken ? "," : "") + word).join(" ");
  const known = names.map((name) => ({ spelling: spelt(0, Infinity, wordsOf(name)), capital: isCapital(name.charAt(0)) }));
  const finds: Found[] = [];
  for (let from = 0; from < words.length; ) {
    let to = words.length;
    let entries: number[] = [];
    for (; to > from; to--) {
      const run = spelt(from, to, words);
      const capital = isCapital(text.charAt(words[from]!.start));
      entries = known.flatMap((name, entry) => (name.spelling === run && (capital || !name.capital) ? [entry] : []));
      if (entries.length > 0) break;
    }
    if (entries.length > 0) finds.push({ start: words[from]!.start, end: words[to - 1]!.end, entries });
    from = Math.max(to, from + 1);
  }
  return finds;
}

// Few words, so that names overlap, begin alike and share spellings; several scripts, accents in both forms.
const WORDS = ["Kim", "Il", "Sung", "kim", "il", "Öl", "O\u0308l", "öl", "Хрущёв", "ХРУЩЕВ", "Йод", "йод", "Éa", "ſam", "Sam", "ǅem", "1956", "Ａb", "שלום", "محمد"];
const name = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 20 });
const gap = fc.constantFrom(" ", " ", " ", "-", ", ", "\u00a0", "\n", " (", "\u200b ", "; ");
const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS, "und", "K\u00adim", "Su\u200bng"), gap), { maxLength: 20 })
  .map((parts) => parts.flat().join(""));

test("a name that the pack writes in capitals is found in small letters too", () => {
  const dictionary = buildDictionary(namesOf(["ХРУЩЕВ ХРУЩЕВ", "AC MILAN"]));
  expect(found(dictionary, "ХРУЩЕВ Хрущёв").map(({ start, end }) => [start, end])).toEqual([[0, 13]]);
  expect(found(dictionary, "Ac Milan")).toEqual([]);
});

test("names are found where comparing words finds them", { timeout: 20_000 }, () => {
  fc.assert(
    fc.property(names, text, (given, page) => {
      expect(found(buildDictionary(namesOf(given)), page)).toEqual(naivelyFound(given, page));
    }),
    { numRuns: 1000 },
  );
});

const anyName = fc.oneof(name, fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }), fc.string({ unit: "binary", minLength: 1, maxLength: 6 }));
const ODD = [..."\u0301\u0308\u200b\u200d\ufe0f’'-,. ᄀ각김毛ガがｶﾞ", "𝐊", "\ud835", "שָׁ", "  ", "\r\n"];
const anyText = fc
  .array(fc.oneof(anyName, fc.constantFrom(...ODD, ...WORDS)), { maxLength: 20 })
  .map((parts) => parts.join(""));

/** What is left of a text of letters and digits. */
function letters(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, "");
}

test("in any text, what is found spells a name of each entry", { timeout: 20_000 }, () => {
  fc.assert(
    fc.property(fc.array(anyName, { minLength: 1, maxLength: 10 }), fc.array(fc.oneof(anyText, fc.nat({ max: 9 })), { maxLength: 6 }), (given, parts) => {
      const page = parts.map((part) => (typeof part === "number" ? ` ${given[part % given.length]} ` : part)).join("");
      let last = 0;
      for (const { start, end, entries } of found(buildDictionary(namesOf(given, true)), page)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
        const tokens = new Tokens();
        tokenise(page.slice(start, end), tokens);
        for (const entry of entries) {
          const listed = new Tokens();
          tokenise(given[entry]!, listed);
          const spelt = letters(page.slice(start, end));
          // Initials may stand between, and letters that other rules fold are compared as tokens.
          const same = spelt === letters(given[entry]!) || Array.from(listed.hash.subarray(0, listed.count)).every((hash) => tokens.hash.subarray(0, tokens.count).includes(hash));
          expect(same, `${page.slice(start, end)} = ${given[entry]}`).toBe(true);
        }
      }
      expect(last).toBeLessThanOrEqual(page.length);
    }),
    { numRuns: 1000 },
  );
});

test("an unrelated name changes nothing, nor does the order of names or saying one twice", { timeout: 20_000 }, () => {
  fc.assert(
    fc.property(fc.array(anyName, { maxLength: 15 }), anyText, fc.infiniteStream(fc.nat()), (given, page, random) => {
      const listed = namesOf(given);
      const shuffled = [...listed, ...listed.slice(0, 3)]
        .map((each) => ({ each, at: random.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each);
      expect(buildDictionary(shuffled)).toEqual(buildDictionary(listed));
      const more = [...listed, ...namesOf(["Xerxes", "xerxes Kim", "Kim Xerxes Il", "薛西斯"])];
      expect(found(buildDictionary(more), page)).toEqual(found(buildDictionary(listed), page));
    }),
    { numRuns: 300 },
  );
});

test("names of events are found in small letters too, and others are not", () => {
  const page = "Then a cold war and the Cold War.";
  expect(found(buildDictionary(namesOf(["Cold War"])), page)).toHaveLength(1);
  expect(found(buildDictionary(namesOf(["Cold War"], true)), page)).toHaveLength(2);
});

test("damaged bytes are refused in words, or read without an error or an end", { timeout: 20_000 }, () => {
  const bytes = buildDictionary(namesOf(["Kim Il Sung", "Kim", "North Korea", "毛泽东", "of", "Cold War"], true));
  const page = "Kim Il Sung of North Korea and Mao 毛泽东 in the cold war. ".repeat(20);
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), fc.nat({ max: bytes.length }), (at, change, length) => {
      const damaged = bytes.slice(0, length < bytes.length / 4 ? length : bytes.length);
      if (at < damaged.length) damaged[at]! ^= change;
      try {
        found(damaged, page);
      } catch (error) {
        expect(error).toBeInstanceOf(PackError);
      }
    }),
    { numRuns: 2000 },
  );
});

test("a dictionary takes at most eight bytes a name", { timeout: 20_000 }, () => {
  // Of seven names three have one word, three two and one three, about as in a gazetteer.
  const wordsIn = [1, 1, 1, 2, 2, 2, 3];
  const made = (at: number) => Array.from({ length: wordsIn[at % 7]! }, (_, part) => `W${(at * (part + 7919)).toString(36)}`).join(" ");
  for (const count of [1000, 10_000, 100_000]) {
    const listed = namesOf(Array.from({ length: count }, (_, at) => made(at)));
    expect(buildDictionary(listed).length / count, String(count)).toBeLessThan(8);
  }
});
