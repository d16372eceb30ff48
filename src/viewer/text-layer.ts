/**
 * A page's text, laid over its picture: transparent, each word where it is printed, in paragraphs. So it is read, marked,
 * selected, searched and read aloud as the text of any page is. Lengths are CSS pixels at 100 %; the style sheet makes them
 * larger and smaller (`--zoom`).
 */
import type { Line, Run } from "./lines";
import type { Paragraph } from "./paragraphs";

/** By key of a font: a generic family that resembles it. */
export type Families = Readonly<Record<string, string>>;

/** Of a line that stands alone, as a multiple of its size. */
const LONE_LEADING = 1.2;
/** The size in which families are measured (CSS px): large, so that rounding does not count. */
const MEASURED = 64;

interface Metrics {
  /** As multiples of the size. */
  ascent: number;
  descent: number;
}

const context = document.createElement("canvas").getContext("2d")!;
context.fontKerning = "none";
const metrics = new Map<string, Metrics>();

/** Makes the elements of a page's text. @returns to be put into its `.text` */
export function textLayer(paragraphs: readonly Paragraph[], families: Families): DocumentFragment {
  const layer = document.createDocumentFragment();
  for (const { lines, heading, leading } of paragraphs) {
    const paragraph = document.createElement(heading ? "h2" : "p");
    for (const line of lines) paragraph.append(drawn(line, leading || line.size * LONE_LEADING, families));
    layer.append(paragraph);
  }
  return layer;
}

/** @param leading the height that the line takes up: without gaps between lines, a selection does not jump */
function drawn(line: Line, leading: number, families: Families): HTMLElement {
  const element = document.createElement("span");
  element.className = "printed";
  const family = families[line.runs[0]!.font] ?? "sans-serif";
  const { ascent, descent } = metricsOf(family);
  const baseline = (leading - (ascent + descent) * line.size) / 2 + ascent * line.size;
  const turned = line.angle === 0 ? "" : `transform-origin:0 ${px(baseline)};transform:rotate(${line.angle.toFixed(4)}rad);`;
  element.style.cssText = `left:${px(line.x)};top:${px(line.y - baseline)};block-size:${px(leading)};font:${px(line.size)}/${px(leading)} ${family};${turned}`;
  if (line.rtl) element.dir = "rtl";
  for (const run of line.runs) element.append(drawnRun(run, line, families, family));
  return element;
}

/** A run as wide as it is printed, whatever font stands in for its own. */
function drawnRun(run: Run, line: Line, families: Families, around: string): HTMLElement {
  const element = document.createElement("span");
  const family = families[run.font] ?? "sans-serif";
  // A space at the end is as wide as the gap that it stands for; what joins a line on to the next was not printed.
  const printed = run.text.replace(/[\s\u00AD]+$/u, "");
  const spacing = (run.width - naturalWidth(printed, family, run.size)) / Math.max(1, printed.length);
  let style = `letter-spacing:${px(spacing)};`;
  if (run !== line.runs.at(-1)) {
    const space = run.text.slice(printed.length);
    style += `margin-inline-end:${px(run.gap - naturalWidth(space, family, run.size) - space.length * spacing)};`;
  }
  if (Math.abs(run.size - line.size) > 0.5) style += `font-size:${px(run.size)};`;
  if (family !== around) style += `font-family:${family};`;
  if (Math.abs(run.shift) > 0.5) style += `position:relative;top:${px(run.shift)};`;
  element.style.cssText = style;
  element.append(run.text);
  return element;
}

function naturalWidth(text: string, family: string, size: number): number {
  use(family);
  return (context.measureText(text).width * size) / MEASURED;
}

function metricsOf(family: string): Metrics {
  let known = metrics.get(family);
  if (!known) {
    use(family);
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText("");
    metrics.set(family, (known = { ascent: fontBoundingBoxAscent / MEASURED, descent: fontBoundingBoxDescent / MEASURED }));
  }
  return known;
}

let used = "";

/** To set a font is dear, also where it is the same. */
function use(family: string): void {
  if (family !== used) context.font = `${MEASURED}px ${family}`;
  used = family;
}

function px(length: number): string {
  return `${+length.toFixed(3)}px`;
}
