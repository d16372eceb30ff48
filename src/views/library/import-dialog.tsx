/** Importing: files are chosen, what they would do is shown, and only then is it done. */
import { useEffect, useRef, useState } from "preact/hooks";
import { IMPORT_TITLES } from "../../highlights/formats/index";
import type { MessageKey } from "../../i18n/translate";
import { giveBack, type Portable, takeOver } from "../../settings/portable";
import { Dialog } from "./dialogs";
import { type Read, readFiles, type Refused } from "./files";
import { Planned, Problems, type Wish } from "./import-plan";
import { carryOut, type Imported, takeBack } from "./importing";
import type { Said } from "./model";
import type { View } from "./words";

type State =
  | { at: "choosing"; why?: string }
  | { at: "reading" }
  | { at: "refused"; files: readonly Refused[] }
  | { at: "planned"; read: Read }
  | { at: "running"; done: number; all: number }
  | { at: "done"; said: Said };

/** What the reader had chosen before the settings of a file were taken over, and then. */
interface Taken {
  before: Portable;
  after: Portable;
}

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
  const closed = useRef(false);
  useEffect(() => () => void (closed.current = true), []);
  const run = async (read: Read, wish: Wish) => {
    let all = 0;
    const imported = await carryOut(read, wish.deleted, actions, (done, of) => {
      all = of;
      setState({ at: "running", done, all });
    });
    const taken = wish.settings && !imported.failed ? await takeSettings(read, imported) : null;
    if (imported.rows.length > 0 || taken) model.did(() => undo(read.plan, imported, taken));
    const said = outcomeOf(lang, imported, all, taken !== null);
    // An import goes on without its dialog, and what has become of it is said in any case.
    if (closed.current) model.say(said);
    else setState({ at: "done", said });
  };
  /** @returns null where nothing could be taken over */
  const takeSettings = async ({ settings }: Read, imported: Imported): Promise<Taken | null> => {
    if (settings?.state !== "read") return null;
    try {
      return await actions.changeSettings((now) => takeOver(now, settings.chosen));
    } catch (error) {
      imported.failed = { refused: "storage", why: String(error) };
      return null;
    }
  };
  const undo = async (plan: Read["plan"], imported: Imported, taken: Taken | null) => {
    try {
      await takeBack(plan, imported, actions);
      if (taken) await actions.changeSettings((now) => giveBack(now, taken.before, taken.after));
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
      {state.at === "planned" && <Planned view={view} read={state.read} onImport={(wish) => void run(state.read, wish)} onCancel={onClose} />}
      {state.at === "running" && (
        <>
          <p role="status">{t("import_running", state.all.toLocaleString(lang))}</p>
          <progress value={state.done} max={state.all} aria-label={t("import_running", state.all.toLocaleString(lang))} />
        </>
      )}
      {state.at === "done" && <p role={state.said.wrong ? "alert" : "status"}>{t(state.said.key, ...state.said.values)}</p>}
      {state.at === "done" && (
        <p class="buttons">
          <button type="button" class="button main" ref={(button) => button?.focus()} onClick={onClose}>
            {t("library_close")}
          </button>
          <button type="button" class="button" onClick={takeItBack} disabled={!state.said.undo}>
            {t("library_undo")}
          </button>
        </p>
      )}
    </Dialog>
  );
}

/** What has become of an import, in words. @param all rows that there were to put in */
function outcomeOf(lang: string, { rows: { length: count }, failed }: Imported, all: number, settings: boolean): Said {
  const number = (each: number) => each.toLocaleString(lang);
  const undo = count > 0 || settings;
  if (failed) return { key: "import_failed", values: [number(count), number(all), failed.why ?? ""], wrong: true, undo };
  const key = settings ? (count === 0 ? "import_done_settings" : "import_done_with_settings") : count === 1 ? "import_done_one" : "import_done";
  return { key, values: [number(count)], wrong: false, undo };
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
