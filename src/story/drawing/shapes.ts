/** What drawings are made of. */
import type { Drawing } from "../../messages/contract";

export type Shape = Drawing["shapes"][number];

/** Width of every drawing: 320 CSS px, in tenths of which it is drawn. */
export const WIDTH = 3200;

/** Beyond each edge of what is seen; coordinates are not negative, so what is seen begins here. */
export const MARGIN = 100;

/** Type of names and years, in tenths of a CSS px, as in the style sheet. */
export const TYPE = 118;

export function drawing(label: string, height: number, shapes: readonly Shape[]): Drawing {
  return { label, box: [MARGIN, MARGIN, WIDTH, height], shapes: shapes.filter(({ lines }) => lines.length > 0) };
}

/** A line from points that count from the corner of what is seen, as whole numbers that are not negative. */
export function line(...points: readonly (readonly [x: number, y: number])[]): number[] {
  return points.flatMap(([x, y]) => [Math.max(0, Math.round(x + MARGIN)), Math.max(0, Math.round(y + MARGIN))]);
}

/** A dot is a line to where it starts, drawn with a round cap. */
export function dot(x: number, y: number): number[] {
  return line([x, y], [x, y]);
}

/** How wide a text will be, at most, in whatever sans the system has. */
export function widthOf(text: string): number {
  let ems = 0;
  for (const letter of text) ems += letter >= "\u2e80" ? 1 : /[\p{Lu}mwMW@%]/u.test(letter) ? 0.74 : 0.56;
  return ems * TYPE;
}
