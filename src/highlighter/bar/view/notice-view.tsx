import type { Translate } from "../../../i18n/translate";
import type { Passage } from "../../passages";

interface NoticeProps {
  t: Translate;
  lang: string;
  sentence: string;
  /** The highlights that are not on the page. */
  gone: readonly Passage[];
  open: boolean;
  onToggle(): void;
  onLibrary(id: string): void;
  onDismiss(): void;
}

/** A sentence in the corner, and, unfolded, what it is about. */
export function NoticeView({ t, lang, sentence, gone, open, onToggle, onLibrary, onDismiss }: NoticeProps) {
  return (
    <div class="text">
      <p>{sentence}</p>
      {open && (
        <ul class="gone">
          {gone.map(({ highlight: { id, text, note, created } }) => (
            <li key={id}>
              <blockquote dir="auto">{text}</blockquote>
              {note && (
                <p class="noted" dir="auto">
                  {note}
                </p>
              )}
              <div class="row">
                <span>{t("notice_saved_on", new Date(created).toLocaleDateString(lang, { dateStyle: "long" }))}</span>
                <button class="end" onClick={() => onLibrary(id)}>
                  {t("bar_library")}
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <div class="row foot">
        <button aria-expanded={open} onClick={onToggle}>
          {t(open ? "notice_hide" : "notice_show")}
        </button>
        <button class="end" onClick={onDismiss}>
          {t("notice_dismiss")}
        </button>
      </div>
    </div>
  );
}
