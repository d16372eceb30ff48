/** The side panel: the story of the page that is open beside it. */
import type { Translate } from "../../i18n/translate";

export function Panel({ t }: { t: Translate }) {
  return (
    <main class="panel">
      <h1>{t("panel_title")}</h1>
    </main>
  );
}
