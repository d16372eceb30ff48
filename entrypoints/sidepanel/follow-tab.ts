/** The browser's side of the panel: which tab it follows, and the port to the script in its page. */
import browser, { type Runtime } from "webextension-polyfill";
import { FOLLOW_PORT, type FollowStep, PageStory, ReadingPlace } from "../../src/messages/follow";
import { ask } from "../../src/messages/ask";
import { fault } from "../../src/messages/schema";
import { loadScript } from "../../src/messages/to-own-page";
import { PATIENCE_MS } from "../../src/views/panel/model";

const SCRIPT = "follow.js";

/** A page whose script has gone is looked for again after these times (milliseconds): most are just loading. */
const RETRIES_MS = [100, 400, 1_000, 3_000];

/** Of a page that our script is in and says nothing of for so long (milliseconds), nothing will be said: none of us reads it. */
const SILENCE_MS = 2_000;

export interface Heard {
  followed(tab: number): void;
  left(tab: number): void;
  late(tab: number): void;
  refused(tab: number): void;
  told(tab: number, story: PageStory): void;
  reading(tab: number, place: ReadingPlace): void;
}

export interface Following {
  /** Goes to a place on the page that is followed. */
  go(step: FollowStep): void;
  /** The tab that is followed, or null. */
  tab(): number | null;
}

/** @param fixed the tab to follow whatever the reader looks at; without it, the one in front in this window */
export async function followTabs(heard: Heard, fixed: number | null): Promise<Following> {
  let tab: number | null = null;
  let port: Runtime.Port | null = null;
  /** Something was heard over the port. */
  let spoken = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lateness: ReturnType<typeof setTimeout> | undefined;

  function expect(): void {
    clearTimeout(lateness);
    const of = tab!;
    lateness = setTimeout(() => heard.late(of), PATIENCE_MS);
  }

  function turnTo(id: number | undefined): void {
    if (id === undefined || id === tab) return;
    tab = id;
    heard.followed(id);
    begin();
  }

  /** The page in the tab is another one, or its script has gone. */
  function begin(): void {
    tries = 0;
    hangUp();
    expect();
    connect(false);
  }

  function hangUp(): void {
    clearTimeout(timer);
    const before = port;
    port = null;
    before?.disconnect();
  }

  /** Listens at once: what is first said is what is waited for. */
  function connect(isIn: boolean): void {
    const of = tab!;
    const line = browser.tabs.connect(of, { name: FOLLOW_PORT, frameId: 0 });
    spoken = false;
    port = line;
    const silence = setTimeout(() => port === line && !spoken && heard.refused(of), SILENCE_MS);
    line.onMessage.addListener((message: unknown) => {
      if (port !== line) return;
      spoken = true;
      tries = 0;
      if (fault(PageStory, message) === undefined) heard.told(of, message as PageStory);
      else if (fault(ReadingPlace, message) === undefined) heard.reading(of, message as ReadingPlace);
    });
    line.onDisconnect.addListener(() => {
      clearTimeout(silence);
      // Browsers complain of an error that nobody looked at.
      void browser.runtime.lastError;
      if (port !== line) return;
      port = null;
      if (spoken) heard.left(of);
      if (spoken) expect();
      // Where nobody listens, the script is not there yet.
      if (spoken || isIn) retry();
      else void bring(of);
    });
  }

  async function bring(of: number): Promise<void> {
    const isIn = await inject(of);
    const isThere = isIn || (await isLoaded(of));
    if (of !== tab || port) return;
    if (isIn) connect(true);
    // A page that is still coming will be heard of.
    else if (isThere) heard.refused(of);
  }

  function retry(): void {
    const ms = RETRIES_MS[tries++];
    if (ms !== undefined) timer = setTimeout(() => connect(false), ms);
  }

  if (fixed !== null) turnTo(fixed);
  else await followFront(turnTo);
  browser.tabs.onUpdated.addListener((id, { status }) => {
    if (id !== tab || status === undefined) return;
    // A page that has been loaded anew needs its script, whatever has been tried before. Firefox leaves the port to an
    // empty page open when the next one comes.
    if (!port || !spoken) begin();
  });

  return {
    go: (step) => port?.postMessage(step),
    tab: () => tab,
  };
}

/** The tab in front in this window, now and from now on. Where the panel is a tab itself, the one that the reader came from. */
async function followFront(turnTo: (tab: number | undefined) => void): Promise<void> {
  const own = await browser.tabs.getCurrent();
  const { id: windowId } = await browser.windows.getCurrent();
  browser.tabs.onActivated.addListener((active) => {
    if (active.windowId === windowId && active.tabId !== own?.id) turnTo(active.tabId);
  });
  const tabs = await browser.tabs.query(own ? { windowId } : { windowId, active: true });
  const others = tabs.filter(({ id }) => id !== own?.id);
  turnTo(others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.id);
}

async function inject(tab: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab }, files: [SCRIPT], injectImmediately: true });
    return true;
  } catch {
    // Those of our own pages that are read as others are load it themselves.
    return ask((envelope) => browser.tabs.sendMessage(tab, envelope, { frameId: 0 }), loadScript, { file: SCRIPT }).catch(() => false);
  }
}

async function isLoaded(tab: number): Promise<boolean> {
  // It may have been closed meanwhile.
  return browser.tabs.get(tab).then(({ status }) => status === "complete", () => false);
}
