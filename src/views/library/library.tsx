/** The library: all that the reader has saved, to be searched, filtered, read, changed and deleted. */
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Reminder } from "../../settings/reminder";
import { ReminderNote } from "../parts/reminder";
import { Bin } from "./bin";
import { Bulk } from "./bulk";
import { EntryDialog, FilterDrawer, KeysDialog, type Opened, useWide } from "./dialogs";
import { ExportDialog } from "./export-dialog";
import { GROUPINGS, hashOf, isFiltered, NO_FILTER } from "./filter";
import { Chips, Filters } from "./filters";
import type { Item } from "./group";
import { ImportDialog } from "./import-dialog";
import { commandOf } from "./keyboard";
import { VirtualList } from "./list";
import { LONG, Passage } from "./passage";
import { Reading, ReadingBar } from "./reading";
import { pageKey } from "./shelf";
import { useResumed } from "./resumed";
import { run } from "./run-command";
import { publishedIn, type View } from "./words";
import { readableSite } from "../parts/readable-site";

/** What a line of a passage holds, in code units a px of its width, and how tall it is, in px: near enough to begin with. */
const UNITS_A_PX = 0.125;
const LINE_PX = 27;
/** All around the words: padding, source, names, buttons. */
const AROUND_PX = 132;
const HEAD_PX = 84;

export interface LibraryProps {
  view: View;
  /** Tells which of the dialogs is open, and opens one. */
  opened: Opened;
  open(opened: Opened): void;
  /** What is to be said of copies, or null. */
  reminder: Reminder | null;
  dismissReminder(): void;
}

export function Library({ view, opened, open, reminder, dismissReminder }: LibraryProps) {
  const { t, model } = view;
  const wide = useWide();
  const search = useRef<HTMLInputElement>(null);
  const instead = useResumed(model.resumes);
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (document.querySelector("dialog[open]") || event.defaultPrevented) return;
      const command = commandOf({ key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey });
      if (command && run(command, { model, target: event.target as HTMLElement, search: search.current, keys: () => open("keys") })) event.preventDefault();
    };
    document.addEventListener("keydown", heard);
    return () => document.removeEventListener("keydown", heard);
  }, [model]);

  const { place, phase } = model;
  const asked = isFiltered(place.filter);
  return (
    <div class="library">
      {place.article ? <ReadingBar view={view} /> : <header class="top">
        <h1>{t(place.bin ? "library_bin" : "library_title")}</h1>
        {!place.bin && (
          <input
            ref={search}
            type="search"
            class="search"
            placeholder={t(wide ? "library_search" : "library_key_search")}
            aria-label={t("library_search")}
            value={place.filter.query}
            onInput={(event) => model.setFilter({ ...place.filter, id: "", query: event.currentTarget.value })}
          />
        )}
        {!place.bin && !wide && model.shelf.rows.length > 0 && (
          <button type="button" class="narrow" aria-haspopup="dialog" onClick={() => open("filters")}>
            {t("library_filters")}
          </button>
        )}
        <nav>
          <button type="button" onClick={() => model.go({ ...place, filter: NO_FILTER, bin: !place.bin })}>
            {t(place.bin ? "library_back" : "library_bin")}
          </button>
          <button type="button" class="help" aria-haspopup="dialog" title={t("library_keys")} onClick={() => open("keys")}>
            <span aria-hidden="true">?</span>
          </button>
        </nav>
      </header>}
      <div class="columns">
        <main>
          {phase.state === "failed" && <Failed view={view} why={phase.why} />}
          {reminder && !place.bin && !place.article && <ReminderNote t={t} lang={view.lang} reminder={reminder} onExport={() => open("export")} onDismiss={dismissReminder} />}
          {place.article ? (
            <Reading view={view} />
          ) : place.bin ? (
            <Bin view={view} />
          ) : (
            <>
              {(asked || model.shelf.rows.length > 0) && <Outcome view={view} open={open} />}
              <Chips view={view} />
              {model.items.length === 0 ? phase.state !== "failed" && <Nothing view={view} asked={asked} open={open} heading={instead} /> : <List view={view} />}
            </>
          )}
        </main>
        {wide && !place.bin && !place.article && model.shelf.rows.length > 0 && (
          <aside aria-label={t("library_filters")}>
            <Filters view={view} />
          </aside>
        )}
      </div>
      {model.selection.ids.size > 0 && !place.bin && !place.article && <Bulk view={view} onExport={() => open("export")} />}
      <Toast view={view} />
      {opened === "filters" && !wide && <FilterDrawer view={view} onClose={() => open("")} />}
      {opened === "export" && <ExportDialog view={view} onClose={() => open("")} />}
      {opened === "import" && <ImportDialog view={view} onClose={() => open("")} />}
      {opened === "keys" && <KeysDialog t={t} onClose={() => open("")} />}
      {model.entry && <EntryDialog view={view} />}
      <datalist id="library-tags">
        {[...model.chosen.counts.tag.keys()].slice(0, 100).map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </div>
  );
}

/** How many there are, and how they are put together. */
function Outcome({ view, open }: { view: View; open: LibraryProps["open"] }) {
  const { t, lang, model } = view;
  const { place, phase, shelf, chosen } = model;
  const number = (count: number) => count.toLocaleString(lang);
  const all = shelf.rows.length;
  const shown = chosen.rows.length;
  return (
    <div class="bar outcome">
      <p role="status">
        {isFiltered(place.filter) ? t("library_count_of", number(shown), number(all)) : all === 1 ? t("library_count_one") : t("library_count", number(all))}
        {phase.state === "reading" && ` ${t("library_reading")}`}
      </p>
      <span class="to-files">
        <button type="button" aria-haspopup="dialog" onClick={() => open("import")}>
          {t("import_open_dialog")}
        </button>
        {all > 0 && (
          <button type="button" aria-haspopup="dialog" onClick={() => open("export")}>
            {t("export_open_dialog")}
          </button>
        )}
      </span>
      <label>
        {t("library_group")}{" "}
        <select value={place.grouping} onChange={(event) => model.setGrouping(GROUPINGS.find((each) => each === event.currentTarget.value) ?? "none")}>
          {GROUPINGS.map((grouping) => (
            <option key={grouping} value={grouping}>
              {t(`library_group_${grouping}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function List({ view }: { view: View }) {
  const { t, model } = view;
  return (
    <VirtualList<Item>
      items={model.items}
      keyOf={(item) => item.key}
      heightOf={(item) => ("row" in item ? item.row : item.head.page ?? item.head.entry ?? item.head)}
      estimate={estimate}
      line={model.line}
      moves={model.moves}
      resumes={model.resumes}
      label={t("library_title")}
      selectable
      draw={(item, line) =>
        "row" in item ? <Passage key={item.key} view={view} row={item.row} line={line} /> : <Head key={item.key} view={view} item={item} line={line} />
      }
    />
  );
}

function estimate(item: Item, width: number): number {
  if (!("row" in item)) return HEAD_PX;
  const lines = (text: string) => Math.ceil(Math.min(text.length, LONG) / Math.max(1, (width - 60) * UNITS_A_PX));
  const { text, note, tags, mentions } = item.row;
  return AROUND_PX - (tags.length + mentions.length > 0 ? 0 : 30) + (lines(text) + lines(note)) * LINE_PX;
}

function Head({ view, item: { head }, line }: { view: View; item: Extract<Item, { head: unknown }>; line: number }) {
  const { t, lang, model } = view;
  const { page, entry, count } = head;
  const current = model.line === line;
  const about = page ? [page.author, readableSite(page.site), page.published && publishedIn(lang, page.published)].filter(Boolean).join(" · ") : entry ? t(`kind_${entry.kind}`) : "";
  return (
    <div class={`head${current ? " current" : ""}`} role="row" aria-rowindex={line + 1} tabIndex={current ? 0 : -1} data-line={line} onFocus={() => !current && model.settle(line)}>
      <div role="gridcell">
        <h2 dir="auto">{page ? <a href={`#${hashOf({ ...model.place, article: pageKey(page) })}`} tabIndex={current ? 0 : -1} title={t("reading_open")}>{page.title || page.url}</a> : (entry?.name ?? t("library_group_nobody"))}</h2>
        <p class="hint">
          {about && `${about} · `}
          {count === 1 ? t("library_count_one") : t("library_count", count.toLocaleString(lang))}
        </p>
      </div>
    </div>
  );
}

interface NothingProps {
  view: View;
  asked: boolean;
  open: LibraryProps["open"];
  heading: RefObject<HTMLHeadingElement>;
}

function Nothing({ view, asked, open, heading }: NothingProps) {
  const { t, model } = view;
  if (model.phase.state === "reading") {
    return (
      <p class="empty" role="status">
        {t("library_opening")}
      </p>
    );
  }
  return (
    <section class="empty" role="status">
      <h2 ref={heading} tabIndex={-1}>
        {t(asked ? "library_none_fits" : "library_empty")}
      </h2>
      <p>{t(asked ? "library_none_fits_hint" : "library_empty_hint")}</p>
      {asked ? (
        <button type="button" class="button" onClick={() => model.setFilter(NO_FILTER)}>
          {t("library_clear")}
        </button>
      ) : (
        <button type="button" class="button" aria-haspopup="dialog" onClick={() => open("import")}>
          {t("import_dialog")}
        </button>
      )}
    </section>
  );
}

function Failed({ view: { t, model }, why }: { view: View; why: string }) {
  return (
    <section class="empty" role="alert">
      <h2>{t("library_failed")}</h2>
      <p>{t("library_failed_hint")}</p>
      <p class="hint">{why}</p>
      <button type="button" class="button" onClick={() => void model.read()}>
        {t("library_again")}
      </button>
    </section>
  );
}

/** The last sentence that there was to say. */
function Toast({ view: { t, model } }: { view: View }) {
  const { said } = model;
  return (
    <div class="toast" role={said?.wrong ? "alert" : "status"}>
      {said && (
        <p>
          <span>{t(said.key, ...said.values)}</span>
          {said.undo && (
            <button type="button" onClick={() => void model.undo()}>
              {t("library_undo")}
            </button>
          )}
          <button type="button" class="close" aria-label={t("library_dismiss")} onClick={() => model.say(null)}>
            ×
          </button>
        </p>
      )}
    </div>
  );
}
