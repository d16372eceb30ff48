/**
 * The section `map` of a compiled pack: where its places lie, from where each is looked at, and the coasts and borders
 * that are seen there. A stream of whole numbers, each in seven bits a byte, the lowest first, the top bit on all but
 * its last byte; those that may be negative with their sign in the lowest bit.
 *
 * ```
 * layers     count, and for each: steps per degree, rings of land, lines of borders
 * places     count, and for each: entry, is it an area, weight, latitude, longitude, middle of its map (steps of
 *            1/PLACE_STEPS degree, signed), width of the map in km, layer, rings of its own ground (a country's)
 * rings and lines: count, and for each: count of points, the points (signed, each but the first from the one before)
 * ```
 */
import { PackError } from "../binary";
import type { Point } from "./atlas";
import type { Place } from "./sphere";

export const MAP_SECTION = "map";

/** About ten metres. */
const PLACE_STEPS = 10_000;

/** Coasts and borders, as finely as some maps of the pack need them. */
export interface Layer {
  /** Steps per degree that points are rounded to. */
  steps: number;
  /** Closed: the last point is the first. What lies within an odd number of them is land. */
  land: Point[][];
  borders: Point[][];
}

export interface MapPlace {
  /** Number of the entry in its pack. */
  entry: number;
  at: Place;
  /** No dot marks it: it is too large. */
  isArea: boolean;
  /** How often others lead to it. */
  weight: number;
  centre: Place;
  /** Of its map, in km. */
  width: number;
  /** Index of its layer. */
  layer: number;
  /** The rings of the country that it is; empty for other places. */
  ground: Point[][];
}

export interface PackMap {
  layers: Layer[];
  /** The best known first. */
  places: MapPlace[];
}

export function writeMap({ layers, places }: PackMap): Uint8Array {
  const out: number[] = [];
  const whole = (value: number) => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) out.push((rest % 128) | 128);
    out.push(rest);
  };
  const signed = (value: number) => whole(value < 0 ? -2 * value - 1 : 2 * value);
  const lines = (all: readonly (readonly Point[])[], steps: number) => {
    whole(all.length);
    for (const line of all) {
      whole(line.length);
      let [x, y] = [0, 0];
      for (const [lon, lat] of line) {
        const [nextX, nextY] = [Math.round(lon * steps), Math.round(lat * steps)];
        signed(nextX - x);
        signed(nextY - y);
        [x, y] = [nextX, nextY];
      }
    }
  };
  whole(layers.length);
  for (const { steps, land, borders } of layers) {
    whole(steps);
    lines(land, steps);
    lines(borders, steps);
  }
  whole(places.length);
  for (const { entry, isArea, weight, at, centre, width, layer, ground } of places) {
    whole(entry);
    whole(Number(isArea));
    whole(weight);
    for (const degrees of [...at, ...centre]) signed(Math.round(degrees * PLACE_STEPS));
    whole(width);
    whole(layer);
    lines(ground, layers[layer]!.steps);
  }
  return Uint8Array.from(out);
}

/**
 * @param entryCount of the pack that the section belongs to
 * @throws PackError where the section is damaged
 */
export function readMap(bytes: Uint8Array, entryCount: number): PackMap {
  let at = 0;
  const damaged = () => new PackError("This pack is damaged: its map does not hold together.");
  const whole = (): number => {
    let value = 0;
    for (let scale = 1; scale < 2 ** 49; scale *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw damaged();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw damaged();
  };
  const signed = (): number => {
    const value = whole();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  };
  // No list is longer than the bytes that are left, so that a damaged count ends at the end of the section.
  const listOf = <T>(read: () => T): T[] => {
    const count = whole();
    if (count > bytes.length - at) throw damaged();
    return Array.from({ length: count }, read);
  };
  const lines = (steps: number) =>
    listOf(() => {
      let [x, y] = [0, 0];
      return listOf((): Point => {
        x += signed();
        y += signed();
        return [x / steps, y / steps];
      });
    });
  const layers = listOf((): Layer => {
    const steps = whole();
    if (steps === 0) throw damaged();
    return { steps, land: lines(steps), borders: lines(steps) };
  });
  const place = (): Place => {
    const [lat, lon] = [signed() / PLACE_STEPS, signed() / PLACE_STEPS];
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180) throw damaged();
    return [lat, lon];
  };
  const places = listOf((): MapPlace => {
    const [entry, area, weight] = [whole(), whole(), whole()];
    const [where, centre] = [place(), place()];
    const [width, layer] = [whole(), whole()];
    const { steps } = layers[layer] ?? {};
    if (entry >= entryCount || area > 1 || width === 0 || steps === undefined) throw damaged();
    return { entry, at: where, isArea: area === 1, weight, centre, width, layer, ground: lines(steps) };
  });
  if (at !== bytes.length) throw damaged();
  return { layers, places };
}
