import fc from "fast-check";
import { expect, test } from "vitest";
import { distances } from "./sound-distance";

/** The distance of two, which no other text shortens the way to. */
function distance(a: string, b: string): number {
  let found = Infinity;
  distances([a], b, 1_000, (_, whole) => (found = whole));
  return found;
}

test("what spellings of one name differ in weighs less than what names differ in", () => {
  expect(distance("kimuiruson", "kimuiruson")).toBe(0);
  expect(distance("soni", "sonhi")).toBeLessThan(distance("soni", "soki"));
  expect(distance("taren", "tarien")).toBeLessThan(distance("taren", "tamen"));
  expect(distance("cita", "tita")).toBeLessThan(distance("cita", "mita"));
  expect(distance("kimu", "kimo")).toBeLessThan(distance("kimu", "kima"));
});

test("all texts within the limit are found, at the distance that each has by itself, and with its nearest beginning", () => {
  const sound = fc.string({ unit: fc.constantFrom("k", "t", "a", "o", "n"), minLength: 1, maxLength: 7 });
  fc.assert(fc.property(fc.uniqueArray(sound, { minLength: 1, maxLength: 12 }), sound, fc.integer({ min: 0, max: 200 }), (given, typed, limit) => {
    const texts = given.toSorted();
    const expected = texts.flatMap((text, at) => {
      const beginnings = Array.from({ length: text.length + 1 }, (_, length) => plainly(text.slice(0, length), typed));
      const [whole, begun] = [beginnings.at(-1)!, Math.min(...beginnings)];
      return begun <= limit ? [[at, whole <= limit ? whole : Infinity, begun]] : [];
    });
    const found: number[][] = [];
    distances(texts, typed, limit, (...each) => found.push(each));
    expect(found).toEqual(expected);
  }), { numRuns: 200 });
});

const known = new Map<string, number>();

/** The same, from the definition, by the costs that single letters have. */
function plainly(text: string, typed: string): number {
  if (text === "" || typed === "") return [...text, ...typed].reduce((sum, letter) => sum + single(letter), 0);
  const both = `${text} ${typed}`;
  if (known.has(both)) return known.get(both)!;
  const [a, b] = [text.charAt(0), typed.charAt(0)];
  const least = Math.min(
    plainly(text.slice(1), typed) + single(a),
    plainly(text, typed.slice(1)) + single(b),
    plainly(text.slice(1), typed.slice(1)) + (a === b ? 0 : exchanged(a, b)),
  );
  known.set(both, least);
  return least;
}

const single = (letter: string): number => ({ k: 70, t: 45, a: 40, o: 30, n: 40 })[letter]!;
const exchanged = (a: string, b: string): number => (`${a}${b}` === "ao" || `${a}${b}` === "oa" ? 40 : 100);
