/** Draws lines over logarithmic axes as SVG: no script, no font of its own, readable on light and on dark pages. */
import type { Plot } from "../report";

const WIDTH = 800;
const HEIGHT = 460;
/** Room for the labels of the y axis, the title, the names of the lines, the labels of the x axis. */
const MARGIN = { left: 62, top: 54, right: 240, bottom: 52 };
/** Names closer than this would stand on each other. */
const LINE_HEIGHT = 13;

/** Places a positive number on a logarithmic axis. */
export function logScale(from: number, to: number, start: number, end: number): (value: number) => number {
  const [low, high] = [Math.log10(from), Math.log10(to)];
  return (value) => start + ((Math.log10(value) - low) / (high - low)) * (end - start);
}

/** Powers of ten that enclose all values. */
export function decades(values: readonly number[]): number[] {
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
  return Array.from({ length: high - low + 1 }, (_, at) => 10 ** (low + at));
}

/**
 * Moves places apart until any two are at least `least` from each other, in their order, and no farther than needed;
 * none goes beyond `end` as long as there is room before it.
 */
export function spread(places: readonly number[], least: number, end: number): number[] {
  const order = places.map((_, index) => index).sort((a, b) => places[a]! - places[b]!);
  const moved = [...places];
  for (let at = 1; at < order.length; at++) {
    moved[order[at]!] = Math.max(moved[order[at]!]!, moved[order[at - 1]!]! + least);
  }
  let limit = end;
  for (const index of order.toReversed()) {
    moved[index] = Math.min(moved[index]!, limit);
    limit = moved[index]! - least;
  }
  return moved;
}

const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #3b3f45 }
  .title { font-size: 15px; font-weight: 600 }
  .grid { stroke: #8884; stroke-width: 1 }
  path { fill: none; stroke: #8a9099; stroke-width: 1.3 }
  circle { fill: #8a9099 }
  .lead { stroke: #8886; stroke-width: 1 }
  path.ours { stroke: #b4451f; stroke-width: 2.6 }
  circle.ours { fill: #b4451f }
  text.ours { fill: #b4451f; font-weight: 600 }
  @media (prefers-color-scheme: dark) {
    text { fill: #c9ced6 }
    path.ours { stroke: #ff9a6b }
    circle.ours, text.ours { fill: #ff9a6b }
  }`;

export function drawPlot({ title, x, y, lines }: Plot): string {
  const points = lines.flatMap((line) => line.points);
  const [ticksX, ticksY] = [decades(points.map((point) => point.x)), decades(points.map((point) => point.y))];
  const bottom = HEIGHT - MARGIN.bottom;
  const right = WIDTH - MARGIN.right;
  const toX = logScale(ticksX[0]!, ticksX.at(-1)!, MARGIN.left, right);
  const toY = logScale(ticksY[0]!, ticksY.at(-1)!, bottom, MARGIN.top);
  const names = spread(lines.map((line) => toY(line.points.at(-1)!.y)), LINE_HEIGHT, bottom);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">`,
    `<style>${STYLE}\n</style>`,
    `<text class="title" x="${MARGIN.left}" y="22">${escaped(title)}</text>`,
    `<text x="${MARGIN.left}" y="42">${escaped(y.label)}</text>`,
    `<text x="${(MARGIN.left + right) / 2}" y="${HEIGHT - 12}" text-anchor="middle">${escaped(x.label)}</text>`,
    ...ticksY.map((tick) => gridLine(MARGIN.left, toY(tick), right, toY(tick)) + label(MARGIN.left - 8, toY(tick) + 4, "end", tick)),
    ...ticksX.map((tick) => gridLine(toX(tick), MARGIN.top, toX(tick), bottom) + label(toX(tick), bottom + 18, "middle", tick)),
    // Ours last: it is not to be covered.
    ...lines
      .map((line, at) => ({ line, nameY: names[at]! }))
      .sort((a, b) => Number(a.line.ours ?? false) - Number(b.line.ours ?? false))
      .map(({ line, nameY }) => drawLine(line, toX, toY, right, nameY)),
    "</svg>\n",
  ].join("\n");
}

function drawLine(line: Plot["lines"][number], toX: (x: number) => number, toY: (y: number) => number, right: number, nameY: number) {
  const className = line.ours ? ` class="ours"` : "";
  const places = line.points.map((point) => ({ x: round(toX(point.x)), y: round(toY(point.y)) }));
  const last = places.at(-1)!;
  return [
    `<path${className} d="M${places.map(({ x, y }) => `${x},${y}`).join("L")}"/>`,
    ...places.map(({ x, y }) => `<circle${className} cx="${x}" cy="${y}" r="${line.ours ? 3.5 : 2.2}"/>`),
    // A thin line leads from the last point to the name, however far away that is.
    `<path class="lead" d="M${last.x + 5},${last.y}L${right + 12},${round(nameY)}"/>`,
    `<text${className} x="${right + 16}" y="${round(nameY + 4)}">${escaped(line.name)}</text>`,
  ].join("\n");
}

function gridLine(x1: number, y1: number, x2: number, y2: number): string {
  return `<line class="grid" x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"/>`;
}

function label(x: number, y: number, anchor: string, value: number): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${grouped(value)}</text>`;
}

/** 1 000 000, with spaces that do not break. */
export function grouped(value: number): string {
  return value < 1 ? String(Number(value.toPrecision(1))) : String(value).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
