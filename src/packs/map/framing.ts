/** From where each place of a pack is looked at: the middle of its map, and how many kilometres that shows. */
import type { Entry, Pack } from "../model";
import { foldName } from "../names";
import { flatten } from "../prose";
import type { Atlas, Country } from "./atlas";
import { pointsOf } from "./atlas";
import { type Box, unrolled } from "./box";
import { DEGREE_KM, distance, type Place, project, turn } from "./sphere";

/** Height of a map as a part of its width. */
export const MAP_RATIO = 0.55;

export interface View {
  /** Number of the entry in the pack. */
  entry: number;
  at: Place;
  /** How often other entries and quotes lead to it: what is well known orients the reader. */
  weight: number;
  /** Too large for a dot: a name without one marks it. */
  isArea: boolean;
  centre: Place;
  /** Width of the map in km. */
  width: number;
  /** The country that the place is, where the atlas has it. */
  country: Country | null;
}

/** Widths of the map of a town or a spot, in km, the closest first. */
const WIDTHS = [300, 500, 800, 1200, 1800, 3000, 5000, 8000];
/** Of one that has nothing well known anywhere near. */
const LONELY = 3000;
/**
 * So many well-known places are enough on a map up to that width, in km, to say where something is: two, or one where a
 * second is far off.
 */
const ENOUGH = [
  { known: 2, upTo: 1200 },
  { known: 1, upTo: 8000 },
];
/** These are the well-known ones: this part of a pack's places, but not fewer and not more than so many. */
const KNOWN = { part: 0.25, least: 6, most: 80 };
/** Nearer than this part of the map's width, one place tells nothing of the other. */
const TOO_NEAR = 0.06;
/** Map of a region whose place is given in whole degrees, and of a country at least and at most, in km; with room around it. */
const REGION = 2500;
const COUNTRY = { least: 900, most: 9000, beside: 1.2, above: 1.05 };
/** Islands of a country belong on its map if they have this part of the main one's area, no farther off in degrees. */
const PIECE = { least: 0.03, gap: 2 };
/** A country that is not this wide is a spot on the map, in km. */
const SPOT = 60;

/** The views of all places of a pack that say where they lie, the best known first. */
export function viewsOf(pack: Pack, atlas: Atlas): View[] {
  const weights = weightsOf(pack);
  const countries = new Map(atlas.countries.map((country) => [foldName(country.name), country]));
  const places = pack.entries.flatMap((entry, number): Located[] => {
    if (!entry.at) return [];
    const country = entry.names.map((name) => countries.get(foldName(name.text))).find((each) => each !== undefined);
    return [{ entry: number, at: entry.at, weight: weights.get(entry.id) ?? 0, decimals: decimalsOf(entry.at), country }];
  });
  places.sort((a, b) => b.weight - a.weight || a.entry - b.entry);
  const known = places.filter((place) => !isRegion(place)).slice(0, Math.min(KNOWN.most, Math.max(KNOWN.least, Math.ceil(places.length * KNOWN.part))));
  return places.map((place) => viewOf(place, known, atlas));
}

interface Located extends Pick<View, "entry" | "at" | "weight"> {
  /** To how many decimals its coordinates are given: nobody says to the minute where a country lies. */
  decimals: number;
  country: Country | undefined;
}

function isRegion({ decimals, country }: Located): boolean {
  return decimals === 0 && !country;
}

function viewOf(place: Located, known: readonly Located[], atlas: Atlas): View {
  const { entry, at, weight, country } = place;
  const view: View = { entry, at, weight, isArea: isRegion(place), centre: at, width: REGION, country: null };
  if (view.isArea) return view;
  const extent = country ? extentOf(country, atlas) : null;
  if (extent && extent.width > SPOT) {
    const least = Math.max(extent.width * COUNTRY.beside, (extent.height * COUNTRY.above) / MAP_RATIO);
    const width = Math.round(Math.min(COUNTRY.most, Math.max(COUNTRY.least, least)));
    return { ...view, isArea: true, centre: extent.centre, width, country: country! };
  }
  return { ...view, width: widthAround(place, known) };
}

/** The closest view that shows enough of what is well known. */
function widthAround({ entry, at, decimals }: Located, known: readonly Located[]): number {
  const others = known.filter((each) => each.entry !== entry).map((each) => project(at, each.at));
  const widths = decimals < 2 ? WIDTHS.slice(1) : WIDTHS;
  const shows = (width: number) => {
    return others.filter(([x, y]) => {
      const inside = Math.abs(x) < width * 0.45 && Math.abs(y) < width * 0.45 * MAP_RATIO;
      return inside && Math.hypot(x, y) > width * TOO_NEAR;
    }).length;
  };
  for (const { known: enough, upTo } of ENOUGH) {
    const width = widths.find((each) => each <= upTo && shows(each) >= enough);
    if (width !== undefined) return width;
  }
  return LONELY;
}

/** Middle and size in km of a country's largest piece and what lies by it: what is oceans away is not looked for. */
function extentOf({ polygons }: Country, { arcs }: Atlas): { centre: Place; width: number; height: number } | null {
  const area = ({ west, south, east, north }: Box) => (east - west) * (north - south);
  const pieces = polygons.flatMap(([outer]) => (outer ? boxAround(unrolled(pointsOf(outer, arcs))) : []));
  const [main, ...others] = pieces.sort((a, b) => area(b) - area(a));
  if (!main) return null;
  const { west, south, east, north } = others.reduce((whole, piece) => {
    const gap = Math.max(piece.west - whole.east, whole.west - piece.east, piece.south - whole.north, whole.south - piece.north);
    return area(piece) > PIECE.least * area(main) && gap < PIECE.gap ? boxAround([...corners(whole), ...corners(piece)]) : whole;
  }, main);
  const middle: Place = [(south + north) / 2, turn(0, (west + east) / 2)];
  return {
    centre: middle,
    width: (east - west) * DEGREE_KM * Math.cos((middle[0] * Math.PI) / 180),
    height: distance([south, middle[1]], [north, middle[1]]),
  };
}

function corners({ west, south, east, north }: Box): [number, number][] {
  return [[west, south], [east, north]];
}

function boxAround(points: readonly (readonly [number, number])[]): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [x, y] of points) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  return box;
}

/** Around the corners of a map, which on the sphere reach further than its sides; with a margin. */
export function boxOf({ centre: [lat, lon], width }: Pick<View, "centre" | "width">): Box {
  const across = width * 0.55;
  // A line of latitude bends away from the straight line by so much on its way to the side of the map.
  const bend = (across * across * Math.tan((Math.min(Math.abs(lat), 80) * Math.PI) / 180)) / (2 * DEGREE_KM * (180 / Math.PI));
  const up = (across * MAP_RATIO + bend) / DEGREE_KM;
  const steepest = Math.abs(lat) + up;
  const along = steepest >= 85 ? 180 : across / (DEGREE_KM * Math.cos((steepest * Math.PI) / 180));
  return { west: lon - along, south: Math.max(-90, lat - up), east: lon + along, north: Math.min(90, lat + up) };
}

function decimalsOf(at: Place): number {
  return Math.max(...at.map((degrees) => (String(degrees).split(".")[1] ?? "").length));
}

/** How many entries link to each entry, and how many quotes are about it. */
function weightsOf({ entries, quotes }: Pack): Map<string, number> {
  const weights = new Map<string, number>();
  const count = (ids: Iterable<string>) => {
    for (const id of new Set(ids)) weights.set(id, (weights.get(id) ?? 0) + 1);
  };
  for (const entry of entries) count(linkedFrom(entry));
  for (const quote of quotes) count(quote.about);
  return weights;
}

function linkedFrom({ links, about, timeline }: Entry): string[] {
  const nodes = [...about, ...timeline.map((item) => item.text)].flatMap(flatten);
  return [...links, ...nodes.flatMap((node) => (typeof node === "object" && "entry" in node ? node.entry : []))];
}
