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
  /** From now on follows this tab whatever the reader looks at, as long as there is one; for null, the one in front. */
  turn(fixed: number | null): Promise<void>;
  /** Goes to a place on the page that is followed. */
  go(step: FollowStep): void;
  /** The tab that is followed, or null. */
  tab(): number | null;
}

/** Follows no tab before it is told to. */
export function followTabs(heard: Heard): Following {
  const place = ownPlace();
  const closed = new Set<number>();
  let tab: number | null = null;
  let fixed: number | null = null;
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

  async function turn(to: number | null): Promise<void> {
    fixed = to;
    const front = to ?? (await frontTab());
    // The reader may have turned to another meanwhile.
    if (fixed === to) turnTo(front);
  }

  /** The tab in front in this window; where the panel is a tab itself, the one that the reader came from. */
  async function frontTab(): Promise<number | undefined> {
    const { windowId, ownTab } = await place;
    const tabs = await browser.tabs.query({ ...(windowId !== undefined && { windowId }), ...(ownTab === undefined && { active: true }) });
    const others = tabs.filter(({ id }) => id !== ownTab && !closed.has(id!));
    return others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.id;
  }

  browser.tabs.onActivated.addListener(async (active) => {
    const { windowId, ownTab } = await place;
    if (fixed === null && active.windowId === windowId && active.tabId !== ownTab) turnTo(active.tabId);
  });
  browser.tabs.onRemoved.addListener(async (id) => {
    // Firefox still lists it for a moment.
    closed.add(id);
    if (id === tab) await turn(null);
  });
  browser.tabs.onUpdated.addListener((id, { status }) => {
    if (id !== tab || status === undefined) return;
    // A page that has been loaded anew needs its script, whatever has been tried before. Firefox leaves the port to an
    // empty page open when the next one comes.
    if (!port || !spoken) begin();
  });

  return {
    turn,
    go: (step) => port?.postMessage(step),
    tab: () => tab,
  };
}

/** Where this panel is: beside the tabs of a window, or one of them itself. */
async function ownPlace(): Promise<{ windowId: number | undefined; ownTab: number | undefined }> {
  const own = await browser.tabs.getCurrent();
  // Firefox for Android knows no windows: each of its tabs counts as one.
  const windows = browser.windows as typeof browser.windows | undefined;
  return { windowId: windows && (own?.windowId ?? (await windows.getCurrent()).id), ownTab: own?.id };
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
