/**
 * The highlights of the open page: which there are, where each of them stands now, and what is painted. Nothing is ever
 * painted on other words than those that were found: what the page changes under a highlight loses its paint at once, and
 * is looked for again when the page rests.
 */
import type { Outcome, State } from "../anchoring/anchor";
import { findAll, preparing } from "../anchoring/find";
import { articleKeys } from "../highlights/address";
import { type FoundReport, highlightsOf, reportFound } from "../messages/about-highlights";
import type { Ask } from "../messages/ask";
import type { Highlight, PageFacts } from "../messages/highlight";
import { isShownNow, type Root, type Stretch } from "../page/blocks";
import { readPageFacts } from "../page/page-facts";
import { createHighlightPainter, eraseHighlights, type HighlightPainter } from "../page/paint-highlights";
import { seenText, stretchesOf, type WholeText } from "../page/whole-text";
import { createPageReader, documentsOf, type PageReader, sliced } from "./page-reader";
import type { Passage } from "./passages";

/**
 * Passages that are not there yet are looked for again after these times (milliseconds): late rendering. After the last of
 * them the page is what it is, and what is not found is said to be gone.
 */
const SECOND_LOOKS = [1_000, 3_000, 10_000];

/**
 * Where highlights are looked for while the page keeps changing, the next time is this many times as long after it as it
 * took; where one has lost its place, after as long. A ticker costs next to nothing, and a passage that is rendered anew
 * has its paint again at once.
 */
const REST = { found: 8, lost: 1 };

export interface VisitOptions {
  ask: Ask;
  onRoot(root: Root): void;
  /** The highlights, or how they were found, have changed. */
  onChange(): void;
  onRound(): void;
  signal: AbortSignal;
}

export interface Visit {
  readonly painter: HighlightPainter;
  readonly reader: PageReader;
  /** Oldest first. */
  passages(): readonly Passage[];
  /** Whether the page has had its time, and all that is not there was looked for once more since. */
  isSettled(): boolean;
  /** What the page says of itself. */
  facts(): PageFacts;
  /** Asks anew which highlights there are. */
  update(): Promise<void>;
  /** Shows one that is about to be kept where it was selected. @returns takes it back */
  put(highlight: Highlight, stretches: readonly Stretch[]): () => void;
  /** The one that is in the page's text only while it is being kept is kept now. */
  settle(id: string): void;
}

interface Sought extends Passage {
  /** Being kept: the background does not know it yet. */
  fresh: boolean;
}

export function createVisit(document: Document, options: VisitOptions): Visit {
  const { ask, signal, onChange } = options;
  const painter = createHighlightPainter();
  const sought = new Map<string, Sought>();
  const reported = new Map<string, string>();
  let turn = Promise.resolve();
  let timers: ReturnType<typeof setTimeout>[] = [];
  /** The page has had its time. */
  let settled = false;
  /** … and has been looked through since. */
  let lookedThrough = false;
  let isRead = false;
  /** The page's canonical address before its own address changed under it; `null` where that has not happened. */
  let oldCanonical: string | null = hasMoved(document) ? canonicalOf(document) : null;
  /** When the last search ended, and how long it took (milliseconds). */
  let searched = { at: -Infinity, took: 0 };
  let pending: ReturnType<typeof setTimeout> | undefined;

  const reader = createPageReader(document, {
    dress: painter.dress,
    onRoot: options.onRoot,
    onMutation: check,
    onChange: keepUp,
    onMove() {
      oldCanonical = canonicalOf(document);
      reader.reset();
      return arrive();
    },
    onRound() {
      options.onRound();
      check();
      for (const each of documentsOf(reader.roots())) if (isShownNow(each)) painter.restore(each);
    },
    signal,
  });
  signal.addEventListener("abort", () => {
    timers.forEach(clearTimeout);
    clearTimeout(pending);
    for (const each of documentsOf(reader.roots())) if (each.defaultView) eraseHighlights(each.defaultView);
  });

  /** Highlights lose their paint the moment that their words are not there any more. */
  function check(records?: readonly MutationRecord[]): void {
    const gone = painter.check(records);
    for (const id of gone) Object.assign(sought.get(id) ?? {}, { state: null });
    if (gone.length > 0) onChange();
  }

  /** The page has changed: at once where there is time for it, else later. */
  async function keepUp(): Promise<void> {
    const isLost = [...sought.values()].some(({ state, fresh }) => state === null && !fresh);
    // While the page is still coming, what is not there yet is likely to come.
    const wait = searched.at + searched.took * (isLost || !settled ? REST.lost : REST.found) - performance.now();
    clearTimeout(pending);
    if (wait <= 0) return refresh();
    pending = setTimeout(() => void refresh(), wait);
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    turn = turn.then(() => (signal.aborted ? undefined : work())).catch(console.warn);
    return turn;
  }

  function facts(): PageFacts {
    return readPageFacts(document, document.location.href, oldCanonical === null || canonicalOf(document) !== oldCanonical);
  }

  /** An article, or another one under the same document. */
  async function arrive(): Promise<void> {
    for (const id of sought.keys()) painter.erase(id);
    sought.clear();
    reported.clear();
    settled = false;
    lookedThrough = false;
    onChange();
    timers.forEach(clearTimeout);
    timers = SECOND_LOOKS.map((delay, at) => setTimeout(() => void lookAgain(at + 1 === SECOND_LOOKS.length), delay));
    await update();
  }

  async function lookAgain(last: boolean): Promise<void> {
    settled = last;
    const arrival = timers;
    // What the page says of its address may have come late, and more highlights with it.
    await update();
    if (last || [...sought.values()].some(({ state }) => state === null || state === "orphan")) await refresh();
    if (!last || arrival !== timers) return;
    lookedThrough = true;
    onChange();
  }

  async function update(): Promise<void> {
    const arrival = timers;
    const rows = await ask(highlightsOf, { keys: facts().keys }).catch(() => null);
    // Another article may stand here by now, which has asked for its own.
    if (!rows || signal.aborted || arrival !== timers) return;
    const ids = new Set(rows.map(({ id }) => id));
    for (const [id, { fresh }] of sought) {
      if (ids.has(id) || fresh) continue;
      painter.erase(id);
      sought.delete(id);
    }
    let isNew = false;
    for (const highlight of rows) {
      if (highlight.kind !== "passage" || !highlight.anchor) continue;
      const known = sought.get(highlight.id);
      isNew ||= !known;
      sought.set(highlight.id, { state: null, fresh: false, wasOrphan: highlight.found?.state === "orphan", ...known, highlight });
      const painted = painter.get(highlight.id);
      if (painted && painted.colour !== highlight.colour) painter.paint(highlight.id, { ...painted, colour: highlight.colour });
    }
    onChange();
    if (isNew || !isRead) await refresh();
    isRead = true;
  }

  function refresh(): Promise<void> {
    return inTurn(async () => {
      const began = performance.now();
      await look();
      searched = { at: performance.now(), took: performance.now() - began };
    });
  }

  async function look(): Promise<void> {
    // Also where nothing is to be found: of shadow roots and frames, in which something may be selected, nobody knows before.
    const whole = await reader.read(false);
    const wanted = [...sought.values()].filter(({ fresh }) => !fresh);
    const outcomes = whole && wanted.length > 0 && (await find(whole, wanted));
    if (!outcomes) return;
    const lost = wanted.filter((_, at) => outcomes[at]!.state === "orphan");
    wanted.forEach((each, at) => outcomes[at]!.state !== "orphan" && take(each, outcomes[at]!, whole));
    if (lost.length > 0) await lookBehind(lost);
    onChange();
    await report();
  }

  /** Looks for what is not in sight in text that is folded away, where only the very words count. */
  async function lookBehind(lost: readonly Sought[]): Promise<void> {
    const whole = reader.hasHidden() ? await reader.read(true) : undefined;
    const outcomes = whole && (await find(whole, lost));
    lost.forEach((each, at) => {
      const outcome = outcomes?.[at];
      const isThere = outcome?.state === "exact" || outcome?.state === "moved";
      take(each, isThere ? outcome : { state: "orphan" }, whole);
    });
  }

  async function find(whole: WholeText, wanted: readonly Sought[]): Promise<Outcome[] | undefined> {
    const page = await sliced(preparing(whole.text), signal);
    return page && sliced(findAll(page, wanted.map(({ highlight }) => highlight.anchor!)), signal);
  }

  /** Paints a passage where it was found, if the page still says what was read. */
  function take(passage: Sought, outcome: Outcome, whole: WholeText | undefined): void {
    const { id, colour } = passage.highlight;
    // It may have been deleted while it was looked for.
    if (sought.get(id) !== passage && sought.get(id)?.highlight.id !== id) return;
    const current = sought.get(id)!;
    if (outcome.state === "orphan" || !whole) {
      painter.erase(id);
      Object.assign(current, { state: "orphan", text: undefined });
      return;
    }
    const { state, start, end } = outcome;
    const stretches = stretchesOf(whole, start, end);
    if (!says(stretches, whole.text.slice(start, end))) {
      painter.erase(id);
      Object.assign(current, { state: null });
      return;
    }
    Object.assign(current, { state, text: state === "changed" ? seenText(whole, start, end) : undefined, wasOrphan: false });
    painter.paint(id, { stretches, colour: current.highlight.colour ?? colour, changed: state === "changed" });
  }

  /** That a passage is gone is said only when the page has had its time. */
  async function report(): Promise<void> {
    const found: FoundReport[] = [];
    for (const { highlight: { id }, state, text, fresh } of sought.values()) {
      const now = `${state} ${text ?? ""}`;
      if (fresh || state === null || (state === "orphan" && !settled) || reported.get(id) === now) continue;
      reported.set(id, now);
      found.push({ id, state: state satisfies State, text });
    }
    if (found.length > 0) await ask(reportFound, { found }).catch(() => found.forEach(({ id }) => reported.delete(id)));
  }

  void arrive();
  return {
    painter,
    reader,
    passages: () => [...sought.values()],
    isSettled: () => lookedThrough,
    facts,
    update,
    put(highlight, stretches) {
      // The page may have changed since the draft was made.
      const isThere = says(stretches, highlight.anchor!.exact);
      sought.set(highlight.id, { highlight, state: isThere ? "exact" : null, fresh: true });
      if (isThere) painter.paint(highlight.id, { stretches, colour: highlight.colour, changed: false });
      onChange();
      return () => {
        sought.delete(highlight.id);
        painter.erase(highlight.id);
        onChange();
      };
    },
    settle(id) {
      const kept = sought.get(id);
      if (kept) kept.fresh = false;
      void update().then(() => (kept?.state === null ? refresh() : undefined));
    },
  };
}

function canonicalOf(document: Document): string {
  return document.querySelector<HTMLLinkElement>("link[rel~=canonical]")?.href ?? "";
}

/** True where an application has gone to another article since its document was loaded, before anybody watched. */
function hasMoved(document: Document): boolean {
  const [loaded] = performance.getEntriesByType("navigation");
  return loaded !== undefined && /^https?:/.test(loaded.name) && articleKeys(loaded.name)[0] !== articleKeys(document.location.href)[0];
}

/** True where the page says in these places what was read there; white space aside, which stands between nodes too. */
function says(stretches: readonly Stretch[], text: string): boolean {
  if (stretches.length === 0 || !stretches.every(({ node }) => isShownNow(node))) return false;
  const bare = (words: string) => words.replace(/\s+/g, "");
  return bare(stretches.map(({ node, start, end }) => node.data.slice(start, end)).join("")) === bare(text);
}
