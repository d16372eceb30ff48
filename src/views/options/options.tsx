/** The options page: everything that a reader can choose, found by its words. Changes are kept at once. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Translate } from "../../i18n/translate";
import type { Settings } from "../../settings/settings";
import type { AccessActions } from "../parts/access";
import { About } from "./about";
import { SECTIONS, SETTING_IDS, TITLES, wordsOf } from "./catalogue";
import { type HighlightOptionsProps, HighlightOptions } from "./highlights";
import { type PackActions, Packs } from "./packs";
import { type PutRight, type PutRightActions, PutRightSection } from "./put-right";
import { Cards, type ChangeSettings, Marks, Runs } from "./reading";
import { findSettings } from "./search";
import type { OptionsPage } from "./setting";
import { Sites } from "./sites";
import { Transfer, type TransferActions } from "./transfer";

/** What the page needs of the browser. */
export interface OptionsActions extends PackActions, PutRightActions, TransferActions, AccessActions {
  change: ChangeSettings;
  /** Opens the browser's page on which keys are set. */
  openShortcuts(): void;
}

interface OptionsProps {
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  version: string;
  settings: Settings;
  right: PutRight;
  actions: OptionsActions;
  /** What is said of highlights comes from elsewhere: other parts of Backstory read it. */
  highlights: Pick<HighlightOptionsProps, "settings" | "backup" | "actions">;
}

export function Options({ t, lang, version, settings, right, actions, highlights }: OptionsProps) {
  const [query, setQuery] = useState("");
  const found = findSettings(query, t);
  const page: OptionsPage = { t, lang, found };
  const reading = { page, settings, change: actions.change, openShortcuts: actions.openShortcuts };
  const sections = useRef<HTMLDivElement>(null);
  useGoTo();
  return (
    <div class="options">
      <header class="options-head">
        <h1>{t("options_title")}</h1>
        <Search t={t} query={query} onQuery={setQuery} onLeave={() => firstControl(sections.current)?.focus()} />
        <p role="status" class="hint">
          {query.trim() && found.size > 0 && t("options_found", found.size.toLocaleString(lang))}
        </p>
      </header>
      <nav aria-label={t("options_sections")}>
        {SECTIONS.map((id) => (
          <a key={id} href={`#${id}`} hidden={!SETTING_IDS.some((each) => wordsOf(each).section === id && found.has(each))}>
            {t(TITLES[id])}
          </a>
        ))}
      </nav>
      <main ref={sections}>
        {found.size === 0 && (
          <div class="nothing">
            <p role="status">{t("options_found_nothing", query.trim())}</p>
            <button type="button" class="button" onClick={() => setQuery("")}>
              {t("options_show_all")}
            </button>
          </div>
        )}
        <Runs {...reading} />
        <Marks {...reading} />
        <Cards {...reading} />
        <Sites {...reading} />
        <PutRightSection page={page} right={right} actions={actions} />
        <Packs page={page} actions={actions} />
        <HighlightOptions page={page} {...highlights} />
        <Transfer page={page} actions={actions} />
        <About page={page} version={version} access={actions} />
      </main>
    </div>
  );
}

interface SearchProps {
  t: Translate;
  query: string;
  onQuery(query: string): void;
  /** The reader goes on to what was found. */
  onLeave(): void;
}

/** Enter and the arrow down lead to what was found, Escape empties the field, and "/" leads back to it. */
function Search({ t, query, onQuery, onLeave }: SearchProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const isTyping = (event.target as Element).matches("input:not([type=radio], [type=checkbox], [type=range]), textarea, select");
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      event.preventDefault();
      field.current?.select();
    };
    document.addEventListener("keydown", heard);
    return () => document.removeEventListener("keydown", heard);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || !["Enter", "ArrowDown", "Escape"].includes(event.key)) return;
    event.preventDefault();
    if (event.key === "Escape") onQuery("");
    else onLeave();
  };
  return (
    <input
      ref={field}
      type="search"
      class="search"
      placeholder={t("options_search")}
      aria-label={t("options_search")}
      aria-keyshortcuts="/"
      value={query}
      onInput={(event) => onQuery(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** The first control that can be seen. */
function firstControl(within: HTMLElement | null): HTMLElement | undefined {
  return [...(within?.querySelectorAll<HTMLElement>(".setting :is(input, select, button, a[href], summary)") ?? [])].find((each) => each.checkVisibility());
}

/** Goes to the section that the address names: it is drawn only after the browser has looked for it. */
function useGoTo(): void {
  useEffect(() => {
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
}
