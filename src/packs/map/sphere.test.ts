import fc from "fast-check";
import { expect, test } from "vitest";
import { bearing, distance, type Place, project, turn } from "./sphere";

const SEOUL: Place = [37.566, 126.978];
const PYONGYANG: Place = [39.034, 125.754];
const latitude = fc.double({ min: -90, max: 90, noNaN: true });
const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const place = fc.tuple(latitude, longitude);

test("distances and directions are those of the atlas", () => {
  expect(distance(SEOUL, PYONGYANG)).toBeCloseTo(195, -1);
  // New York to London, and straight over the pole.
  expect(distance([40.71, -74.01], [51.51, -0.13])).toBeCloseTo(5570, -2);
  expect(distance([80, 10], [80, -170])).toBeCloseTo(20 * 111.2, 0);
  expect(bearing(SEOUL, PYONGYANG)).toBeCloseTo(327, -1);
  expect(bearing([0, 179], [0, -179])).toBeCloseTo(90);
});

test("a turn is the shorter way around", () => {
  fc.assert(
    fc.property(longitude, longitude, (from, to) => {
      const by = turn(from, to);
      expect(Math.abs(by)).toBeLessThanOrEqual(180);
      expect(Math.cos(((from + by - to) * Math.PI) / 180)).toBeCloseTo(1);
    }),
  );
});

test("near its centre the map is true to distance and direction, also at the poles and the date line", () => {
  const near = fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true }));
  fc.assert(
    fc.property(place, near, (centre, [up, along]) => {
      const other: Place = [Math.max(-90, Math.min(90, centre[0] + up)), centre[1] + along];
      const km = distance(centre, other);
      const [x, y] = project(centre, other);
      expect(Math.hypot(x, y)).toBeCloseTo(km, 0);
      if (km < 1 || Math.abs(centre[0]) > 89.9) return;
      const difference = turn((Math.atan2(x, -y) * 180) / Math.PI, bearing(centre, other));
      expect(Math.abs(difference)).toBeLessThan(0.1);
    }),
  );
});

test("the whole Earth has its place on the map", () => {
  fc.assert(
    fc.property(place, place, (centre, other) => {
      expect(project(centre, other).every(Number.isFinite)).toBe(true);
    }),
  );
});
