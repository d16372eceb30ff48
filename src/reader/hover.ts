/**
 * Joins the page to the card: pointer, keys and commands become events of the hover reducer, and what its state asks
 * for is done: one timer, one question in flight, one card drawn. Loaded when the first card is wanted.
 */
import { type Answer, type CardHandle, type Inquiry, mountCard } from "../card/index";
import { isToward, type Point } from "../card/envelope";
import { claimPress } from "../card/pressed";
import { deadline, type HoverEvent, type HoverState, pending, reduce, START } from "../card/reducer";
import { card as cardMessage, know, loadCorrector, openPanel, saveFromCard } from "../messages/contract";
import type { Mention } from "../page/mention";
import type { Hover, HoverOptions } from "./card-key";
import { CORRECTOR_KEY, type CreateInquiry } from "./correct/key";
import { createKeyboard } from "./keyboard";
import { holds, mayOpen } from "./modifier";
import { copy, scrollTo } from "./page-actions";

/** What the page does by itself when it is pressed; a card never gets in the way of that. */
const OWN_BUSINESS = "a[href], button, input, select, textarea, summary, [role=button], [contenteditable]";

export function createHover(options: HoverOptions): Hover {
  const { annotation, signal } = options;
  const keyboard = createKeyboard(annotation);
  /** The reducer knows mentions by their keys. One that has left the page is kept: a pinned card may hang on it. */
  const met = new Map<string, Mention>();
  let state: HoverState<Answer> = START;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAsked = 0;
  let card: CardHandle | null = null;
  /** What is drawn: the mention it hangs on. */
  let drawnAt: string | null = null;
  let wantsFocus = false;
  let pointer: (Point & { at: number }) | null = null;
  /** The pointer's last move, and whether it is still to be looked at. */
  let move: PointerEvent | null = null;
  let looking = false;
  /** Whether the key is held that the reader wants to hold for a card; `undefined` where none is wanted. */
  let held: boolean | undefined;

  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    card?.close();
  });

  function dispatch(event: Undated): void {
    if (signal.aborted || !options.isAlive()) return card?.close();
    const before = state;
    state = reduce(state, { ...event, at: performance.now() } as HoverEvent<Answer>, options.here().dwell);
    // A timer may ring a fraction of a millisecond early: it is set again whether or not anything has changed.
    setTimer();
    if (state === before) return;
    askPending();
    draw();
  }

  function setTimer(): void {
    clearTimeout(timer);
    const due = deadline(state);
    if (due !== null) timer = setTimeout(() => dispatch({ type: "tick" }), Math.max(0, due - performance.now()));
  }

  function askPending(): void {
    const question = pending(state);
    if (!question || question.page.token <= lastAsked) return;
    const { token, ref } = question.page;
    lastAsked = token;
    const mention = met.get(question.mention);
    if (!mention) return;
    const { member, block, start, end, confidence } = mention;
    const request = {
      ref: ref ?? member.ref,
      paragraph: block.text,
      place: ref === null ? { start, end, confidence } : undefined,
      story: story(),
    };
    options
      .ask(cardMessage, request)
      .then((content): Answer => (content ? { status: "ready", content } : { status: "unknown" }))
      .catch((): Answer => ({ status: "failed" }))
      .then((answer) => dispatch({ type: "answer", token, answer }));
  }

  /** Entries on the page. */
  function story(): string[] {
    return [...new Set(annotation.mentions().map((each) => each.member.ref))];
  }

  /** What asks the reader what is wrong with the card of a mention: code that few pages ever need. */
  async function inquire(mention: Mention): Promise<Inquiry> {
    const css = await options.ask(loadCorrector, {});
    const create = (globalThis as { [CORRECTOR_KEY]?: CreateInquiry })[CORRECTOR_KEY]!;
    return create({ mention, story: story(), css, close: () => dispatch({ type: "close" }) });
  }

  function draw(): void {
    const shown = state.card;
    if (!shown) {
      card?.close();
      card = null;
      drawnAt = null;
      annotation.current(keyboard.current());
      return;
    }
    const mention = met.get(shown.mention);
    if (!mention) return;
    const props = propsFor(shown.pages, mention);
    if (card) card.update(props);
    const handle = (card ??= mountCard(props, options.css, signal));
    if (drawnAt !== shown.mention) {
      drawnAt = shown.mention;
      const near = mention.block.nodes[0]!;
      handle.moveTo({ near, anchors: annotation.lines(mention), pointer: wantsFocus ? null : pointer });
      annotation.current(mention);
    }
    if (wantsFocus) {
      wantsFocus = false;
      handle.focus();
    }
  }

  function propsFor(pages: readonly { ref: string | null; answer?: Answer }[], mention: Mention) {
    const page = pages.at(-1)!;
    const previous = pages.at(-2);
    const { member } = mention;
    const own = page.ref === null;
    const ref = page.ref ?? member.ref;
    return {
      t: options.t,
      lang: options.lang,
      name: own ? member.name : "",
      kind: own ? member.kind : undefined,
      answer: page.answer,
      count: annotation.mentions().filter((each) => each.member.ref === ref).length,
      pinned: state.phase === "pinned",
      size: options.here().textSize,
      back: previous && (previous.answer?.status === "ready" ? previous.answer.content.name : member.name),
      onOpenRef: (next: string) => dispatch({ type: "follow", ref: next }),
      onBack: () => dispatch({ type: "back" }),
      onPin: (on: boolean) => dispatch({ type: "pin", on }),
      onClose: () => dispatch({ type: "close" }),
      onRetry: () => dispatch({ type: "retry" }),
      onKnow: (known: string, on: boolean) => options.ask(know, { ref: known, known: on }).catch(() => false),
      // Browsers open a panel in the press itself, or not at all.
      onPanel: (panelled: string) => void options.ask(openPanel, { ref: panelled }).catch(() => undefined),
      onWrong: own ? () => inquire(mention) : undefined,
      onCopy: copy,
      onSave: (ref: string, quote: string) => options.ask(saveFromCard, { ref, quote }).catch(() => options.t("save_failed")),
    };
  }

  function keyOf(mention: Mention): string {
    met.set(mention.key, mention);
    return mention.key;
  }

  function onMove(event: PointerEvent): void {
    // A pressed button is a selection or a drag; a finger has no hover.
    if (event.buttons !== 0 || event.pointerType === "touch" || !event.isTrusted) return;
    // The page has taken our host away, or closed the dialog that it stood in: that is what it wants.
    if (card && !card.isShown()) dispatch({ type: "close" });
    if (!looking) requestAnimationFrame(look);
    looking = true;
    move = event;
    held = holds(event, options.here());
  }

  function hit({ view, clientX, clientY }: MouseEvent): Mention | null {
    return annotation.hit(view!.document, clientX, clientY);
  }

  /** Where an event happened in the top window. */
  function toTop({ view, clientX, clientY }: MouseEvent): Point {
    return annotation.toTop(view!.document, clientX, clientY);
  }

  /** Once a frame: where is the pointer, and how fast? */
  function look(): void {
    looking = false;
    if (!move || signal.aborted) return;
    const event = move;
    const before = pointer;
    const { x, y } = toTop(event);
    // Browsers report a move where only the page has moved beneath the pointer.
    if (before?.x === x && before.y === y) return stay();
    pointer = { x, y, at: event.timeStamp };
    if (card?.owns(event)) return dispatch({ type: "inside" });
    const speed = before ? Math.hypot(x - before.x, y - before.y) / Math.max(1, pointer.at - before.at) : 0;
    const toward = card !== null && before !== null && isToward(before, pointer, card.box());
    const mention = hit(event);
    // A card that is open stays open on its name without the key.
    if (mention && (held !== false || mention.key === state.card?.mention)) dispatch({ type: "over", mention: keyOf(mention), speed, toward });
    else dispatch({ type: "off", toward });
  }

  /** The pointer has not moved; is it still where it keeps the open card open? */
  function stay(): void {
    if (!move || !card || !pointer) return;
    const { left, top, right, bottom } = card.box();
    const { x, y } = pointer;
    if (x >= left && x <= right && y >= top && y <= bottom) return dispatch({ type: "inside" });
    const mention = hit(move);
    if (mention?.key === state.card?.mention && mention) {
      dispatch({ type: "over", mention: mention.key, speed: 0, toward: false });
    }
  }

  function onAway(): void {
    dispatch({ type: "off", toward: false });
  }

  /** A frame of another origin swallows the moves. */
  function onOver({ target }: Event): void {
    if ((target as Element).tagName === "IFRAME") onAway();
  }

  /** A press may be the beginning of a selection, which a card would get in the way of. */
  function onDown(event: Event): void {
    if (!card?.owns(event)) onAway();
  }

  function onScroll({ target }: Event): void {
    // A ticker that scrolls by itself somewhere else moves neither the name nor the card.
    const held = met.get((state.card ?? state.wait)?.mention ?? "");
    if (!held || !(target as Node).contains(held.block.nodes[0]!)) return;
    dispatch({ type: "scroll" });
    if (state.card) requestAnimationFrame(stay);
  }

  function onClick(event: MouseEvent): void {
    // The second click of a double click selects a word.
    if (!event.isTrusted || event.button !== 0 || event.detail > 1 || card?.owns(event)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    // The end of a selection is no press.
    if (event.view!.getSelection()?.isCollapsed === false) return;
    const mention = mayOpen(event as PointerEvent, options.here()) ? hit(event) : null;
    // A replayed event has no path any more.
    const target = event.composedPath()[0] ?? event.target;
    const link = target instanceof Element && target.closest(OWN_BUSINESS) !== null;
    const touch = (event as PointerEvent).pointerType === "touch";
    const { x, y } = toTop(event);
    pointer = { x, y, at: event.timeStamp };
    if (mention && !link) claimPress(event);
    dispatch({ type: "press", mention: mention && keyOf(mention), link, touch });
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && state.card && !card?.owns(event)) dispatch({ type: "close" });
    const before = held;
    held = holds(event, options.here());
    if (held === before || !move) return;
    // The pointer rests on a name already when the key goes down, or still when it goes up again too soon.
    const mention = held ? hit(move) : null;
    if (mention) dispatch({ type: "over", mention: keyOf(mention), speed: 0, toward: false });
    else if (state.phase === "waiting") onAway();
  }

  function open(mention: Mention): boolean {
    wantsFocus = true;
    keyboard.goTo(mention);
    const [line] = annotation.lines(mention);
    if (!line || line.top < 0 || line.bottom > innerHeight) scrollTo(mention);
    const key = keyOf(mention);
    if (state.phase === "pinned" && state.card.mention === key) draw();
    else dispatch({ type: "open", mention: key });
    return true;
  }

  function step(direction: 1 | -1): boolean {
    const mention = keyboard.step(direction);
    if (!mention) return false;
    if (state.card) return open(mention);
    scrollTo(mention);
    annotation.current(mention);
    return true;
  }

  return {
    listen(document) {
      const passive = { capture: true, passive: true, signal };
      document.addEventListener("pointermove", onMove, passive);
      document.addEventListener("pointerover", onOver, passive);
      document.addEventListener("pointerdown", onDown, passive);
      document.addEventListener("pointerleave", onAway, { signal });
      document.addEventListener("scroll", onScroll, passive);
      document.addEventListener("click", onClick, passive);
      document.addEventListener("keydown", onKey, passive);
      document.addEventListener("keyup", onKey, passive);
    },
    replay(event) {
      if (event.type !== "click") {
        onMove(event);
        // The key may have gone down when the pointer was there already.
        if (held === false) held = true;
      }
      // The click at the end of a selection that was made while our code was on its way wants no card.
      else if (getSelection()!.isCollapsed) onClick(event);
    },
    refresh() {
      const key = state.card?.mention ?? state.wait?.mention;
      const alive = new Set(annotation.mentions().map((each) => each.key));
      if (key !== undefined && !alive.has(key)) dispatch({ type: "gone", mention: key });
      for (const each of met.keys()) if (!alive.has(each) && each !== state.card?.mention) met.delete(each);
      if (card) draw();
    },
    show(ref) {
      const mention = annotation.mentions().find((each) => each.member.ref === ref);
      return mention ? open(mention) : false;
    },
    command(command) {
      // The keyboard goes on from the card that is open, whoever opened it.
      if (drawnAt) keyboard.goTo(met.get(drawnAt)!);
      switch (command) {
        case "next-mention":
          return step(1);
        case "previous-mention":
          return step(-1);
        case "open-card":
        case "pin-card": {
          if (command === "pin-card" && state.card) {
            dispatch({ type: "pin", on: state.phase !== "pinned" });
            return true;
          }
          const mention = keyboard.currentOrVisible();
          return mention ? open(mention) : false;
        }
        case "close-card":
          dispatch({ type: "close" });
          return true;
      }
    },
  };
}

/** An event of the reducer before the clock is read. */
type Undated = HoverEvent<Answer> extends infer E ? (E extends { at: number } ? Omit<E, "at"> : never) : never;
