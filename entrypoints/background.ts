import browser from "webextension-polyfill";
import { defineBackground } from "wxt/utils/define-background";
import { CARD_CSS } from "../src/card/style";
import { BAR_CSS } from "../src/highlighter/bar/style";
import { citeHighlight } from "../src/highlights/cite";
import { addressRead } from "../src/highlights/viewer-address";
import { type Backend, createBackend } from "../src/library/backend";
import { bringHighlighters } from "../src/library/bring-highlighter";
import { dailyBackup } from "../src/library/backup";
import { writeBackup } from "../src/library/write-backup";
import { createCorrections } from "../src/library/corrections";
import { createConnection } from "../src/library/connection";
import { HIGHLIGHT_COMMANDS, highlightCommands } from "../src/library/highlight-commands";
import { LOOK_UP, lookUpCommand, openPrivately } from "../src/library/look-up-command";
import { addressesOf, rereadIn, selectedIn } from "../src/library/in-tab";
import { createOmnibox, type Omnibox } from "../src/library/omnibox";
import { tellHighlighter } from "../src/library/tell-highlighter";
import { createHighlights } from "../src/library/highlights";
import { highlightHandlers } from "../src/library/highlight-handlers";
import { languageOf, translator } from "../src/i18n/translate";
import { CORRECTED_CSS } from "../src/reader/correct/style";
import { handler, listener, type Sender } from "../src/messages/answer";
import { ask } from "../src/messages/ask";
import * as messages from "../src/messages/contract";
import { changeHighlightSettings, changeNotice, HIGHLIGHT_SETTINGS_KEY, loadHighlightSettings } from "../src/settings/highlights";
import { ARTICLE_SIGNS } from "../src/page/article-signs";
import { PAGE_KEY } from "../src/page/published";
import MARKS_CSS from "../src/page/paint.css?inline";
import { loadKnown } from "../src/settings/corrections";
import { hereOf, hostOf } from "../src/settings/here";
import { loadOffPacks } from "../src/settings/packs";
import { loadSettings, shared } from "../src/settings/storage";
import { openFromMenu, pdfMenus } from "../src/library/open-viewer";
import { OPEN_PANEL, openAsHeard, openSidePanel, showInPanel } from "../src/library/side-panel";
import { SHIPPED_PACKS } from "../src/library/shipped-packs";

/** What is put into a page: the reader at once, the card when one is wanted. */
const READER = "reader.js";
const MARKS = "assets/marks.css";
const CARD = "card.js";
const BAR = "bar.js";
const CORRECTOR = "corrector.js";
const HIGHLIGHTER = "highlighter.js";

/** Set in `storage.local` once the welcome page was opened. */
const WELCOMED = "welcomed";

/** The alarm for what is done now and then: emptying the bin of what is old, a backup a day. */
const UPKEEP = "upkeep";
const UPKEEP_MINUTES = 60;

export default defineBackground(() => {
  const sources = { shipped: SHIPPED_PACKS, read: readOwnFile, off: () => loadOffPacks(browser.storage.local) };
  const t = translator((key, values) => browser.i18n.getMessage(key, values));
  const backend: Backend = createBackend(sources, {
    t,
    locale: languageOf(t, browser.i18n.getUILanguage()),
  });

  const area = shared(browser.storage.local, navigator.locks);
  const connection = createConnection();
  const corrections = createCorrections({
    area,
    session: browser.storage.session,
    backend,
    now: () => new Date(),
    id: () => crypto.randomUUID(),
  });
  const highlights = createHighlights(connection, {
    backend,
    corrections: corrections.onArticle,
    now: () => new Date(),
    keepsPrivate: async () => (await loadHighlightSettings(area)).keepPrivate,
    // Those who do not hear of it show what was there before; nothing is lost.
    changed: (ids) => area.set(changeNotice(differentNumber(), ids)).catch(console.warn),
  });

  const highlighters = bringHighlighters({
    of: highlights.of,
    get: (id) => connection.use((store) => store.get("highlights", id)),
    inject: bringHighlighter,
    addresses: addressesOf,
    tabs: async () => (await browser.tabs.query({})).flatMap(({ id, url }) => (id !== undefined && url ? [{ id, url }] : [])),
    show: async (id) => {
      const { windowId } = await browser.tabs.update(id, { active: true });
      if (windowId !== undefined) await browser.windows?.update(windowId, { focused: true });
    },
    open: async (address) => (await browser.tabs.create({ url: URL.canParse(address) ? address : browser.runtime.getURL(address) })).id!,
    goTo: (tab, id) => ask((envelope) => browser.tabs.sendMessage(tab, envelope, { frameId: 0 }), messages.goToHighlight, { id }),
    session: browser.storage.session,
  });

  browser.runtime.onMessage.addListener(openAsHeard as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
  browser.runtime.onMessage.addListener(
    listener(
      [
        ...highlightHandlers(highlights),
        handler(messages.wantHighlighter, (request, sender) => {
          if (!request.selected) void followAddress(sender).catch(console.warn);
          return highlighters.wanted(request, sender);
        }),
        handler(messages.awaitedHighlight, highlighters.awaited),
        handler(messages.openHighlight, highlighters.open),
        handler(messages.here, async (_, { tab, url = tab?.url ?? "" }) => ({
          ...hereOf(await loadSettings(area), hostOf(addressRead(url)), await loadKnown(area)),
          css: MARKS_CSS,
          signs: ARTICLE_SIGNS,
        })),
        handler(messages.lastColour, async ({ colour }) => {
          await changeHighlightSettings(area, { lastColour: colour });
          return true;
        }),
        handler(messages.spot, async (request, sender) => backend.spot(request, await corrections.on(sender))),
        handler(messages.card, async (request, sender) => {
          const [said, known] = await Promise.all([corrections.on(sender), corrections.isKnown(request.ref)]);
          const content = await backend.card(request, said);
          return content && { ...content, known };
        }),
        handler(messages.loadCorrector, async (_, sender) => {
          await inject(sender.tab?.id, CORRECTOR);
          return CORRECTED_CSS;
        }),
        handler(messages.bearers, backend.bearers),
        handler(messages.correct, corrections.correct),
        handler(messages.uncorrect, corrections.uncorrect),
        handler(messages.know, corrections.know),
        handler(messages.lookUp, backend.lookUp),
        handler(messages.timeline, backend.timeline),
        handler(messages.company, backend.company),
        handler(messages.castDetails, backend.cast),
        handler(messages.openPanel, ({ ref }, sender) => showInPanel(sender.tab?.id ?? -1, ref)),
        handler(messages.names, backend.names),
        handler(messages.packs, backend.packs),
        handler(messages.packsChanged, () => {
          backend.reopen();
          void corrections.addTwins().catch(console.warn);
          return true;
        }),
        handler(messages.loadCard, async (_, sender) => {
          await inject(sender.tab?.id, CARD);
          return CARD_CSS;
        }),
        handler(messages.saveFromCard, async (request, sender) => {
          const { refused } = await highlights.saveFromPack(request, sender);
          return t(refused === "private" || refused === "full" ? `save_${refused}` : refused ? "save_failed" : "save_done");
        }),
        handler(messages.loadBar, async (_, sender) => {
          await inject(sender.tab?.id, BAR);
          return BAR_CSS;
        }),
        handler(messages.cite, ({ highlight }) => citeHighlight(highlight)),
        handler(messages.openLibrary, async ({ id }) => {
          await browser.tabs.create({ url: `${browser.runtime.getURL("library.html")}${id && `#id=${id}`}` });
          return true;
        }),
      ],
      console.warn,
    ) as (message: unknown, sender: browser.Runtime.MessageSender, respond: (reply: unknown) => void) => true,
  );

  /** Text that stays where the address changes under it was read as it is to be read in the article before. */
  async function followAddress(sender: Sender): Promise<void> {
    if (sender.tab?.id !== undefined && (await corrections.onSite(sender))) await rereadIn(sender.tab.id, Symbol.keyFor(PAGE_KEY)!);
  }

  const backUp = dailyBackup({ area, now: () => new Date(), write: writeBackup, isAllowed: () => browser.permissions.contains({ permissions: ["downloads"] }) });
  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name !== UPKEEP) return;
    await highlights.purge().catch(console.warn);
    await backUp();
  });
  // Who asks for backups sees the first one at once.
  browser.storage.local.onChanged.addListener((changes) => {
    if (HIGHLIGHT_SETTINGS_KEY in changes) void backUp();
  });
  void startUpkeep();

  const tell = tellHighlighter({ sendTo, inject: bringHighlighter, again: AGAIN });
  const highlight = highlightCommands({ tell, refuse: sayNoAccess });
  const lookUp = lookUpCommand({ tell, selectedIn, open: openWindow });

  // Firefox for Android has no shortcuts, no menus and no words in its address bar: what belongs to them is undefined there.
  browser.commands?.onCommand.addListener(async (name) => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const known = messages.COMMANDS.find((each) => each === name);
    if (name === LOOK_UP) return lookUp(tab);
    if (tab?.id === undefined || !known) return highlight(name, tab?.id, "key");
    await ask(sendTo(tab.id), messages.command, { command: known }).catch(() => undefined); // A page without us.
  });

  listenToAddressBar(
    createOmnibox({
      t,
      lookUp: backend.lookUp,
      say: (description) => browser.omnibox?.setDefaultSuggestion({ description }),
      pause,
      isChromium: !("getBrowserInfo" in browser.runtime),
    }),
  );

  // Before anything is waited for: see side-panel.ts. Types know no second argument yet.
  const onCommand = browser.commands?.onCommand as { addListener(heard: (name: string, tab?: { id?: number }) => void): void } | undefined;
  onCommand?.addListener((name, tab) => {
    if (name === OPEN_PANEL && tab?.id !== undefined) openSidePanel(tab.id).catch(console.warn);
  });
  browser.contextMenus?.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === OPEN_PANEL && tab?.id !== undefined) openSidePanel(tab.id).catch(console.warn);
  });

  browser.contextMenus?.onClicked.addListener(({ menuItemId, selectionText }, tab) =>
    menuItemId === LOOK_UP ? lookUp(tab, selectionText) : highlight(String(menuItemId), tab?.id, "menu"),
  );
  browser.contextMenus?.onClicked.addListener(openFromMenu);
  // Browsers keep the menu, in the language that it was made in.
  browser.runtime.onInstalled.addListener(fillContextMenu);
  browser.runtime.onStartup.addListener(fillContextMenu);
  // The background may have been stopped over it when packs changed.
  browser.runtime.onStartup.addListener(() => void corrections.addTwins().catch(console.warn));

  // Tabs that are open already get the reader without a reload; an older reader in them makes room.
  browser.runtime.onInstalled.addListener(() => readOpenTabs(["http://*/*", "https://*/*", "file:///*"]));
  browser.permissions.onAdded.addListener(({ origins = [] }) => readOpenTabs(origins));
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    // The packs in the box may be others.
    void corrections.addTwins().catch(console.warn);
    if (reason === "install") await welcome();
  });
});

/** @param url patterns of their addresses */
async function readOpenTabs(url: string[]): Promise<void> {
  if (url.length === 0) return;
  const tabs = await browser.tabs.query({ url });
  await Promise.allSettled(
    tabs.map(async ({ id }) => {
      await inject(id, READER);
      await browser.scripting.insertCSS({ target: { tabId: id! }, files: [MARKS] });
    }),
  );
}

/** Opens the welcome page, once: browsers say "install" of what was loaded from a folder each time that they start. */
async function welcome(): Promise<void> {
  if ((await browser.storage.local.get(WELCOMED))[WELCOMED]) return;
  await browser.tabs.create({ url: browser.runtime.getURL("welcome.html") });
  await browser.storage.local.set({ [WELCOMED]: true });
}

/** Made once: one that is made again would begin to wait anew each time that the background starts. */
async function startUpkeep(): Promise<void> {
  if (!(await browser.alarms.get(UPKEEP))) await browser.alarms.create(UPKEEP, { delayInMinutes: 1, periodInMinutes: UPKEEP_MINUTES });
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** For asking a page once more. */
const AGAIN = { id: () => crypto.randomUUID(), pause };

async function fillContextMenu(): Promise<void> {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: LOOK_UP, title: browser.i18n.getMessage("menu_look_up"), contexts: ["selection"] });
  for (const id of HIGHLIGHT_COMMANDS) browser.contextMenus.create({ id, title: browser.i18n.getMessage(`command_${id}`), contexts: ["selection"] });
  for (const entry of pdfMenus(translator((key, values) => browser.i18n.getMessage(key, values)), "getBrowserInfo" in browser.runtime)) browser.contextMenus.create(entry);
  browser.contextMenus.create({ id: OPEN_PANEL, title: browser.i18n.getMessage("command_open_panel"), contexts: ["action", "page"] });
}

/** What is typed after our keyword. */
function listenToAddressBar({ start, suggest, addressFor }: Omnibox): void {
  void start();
  browser.omnibox?.onInputStarted.addListener(() => void start());
  browser.omnibox?.onInputChanged.addListener(async (text, give) => give(await suggest(text)));
  browser.omnibox?.onInputEntered.addListener(async (text, where) => {
    const [address, [front]] = await Promise.all([addressFor(text), browser.tabs.query({ active: true, lastFocusedWindow: true })]);
    // Chromium shows no page of ours in a private tab: it would come up in another window, and stay in its history.
    if (front?.incognito && !("getBrowserInfo" in browser.runtime)) return openPrivately(address, openWindow);
    const url = browser.runtime.getURL(address);
    await (where === "currentTab" ? browser.tabs.update({ url }) : browser.tabs.create({ url, active: where === "newForegroundTab" }));
  });
}

/** Of the look-up's window, in CSS px: a card with room around it. */
const WINDOW = { width: 460, height: 680 };

/** Opens a page of ours in a small window; in a tab where there are none (Firefox for Android). */
async function openWindow(address: string, incognito: boolean): Promise<void> {
  const url = browser.runtime.getURL(address);
  await (browser.windows ? browser.windows.create({ url, type: "popup", incognito, ...WINDOW }) : browser.tabs.create({ url }));
}

/** On the toolbar button, until the tab shows another page: in the page itself nothing can be said. */
async function sayNoAccess(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: "!" });
  await browser.action.setTitle({ tabId, title: browser.i18n.getMessage("bar_no_access") });
}

let last = 0;

/** A number that was not there before: the time, in milliseconds, or more where that has not gone on. */
function differentNumber(): number {
  return (last = Math.max(Date.now(), last + 1));
}

async function readOwnFile(path: string): Promise<ArrayBuffer> {
  const response = await fetch(browser.runtime.getURL(path));
  return response.arrayBuffer();
}

/** To the top frame of a tab. */
const sendTo = (tab: number) => (envelope: unknown) => browser.tabs.sendMessage(tab, envelope, { frameId: 0 });

/**
 * Where the reader has switched this page off, only the script that was there knows: the highlighter does not come in.
 * @throws Error where that is so, and where the browser lets nobody in
 */
async function bringHighlighter(tab: number): Promise<void> {
  const page = await ask(sendTo(tab), messages.status, {}).catch(() => null);
  if (page?.state === "off") throw new Error("Backstory is switched off on this page");
  await inject(tab, HIGHLIGHTER);
}

/**
 * Runs a script of ours in the top frame of a tab, also where the page is still waiting for some picture. Into the
 * extension's own pages browsers put none: those load it themselves.
 */
async function inject(tabId: number | undefined, file: string): Promise<void> {
  if (tabId === undefined) return;
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [file], injectImmediately: true });
  } catch (error) {
    const loaded = await ask(sendTo(tabId), messages.loadScript, { file }).catch(() => false);
    if (!loaded) throw error;
  }
}
