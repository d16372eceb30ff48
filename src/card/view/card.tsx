import { Component, type ComponentChildren, createRef, type TargetedFocusEvent } from "preact";
import type { CardContent, CardEntry } from "../../messages/contract";
import type { Kind } from "../../packs/model";
import { ActButton, CopyButton, SaveButton } from "./copy-button";
import { type EntryViewProps, Head } from "./entry-view";
import { entriesIn, Tabs } from "./tabs";
import type { Answer, Reader } from "./view";

export interface CardProps extends Reader, Pick<EntryViewProps, "count"> {
  /** The entry's name and kind as far as the page knows them, for as long as nothing more is known. */
  name: string;
  kind?: Kind;
  /** What the background said; missing while it has not answered. */
  answer?: Answer;
  pinned: boolean;
  /** Of the text. */
  size?: "small" | "medium" | "large";
  /** Name of the entry from which this one was opened. */
  back?: string;
  onBack: () => void;
  onPin: (on: boolean) => void;
  onClose: () => void;
  /** Ask again for what could not be read. */
  onRetry?: () => void;
  /** The reader knows the entry, or does not; resolves to whether that is kept. */
  onKnow?: (ref: string, known: boolean) => Promise<boolean>;
  /** Shows an entry in the side panel. */
  onPanel?: (ref: string) => void;
  /** The card is wrong. Resolves to what asks why. Missing where the name does not stand on the page. */
  onWrong?: (() => Promise<Inquiry>) | undefined;
}

/** Draws itself into an element, in the place of the entry. `back` brings the entry again. */
export type Inquiry = (into: HTMLElement, back: () => void) => void;

interface CardState {
  /** The tab that was chosen, and of which entry. */
  tab: number;
  of: string;
  /** What the reader has said to know, or not to know any more, while the card was open. */
  known: Record<string, boolean>;
  /** What asks what is wrong, and with which answer. */
  inquiry?: Inquiry;
  about?: Answer | undefined;
}

/** The inside of the popover: the entry or what became of it, and the foot. */
export class Card extends Component<CardProps, CardState> {
  override state: CardState = { tab: 0, of: "", known: {} };
  private readonly body = createRef<HTMLDivElement>();
  private turning = false;

  /**
   * Turning from entry to entry takes away the very element that was pressed, and the focus with it. Whoever turned
   * finds the focus on the new name, and its beginning in sight.
   */
  override componentDidUpdate(before: CardProps) {
    const { answer } = this.props;
    const body = this.body.current;
    if (!this.turning || !body || shownIn(before) === shownIn(this.props)) return;
    body.scrollTop = 0;
    body.querySelector("h2")?.focus({ preventScroll: true });
    // An answer that is still to come brings another heading, which takes the focus over.
    this.turning = answer === undefined;
  }

  private readonly openRef = (ref: string) => {
    this.turning = true;
    this.props.onOpenRef(ref);
  };

  private readonly goBack = () => {
    this.turning = true;
    this.props.onBack();
  };

  private knowButton({ ref, known = false }: CardContent) {
    const { t, onKnow } = this.props;
    const pressed = this.state.known[ref] ?? known;
    const act = () =>
      onKnow!(ref, !pressed).then((kept) => {
        if (kept) this.setState(({ known: before }) => ({ known: { ...before, [ref]: !pressed } }));
        return kept ? "" : t("card_not_done");
      });
    return <ActButton t={t} label="card_know" pressed={pressed} act={act} />;
  }

  /** What asks stays until the reader goes back, or the card is of something else. */
  private readonly inquire = () =>
    this.props.onWrong!().then(
      (inquiry) => {
        this.props.onPin(true);
        this.setState({ inquiry, about: this.props.answer });
        return "";
      },
      () => this.props.t("card_not_done"),
    );

  private readonly drawInquiry = (into: HTMLElement | null) => {
    if (into) this.state.inquiry!(into, () => this.setState({ about: undefined }));
  };

  override render(props: CardProps, state: CardState) {
    const { t, answer, back } = props;
    const content = answer?.status === "ready" ? answer.content : null;
    const tab = content?.ref === state.of ? state.tab : 0;
    const hold = () => props.pinned || props.onPin(true);
    return (
      <>
        {answer && answer === state.about && <div class="body inquiry" ref={this.drawInquiry} />}
        {/* Reading on inside is wanting to keep it: a press or the keyboard's focus in the text pins the card. */}
        <div class="body" ref={this.body} onClick={hold} onFocusIn={(event) => focusedByKey(event) && hold()}>
          {back !== undefined && (
            <button class="back" aria-label={t("card_back", back)} onClick={this.goBack}>
              ‹ <bdi>{back}</bdi>
            </button>
          )}
          {content ? (
            <Tabs
              key={content.ref}
              {...props}
              content={content}
              onOpenRef={this.openRef}
              tab={tab}
              onTab={(next) => this.setState({ tab: next, of: content.ref })}
            />
          ) : (
            <Unread {...props} />
          )}
        </div>
        <Foot {...props} entry={content && entriesIn(content)[tab]!}>
          {content && props.onPanel && <button onClick={() => props.onPanel!(content.ref)}>{t("card_panel")}</button>}
          {content && props.onKnow && this.knowButton(content)}
          {content && props.onWrong && <ActButton t={t} label="card_wrong" act={this.inquire} />}
        </Foot>
      </>
    );
  }
}

/** The entry that is drawn, or what is said in its place: when it changes, the heading is another element. */
function shownIn({ answer }: CardProps): string {
  return answer?.status === "ready" ? answer.content.ref : (answer?.status ?? "");
}

/** The card while there is no entry to show: still loading, not there, not readable. */
function Unread({ t, name, kind, count, answer, onRetry }: CardProps) {
  return (
    <article class="entry-view">
      <Head t={t} kind={kind} name={name} count={count} />
      {answer ? (
        <p class="state" role="alert">
          {t(answer.status === "failed" ? "card_failed" : "card_unknown")}
        </p>
      ) : (
        <p class="state late" role="status">
          {t("card_loading")}
        </p>
      )}
      {answer?.status === "failed" && onRetry && (
        <button class="retry" onClick={onRetry}>
          {t("card_retry")}
        </button>
      )}
    </article>
  );
}

function Foot(props: CardProps & { entry: CardEntry | null; children: ComponentChildren }) {
  const { t, entry, pinned, onPin, onClose } = props;
  return (
    <div class="row foot">
      <button aria-pressed={pinned} aria-keyshortcuts={t("card_pin_key")} onClick={() => onPin(!pinned)}>
        {t("card_pin")}
        <kbd aria-hidden="true">{t("card_pin_key")}</kbd>
      </button>
      {entry && <CopyButton {...props} text={entry.copy} label="card_cite" />}
      {entry && <SaveButton {...props} entry={entry.ref} quote="" />}
      {props.children}
      <button class="end" aria-label={t("card_close")} onClick={onClose}>
        ×
      </button>
    </div>
  );
}

/** A press focuses too; only the keyboard's focus shows a ring. */
function focusedByKey(event: TargetedFocusEvent<HTMLElement>): boolean {
  return event.target instanceof Element && event.target.matches(":focus-visible");
}
