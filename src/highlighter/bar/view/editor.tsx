import { Component, createRef } from "preact";
import { changesBetween } from "../../../anchoring/changes";
import type { Translate } from "../../../i18n/translate";
import { CopyButton } from "../../../card/view/copy-button";
import type { Passage } from "../../passages";
import type { Scene } from "../scene";
import { NoteField } from "./note-field";
import type { BarProps } from "./props";
import { Swatches } from "./swatches";
import { TagsField } from "./tags-field";

interface EditorProps extends BarProps {
  scene: Extract<Scene, { kind: "editor" }>;
  passage: Passage;
}

/** A highlight as its reader changes it: colour, note, tags; and what became of its words. */
export class Editor extends Component<EditorProps> {
  private readonly note = createRef<HTMLTextAreaElement>();
  private readonly tag = createRef<HTMLInputElement>();

  override componentDidMount() {
    this.goTo();
  }

  override componentDidUpdate(before: EditorProps) {
    if (before.scene !== this.props.scene) this.goTo();
  }

  private goTo() {
    const { field } = this.props.scene;
    if (field) (field === "note" ? this.note : this.tag).current?.focus({ preventScroll: true });
  }

  override render({ t, names, tags, passage, scene, trouble, does }: EditorProps) {
    const { highlight } = passage;
    const { id } = highlight;
    return (
      <div class="text">
        <div class="row tools">
          <Swatches t={t} names={names} chosen={highlight.colour} onPick={does.pick} />
          <button class="end" onClick={does.close}>
            {t("card_close")}
          </button>
        </div>
        {trouble && <p role="alert">{t("bar_trouble")}</p>}
        <WhatBecame t={t} passage={passage} />
        <NoteField
          t={t}
          field={this.note}
          note={highlight.note}
          unsaved={scene.unsaved}
          save={(was, now) => does.edit(id, { note: { was, now } })}
          lost={(note) => does.lost(id, note)}
        />
        <TagsField
          t={t}
          field={this.tag}
          tags={highlight.tags}
          known={tags}
          onAdd={(tag) => does.edit(id, { addTags: [tag] })}
          onRemove={(tag) => does.edit(id, { removeTags: [tag] })}
        />
        <div class="row foot">
          <CopyButton t={t} text="" label="bar_cite_long" onCopy={does.cite} />
          <button onClick={() => does.openInLibrary(id)}>{t("bar_library")}</button>
          <button class="end" onClick={does.remove}>
            {t("bar_remove")}
          </button>
        </div>
      </div>
    );
  }
}

/** What was done to the passage since it was saved; nothing where it stands as it stood. */
export function WhatBecame({ t, passage }: { t: Translate; passage: Passage }) {
  const { state, text, highlight } = passage;
  if (state === "moved") return <p class="moved">{t("bar_moved")}</p>;
  if (state !== "changed" || text === undefined) return null;
  return (
    <section class="changed">
      <p>{t("bar_changed")}</p>
      <p class="diff" dir="auto">
        {changesBetween(highlight.text, text).map(({ kind, text }) => {
          if (kind === "same") return text;
          return kind === "removed" ? <del>{text}</del> : <ins>{text}</ins>;
        })}
      </p>
    </section>
  );
}
