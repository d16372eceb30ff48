import { type ComponentChildren, render } from "preact";
import browser from "webextension-polyfill";
import { CARD_CSS } from "../card/index";
import { languageOf, type MessageKey, type Translate, translator } from "../i18n/translate";
import type { Ask } from "../messages/ask";
import { askAgain } from "../messages/retry";
import type { Settings } from "../settings/settings";
import { loadSettings, onSettings } from "../settings/storage";
import { type SharedArea, shared, StorageRefusal } from "../settings/storage";
import type { AccessActions } from "./parts/access";

export { copy } from "./copy";

/** The texts of the reader's language. */
export const t: Translate = translator((key, values) => browser.i18n.getMessage(key, values));

/** BCP 47 language that `t` speaks. */
export const lang: string = languageOf(t, browser.i18n.getUILanguage());

/** Asks the background, again where it was stopped before it could answer. */
export const askBackground: Ask = askAgain((envelope) => browser.runtime.sendMessage(envelope), {
  id: () => crypto.randomUUID(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

/** Where settings are kept, for whoever changes them. */
export const settingsArea: SharedArea = shared(browser.storage.local, navigator.locks);

/**
 * Has it said on this page where the browser's storage does not take what is chosen here: who presses a control waits for
 * nothing. It is said until something is stored again.
 * @param again draws the page anew, as things are kept
 */
export function sayRefusals(again: () => Promise<unknown>): void {
  const said = document.createElement("p");
  said.role = "alert";
  said.className = "refused";
  document.body.append(said);
  addEventListener("unhandledrejection", (event) => {
    if (!(event.reason instanceof StorageRefusal)) return;
    event.preventDefault();
    const { doing, message } = event.reason;
    said.textContent = `${t(doing === "writing" ? "correct_failed" : "settings_unread")} ${message}`;
    // Where it cannot even be read, that has been said.
    if (doing === "writing") again().catch(() => undefined);
  });
  browser.storage.local.onChanged.addListener(() => void (said.textContent = ""));
}

/** Every site, as the manifest asks for it. */
const EVERYWHERE = { origins: ["<all_urls>"] };

export const accessActions: AccessActions = {
  hasAccess: () => browser.permissions.contains(EVERYWHERE),
  askForAccess: () => browser.permissions.request(EVERYWHERE),
  browser: import.meta.env.FIREFOX ? "firefox" : "chromium",
};

/** Gives this page the style of entries. */
export function adoptEntryStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CARD_CSS);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Shows this page's texts in the size that the reader has chosen, now and from now on. */
export async function followTextSize(): Promise<void> {
  const size = ({ textSize }: Settings) => void (document.documentElement.dataset["textSize"] = textSize);
  onSettings(browser.storage.local.onChanged, size, new AbortController().signal);
  size(await loadSettings(browser.storage.local));
}

/**
 * Draws a view into the page's root, in the reader's language. Call it again to draw it anew.
 * @param called What its tab is called, before the extension's name.
 */
export function draw(view: ComponentChildren, called?: MessageKey): void {
  document.documentElement.lang = lang;
  document.title = [...(called ? [t(called)] : []), t("extension_name")].join(" – ");
  render(view, document.getElementById("root")!);
}
