/**
 * Is the pointer on its way from the name to the card? Other names may lie in between, and crossing one of them
 * must not take away the card that the reader is heading for.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Edges in CSS px of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The cosine of half the opening of the protected envelope: 120°, as in 10ten Japanese Reader. */
const ENVELOPE_COS = 0.5;

/**
 * Whether a move comes nearer to the box within an envelope of 120° around the shortest way to it: then at least
 * half of the distance travelled is distance gained.
 *
 * ```
 *        from
 *       ╱ │ ╲      toward: anything between the slanting lines
 *      ╱  │  ╲
 *   ┌──────────────┐
 *   │     card     │
 * ```
 */
export function isToward(from: Point, to: Point, box: Box): boolean {
  const travelled = Math.hypot(to.x - from.x, to.y - from.y);
  return travelled > 0 && distance(from, box) - distance(to, box) >= travelled * ENVELOPE_COS;
}

/** From a point to the nearest point of a box, in px; 0 inside. */
export function distance(point: Point, box: Box): number {
  const dx = Math.max(box.left - point.x, 0, point.x - box.right);
  const dy = Math.max(box.top - point.y, 0, point.y - box.bottom);
  return Math.hypot(dx, dy);
}
