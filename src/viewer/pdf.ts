/**
 * pdf.js, which is shipped as its makers built it, below pdfjs/: the library, its worker, tables of characters and the
 * standard fonts. Nothing in it compiles code from text, and nothing is WebAssembly, which pages of extensions may not run:
 * JPEG 2000 and JBIG2 (scans in black and white) are decoded by the JavaScript that comes with it.
 */
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import type { TextItem } from "pdfjs-dist/types/src/display/api";
import type { Piece } from "./lines";
import type { Families } from "./text-layer";

type Library = typeof import("pdfjs-dist");

/** CSS pixels a point: 96 of the one and 72 of the other make an inch. */
export const PIXELS_A_POINT = 96 / 72;

/** Why a file cannot be shown. */
export type Unreadable = "not-pdf" | "broken" | "locked";

export interface OpenOptions {
  /** Address of one of our own files. */
  ownFile(path: string): string;
  /** Asks the reader for the password, again for as long as it is none; with `null` they give up. */
  password(): Promise<string | null>;
  /** When it is aborted, the file is closed, whatever is being waited for. */
  signal: AbortSignal;
}

/** @throws {UnreadablePdf} */
export async function openPdf(data: Uint8Array, { ownFile, password, signal }: OpenOptions): Promise<PDFDocumentProxy> {
  // The worker takes the bytes away.
  const isPdf = looksLikePdf(data);
  const pdfjs = (await import(/* @vite-ignore */ ownFile("pdfjs/pdf.min.mjs"))) as Library;
  pdfjs.GlobalWorkerOptions.workerSrc = ownFile("pdfjs/pdf.worker.min.mjs");
  signal.throwIfAborted();
  const task = pdfjs.getDocument({
    data,
    cMapUrl: ownFile("pdfjs/cmaps/"),
    cMapPacked: true,
    standardFontDataUrl: ownFile("pdfjs/standard_fonts/"),
    // The standard fonts look as they were meant to on every machine; all others are still looked for by their names.
    useSystemFonts: false,
    wasmUrl: ownFile("pdfjs/wasm/"),
    useWasm: false,
    isEvalSupported: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  signal.addEventListener("abort", () => void task.destroy());
  let isLocked = false;
  task.onPassword = async (answer: (password: string) => void) => {
    const said = await password();
    isLocked = said === null;
    if (said === null) await task.destroy();
    else answer(said);
  };
  try {
    return await task.promise;
  } catch (error) {
    void task.destroy();
    throw new UnreadablePdf(isLocked ? "locked" : isPdf ? "broken" : "not-pdf", { cause: error });
  }
}

export class UnreadablePdf extends Error {
  constructor(
    readonly why: Unreadable,
    options: ErrorOptions,
  ) {
    super(`This file is ${why === "not-pdf" ? "no PDF" : why}`, options);
  }
}

/** The header stands within the first 1,024 bytes (ISO 32000-1, annex H, implementation note 13). */
const HEADER = "%PDF-";
const HEADER_WITHIN = 1024;

export function looksLikePdf(data: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(data.subarray(0, HEADER_WITHIN)).includes(HEADER);
}

/** A page's text, in pieces as they were printed. Lengths are CSS pixels at 100 %. */
export async function readPieces(page: PDFPageProxy): Promise<{ pieces: Piece[]; families: Families }> {
  const { transform: view } = page.getViewport({ scale: PIXELS_A_POINT });
  const { items, styles } = await page.getTextContent();
  const pieces = items.flatMap((item) => ("str" in item && item.str !== "" ? [pieceOf(item, view as Matrix, styles[item.fontName]?.vertical ?? false)] : []));
  const families = Object.fromEntries(Object.entries(styles).map(([font, { fontFamily }]) => [font, familyOf(fontFamily)]));
  return { pieces, families };
}

/** Only what is known by name goes into a style. */
function familyOf(said: string): string {
  return said === "serif" || said === "monospace" ? said : "sans-serif";
}

/** As in PDF: [a b c d e f], x' = a·x + c·y + e, y' = b·x + d·y + f. */
type Matrix = [number, number, number, number, number, number];

/** @param vertical written from the top down: a line that is turned by a right angle */
function pieceOf({ str, width, height, transform, fontName, dir }: TextItem, [a, b, c, d, e, f]: Matrix, vertical: boolean): Piece {
  const [a2, b2, c2, d2, e2, f2] = transform as Matrix;
  const along = { x: a * a2 + c * b2, y: b * a2 + d * b2 };
  return {
    // Some programs write radicals for the characters that look like them.
    text: str.replace(/[\u2F00-\u2FDF]/g, (radical) => radical.normalize("NFKC")),
    x: a * e2 + c * f2 + e,
    y: b * e2 + d * f2 + f,
    angle: Math.atan2(along.y, along.x) + (vertical ? Math.PI / 2 : 0),
    width: (vertical ? height : width) * Math.hypot(a, b),
    size: Math.hypot(a * c2 + c * d2, b * c2 + d * d2),
    font: fontName,
    rtl: dir === "rtl",
  };
}
