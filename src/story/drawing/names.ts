/** Puts names on a map so that each can be read: inside the frame, beside its dot, none over another. */
import { dot, line, type Shape, TYPE, WIDTH, widthOf } from "./shapes";

export interface Named {
  text: string;
  x: number;
  y: number;
  /** Marked by a dot, which the name stands beside; a name without one stands in the middle of what it names. */
  hasDot: boolean;
  /** Classes of the style sheet. */
  style: string;
}

export interface Taken {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** From the middle of a dot to its name, and half of its own room. */
const GAP = 65;
const DOT = 45;
/** No name stands nearer to the edge. */
const EDGE = 50;

/**
 * The names that find room, in the order given: an earlier one is not moved for a later one.
 * @param taken where nothing may stand; what is placed is added to it
 */
export function placeNames(names: readonly Named[], height: number, taken: Taken[], most: number): { shapes: Shape[]; placed: Named[] } {
  const shapes: Shape[] = [];
  const placed: Named[] = [];
  const frame = { left: EDGE, top: EDGE, right: WIDTH - EDGE, bottom: height - EDGE };
  for (const name of names) {
    if (placed.length === most) break;
    const own = { left: name.x - DOT, right: name.x + DOT, top: name.y - DOT, bottom: name.y + DOT };
    if (name.hasDot && (taken.some((each) => overlap(each, own)) || !isInside(own, frame))) continue;
    const spot = spotsFor(name).find(({ box }) => isInside(box, frame) && !taken.some((each) => overlap(each, box)));
    if (!spot) continue;
    taken.push(spot.box, ...(name.hasDot ? [own] : []));
    placed.push(name);
    if (name.hasDot) shapes.push({ style: `dot ${name.style}`, lines: [dot(name.x, name.y)] });
    shapes.push({ style: `name ${name.style} ${spot.anchor}`, lines: [line([spot.x, spot.y])], text: name.text });
  }
  return { shapes, placed };
}

interface Spot {
  x: number;
  /** Of the line that the letters stand on. */
  y: number;
  anchor: "start" | "middle" | "end";
  box: Taken;
}

/** Where a name may stand, the best first: beside its dot, below it, above it. */
function spotsFor({ text, x, y, hasDot }: Named): Spot[] {
  const width = widthOf(text);
  const [ascent, descent] = [TYPE * 0.8, TYPE * 0.25];
  const spot = (anchor: Spot["anchor"], at: number, base: number): Spot => {
    const left = anchor === "start" ? at : anchor === "end" ? at - width : at - width / 2;
    return { x: at, y: base, anchor, box: { left, right: left + width, top: base - ascent, bottom: base + descent } };
  };
  const level = y + TYPE * 0.33;
  if (!hasDot) return [spot("middle", x, level)];
  return [
    spot("start", x + GAP, level),
    spot("end", x - GAP, level),
    spot("middle", x, y + GAP + ascent),
    spot("middle", x, y - GAP - descent),
  ];
}

function overlap(a: Taken, b: Taken): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isInside(box: Taken, frame: Taken): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}
