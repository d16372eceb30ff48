/** What an import would do, or why it cannot be done. */
import { useState } from "preact/hooks";
import type { ImportProblem } from "../../highlights/formats/index";
import { FATES, type Fate, type Step } from "../../highlights/import-plan";
import type { MessageKey, Translate } from "../../i18n/translate";
import type { Read, Refused } from "./files";
import { inShort, type View } from "./words";

/** Records of each sort that are shown. */
const FIRST = 20;
/** Code units of a text that are shown. */
const IN_SHORT = 140;

/** What the reader wants of a file beside its highlights: those that they have deleted; what is chosen in it. */
export interface Wish {
  deleted: boolean;
  settings: boolean;
}

interface PlannedProps {
  view: View;
  read: Read;
  onImport(wish: Wish): void;
  onCancel(): void;
}

export function Planned({ view, read: { plan, titles, skipped, settings }, onImport, onCancel }: PlannedProps) {
  const { t, lang } = view;
  const [wish, setWish] = useState<Wish>({ deleted: false, settings: false });
  const { counts, steps } = plan;
  // A duplicate that adds nothing changes nothing.
  const changing = steps.filter(({ after, fate }) => after && (fate !== "deleted" || wish.deleted)).length;
  const useful = changing > 0 || settings?.state === "read";
  return (
    <>
      <p class="hint">{t("import_format", titles.map((each) => t(each as MessageKey)).join(", "))}</p>
      <div class="fates" role="status">
        {FATES.filter((fate) => counts[fate] > 0).map((fate) => (
          <FateOf key={fate} view={view} fate={fate} count={counts[fate]} steps={steps} />
        ))}
        {skipped > 0 && (
          <p class="fate">
            <strong>{skipped.toLocaleString(lang)}</strong> {t("import_skipped")}
          </p>
        )}
      </div>
      {counts.deleted > 0 && (
        <label class="choice">
          <input type="checkbox" checked={wish.deleted} onChange={(event) => setWish({ ...wish, deleted: event.currentTarget.checked })} />
          {t("import_with_deleted")}
        </label>
      )}
      {settings?.state === "read" && (
        <>
          <label class="choice">
            <input type="checkbox" checked={wish.settings} onChange={(event) => setWish({ ...wish, settings: event.currentTarget.checked })} />
            {t("import_with_settings")}
          </label>
          {settings.lost.length > 0 && <p class="hint">{t("import_settings_lost", settings.lost.join(", "))}</p>}
        </>
      )}
      {settings?.state === "newer" && <p class="hint">{t("import_settings_newer")}</p>}
      <p class="hint">{t(changing > 0 || wish.settings ? "import_nothing_yet" : "import_nothing_new")}</p>
      <p class="buttons">
        {useful && (
          <button type="button" class="button main" ref={focusOnce} disabled={changing === 0 && !wish.settings} onClick={() => onImport(wish)}>
            {t("import_do")}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {t(useful ? "library_cancel" : "library_close")}
        </button>
      </p>
    </>
  );
}

/** When it appears, and not whenever something else is drawn anew. */
function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}

function FateOf({ view, fate, count, steps }: { view: View; fate: Fate; count: number; steps: readonly Step[] }) {
  const { t, lang } = view;
  const [open, setOpen] = useState(false);
  const first = open ? steps.filter((step) => step.fate === fate).slice(0, FIRST) : [];
  return (
    <details class="fate" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{count.toLocaleString(lang)}</strong> {t(`import_${fate}`)}
      </summary>
      <ul>
        {first.map(({ record, bothNotes }, at) => (
          <li key={at}>
            <q dir="auto">{inShort(record.text || record.note, IN_SHORT)}</q> <span class="hint">{[record.page.title || record.page.url, bothNotes && t("import_both_notes")].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
        {count > FIRST && <li class="hint">{t("import_more", (count - FIRST).toLocaleString(lang))}</li>}
      </ul>
    </details>
  );
}

export function Problems({ view: { t, lang }, files }: { view: View; files: readonly Refused[] }) {
  return (
    <div role="alert" class="problems">
      <p>
        <strong>{t("import_refused")}</strong>
      </p>
      {files.map(({ name, error }) => (
        <section key={name}>
          <h3>{name}</h3>
          <ul>
            {error.problems.map((problem, at) => (
              <li key={at}>
                {whereIn(t, problem)}
                {t(problem.what, ...problem.values)}
              </li>
            ))}
            {error.more > 0 && <li>{t("import_more_problems", error.more.toLocaleString(lang))}</li>}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** "Record 3, line 12, page.url: ", or nothing where the whole file is meant. */
function whereIn(t: Translate, { where: { record, line, field } }: ImportProblem) {
  const parts = [record !== undefined && t("import_where_record", record), line !== undefined && t("import_where_line", line), field].filter(Boolean);
  return parts.length > 0 && <strong>{parts.join(", ")}: </strong>;
}
