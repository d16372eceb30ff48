/**
 * The state of the panel: which tab it follows, and what is drawn of it. A pure function from a state and an event to a
 * state. What is drawn stays while another page is on its way, so that nothing flickers: a page that answers within
 * `PATIENCE_MS` takes the place of the one before in one step.
 *
 *     followed ──> told, refused ──> (drawn)
 *         └── late: nothing was heard in time ──> waiting
 */
import type { PageStory, ReadingPlace } from "../../messages/follow";
import type { CastDetail } from "../../messages/panel";

/** How long what is not of this page any more is still drawn, in milliseconds. */
export const PATIENCE_MS = 300;

/** What is to be said of a page. */
export type Page =
  | { is: "waiting" }
  /** The browser lets nobody in. */
  | { is: "closed" }
  | { is: "told"; story: PageStory; details: ReadonlyMap<string, CastDetail> };

export interface PanelState {
  /** The tab that is followed; `null` before it is known. */
  tab: number | null;
  /** What is drawn, and of which tab. */
  page: Page;
  of: number | null;
  /** What is drawn may be of another page than the one that is open in the tab. */
  old: boolean;
  /** Where the reader is on the page that is drawn. */
  reading: ReadingPlace | null;
  /** The same of the page that is on its way: what is to be said of its cast has to be asked for, and this has not. */
  coming: ReadingPlace | null;
}

export const START: PanelState = { tab: null, page: { is: "waiting" }, of: null, old: false, reading: null, coming: null };

export type PanelEvent =
  /** The reader looks at this tab now. */
  | { type: "followed"; tab: number }
  /** Another page is coming in the tab, or its script has gone. */
  | { type: "left"; tab: number }
  | { type: "told"; tab: number; story: PageStory; details: ReadonlyMap<string, CastDetail> }
  | { type: "reading"; tab: number; place: ReadingPlace }
  | { type: "refused"; tab: number }
  /** `PATIENCE_MS` have passed since the tab was followed or left. */
  | { type: "late"; tab: number };

export function reduce(state: PanelState, event: PanelEvent): PanelState {
  if (event.type === "followed") {
    return { ...state, tab: event.tab, old: event.tab !== state.of, coming: null };
  }
  // What comes from a tab that is followed no more is of no account.
  if (event.tab !== state.tab) return state;
  switch (event.type) {
    case "left":
      return { ...state, old: true, coming: null };
    case "late":
      return state.old ? drawn(state, { is: "waiting" }) : state;
    case "refused":
      return drawn(state, { is: "closed" });
    case "told":
      return told(state, event);
    case "reading":
      return state.page.is !== "told" || state.old ? { ...state, coming: event.place } : { ...state, reading: event.place };
  }
}

function told(state: PanelState, { story, details }: Extract<PanelEvent, { type: "told" }>): PanelState {
  // A page of which nothing is known yet does not push out another one before its time.
  const early = story.state === "reading" && story.cast.length === 0;
  if (early && (state.old || keyOf(state.of, state.page) !== keyOf(state.tab, { is: "told", story, details }))) {
    return state.page.is === "told" ? { ...state, old: true } : state;
  }
  return drawn(state, { is: "told", story, details });
}

function drawn(state: PanelState, page: Page): PanelState {
  const same = keyOf(state.of, state.page) === keyOf(state.tab, page);
  if (page.is !== "told") return { ...state, page, of: state.tab, old: false, reading: null };
  return { ...state, page, of: state.tab, old: false, reading: state.coming ?? (same ? state.reading : null), coming: null };
}

/** What a page is known by in the panel: what is opened in it and how far it is scrolled is kept under this. */
export function keyOf(tab: number | null, page: Page): string {
  return page.is === "told" ? `${tab} ${page.story.url.split("#")[0]}` : `${tab} ${page.is}`;
}
