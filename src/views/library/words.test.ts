import fc from "fast-check";
import { expect, test } from "vitest";
import { inShort, nameOf } from "./words";

const page = { keys: [], url: "https://a.example/1", title: "A bridge", site: "", author: "", published: "", lang: "en" };

test("what is cut short begins as it did, and ends with no half of a character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (text, longest) => {
      const short = inShort(text, longest);
      expect(short.length).toBeLessThanOrEqual(Math.max(text.length, longest + 1));
      expect(text.startsWith(short.replace(/…$/, "").trimEnd())).toBe(true);
      expect(short).not.toMatch(/\p{Surrogate}/u);
      if (text.length <= longest) expect(short).toBe(text);
    }),
  );
});

test("a highlight is called by its words, on one line; without any by its note, its page's title, or its address", () => {
  expect(nameOf({ text: "  Two\n\nlines ", note: "A note", page })).toBe("Two lines");
  expect(nameOf({ text: "", note: "A note", page })).toBe("A note");
  expect(nameOf({ text: "", note: "", page })).toBe("A bridge");
  expect(nameOf({ text: "", note: "", page: { ...page, title: "" } })).toBe("https://a.example/1");
  expect(nameOf({ text: "word ".repeat(500), note: "", page })).toHaveLength(60);
});
