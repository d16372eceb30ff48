import { Tabs } from "../../../card/index";
import { saidOfNothing } from "../../../i18n/said-of-nothing";
import type { Translate } from "../../../i18n/translate";
import type { Found } from "../scene";
import type { BarProps } from "./props";

/** What the packs know of what is selected: a list of names, then the entry that was chosen. */
export function Lookup({ t, lang, onCopy, found, does }: BarProps & { found: Found }) {
  if (found.state === "entry") {
    const { content, tab } = found;
    return (
      <>
        <div class="body">
          <button class="back" onClick={does.backToList}>
            ‹ {t("bar_found")}
          </button>
          <Tabs
            key={content.ref}
            t={t}
            {...(lang !== undefined && { lang })}
            content={content}
            tab={tab}
            onTab={does.turnTo}
            onOpenRef={does.openEntry}
            onCopy={onCopy}
          />
        </div>
        <CloseRow t={t} does={does} />
      </>
    );
  }
  return (
    <div class="text">
      <p role="status">{said(t, found)}</p>
      {found.state === "list" && (
        <ul class="found">
          {[...found.answer.found, ...found.answer.nearest].map(({ ref, name, kind, who, matched }) => (
            <li>
              <button data-kind={kind} onClick={() => does.openEntry(ref)}>
                <i class="dot" /> <bdi>{name}</bdi> {matched && <bdi class="matched">{matched}</bdi>} <span class="of-kind">{t(`kind_${kind}`)}</span>
                {who && <span class="who">{who}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <CloseRow t={t} does={does} />
    </div>
  );
}

function said(t: Translate, found: Exclude<Found, { state: "entry" }>): string {
  if (found.state === "asking") return t("card_loading");
  if (found.state === "failed") return t("bar_look_up_failed");
  return found.answer.found.length > 0 ? t("bar_found") : saidOfNothing(t, found.answer);
}

function CloseRow({ t, does }: Pick<BarProps, "t" | "does">) {
  return (
    <div class="row foot">
      <button class="end" onClick={does.close}>
        {t("card_close")}
      </button>
    </div>
  );
}
