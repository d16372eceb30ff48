import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linesOf, type Piece, textOfLine } from "./lines";
import { joined, paragraphsOf, Spellings } from "./paragraphs";

/** Lets each letter be half as wide as the font is high. */
const piece = (text: string, x: number, y: number, more: Partial<Piece> = {}): Piece => {
  const size = more.size ?? 10;
  return { text, x, y, angle: 0, width: (text.length * size) / 2, size, font: "f", rtl: false, ...more };
};
const read = (...pieces: Piece[]) => paragraphsOf(linesOf(pieces), new Spellings());
const textsOf = (...pieces: Piece[]) => read(...pieces).map(({ lines }) => lines.map(textOfLine).join(""));

/** Lines of a paragraph, 12 px apart. */
const set = (lines: string[], x: number, y: number, more: Partial<Piece> = {}) => lines.map((text, at) => piece(text, x, y + 12 * at, more));

describe("pieces on one line", () => {
  test("are one word where they touch, and two where there is a gap", () => {
    expect(textsOf(piece("Kim I", 0, 10), piece("l", 25, 10), piece("Sung", 33, 10))).toEqual(["Kim Il Sung"]);
  });
  test("are two texts where they stand far apart", () => {
    expect(textsOf(piece("18 Sept.", 0, 10), piece("Mao Zedong", 200, 10))).toEqual(["18 Sept.", "Mao Zedong"]);
  });
  test("do not touch the number of a note", () => {
    expect(textsOf(piece("Sung", 0, 10), piece("12", 20, 6, { size: 6 }), piece(" went", 26, 10))).toEqual(["Sung 12 went"]);
  });
  test("of Chinese have no spaces between them that only fill the line", () => {
    expect(textsOf(piece("彭", 0, 10, { width: 10 }), piece(" ", 10, 10), piece("德怀", 13, 10, { width: 20 }))).toEqual(["彭德怀"]);
  });
  test("keep all their letters, wherever they stand", () => {
    const at = fc.integer({ min: 0, max: 400 });
    const words = fc.array(fc.record({ text: fc.stringMatching(/^[a-z金日]{1,8}$/), x: at, y: at, size: fc.constantFrom(6, 10, 14) }), { maxLength: 40 });
    fc.assert(
      fc.property(words, (all) => {
        const texts = textsOf(...all.map(({ text, x, y, size }) => piece(text, x, y, { size })));
        const letters = (each: readonly string[]) => [...each.join("").replace(/[\s\u00AD]/g, "")].sort().join("");
        expect(letters(texts)).toBe(letters(all.map(({ text }) => text)));
      }),
    );
  });
});

describe("lines", () => {
  test("one below the other are a paragraph", () => {
    expect(textsOf(...set(["In September 1956 Anastas", "Mikoyan came to Pyongyang"], 0, 10))).toEqual(["In September 1956 Anastas Mikoyan came to Pyongyang"]);
  });
  test("further apart are two", () => {
    expect(textsOf(piece("The first of them.", 0, 10), piece("The second of them.", 0, 40))).toHaveLength(2);
  });
  test("that are indented begin one", () => {
    const lines = [...set(["They stayed for four days,", "and left again."], 0, 10), piece("Nothing of it was done, and", 12, 34), piece("nobody cared.", 0, 46)];
    expect(textsOf(...lines)).toEqual(["They stayed for four days, and left again.", "Nothing of it was done, and nobody cared."]);
  });
  test("after a short one that ends a sentence begin one", () => {
    expect(textsOf(...set(["They stayed for four days, and", "left.", "Nothing of it was done, and all", "was as before."], 0, 10))).toEqual([
      "They stayed for four days, and left.",
      "Nothing of it was done, and all was as before.",
    ]);
  });
  test("of larger letters are a heading", () => {
    const [heading, text] = read(piece("Two envoys", 0, 10, { size: 18 }), ...set(["In September 1956 two envoys", "came to Pyongyang."], 0, 40));
    expect([heading!.heading, text!.heading]).toEqual([true, false]);
  });
  test("of two columns stay in theirs, whichever is printed first", () => {
    const left = set(["They stayed for four days,", "and left again."], 0, 10);
    const right = set(["Nothing of it was done,", "and nobody cared."], 200, 10);
    const texts = ["They stayed for four days, and left again.", "Nothing of it was done, and nobody cared."];
    expect(textsOf(...left, ...right)).toEqual(texts);
    expect(textsOf(left[0]!, right[0]!, left[1]!, right[1]!)).toEqual(texts);
  });
  test("go on in the next column where their sentence does", () => {
    const left = set(["They stayed for four days", "in the capital, from which"], 0, 400);
    const right = set(["one of them wrote home.", "Nothing came of it."], 200, 10);
    expect(textsOf(...left, ...right)).toEqual(["They stayed for four days in the capital, from which one of them wrote home. Nothing came of it."]);
  });
  test("that are items of a list are apart", () => {
    expect(textsOf(...set(["• The first of them.", "• The second, which is", "• The third."], 0, 10))).toHaveLength(3);
  });
  test("that are turned are read along their own direction", () => {
    const down = { angle: Math.PI / 2 };
    expect(textsOf(piece("金日", 100, 10, { ...down, width: 20 }), piece("成到", 88, 10, { ...down, width: 20 }))).toEqual(["金日成到"]);
  });
});

describe("the end of a line", () => {
  const spellings = new Spellings();
  spellings.note("A well-known man of the Sino-Soviet years, Kim Il-sung. Democratic. 김일성이 말했다");
  test.each([
    ["Anastas", "Mikoyan", "Anastas "],
    ["the demo-", "cratic way", "the demo\u00AD"],
    ["the well-", "known way", "the well-"],
    ["Kim Il-", "sung", "Kim Il-"],
    ["the Sino-", "Soviet split", "the Sino-"],
    ["in 1956-", "1957", "in 1956-"],
    ["came–", "and went", "came–"],
    ["came –", "and went", "came – "],
    ["金日", "成说", "金日"],
    ["그날 김일", "성이 왔다", "그날 김일"],
    ["그날", "왔다", "그날 "],
    ["already\u00AD", "divided", "already\u00AD"],
  ])("%j before %j", (end, next, wanted) => {
    expect(joined(end, next, spellings)).toBe(wanted);
  });
});
