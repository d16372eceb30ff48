import { Component, type TargetedKeyboardEvent, type TargetedMouseEvent } from "preact";
import type { Translate } from "../../i18n/translate";
import type { Bearer, WRONGS } from "../../messages/about-corrections";

export interface Choice {
  wrong: (typeof WRONGS)[number];
  /** With "other": who or what is meant. */
  to?: Bearer;
  everywhere: boolean;
}

interface MenuProps {
  t: Translate;
  /** The name as it stands on the page. */
  text: string;
  /** Name of the entry whose card is wrong. */
  name: string;
  /** Other entries of the name, the best first. */
  others: readonly Bearer[];
  /** @param byKey a key was pressed, not a pointer. @returns rejected where it was not put right */
  onChoose(choice: Choice, byKey: boolean): Promise<void>;
  onBack(): void;
}

interface MenuState {
  everywhere: boolean;
  /** Being put right; or it was tried and did not work. */
  busy: boolean;
  failed: boolean;
}

/** What may be wrong with a card, each one press: another entry is meant, not this one, no name at all. */
export class Menu extends Component<MenuProps, MenuState> {
  override state: MenuState = { everywhere: false, busy: false, failed: false };

  private choose(event: TargetedMouseEvent<HTMLElement>, choice: Omit<Choice, "everywhere">): void {
    const { everywhere, busy } = this.state;
    if (busy) return;
    this.setState({ busy: true, failed: false });
    // A click without a pointer came from the keyboard.
    this.props.onChoose({ ...choice, everywhere }, event.detail === 0).catch(() => this.setState({ busy: false, failed: true }));
  }

  override render({ t, text, name, others, onBack }: MenuProps, { everywhere, busy, failed }: MenuState) {
    const where = (on: boolean, label: string) => (
      <label>
        <input type="radio" name="where" checked={everywhere === on} onChange={() => this.setState({ everywhere: on })} />
        {label}
      </label>
    );
    return (
      <section onKeyDown={step} aria-busy={busy}>
        <button class="back" aria-label={t("card_back", name)} onClick={onBack}>
          ‹ <bdi>{name}</bdi>
        </button>
        <h2 tabIndex={-1} dir="auto">
          {t("correct_title", text)}
        </h2>
        <fieldset class="where">
          <legend>{t("correct_where")}</legend>
          {where(false, t("correct_where_here"))}
          {where(true, t("correct_where_everywhere"))}
        </fieldset>
        {/* First, for the list below may be long. */}
        <ul class="choices">
          <li>
            <button class="plain" onClick={(event) => this.choose(event, { wrong: "not" })}>
              <span dir="auto">{t("correct_not", name)}</span>
              <small>{t("correct_not_hint")}</small>
            </button>
          </li>
          <li>
            <button class="plain" onClick={(event) => this.choose(event, { wrong: "never" })}>
              <span dir="auto">{t("correct_never", text)}</span>
              <small>{t("correct_never_hint")}</small>
            </button>
          </li>
        </ul>
        <h3 id="others">{t(others.length > 0 ? "correct_other" : "correct_only")}</h3>
        {others.length > 0 && (
          <ul class="choices" aria-labelledby="others">
            {others.map((each) => (
              <li key={each.ref}>
                <button data-kind={each.kind} onClick={(event) => this.choose(event, { wrong: "other", to: each })}>
                  <i class="dot" />
                  <bdi>{each.name}</bdi>
                  {each.who && <small dir="auto">{each.who}</small>}
                </button>
              </li>
            ))}
          </ul>
        )}
        <p class="trouble" role="alert">
          {failed && t("correct_failed")}
        </p>
      </section>
    );
  }
}

/** The arrows go from choice to choice. */
function step(event: TargetedKeyboardEvent<HTMLElement>): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (!by || (event.target as Element).matches("input")) return;
  const choices = [...event.currentTarget.querySelectorAll<HTMLElement>(".choices button")];
  const at = choices.indexOf(event.target as HTMLElement);
  event.preventDefault();
  choices[Math.max(0, Math.min(at + by, choices.length - 1))]!.focus();
}
