import fc from "fast-check";
import { expect, test } from "vitest";
import { PackError } from "../binary";
import type { Point } from "./atlas";
import { type PackMap, readMap, writeMap } from "./section";

const STEPS = 20;
const whole = (min: number, max: number) => fc.integer({ min, max });
const point = fc.tuple(whole(-360 * STEPS, 360 * STEPS), whole(-90 * STEPS, 90 * STEPS)).map(([x, y]): Point => [x / STEPS, y / STEPS]);
const lines = fc.array(fc.array(point, { maxLength: 5 }), { maxLength: 4 });
const spot = fc.tuple(whole(-900_000, 900_000), whole(-1_800_000, 1_800_000)).map(([lat, lon]) => [lat / 1e4, lon / 1e4] as const);
const map: fc.Arbitrary<PackMap> = fc
  .array(fc.record({ steps: fc.constant(STEPS), land: lines, borders: lines }), { minLength: 1, maxLength: 3 })
  .chain((layers) =>
    fc.record({
      layers: fc.constant(layers),
      places: fc.array(
        fc.record({
          entry: fc.nat(500), at: spot, isArea: fc.boolean(), weight: fc.nat(100_000), centre: spot, width: whole(1, 9000),
          layer: fc.nat(layers.length - 1), ground: lines,
        }),
        { maxLength: 4 },
      ),
    }),
  );

test("what is written is read again", () => {
  fc.assert(
    fc.property(map, (written) => {
      expect(readMap(writeMap(written), 501)).toEqual(written);
    }),
  );
});

test("damage is told, or gives another map of the same make; it never hangs", () => {
  fc.assert(
    fc.property(map, fc.nat(), fc.nat(255), fc.nat(200), (written, at, byte, length) => {
      const bytes = writeMap(written);
      bytes[at % bytes.length] = byte;
      for (const damaged of [bytes, bytes.subarray(0, length)]) {
        try {
          const { layers, places } = readMap(damaged, 501);
          for (const place of places) expect(layers[place.layer]).toBeDefined();
        } catch (error) {
          expect(error).toBeInstanceOf(PackError);
        }
      }
    }),
  );
});

test("a place of an entry that the pack does not have is damage", () => {
  const place = { entry: 3, at: [0, 0], isArea: false, weight: 0, centre: [0, 0], width: 300, layer: 0, ground: [] } as const;
  const bytes = writeMap({ layers: [{ steps: 1, land: [], borders: [] }], places: [{ ...place, ground: [] }] });
  expect(() => readMap(bytes, 3)).toThrow(PackError);
  expect(() => readMap(bytes, 4)).not.toThrow();
});
