import * as fc from "fast-check";
import { expect, test } from "vitest";
import { textFragment } from "./text-fragment";

const page = "https://history.state.gov/d44";

test("a short quote is named whole, without the marks around it", () => {
  expect(textFragment(page, ["“They won’t listen.”"])).toBe(`${page}#:~:text=They%20won%E2%80%99t%20listen`);
});

test("a long quote is named by its first and last words", () => {
  const quote = "one two three four five six seven eight nine ten eleven twelve thirteen";
  expect(textFragment(page, [quote])).toBe(
    `${page}#:~:text=one%20two%20three%20four%20five%20six,eight%20nine%20ten%20eleven%20twelve%20thirteen`,
  );
});

test("each piece is a directive of its own", () => {
  expect(textFragment(page, ["So be it,", "he said", "…"])).toBe(`${page}#:~:text=So%20be%20it&text=he%20said`);
});

test("hyphens, commas and ampersands, which mean something in a directive, are encoded", () => {
  expect(textFragment(page, ["Kim Il-sung, Mao & co"])).toBe(`${page}#:~:text=Kim%20Il%2Dsung%2C%20Mao%20%26%20co`);
});

test("a fragment stays, and a text fragment is replaced", () => {
  expect(textFragment(`${page}#fn1`, ["so"])).toBe(`${page}#fn1:~:text=so`);
  expect(textFragment(`${page}#fn1:~:text=other`, ["so"])).toBe(`${page}#fn1:~:text=so`);
});

test("without words the address stays as it is", () => {
  expect(textFragment(`${page}#fn1`, ["…", " "])).toBe(`${page}#fn1`);
});

test("Chinese and Korean are cut between words", () => {
  const decoded = decodeURIComponent(textFragment(page, ["我们同朝鲜的关系是唇齿相依的关系，我们不能不管，必须管到底"]));
  const [start, end] = decoded.split("text=")[1]!.split(",");
  expect("我们同朝鲜的关系是唇齿相依的关系，我们不能不管，必须管到底").toMatch(new RegExp(`^${start}.*${end}$`));
});

test("what is encoded is a part of the quote, and the address stays one", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 200 }), { maxLength: 3 }), (pieces) => {
      const address = textFragment(page, pieces);
      expect(URL.canParse(address)).toBe(true);
      const directives = address.split(":~:")[1]?.split("&") ?? [];
      const texts = directives.flatMap((directive) => directive.replace(/^text=/, "").split(","));
      for (const text of texts) {
        expect(text).not.toMatch(/[-&#\s]/);
        const words = decodeURIComponent(text);
        expect(pieces.some((piece) => piece.replace(/\s+/g, " ").includes(words))).toBe(true);
      }
    }),
  );
});
