/** What can be done with all that is selected. */
import { useState } from "preact/hooks";
import { COLOURS } from "../../messages/highlight";
import { isByKeyboard } from "../parts/by-keyboard";
import { tagsOf } from "./editor";
import { colourName, type View } from "./words";

export function Bulk({ view, onExport }: { view: View; onExport(): void }) {
  const { t, lang, model } = view;
  const [typed, setTyped] = useState("");
  const ids = [...model.selection.ids];
  const all = model.chosen.rows.length;
  const tags = tagsOf(typed);
  const tag = async (name: "addTags" | "removeTags") => {
    if (tags.length > 0 && (await model.change(ids, { [name]: tags }))) setTyped("");
  };
  return (
    <section class="bulk" aria-label={t("library_bulk")}>
      <p role="status">{ids.length === 1 ? t("library_selected_one") : t("library_selected", ids.length.toLocaleString(lang))}</p>
      {ids.length < all && (
        <button type="button" onClick={() => model.selectAll()}>
          {t("library_select_all", all.toLocaleString(lang))}
        </button>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void tag("addTags");
        }}
      >
        <input type="text" dir="auto" list="library-tags" value={typed} aria-label={t("library_tags")} placeholder={t("library_tags_hint")} onInput={(event) => setTyped(event.currentTarget.value)} />
        <button type="submit" disabled={tags.length === 0}>
          {t("library_tag_add")}
        </button>
        <button type="button" disabled={tags.length === 0} onClick={() => void tag("removeTags")}>
          {t("library_tag_remove")}
        </button>
      </form>
      <div class="colours" role="group" aria-label={t("library_colour")}>
        {COLOURS.map((colour) => (
          <button key={colour} type="button" class={colour} title={colourName(view, colour)} onClick={() => void model.change(ids, { colour })}>
            <span class="swatch" aria-hidden="true" />
          </button>
        ))}
      </div>
      <button type="button" aria-haspopup="dialog" onClick={onExport}>
        {t("export_open_dialog")}
      </button>
      <button type="button" onClick={(event) => void model.remove(ids, isByKeyboard(event))}>
        {t("library_delete")}
      </button>
      <button type="button" onClick={() => model.selectNone()}>
        {t("library_select_none")}
      </button>
    </section>
  );
}
