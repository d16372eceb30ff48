import fc from "fast-check";
import { expect, test } from "vitest";
import { english as t } from "../../i18n/english";
import { compilePack } from "../../packs/compile";
import { mapSection } from "../../packs/map/cut";
import { MAP_SECTION } from "../../packs/map/section";
import { packOf, placeEntry, smallWorld } from "../../packs/map/testing";
import type { Entry } from "../../packs/model";
import { openPack } from "../../packs/open";
import { mapOf } from "./map";
import type { Named } from "./names";
import { placeNames, type Taken } from "./names";
import { MARGIN, WIDTH, widthOf } from "./shapes";

const world = smallWorld();
const language = { t, locale: "en-GB" };

function draw(id: string, ...entries: Entry[]) {
  const pack = packOf(...entries);
  const opened = openPack(compilePack(pack, { [MAP_SECTION]: mapSection(pack, () => world)! }).buffer as ArrayBuffer);
  return mapOf(opened, opened.indexOf(id), language)!;
}

const TOWNS = [placeEntry("Town", [50.12, 10.05], ["Far"]), placeEntry("Far", [50.12, 11.55]), placeEntry("South", [49.22, 10.05])];

test("a pack without a map has none to show, nor has an entry that lies nowhere", () => {
  const pack = packOf(placeEntry("Town", [50.12, 10.05]), placeEntry("Nowhere"));
  const without = openPack(compilePack(pack, {}).buffer as ArrayBuffer);
  expect(mapOf(without, 0, language)).toBeNull();
  const withMap = openPack(compilePack(pack, { [MAP_SECTION]: mapSection(pack, () => world)! }).buffer as ArrayBuffer);
  expect(mapOf(withMap, withMap.indexOf("Nowhere"), language)).toBeNull();
});

test("a town is a dot in the middle, with the names of others where they lie", () => {
  const { drawing, items } = draw("Town", ...TOWNS);
  const shapes = drawing!.shapes;
  const own = shapes.find(({ style }) => style === "dot own")!;
  const middle = [MARGIN + WIDTH / 2, MARGIN + drawing!.box[3]! / 2].map(Math.round);
  expect(own.lines).toEqual([[...middle, ...middle]]);
  const dots = shapes.filter(({ style }) => style === "dot other").map(({ lines }) => lines[0]!);
  expect(dots).toHaveLength(2);
  expect(dots.some(([x]) => x! > middle[0]! + 300)).toBe(true);
  expect(dots.some(([, y]) => y! > middle[1]! + 300)).toBe(true);
  expect(shapes.map((each) => each.text)).toEqual(expect.arrayContaining(["Town", "Far", "South", "100 km"]));
  expect(items[0]!.text.map((run) => run.text).join("")).toBe("110 km west of Far and 100 km north of South");
  expect(drawing!.label).toBe("Map: Town, 110 km west of Far and 100 km north of South");
});

test("a country shows its ground and no dot", () => {
  const { drawing, items } = draw("Westia", placeEntry("Westia", [50, 10]), placeEntry("Port", [42.12, 3.05]));
  const styles = drawing!.shapes.map(({ style }) => style);
  expect(styles).toContain("ground");
  expect(styles.some((style) => style.startsWith("dot own"))).toBe(false);
  expect(items).toEqual([]);
  expect(drawing!.label).toBe("Map: Westia, with Port");
});

test("nothing is drawn differently at the date line or near a pole", () => {
  const shapesAt = (lat: number, lon: number) => draw("Spot", placeEntry("Spot", [lat, lon])).drawing!.shapes;
  const [west, east] = [shapesAt(65.01, 179.999), shapesAt(65.01, -179.999)].map((shapes) => {
    return shapes.map(({ style, lines }) => [style, lines.length]);
  });
  expect(west).toEqual(east);
  expect(west).toContainEqual(["land", 1]);
  expect(shapesAt(89.99, 0).some(({ style }) => style === "dot own")).toBe(true);
});

test("wherever places lie, what is drawn is whole numbers that are not negative, and on the map", () => {
  const spot = fc.tuple(fc.integer({ min: -8999, max: 8999 }), fc.integer({ min: -17_999, max: 17_999 }));
  fc.assert(
    fc.property(fc.array(spot, { minLength: 1, maxLength: 6 }), (spots) => {
      const entries = spots.map(([lat, lon], at) => placeEntry(`Spot ${at}`, [lat / 100, lon / 100]));
      const { box, shapes } = draw("Spot 0", ...entries).drawing!;
      for (const number of [...box, ...shapes.flatMap(({ lines }) => lines.flat())]) {
        expect(Number.isSafeInteger(number) && number >= 0 && number <= WIDTH + 2 * MARGIN).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test("names lie inside the frame and never one over another", () => {
  const named = fc.record({
    text: fc.string({ minLength: 1, maxLength: 15 }), x: fc.integer({ min: -500, max: 3700 }), y: fc.integer({ min: -300, max: 2000 }),
    hasDot: fc.boolean(), style: fc.constant("other"),
  });
  fc.assert(
    fc.property(fc.array(named, { maxLength: 12 }), (names: Named[]) => {
      const taken: Taken[] = [];
      const { placed, shapes } = placeNames(names, 1760, taken, 5);
      expect(placed.length).toBeLessThanOrEqual(5);
      expect(shapes.filter(({ text }) => text !== undefined)).toHaveLength(placed.length);
      const boxes = shapes.flatMap(({ style, lines, text }) => {
        if (text === undefined) return [];
        const [x, y] = lines[0]!;
        const width = widthOf(text);
        const left = x! - MARGIN - (style.includes("end") ? width : style.includes("middle") ? width / 2 : 0);
        return [{ left, right: left + width, base: y! - MARGIN }];
      });
      for (const [at, a] of boxes.entries()) {
        expect(a.left).toBeGreaterThanOrEqual(0);
        expect(a.right).toBeLessThanOrEqual(WIDTH);
        for (const b of boxes.slice(0, at)) {
          expect(a.left >= b.right - 1 || b.left >= a.right - 1 || Math.abs(a.base - b.base) > 80).toBe(true);
        }
      }
    }),
  );
});
