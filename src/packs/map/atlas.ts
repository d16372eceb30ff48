/** Coasts and borders of the world, as TopoJSON tells them: arcs that rings and lines are made of, each kept once. */

/** The part of a TopoJSON topology (https://github.com/topojson/topojson-specification) that is read here. */
export interface Topology {
  transform: { scale: readonly number[]; translate: readonly number[] };
  /** Each point but the first counts from the one before it, in steps of `scale`. */
  arcs: readonly (readonly (readonly number[])[])[];
  objects: { countries: GeometryCollection; land: GeometryCollection };
}

interface GeometryCollection {
  geometries: readonly Geometry[];
}

interface Geometry {
  type: string;
  /** Rings of a polygon, or polygons of a multipolygon: numbers of arcs, `~number` for those that run backwards. */
  arcs?: unknown;
  properties?: { name?: string };
}

/** Longitude and latitude in degrees: x and y, as in TopoJSON. */
export type Point = readonly [longitude: number, latitude: number];

/** A country, as the numbers of its arcs. */
export interface Country {
  name: string;
  polygons: readonly Ring[][];
}

/** Numbers of arcs that close; `~number` for those that run backwards. */
export type Ring = readonly number[];

/** An atlas, its arcs in degrees. */
export interface Atlas {
  arcs: readonly (readonly Point[])[];
  land: readonly Ring[];
  countries: readonly Country[];
  /** Numbers of the arcs that two countries share. */
  borders: readonly number[];
}

export function readAtlas(topology: Topology): Atlas {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Point => {
      x += dx!;
      y += dy!;
      return [x * scale[0]! + translate[0]!, y * scale[1]! + translate[1]!];
    });
  });
  const countries = topology.objects.countries.geometries.map((geometry) => ({
    name: geometry.properties?.name ?? "",
    polygons: polygonsOf(geometry),
  }));
  const users = new Map<number, number>();
  for (const { polygons } of countries) {
    const own = new Set(polygons.flat(2).map((arc) => (arc < 0 ? ~arc : arc)));
    for (const arc of own) users.set(arc, (users.get(arc) ?? 0) + 1);
  }
  return {
    arcs,
    land: topology.objects.land.geometries.flatMap(polygonsOf).flat(),
    countries,
    borders: [...users].flatMap(([arc, count]) => (count > 1 ? arc : [])),
  };
}

function polygonsOf({ type, arcs }: Geometry): Ring[][] {
  if (type === "Polygon") return [arcs as Ring[]];
  return type === "MultiPolygon" ? (arcs as Ring[][]) : [];
}

/** The points of a ring, the first of them once more at its end. */
export function pointsOf(ring: Ring, arcs: readonly (readonly Point[])[]): Point[] {
  return ring.flatMap((number, index) => {
    const arc = number < 0 ? arcs[~number]!.toReversed() : arcs[number]!;
    return index === 0 ? arc : arc.slice(1);
  });
}
