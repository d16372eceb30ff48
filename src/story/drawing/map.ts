/** The locator map of a place: coasts, borders, where it lies, and a few names to find one's way by. */
import type { MessageKey } from "../../i18n/translate";
import type { CardDetail, Run } from "../../messages/contract";
import type { Point } from "../../packs/map/atlas";
import { clipSide } from "../../packs/map/box";
import { type Layer, MAP_SECTION, type MapPlace, type PackMap, readMap } from "../../packs/map/section";
import { bearing, distance, project } from "../../packs/map/sphere";
import { MAP_RATIO } from "../../packs/map/framing";
import type { OpenPack } from "../../packs/open";
import { joined, type Language, sentence } from "../sentences";
import { type Named, placeNames, type Taken } from "./names";
import { dot, drawing, line, MARGIN, type Shape, TYPE, WIDTH, widthOf } from "./shapes";

const HEIGHT = Math.round(WIDTH * MAP_RATIO);
/** Other places that are named, at most. */
const MOST_NAMES = 4;
/** For so many, at most, room is looked for. */
const MOST_TRIED = 40;
/** Of those, whose distance is told in words. */
const MOST_TOLD = 2;
/** Longer names hide more than they tell. */
const LONGEST_NAME = 20;
/** Longitudes and latitudes bend on the map: stretches longer than this are drawn in pieces. In degrees. */
const STRETCH = 2;
/** Points nearer than this to the last one drawn add nothing. */
const FINEST = 4;

/** The map of an entry, with what it says in words; `null` where the pack has none. */
export function mapOf(pack: OpenPack, entry: number, language: Language): CardDetail | null {
  const section = pack.section(MAP_SECTION);
  if (!section) return null;
  const { layers, places } = mapIn(section, pack);
  const place = places.find((each) => each.entry === entry);
  if (!place) return null;
  const frame = new Frame(place);
  const others = othersOn(frame, places, place).filter((each) => pack.title(each.entry).length <= LONGEST_NAME);
  // A country is told by its cities before its neighbours.
  if (place.isArea) others.sort((a, b) => Number(a.isArea) - Number(b.isArea));
  // The scale stands in whichever corner leaves room for more names.
  const [left, right] = (["start", "end"] as const).map((corner) => named(pack, place, others, frame, corner, language)) as [Lettering, Lettering];
  const { shown, shapes: letters } = right.shown.length > left.shown.length ? right : left;
  const words = inWords(pack, place, shown, language);
  const title = pack.title(entry);
  const { t } = language;
  const label = words.length > 0 ? t("map_label", title, words.map((run) => run.text).join("")) : t("map_alone", title);
  const shapes = [...groundShapes(frame, layers[place.layer]!, place), ...letters];
  return { name: "map", title: t("card_map"), items: words.length > 0 && !place.isArea ? [{ text: words }] : [], drawing: drawing(label, HEIGHT, shapes) };
}

/** The best known of the other places that lie on the map. */
function othersOn(frame: Frame, places: readonly MapPlace[], place: MapPlace): MapPlace[] {
  const found: MapPlace[] = [];
  for (const other of places) {
    if (found.length === MOST_TRIED) break;
    if (other !== place && frame.shows(other)) found.push(other);
  }
  return found;
}

/** Maps that were read: a card is asked for as often as a pointer rests. */
const read = new WeakMap<Uint8Array, PackMap>();

function mapIn(section: Uint8Array, pack: OpenPack): PackMap {
  let map = read.get(section);
  if (!map) read.set(section, (map = readMap(section, pack.entryCount)));
  return map;
}

/** From degrees to the drawing. */
class Frame {
  private readonly perKm: number;

  constructor(private readonly place: MapPlace) {
    this.perKm = WIDTH / place.width;
  }

  point([lon, lat]: Point): [number, number] {
    const [x, y] = project(this.place.centre, [lat, lon]);
    return [WIDTH / 2 + x * this.perKm, HEIGHT / 2 + y * this.perKm];
  }

  shows({ at: [lat, lon] }: MapPlace): boolean {
    const [x, y] = this.point([lon, lat]);
    return x > 0 && x < WIDTH && y > 0 && y < HEIGHT;
  }

  /** A ring as it is seen, or nothing of it. Its edges beyond the frame are hidden. */
  ring(ring: readonly Point[]): number[][] {
    let points = stretched(ring).map((each) => this.point(each));
    points = clipSide(points, ([x]) => x + MARGIN);
    points = clipSide(points, ([x]) => WIDTH + MARGIN - x);
    points = clipSide(points, ([, y]) => y + MARGIN);
    points = clipSide(points, ([, y]) => HEIGHT + MARGIN - y);
    return points.length > 3 ? [line(...thinned(points))] : [];
  }

  /** The pieces of a line that are seen. */
  line(points: readonly Point[]): number[][] {
    const pieces: [number, number][][] = [[]];
    let before: [number, number] | null = null;
    for (const point of stretched(points).map((each) => this.point(each))) {
      const piece = pieces.at(-1)!;
      if (this.sees(point)) {
        if (piece.length === 0 && before) piece.push(before);
        piece.push(point);
      } else if (piece.length > 0) {
        piece.push(point);
        pieces.push([]);
      }
      before = point;
    }
    return pieces.filter((piece) => piece.length > 1).map((piece) => line(...thinned(piece.map(within))));
  }

  private sees([x, y]: readonly [number, number]): boolean {
    return x > -MARGIN && x < WIDTH + MARGIN && y > -MARGIN && y < HEIGHT + MARGIN;
  }
}

function within([x, y]: readonly [number, number]): [number, number] {
  return [Math.min(Math.max(x, -MARGIN), WIDTH + MARGIN), Math.min(Math.max(y, -MARGIN), HEIGHT + MARGIN)];
}

function stretched(points: readonly Point[]): Point[] {
  return points.flatMap((point, at) => {
    const [x, y] = points[at - 1] ?? point;
    const pieces = Math.ceil(Math.max(Math.abs(point[0] - x), Math.abs(point[1] - y)) / STRETCH) || 1;
    return Array.from({ length: pieces }, (_, piece): Point => {
      const along = (piece + 1) / pieces;
      return [x + (point[0] - x) * along, y + (point[1] - y) * along];
    });
  });
}

function thinned<P extends readonly [number, number]>(points: readonly P[]): P[] {
  let last = points[0]!;
  return points.filter((point, at) => {
    const matters = at === 0 || at === points.length - 1 || Math.hypot(point[0] - last[0], point[1] - last[1]) >= FINEST;
    if (matters) last = point;
    return matters;
  });
}

function groundShapes(frame: Frame, { land, borders }: Layer, { ground }: MapPlace): Shape[] {
  return [
    { style: "land", lines: land.flatMap((ring) => frame.ring(ring)) },
    { style: "ground", lines: ground.flatMap((ring) => frame.ring(ring)) },
    { style: "border", lines: borders.flatMap((each) => frame.line(each)) },
  ];
}

interface Lettering {
  shapes: Shape[];
  /** The other places that are named. */
  shown: MapPlace[];
}

/** The scale, the dots and the names of a map. */
function named(
  pack: OpenPack, place: MapPlace, others: readonly MapPlace[], frame: Frame, corner: "start" | "end", language: Language,
): Lettering {
  const { shapes: scale, taken } = scaleBar(place.width, corner, language);
  const own = nameOf(pack, place, frame, "own");
  const first = placeNames([own], HEIGHT, taken, 1);
  const mark = [...first.shapes];
  if (first.placed.length === 0) {
    // A name that finds no room is left out, but never the dot itself.
    if (!place.isArea) mark.push({ style: "dot own", lines: [dot(own.x, own.y)] });
    taken.push({ left: own.x - TYPE, right: own.x + TYPE, top: own.y - TYPE, bottom: own.y + TYPE });
  }
  const candidates = new Map(others.map((each) => [nameOf(pack, each, frame, "other"), each]));
  const beside = placeNames([...candidates.keys()], HEIGHT, taken, MOST_NAMES);
  return { shapes: [...scale, ...beside.shapes, ...mark], shown: beside.placed.map((each) => candidates.get(each)!) };
}

function nameOf(pack: OpenPack, { entry, at, isArea }: MapPlace, frame: Frame, style: string): Named {
  const [x, y] = frame.point([at[1], at[0]]);
  return { text: pack.title(entry), x, y, hasDot: !isArea, style: isArea ? `${style} area` : style };
}

/** How long a kilometre is: a bar of a round length in a corner. */
function scaleBar(width: number, corner: "start" | "end", { t, locale }: Language): { shapes: Shape[]; taken: Taken[] } {
  const longest = width / 5;
  const unit = 10 ** Math.floor(Math.log10(longest));
  const km = [5, 2, 1].map((times) => times * unit).find((each) => each <= longest) ?? unit;
  const text = t("map_km", km.toLocaleString(locale));
  const [length, bottom] = [(km * WIDTH) / width, HEIGHT - 70];
  const outer = corner === "start" ? 70 : WIDTH - 70;
  const inner = corner === "start" ? outer + length : outer - length;
  const room = Math.max(length, widthOf(text)) + 2 * 70;
  return {
    shapes: [
      { style: "scale", lines: [line([outer, bottom - 30], [outer, bottom], [inner, bottom], [inner, bottom - 30])] },
      { style: `name scale ${corner}`, lines: [line([outer, bottom - 55])], text },
    ],
    taken: [{ left: corner === "start" ? 0 : WIDTH - room, right: corner === "start" ? room : WIDTH, top: bottom - 55 - TYPE, bottom: HEIGHT }],
  };
}

const DIRECTIONS: MessageKey[] = [
  "map_north", "map_north_east", "map_east", "map_south_east", "map_south", "map_south_west", "map_west", "map_north_west",
];

/** "190 km north-west of Seoul and 160 km south-east of Sinuiju", the names ready to open. */
function inWords(pack: OpenPack, place: MapPlace, shown: readonly MapPlace[], { t, locale }: Language): Run[] {
  const link = (other: MapPlace): Run => ({ text: pack.title(other.entry), ref: `${pack.info.id}/${pack.idOf(other.entry)}` });
  if (place.isArea) return shown.length > 0 ? sentence(t, "map_among", joined(locale, "conjunction", shown.map((each) => [link(each)]))) : [];
  const told = shown.filter((each) => !each.isArea).slice(0, MOST_TOLD);
  const parts = told.map((other) => {
    const km = rounded(distance(place.at, other.at)).toLocaleString(locale);
    const direction = t(DIRECTIONS[Math.round(bearing(other.at, place.at) / 45) % 8]!);
    return sentence(t, "map_from", [{ text: km }], [{ text: direction }], [link(other)]);
  });
  return joined(locale, "conjunction", parts);
}

/** A distance as one says it. */
function rounded(km: number): number {
  const to = km < 20 ? 1 : km < 100 ? 5 : km < 1000 ? 10 : 50;
  return Math.round(km / to) * to;
}
