import { Component } from "preact";
import type { MessageKey } from "../../i18n/translate";
import type { Reader } from "./view";

/** How long the button says what became of the copying, in ms: long enough to read, gone before the next press. */
const SAY_MS = 2000;

interface Props extends Pick<Reader, "t" | "onCopy"> {
  text: string;
  label: MessageKey;
}

/** A button that copies a text and says whether that worked, in its own label and aloud. */
export class CopyButton extends Component<Props, { outcome: MessageKey | null }> {
  override state = { outcome: null };
  private timer: ReturnType<typeof setTimeout> | undefined;

  override componentWillUnmount() {
    clearTimeout(this.timer);
  }

  private readonly copy = async () => {
    const done = await this.props.onCopy(this.props.text);
    this.setState({ outcome: done ? "card_copied" : "card_copy_failed" });
    this.componentWillUnmount();
    this.timer = setTimeout(() => this.setState({ outcome: null }), SAY_MS);
  };

  override render({ t, label }: Props, { outcome }: { outcome: MessageKey | null }) {
    return (
      <>
        <button onClick={this.copy}>{t(outcome ?? label)}</button>
        <span class="aloud" role="status">
          {outcome && t(outcome)}
        </span>
      </>
    );
  }
}
