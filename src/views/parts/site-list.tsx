import { useRef, useState } from "preact/hooks";
import type { Translate } from "../../i18n/translate";
import { withSite } from "../../settings/settings";
import { useFocusKept } from "../use";
import { siteName } from "./site-name";
import { readableSite } from "./readable-site";

interface SiteListProps {
  t: Translate;
  sites: readonly string[];
  onChange(change: (before: readonly string[]) => string[]): void;
}

/** The sites that the reader has chosen. */
export function SiteList({ t, sites, onChange }: SiteListProps) {
  const list = useRef<HTMLDivElement>(null);
  // Not to the next button: Enter, held a moment too long, would remove one site after the other.
  useFocusKept(list, "input");
  return (
    <div class="site-list" ref={list}>
      <ul class="rows">
        {sites.map((site) => (
          <li key={site}>
            <span>{readableSite(site)}</span>
            <button type="button" class="quiet" aria-label={t("options_site_remove_named", readableSite(site))} onClick={() => onChange((before) => before.filter((each) => each !== site))}>
              {t("options_site_remove")}
            </button>
          </li>
        ))}
      </ul>
      <AddSite t={t} onAdd={(site) => onChange((before) => withSite(before, site, true))} />
    </div>
  );
}

/** A field for a site, which takes addresses too. */
export function AddSite({ t, onAdd }: { t: Translate; onAdd(site: string): void }) {
  const [wrong, setWrong] = useState("");
  return (
    <form
      class="add-site"
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem("site") as HTMLInputElement;
        const site = siteName(field.value);
        setWrong(site === null ? field.value : "");
        if (site === null) return field.focus();
        field.value = "";
        onAdd(site);
      }}
    >
      <input type="text" name="site" inputMode="url" autocomplete="off" spellcheck={false} placeholder={t("options_site_example")} aria-label={t("options_site_add_label")} />
      <button type="submit" class="button">
        {t("options_site_add")}
      </button>
      {wrong !== "" && <p role="alert">{t("options_site_wrong", wrong)}</p>}
    </form>
  );
}
