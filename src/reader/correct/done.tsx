/** Says in a corner of the page what was put right, for as long as somebody may want to take it back. */
import { render } from "preact";
import { createHost } from "../../card/host";
import type { Translate } from "../../i18n/translate";

/** How long it stays without the pointer or the keyboard in it, in milliseconds. */
const STAYS_MS = 12_000;
/** As long where there is nothing to take back any more. */
const LINGERS_MS = 4_000;
/** Screen readers notice what is said in an element that was there before. */
const SAY_AFTER_MS = 150;

interface DoneOptions {
  css: string;
  t: Translate;
  lang: string;
  /** A node of the page: it is shown in the layer that this is in. */
  near: Node;
  sentence: string;
  /** The keyboard was used, and goes on here. */
  byKey: boolean;
  /** Takes it back. @returns what is to be said of that */
  undo(): Promise<string>;
}

/** What is shown, of which there is one at most. */
let dismissLast: (() => void) | null = null;

export function sayDone({ css, t, lang, near, sentence, byKey, undo }: DoneOptions): void {
  dismissLast?.();
  const host = createHost("corrected", css);
  const { popover, element } = host;
  let timer: ReturnType<typeof setTimeout> | undefined;
  popover.lang = lang;
  popover.setAttribute("role", "region");

  function dismiss(): void {
    clearTimeout(timer);
    if (dismissLast === dismiss) dismissLast = null;
    host.remove();
    render(null, popover);
  }

  /** Leaves after a while, but never from under a hand. */
  function leaveIn(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => (host.focused() || popover.matches(":hover") ? leaveIn(LINGERS_MS) : dismiss()), ms);
  }

  function draw(said: string, over: boolean, failed: boolean): void {
    popover.setAttribute("aria-label", said);
    const show = (aloud: string) =>
      render(<Done t={t} sentence={said} aloud={aloud} failed={failed} onUndo={over ? undefined : takeBack} onClose={dismiss} />, popover);
    show("");
    setTimeout(() => popover.isConnected && show(said), SAY_AFTER_MS);
    leaveIn(over ? LINGERS_MS : STAYS_MS);
  }

  function takeBack(): void {
    undo().then(
      (said) => {
        draw(said, true, false);
        // The button that had the keyboard is gone.
        if (byKey) popover.querySelector("button")?.focus();
      },
      () => draw(sentence, false, true),
    );
  }

  element.addEventListener("keydown", (event) => event.key === "Escape" && dismiss());
  dismissLast = dismiss;
  draw(sentence, false, false);
  host.showIn(near);
  if (byKey) popover.querySelector("button")!.focus({ preventScroll: true });
}

interface DoneProps {
  t: Translate;
  sentence: string;
  /** What is read aloud. */
  aloud: string;
  failed: boolean;
  /** Missing where there is nothing to take back. */
  onUndo: (() => void) | undefined;
  onClose(): void;
}

function Done({ t, sentence, aloud, failed, onUndo, onClose }: DoneProps) {
  return (
    <>
      <p dir="auto">{sentence}</p>
      <p class="aloud" role="status">
        {aloud}
      </p>
      {failed && <p role="alert">{t("correct_failed")}</p>}
      <div class="row">
        {onUndo && <button onClick={onUndo}>{t("correct_undo")}</button>}
        <button class="end" onClick={onClose}>
          {t("card_close")}
        </button>
      </div>
    </>
  );
}
