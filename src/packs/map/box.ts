/** Boxes of longitudes and latitudes, and what lies in them. */
import type { Point } from "./atlas";

/** Degrees. West lies from -180 up to 180, east beyond it by 360 at most: a box may reach over the date line. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The same box, its west where it ought to be; one circle around its middle where it is wider than that. */
export function normal({ west, south, east, north }: Box): Box {
  const [low, high] = [Math.max(south, -90), Math.min(north, 90)];
  const width = Math.min(east - west, 360);
  const start = (west + east - width) / 2;
  const shifted = start - 360 * Math.floor((start + 180) / 360);
  return { west: shifted, south: low, east: shifted + width, north: high };
}

/** Boxes that overlap made one, the narrowest first; those that go nearly all around stay by themselves. */
export function merged(boxes: readonly Box[]): Box[] {
  const out: Box[] = [];
  for (const box of boxes) {
    let grown = normal(box);
    for (let at = out.findIndex((each) => together(each, grown)); at >= 0; at = out.findIndex((each) => together(each, grown))) {
      grown = together(out.splice(at, 1)[0]!, grown)!;
    }
    out.push(grown);
  }
  return out.sort((a, b) => a.east - a.west - (b.east - b.west));
}

/** A box that went all around would be cut open somewhere, across what another of its maps shows. In degrees. */
const WIDEST = 300;

/** The box around two that overlap; null where they do not, or are better left apart. */
function together(a: Box, b: Box): Box | null {
  if (a.north < b.south || b.north < a.south) return null;
  for (const shift of [0, -360, 360]) {
    if (a.east < b.west + shift || b.east + shift < a.west) continue;
    const [west, east] = [Math.min(a.west, b.west + shift), Math.max(a.east, b.east + shift)];
    if (east - west > WIDEST) continue;
    return normal({ west, south: Math.min(a.south, b.south), east, north: Math.max(a.north, b.north) });
  }
  return null;
}

/** What rounding takes off a box that is turned around the Earth, in degrees. */
const ROUNDING = 1e-6;

/** Whether a box lies within another. */
export function holds(outer: Box, inner: Box): boolean {
  const { west, south, east, north } = normal(inner);
  if (south < outer.south - ROUNDING || north > outer.north + ROUNDING) return false;
  if (outer.east - outer.west > 360 - ROUNDING) return true;
  return [-360, 0, 360].some((shift) => west + shift > outer.west - ROUNDING && east + shift < outer.east + ROUNDING);
}

/**
 * A ring on the sphere as a ring on the plane: longitudes run on without a jump, and a ring around a pole is closed by
 * way of that pole.
 */
export function unrolled(ring: readonly Point[]): Point[] {
  const out: [number, number][] = [];
  let last = ring[0]?.[0] ?? 0;
  for (const [x, y] of ring) {
    const shift = 360 * Math.round((last - x) / 360);
    last = x + shift;
    out.push([last, y]);
  }
  const first = out[0];
  if (!first || Math.abs(last - first[0]) < 180) return out;
  const pole = out.reduce((sum, [, y]) => sum + y, 0) < 0 ? -90 : 90;
  return [...out, [last, pole], [first[0], pole], first];
}

/** What of a ring (unrolled) lies in a box: closed rings, as often as the ring comes by. */
export function clipRing(ring: readonly Point[], box: Box): Point[][] {
  return shifts(ring, box).flatMap((shift) => {
    let points: Point[] = ring.map(([x, y]) => [x + shift, y]);
    points = clipSide(points, ([x]) => x - box.west);
    points = clipSide(points, ([x]) => box.east - x);
    points = clipSide(points, ([, y]) => y - box.south);
    points = clipSide(points, ([, y]) => box.north - y);
    return points.length > 3 ? [points] : [];
  });
}

/** What of a line (unrolled) touches a box. Pieces reach beyond the box by a stretch of the line at most. */
export function clipLine(line: readonly Point[], box: Box): Point[][] {
  return shifts(line, box).flatMap((shift) => {
    const pieces: Point[][] = [];
    let piece: Point[] = [];
    for (let at = 1; at < line.length; at++) {
      const [a, b] = [line[at - 1]!, line[at]!].map(([x, y]): Point => [x + shift, y]) as [Point, Point];
      const apart =
        Math.max(a[0], b[0]) < box.west || Math.min(a[0], b[0]) > box.east ||
        Math.max(a[1], b[1]) < box.south || Math.min(a[1], b[1]) > box.north;
      if (apart) {
        if (piece.length > 0) pieces.push(piece);
        piece = [];
      } else if (piece.length === 0) piece = [a, b];
      else piece.push(b);
    }
    return piece.length > 0 ? [...pieces, piece] : pieces;
  });
}

/** By how many degrees the points have to be turned to come by the box. */
function shifts(points: readonly Point[], { west, east }: Box): number[] {
  let [low, high] = [Infinity, -Infinity];
  for (const [x] of points) [low, high] = [Math.min(low, x), Math.max(high, x)];
  const out: number[] = [];
  for (let turn = Math.ceil((west - high) / 360); turn <= Math.floor((east - low) / 360); turn++) out.push(turn * 360);
  return out;
}

/** The part of a closed ring where `inside` is not negative (Sutherland and Hodgman, 1974); closed again. */
export function clipSide<P extends readonly [number, number]>(ring: readonly P[], inside: (point: P) => number): P[] {
  const out: P[] = [];
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1]!, ring[at]!];
    const [da, db] = [inside(a), inside(b)];
    if (da >= 0) out.push(a);
    if (da >= 0 !== db >= 0) {
      const along = da / (da - db);
      out.push([a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along] as readonly [number, number] as P);
    }
  }
  if (out.length > 0) out.push(out[0]!);
  return out;
}
