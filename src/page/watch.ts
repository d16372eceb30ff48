/**
 * Notices what changes on the page, and says so when the page pauses.
 *
 * Only child lists and character data are observed: attributes change all the time and rarely bring text. Text that
 * was hidden is looked at again after the reader has done something, or something has moved, which is what reveals it.
 *
 * A page that never stops changing is given up, in two ways. One element that keeps changing (a clock, a ticker) is
 * looked at only now and then after `MOST_REREADS`. A page that changes round after round while the reader does nothing
 * is asked ever more rarely, and not at all after `MOST_ROUNDS`, until the reader does something or the address changes.
 */
import { blockElementOf, DOCUMENT, ELEMENT, isVisible, type Root, TEXT } from "./blocks";

/** A burst of changes counts as over after this pause (milliseconds) … */
const QUIET = 200;
/** … or after this long in any case: text that keeps streaming in is still read while it does. */
const LONGEST_BURST = 1000;
const MOST_REREADS = 20;
/** How long an element that keeps changing is left alone before each further reading (milliseconds). */
const REST = 10_000;
/** Rounds without the reader's doing before the pause between rounds begins to double. */
const FREE_ROUNDS = 8;
const LONGEST_PAUSE = 30_000;
const MOST_ROUNDS = 40;
/** Hidden elements remembered; beyond that a page is a heap, not an article. */
const MOST_HIDDEN = 5_000;
/** Time for what the reader did to have its effect (milliseconds). */
const UNFOLDING = 400;
/** What tells that hidden text may have come to light. */
const REVEALING = ["scroll", "click", "keyup", "toggle", "transitionend", "animationend"];

export interface Watched {
  /**
   * Given the elements and trees to read again (a tree means all of it), and those that are given up.
   * Rounds never overlap.
   */
  changed(dirty: Set<Element | Root>, abandoned: Set<Element | Root>): Promise<void>;
  /** Called instead where the address has changed, the fragment aside. */
  moved(): Promise<void>;
  /** A document has got another root element: it may have been written anew, and have lost all listeners. */
  renewed(document: Document): void;
  /** Another round begins. */
  began(): void;
}

export interface Watcher {
  /** Watches this tree too; once more does no harm. */
  add(root: Root): void;
  /** Looks at this element again later: it holds text that is not shown now. */
  remember(hidden: Element): void;
  /** Has the text around a node read again in a further round, as if it had changed. */
  again(node: Node): void;
  /** True where the page has changed since the last round began. */
  hasNews(): boolean;
  /** Forgets what it has given up: a new page has begun under the same document. */
  reset(): void;
}

export function watch(document: Document, roots: () => Iterable<Root>, watched: Watched, signal: AbortSignal): Watcher {
  const hidden = new Set<Element>();
  let rereads = new WeakMap<Node, number>();
  let dirty = new Set<Element | Root>();
  let abandoned = new Set<Element | Root>();
  let rounds = 0;
  let running = false;
  let gaveUp = false;
  let burstBegan = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let address = pageAddress(document);

  const observer = new MutationObserver((records) => {
    for (const record of records) note(record);
    scheduleIfNeeded();
  });

  function note({ type, target, addedNodes, removedNodes }: MutationRecord): void {
    if (type === "characterData") return mark(blockElementOf(target));
    if (target.nodeType === DOCUMENT) watched.renewed(target as Document);
    for (const node of [...addedNodes, ...removedNodes]) {
      if (node.nodeType !== ELEMENT && node.nodeType !== TEXT) continue;
      const own = blockElementOf(node);
      // An inline element belongs to the block around it; a block that has gone needs only the sweep of a round.
      mark(own === node ? (node as Element) : blockElementOf(target));
    }
  }

  function mark(element: Element | Root): void {
    if (isOurs(element)) return;
    const count = rereads.get(element) ?? 0;
    if (count < MOST_REREADS) dirty.add(element);
    else if (count === MOST_REREADS) {
      // Its marks would stay where its words no longer are.
      abandoned.add(element);
      rereads.set(element, count + 1);
      setTimeout(() => {
        rereads.set(element, count - 1);
        again(element);
      }, REST);
    }
  }

  function again(node: Node): void {
    mark(blockElementOf(node));
    schedule();
  }

  function scheduleIfNeeded(): void {
    if (dirty.size || abandoned.size || pageAddress(document) !== address) schedule();
  }

  function schedule(): void {
    if (running || gaveUp || signal.aborted) return;
    const now = performance.now();
    if (timer === undefined) burstBegan = now;
    else clearTimeout(timer);
    const isFree = rounds < FREE_ROUNDS;
    const wait = isFree
      ? Math.min(QUIET, Math.max(0, burstBegan + LONGEST_BURST - now))
      : Math.min(QUIET * 2 ** (rounds - FREE_ROUNDS), LONGEST_PAUSE);
    timer = setTimeout(() => void round(), wait);
  }

  async function round(): Promise<void> {
    timer = undefined;
    if (document.hidden) return; // Resumed by visibilitychange.
    running = true;
    watched.began();
    await work();
    running = false;
    if (++rounds >= MOST_ROUNDS) {
      gaveUp = true;
      observer.disconnect();
    } else scheduleIfNeeded();
  }

  async function work(): Promise<void> {
    if (pageAddress(document) !== address) {
      address = pageAddress(document);
      dirty.clear();
      return watched.moved();
    }
    reveal();
    const batch = dirty;
    const lost = abandoned;
    dirty = new Set();
    abandoned = new Set();
    for (const each of batch) rereads.set(each, (rereads.get(each) ?? 0) + 1);
    if (batch.size || lost.size) await watched.changed(batch, lost);
  }

  /** Marks what was hidden and no longer is. */
  function reveal(): void {
    for (const element of hidden) {
      const isShown = element.isConnected && isVisible(element);
      if (isShown) mark(blockElementOf(element));
      if (isShown || !element.isConnected) hidden.delete(element);
    }
  }

  function add(root: Root): void {
    if (!gaveUp) observer.observe(root, { childList: true, characterData: true, subtree: true });
    if (root === document) listen();
  }

  /** The reader did something: what the page does now is likely meant for them. */
  function attend(): void {
    rounds = 0;
    if (gaveUp) {
      gaveUp = false;
      for (const root of roots()) {
        add(root);
        mark(root);
      }
    }
    setTimeout(schedule, UNFOLDING);
  }

  /** A frame whose document has arrived after the page around it was read. */
  function onLoad({ target }: Event): void {
    if ((target as Element).tagName === "IFRAME") again(target as Element);
  }

  /** Adding a listener that is there already does nothing. */
  function listen(): void {
    const passive = { capture: true, passive: true, signal };
    for (const type of REVEALING) document.addEventListener(type, attend, passive);
    document.addEventListener("load", onLoad, passive);
    document.addEventListener("visibilitychange", scheduleIfNeeded, passive);
    document.defaultView!.addEventListener("popstate", attend, passive);
  }

  // Not every browser has it.
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener("navigatesuccess", attend, { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });

  return {
    add,
    remember(element) {
      if (hidden.size < MOST_HIDDEN) hidden.add(element);
    },
    again,
    hasNews: () => dirty.size + abandoned.size > 0,
    reset() {
      rereads = new WeakMap();
      hidden.clear();
    },
  };
}

/** True for a host of ours: card, selection bar. */
function isOurs(node: Node): boolean {
  return node.nodeName.startsWith("BACKSTORY");
}

/** The address without its fragment, which moves within a page. */
export function pageAddress(document: Document): string {
  return document.location.href.split("#", 1)[0]!;
}
