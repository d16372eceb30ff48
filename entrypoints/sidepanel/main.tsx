import browser from "webextension-polyfill";
import "../../src/views/style.css";
import "../../src/views/panel/panel.css";
import "../../src/views/panel/timeline.css";
import "../../src/views/panel/company.css";
import { ask, type Envelope } from "../../src/messages/ask";
import * as messages from "../../src/messages/contract";
import type { PageStory } from "../../src/messages/follow";
import type { CastDetail } from "../../src/messages/panel";
import { KNOWN_KEY, loadKnown, refsOf } from "../../src/settings/corrections";
import { loadOffPacks } from "../../src/settings/packs";
import { loadPanelSection, PANEL_SECTIONS, savePanelSection } from "../../src/settings/panel";
import { type PanelEvent, reduce, START } from "../../src/views/panel/model";
import { Panel, type PanelActions } from "../../src/views/panel/panel";
import { adoptEntryStyle, askBackground, copy, draw, followTextSize, lang, t } from "../../src/views/start";
import { createEchoFinder } from "./echo-finder";
import { followTabs } from "./follow-tab";
import { onWantedEntry } from "./wanted-entry";

/** A story is not kept back longer than this (milliseconds) for what is said of its cast; that follows. */
const DETAILS_MS = 100;

let state = START;
/** As stored: see `loadKnown`. */
let known: string[] = [];
let section: (typeof PANEL_SECTIONS)[number] = PANEL_SECTIONS[0];
/** Entries opened one from another, by the tab over which they were opened. */
const opened = new Map<number | null, readonly string[]>();
/** What is said of the cast of the story that was heard last; of any other it comes too late. */
let heard: PageStory | null = null;

const echoes = createEchoFinder(t, lang, () => loadOffPacks(browser.storage.local));

const actions: PanelActions = {
  lookUp: (query, limit) => askBackground(messages.lookUp, { query, limit }),
  card: (ref) => askBackground(messages.card, { ref, paragraph: state.reading?.text ?? "", story: refsOnPage() }),
  copy,
  save: (ref, quote) => savedOver().then((from) => askBackground(messages.saveFromCard, { ref, quote, from })).catch(() => t("save_failed")),
  findEchoes: (question) => echoes.find(question),
  go: (step) => following.go(step),
  wake: () => void ask((envelope) => browser.tabs.sendMessage(following.tab() ?? -1, envelope, { frameId: 0 }), messages.wake, { on: true }).catch(console.warn),
};

function show(): void {
  draw(
    <Panel
      t={t}
      lang={lang}
      state={state}
      known={refsOf(known)}
      opened={opened.get(over()) ?? []}
      onOpened={(refs) => open(over(), refs)}
      section={section}
      onSection={(chosen) => {
        section = chosen;
        show();
        void savePanelSection(browser.storage.local, chosen);
      }}
      ask={askBackground}
      actions={actions}
    />,
    "panel_title",
  );
}

/** The tab over which entries are opened: that of the page which is drawn, once one is. */
function over(): number | null {
  return state.of ?? state.tab;
}

function open(tab: number | null, refs: readonly string[]): void {
  opened.set(tab, refs);
  show();
}

function dispatch(event: PanelEvent): void {
  const before = state;
  state = reduce(state, event);
  if (state !== before) show();
}

async function told(tab: number, story: PageStory): Promise<void> {
  heard = story;
  const { cast, dates, published } = story;
  const request = { refs: cast.map(({ ref }) => ref), dates: dates.flatMap(({ min, max }) => [min, max]), published };
  const asking = askBackground(messages.castDetails, request)
    .catch((): CastDetail[] => [])
    .then((details) => heard === story && dispatch({ type: "told", tab, story, details: new Map(details.map((each) => [each.ref, each])) }));
  const late = new Promise((resolve) => setTimeout(resolve, DETAILS_MS, true));
  const isLate = await Promise.race([asking, late]);
  if (isLate === true && heard === story && (state.old || state.page.is !== "told")) dispatch({ type: "told", tab, story, details: new Map() });
}

function refsOnPage(): string[] {
  return state.page.is === "told" ? state.page.story.cast.map(({ ref }) => ref) : [];
}

/** What is saved here is saved of the page beside, and nothing of a private one. */
async function savedOver() {
  const { url = "", title = "", incognito } = await browser.tabs.get(following.tab() ?? -1);
  return { url, title, incognito };
}

adoptEntryStyle();
[known, section] = await Promise.all([loadKnown(browser.storage.local), loadPanelSection(browser.storage.local), followTextSize()]);
// Said to the background, and heard by all of our pages.
browser.runtime.onMessage.addListener((message: unknown) => {
  if ((message as Partial<Envelope> | null)?.backstory === messages.packsChanged.name) echoes.reopen();
  return undefined;
});
browser.storage.local.onChanged.addListener(async (changes) => {
  if (!(KNOWN_KEY in changes)) return;
  known = await loadKnown(browser.storage.local);
  show();
});
show();
const following = followTabs({
  followed: (tab) => dispatch({ type: "followed", tab }),
  left: (tab) => dispatch({ type: "left", tab }),
  late: (tab) => dispatch({ type: "late", tab }),
  refused: (tab) => dispatch({ type: "refused", tab }),
  told: (tab, story) => void told(tab, story),
  reading: (tab, place) => dispatch({ type: "reading", tab, place }),
});
const lookForWanted = onWantedEntry((tab, ref) => {
  const before = opened.get(tab) ?? [];
  // Asked for twice, it is still one step back.
  if (before.at(-1) !== ref) open(tab, [...before, ref]);
});

/** The tab that the address of this page names; it may have been closed since. */
async function namedTab(): Promise<number | null> {
  const said = new URLSearchParams(location.hash.slice(1)).get("tab");
  try {
    return said === null ? null : ((await browser.tabs.get(Number(said))).id ?? null);
  } catch {
    return null;
  }
}

async function turn(): Promise<void> {
  const fixed = await namedTab();
  await following.turn(fixed);
  await lookForWanted(fixed);
}
addEventListener("hashchange", () => void turn().catch(console.warn));
await turn();
