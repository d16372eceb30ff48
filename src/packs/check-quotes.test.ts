import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Source } from "../citing/csl";
import { verifyQuotes, type SourceText } from "./check-quotes";
import type { Pack, Quote } from "./model";

const TEXT =
  "Mao told Mikoyan in Beijing: “They won’t listen to China 100 percent of the time. They won’t\n  listen to you 70 percent of the time,” " +
  "and then, he added, “we must go there.” Elsewhere it was said that nobody would listen at all.";

function check(pieces: string[], texts: SourceText[] = [{ path: "articles/mao.txt", text: TEXT }], custom?: Source["custom"]) {
  const quote: Quote = { id: "q1", pieces, speaker: { name: "Mao" }, to: [], about: [], cite: { source: "r17" } };
  const pack: Pack = {
    info: { id: "p", title: "P", version: "1.0.0", languages: ["en"], licence: "MIT", authors: ["A"], description: "" },
    entries: [],
    quotes: [quote],
    sources: [{ id: "r17", type: "webpage", title: "R", custom }],
  };
  return verifyQuotes(pack, texts, new Map([["q1", 7]]));
}

describe("a quote stands in a text", () => {
  test("word for word, whatever the white space", () => {
    expect(check(["They won’t listen to you\u00a070  percent of the time", "we must go there."])).toEqual([]);
  });

  test.each([
    ["They won't listen to China", "an apostrophe of another kind"],
    ["they won’t listen to China", "another case"],
    ["They won’t listen to China 100 per cent", "another spelling"],
    ["won’t listen to China … of the time", "an ellipsis"],
  ])("and not as %j (%s)", (piece) => {
    const [problem, ...more] = check([piece]);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ severity: "error", file: "quotes.yaml", line: 7 });
    expect(problem?.message).toBe(`The quote \`q1\` does not stand in any text: "${piece}".`);
    expect(problem?.fix).toMatch(/^The closest is, in articles\/mao\.txt: ".*won’t listen to China/);
  });

  test("each piece by itself", () => {
    expect(check(["we must go there", "we must not go there"]).map(({ message }) => message)).toEqual([
      'The quote `q1` does not stand in any text: "we must not go there".',
    ]);
  });

  test("and where nothing resembles it, that is said", () => {
    expect(check(["Entirely different words"])[0]?.fix).toContain("No passage resembles it");
    expect(check(["Entirely different words"], [])[0]?.fix).toContain("No passage resembles it");
  });

  test("in Chinese and Korean too", () => {
    const texts = [{ path: "zh.txt", text: "毛泽东说：我们同朝鲜的关系是唇齿相依的关系。" }];
    expect(check(["唇齿相依的关系"], texts)).toEqual([]);
    expect(check(["唇齿相依之关系"], texts)[0]?.fix).toContain("唇齿相依的关系");
  });
});

describe("a source that names its text", () => {
  const texts = [{ path: "a/mao.txt", text: TEXT }, { path: "a/other.txt", text: "other" }];

  test("is looked up in that text alone", () => {
    expect(check(["we must go there"], texts, { text: "mao.txt" })).toEqual([]);
    expect(check(["we must go there"], texts, { text: "a/mao.txt" })).toEqual([]);
    expect(check(["we must go there"], texts, { text: "other.txt" })[0]?.message).toContain("does not stand in other.txt");
  });

  test("has to name one that is there", () => {
    const [problem] = check(["we must go there"], texts, { text: "mao.tx" });
    expect(problem?.message).toContain("names the text `mao.tx`, which is not there");
    expect(problem?.fix).toContain("`mao.txt`");
  });
});

test("any part of a text stands in it, and a part with a word exchanged is found close to where it was", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 12, maxLength: 60 });
  fc.assert(
    fc.property(words, fc.nat(), fc.constantFrom(" ", "\n", "  \t"), (all, from, space) => {
      const start = from % (all.length - 8);
      const part = all.slice(start, start + 8);
      const texts = [{ path: "t.txt", text: all.join(space) }];
      expect(check([part.join(" ")], texts)).toEqual([]);
      const changed = part.with(4, "QQQ").join(" ");
      expect(check([changed], texts)[0]?.fix).toContain("t.txt");
    }),
  );
});
