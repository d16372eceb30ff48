/** Whether the browser lets Backstory read pages, asking for it, and how to take it back. */
import { useState } from "preact/hooks";
import type { Translate } from "../../i18n/translate";
import { useAsked } from "../use";

export interface AccessActions {
  /** Does the browser let Backstory read every site? */
  hasAccess(): Promise<boolean>;
  /** Asks the reader for it. To be called at once when they have pressed something. */
  askForAccess(): Promise<boolean>;
  /** The browser calls its own pages and menus otherwise. */
  browser: "firefox" | "chromium";
}

export function Access({ t, actions }: { t: Translate; actions: AccessActions }) {
  const [asks, setAsks] = useState(0);
  const has = useAsked(actions.hasAccess, [asks]);
  const ask = () =>
    actions.askForAccess().finally(() => {
      setAsks((before) => before + 1);
    });
  return (
    <>
      {has.state === "answered" && <p role="status">{t(has.value ? "access_given" : "access_withheld")}</p>}
      {has.state === "answered" && !has.value && (
        <button type="button" class="button" onClick={() => void ask()}>
          {t("access_ask")}
        </button>
      )}
      <p>{t(`access_take_back_${actions.browser}`)}</p>
    </>
  );
}
