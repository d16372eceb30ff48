import fc from "fast-check";
import { expect, test } from "vitest";
import { slips } from "../packs/nearest";
import { SortedTexts } from "./sorted-texts";

const word = fc.stringMatching(/^[abc]{0,7}$/);
/** Of few letters, so that many begin alike; one is there with letters that sort behind surrogates. */
const words = fc.array(fc.oneof(word, fc.constantFrom("ab\uffee", "a😀", "a\ud800")), { maxLength: 40 });

function sorted(texts: readonly string[]): SortedTexts {
  return new SortedTexts(texts, texts.map((_, at) => at));
}

test("has each text once, in order, with all who have it", () => {
  fc.assert(
    fc.property(words, (given) => {
      const texts = sorted(given);
      expect(texts.texts).toEqual([...new Set(given)].sort());
      texts.texts.forEach((text, place) => {
        const owners = given.flatMap((each, at) => (each === text ? [at] : []));
        expect([...texts.ownersOf(place)]).toEqual(owners);
        expect(texts.ownerCount(place)).toBe(owners.length);
      });
      expect(Array.from(texts.placeOf, (place) => texts.texts[place])).toEqual(given);
    }),
  );
});

test("finds a text, and all that begin with one", () => {
  fc.assert(
    fc.property(words, word, (given, wanted) => {
      const texts = sorted(given);
      const { start, end } = texts.beginningWith(wanted);
      expect(texts.texts.slice(start, end)).toEqual(texts.texts.filter((text) => text.startsWith(wanted)));
      expect(texts.texts[texts.indexOf(wanted)]).toBe(given.includes(wanted) ? wanted : undefined);
    }),
  );
});

test("finds what is near, as comparing all of them one by one does", () => {
  fc.assert(
    fc.property(words, word, fc.nat(3), (given, typed, limit) => {
      const texts = sorted(given);
      const found: [string, number, number][] = [];
      texts.near(typed, limit, (place, whole, begun) => found.push([texts.texts[place]!, whole, begun]));
      const plain = texts.texts.map((text): [string, number, number] => {
        const beginnings = Array.from({ length: text.length + 1 }, (_, end) => slips(typed, text.slice(0, end), limit));
        return [text, slips(typed, text, limit), Math.min(...beginnings)];
      });
      expect(found).toEqual(plain.filter(([, , begun]) => begun <= limit));
    }),
    { numRuns: 500 },
  );
});
