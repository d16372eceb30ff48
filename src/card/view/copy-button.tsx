import { Component } from "preact";
import type { MessageKey } from "../../i18n/translate";
import type { Reader } from "./view";

/** How long the button says what became of the copying, in ms: long enough to read, gone before the next press. */
const SAY_MS = 2000;

interface Props extends Pick<Reader, "t"> {
  label: MessageKey;
  /** Whether it is held down, of a button that is. */
  pressed?: boolean | undefined;
  /** @returns what is to be said of it; empty where that is seen */
  act(): Promise<string>;
}

interface CopyProps extends Pick<Reader, "t" | "onCopy"> {
  text: string;
  label: MessageKey;
}

/** A button that copies a text. */
export function CopyButton({ t, label, text, onCopy }: CopyProps) {
  return <ActButton t={t} label={label} act={() => onCopy(text).then((done) => t(done ? "card_copied" : "card_copy_failed"))} />;
}

interface SaveProps extends Pick<Reader, "t" | "onSave"> {
  entry: string;
  /** Id of the quote; empty for the entry itself. */
  quote: string;
}

/** A button that keeps what a pack says as a highlight. */
export function SaveButton({ t, onSave, entry, quote }: SaveProps) {
  return onSave ? <ActButton t={t} label="card_save" act={() => onSave(entry, quote)} /> : null;
}

/** A button that does something and says what became of it, in its own label and aloud. */
export class ActButton extends Component<Props, { outcome: string }> {
  override state = { outcome: "" };
  private timer: ReturnType<typeof setTimeout> | undefined;

  override componentWillUnmount() {
    clearTimeout(this.timer);
  }

  private readonly act = async () => {
    this.setState({ outcome: await this.props.act() });
    this.componentWillUnmount();
    this.timer = setTimeout(() => this.setState({ outcome: "" }), SAY_MS);
  };

  override render({ t, label, pressed }: Props, { outcome }: { outcome: string }) {
    return (
      <>
        <button aria-pressed={pressed} onClick={this.act}>{outcome || t(label)}</button>
        <span class="aloud" role="status">
          {outcome}
        </span>
      </>
    );
  }
}
