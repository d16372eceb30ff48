/**
 * The one kind of node that Backstory adds to a page: a host with a closed shadow root, which holds a popover. Nothing is
 * written as markup and no style attribute is parsed, so that no content security policy or Trusted Types rule of the
 * page is in the way.
 */
import type { Box } from "./envelope";

export interface Host {
  /** Inside the closed root: what is drawn goes here. */
  readonly popover: HTMLElement;
  /** The host itself, for listeners. */
  readonly element: HTMLElement;
  /** Shows the popover in the layer that a node is in, or moves it there. */
  showIn(near: Node): void;
  /** The element inside that has the keyboard's focus. */
  focused(): Element | null;
  /** Whether an event of the page happened here. Ask in the capture phase: the host lets little through. */
  owns(event: Event): boolean;
  /** Takes the host out of the page; the focus goes back to where it came from. */
  remove(): void;
}

/**
 * What the reader does inside is none of the page's business: its shortcuts, its handlers for a click
 * "outside" and its focus traps never hear of it. (Listeners that the page put on the window for the capture phase run
 * before any of ours and cannot be kept out; they see the host and nothing inside.)
 */
const KEPT_IN =
  "keydown keyup focusin focusout click contextmenu " +
  "mousedown mouseup pointerdown pointerup wheel touchstart touchmove touchend";

/** Where a host keeps its popover for our other scripts in the page: pages do not see what we hang on their nodes. */
const INSIDE = Symbol.for("backstory.inside");

/** What another script of ours shows on the page; null where it shows nothing. */
export function shownBy(name: string): HTMLElement | null {
  const element: (Element & { [INSIDE]?: HTMLElement }) | null = document.querySelector(`backstory-${name}`);
  const popover = element?.[INSIDE];
  return popover?.checkVisibility() ? popover : null;
}

/**
 * Makes a host, not yet in the page.
 * @param name Of the host's tag, and, after "backstory-", the popover's class.
 * @param css The style sheet: one that is adopted needs no permission of the page.
 */
export function createHost(name: string, css: string): Host {
  const element = document.createElement(`backstory-${name}`);
  const root = element.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const popover = document.createElement("div");
  popover.className = name;
  popover.popover = "manual";
  popover.tabIndex = -1;
  popover.dir = "ltr";
  root.append(popover);
  Object.assign(element, { [INSIDE]: popover });

  let focusBefore: EventTarget | null = null;
  // Until the end and beyond: the very press that closes it must not get out either.
  for (const type of KEPT_IN.split(" ")) element.addEventListener(type, keepIn, { passive: true });
  element.addEventListener("focusin", (event) => (focusBefore = event.relatedTarget ?? focusBefore));

  return {
    popover,
    element,
    showIn(near) {
      const layer = layerOf(near);
      if (element.parentNode !== layer) layer.append(element);
      if (!popover.matches(":popover-open")) popover.showPopover();
    },
    focused: () => root.activeElement,
    // An event that has been dispatched has lost its path, but not its target, which outside is the host.
    owns: (event) => event.target === element || event.composedPath().includes(element),
    remove() {
      const inside = root.activeElement;
      element.remove();
      if (inside && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
    },
  };
}

function keepIn(event: Event): void {
  event.stopPropagation();
}

/**
 * The innermost modal dialog or fullscreen element of this document around a node, through shadow roots and out of
 * frames; else the document's root. What is outside of it is inert. (Nodes of a frame are instances of that frame's
 * classes, hence no `instanceof`.)
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

/** What the reader sees of the page, scrollbars and an enlarging pinch taken off; CSS px of the viewport. */
export function visibleBox(): Box {
  const { offsetLeft: left, offsetTop: top, width, height } = window.visualViewport!;
  return { left, top, right: left + width, bottom: top + height };
}
