/** Says, once, that highlights of this page are no longer on it: none is lost without a word. */
import type { Passage } from "../passages";
import type { BarOptions } from "./index";
import { openLibrary } from "../../messages/from-page";
import { mountPanel, type Panel } from "./mount";
import { NoticeView } from "./view/notice-view";

export interface Notice {
  refresh(): void;
  owns(event: Event): boolean;
}

type NoticeOptions = Pick<BarOptions, "passages" | "ask" | "t" | "lang" | "signal" | "css">;

export function createNotice({ passages, ask, t, lang, signal, css }: NoticeOptions): Notice {
  let panel: Panel | null = null;
  let open = false;
  /** Those that were there when the reader last looked, or were never looked for. */
  const fresh = new Set<string>();
  /** Those that the reader has been told about on this page. */
  const told = new Set<string>();
  signal.addEventListener("abort", dismiss);

  function refresh(): void {
    for (const { highlight: { id }, state, wasOrphan } of passages.all()) {
      if (state === "orphan" && !wasOrphan && !told.has(id)) fresh.add(id);
      if (state !== "orphan" && state !== null) {
        fresh.delete(id);
        told.delete(id);
      }
    }
    // Pages go on rendering: what is not there yet may still come.
    if (panel || (fresh.size > 0 && passages.isSettled())) draw();
  }

  function orphans(): readonly Passage[] {
    return passages.all().filter(({ state }) => state === "orphan");
  }

  function draw(): void {
    if (signal.aborted) return;
    const gone = orphans();
    if (gone.length === 0 || (!panel && fresh.size === 0)) return dismiss();
    const first = panel === null;
    const shown = (panel ??= mountPanel("notice", css, lang, () => {}));
    for (const id of fresh) told.add(id);
    const sentence = sentenceFor(gone.length, passages.all().length);
    shown.name("region", sentence);
    shown.draw(
      <NoticeView
        t={t}
        lang={lang}
        sentence={sentence}
        gone={gone}
        open={open}
        onToggle={toggle}
        onLibrary={(id) => void ask(openLibrary, { id }).catch(() => undefined)}
        onDismiss={dismiss}
      />,
      document.documentElement,
    );
    if (first) shown.say(sentence);
  }

  function sentenceFor(gone: number, all: number): string {
    if (all === 1) return t("notice_gone_only");
    return gone === 1 ? t("notice_gone_one", all) : t("notice_gone", gone, all);
  }

  function toggle(): void {
    open = !open;
    draw();
  }

  function dismiss(): void {
    fresh.clear();
    open = false;
    panel?.close();
    panel = null;
  }

  window.addEventListener("keydown", (event) => event.key === "Escape" && panel?.owns(event) && dismiss(), { capture: true, signal });
  return { refresh, owns: (event) => panel?.owns(event) ?? false };
}
