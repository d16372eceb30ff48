/** The side panel: the story of the page that is open beside it. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Translate } from "../../i18n/translate";
import type { Ask } from "../../messages/ask";
import type { FollowStep } from "../../messages/follow";
import type { PanelSection } from "../../settings/panel";
import { LookUp, type LookUpActions } from "../parts/look-up";
import { Cast } from "./cast";
import { Echoes, type EchoesProps } from "./echoes";
import { Company } from "./company";
import { keyOf, type PanelState } from "./model";
import type { SectionProps } from "./section-props";
import { Sections } from "./sections";
import { Timeline } from "./timeline";

/** What the panel needs of the browser. */
export interface PanelActions extends LookUpActions {
  /** Goes to a place on the page that is followed. */
  go(step: FollowStep): void;
  findEchoes: EchoesProps["findEchoes"];
  /** Has that page read, whatever the settings say. */
  wake(): void;
}

export interface PanelProps {
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  state: PanelState;
  /** Refs of those whom the reader knows. */
  known: readonly string[];
  /** Entries opened one from another, over whatever page they were opened. */
  opened: readonly string[];
  onOpened(opened: readonly string[]): void;
  section: PanelSection;
  onSection(section: PanelSection): void;
  /** Asks the background. */
  ask: Ask;
  actions: PanelActions;
}

export function Panel(props: PanelProps) {
  const { t, lang, state, opened, onOpened, actions } = props;
  const { page } = state;
  useScrollOf(`${keyOf(state.of, page)} ${props.section} ${opened.join(" ")}`);
  useFocusOf(opened);
  return (
    <main class="panel" aria-busy={state.old}>
      {opened.length === 0 && (
        <header>
          <h1>{t("panel_title")}</h1>
          {page.is === "told" && page.story.title && <p class="page-title">{page.story.title}</p>}
        </header>
      )}
      <LookUp t={t} lang={lang} actions={actions} opened={opened} onOpened={onOpened}>
        <Story {...props} />
      </LookUp>
    </main>
  );
}

function Story(props: PanelProps) {
  const { t, state, actions } = props;
  const { page } = state;
  if (page.is === "waiting") return <p role="status">{t("panel_waiting")}</p>;
  if (page.is === "closed") return <p role="status">{t("panel_closed")}</p>;
  const { story } = page;
  if (story.state === "off") return <Quiet {...props} text={t("popup_state_page_off")} />;
  if (story.state === "asked") return <Quiet {...props} text={t("popup_state_asked")} onRead={actions.wake} />;
  if (story.state === "not-article") return <Quiet {...props} text={t("popup_state_not_article")} onRead={actions.wake} />;
  if (story.cast.length > 0) return <Told key={keyOf(state.of, page)} {...props} page={page} />;
  return <p role="status">{t(story.state === "reading" ? "popup_state_reading" : "panel_nothing")}</p>;
}

function Quiet({ t, text, onRead }: PanelProps & { text: string; onRead?(): void }) {
  return (
    <>
      <p role="status">{text}</p>
      {onRead && (
        <button type="button" class="button" onClick={onRead}>
          {t("panel_read")}
        </button>
      )}
    </>
  );
}

function Told(props: PanelProps & { page: Extract<PanelState["page"], { is: "told" }> }) {
  const { t, lang, state, known, opened, onOpened, section, onSection, ask, actions } = props;
  const { story, details } = props.page;
  const [at, setAt] = useState<ReadonlyMap<string, number>>(new Map());
  const given: SectionProps = {
    t,
    lang,
    story,
    reading: state.reading,
    ask,
    onGo(step) {
      if (step.what === "mention") setAt(new Map([...at, [step.ref, step.which]]));
      actions.go(step);
    },
    onOpen: (ref) => onOpened([...opened, ref]),
  };
  return (
    <Sections t={t} shown={section} onShow={onSection}>
      {section === "cast" && <Cast {...given} details={details} known={known} at={at} />}
      {section === "echoes" && <Echoes {...given} findEchoes={actions.findEchoes} />}
      {section === "timeline" && <Timeline {...given} />}
      {section === "company" && <Company {...given} />}
    </Sections>
  );
}

/** The keyboard goes on where it was when an entry was opened from the cast. */
function useFocusOf(opened: readonly string[]): void {
  const before = useRef(opened);
  useLayoutEffect(() => {
    const [first] = before.current;
    before.current = opened;
    if (first === undefined || opened.length > 0) return;
    document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(first)}"]`)?.focus({ preventScroll: true });
  }, [opened]);
}

/** Keeps how far each of the views is scrolled, and brings it back with the view, before it is drawn. */
function useScrollOf(view: string): void {
  const kept = useRef(new Map<string, number>());
  const shown = useRef(view);
  // The old view still stands: a panel behind others, to which nobody reports that it was scrolled, knows it too.
  if (shown.current !== view) kept.current.set(shown.current, scrollY);
  shown.current = view;
  useLayoutEffect(() => scrollTo({ top: kept.current.get(view) ?? 0, behavior: "instant" }), [view]);
}
