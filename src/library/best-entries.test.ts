import fc from "fast-check";
import { expect, test } from "vitest";
import { packOf } from "../spotting/testing";
import { BestEntries } from "./best-entries";
import { nameTable } from "./name-table";

const ENTRIES = 9;
const table = nameTable([packOf(Array.from({ length: ENTRIES }, (_, at) => ({ id: `e${at}`, names: [`One ${at}`, `Other ${at}`] })))]);
const weights = [3, 1, 4, 1, 5, 9, 2, 6, 5];

test("the best are those that sorting all puts first: by grade, then by weight; the next question begins anew", () => {
  const offers = fc.array(fc.tuple(fc.nat(table.rows.length - 1), fc.integer({ min: 0, max: 3 })), { maxLength: 40 });
  const best = new BestEntries(table, weights);
  fc.assert(
    fc.property(offers, fc.nat(ENTRIES + 1), (given, count) => {
      for (const [name, grade] of given) best.offer(name, grade);
      const all = Array.from({ length: ENTRIES }, (_, entry) => {
        const own = given.filter(([name]) => table.rows[name]!.entry === entry);
        const grade = Math.min(...own.map(([, each]) => each));
        return { entry, grade, name: Math.min(...own.flatMap(([name, each]) => (each === grade ? [name] : []))) };
      }).filter(({ grade }) => grade < Infinity);
      all.sort((a, b) => a.grade - b.grade || weights[b.entry]! - weights[a.entry]! || a.entry - b.entry);
      expect(best.take(count)).toEqual({ best: all.slice(0, count), all: all.length });
    }),
  );
});
