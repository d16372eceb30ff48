import { Component, type RefObject } from "preact";
import type { Translate } from "../../../i18n/translate";

/** How long after the last key the note is kept, in ms. */
const KEEP_AFTER_MS = 600;

interface Props {
  t: Translate;
  /** Is given the element. */
  field: RefObject<HTMLTextAreaElement>;
  /** As it is kept. */
  note: string;
  /** What was typed before, and not kept. */
  unsaved?: string | undefined;
  /** @returns whether it was kept */
  save(was: string, now: string): Promise<boolean>;
  /** Is told what could not be kept after the field has gone. */
  lost(note: string): void;
}

interface State {
  text: string;
  outcome: "kept" | "failed" | null;
}

/** The note, kept as it is typed. What is typed stays in sight for as long as it is not kept. */
export class NoteField extends Component<Props, State> {
  override state: State = { text: this.props.unsaved ?? this.props.note, outcome: this.props.unsaved === undefined ? null : "failed" };
  /** What is kept, as far as we know. */
  private kept = this.props.note;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** One at a time: each says what was there before it. */
  private saving: Promise<void> = Promise.resolve();
  private gone = false;

  override componentDidUpdate(before: Props) {
    // It was changed elsewhere, and nothing was typed here meanwhile.
    const { note } = this.props;
    if (note === before.note || this.state.text !== this.kept) return;
    this.kept = note;
    this.setState({ text: note });
  }

  override componentWillUnmount() {
    this.gone = true;
    this.flush();
  }

  private readonly typed = (text: string) => {
    this.setState({ text, outcome: null });
    clearTimeout(this.timer);
    this.timer = setTimeout(this.flush, KEEP_AFTER_MS);
  };

  private readonly flush = () => {
    clearTimeout(this.timer);
    this.saving = this.saving.then(() => this.keep());
  };

  private async keep(): Promise<void> {
    const now = this.state.text;
    if (now === this.kept) return;
    const done = await this.props.save(this.kept, now);
    if (done) this.kept = now;
    else if (this.gone) this.props.lost(now);
    if (!this.gone && this.state.text === now) this.setState({ outcome: done ? "kept" : "failed" });
  }

  override render({ t, field }: Props, { text, outcome }: State) {
    return (
      <label class="note-field">
        <span class="label">{t("bar_note")}</span>
        <textarea
          ref={field}
          rows={3}
          dir="auto"
          placeholder={t("bar_note_empty")}
          value={text}
          onInput={(event) => this.typed(event.currentTarget.value)}
          onBlur={this.flush}
        />
        <span class="outcome" role="status">
          {outcome && t(outcome === "kept" ? "bar_note_kept" : "bar_note_failed")}
        </span>
        {outcome === "failed" && (
          <button type="button" onClick={this.flush}>
            {t("card_retry")}
          </button>
        )}
      </label>
    );
  }
}
