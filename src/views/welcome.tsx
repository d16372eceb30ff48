/** The first five minutes: try it on the page itself, choose packs and where Backstory runs, see what it can and cannot do. */
import { useState } from "preact/hooks";
import type { Translate } from "../i18n/translate";
import { RUNS, type Settings } from "../settings/settings";
import { Access, type AccessActions } from "./parts/access";
import { PackList, type PackActions } from "./parts/pack-list";
import { SiteList } from "./parts/site-list";

/** What the page needs of the browser. */
export interface WelcomeActions extends PackActions, AccessActions {
  change(change: (before: Settings) => Partial<Settings>): Promise<unknown>;
  openOptions(): void;
}

interface WelcomeProps {
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  settings: Settings;
  /** Names that are marked on the page; null until it was read. */
  marked: number | null;
  actions: WelcomeActions;
}

export function Welcome(props: WelcomeProps) {
  const { t, marked } = props;
  const [done, setDone] = useState(false);
  return (
    <main class="page welcome">
      <header>
        <img src="/icon/96.png" width="48" height="48" alt="" />
        <h1>{t("welcome_title")}</h1>
      </header>
      <p class="try">{t("welcome_try")}</p>
      <article class="try-here">
        <h2>{t("welcome_sample_title")}</h2>
        <p>{t("welcome_sample")}</p>
      </article>
      {marked === 0 && <p role="status">{t("welcome_sample_none")}</p>}
      {done ? <HowTo {...props} onAgain={() => setDone(false)} /> : <Choosing {...props} onDone={() => setDone(true)} />}
    </main>
  );
}

function Choosing({ t, lang, settings, actions, onDone }: WelcomeProps & { onDone(): void }) {
  return (
    <>
      <section>
        <h2>{t("welcome_packs")}</h2>
        <PackList t={t} lang={lang} actions={actions} />
      </section>
      <section>
        <h2 id="runs">{t("welcome_runs")}</h2>
        <div role="radiogroup" aria-labelledby="runs">
          {RUNS.map((run) => (
            <label key={run} class="choice">
              <input type="radio" name="run" value={run} checked={settings.run === run} onChange={() => void actions.change(() => ({ run }))} />
              {t(`options_run_${run}`)}
            </label>
          ))}
        </div>
        {settings.run === "sites" && <SiteList t={t} sites={settings.sites} onChange={(change) => void actions.change(({ sites }) => ({ sites: change(sites) }))} />}
        <p class="hint">{t("options_run_hint")}</p>
      </section>
      <section>
        <h2>{t("welcome_sees")}</h2>
        <ul class="sees">
          {([1, 2, 3, 4] as const).map((each) => (
            <li key={each}>{t(`welcome_sees_${each}`)}</li>
          ))}
        </ul>
        <Access t={t} actions={actions} />
      </section>
      <p>
        <button type="button" class="button main" onClick={onDone}>
          {t("welcome_done")}
        </button>
      </p>
    </>
  );
}

function HowTo({ t, actions, onAgain }: WelcomeProps & { onAgain(): void }) {
  return (
    <section>
      <h2 tabIndex={-1} ref={goTo}>
        {t("welcome_how")}
      </h2>
      <ol>
        <li>{t("welcome_one")}</li>
        <li>{t("welcome_two")}</li>
        <li>{t("welcome_three")}</li>
        <li>{t("welcome_four")}</li>
        <li>{t("welcome_five")}</li>
      </ol>
      <p class="links">
        <button type="button" class="quiet" onClick={actions.openOptions}>
          {t("welcome_options")}
        </button>
        <button type="button" class="quiet" onClick={onAgain}>
          {t("welcome_again")}
        </button>
      </p>
    </section>
  );
}

/** What was pressed is gone: the reader goes on at what has come in its place. */
function goTo(heading: HTMLElement | null): void {
  heading?.focus();
}
