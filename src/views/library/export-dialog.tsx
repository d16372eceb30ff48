/** Exporting: which highlights, in which format, as a file or into the clipboard. */
import { useState } from "preact/hooks";
import { EXPORTS, isRestorable, type WriteOptions } from "../../highlights/formats/index";
import type { MessageKey } from "../../i18n/translate";
import { COLOURS, type Colour, type Highlight } from "../../messages/highlight";
import { portableValue } from "../../settings/portable";
import { Dialog } from "./dialogs";
import { download, fileName } from "./files";
import { isFiltered } from "./filter";
import { colourName, type View } from "./words";

const WHICH = ["all", "shown", "selected"] as const;
type Which = (typeof WHICH)[number];

interface Said {
  text: string;
  wrong: boolean;
}

export function ExportDialog({ view, onClose }: { view: View; onClose(): void }) {
  const { t, lang, model } = view;
  const ids: Record<Which, readonly string[]> = {
    all: model.shelf.rows.map(({ id }) => id),
    shown: isFiltered(model.place.filter) ? model.chosen.rows.map(({ id }) => id) : [],
    selected: [...model.selection.ids],
  };
  const [which, setWhich] = useState<Which>(() => WHICH.findLast((each) => ids[each].length > 0) ?? "all");
  const [format, setFormat] = useState(EXPORTS[0]!);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  // Until everything was read, nobody knows what is shown in the end.
  const incomplete = which === "shown" && model.phase.state === "reading";

  const attempt = async (work: (rows: Highlight[]) => Promise<Said>) => {
    setBusy(true);
    setSaid(null);
    try {
      setSaid(await work(which === "all" ? await model.actions.all() : await model.actions.byIds(ids[which])));
      if (which === "all" && isRestorable(format)) await model.actions.exported();
    } catch (error) {
      setSaid({ text: t("export_failed", error instanceof Error ? error.message : String(error)), wrong: true });
    }
    setBusy(false);
  };
  const save = () =>
    attempt(async (rows) => {
      const name = fileName(format, new Date());
      download(name, format, rows, await writeOptions(view, which));
      return { text: t("export_saved", rows.length.toLocaleString(lang), name), wrong: false };
    });
  const copy = () =>
    attempt(async (rows) => {
      if (!(await model.actions.copy(format.write(rows, await writeOptions(view, which))))) throw new Error(t("library_not_copied"));
      return { text: t("export_copied", rows.length.toLocaleString(lang)), wrong: false };
    });

  return (
    <Dialog label={t("export_dialog")} class="files" onClose={onClose}>
      <h2>{t("export_dialog")}</h2>
      <fieldset>
        <legend>{t("export_which")}</legend>
        {WHICH.filter((each) => each === "all" || ids[each].length > 0).map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="which" checked={which === each} onChange={() => setWhich(each)} />
            {t(`export_which_${each}`, ids[each].length.toLocaleString(lang))}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t("export_format")}</legend>
        {EXPORTS.map((each) => (
          <label key={each.id} class="choice format">
            <input type="radio" name="format" value={each.id} checked={format === each} onChange={() => setFormat(each)} />
            <span>
              <strong>{t(each.title as MessageKey)}</strong>
              <span class="hint">{t(`${each.title}_for` as MessageKey)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="said" role={said?.wrong ? "alert" : "status"}>
        {busy ? t("export_writing") : (said?.text ?? "")}
      </div>
      <p class="buttons">
        <button type="button" class="button main" disabled={busy || incomplete} onClick={() => void save()}>
          {t("export_save")}
        </button>
        <button type="button" class="button" disabled={busy || incomplete} onClick={() => void copy()}>
          {t("export_copy")}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t("library_close")}
        </button>
      </p>
    </Dialog>
  );
}

/** With all highlights goes what the reader has chosen. */
async function writeOptions(view: View, which: Which): Promise<WriteOptions> {
  const colourNames = Object.fromEntries(COLOURS.map((colour) => [colour, colourName(view, colour)])) as Record<Colour, string>;
  return { locale: view.lang, t: view.t, colourNames, ...(which === "all" && { settings: portableValue(await view.model.actions.settings()) }) };
}
