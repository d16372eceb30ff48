/**
 * Places in a PDF, as addresses name them behind their "#" (RFC 8118, 3: "page=12&zoom=150", "nameddest=intro"), and as its
 * own links do (destinations: ISO 32000-1, 12.3.2).
 */
import type { PDFDocumentProxy } from "pdfjs-dist";
import { PIXELS_A_POINT } from "./pdf";

/** A place on a page. */
export interface Spot {
  /** Counted from 1. */
  page: number;
  /** CSS pixels at 100 %, from the top of the page. */
  down: number;
}

/** What an address says of where to begin, as it says it. */
export interface Place {
  /** 0 where none is named. */
  page: number;
  /** CSS pixels at 100 %, from the top of the page. */
  down: number;
  /** 1 is the size on paper; 0 where none is named. */
  zoom: number;
  /** A destination, by its name in the PDF or as it stands there; empty where there is none. */
  destination: string | readonly unknown[];
}

/** @param said what stands behind "#", or `toDestination` has made; it is not trusted, and what it says beside is passed over */
export function readPlace(said: string): Place {
  const none: Place = { page: 0, down: 0, zoom: 0, destination: "" };
  if (said.startsWith("[")) return { ...none, destination: listIn(said) };
  if (!said.includes("=")) return { ...none, destination: decoded(said) };
  const given = new Map(said.split("&").map((each) => [each.split("=", 1)[0]!.toLowerCase(), decoded(each.slice(each.indexOf("=") + 1))]));
  const [percent = NaN, , top = NaN] = (given.get("zoom") ?? "").split(",").map(Number.parseFloat);
  return {
    page: wholeIn(given.get("page")),
    down: top > 0 && top < Infinity ? top * PIXELS_A_POINT : 0,
    zoom: percent > 0 && percent < Infinity ? percent / 100 : 0,
    destination: given.get("nameddest") ?? "",
  };
}

/** The place of a page, or of a destination of a PDF, so that `readPlace` understands it. */
export function toPage(page: number): string {
  return `page=${page}`;
}

export function toDestination(destination: string | readonly unknown[]): string {
  return typeof destination === "string" ? `nameddest=${encodeURIComponent(destination)}` : JSON.stringify(destination);
}

function listIn(said: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(said);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function wholeIn(text = ""): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** Where a place is in this PDF; `null` where it has none such. Pages beyond the last are the last. */
export async function spotOf(pdf: PDFDocumentProxy, { page, down, destination }: Place): Promise<Spot | null> {
  if (page > 0) return { page: Math.min(page, pdf.numPages), down };
  if (destination.length === 0) return null;
  // What a broken PDF, or a made-up address, names is nowhere.
  const explicit = typeof destination === "string" ? await pdf.getDestination(destination).catch(() => null) : destination;
  return explicit && (await spotOfExplicit(pdf, explicit).catch(() => null));
}

/** @throws where the page is none of this PDF */
async function spotOfExplicit(pdf: PDFDocumentProxy, [target, kind, ...values]: readonly unknown[]): Promise<Spot | null> {
  const index = typeof target === "number" ? target : await pdf.getPageIndex(target as Parameters<PDFDocumentProxy["getPageIndex"]>[0]);
  if (!Number.isInteger(index) || index < 0 || index >= pdf.numPages) return null;
  const [left, top] = cornerOf((kind as { name?: unknown } | undefined)?.name, values);
  if (top === null) return { page: index + 1, down: 0 };
  const view = (await pdf.getPage(index + 1)).getViewport({ scale: PIXELS_A_POINT });
  const [, down] = view.convertToViewportPoint(left ?? 0, top) as [number, number];
  return { page: index + 1, down: Math.min(Math.max(0, down), view.height) };
}

/** The left and upper side of what is to be seen, in the page's own coordinates; `null` where the page's will do. */
function cornerOf(kind: unknown, values: readonly unknown[]): [number | null, number | null] {
  const at = (index: number) => (typeof values[index] === "number" ? values[index] : null);
  if (kind === "XYZ") return [at(0), at(1)];
  if (kind === "FitH" || kind === "FitBH") return [null, at(0)];
  return kind === "FitR" ? [at(0), at(3)] : [null, null];
}
