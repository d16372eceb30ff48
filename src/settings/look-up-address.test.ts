import fc from "fast-check";
import { expect, test } from "vitest";
import { lookUpAddress, lookUpPlace } from "./look-up-address";

test("the page finds in its address what was put there", () => {
  const text = fc.string({ unit: "grapheme" });
  fc.assert(
    fc.property(text, text, (query, ref) => {
      const { hash, pathname } = new URL(lookUpAddress({ query, ref }), "https://example.org");
      expect(pathname).toBe("/lookup.html");
      expect(lookUpPlace(hash)).toEqual({ query, ref });
    }),
  );
});

test("an address that is no one's work is an empty look-up, and half a character is none", () => {
  for (const hash of ["", "#", "#%", "#x=1", "#q"]) expect(lookUpPlace(hash)).toEqual({ query: "", ref: "" });
  expect(lookUpPlace(lookUpAddress({ query: "a\ud800" }).slice("lookup.html".length)).query).toBe("a\ufffd");
  expect(lookUpAddress({})).toBe("lookup.html");
});
