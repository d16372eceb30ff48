/** Opening PDFs in our viewer: browsers let no extension into theirs. */
import browser, { type Menus } from "webextension-polyfill";
import { isPdf, viewerAddress } from "../highlights/viewer-address";
import type { Translate } from "../i18n/translate";

/** The entries of context menus: of the toolbar button, of a page that is a PDF, and of a link to one. */
const CHOOSE_PDF = "choose-pdf";
const READ_PDF = "read-pdf";
const READ_LINKED_PDF = "read-linked-pdf";

/** Addresses that look like those of PDFs (see `isPdfAddress`), as match patterns, which know no "either". */
const PATTERNS = ["*://*/*.pdf", "*://*/*.pdf?*", "*://*/*.PDF", "*://*/*.PDF?*", "*://*/pdf/*", "*://*/*/pdf/*"];

/** @param hasTabs whether the browser's tabs have menus for extensions, as in Firefox */
export function pdfMenus(t: Translate, hasTabs: boolean): Menus.CreateCreatePropertiesType[] {
  const title = t("viewer_open");
  return [
    { id: CHOOSE_PDF, title: t("viewer_title"), contexts: ["action"] },
    { id: READ_PDF, title, contexts: hasTabs ? ["page", "tab"] : ["page"], documentUrlPatterns: [...PATTERNS, "file:///*.pdf"] },
    { id: READ_LINKED_PDF, title, contexts: ["link"], targetUrlPatterns: PATTERNS },
  ];
}

/** Opens what an entry of the context menu is for; others are none of ours. */
export async function openFromMenu({ menuItemId, linkUrl = "" }: Pick<Menus.OnClickData, "menuItemId" | "linkUrl">, tab: { url?: string; title?: string } = {}): Promise<void> {
  if (menuItemId === READ_LINKED_PDF) await openViewer(linkUrl);
  if (menuItemId === READ_PDF) await openViewer(tab.url ?? "");
  if (menuItemId === CHOOSE_PDF) await openViewer(isPdf(tab) ? tab.url! : "");
}

/** Opens a PDF in the viewer, in a tab in front; with an empty address, the viewer, where a file can be chosen. */
export async function openViewer(address: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(viewerAddress({ file: address })) });
}
