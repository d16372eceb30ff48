import type { Translate } from "../i18n/translate";

/** How it works, in three sentences. */
export function Welcome({ t }: { t: Translate }) {
  return (
    <main class="page welcome">
      <img src="/icon/96.png" width="64" height="64" alt="" />
      <h1>{t("welcome_title")}</h1>
      <ol>
        <li>{t("welcome_one")}</li>
        <li>{t("welcome_two")}</li>
        <li>{t("welcome_three")}</li>
      </ol>
      <p class="hint">{t("welcome_privacy")}</p>
    </main>
  );
}
