import { expect, test } from "vitest";
import { cutMap, mapSection } from "./cut";
import { boxOf, viewsOf } from "./framing";
import { readMap } from "./section";
import { packOf, placeEntry, smallWorld } from "./testing";

const world = smallWorld();

test("a pack that says of no place where it lies has no map, and needs no atlas", () => {
  const section = mapSection(packOf(placeEntry("Nowhere")), () => {
    throw new Error("The atlas was read.");
  });
  expect(section).toBeNull();
});

test("a country is seen as a whole with its ground, a town from near", () => {
  const pack = packOf(placeEntry("Westia", [50, 10]), placeEntry("Town", [50.12, 10.05]), placeEntry("Other", [50.9, 10.9]), placeEntry("Third", [49.5, 9.51]));
  const { layers, places } = readMap(mapSection(pack, () => world)!, pack.entries.length);
  const [country, town] = ["Westia", "Town"].map((id) => places.find(({ entry }) => pack.entries[entry]!.id === id)!);
  expect(country).toMatchObject({ isArea: true, centre: [50, 10] });
  // Twenty degrees of latitude are 2,224 km.
  expect(country!.width).toBeGreaterThan(2224);
  expect(country!.ground).toHaveLength(1);
  expect(town).toMatchObject({ isArea: false, ground: [], width: 500 });
  expect(layers[town!.layer]!.steps).toBeGreaterThan(layers[country!.layer]!.steps);
});

test("the border of two countries is a line, and there is none around the land", () => {
  const pack = packOf(placeEntry("Town", [50.01, 19.01]));
  const { layers } = readMap(mapSection(pack, () => world)!, 1);
  expect(layers[0]!.borders).toHaveLength(1);
  expect(layers[0]!.borders.flat().every(([x]) => x === 20)).toBe(true);
});

test("the middle of a large land is land, though no coast is in sight", () => {
  const pack = packOf(placeEntry("Town", [50.01, 10.01]));
  const { layers } = readMap(mapSection(pack, () => world)!, 1);
  expect(layers[0]!.land).toHaveLength(1);
});

test("a region whose place is told in whole degrees has no dot", () => {
  const [view] = viewsOf(packOf(placeEntry("The North", [55, 15])), world);
  expect(view).toMatchObject({ isArea: true, country: null, width: 2500 });
});

test("what others lead to is better known", () => {
  const views = viewsOf(packOf(placeEntry("A", [1.11, 1.11]), placeEntry("B", [2.22, 2.22]), placeEntry("C", undefined, ["B"])), world);
  expect(views.map(({ weight }) => weight)).toEqual([1, 0]);
  expect(views[0]!.entry).toBe(1);
});

test.each([[0, 0], [65, 179.99], [65, -179.99], [89.99, 0], [-89.99, 0]])("a place at %d, %d has a map of its own surroundings", (lat, lon) => {
  const { layers, places } = cutMap(viewsOf(packOf(placeEntry("Spot", [lat, lon])), world), world);
  expect(places[0]).toMatchObject({ at: [lat, lon], layer: 0 });
  const { south, north } = boxOf(places[0]!);
  expect(south).toBeLessThan(lat);
  expect(north).toBeGreaterThan(lat);
  if (lat === 65) expect(layers[0]!.land).toHaveLength(1);
});

test("the same pack and atlas give the same bytes", () => {
  const pack = packOf(placeEntry("Westia", [50, 10]), placeEntry("Town", [50.12, 10.05]));
  expect(mapSection(pack, () => world)).toEqual(mapSection(pack, smallWorld));
});
