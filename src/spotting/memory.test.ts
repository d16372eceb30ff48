/** What a page is remembered by, against the same counted anew from everything that was noted. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { keyOf, Memory } from "./memory";
import { type Sketch, spotterOf } from "./testing";

const ENTRIES = 8;
const KINDS = ["person", "place", "event"] as const;

const id = (entry: number) => `e${entry}`;

/** Everything that may be noted of a page and asked about it, in any order. */
const steps = fc.array(
  fc.record({
    what: fc.constantFrom("name", "meet", "ask"),
    entry: fc.nat({ max: ENTRIES - 1 }),
    place: fc.integer({ min: -3, max: 12 }),
  }),
  { maxLength: 40 },
);

const graph = fc.uniqueArray(fc.tuple(fc.nat({ max: ENTRIES - 1 }), fc.nat({ max: ENTRIES - 1 })), { maxLength: 20, selector: String });

test("an entry's company and order are those of all that was noted, whenever it is asked about", () => {
  fc.assert(
    fc.property(graph, steps, (links, noted) => {
      const sketches = Array.from({ length: ENTRIES }, (_, entry): Sketch => ({
        id: id(entry),
        kind: KINDS[entry % KINDS.length]!,
        names: [`Name Number ${entry}`],
        links: links.filter(([from, to]) => from === entry && to !== entry).map(([, to]) => id(to)),
      }));
      const linked = (one: number, other: number) =>
        one !== other && links.some(([from, to]) => (from === one && to === other) || (from === other && to === one));
      const memory = new Memory(spotterOf(...sketches).facts);
      const named = new Map<number, number[]>();
      const met = new Set<number>();

      for (const { what, entry, place } of noted) {
        if (what === "name") {
          memory.name(keyOf(0, entry), place);
          named.set(entry, [...(named.get(entry) ?? []), place]);
        } else if (what === "meet") {
          const isNew = !named.has(entry) && !met.has(entry);
          expect(memory.meet(keyOf(0, entry))).toBe(isNew);
          if (isNew) met.add(entry);
        } else {
          const asPlace = { person: 0.2, place: 0.4, event: 0.7 }[KINDS[entry % KINDS.length]!];
          const each = (other: number) => (KINDS[other % KINDS.length] === "place" ? asPlace : 1);
          const sum = (others: Iterable<number>) =>
            [...others].filter((other) => linked(entry, other)).reduce((total, other) => total + each(other), 0);
          const before = (named.get(entry) ?? []).filter((at) => at < place);
          const standing = memory.standing(keyOf(0, entry), place);
          expect(standing.company).toBeCloseTo(sum(named.keys()) + 0.5 * sum(met), 9);
          expect(memory.lastBefore(keyOf(0, entry), place)).toBe(Math.max(...before));
          expect(standing.named === "last").toBe(before.length > 0);
          expect(memory.standings([{ pack: 0, entry }], place)).toEqual([standing]);
        }
      }
      const last = [...named].map(([entry, places]) => ({ key: keyOf(0, entry), place: Math.max(...places) }));
      expect(memory.inOrder()).toEqual(last.sort((a, b) => a.place - b.place).map(({ key }) => key));
    }),
    { numRuns: 300 },
  );
});
