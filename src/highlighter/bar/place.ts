/**
 * Where the bar goes: beside what it is about, never over it, inside the window. Pure geometry; all lengths in CSS px,
 * all positions in the coordinates that `getClientRects` and `position: fixed` use.
 *
 * ```
 *            ┌ bar ──────┐                     above: a pointer leaves it there least often in the way
 *   Before long ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
 *   ▒▒▒▒▒▒▒▒▒▒▒▒▒▒ forgotten, and nobody       below: a finger's own menu is above
 * ```
 */
import type { Box } from "../../card/envelope";
import { EDGE, GAP, type Size } from "../../card/place";

export interface Wanted {
  /** The lines that are selected or highlighted. */
  lines: readonly Box[];
  bar: Size;
  /** What is visible of the page. */
  viewport: Box;
  /** The side to try first. */
  side: "above" | "below";
  /** Where the reader's eye is, from left to right; `null`: at the beginning of the lines. */
  x: number | null;
  /** What is not to be covered either: a card. */
  avoid: Box | null;
}

/** The bar's left upper corner; `null` where none of the lines is in sight. */
export function placeBar({ lines, bar, viewport, side, x, avoid }: Wanted): { left: number; top: number } | null {
  const seen = lines.filter((line) => line.bottom > viewport.top && line.top < viewport.bottom);
  const [first] = seen;
  if (!first) return null;
  const top = Math.min(...seen.map((line) => line.top));
  const bottom = Math.max(...seen.map((line) => line.bottom));
  const right = Math.max(...seen.map((line) => line.right));
  const left = Math.min(...seen.map((line) => line.left));
  const inner = { left: viewport.left + EDGE, top: viewport.top + EDGE, right: viewport.right - EDGE, bottom: viewport.bottom - EDGE };
  const along = clamp(x === null ? first.left : x - bar.width / 2, inner.left, inner.right - bar.width);
  const middle = clamp(top, inner.top, inner.bottom - bar.height);
  const above = { left: along, top: top - GAP - bar.height };
  const below = { left: along, top: bottom + GAP };
  const tries = [
    ...(side === "above" ? [above, below] : [below, above]),
    { left: right + GAP, top: middle },
    { left: left - GAP - bar.width, top: middle },
  ];
  const fits = (at: { left: number; top: number }) =>
    at.top >= inner.top && at.top + bar.height <= inner.bottom && at.left >= inner.left && at.left + bar.width <= inner.right;
  const clear = (at: { left: number; top: number }) =>
    !avoid || at.left >= avoid.right || at.left + bar.width <= avoid.left || at.top >= avoid.bottom || at.top + bar.height <= avoid.top;
  // Where what is selected fills the window there is no place beside it: the lower edge covers what is read last.
  const last = { left: along, top: inner.bottom - bar.height };
  const placed = tries.find((at) => fits(at) && clear(at)) ?? tries.find(fits) ?? last;
  // Whole pixels keep small type crisp.
  return { left: Math.round(placed.left), top: Math.round(Math.max(placed.top, inner.top)) };
}

/** Where the bounds cross, the lower one wins: a bar wider than the window shows its beginning. */
function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(value, max));
}
