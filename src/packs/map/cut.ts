/** Cuts out of an atlas what the maps of a pack's places show. */
import type { Pack } from "../model";
import type { Atlas, Country, Point, Ring } from "./atlas";
import { pointsOf } from "./atlas";
import { type Box, clipLine, clipRing, holds, merged, normal, unrolled } from "./box";
import { type Layer, type PackMap, writeMap } from "./section";
import { simplify } from "./simplify";
import { DEGREE_KM } from "./sphere";
import { boxOf, type View, viewsOf } from "./framing";

/**
 * How finely coasts are drawn on maps up to a width in km: what is left out is smaller than `tolerance` km, half a
 * pixel or so on the smallest of them, and points are rounded to `steps` per degree.
 */
const GRADES = [
  { upTo: 800, tolerance: 1, steps: 200 },
  { upTo: 2000, tolerance: 3, steps: 60 },
  { upTo: 3500, tolerance: 6, steps: 30 },
  { upTo: Infinity, tolerance: 13, steps: 16 },
];
/** What no map shows is only there to close the rings. */
const UNSEEN_TOLERANCE = 20;
const UNSEEN_POINTS = 50;
/** A piece of land of this size may be all that a map shows, none of its coasts in sight. In km. */
const LAND_KM = 200;

/** The section `map` of a pack; null where no place of it says where it lies. The same pack and atlas give the same bytes. */
export function mapSection(pack: Pack, readAtlas: () => Atlas): Uint8Array | null {
  if (!pack.entries.some((entry) => entry.at)) return null;
  const atlas = readAtlas();
  return writeMap(cutMap(viewsOf(pack, atlas), atlas));
}

export function cutMap(views: readonly View[], atlas: Atlas): PackMap {
  const layers: Layer[] = [];
  const placeOf = new Map<View, { layer: number; ground: Point[][] }>();
  let from = 0;
  for (const grade of GRADES) {
    const ours = views.filter(({ width }) => width > from && width <= grade.upTo);
    from = grade.upTo;
    const boxes = ours.map((view) => normal(boxOf(view)));
    const seen = new Seen(boxes);
    const arcs = simplified(atlas, seen, grade.tolerance);
    const rings = (all: readonly Ring[]) => all.map((ring) => unrolled(pointsOf(ring, arcs)));
    const [land, borders] = [rings(atlas.land), atlas.borders.map((number) => unrolled(arcs[number]!))];
    for (const region of merged(boxes)) {
      const { steps, tolerance } = grade;
      const clip = (all: readonly Point[][]) => all.flatMap((ring) => clipRing(ring, region)).filter((ring) => isWorthwhile(ring, seen, tolerance));
      const layer = layers.push({ steps, land: clip(land), borders: borders.flatMap((line) => clipLine(line, region)) }) - 1;
      const ground = (country: Country | null) => (country ? clip(rings(country.polygons.flat())) : []);
      ours.forEach((view, at) => {
        if (!placeOf.has(view) && holds(region, boxes[at]!)) placeOf.set(view, { layer, ground: ground(view.country) });
      });
    }
  }
  return { layers, places: views.map((view) => ({ ...view, ...placeOf.get(view)! })) };
}

function simplified({ arcs }: Atlas, seen: Seen, tolerance: number): Point[][] {
  return arcs.map((arc) => {
    // Most arcs of the world are far from any map: few of their points are enough to close the rings.
    if (!arc.some((point) => seen.has(point))) return arc.filter((_, at) => at % UNSEEN_POINTS === 0 || at === arc.length - 1);
    return simplify(arc, (point) => (seen.has(point) ? tolerance : tolerance * UNSEEN_TOLERANCE));
  });
}

/** Islands count where some map shows them as more than a point; whatever is larger than a map, everywhere. */
function isWorthwhile(ring: readonly Point[], seen: Seen, tolerance: number): boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  const span = Math.max((east - west) * Math.cos((south * Math.PI) / 180), north - south) * DEGREE_KM;
  return span > LAND_KM || (span > 2 * tolerance && ring.some((point) => seen.has(point)));
}

/** Whether a point is on any map, by whole degrees. */
class Seen {
  private readonly cells = new Uint8Array(360 * 181);

  constructor(boxes: readonly Box[]) {
    for (const { west, south, east, north } of boxes) {
      for (let y = Math.floor(south); y <= Math.floor(north); y++) {
        for (let x = Math.floor(west); x <= Math.floor(east); x++) this.cells[cellOf(x, y)] = 1;
      }
    }
  }

  has([x, y]: Point): boolean {
    return this.cells[cellOf(Math.floor(x), Math.floor(y))] === 1;
  }
}

/** @param x, y whole degrees */
function cellOf(x: number, y: number): number {
  return (y + 90) * 360 + ((((x + 180) % 360) + 360) % 360);
}
