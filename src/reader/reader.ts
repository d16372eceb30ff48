/**
 * The reader: decides whether the open page is annotated, and brings in the card when one is wanted.
 * One reader a page. Everything it attaches ends with its signal.
 */
import { handler, type Handler } from "../messages/answer";
import { ask, type Send } from "../messages/ask";
import * as messages from "../messages/contract";
import { annotate, type Annotation } from "../page/annotate";
import { isArticle } from "../page/article";
import { DOCUMENT, type Root } from "../page/blocks";
import { pageAddress } from "../page/watch";
import { eraseAll } from "../page/paint";
import { PAGE_KEY, type PublishedPage } from "../page/published";
import type { CreateHover, Hover } from "./card-key";
import { createLure } from "./lure";

/** A page that does not look like an article yet is looked at again after these times (milliseconds): late rendering. */
const SECOND_LOOKS = [1_000, 3_000, 8_000];

export interface ReaderOptions {
  /** Sends to the background. */
  send: Send;
  /** Puts the card's code into this page and gives it, with its style sheet. Rejected where the browser forbids it. */
  loadHover(): Promise<{ createHover: CreateHover; css: string }>;
  /** What applies here. */
  here: messages.Here;
  /** Called now and then while the page is in use: whoever has a reason to end the reader may do so. */
  onRound(): void;
  signal: AbortSignal;
}

export interface Reader {
  handlers: Handler[];
  /** Something else applies here now. */
  apply(here: messages.Here): void;
  /** What the background says of names is another thing now. */
  reread(): void;
}

/** What runs while the page is annotated. */
interface Session {
  annotation: Annotation;
  /** The card's side of it, loaded when it is first called. */
  hover(): Promise<Hover>;
  stop: AbortController;
}

type PageState = messages.PageStatus["state"];
type State = "on" | "off" | "asked" | "not-article";

export function startReader(document: Document, options: ReaderOptions): Reader {
  const { signal } = options;
  let { here } = options;
  /**
   * What the reader wants for this page, as long as it is open: it outranks every setting but "off everywhere". Where
   * only the query or the fragment of the address changes, the page is still the same.
   */
  let wish: { on: boolean; path: string } | null = null;
  let session: Session | null = null;
  /** The highlighter has been asked for because something is selected. */
  let asked = false;
  /** The address for which it has been asked whether there are highlights. */
  let askedFor = "";

  function state(): State {
    const { run } = here;
    if (run === "never") return "off";
    if (wish?.path === document.location.pathname) return wish.on ? "on" : "off";
    if (run !== "auto") return run;
    return isArticle(document, here.signs) ? "on" : "not-article";
  }

  /** Has the highlighter brought in where the page has highlights, or something is selected that may become one. */
  function wantHighlighter(selected: boolean): Promise<boolean> {
    return ask(options.send, messages.wantHighlighter, { selected }).catch(() => false);
  }

  /** Listens for a selection in a document; once more in the same one does no harm. */
  function attend(document: Document): void {
    document.addEventListener("selectionchange", onSelect, { signal });
  }

  async function onSelect({ target }: Event): Promise<void> {
    // Asked for its type: for text in a shadow root the rest of it says that nothing is selected.
    if (asked || (target as Document).getSelection?.()?.type !== "Range" || state() === "off") return;
    asked = true;
    asked = await wantHighlighter(true);
  }

  function decide(): void {
    if (signal.aborted) return;
    const now = state();
    const on = now === "on";
    if (now !== "off" && askedFor !== (askedFor = pageAddress(document))) void wantHighlighter(false);
    if (on === (session !== null)) return;
    session?.stop.abort();
    session = on ? begin(document, options, () => here, moved, attend, tell) : null;
    tell();
  }

  /** A new page under the same document, whose text may be still to come, or that of the old one still to go. */
  function moved(): boolean {
    lookAt(decide);
    return session !== null;
  }

  /** Looks at the page now and a few times more: some are rendered late. */
  function lookAt(again: () => void): void {
    decide();
    for (const delay of SECOND_LOOKS) setTimeout(again, delay);
  }

  const page: PublishedPage = { state: () => stateOf(session, state()), annotation: () => session?.annotation ?? null };
  const tell = () => page.onChange?.();
  Object.assign(globalThis, { [PAGE_KEY]: page });
  eraseAll(window);
  attend(document);
  lookAt(() => session || decide());
  // A page that was no article may lead to one without being loaded anew.
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener("navigatesuccess", () => session || moved(), {
    signal,
  });

  return {
    apply(changed) {
      // What the reader says last holds: switching the site or everything on or off outranks an earlier wish.
      if (changed.run !== here.run) wish = null;
      here = changed;
      decide();
      session?.annotation.apply(here);
    },
    reread: () => session?.annotation.reread(),
    handlers: [
      handler(messages.status, () => pageStatus(session, state())),
      handler(messages.wake, ({ on }) => {
        wish = { on, path: document.location.pathname };
        decide();
        return true;
      }),
      handler(messages.show, async ({ ref }) => (await session?.hover())?.show(ref) ?? false),
      handler(messages.command, async ({ command }) => (await session?.hover())?.command(command) ?? false),
    ],
  };
}

function begin(
  document: Document,
  options: ReaderOptions,
  here: () => messages.Here,
  moved: () => boolean,
  attend: (document: Document) => void,
  changed: () => void,
): Session {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const luring = new AbortController();
  let hover: Hover | null = null;
  let loading: Promise<Hover> | null = null;

  async function load(): Promise<Hover> {
    const { createHover, css } = await options.loadHover();
    hover = createHover({
      annotation,
      ask: (message, request) => ask(options.send, message, request),
      css,
      here,
      signal,
    });
    luring.abort();
    annotation.roots().forEach(listen);
    return hover;
  }

  const getHover = () => {
    loading ??= load();
    loading.catch(() => (loading = null));
    return loading;
  };

  /** What the pointer did last; a click is not forgotten over moves. */
  let last: PointerEvent | null = null;

  /**
   * Loads the card's side when the pointer is on a name, and lets it take up from where the pointer is by then. A move
   * may also be looked at only when the card's side has come, which heard nothing of it: it is replayed like the others.
   */
  function seen(event: PointerEvent): void {
    if (!loading && !annotation.hit(event.view!.document, event.clientX, event.clientY)) return;
    if (last?.type !== "click") last = event;
    getHover().then(
      (loaded) => {
        if (last) loaded.replay(last);
        last = null;
      },
      // Where the card cannot be had, the page stays as it is.
      () => (last = null),
    );
  }

  const lure = createLure(seen, here, AbortSignal.any([signal, luring.signal]));

  function listen(root: Root): void {
    if (root.nodeType !== DOCUMENT) return;
    attend(root as Document);
    (hover?.listen ?? lure)(root as Document);
  }

  const annotation: Annotation = annotate(document, {
    spot: (request) => ask(options.send, messages.spot, request),
    settings: here(),
    onRoot: listen,
    onChange() {
      hover?.refresh();
      changed();
    },
    stillWanted: moved,
    onRound: options.onRound,
    signal,
  });
  return { annotation, hover: getHover, stop };
}

function stateOf(session: Session | null, state: State): PageState {
  if (!session) return state === "on" ? "not-article" : state;
  return session.annotation.reading ? "reading" : "on";
}

function pageStatus(session: Session | null, state: State): messages.PageStatus {
  const mentions = session?.annotation.mentions() ?? [];
  return {
    state: stateOf(session, state),
    count: mentions.length,
    cast: [...Map.groupBy(mentions, ({ member }) => member)].map(([member, { length }]) => ({ ...member, count: length })),
  };
}
