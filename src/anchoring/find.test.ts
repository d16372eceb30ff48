import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Anchor } from "./anchor";
import { describe as describePassage } from "./describe";
import { find, findAll, preparePage } from "./find";
import { runAll } from "./slices";

const WORDS =
  "the army of Kim Peng Mao river 1956 1957 treaty party congress moved north south and in at crossed Yalu winter talks ended said that they would not 平壤 会议 조선은 говорил".split(" ");
const word = fc.constantFrom(...WORDS);
const sentence = fc.array(word, { minLength: 6, maxLength: 14 }).map((words) => `${words.join(" ")}.`);
/** Paragraphs of words that come again and again. */
const paragraphs = fc.array(sentence, { minLength: 3, maxLength: 12 });

/** A paragraph whose words stand nowhere else. */
const MARKER = "Brezhnev toasted quiet harbours while forty lanterns drifted past Odessa.";

/** What is found of the second text when the passage was described in the first. */
function refind(before: string, passage: string, after: string) {
  const start = before.indexOf(passage);
  return find(preparePage(after), describePassage(before, start, start + passage.length));
}

function textOf(text: string, outcome: ReturnType<typeof find>): string | null {
  return outcome.state === "orphan" ? null : text.slice(outcome.start, outcome.end);
}

describe("a page that did not change", () => {
  test("has every passage where it was, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 80 }), fc.nat(), fc.nat(), (text, one, other) => {
        const [start, end] = [one % text.length, other % text.length].sort((a, b) => a - b) as [number, number];
        fc.pre(start < end);
        expect(find(preparePage(text), describePassage(text, start, end))).toEqual({ state: "exact", start, end });
      }),
    );
  });

  test("has every one of its passages where it was, also those that stand there twice", () => {
    fc.assert(
      fc.property(paragraphs, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 40 })), { maxLength: 12 }), (parts, spans) => {
        const text = [...parts, ...parts].join("\n");
        const anchors = spans.map(([at, length]) => describePassage(text, at % text.length, (at % text.length) + length));
        const outcomes = runAll(findAll(preparePage(text), anchors));
        expect(outcomes).toEqual(anchors.map(({ start, end }) => ({ state: "exact", start, end })));
      }),
    );
  });
});

describe("a page that was edited elsewhere", () => {
  test("has the passage after what was put before it and after it", () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, fc.nat(), (parts, added, at) => {
        const where = at % (parts.length + 1);
        const before = [...parts.slice(0, where), MARKER, ...parts.slice(where)].join("\n");
        const after = [...added, ...parts.slice(0, where), MARKER, ...parts.slice(where), ...added].join("\n");
        expect(textOf(after, refind(before, MARKER, after))).toBe(MARKER);
        const inner = "forty lanterns";
        expect(textOf(after, refind(before, inner, after))).toBe(inner);
      }),
    );
  });

  test("has the passage where it was moved to, with all its paragraph or alone", () => {
    fc.assert(
      fc.property(paragraphs, (parts) => {
        const before = [MARKER, ...parts].join("\n");
        const after = [...parts, MARKER].join("\n");
        expect(textOf(after, refind(before, MARKER, after))).toBe(MARKER);
      }),
    );
  });

  test("has an orphan where the passage was deleted", () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), (parts, at) => {
        const where = at % (parts.length + 1);
        const before = [...parts.slice(0, where), MARKER, ...parts.slice(where)].join("\n");
        expect(refind(before, MARKER, parts.join("\n"))).toEqual({ state: "orphan" });
        expect(refind(before, "quiet harbours", parts.join("\n"))).toEqual({ state: "orphan" });
      }),
    );
  });
});

describe("names and numbers match as tokens", () => {
  const around = (name: string) => `The delegation arrived at noon. On the next day ${name} received the ambassador in the small hall of the residence.`;
  test.each([
    ["Kim Jong Il", "Kim Jong Un"],
    ["1956", "1957"],
    ["in 1956", "in 1957"],
    ["on 14 May 1956", "on 14 May 1957"],
    ["김정일", "김정은"],
    ["金正日", "金正恩"],
    ["Пэн Дэхуай", "Пэн Чжэнь"],
    ["Article 9", "Article 8"],
  ])("%s is not %s", (was, is) => {
    expect(refind(around(was), was, around(is))).toEqual({ state: "orphan" });
  });

  test("a figure that was corrected in a long sentence is a change", () => {
    const was = "In the first winter of the war some 23,000 soldiers crossed the frozen river by night and lost their way in the hills.";
    const is = was.replace("23,000", "32,000");
    const before = `The front moved.\n${was}\nNobody had maps.`;
    const after = `The front moved.\n${is}\nNobody had maps.`;
    const outcome = refind(before, was, after);
    expect(outcome.state).toBe("changed");
    expect(textOf(after, outcome)).toBe(is);
  });
});

describe("what is typed otherwise is the same", () => {
  const before = "He said: “It’s the co-operation of Müller and the first office — nothing else”, and left at once.";
  test.each([
    ["straight quotation marks", before.replace(/[“”]/g, '"').replace("’", "'")],
    ["soft hyphens and zero-width spaces", before.replace("office", "of\u00adfice").replace("nothing", "no\u200bthing")],
    ["hard spaces and line breaks", before.replace(/ /g, "\u00a0").replace("else", "\n  else")],
    ["ligatures and decomposed accents", before.replace("office", "o\ufb03ce").normalize("NFD")],
    ["other dashes", before.replace("—", "–").replace("co-operation", "co\u2010operation")],
  ])("%s", (_, after) => {
    const outcome = refind(before, "the co-operation of Müller and the first office — nothing else", after);
    expect(outcome.state).toBe("exact");
  });
});

describe("scripts without spaces", () => {
  test("a passage in Chinese is found after an insertion, and shown as changed", () => {
    const before = "一九五六年八月,朝鲜劳动党召开中央全会。彭德怀和米高扬随后前往平壤,要求撤销全会的决定。九月全会恢复了他们的党籍。";
    const after = before.replace("随后前往平壤", "随后一同前往平壤").replace("一九五六年", "据记载,一九五六年");
    const outcome = refind(before, "彭德怀和米高扬随后前往平壤", after);
    expect(outcome.state).toBe("changed");
    expect(textOf(after, outcome)).toBe("彭德怀和米高扬随后一同前往平壤");
    expect(textOf(after, refind(before, "中央全会", after))).toBe("中央全会");
  });
});

describe("whatever comes is answered", () => {
  const huge = "lorem ipsum ".repeat(8_000);
  const same = "word ".repeat(50_000);
  test.each<[string, string, Anchor]>([
    ["nothing on an empty page", "", { exact: "", prefix: "", suffix: "" }],
    ["something on an empty page", "", { exact: "a", prefix: "b", suffix: "c", start: 1, end: 2 }],
    ["nothing at all", "a page", { exact: "", prefix: "a", suffix: " page", start: 1, end: 1 }],
    ["white space", "a page", { exact: " \n", prefix: "x", suffix: "y" }],
    ["a long text on another page", same, { exact: huge, prefix: "", suffix: "", start: 0, end: huge.length }],
    ["lone surrogates", "\ud800 \udc00 page", { exact: "\udc00\ud800", prefix: "\ud83d", suffix: "\udc00", start: 7, end: 9 }],
    ["offsets that cannot be", "a page", { exact: "not there", prefix: "a", suffix: "b", start: 1e15, end: 1e15 + 9 }],
    ["offsets that contradict", "a page", { exact: "not there", prefix: "", suffix: "", start: 5, end: 2 }],
  ])("%s", (_, text, anchor) => {
    expect(find(preparePage(text), anchor)).toEqual({ state: "orphan" });
  });

  test("a page of one word, and a long stretch of it", () => {
    const outcome = find(preparePage(same), describePassage(same, 100_000, 200_004));
    expect(outcome).toEqual({ state: "exact", start: 100_000, end: 200_004 });
    expect(find(preparePage(`${same} end`), { ...describePassage(same, 100_000, 200_004), start: 0, end: 100_004 }).state).not.toBe("orphan");
  });

  test("any text and any anchor", () => {
    const text = fc.string({ unit: "binary", maxLength: 60 });
    const anchor = fc.record({ exact: text, prefix: text, suffix: text, start: fc.option(fc.integer(), { nil: undefined }), end: fc.option(fc.integer(), { nil: undefined }) });
    fc.assert(
      fc.property(text, fc.array(anchor, { maxLength: 5 }), (page, anchors) => {
        const outcomes = runAll(findAll(preparePage(page), anchors));
        expect(outcomes).toEqual(runAll(findAll(preparePage(page), anchors)));
        for (const outcome of outcomes) {
          if (outcome.state === "orphan") continue;
          expect(outcome.start).toBeGreaterThanOrEqual(0);
          expect(outcome.start).toBeLessThan(outcome.end);
          expect(outcome.end).toBeLessThanOrEqual(page.length);
        }
      }),
    );
  });
});
