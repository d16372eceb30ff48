/** Draws the card into its host (host.ts) and keeps it beside its name. */
import { render } from "preact";
import type { Box, Point } from "./envelope";
import { createHost, type Host, visibleBox } from "./host";
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

/** Taller than this a card hides the page that it is about; the rest scrolls. In em of the card's own type. */
const MAX_HEIGHT_EM = 46;

export type MountCard = typeof mountCard;

/**
 * Draws a card, not yet shown: `moveTo` shows it.
 * @param css The style sheet (style.ts).
 * @param signal Closes the card when aborted.
 */
export function mountCard(first: CardProps, css: string, signal?: AbortSignal): CardHandle {
  const host = createHost("card", css);
  const card = host.popover;
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-keyshortcuts", "Escape");

  const closing = new AbortController();
  let props = first;
  let spot: Spot | null = null;
  let side: Side | null = null;

  function update(next: CardProps) {
    // While it loads a card is small: where the whole of it goes is decided once more when its text is there.
    if (!props.answer) side = null;
    props = next;
    card.lang = next.lang ?? "";
    card.dataset["size"] = next.size;
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
    host.showIn(next.near);
    spot = next;
    side = null;
    place();
  }

  function close() {
    if (closing.signal.aborted) return;
    closing.abort();
    growth.disconnect();
    host.remove();
    render(null, card);
  }

  const attach = { signal: closing.signal };
  host.element.addEventListener("keydown", (event) => onKey(event, props, host), attach);
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
    owns: host.owns,
    box: () => card.getBoundingClientRect(),
    isShown: () => card.checkVisibility(),
    close,
  };
}

/** What the dialog is called: an entry that is opened from another has no name before it is read. */
function nameOf({ answer, name, t }: CardProps): string {
  return (answer?.status === "ready" ? answer.content.name : name) || t("card_loading");
}

function onKey(event: KeyboardEvent, { t, pinned, onPin, onClose }: CardProps, { popover, focused }: Host): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  // As in a dialog that one cannot leave: before its beginning is its end, which is far where there are many links.
  if (event.key === "Tab" && event.shiftKey && focused() === popover) {
    event.preventDefault();
    popover.querySelector<HTMLElement>(".foot .end")!.focus();
  }
  if (event.key === "Escape") {
    // Or a dialog of the page, around the card, would take the key as meant for it.
    event.preventDefault();
    onClose();
  } else if (event.key.toLowerCase() === t("card_pin_key").toLowerCase()) {
    onPin(!pinned);
  }
}

/** As high as the card would be if nothing of it had to scroll. */
function naturalHeight(card: HTMLElement): number {
  const body = card.querySelector(".body");
  return card.offsetHeight + (body ? body.scrollHeight - body.clientHeight : 0);
}
