import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textBlocks } from "./text-blocks";

const texts = (text: string) => textBlocks(text).map((block) => block.text);

/** Breaks a paragraph at a column, as mail programs and wire services do. */
function wrap(paragraph: string, column: number, end = "\n"): string {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > column) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join(end);
}

const LONG =
  "Marshal Peng Dehuai flew to Pyongyang with Anastas Mikoyan to make Kim Il Sung take back the men whom he had purged after " +
  "the plenum of August, and found that the leaders there were of another mind about what had happened in the summer.";

test.each([
  ["a paragraph a line", "Kim Visits Cemetery\n\nPyongyang, July 27 -- Greetings.\nHe laid a flower.", ["Kim Visits Cemetery", "Pyongyang, July 27 -- Greetings.", "He laid a flower."]],
  ["long lines", `${LONG}\n${LONG} ${LONG}\n${LONG}`, [LONG, `${LONG} ${LONG}`, LONG]],
  ["a list", "China\nJapan\nKorea\n", ["China", "Japan", "Korea"]],
  ["a broken paragraph", wrap(LONG, 72), [wrap(LONG, 72)]],
  ["two, with Windows line ends", `${wrap(LONG, 60, "\r\n")}\r\n\r\n${wrap(LONG, 60, "\r\n")}\r\n`, [wrap(LONG, 60, "\r\n"), wrap(LONG, 60, "\r\n")]],
  ["two, with an indent instead of an empty line", `   ${wrap(LONG, 64)}\n   ${wrap(LONG, 64)}`, [`   ${wrap(LONG, 64)}`, `   ${wrap(LONG, 64)}`]],
  ["a broken line of two among others", `${wrap(LONG, 72)}\n\n${wrap(LONG.slice(0, 100), 72)}`, [wrap(LONG, 72), wrap(LONG.slice(0, 100), 72)]],
  ["nothing", "", []],
  ["only white space", " \n\t\r\n ", []],
])("%s", (_, text, blocks) => {
  expect(texts(text)).toEqual(blocks);
});

describe("whatever the text", () => {
  const piece = fc.oneof(fc.constantFrom("\n", "\r\n", "\r", "\n\n", " ", "  ", "\t", "\u2028", "Kim", "Il Sung.", "\ufeff", "\ud800", LONG), fc.string());
  const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

  test("blocks stand in it in order, leave out nothing but white space, and cross no empty line", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        for (const block of textBlocks(text)) {
          expect(text.slice(at, block.start)).toMatch(/^\s*$/);
          expect(text.slice(block.start, block.start + block.text.length)).toBe(block.text);
          expect(block.text).not.toMatch(/(?:\r\n|\r|\n)\s*(?:\r\n|\r|\n)(?=\s*\S)/);
          at = block.start + block.text.length;
        }
        expect(text.slice(at)).toMatch(/^\s*$/);
      }),
      { numRuns: 500 },
    );
  });

  test("a text may have hundreds of thousands of lines", () => {
    expect(textBlocks("Kim\n".repeat(300_000))).toHaveLength(300_000);
  });

  test("a paragraph that was broken at a column is one block, and one that was not is one too", () => {
    const word = fc.constantFrom("Kim", "Il", "Sung", "of", "the", "Central", "Committee", "in", "Pyongyang", "said", "and", "another");
    const paragraph = fc.array(word, { minLength: 60, maxLength: 120 }).map((words) => `${words.join(" ")}.`);
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), fc.integer({ min: 60, max: 100 }), (all, column) => {
        const broken = all.map((each) => wrap(each, column));
        expect(texts(broken.join("\n\n"))).toEqual(broken);
        expect(texts(all.join("\n"))).toEqual(all);
      }),
    );
  });
});
