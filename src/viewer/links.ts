/** Links of a page (annotations: ISO 32000-1, 12.5.6.5), as far as they lead to where a reader may be led. */
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { PIXELS_A_POINT } from "./pdf";
import { readPlace, spotOf, toDestination, toPage } from "./place";

/** CSS pixels at 100 %, from the top left corner of the page. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PdfLink {
  href: string;
  /** It leads out of the PDF. */
  isOutward: boolean;
  /** What the PDF says of it, or else where it leads. */
  label: string;
  /** One for each line that it stands on. */
  areas: Area[];
}

/** What is used of what pdf.js says of an annotation; it comes from the PDF, and is not trusted. */
interface Annotation {
  subtype?: unknown;
  url?: unknown;
  dest?: unknown;
  action?: unknown;
  rect?: unknown;
  quadPoints?: unknown;
  contentsObj?: { str?: unknown };
}

/** Nothing else is opened: no script, no file of the reader's, no page of the browser's. */
const SAFE = /^(?:https?|mailto):$/;

/** Longer addresses than this are none, in UTF-16 code units. */
const LONGEST = 4_096;

/** How places in the PDF that a link leads to are called. */
export interface Naming {
  /** The address of a place (place.ts). */
  addressOf(place: string): string;
  /** What a page is called for those who hear it. */
  label(page: number): string;
}

/** Without those that lead nowhere, as to a place that the PDF does not have. */
export async function readLinks(pdf: PDFDocumentProxy, page: PDFPageProxy, { addressOf, label }: Naming): Promise<PdfLink[]> {
  // A page whose links are broken is read without them.
  const annotations = (await page.getAnnotations().catch(() => [])) as Annotation[];
  const view = page.getViewport({ scale: PIXELS_A_POINT });
  const links = annotations.map(async (annotation): Promise<PdfLink | null> => {
    if (annotation.subtype !== "Link") return null;
    const areas = boxesOf(annotation).map((box) => areaOf(view.convertToViewportRectangle(box) as number[]));
    if (areas.length === 0) return null;
    const said = annotation.contentsObj?.str;
    const called = typeof said === "string" ? said.trim() : "";
    const place = placeOf(annotation, page.pageNumber);
    if (place === "") {
      const href = outward(annotation.url);
      return href ? { href, isOutward: true, label: called || href, areas } : null;
    }
    const spot = await spotOf(pdf, readPlace(place));
    return spot && { href: addressOf(place), isOutward: false, label: called || label(spot.page), areas };
  });
  return (await Promise.all(links)).filter((link) => link !== null);
}

function outward(url: unknown): string {
  const parsed = typeof url === "string" && url.length <= LONGEST ? URL.parse(url) : null;
  return parsed && SAFE.test(parsed.protocol) ? parsed.href : "";
}

/** Where in the PDF a link leads; empty where it leads elsewhere, or nowhere. */
function placeOf({ dest, action }: Annotation, page: number): string {
  if ((typeof dest === "string" && dest !== "") || Array.isArray(dest)) return toDestination(dest);
  if (action === "NextPage") return toPage(page + 1);
  if (action === "PrevPage") return toPage(Math.max(1, page - 1));
  return action === "FirstPage" ? toPage(1) : "";
}

/** The rectangles that it covers, in the page's own coordinates: two corners each. */
function boxesOf({ rect, quadPoints }: Annotation): number[][] {
  const points = quadPoints instanceof Float32Array ? [...quadPoints] : [];
  const boxes: number[][] = [];
  for (let at = 0; at + 8 <= points.length; at += 8) {
    const [xs, ys] = [0, 1].map((of) => [0, 2, 4, 6].map((each) => points[at + each + of]!)) as [number[], number[]];
    boxes.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  }
  const all = boxes.length > 0 ? boxes : Array.isArray(rect) && rect.length === 4 ? [rect as number[]] : [];
  return all.filter((box) => box.every(Number.isFinite) && box[0] !== box[2] && box[1] !== box[3]);
}

/** A page may be turned: the first corner is not always the upper left one. */
function areaOf([x1, y1, x2, y2]: number[]): Area {
  return { left: Math.min(x1!, x2!), top: Math.min(y1!, y2!), right: Math.max(x1!, x2!), bottom: Math.max(y1!, y2!) };
}

/** The link at a point of the page, if any: the last one lies on top. */
export function linkAt(links: readonly PdfLink[], x: number, y: number): PdfLink | undefined {
  return links.findLast(({ areas }) => areas.some(({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom));
}
