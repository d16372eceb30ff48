import fc from "fast-check";
import { expect, test } from "vitest";
import type { Link } from "../messages/link";
import { mentionsWithin } from "./mentions";

const link = (ref: string): Link => ({ ref, name: ref, kind: "person" });
const entries = [link("kim"), link("mao"), link("peng")];

test("those named most often come first, and of these the one named first", () => {
  const mentions = [[0, 0, 3, 2, 900], [0, 10, 13, 1, 900], [1, 0, 3, 0, 900], [1, 9, 12, 0, 900]].flat();
  expect(mentionsWithin({ entries, mentions }, [0, 0], [1, 20]).map(({ ref }) => ref)).toEqual(["kim", "peng", "mao"]);
});

test("a name counts where it is wholly inside", () => {
  const place = fc.tuple(fc.nat(3), fc.nat(30));
  const flat = ([block, offset]: readonly [number, number]) => block * 100 + offset;
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 9 }), place, place, ([block, start], length, from, to) => {
      const found = mentionsWithin({ entries, mentions: [block, start, start + length, 0, 1000] }, from, to);
      expect(found.length).toBe(flat([block, start]) >= flat(from) && flat([block, start + length]) <= flat(to) ? 1 : 0);
    }),
  );
});
