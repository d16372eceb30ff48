/** What the reader sees of highlights on a page: the bar beside a selection, the editor of a highlight, notices. */
import { shownBy, visibleBox } from "../../card/host";
import { isClaimed } from "../../card/pressed";
import { knownTags } from "../../messages/about-highlights";
import type { Translate } from "../../i18n/translate";
import type { Ask } from "../../messages/ask";
import type { Colour } from "../../messages/highlight";
import { isSameSelection, type Passage, type Passages, type Selected } from "../passages";
import { createActions } from "./actions";
import { createNotice } from "./notice";
import { isField, mountPanel, type Panel } from "./mount";
import { placeBar } from "./place";
import { SAVED_MS, type Scene } from "./scene";
import { BarView } from "./view/bar-view";
import { type Hand, watchReader } from "./watch";

export interface BarOptions {
  passages: Passages;
  ask: Ask;
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  /** The style sheet (style.ts). */
  css: string;
  /** What the reader calls the colours, where they have named them, and the one that was used last. */
  colours(): { names: Partial<Record<Colour, string>>; last: Colour };
  /** The reader has used a colour: it is the next one's. */
  onColour(colour: Colour): void;
  signal: AbortSignal;
}

export interface Bar {
  /** Listens in this document, the top one or that of a frame; once more in the same one does no harm. */
  listen(document: Document): void;
  /** The highlights, or how they were found, have changed. */
  refresh(): void;
  /** Opens the editor of a highlight that stands on the page, with the keyboard in it. @returns whether it does */
  open(id: string): boolean;
  /** Takes a press that came before the bar as if it had been listened for. */
  replay(event: PointerEvent): void;
  /**
   * Keeps what is selected, in the last colour; once more, or for a note, goes on to its editor.
   * @returns whether there was something to do
   */
  keepSelection(note: boolean): boolean;
  /** Looks up what is selected. @returns whether something is */
  lookUpSelection(): boolean;
}

/** What the page does by itself when it is pressed goes first. */
const OWN_BUSINESS = "a[href], button, input, select, textarea, summary, [role=button], [contenteditable]";

/** How long a press on a highlight in which names stand waits for the card to claim it, in ms: its code may have to come first. */
const CLAIM_MS = 250;

export function createBar(options: BarOptions): Bar {
  const { passages, t, signal } = options;
  let scene: Scene | null = null;
  let panel: Panel | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hand: Hand = "keyboard";
  let x: number | null = null;
  let wantsFocus = false;
  let trouble = false;
  /** Tags that the reader has given before, anywhere. */
  let tags: readonly string[] = [];

  const actions = createActions({
    ...options,
    scene: () => scene,
    show,
    passage,
    trouble() {
      trouble = true;
      draw();
    },
  });
  const notice = createNotice(options);
  // A card that opens later is not to cover the bar, nor the bar the card: it is placed a frame after it has come, and
  // grows when its text is there.
  const cards = new MutationObserver(() => requestAnimationFrame(avoidCard));
  const growth = new ResizeObserver(position);
  signal.addEventListener("abort", () => show(null));

  function show(next: Scene | null): void {
    clearTimeout(timer);
    trouble = false;
    const before = scene;
    scene = next;
    passages.current(next?.kind === "editor" ? next.id : null);
    if (!next || signal.aborted) {
      cards.disconnect();
      growth.disconnect();
      panel?.close();
      panel = null;
      return;
    }
    if (next.kind === "saved" || next.kind === "removed") leaveLater();
    draw();
    if (next.kind === before?.kind) return;
    if (next.kind === "editor") void readTags();
    if (next.kind === "saved") panel?.say(t("bar_saved_aloud"));
    if (next.kind === "removed") panel?.say(t("bar_removed"));
  }

  /** Without them nothing is offered while a tag is typed. */
  async function readTags(): Promise<void> {
    tags = await options.ask(knownTags, {}).catch(() => tags);
    draw();
  }

  /** Goes by itself where nobody is using it. */
  function leaveLater(): void {
    timer = setTimeout(() => (panel?.inUse() ? leaveLater() : show(null)), SAVED_MS);
  }

  function draw(): void {
    if (!scene || signal.aborted) return;
    const place = placeOf(scene);
    if (!panel && !place) return;
    if (!panel) cards.observe(document.documentElement, { childList: true });
    const shown = (panel ??= mountPanel("bar", options.css, options.lang, position));
    shown.name(scene.kind === "offer" || scene.kind === "saved" || scene.kind === "removed" ? "toolbar" : "dialog", t(LABELS[scene.kind]));
    shown.wide(scene.kind === "editor" || scene.kind === "lookup" || scene.kind === "failed");
    const hadFocus = shown.focused() !== null;
    shown.draw(
      <BarView
        t={t}
        lang={options.lang}
        onCopy={actions.copy}
        scene={scene}
        passage={passage()}
        names={options.colours().names}
        tags={tags}
        trouble={trouble}
        does={actions.does}
      />,
      place?.near ?? document.documentElement,
    );
    position();
    // The button that was pressed may be gone: the keyboard stays here, and goes back to the page when this closes.
    if (wantsFocus || (hadFocus && !shown.focused())) shown.focus();
    wantsFocus = false;
  }

  /** Beside its passage; where that has gone out of sight, what only offers something goes too. */
  function position(): void {
    if (!panel || !scene) return;
    const place = placeOf(scene);
    const { left, top, right, bottom } = panel.box();
    const bar = { width: right - left, height: bottom - top };
    const lines = place?.lines() ?? [];
    const side = hand === "finger" || isLarge(scene) ? "below" : "above";
    const at = placeBar({ lines, bar, viewport: visibleBox(), side, x: isLarge(scene) ? null : x, avoid: shownBy("card")?.getBoundingClientRect() ?? null });
    if (at) panel.moveTo(at);
    else if (place && !isLarge(scene) && !panel.inUse()) show(null);
  }

  function avoidCard(): void {
    const card = shownBy("card");
    if (card && panel) growth.observe(card);
    position();
  }

  function placeOf(now: Scene) {
    return "selected" in now ? now.selected : passages.place(now.id);
  }

  function passage(): Passage | null {
    if (!scene || !("id" in scene)) return null;
    const { id } = scene;
    return passages.all().find(({ highlight }) => highlight.id === id) ?? null;
  }

  function onSettled(how: Hand, at: number | null): void {
    // Whoever types into the bar selects in it.
    if (panel?.focused()) return;
    const selected = passages.selected();
    if (selected) {
      if (!scene || !("selected" in scene) || !isSameSelection(scene.selected, selected)) offer(selected, how, at);
      else position();
    } else if (scene?.kind === "offer" || (scene?.kind === "lookup" && !panel?.inUse())) show(null);
  }

  function offer(selected: Selected, how: Hand, at: number | null): void {
    hand = how;
    x = at;
    show({ kind: "offer", selected });
  }

  function owns(event: Event): boolean {
    return (panel?.owns(event) ?? false) || notice.owns(event);
  }

  function onPress(event: PointerEvent): void {
    // What could not be kept stays in sight until the reader has dealt with it.
    if (scene && scene.kind !== "failed" && !owns(event)) show(null);
  }

  function onClick(event: PointerEvent): void {
    if (event.button !== 0 || event.detail > 1 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (owns(event)) return;
    const view = event.view!;
    const target = event.composedPath()[0];
    // Of another window's class where it stands in a frame.
    const own = target && "closest" in target && (target as Element).closest(OWN_BUSINESS);
    if (own || view.getSelection()?.isCollapsed === false) return;
    const found = passages.at(view.document, event.clientX, event.clientY);
    if (!found) return;
    hand = event.pointerType === "touch" ? "finger" : "pointer";
    const wait = found.highlight.mentions.length > 0 ? CLAIM_MS : 0;
    setTimeout(() => isClaimed(event) || show({ kind: "editor", id: found.highlight.id, field: null }), wait);
  }

  /** Before any listener of the page: what is typed into a field of ours is none of its shortcuts. */
  function onTyped(event: KeyboardEvent): Element | null {
    const inside = panel?.owns(event) ? panel.focused() : null;
    if (isField(inside)) event.stopImmediatePropagation();
    return inside;
  }

  function onKey(event: KeyboardEvent): void {
    const inside = onTyped(event);
    if (!panel || !scene || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      // Or a dialog of the page, around the bar, would take the key as meant for it.
      if (inside) event.preventDefault();
      if (inside || !notice.owns(event)) show(null);
    } else if (event.key === "Tab" && !event.shiftKey && !inside && !isTyping(event)) {
      event.preventDefault();
      panel.controls()[0]?.focus({ preventScroll: true });
    } else if (inside && !isField(inside) && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
      step(panel.controls(), inside, event.key === "ArrowRight" ? 1 : -1);
    }
  }

  function keepSelection(note: boolean): boolean {
    const selected = passages.selected();
    if (selected) {
      hand = "keyboard";
      x = null;
      void actions.keep(selected, options.colours().last, note ? "note" : null);
      return true;
    }
    if (scene?.kind !== "saved" && scene?.kind !== "editor") return false;
    show({ kind: "editor", id: scene.id, field: "note" });
    return true;
  }

  const listen = watchReader({ onSettled, onPress, onClick, onKey, onTyped, onScroll: position, owns }, signal);
  return {
    listen,
    refresh() {
      draw();
      notice.refresh();
    },
    open(id) {
      if (!passages.place(id)) return false;
      hand = "keyboard";
      x = null;
      wantsFocus = true;
      show({ kind: "editor", id, field: null });
      return true;
    },
    replay: onClick,
    keepSelection,
    lookUpSelection() {
      const selected = passages.selected();
      if (!selected) return false;
      hand = "keyboard";
      x = null;
      wantsFocus = true;
      void actions.look(selected);
      return true;
    },
  };
}

const LABELS = {
  offer: "bar_label",
  saved: "bar_label",
  removed: "bar_label",
  failed: "bar_failed",
  editor: "bar_editor",
  lookup: "bar_look_up",
} as const;

function isLarge({ kind }: Scene): boolean {
  return kind === "editor" || kind === "lookup" || kind === "failed";
}

/** To the next control, or the one before; from the last to the first. Tabs of an entry turn by themselves. */
function step(controls: HTMLElement[], from: Element, by: number): void {
  if (from.role === "tab") return;
  const next = controls[(controls.indexOf(from as HTMLElement) + by + controls.length) % controls.length];
  next?.focus({ preventScroll: true });
}

function isTyping({ target }: Event): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input,textarea,select"));
}
