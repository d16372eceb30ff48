import { DEGREE_KM } from "./sphere";
import type { Point } from "./atlas";

/**
 * The points of a line that matter (Douglas and Peucker, 1973): those without which it would be off by more than what
 * is tolerable there. Its ends always matter; of a closed line, so does the point farthest from where it closes.
 * @param tolerance in km, at each point
 */
export function simplify(line: readonly Point[], tolerance: (point: Point) => number): Point[] {
  if (line.length < 3) return [...line];
  const kept = new Uint8Array(line.length);
  kept[0] = kept[line.length - 1] = 1;
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span;
    let worst = 1;
    let at = -1;
    for (let index = first + 1; index < last; index++) {
      const excess = offBy(line[index]!, line[first]!, line[last]!) / tolerance(line[index]!);
      if (excess > worst) [worst, at] = [excess, index];
    }
    if (at < 0) continue;
    kept[at] = 1;
    open.push([first, at], [at, last]);
  }
  return line.filter((_, index) => kept[index]);
}

/** Distance in km of a point from the stretch between two others, on a plane: it is short. */
function offBy([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const squeeze = Math.cos((y * Math.PI) / 180);
  const [dx, dy] = [(x2 - x1) * squeeze, y2 - y1];
  const [px, py] = [(x - x1) * squeeze, y - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
  return Math.hypot(px - along * dx, py - along * dy) * DEGREE_KM;
}
