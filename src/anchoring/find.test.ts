import fc from "fast-check";
import { expect, test } from "vitest";
import { describe as describePassage } from "./describe";
import { find, preparePage } from "./find";

test("a passage of a page that did not change is found where it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.nat(60), fc.nat(60), (text, one, other) => {
      const [start, end] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)];
      fc.pre(start < end);
      expect(find(preparePage(text), describePassage(text, start, end))).toEqual({ state: "exact", start, end });
    }),
  );
});
