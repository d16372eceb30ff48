import { Tabs } from "../../../card/index";
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
      <p role="status">{t(said(found))}</p>
      {found.state === "list" && (
        <ul class="found">
          {found.links.map(({ ref, name, kind }) => (
            <li>
              <button data-kind={kind} onClick={() => does.openEntry(ref)}>
                <i class="dot" /> <bdi>{name}</bdi> <span class="of-kind">{t(`kind_${kind}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <CloseRow t={t} does={does} />
    </div>
  );
}

function said(found: Exclude<Found, { state: "entry" }>) {
  if (found.state === "asking") return "card_loading";
  if (found.state === "failed") return "bar_look_up_failed";
  return found.links.length > 0 ? "bar_found" : "bar_found_nothing";
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
