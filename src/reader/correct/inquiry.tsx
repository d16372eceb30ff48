/**
 * Asks, in the place of a card's entry, what is wrong with the card, has it put right, and says what was done. A script of
 * its own (entrypoints/corrector.ts), loaded when a card is wrong for the first time.
 */
import { render } from "preact";
import type { Inquiry } from "../../card/index";
import type { Translate } from "../../i18n/translate";
import type { Ask } from "../../messages/ask";
import { bearers, correct, uncorrect } from "../../messages/about-corrections";
import type { Mention } from "../../page/mention";
import { sayDone } from "./done";
import { type Choice, Menu } from "./menu";

export interface InquiryOptions {
  /** The name whose card is wrong. */
  mention: Mention;
  /** Entries on the page. */
  story: string[];
  /** Style sheet of what says that it is done (style.ts). */
  css: string;
  /** Closes the card. */
  close(): void;
  ask: Ask;
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  /** Has the page read again where it does not hear by itself that something was put right. */
  reread(): void;
}

/** @throws Error where nobody answers */
export async function createInquiry(options: InquiryOptions): Promise<Inquiry> {
  const { mention, story, css, close, ask, t, lang, reread } = options;
  const { block, start, end, member } = mention;
  const text = block.text.slice(start, end);
  const others = await ask(bearers, { ref: member.ref, paragraph: block.text, start, end, story });

  async function putRight({ wrong, to, everywhere }: Choice, byKey: boolean): Promise<void> {
    const id = await ask(correct, { text, wrong, ref: member.ref, to: to?.ref ?? "", everywhere });
    close();
    reread();
    const undo = () =>
      ask(uncorrect, { id }).then(() => {
        reread();
        return t("correct_undone", text);
      });
    const meant = wrong === "never" ? "" : (to?.name ?? member.name);
    sayDone({ css, t, lang, near: block.nodes[0]!, sentence: t(`correct_${wrong}_${everywhere ? "everywhere" : "here"}`, text, meant), byKey, undo });
  }

  return (into, back) => {
    const card = into.parentElement!;
    const goBack = () => {
      render(null, into);
      back();
      card.focus({ preventScroll: true });
    };
    render(<Menu t={t} text={text} name={member.name} others={others} onChoose={putRight} onBack={goBack} />, into);
    into.querySelector("h2")!.focus({ preventScroll: true });
  };
}
