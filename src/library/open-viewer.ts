/** Opening PDFs in our viewer: browsers let no extension into theirs. */
import browser, { type Menus } from "webextension-polyfill";
import { isPdfAddress, viewerAddress } from "../highlights/viewer-address";

/** The entries of the context menu: of a page that is a PDF, and of a link to one. */
export const READ_PDF = "read-pdf";
export const READ_LINKED_PDF = "read-linked-pdf";

/** Addresses that look like those of PDFs (see `isPdfAddress`), as match patterns, which know no "either". */
const PATTERNS = ["*://*/*.pdf", "*://*/*.pdf?*", "*://*/*.PDF", "*://*/*.PDF?*", "*://*/pdf/*", "*://*/*/pdf/*"];

/** @param title of the entries; @param hasTabs whether the browser's tabs have menus for extensions, as in Firefox */
export function pdfMenus(title: string, hasTabs: boolean): Menus.CreateCreatePropertiesType[] {
  return [
    { id: READ_PDF, title, contexts: hasTabs ? ["page", "tab"] : ["page"], documentUrlPatterns: [...PATTERNS, "file:///*.pdf"] },
    { id: READ_LINKED_PDF, title, contexts: ["link"], targetUrlPatterns: PATTERNS },
  ];
}

/** Whether a tab seems to show a PDF, by its address, or by its title, which is the file's name where the PDF has none. */
export function isPdf({ url = "", title = "" }: { url?: string | undefined; title?: string | undefined }): boolean {
  return isPdfAddress(url) || (/^https?:/.test(url) && /\.pdf$/i.test(title));
}

/** Opens a PDF in the viewer, in a tab in front; with an empty address, the viewer, where a file can be chosen. */
export async function openViewer(address: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(viewerAddress({ file: address })) });
}
