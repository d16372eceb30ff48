/** What opens over the library: an entry's card, the filters in a narrow window, the keys. */
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Translate } from "../../i18n/translate";
import { OpenedEntry } from "../parts/opened-entry";
import { Filters } from "./filters";
import { SHOWN_KEYS } from "./keyboard";
import type { View } from "./words";

/** The dialog that is open. */
export type Opened = "" | "filters" | "keys" | "export" | "import";

/** From this width on, the filters stand beside the list; also in library.css. */
const WIDE = "(min-width: 900px)";

/** Whether the window is wide. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const heard = () => setWide(query.matches);
    query.addEventListener("change", heard);
    return () => query.removeEventListener("change", heard);
  }, []);
  return wide;
}

interface DialogProps {
  label: string;
  class: string;
  onClose(): void;
  children: ComponentChildren;
}

/** A dialog that is open as long as it is there. Escape and a press beside it close it; the focus goes back to where it was. */
export function Dialog({ label, class: name, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current!;
    dialog.showModal();
    // One that is only taken away leaves the keyboard nowhere.
    return () => dialog.close();
  }, []);
  return (
    <dialog
      ref={element}
      class={name}
      aria-label={label}
      onClose={() => element.current && onClose()}
      onClick={(event) => event.target === event.currentTarget && element.current?.close()}
    >
      <div class="inside">{children}</div>
    </dialog>
  );
}

export function FilterDrawer({ view, onClose }: { view: View; onClose(): void }) {
  const { t, model, lang } = view;
  return (
    <Dialog label={t("library_filters")} class="drawer" onClose={onClose}>
      <Filters view={view} />
      <button type="button" class="button main" onClick={onClose}>
        {t("library_filters_done", model.chosen.rows.length.toLocaleString(lang))}
      </button>
    </Dialog>
  );
}

export function KeysDialog({ t, onClose }: { t: Translate; onClose(): void }) {
  return (
    <Dialog label={t("library_keys")} class="keys" onClose={onClose}>
      <h2>{t("library_keys")}</h2>
      <dl>
        {SHOWN_KEYS.map(([keys, name]) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`library_key_${name}`)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={onClose}>
        {t("library_close")}
      </button>
    </Dialog>
  );
}

export function EntryDialog({ view }: { view: View }) {
  const { t, lang, model } = view;
  // The entries opened one after another; the last is shown.
  const [opened, setOpened] = useState([model.entry]);
  const entry = opened.at(-1)!;
  return (
    <Dialog label={model.shelf.entries.get(entry)?.name ?? t("extension_name")} class="entry-dialog" onClose={() => model.openEntry("")}>
      <OpenedEntry
        key={entry}
        entry={entry}
        t={t}
        lang={lang}
        actions={model.actions}
        back={t(opened.length > 1 ? "popup_back" : "library_close")}
        onBack={() => (opened.length > 1 ? setOpened(opened.slice(0, -1)) : model.openEntry(""))}
        onOpen={(next) => setOpened([...opened, next])}
      />
    </Dialog>
  );
}
