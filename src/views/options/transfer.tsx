/** Settings as a file, alone or with the highlights. */
import { useState } from "preact/hooks";
import { decodeText } from "../../highlights/formats/decode";
import { ImportError } from "../../highlights/formats/index";
import { parseJson } from "../../highlights/formats/json";
import { giveBack, type Portable, portableText, readPortable, takeOver } from "../../settings/portable";
import { StorageRefusal } from "../../settings/storage";
import { type OptionsPage, Section, Setting, useUndoable } from "./setting";

export interface TransferActions {
  /** All that the reader has chosen and put right. */
  portable(): Promise<Portable>;
  /** Changes what there is of it by then. @returns what there was, and what there is now */
  changePortable(change: (before: Portable) => Portable): Promise<{ before: Portable; after: Portable }>;
  /** Has the browser put a text into a file of the reader's download folder. @returns the file's name */
  download(text: string): string;
}

export function Transfer({ page, actions }: { page: OptionsPage; actions: TransferActions }) {
  const { t } = page;
  const done = useUndoable(page);
  const [wrong, setWrong] = useState("");
  const save = async () => {
    setWrong("");
    done.say(t("options_file_saved", actions.download(portableText(await actions.portable()))));
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    setWrong("");
    try {
      const found = readPortable(settingsIn(parseJson(decodeText(new Uint8Array(await file.arrayBuffer())))));
      if (found.state !== "read") return setWrong(t(found.state === "newer" ? "import_fault_newer" : "options_file_foreign", file.name));
      const { before, after } = await actions.changePortable((now) => takeOver(now, found.chosen));
      const lost = found.lost.length > 0 ? ` ${t("import_settings_lost", found.lost.join(", "))}` : "";
      done.say(t("options_file_taken", file.name) + lost, () => actions.changePortable((now) => giveBack(now, before, after)));
    } catch (error) {
      // Said where all such are said.
      if (error instanceof StorageRefusal) throw error;
      setWrong(error instanceof ImportError ? error.problems.map(({ what, values }) => t(what, ...values)).join(" ") : t("import_unreadable", String(error)));
    }
  };
  return (
    <Section page={page} id="transfer">
      <Setting page={page} id="settingsFile" as="group">
        <p class="buttons">
          <button type="button" class="button" onClick={() => void save()}>
            {t("options_file_save")}
          </button>
          <label class="button">
            {t("options_file_open")}
            <input
              type="file"
              accept=".json,application/json"
              onChange={(event) => {
                void read(event.currentTarget.files?.[0]);
                // The same file can be chosen again, once it has been mended.
                event.currentTarget.value = "";
              }}
            />
          </label>
        </p>
        {done.view}
        {wrong && <p role="alert">{wrong}</p>}
      </Setting>
      <Setting page={page} id="library" as="group">
        <p class="links">
          <a href="/library.html#open=export" target="_blank">
            {t("export_dialog")}
          </a>
          <a href="/library.html#open=import" target="_blank">
            {t("import_dialog")}
          </a>
        </p>
      </Setting>
    </Section>
  );
}

/** A copy of the library has them as a part. */
function settingsIn(file: unknown): unknown {
  const { settings, highlights } = (typeof file === "object" && file !== null ? file : {}) as Record<string, unknown>;
  return Array.isArray(highlights) ? settings : file;
}
