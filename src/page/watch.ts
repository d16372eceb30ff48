/**
 * Notices what changes on the page, and says so when the page pauses.
 *
 * Only child lists and character data are observed: attributes change all the time and rarely bring text. Text that
 * was hidden is looked at again after the reader has done something, which is what reveals it.
 *
 * A page that never stops changing is given up, in two ways. One element that keeps changing (a clock, a ticker) is
 * ignored after `MOST_REREADS`. A page that changes round after round while the reader does nothing is asked ever more
 * rarely, and not at all after `MOST_ROUNDS`, until the reader does something or the address changes.
 */
import { blockElementOf, type Root } from "./blocks";
import { idle } from "./idle";

/** A burst of changes counts as over after this pause (milliseconds) … */
const QUIET = 200;
/** … or after this long in any case: text that keeps streaming in is still read while it does. */
const LONGEST_BURST = 1000;
const MOST_REREADS = 20;
/** Rounds without the reader's doing before the pause between rounds begins to double. */
const FREE_ROUNDS = 8;
const LONGEST_PAUSE = 30_000;
const MOST_ROUNDS = 40;
/** Hidden elements remembered; beyond that a page is a heap, not an article. */
const MOST_HIDDEN = 5_000;
/** Time for an unfolding animation to make its text visible (milliseconds). */
const UNFOLDING = 400;

export interface Watcher {
  /** Watches this tree too. */
  add(root: Root): void;
  /** Looks at this element again later: it holds text that is not shown now. */
  remember(hidden: Element): void;
  /** Forgets what it has given up: a new page has begun under the same document. */
  reset(): void;
}

/**
 * @param changed Given the elements and trees to read again (a tree means all of it), and those that are given up.
 *   Rounds never overlap.
 * @param moved Called instead where the address has changed, the fragment aside.
 */
export function watch(
  document: Document,
  changed: (dirty: Set<Element | Root>, abandoned: Set<Element | Root>) => Promise<void>,
  moved: () => Promise<void>,
  signal: AbortSignal,
): Watcher {
  const roots = new Set<Root>();
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
    if (dirty.size || abandoned.size || pageAddress(document) !== address) schedule();
  });

  function note(record: MutationRecord): void {
    if (record.type === "characterData") return mark(blockElementOf(record.target));
    for (const node of [...record.addedNodes, ...record.removedNodes]) {
      if (node.nodeType === Node.TEXT_NODE) mark(blockElementOf(record.target));
      else if (node.nodeType === Node.ELEMENT_NODE) {
        const own = blockElementOf(node);
        // An inline element belongs to the block around it; a block that has gone needs only the sweep of a round.
        mark(own === node ? (node as Element) : blockElementOf(record.target));
      }
    }
  }

  function mark(element: Element | Root): void {
    if ((element as Element).tagName === "BACKSTORY-CARD") return;
    const count = rereads.get(element) ?? 0;
    if (count < MOST_REREADS) dirty.add(element);
    else if (count === MOST_REREADS) {
      // Its marks would stay where its words no longer are.
      abandoned.add(element);
      rereads.set(element, count + 1);
    }
  }

  function schedule(): void {
    if (running || gaveUp || signal.aborted) return;
    const now = performance.now();
    if (timer === undefined) burstBegan = now;
    else clearTimeout(timer);
    const pause = rounds < FREE_ROUNDS ? QUIET : Math.min(QUIET * 2 ** (rounds - FREE_ROUNDS), LONGEST_PAUSE);
    const wait = rounds < FREE_ROUNDS ? Math.min(pause, Math.max(0, burstBegan + LONGEST_BURST - now)) : pause;
    timer = setTimeout(() => void round(), wait);
  }

  async function round(): Promise<void> {
    timer = undefined;
    if (document.hidden) return; // Resumed by visibilitychange.
    running = true;
    await idle();
    try {
      if (!signal.aborted) await work();
    } finally {
      running = false;
    }
    if (++rounds >= MOST_ROUNDS) giveUp();
    else if (dirty.size) schedule();
  }

  async function work(): Promise<void> {
    if (pageAddress(document) !== address) {
      address = pageAddress(document);
      dirty.clear();
      return moved();
    }
    reveal();
    const batch = dirty;
    const lost = abandoned;
    dirty = new Set();
    abandoned = new Set();
    for (const each of batch) rereads.set(each, (rereads.get(each) ?? 0) + 1);
    if (batch.size || lost.size) await changed(batch, lost);
  }

  /** Marks what was hidden and no longer is. */
  function reveal(): void {
    for (const element of hidden) {
      if (!element.isConnected) hidden.delete(element);
      else if (element.checkVisibility({ visibilityProperty: true })) {
        hidden.delete(element);
        mark(blockElementOf(element));
      }
    }
  }

  function giveUp(): void {
    gaveUp = true;
    observer.disconnect();
  }

  function observe(root: Root): void {
    observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  /** The reader did something: what the page does now is likely meant for them. */
  function attend(): void {
    rounds = 0;
    if (!gaveUp) return;
    gaveUp = false;
    for (const root of roots) {
      observe(root);
      mark(root);
    }
    schedule();
  }

  function lookAgain(): void {
    attend();
    setTimeout(() => {
      reveal();
      if (dirty.size || pageAddress(document) !== address) schedule();
    }, UNFOLDING);
  }

  const passive = { capture: true, passive: true, signal };
  document.addEventListener("scroll", attend, passive);
  for (const type of ["click", "keyup", "toggle"]) document.addEventListener(type, lookAgain, passive);
  document.defaultView?.addEventListener("popstate", lookAgain, { signal });
  // A frame whose document has arrived after the page around it was read.
  document.addEventListener(
    "load",
    ({ target }) => {
      if ((target as Element).tagName !== "IFRAME") return;
      mark(blockElementOf(target as Element));
      schedule();
    },
    passive,
  );
  document.addEventListener("visibilitychange", () => dirty.size && schedule(), { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });

  return {
    add(root) {
      if (roots.has(root)) return;
      roots.add(root);
      if (!gaveUp) observe(root);
    },
    remember(element) {
      if (hidden.size < MOST_HIDDEN) hidden.add(element);
    },
    reset() {
      rereads = new WeakMap();
      hidden.clear();
      dirty.clear();
      rounds = 0;
      if (gaveUp) attend();
    },
  };
}

/** The address without its fragment, which moves within a page. */
function pageAddress(document: Document): string {
  return document.location.href.split("#", 1)[0]!;
}
