/** The highlighter of one page: joins the highlights, what is painted of them, and the bar. */
import { deleteHighlights, editHighlights, restoreHighlights, saveHighlight } from "../messages/about-highlights";
import { handler, type Handler } from "../messages/answer";
import type { Ask } from "../messages/ask";
import type { Highlight } from "../messages/highlight";
import { awaitedHighlight, goToHighlight, pageHighlights } from "../messages/to-highlighter";
import { DOCUMENT, ELEMENT, isAround } from "../page/blocks";
import { readingOrder } from "../page/order";
import { linesOfStretches } from "../page/paint-highlights";
import type { BarOptions } from "./bar/index";
import { type LazyBar, lazyBar } from "./bar/lazy";
import type { Passage, Passages, Selected } from "./passages";
import { type Draft, readSelected } from "./selected";
import { createVisit } from "./visit";

/** How long a passage stands out to which the reader has gone (milliseconds). */
const FLASH_MS = 2_500;

export interface HighlighterOptions extends Omit<BarOptions, "passages" | "css"> {
  ask: Ask;
  now(): Date;
  /** Called before each round of work: whoever has a reason to end it may do so. */
  onRound(): void;
}

export interface Highlighter {
  handlers: Handler[];
  /** Highlights were changed somewhere. */
  update(): void;
}

export function startHighlighter(document: Document, options: HighlighterOptions): Highlighter {
  const { ask, signal } = options;
  const drafts = new WeakMap<Selected, () => Promise<Draft>>();
  let bar: LazyBar | null = null;
  let flash: ReturnType<typeof setTimeout> | undefined;
  /** The highlight that this page was opened for, until it has been found. */
  let goal = "";

  const visit = createVisit(document, {
    ask,
    onRoot: (root) => root.nodeType === DOCUMENT && bar?.listen(root as Document),
    onChange() {
      bar?.refresh();
      if (goal && goTo(goal)) goal = "";
    },
    onRound: options.onRound,
    signal,
  });
  const { painter, reader } = visit;

  function find(id: string): Passage | undefined {
    return visit.passages().find(({ highlight }) => highlight.id === id);
  }

  async function changed<Result extends { refused?: unknown }>(asked: Promise<Result>): Promise<Result> {
    const answer = await asked;
    if (!answer.refused) await visit.update();
    return answer;
  }

  const passages: Passages = {
    selected() {
      const found = readSelected(document, { roots: reader.roots, read: () => reader.read(false), facts: visit.facts, now: options.now });
      if (found) drafts.set(found.selected, found.draft);
      return found?.selected ?? null;
    },
    async save(selected, colour) {
      const { highlight: draft, around, stretches } = await drafts.get(selected)!();
      const highlight: Highlight = { ...draft, colour };
      const takeBack = visit.put(highlight, stretches);
      try {
        const kept = await ask(saveHighlight, { highlight, around });
        if (kept.refused) takeBack();
        else visit.settle(highlight.id);
        return kept;
      } catch (error) {
        takeBack();
        throw error;
      }
    },
    edit: (id, change) => changed(ask(editHighlights, { ids: [id], change })),
    remove: (id) => changed(ask(deleteHighlights, { ids: [id] })),
    restore: (id) => changed(ask(restoreHighlights, { ids: [id] })),
    all: visit.passages,
    isSettled: visit.isSettled,
    at(from, x, y) {
      const [id] = painter.at(from, x, y, reader.roots());
      return (id !== undefined && find(id)) || null;
    },
    place(id) {
      const stretches = painter.get(id)?.stretches;
      return stretches?.[0] ? { near: stretches[0].node, lines: () => linesOfStretches(stretches) } : null;
    },
    current(id) {
      clearTimeout(flash);
      painter.current(id);
    },
  };

  /** Scrolls to a passage and lets it stand out for a while. @returns whether it stands on the page */
  function goTo(id: string): boolean {
    const stretches = painter.get(id)?.stretches;
    const first = stretches?.[0]?.node;
    if (!stretches || !first) return false;
    // What is folded away comes to light, as it does for the browser's own search.
    isAround(first, (at) => {
      if (at.nodeType === ELEMENT && (at as Element).tagName === "DETAILS") (at as HTMLDetailsElement).open = true;
      return false;
    });
    first.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    const [line] = linesOfStretches(stretches);
    if (line && (line.top < 0 || line.bottom > innerHeight)) scrollBy({ top: line.top - innerHeight / 3, behavior: "instant" });
    passages.current(id);
    flash = setTimeout(() => painter.current(null), FLASH_MS);
    return true;
  }

  /** Those that stand on the page first, as they follow there. */
  function inOrder(): Passage[] {
    const nodeOf = ({ highlight }: Passage) => painter.get(highlight.id)?.stretches[0];
    return visit.passages().toSorted((a, b) => {
      const [one, other] = [nodeOf(a), nodeOf(b)];
      if (!one || !other) return Number(!one) - Number(!other);
      return readingOrder(one.node, other.node) || one.start - other.start;
    });
  }

  bar = lazyBar({ ...options, passages });
  for (const root of reader.roots()) if (root.nodeType === DOCUMENT) bar.listen(root as Document);
  signal.addEventListener("abort", () => clearTimeout(flash));
  void ask(awaitedHighlight, {}).then(
    (id) => {
      goal = id && !goTo(id) ? id : "";
    },
    () => undefined,
  );

  return {
    update: () => void visit.update(),
    handlers: [
      ...bar.handlers,
      handler(pageHighlights, () => inOrder().map(({ highlight: { id, text, colour }, state }) => ({ id, text, colour, state }))),
      // What has not been found yet is gone to when it is.
      handler(goToHighlight, ({ id }) => {
        const went = goTo(id);
        goal = went ? "" : id;
        return went;
      }),
    ],
  };
}
