/**
 * The only node that Backstory adds to a page: one host with a closed shadow root, which holds the popover. Nothing is
 * written as markup and no style attribute is parsed, so that no content security policy or Trusted Types rule of the
 * page is in the way.
 */
import { render } from "preact";
import type { Box, Point } from "./envelope";
import { EDGE, placeCard, type Side } from "./place";
import { Card, type CardProps } from "./view/card";

/** Where the card belongs: the text that it hangs on, its client rects, and the pointer if one is there. */
export interface Spot {
  /** A node at the mention; the card goes into the modal dialog or fullscreen element around it, or it were inert. */
  near: Node;
  anchors: readonly Box[];
  pointer: Point | null;
}

export interface CardHandle {
  /** Draws other props. The card keeps its side of the line. */
  update(props: CardProps): void;
  /** Shows the card at a mention, or moves it there. */
  moveTo(spot: Spot): void;
  /** Moves the keyboard's focus into the dialog; `close` gives it back. */
  focus(): void;
  /** Whether an event of the page happened on the card. Ask in the capture phase: the host lets little through. */
  owns(event: Event): boolean;
  /** The card's edges in CSS px of the viewport. */
  box(): Box;
  /** False where the page has removed the host, or hidden what it stands in. */
  isShown(): boolean;
  /** Takes the host out of the page. Closing twice does no harm. */
  close(): void;
}

const HOST_NAME = "backstory-card";
/** Taller than this a card hides the page that it is about; the rest scrolls. In em of the card's own type. */
const MAX_HEIGHT_EM = 46;

/**
 * What the reader does inside the card is none of the page's business: its shortcuts, its handlers for a click
 * "outside" and its focus traps never hear of it. (Listeners that the page put on the window for the capture phase run
 * before any of ours and cannot be kept out; they see the host and nothing inside.)
 */
const KEPT_IN = (
  "keydown keyup focusin focusout click contextmenu " +
  "mousedown mouseup pointerdown pointerup wheel touchstart touchmove touchend"
).split(" ");

export type MountCard = typeof mountCard;

/**
 * Draws a card, not yet shown: `moveTo` shows it.
 * @param css The style sheet (style.ts).
 * @param signal Closes the card when aborted.
 */
export function mountCard(first: CardProps, css: string, signal?: AbortSignal): CardHandle {
  const host = document.createElement(HOST_NAME);
  const root = host.attachShadow({ mode: "closed" });
  adoptStyle(root, css);
  const card = document.createElement("div");
  card.className = "card";
  card.popover = "manual";
  card.tabIndex = -1;
  card.dir = "ltr";
  card.setAttribute("role", "dialog");
  root.append(card);

  const closing = new AbortController();
  let props = first;
  let spot: Spot | null = null;
  let side: Side | null = null;
  let focusBefore: EventTarget | null = null;

  function update(next: CardProps) {
    // While it loads a card is small: where the whole of it goes is decided once more when its text is there.
    if (!props.answer) side = null;
    props = next;
    card.lang = next.lang ?? "";
    card.setAttribute("aria-label", nameOf(next));
    render(<Card {...next} />, card);
    place();
  }

  function place() {
    if (!spot || !card.isConnected) return;
    const viewport = visibleBox();
    card.style.maxWidth = `${viewport.right - viewport.left - 2 * EDGE}px`;
    const most = MAX_HEIGHT_EM * parseFloat(getComputedStyle(card).fontSize);
    const size = { width: card.offsetWidth, height: Math.min(naturalHeight(card), most) };
    const placed = placeCard({ ...spot, card: size, viewport, keep: side });
    side = placed.side;
    card.style.left = `${placed.left}px`;
    card.style.top = `${placed.top}px`;
    card.style.maxHeight = `${Math.min(placed.maxHeight, most)}px`;
  }

  function moveTo(next: Spot) {
    if (closing.signal.aborted) return;
    const layer = layerOf(next.near);
    if (host.parentNode !== layer) layer.append(host);
    if (!card.matches(":popover-open")) card.showPopover();
    spot = next;
    side = null;
    place();
  }

  function close() {
    if (closing.signal.aborted) return;
    closing.abort();
    growth.disconnect();
    const inside = root.activeElement !== null;
    render(null, card);
    host.remove();
    if (inside && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
  }

  const attach = { signal: closing.signal };
  // Without the signal: the very press that closes the card must not get out either.
  for (const type of KEPT_IN) host.addEventListener(type, keepIn, { passive: true });
  host.addEventListener("focusin", (event) => (focusBefore = event.relatedTarget ?? focusBefore), attach);
  host.addEventListener("keydown", (event) => onKey(event, props), attach);
  window.addEventListener("resize", place, attach);
  const growth = new ResizeObserver(place);
  growth.observe(card);
  signal?.addEventListener("abort", close, attach);
  update(first);
  if (signal?.aborted) close();

  return {
    update,
    moveTo,
    focus: () => card.focus({ preventScroll: true }),
    // An event that has been dispatched has lost its path, but not its target, which outside of the card is the host.
    owns: (event) => event.target === host || event.composedPath().includes(host),
    box: () => card.getBoundingClientRect(),
    isShown: () => card.checkVisibility(),
    close,
  };
}

function keepIn(event: Event): void {
  event.stopPropagation();
}

/** What the dialog is called: an entry that is opened from another has no name before it is read. */
function nameOf({ answer, name, t }: CardProps): string {
  return (answer?.status === "ready" ? answer.content.name : name) || t("card_loading");
}

function onKey(event: KeyboardEvent, { t, pinned, onPin, onClose }: CardProps): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    // Or a dialog of the page, around the card, would take the key as meant for it.
    event.preventDefault();
    onClose();
  } else if (event.key.toLowerCase() === t("card_pin_key").toLowerCase()) {
    onPin(!pinned);
  }
}

/** A sheet that is adopted needs no permission of the page. */
function adoptStyle(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}

/** As high as the card would be if nothing of it had to scroll. */
function naturalHeight(card: HTMLElement): number {
  const body = card.querySelector(".body");
  return card.offsetHeight + (body ? body.scrollHeight - body.clientHeight : 0);
}

/**
 * The innermost modal dialog or fullscreen element of this document around a node, through shadow roots and out of
 * frames; else the document's root. (Nodes of a frame are instances of that frame's classes, hence no `instanceof`.)
 */
function layerOf(near: Node): Element {
  for (let node: Node | null = near; node; node = outOf(node)) {
    if (node.ownerDocument !== document || node.nodeType !== Node.ELEMENT_NODE) continue;
    if ((node as Element).matches(":modal")) return node as Element;
  }
  return document.documentElement;
}

function outOf(node: Node): Node | null {
  if (node.parentNode) return node.parentNode;
  if ("host" in node) return (node as ShadowRoot).host;
  return (node as Document).defaultView?.frameElement ?? null;
}

/** What the reader sees of the page, scrollbars and an enlarging pinch taken off. */
function visibleBox(): Box {
  const { offsetLeft: left, offsetTop: top, width, height } = window.visualViewport!;
  return { left, top, right: left + width, bottom: top + height };
}
