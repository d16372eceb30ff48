import { Component, type RefObject } from "preact";
import type { Translate } from "../../../i18n/translate";

interface Props {
  t: Translate;
  /** Is given the element. */
  field: RefObject<HTMLInputElement>;
  tags: readonly string[];
  known: readonly string[];
  /** @returns whether it was kept */
  onAdd(tag: string): Promise<boolean>;
  onRemove(tag: string): Promise<boolean>;
}

/** Tags, each of which a press takes away, and a field for another one. */
export class TagsField extends Component<Props, { text: string; failed: boolean }> {
  override state = { text: "", failed: false };

  /** Enter or a comma ends a tag; so does leaving the field. */
  private readonly add = async (typed: string) => {
    const tags = typed.split(",").map((each) => each.trim().replace(/^#+/, "")).filter((each) => each !== "");
    this.setState({ text: "", failed: false });
    for (const tag of tags) {
      if (!(await this.props.onAdd(tag))) this.setState({ text: tag, failed: true });
    }
  };

  private readonly typed = (text: string) => {
    if (text.includes(",")) void this.add(text);
    else this.setState({ text });
  };

  private readonly remove = async (tag: string) => {
    if (!(await this.props.onRemove(tag))) this.setState({ failed: true });
    this.props.field.current?.focus({ preventScroll: true });
  };

  override render({ t, field, tags, known }: Props, { text, failed }: { text: string; failed: boolean }) {
    return (
      <form
        class="row tags-field"
        onSubmit={(event) => {
          event.preventDefault();
          void this.add(text);
        }}
      >
        {tags.map((tag) => (
          <button type="button" class="tag" aria-label={t("bar_tag_remove", tag)} onClick={() => void this.remove(tag)}>
            <bdi>{tag}</bdi> <span aria-hidden="true">×</span>
          </button>
        ))}
        <input
          ref={field}
          list="known"
          aria-label={t("bar_tag_add")}
          placeholder={t("bar_tag_add")}
          dir="auto"
          value={text}
          onInput={(event) => this.typed(event.currentTarget.value)}
          onBlur={() => void this.add(text)}
        />
        <datalist id="known">
          {known
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option value={tag} />
            ))}
        </datalist>
        <span class="outcome" role="status">
          {failed && t("bar_note_failed")}
        </span>
      </form>
    );
  }
}
