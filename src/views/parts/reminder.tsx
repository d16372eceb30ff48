/** That there is no recent copy of the highlights: said quietly, and no longer once it is sent away. */
import type { Translate } from "../../i18n/translate";
import type { Reminder } from "../../settings/reminder";

interface ReminderProps {
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  reminder: Reminder;
  onExport(): void;
  onDismiss(): void;
}

export function ReminderNote({ t, lang, reminder: { days }, onExport, onDismiss }: ReminderProps) {
  return (
    <div class="reminder" role="note">
      <p>{days === null ? t("reminder_never") : t("reminder_old", days.toLocaleString(lang))}</p>
      <button type="button" class="quiet" onClick={onExport}>
        {t("export_open_dialog")}
      </button>
      <button type="button" class="quiet" title={t("reminder_dismiss")} onClick={onDismiss}>
        <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}
