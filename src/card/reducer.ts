/**
 * The life of a hover, as one pure function: a state and an event in, a state out. No timers, no DOM; every event
 * brings the clock. The caller keeps three things, each a function of the state it got back: one timer
 * (`deadline`), one question in flight (`pending`) and what is drawn (`card`).
 *
 * ```
 *          over                 dwell elapsed
 *   idle ────────▶ waiting ───────────────────▶ open ◀──────────────┐
 *    ▲               │  ▲                        │ off, scroll,     │ inside,
 *    │ off, scroll   │  │ over another mention   │ another mention  │ over its mention
 *    ├───────────────┘  │ (starts again)         ▼                  │
 *    │                  └──────────────────── leaving ──────────────┘
 *    │    grace elapsed, no mention awaited      │   (may await the next mention meanwhile)
 *    ├───────────────────────────────────────────┘
 *    │
 *    │ close, tap outside         open, press on a mention, pin, follow
 *    └──────────────────── pinned ◀──────── from anywhere with something to show
 *                             └── pin off ──▶ open
 * ```
 *
 * idle: nothing shown, nothing awaited. waiting: the pointer rests on a mention, nothing is shown yet.
 * open: shown for as long as the pointer stays on its mention or inside. leaving: shown, the pointer is elsewhere,
 * perhaps on its way. pinned: shown until the reader closes it; the pointer has no say.
 */

/** How long the pointer rests on a mention before its card opens, in ms, unless the reader's settings say otherwise. */
export const DWELL_MS = 250;
/**
 * When to ask for the content, in ms of rest. An answer takes 2 ms from a background that is awake and up to 60 ms
 * from one that is not, so a question asked here is answered before `DWELL_MS`; a passing pointer asks nothing.
 */
export const FETCH_MS = 100;
/** How long a card survives without the pointer, in ms: what Wikimedia's page previews forgive. */
export const GRACE_MS = 300;
/** A faster pointer, in px/ms, flies past and means no mention on its way: the threshold of 10ten Japanese Reader. */
export const FLYING_SPEED = 0.5;

/** One entry in the card: the mention's own (`ref` is `null`), or one opened from inside the card. */
export interface Page<T> {
  /** Rises with every question; an answer with another token is stale. */
  readonly token: number;
  readonly ref: string | null;
  /** Missing while the question is under way. */
  readonly answer?: T;
}

/** A mention that the pointer rests on and whose card is not open yet. Times in ms on the clock of the events. */
interface Wait<T> {
  readonly mention: string;
  readonly fetchAt: number;
  readonly opensAt: number;
  /** `null` until the content has been asked for. */
  readonly page: Page<T> | null;
}

export interface Card<T> {
  /** Key of the mention that the card hangs on. */
  readonly mention: string;
  /** What was opened one after another; the last is the one to draw. Never empty. */
  readonly pages: readonly Page<T>[];
}

interface Idle {
  readonly phase: "idle";
  /** The last token given out, in every state. */
  readonly serial: number;
  readonly card: null;
  readonly wait: null;
}
interface Waiting<T> {
  readonly phase: "waiting";
  readonly serial: number;
  readonly card: null;
  readonly wait: Wait<T>;
}
interface Open<T> {
  readonly phase: "open" | "pinned";
  readonly serial: number;
  readonly card: Card<T>;
  readonly wait: null;
}
interface Leaving<T> {
  readonly phase: "leaving";
  readonly serial: number;
  readonly card: Card<T>;
  /** The mention that the pointer has moved on to, whose card would replace this one. */
  readonly wait: Wait<T> | null;
  readonly closesAt: number;
}

export type HoverState<T> = Idle | Waiting<T> | Open<T> | Leaving<T>;

/** Everything that happens to a card. `at` is a time in ms on any clock that does not run backwards. */
export type HoverEvent<T> = { readonly at: number } & (
  | {
      /** The pointer moved over a mention. Report only moves of the pointer, not the text scrolling beneath it. */
      readonly type: "over";
      readonly mention: string;
      /** In px/ms. */
      readonly speed: number;
      /** The pointer is on its way to the open card (see envelope.ts). */
      readonly toward: boolean;
    }
  /** The pointer moved, over nothing of ours, or left the window. */
  | { readonly type: "off"; readonly toward: boolean }
  /** The pointer is over the card. */
  | { readonly type: "inside" }
  /** The time that `deadline` named has come. */
  | { readonly type: "tick" }
  | {
      /** A click or a tap outside the card, without a drag: on a mention, or on nothing of ours (`null`). */
      readonly type: "press";
      readonly mention: string | null;
      /** The mention stands in a link or button of the page, whose own business goes first. */
      readonly link: boolean;
      readonly touch: boolean;
    }
  /** The reader asked for the card by key or command. */
  | { readonly type: "open"; readonly mention: string }
  /** The pin was pressed, or anything else inside the card (which pins too). */
  | { readonly type: "pin"; readonly on: boolean }
  /** Esc, or the card's own close button. */
  | { readonly type: "close" }
  /** A name inside the card was pressed. */
  | { readonly type: "follow"; readonly ref: string }
  | { readonly type: "back" }
  /** Ask again for what could not be read. */
  | { readonly type: "retry" }
  | { readonly type: "answer"; readonly token: number; readonly answer: T }
  /** The mention's text is no longer on the page. */
  | { readonly type: "gone"; readonly mention: string }
  /** The page scrolled. While a card is open, follow up with where the pointer is now. */
  | { readonly type: "scroll" }
);

type EventOf<T, K extends HoverEvent<T>["type"]> = Extract<HoverEvent<T>, { type: K }>;

export const START: Idle = { phase: "idle", serial: 0, card: null, wait: null };

/**
 * The next state. The same object comes back where nothing changed.
 * @param dwell ms of rest before a card opens (a setting of the reader).
 */
export function reduce<T>(state: HoverState<T>, event: HoverEvent<T>, dwell = DWELL_MS): HoverState<T> {
  const { card } = state;
  const held = card ?? state.wait;
  switch (event.type) {
    case "over":
      return over(state, event, dwell);
    case "off":
      return off(state, event.at, event.toward, null);
    case "inside":
      return state.phase === "leaving" ? open(state, state.card) : state;
    case "tick":
      return tick(state, event.at);
    case "press":
      if (event.mention !== null && !event.link) return pin(state, event.mention);
      // A pinned card stays while the reader clicks about the page; a finger has no other way to send it off.
      return state.phase === "pinned" && !event.touch ? state : idle(state);
    case "open":
      return pin(state, event.mention);
    case "pin":
      if (event.on) return held ? pin(state, held.mention) : state;
      return state.phase === "pinned" ? open(state, state.card) : state;
    case "close":
      return idle(state);
    case "follow":
      return card ? ask(state, card.mention, card.pages, event.ref) : state;
    case "back":
      return card && card.pages.length > 1 ? open(state, { ...card, pages: card.pages.slice(0, -1) }, "pinned") : state;
    case "retry":
      return card ? ask(state, card.mention, card.pages.slice(0, -1), top(card).ref) : state;
    case "answer":
      return answered(state, event.token, event.answer);
    case "gone":
      return gone(state, event.mention);
    case "scroll":
      return off(state, event.at, false, null);
  }
}

/** When a `tick` is due, in ms on the clock of the events; `null` where time alone changes nothing. */
export function deadline<T>(state: HoverState<T>): number | null {
  const { wait } = state;
  const next = wait ? (wait.page ? wait.opensAt : wait.fetchAt) : Infinity;
  const due = state.phase === "leaving" ? Math.min(next, state.closesAt) : next;
  return due < Infinity ? due : null;
}

/**
 * The question that has no answer yet. Tokens rise, so the caller asks when the token is above the last one that it
 * asked with, and sends the answer back with the token.
 */
export function pending<T>(state: HoverState<T>): { mention: string; page: Page<T> } | null {
  const { card, wait } = state;
  if (wait?.page && !("answer" in wait.page)) return { mention: wait.mention, page: wait.page };
  return card && !("answer" in top(card)) ? { mention: card.mention, page: top(card) } : null;
}

/** The page of a card to draw: the last one. */
export function top<T>(card: Card<T>): Page<T> {
  return card.pages.at(-1)!;
}

function over<T>(state: HoverState<T>, event: EventOf<T, "over">, dwell: number): HoverState<T> {
  const { at, mention, toward } = event;
  if (state.card?.mention === mention) return state.phase === "leaving" ? open(state, state.card) : state;
  const known = state.wait?.mention === mention ? state.wait : null;
  // A pointer in a hurry, or on its way to the card, rests from its next slow move on: the wait begins again.
  if (known && event.speed <= FLYING_SPEED && !toward) return state;
  const wait = { mention, fetchAt: at + Math.min(FETCH_MS, dwell), opensAt: at + dwell, page: known?.page ?? null };
  return state.card ? off(state, at, toward, wait) : waiting(state, wait);
}

/** The pointer is neither on the card nor on its mention, but perhaps on the next one, awaited by `wait`. */
function off<T>(state: HoverState<T>, at: number, toward: boolean, wait: Wait<T> | null): HoverState<T> {
  if (state.phase === "waiting") return idle(state);
  if (state.phase === "open") return { ...state, phase: "leaving", wait, closesAt: at + GRACE_MS };
  if (state.phase !== "leaving" || (!toward && wait === state.wait)) return state;
  return { ...state, wait, closesAt: toward ? at + GRACE_MS : state.closesAt };
}

function tick<T>(state: HoverState<T>, at: number): HoverState<T> {
  const { wait } = state;
  if (wait && !wait.page && at >= wait.fetchAt) {
    const serial = state.serial + 1;
    return tick(rewait({ ...state, serial }, { ...wait, page: { token: serial, ref: null } }), at);
  }
  if (wait?.page && at >= wait.opensAt) return open(state, { mention: wait.mention, pages: [wait.page] });
  if (state.phase !== "leaving" || at < state.closesAt) return state;
  return wait ? waiting(state, wait) : idle(state);
}

/** Opens the mention's card without waiting, or keeps the one that is open; it stays without a pointer. */
function pin<T>(state: HoverState<T>, mention: string): HoverState<T> {
  const { card, wait } = state;
  if (card?.mention === mention) return open(state, card, "pinned");
  if (wait?.mention === mention && wait.page) return open(state, { mention, pages: [wait.page] }, "pinned");
  return ask(state, mention, [], null);
}

/** Puts a page with a question of its own on top of `pages`. Whoever asks is reading: the card stays. */
function ask<T>(state: HoverState<T>, mention: string, pages: readonly Page<T>[], ref: string | null): HoverState<T> {
  const serial = state.serial + 1;
  return open({ serial }, { mention, pages: [...pages, { token: serial, ref }] }, "pinned");
}

function answered<T>(state: HoverState<T>, token: number, answer: T): HoverState<T> {
  const fill = (page: Page<T>): Page<T> => (page.token === token ? { ...page, answer } : page);
  const { card, wait } = state;
  if (wait?.page?.token === token) return rewait(state, { ...wait, page: fill(wait.page) });
  return card?.pages.some((page) => page.token === token)
    ? { ...state, card: { ...card, pages: card.pages.map(fill) } }
    : state;
}

function gone<T>(state: HoverState<T>, mention: string): HoverState<T> {
  if (state.wait?.mention === mention) return state.phase === "leaving" ? { ...state, wait: null } : idle(state);
  // A pinned card is being read: that its name has left the page changes nothing about that.
  if (state.phase === "pinned" || state.card?.mention !== mention) return state;
  return state.wait ? waiting(state, state.wait) : idle(state);
}

function idle<T>(state: HoverState<T>): HoverState<T> {
  return state.phase === "idle" ? state : { ...START, serial: state.serial };
}

function waiting<T>({ serial }: HoverState<T>, wait: Wait<T>): HoverState<T> {
  return { phase: "waiting", serial, card: null, wait };
}

/** The same state with another account of the mention that it awaits. */
function rewait<T>(state: HoverState<T>, wait: Wait<T>): HoverState<T> {
  return state.phase === "leaving" ? { ...state, wait } : waiting(state, wait);
}

function open<T>({ serial }: { serial: number }, card: Card<T>, phase: "open" | "pinned" = "open"): HoverState<T> {
  return { phase, serial, card, wait: null };
}
