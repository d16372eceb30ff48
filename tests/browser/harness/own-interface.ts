/**
 * Firefox' own interface, used as a reader uses it, with keys and pointer: the address bar, context menus, the toolbar
 * button. A page's driver reaches none of it; code that runs in Firefox' own window does, by the hands that Firefox'
 * drivers use themselves (`EventUtils`). Chromium has no such door (but see chromium-address-bar.ts).
 */
import { expression } from "../../../scripts/drive/in-page";
import type { Driven } from "../../../scripts/drive/launch";
import { inFirefoxItself } from "./firefox";
import { until } from "./until";

/** The part of EventUtils that is used here. */
interface Hands {
  synthesizeKey(key: string, event: { altKey?: boolean }, window: Window): void;
  synthesizeComposition(event: { type: "compositioncommit"; data: string }, window: Window): void;
  synthesizeMouseAtCenter(target: Element, event: { type?: string; button?: number }, window: Window): void;
}

/** What Firefox' window has beyond what windows have. */
declare const hands: Hands;
declare const gURLBar: { focus(): void; select(): void };
declare const gBrowser: { tabs: unknown[]; selectedTab: unknown; removeTab(tab: unknown): void; selectedBrowser: { currentURI: { spec: string }; contentTitle: string } };
declare const gUnifiedExtensions: { panel: Menu };

interface Menu extends HTMLElement {
  state: "open" | "showing" | "hiding" | "closed";
  activateItem(item: Element): void;
  hidePopup(): void;
}

const HANDS = `globalThis.hands ??= (() => {
  const hands = { window, parent: window, _EU_Ci: Ci, _EU_Cc: Cc };
  Services.scriptloader.loadSubScript("chrome://remote/content/external/EventUtils.js", hands);
  return hands;
})();`;

/** Calls a function, whole in itself, in Firefox' own window. @returns what it gives, which JSON must be able to hold */
async function inWindow<Args extends unknown[], Result>(driven: Driven, fn: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>> {
  const said = await inFirefoxItself(driven, `${HANDS} (async () => JSON.stringify((await ${expression(fn, ...args)}) ?? null))()`);
  return JSON.parse(String(said)) as Awaited<Result>;
}

/** Types into the address bar over what stands there: letter by letter, and by an input method what keyboards have no keys for. */
export function typeInAddressBar(driven: Driven, text: string): Promise<void> {
  return inWindow(
    driven,
    (typed) => {
      gURLBar.focus();
      gURLBar.select();
      for (const part of typed.match(/[ -~]|[^ -~]+/g) ?? []) {
        if (/[ -~]/.test(part)) hands.synthesizeKey(part, {}, window);
        else hands.synthesizeComposition({ type: "compositioncommit", data: part }, window);
      }
    },
    text,
  );
}

/** @param key as EventUtils calls it: `KEY_Enter` */
export function pressInAddressBar(driven: Driven, key: string, { altKey = false } = {}): Promise<void> {
  return inWindow(driven, (name, alt) => hands.synthesizeKey(name, { altKey: alt }, window), key, altKey);
}

/** The lines below the address bar, as they can be read. */
export function suggestedInAddressBar(driven: Driven): Promise<string[]> {
  return inWindow(driven, () =>
    [...document.querySelectorAll<HTMLElement>("#urlbar .urlbarView-row")].filter((row) => row.checkVisibility()).map((row) => row.querySelector<HTMLElement>(".urlbarView-title")!.textContent ?? ""),
  );
}

/** The tab in front, and how many there are in the window. */
export function tabInFront(driven: Driven): Promise<{ address: string; title: string; tabs: number }> {
  return inWindow(driven, () => ({ address: gBrowser.selectedBrowser.currentURI.spec, title: gBrowser.selectedBrowser.contentTitle, tabs: gBrowser.tabs.length }));
}

/** Closes the tab in front, which the extension may have opened, out of a driver's sight. */
export function closeTabInFront(driven: Driven): Promise<void> {
  return inWindow(driven, () => gBrowser.removeTab(gBrowser.selectedTab));
}

/** The menus in which extensions have entries: of what is in a page, and of a button in the list of extensions. */
export type MenuId = "contentAreaContextMenu" | "unified-extensions-context-menu";

/** Waits until a context menu is open, as the pointer has asked for it. @returns what our entries in it say */
export async function entriesOf(driven: Driven, menu: MenuId): Promise<string[]> {
  await until(() => inWindow(driven, (id) => (document.getElementById(id) as Menu | null)?.state === "open", menu), `the menu ${menu} is open`);
  return inWindow(driven, (id, ours) => [...document.getElementById(id)!.querySelectorAll(`menuitem${ours}`)].map((item) => item.getAttribute("label") ?? ""), menu, await selectorOfOurs(driven));
}

/** Presses one of our entries in a menu that is open, in the part that unfolds where there are several. @throws where there is none that says so */
export async function chooseEntry(driven: Driven, menu: MenuId, label: string): Promise<void> {
  const chosen = await inWindow(
    driven,
    async (id, ours, says) => {
      const item = [...document.getElementById(id)!.querySelectorAll(`menuitem${ours}`)].find((each) => each.getAttribute("label") === says);
      if (!item) return false;
      const popup = item.closest<Menu>("menupopup")!;
      if (popup.id !== id) {
        const unfolded = new Promise((resolve) => popup.addEventListener("popupshown", resolve, { once: true }));
        (popup.parentElement as HTMLElement & { openMenu(open: boolean): void }).openMenu(true);
        await unfolded;
      }
      popup.activateItem(item);
      return true;
    },
    menu,
    await selectorOfOurs(driven),
    label,
  );
  if (!chosen) throw new Error(`No entry of the menu says “${label}”`);
  await untilClosed(driven, menu);
}

/** Closes a menu in which nothing is to be chosen. */
export async function closeMenu(driven: Driven, menu: MenuId): Promise<void> {
  await inWindow(driven, (id) => (document.getElementById(id) as Menu).hidePopup(), menu);
  await untilClosed(driven, menu);
}

/**
 * Presses our button in the list of extensions, which is where Firefox puts it.
 * @param button of the pointer: 0 opens the popup, 2 the button's context menu
 */
export async function pressToolbarButton(driven: Driven, button: 0 | 2): Promise<void> {
  await inWindow(driven, () => hands.synthesizeMouseAtCenter(document.getElementById("unified-extensions-button")!, {}, window));
  await until(() => inWindow(driven, () => gUnifiedExtensions.panel?.state === "open"), "the list of extensions is open");
  const id = await extensionId(driven);
  await inWindow(
    driven,
    (extension, which) => {
      const found = document.querySelector(`.unified-extensions-item-action-button[data-extensionid="${extension}"]`)!;
      hands.synthesizeMouseAtCenter(found, which === 2 ? { type: "contextmenu", button: 2 } : {}, window);
    },
    id,
    button,
  );
}

const untilClosed = (driven: Driven, menu: MenuId) =>
  until(() => inWindow(driven, (id) => (document.getElementById(id) as Menu).state === "closed", menu), `the menu ${menu} is closed`);

async function extensionId(driven: Driven): Promise<string> {
  return String(await inFirefoxItself(driven, `WebExtensionPolicy.getByHostname(${JSON.stringify(new URL(driven.base).host)}).id`));
}

/** Firefox makes the ids of entries from the extension's. */
async function selectorOfOurs(driven: Driven): Promise<string> {
  return `[id^="${(await extensionId(driven)).toLowerCase().replace(/[^a-z0-9_-]/g, "_")}-menuitem-"]`;
}
