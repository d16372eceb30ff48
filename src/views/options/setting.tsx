/** How settings and their sections are drawn: alike, each with one sentence, hidden where a search does not find them. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Translate } from "../../i18n/translate";
import { type SectionId, type SettingId, SETTING_IDS, TITLES, wordsOf } from "./catalogue";

/** What every part of the page is given. */
export interface OptionsPage {
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  /** What the search finds; everything where nothing is searched. */
  found: ReadonlySet<SettingId>;
}

interface SettingProps {
  page: OptionsPage;
  id: SettingId;
  /** `line`: one control, beside its label. `group`: several. `bare`: the control says itself what it is. */
  as: "line" | "group" | "bare";
  children: ComponentChildren;
}

export function Setting({ page: { t, found }, id, as, children }: SettingProps) {
  const { label, hint } = wordsOf(id);
  const hidden = !found.has(id);
  const own = useRef<HTMLDivElement>(null);
  // The sentence is read aloud with the control that it is about, wherever in the setting that is drawn.
  useLayoutEffect(() => own.current?.querySelector("input, select, button, a")?.setAttribute("aria-describedby", `hint-${id}`));
  if (as === "group") {
    return (
      <fieldset class="setting" hidden={hidden} aria-describedby={`hint-${id}`}>
        <legend>{t(label)}</legend>
        <p class="hint" id={`hint-${id}`}>
          {t(hint)}
        </p>
        {children}
      </fieldset>
    );
  }
  return (
    <div class="setting" hidden={hidden} ref={own}>
      {as === "line" ? (
        <label class="line">
          <span>{t(label)}</span>
          {children}
        </label>
      ) : (
        children
      )}
      <p class="hint" id={`hint-${id}`}>
        {t(hint)}
      </p>
    </div>
  );
}

/** Puts what the reader has chosen in a section back as it was delivered. */
export interface Reset {
  /** Is there something to put back? */
  changed: boolean;
  /** @returns takes it back */
  run(): Promise<() => Promise<unknown>>;
}

interface SectionProps {
  page: OptionsPage;
  id: SectionId;
  reset?: Reset;
  children: ComponentChildren;
}

export function Section({ page, id, reset, children }: SectionProps) {
  const { t, found } = page;
  const done = useUndoable(page);
  const hidden = !SETTING_IDS.some((each) => wordsOf(each).section === id && found.has(each));
  const run = async () => {
    if (reset) done.say(t("options_reset_done"), await reset.run());
  };
  return (
    <section id={id} hidden={hidden} aria-labelledby={`title-${id}`}>
      <header class="section-head">
        <h2 id={`title-${id}`} tabIndex={-1}>
          {t(TITLES[id])}
        </h2>
        {reset?.changed && (
          <button type="button" class="quiet" onClick={() => void run()} aria-describedby={`title-${id}`}>
            {t("options_reset")}
          </button>
        )}
      </header>
      {done.view}
      {children}
    </section>
  );
}

/** A sentence that something was done, with a button that takes it back. Nothing until `say` is called. */
export function useUndoable({ t }: Pick<OptionsPage, "t">): { say(text: string, undo?: () => Promise<unknown>): void; view: ComponentChildren } {
  const [said, setSaid] = useState<{ text: string; undo?: () => Promise<unknown>; undone?: boolean } | null>(null);
  const line = useRef<HTMLParagraphElement>(null);
  // What was pressed goes with what it stood for: whoever goes by keyboard goes on here.
  useLayoutEffect(() => {
    const next = said?.undo ? line.current?.querySelector("button") : said?.undone && line.current;
    if (!next) return;
    next.focus({ preventScroll: true });
    if (next.matches(":focus-visible")) next.scrollIntoView({ block: "nearest" });
  }, [said]);
  const undo = async () => {
    await said?.undo?.();
    setSaid({ text: t("options_undone"), undone: true });
  };
  return {
    say: (text, takeBack) => setSaid({ text, ...(takeBack && { undo: takeBack }) }),
    view: (
      <p ref={line} class={said ? "undoable" : "undoable empty"} role="status" tabIndex={-1}>
        {said?.text}{" "}
        {said?.undo && (
          <button type="button" class="quiet" onClick={() => void undo()}>
            {t("options_undo")}
          </button>
        )}
      </p>
    ),
  };
}
