/** Importing: files are chosen, what they would do is shown, and only then is it done. */
import { useRef, useState } from "preact/hooks";
import { IMPORT_TITLES } from "../../highlights/formats/index";
import type { MessageKey } from "../../i18n/translate";
import { Dialog } from "./dialogs";
import { type Read, readFiles, type Refused } from "./files";
import { Planned, Problems } from "./import-plan";
import { carryOut, type Imported, takeBack } from "./importing";
import type { View } from "./words";

type State =
  | { at: "choosing"; why?: string }
  | { at: "reading" }
  | { at: "refused"; files: readonly Refused[] }
  | { at: "planned"; read: Read }
  | { at: "running"; done: number; all: number }
  | { at: "failed"; done: number; all: number; why: string }
  | { at: "done"; count: number };

export function ImportDialog({ view, onClose }: { view: View; onClose(): void }) {
  const { t, lang, model } = view;
  const { actions } = model;
  const [state, setState] = useState<State>({ at: "choosing" });
  const failed = (error: unknown) => setState({ at: "choosing", why: error instanceof Error ? error.message : String(error) });

  const choose = (files: readonly File[]) => {
    if (files.length === 0) return;
    setState({ at: "reading" });
    readFiles(files, actions, new Date()).then((read) => setState(Array.isArray(read) ? { at: "refused", files: read } : { at: "planned", read }), failed);
  };
  const run = async (read: Read, withDeleted: boolean) => {
    let all = 0;
    const imported = await carryOut(read, withDeleted, actions, (done, of) => {
      all = of;
      setState({ at: "running", done, all });
    });
    const count = imported.rows.length;
    if (count > 0) model.did(() => undo(read.plan, imported));
    if (imported.failed) setState({ at: "failed", done: count, all, why: imported.failed.why ?? "" });
    else setState({ at: "done", count });
  };
  const undo = async (plan: Read["plan"], imported: Imported) => {
    try {
      await takeBack(plan, imported, actions);
      model.say({ key: "import_undone", values: [], wrong: false, undo: false });
    } catch (error) {
      model.say({ key: "import_not_undone", values: [String(error)], wrong: true, undo: false });
    }
  };
  const takeItBack = () => {
    onClose();
    void model.undo();
  };

  return (
    <Dialog label={t("import_dialog")} class="files" onClose={onClose}>
      <h2>{t("import_dialog")}</h2>
      {state.at === "choosing" && <Chooser view={view} onFiles={choose} why={state.why} />}
      {state.at === "reading" && <p role="status">{t("import_reading")}</p>}
      {state.at === "refused" && (
        <>
          <Problems view={view} files={state.files} />
          <Chooser view={view} onFiles={choose} />
        </>
      )}
      {state.at === "planned" && <Planned view={view} read={state.read} onImport={(withDeleted) => void run(state.read, withDeleted)} onCancel={onClose} />}
      {state.at === "running" && (
        <>
          <p role="status">{t("import_running", state.all.toLocaleString(lang))}</p>
          <progress value={state.done} max={state.all} aria-label={t("import_running", state.all.toLocaleString(lang))} />
        </>
      )}
      {state.at === "failed" && (
        <p role="alert">
          {t("import_failed", state.done.toLocaleString(lang), state.all.toLocaleString(lang))} {state.why}
        </p>
      )}
      {state.at === "done" && <p role="status">{state.count === 1 ? t("import_done_one") : t("import_done", state.count.toLocaleString(lang))}</p>}
      {(state.at === "failed" || state.at === "done") && (
        <p class="buttons">
          <button type="button" class="button main" ref={(button) => button?.focus()} onClick={onClose}>
            {t("library_close")}
          </button>
          <button type="button" class="button" onClick={takeItBack} disabled={(state.at === "done" ? state.count : state.done) === 0}>
            {t("library_undo")}
          </button>
        </p>
      )}
    </Dialog>
  );
}

/** A place to drop files on, and a button that asks for them. */
function Chooser({ view: { t }, onFiles, why }: { view: View; onFiles(files: readonly File[]): void; why?: string | undefined }) {
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  return (
    <div
      class={`drop${over ? " over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      {why && <p role="alert">{t("import_unreadable", why)}</p>}
      <p>{t("import_drop")}</p>
      <label class="button main">
        {t("import_choose")}
        <input
          ref={field}
          type="file"
          multiple
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])]);
            // The same file can be chosen again, once it has been mended.
            event.currentTarget.value = "";
          }}
        />
      </label>
      <p class="hint">{t("import_formats", IMPORT_TITLES.map((each) => t(each as MessageKey)).join(" · "))}</p>
      <p class="hint">{t("import_nothing_yet")}</p>
    </div>
  );
}
