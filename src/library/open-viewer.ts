/** Opening PDFs in our viewer: browsers let no extension into theirs. */
import browser, { type Menus, type Tabs } from "webextension-polyfill";
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

/** The part of the reader's tab that counts here. */
type PdfTab = Partial<Pick<Tabs.Tab, "url" | "title" | "incognito" | "windowId">>;

/** Opens what an entry of the context menu is for; others are none of ours. */
export async function openFromMenu({ menuItemId, linkUrl = "" }: Pick<Menus.OnClickData, "menuItemId" | "linkUrl">, tab: PdfTab = {}): Promise<void> {
  if (menuItemId === READ_LINKED_PDF) await openViewer(linkUrl, tab);
  if (menuItemId === READ_PDF) await openViewer(tab.url ?? "", tab);
  if (menuItemId === CHOOSE_PDF) await openViewer(isPdf(tab) ? tab.url! : "", tab);
}

/**
 * Opens a PDF in the viewer, in a tab in front; with an empty address, the viewer, where a file can be chosen. What is read
 * privately stays private: where pages of ours have no private tab, as in Chromium, its address is not told to another, and
 * the file is the reader's to choose.
 * @param from the tab that the reader is in
 */
export async function openViewer(address: string, { incognito = false, windowId }: PdfTab): Promise<void> {
  const hasPrivate = "getBrowserInfo" in browser.runtime;
  const url = browser.runtime.getURL(viewerAddress({ file: incognito && !hasPrivate ? "" : address }));
  await browser.tabs.create({ url, ...(incognito && hasPrivate && windowId !== undefined && { windowId }) });
}
