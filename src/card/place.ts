/**
 * Where the card goes: below the line that its name stands on, else above it, inside the window. Pure geometry;
 * all lengths in CSS px, all positions in the coordinates that `getClientRects` and `position: fixed` use.
 *
 * ```
 *   Old hands say that Marshal Peng knew          ┌ viewport ──────────┐
 *            ┌─────────────┘                      │ EDGE               │
 *            │ card             ◀ GAP below       │   ┌ card ┐         │
 * ```
 */
import { type Box, distance, type Point } from "./envelope";

/** Kept free between the card and the edges of the window. */
export const EDGE = 8;
/** Between the line and the card: near enough to cross without leaving, far enough to leave the underline free. */
export const GAP = 6;
/** The card's text begins under the name's first letter: the inner margin of the card, give or take. */
const INDENT = 18;
/** How far inside the card's sides the pointer stays, so that the way to it leads straight down or up. */
const INSET = 24;

/** With less room than this a card is a slit that shows two lines at a time; better to cover the name. */
const LEAST_HEIGHT = 180;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Side = "below" | "above" | "over";

export interface Wanted {
  /** The client rects of the mention: one a line that it stands on. */
  readonly anchors: readonly Box[];
  /** The card as large as it would like to be. */
  readonly card: Size;
  /** What is visible of the page. */
  readonly viewport: Box;
  /** `null` where the reader came by keyboard. */
  readonly pointer: Point | null;
  /** The side to keep where the card is open already and only its content has changed. */
  readonly keep?: Side | null;
}

export interface Placed {
  readonly left: number;
  readonly top: number;
  /** No higher than this, or it would cover the name or leave the window. */
  readonly maxHeight: number;
  readonly side: Side;
}

/** Below the mention's line if the card fits there, else above, else on the roomier side; over it if both are slits. */
export function placeCard({ anchors, card, viewport, pointer, keep }: Wanted): Placed {
  const inner = inset(viewport);
  const anchor = lineUnder(pointer, anchors) ?? { ...inner, bottom: inner.top, right: inner.left };
  const below = inner.bottom - Math.max(anchor.bottom + GAP, inner.top);
  const above = Math.min(anchor.top - GAP, inner.bottom) - inner.top;
  const all = inner.bottom - inner.top;
  const left = leftOf(anchor, card.width, inner, pointer);

  const rooms = { below, above, over: all };
  const side = keep && rooms[keep] >= LEAST_HEIGHT ? keep : sideFor(card.height, below, above, all);
  const room = rooms[side];
  const height = Math.min(card.height, room);
  const top = side === "below" ? inner.bottom - below : side === "above" ? inner.top + above - height : inner.top;
  // Whole pixels keep small type crisp.
  return { left: Math.floor(left), top: Math.floor(top), maxHeight: Math.floor(room), side };
}

function sideFor(height: number, below: number, above: number, all: number): Side {
  if (height <= below) return "below";
  if (height <= above) return "above";
  const roomier = below >= above ? "below" : "above";
  return Math.max(below, above) >= Math.min(LEAST_HEIGHT, all) ? roomier : "over";
}

function leftOf(anchor: Box, width: number, inner: Box, pointer: Point | null): number {
  let left = anchor.left - INDENT;
  if (pointer) left = clamp(left, pointer.x - width + INSET, pointer.x - INSET);
  return clamp(left, inner.left, inner.right - width);
}

/** The rect of the line that the pointer is on, or nearest to; the first without a pointer. */
function lineUnder(pointer: Point | null, anchors: readonly Box[]): Box | undefined {
  if (!pointer) return anchors[0];
  let nearest: Box | undefined;
  for (const anchor of anchors) {
    if (!nearest || distance(pointer, anchor) < distance(pointer, nearest)) nearest = anchor;
  }
  return nearest;
}

function inset({ left, top, right, bottom }: Box): Box {
  return { left: left + EDGE, top: top + EDGE, right: right - EDGE, bottom: bottom - EDGE };
}

/** Where the bounds cross, the lower one wins: a card wider than the window shows its beginning. */
function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(value, max));
}
