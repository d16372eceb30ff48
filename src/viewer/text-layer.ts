/**
 * A page's text, laid over its picture: transparent, each word where it is printed, in paragraphs. So it is read, marked,
 * selected, searched and read aloud as the text of any page is. Lengths are CSS pixels at 100 %; the style sheet makes them
 * larger and smaller (`--zoom`).
 */
import type { Line, Run } from "./lines";
import { linkAt, type PdfLink } from "./links";
import type { Paragraph } from "./paragraphs";

/** By key of a font: a generic family that resembles it. */
export type Families = Readonly<Record<string, string>>;

/** Of a line that stands alone, as a multiple of its size. */
const LONE_LEADING = 1.2;
/** The size in which families are measured (CSS px): large, so that rounding does not count. */
const MEASURED = 64;
/**
 * A font that stands in for another is set so much smaller or larger, at most, for its words to be as wide as they are
 * printed: what still misses is put between letters. Letters of all fonts are alike in proportion, more than in width.
 */
const STRETCH = { least: 0.75, most: 1.25 };

interface Metrics {
  /** As multiples of the size. */
  ascent: number;
  descent: number;
}

const context = document.createElement("canvas").getContext("2d")!;
context.fontKerning = "none";
const metrics = new Map<string, Metrics>();

/** Makes the elements of a page's text, and of its links. @returns to be put into its `.text` */
export function textLayer(paragraphs: readonly Paragraph[], families: Families, links: readonly PdfLink[]): DocumentFragment {
  const layer = document.createDocumentFragment();
  const linked = new Links(links);
  for (const { lines, heading, leading } of paragraphs) {
    const paragraph = document.createElement(heading ? "h2" : "p");
    for (const line of lines) paragraph.append(drawn(line, leading || line.size * LONE_LEADING, families, linked));
    layer.append(paragraph);
  }
  layer.append(...linked.withoutText());
  return layer;
}

/** The links of a page, while its text is made: text that one of them covers is put into it. */
class Links {
  readonly #all: readonly PdfLink[];
  readonly #used = new Set<PdfLink>();

  constructor(all: readonly PdfLink[]) {
    this.#all = all;
  }

  /** The link that covers the middle of a small letter. @param along from the beginning of the line, along the writing */
  at({ x, y, angle, size }: Line, along: number): PdfLink | undefined {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const up = size / 4;
    return linkAt(this.#all, x + cos * along + sin * up, y + sin * along - cos * up);
  }

  /** Could any text of the line be in one? */
  meets({ x, y, angle, along, end, size }: Line): boolean {
    const [right, below] = [x + Math.cos(angle) * (end - along), y + Math.sin(angle) * (end - along)];
    const isBeyond = (least: number, most: number, one: number, other: number) => most < Math.min(one, other) - size || least > Math.max(one, other) + size;
    return this.#all.some(({ areas }) => areas.some((area) => !isBeyond(area.left, area.right, x, right) && !isBeyond(area.top, area.bottom, y, below)));
  }

  element(link: PdfLink): HTMLAnchorElement {
    const element = document.createElement("a");
    element.href = link.href;
    element.draggable = false;
    if (link.isOutward) [element.target, element.rel] = ["_blank", "noopener noreferrer"];
    // One that goes on, on the next line or in other letters, is stopped at once.
    if (this.#used.has(link)) element.tabIndex = -1;
    this.#used.add(link);
    return element;
  }

  /** Those of pictures and drawings. */
  withoutText(): HTMLElement[] {
    return this.#all.flatMap((link) => {
      if (this.#used.has(link)) return [];
      return link.areas.map(({ left, top, right, bottom }) => {
        const element = this.element(link);
        element.className = "area";
        element.ariaLabel = link.label;
        element.style.cssText = `left:${px(left)};top:${px(top)};inline-size:${px(right - left)};block-size:${px(bottom - top)};`;
        return element;
      });
    });
  }
}

/** @param leading the height that the line takes up: without gaps between lines, a selection does not jump */
function drawn(line: Line, leading: number, families: Families, links: Links): HTMLElement {
  const element = document.createElement("span");
  element.className = "printed";
  const family = families[line.runs[0]!.font] ?? "sans-serif";
  const { ascent, descent } = metricsOf(family);
  const baseline = (leading - (ascent + descent) * line.size) / 2 + ascent * line.size;
  const turned = line.angle === 0 ? "" : `transform-origin:0 ${px(baseline)};transform:rotate(${line.angle.toFixed(4)}rad);`;
  element.style.cssText = `left:${px(line.x)};top:${px(line.y - baseline)};block-size:${px(leading)};font:${px(line.size)}/${px(leading)} ${family};${turned}`;
  if (line.rtl) element.dir = "rtl";
  const isLinked = links.meets(line);
  let along = 0;
  for (const run of line.runs) {
    const drawing = drawnRun(run, line, families, family);
    drawing.element.append(...(isLinked ? linkedText(run, line, along, drawing, links) : [run.text]));
    element.append(drawing.element);
    along += run.width + run.gap;
  }
  return element;
}

interface DrawnRun {
  element: HTMLElement;
  family: string;
  size: number;
  /** Behind each letter, so that the run is as wide as it is printed. */
  spacing: number;
}

/** What goes into a link as a whole: words, since in another font letters do not stand quite where they are printed. */
const UNIT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+|./gsu;

/** Text of a run, that of links in their elements. @param along where the run begins, from the beginning of its line */
function linkedText(run: Run, line: Line, along: number, { family, size, spacing }: DrawnRun, links: Links): (string | HTMLElement)[] {
  const pieces: { link: PdfLink | undefined; text: string }[] = [];
  let from = 0;
  for (const [unit] of run.text.matchAll(UNIT)) {
    const width = naturalWidth(unit, family, size) + spacing * unit.length;
    const middle = from + width / 2;
    // What joins a line on to the next was not printed, and no link is there.
    const link = middle > run.width ? undefined : links.at(line, along + (line.rtl ? run.width - middle : middle));
    const last = pieces.at(-1);
    if (last && last.link === link) last.text += unit;
    else pieces.push({ link, text: unit });
    from += width;
  }
  return pieces.map(({ link, text }) => {
    if (!link || text.trim() === "") return text;
    const element = links.element(link);
    element.append(text);
    return element;
  });
}

/** A run as wide as it is printed, whatever font stands in for its own; its text is still to be put in. */
function drawnRun(run: Run, line: Line, families: Families, around: string): DrawnRun {
  const element = document.createElement("span");
  const family = families[run.font] ?? "sans-serif";
  // A space at the end is as wide as the gap that it stands for; what joins a line on to the next was not printed.
  const printed = run.text.replace(/[\s\u00AD]+$/u, "");
  const natural = naturalWidth(printed, family, run.size);
  const stretch = Math.min(STRETCH.most, Math.max(STRETCH.least, run.width / (natural || run.width || 1)));
  const size = run.size * stretch;
  const spacing = (run.width - natural * stretch) / Math.max(1, printed.length);
  let style = `letter-spacing:${px(spacing)};`;
  if (run !== line.runs.at(-1)) {
    const space = run.text.slice(printed.length);
    style += `margin-inline-end:${px(run.gap - naturalWidth(space, family, size) - space.length * spacing)};`;
  }
  if (Math.abs(size - line.size) > 0.01) style += `font-size:${px(size)};`;
  if (family !== around) style += `font-family:${family};`;
  if (Math.abs(run.shift) > 0.5) style += `position:relative;top:${px(run.shift)};`;
  element.style.cssText = style;
  return { element, family, size, spacing };
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
