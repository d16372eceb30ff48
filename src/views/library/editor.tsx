/** Note, tags and colour of a highlight, changed where it stands. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { COLOURS, type Colour, type HighlightChange } from "../../messages/highlight";
import type { Row } from "./shelf";
import { colourName, type View } from "./words";

/** Between tags, as people type them. */
const BETWEEN_TAGS = /[,;\n，、；]+/;

/** Tags from what was typed, without "#", each once. */
export function tagsOf(typed: string): string[] {
  const tags = typed.split(BETWEEN_TAGS).map((each) => each.trim().replace(/^#+\s*/, ""));
  return [...new Set(tags.filter((each) => each !== ""))];
}

export function Editor({ view, row }: { view: View; row: Row }) {
  const { t, model } = view;
  // What the editor shows at first: the row may be changed elsewhere while it is open.
  const [first] = useState(row);
  const [note, setNote] = useState(first.note);
  const [tags, setTags] = useState(first.tags.join(", "));
  const [colour, setColour] = useState(first.colour);
  const [saving, setSaving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  // Before it is drawn: who types on at once must not type commands.
  useLayoutEffect(() => field.current?.focus(), []);

  const close = () => {
    model.edit("");
    model.moveTo(model.line);
  };
  const save = async () => {
    const change = changeOf(first, { note, tags: tagsOf(tags), colour });
    setSaving(true);
    // Where it was not kept, what was typed stays here.
    if (Object.keys(change).length === 0 || (await model.change([row.id], change))) close();
    else setSaving(false);
  };
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
    else return;
    event.preventDefault();
  };
  return (
    <form
      class="editor"
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label>
        {t("library_note")}
        <textarea ref={field} rows={3} dir="auto" value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <label>
        {t("library_tags")}
        <input type="text" dir="auto" value={tags} list="library-tags" placeholder={t("library_tags_hint")} onInput={(event) => setTags(event.currentTarget.value)} />
      </label>
      <ColourChoice view={view} name={`colour-${row.id}`} chosen={colour} onChoose={setColour} />
      <p class="doings">
        <button type="submit" class="main" disabled={saving}>
          {t("library_save")}
        </button>
        <button type="button" onClick={close}>
          {t("library_cancel")}
        </button>
      </p>
    </form>
  );
}

interface ColourChoiceProps {
  view: View;
  name: string;
  chosen: Colour | undefined;
  onChoose(colour: Colour): void;
}

/** The colours, each with its name. */
export function ColourChoice({ view, name, chosen, onChoose }: ColourChoiceProps) {
  return (
    <fieldset class="colours">
      <legend>{view.t("library_colour")}</legend>
      {COLOURS.map((colour) => (
        <label key={colour} class={colour}>
          <input type="radio" name={name} checked={chosen === colour} onChange={() => onChoose(colour)} />
          <span class="swatch" aria-hidden="true" />
          {colourName(view, colour)}
        </label>
      ))}
    </fieldset>
  );
}

/** What was changed between what the editor showed at first and what it shows now. */
export function changeOf(before: Pick<Row, "note" | "tags" | "colour">, after: { note: string; tags: readonly string[]; colour: Colour }): HighlightChange {
  const addTags = after.tags.filter((tag) => !before.tags.includes(tag));
  const removeTags = before.tags.filter((tag) => !after.tags.includes(tag));
  return {
    ...(after.note !== before.note && { note: { was: before.note, now: after.note } }),
    ...(after.colour !== before.colour && { colour: after.colour }),
    ...(addTags.length > 0 && { addTags }),
    ...(removeTags.length > 0 && { removeTags }),
  };
}
