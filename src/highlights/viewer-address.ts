/**
 * Addresses of the page of ours that shows PDFs, and what they hold: "viewer.html#file=ADDRESS&pdf=FINGERPRINT", or, for a
 * file that the reader chose from the disk, "viewer.html#pdf=FINGERPRINT&name=NAME"; and behind either, perhaps,
 * "&place=PLACE", where in the PDF the reader is.
 */
import type { PageFacts } from "../messages/highlight";

export const VIEWER_PAGE = "viewer.html";

/** What is open in the viewer. */
export interface Viewed {
  /** The PDF's own address, without a fragment, which is a place in it; empty where it came from the disk, whose address browsers keep to themselves. */
  file: string;
  /** The fingerprint that the PDF bears (ISO 32000, 14.4) or that was made of its bytes, in hexadecimal; empty before it is known. */
  pdf: string;
  /** Of the file on the disk. */
  name: string;
}

/** Beginning of the key that every copy of a PDF has, wherever it lies. */
const PDF_KEY = "pdf:";

/**
 * The address of the viewer below the extension's own, with a PDF in it.
 * @param place as in the fragment of a PDF's own address: "page=12" (src/viewer/place.ts)
 */
export function viewerAddress(viewed: Partial<Viewed>, place = ""): string {
  const given = Object.entries({ ...viewed, place }).filter(([, value]) => value !== "");
  return `${VIEWER_PAGE}#${new URLSearchParams(given)}`;
}

/** What is open at an address; `null` where it is not that of the viewer. */
export function viewedAt(url: string): Viewed | null {
  const said = saidAt(url);
  if (!said) return null;
  const [file, pdf, name] = ["file", "pdf", "name"].map((key) => said.get(key) ?? "") as [string, string, string];
  return { file: file.split("#", 1)[0]!, pdf, name };
}

/** The place in the PDF that an address of the viewer names: its own, or that which the PDF's address came with; empty where none. */
export function placeAt(url: string): string {
  const said = saidAt(url);
  return said?.get("place") ?? /#(.*)/s.exec(said?.get("file") ?? "")?.[1] ?? "";
}

function saidAt(url: string): URLSearchParams | null {
  const [, hash] = /^(?:chrome|moz)-extension:\/\/[^/]+\/viewer\.html(?:#(.*))?$/s.exec(url) ?? [];
  return hash === undefined ? null : new URLSearchParams(hash);
}

/** The address of what is read on a page: the PDF's own where it is the viewer, empty where that has none. */
export function addressRead(url: string): string {
  return viewedAt(url)?.file ?? url;
}

/** The key that a PDF has whatever its address is; empty where its fingerprint is not known. */
export function pdfKey({ pdf }: Pick<Viewed, "pdf">): string {
  return pdf && PDF_KEY + pdf;
}

/**
 * Whether an address looks like that of a PDF: nobody knows before it is fetched. A wiki's page about a file ("File:A.pdf")
 * is none, nor is a page in a folder that is called so.
 */
export function isPdfAddress(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || !/^(?:https?|file):$/.test(url.protocol)) return false;
  const { pathname } = url;
  if (/\.pdf$/i.test(pathname)) return !/\/wiki\/[^/]+(?::|%3A)[^/]+$/i.test(pathname);
  return /\/pdf\/[^/]+$/i.test(pathname) && !/\.(?:[px]?html?|php|aspx?|jsp)$/i.test(pathname);
}

/** Whether a tab seems to show a PDF, by its address, or by its title, which is the file's name where the PDF has none. */
export function isPdf({ url = "", title = "" }: { url?: string | undefined; title?: string | undefined }): boolean {
  return isPdfAddress(url) || (/^https?:/.test(url) && /\.pdf$/i.test(title));
}

/**
 * Where the page of a highlight is opened: its own address, or, below the extension's own, that of the viewer. Highlights
 * of a PDF bear its key (`pdfKey`); those that came from elsewhere are known by their address, and only the viewer can show
 * them. Empty where there is no such place.
 */
export function placeToOpen({ url, keys, title }: Pick<PageFacts, "url" | "keys" | "title">): string {
  const pdf = keys.find((key) => key.startsWith(PDF_KEY))?.slice(PDF_KEY.length) ?? "";
  if (url !== "") return pdf || isPdfAddress(url) ? viewerAddress({ file: url }) : url;
  return pdf && viewerAddress({ pdf, name: title });
}
