import fc from "fast-check";
import { expect, test } from "vitest";
import type { Inline } from "../../packs/model";
import { plain } from "../plain";
import { sentencesOf } from "./sentences";

const cite: Inline = { cite: [{ source: "a" }] };
const texts = (paragraph: Inline[]) => sentencesOf(paragraph).map((sentence) => plain(sentence).trim());

test("sentences keep the notes that follow them", () => {
  const paragraph: Inline[] = ["He went to Pyongyang in 1956. ", { entry: "kim", text: "Kim" }, " yielded.", cite, " Then he left.", cite];
  expect(texts(paragraph)).toEqual(["He went to Pyongyang in 1956.", "Kim yielded.", "Then he left."]);
  expect(sentencesOf(paragraph).map((sentence) => sentence.includes(cite))).toEqual([false, true, true]);
});

test.each([
  ["The U.S. Forces left. They came back.", 2],
  ["Gen. Walker was killed in a crash.", 1],
  ["It failed? Nobody knew. “So be it,” he said.", 3],
  ["He fled to Kim Jong Il. In 1997 he came back.", 2],
  ["In 1956 version 2.0 of the text was made.", 1],
])("%s", (text, count) => {
  expect(texts([text])).toHaveLength(count);
});

test("nothing is lost but space", () => {
  const inline = fc.oneof<fc.Arbitrary<Inline>[]>(
    fc.constantFrom("He left. ", "Then it ended.", " In 1956 ", "U.S. ", "Who? ", ""),
    fc.constant(cite),
    fc.constantFrom<Inline>({ entry: "kim", text: "Kim" }, { em: ["Never. "] }),
  );
  fc.assert(
    fc.property(fc.array(inline), (paragraph) => {
      const all = sentencesOf(paragraph).map(plain).join("").replace(/\s/g, "");
      expect(all).toBe(plain(paragraph).replace(/\s/g, ""));
    }),
  );
});
