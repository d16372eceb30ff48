/** What the reader chooses about highlights: names of colours, private windows, copies. */
import { useState } from "preact/hooks";
import type { Translate } from "../../i18n/translate";
import { COLOURS } from "../../messages/highlight";
import type { BackupState } from "../../settings/backup";
import type { HighlightSettings } from "../../settings/highlights";
import { Switch } from "../parts/switch";
import { Section } from "./section";
import { Storage, type StorageActions } from "./storage";

/** What this part of the page needs of the browser. */
export interface HighlightActions extends StorageActions {
  change(change: Partial<HighlightSettings>): Promise<unknown>;
  /** Asks the reader whether files may be written. To be called at once when they have pressed something. */
  allowDownloads(): Promise<boolean>;
}

export interface HighlightOptionsProps {
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  settings: HighlightSettings;
  backup: BackupState;
  actions: HighlightActions;
}

/** Longer names would not fit beside the colours. */
const MAX_NAME = 30;
/** Days after which a reader is reminded; 0 never. */
const REMINDERS = [0, 7, 30, 90] as const;

export function HighlightOptions(props: HighlightOptionsProps) {
  const { t, settings, actions } = props;
  return (
    <Section title={t("options_highlights")}>
      <Colours {...props} />
      <fieldset>
        <legend>{t("options_private_legend")}</legend>
        <Switch label={t("options_private")} checked={settings.keepPrivate} onChange={(keepPrivate) => void actions.change({ keepPrivate })} />
        <p class="hint">{t("options_private_hint")}</p>
      </fieldset>
      <Copies {...props} />
      <Storage t={t} lang={props.lang} actions={actions} />
    </Section>
  );
}

function Colours({ t, settings: { colourNames }, actions }: HighlightOptionsProps) {
  return (
    <fieldset class="colour-names">
      <legend>{t("options_colours")}</legend>
      {COLOURS.map((colour) => (
        <label key={colour} class={colour}>
          <span class="swatch" aria-hidden="true" />
          <input
            type="text"
            dir="auto"
            maxLength={MAX_NAME}
            aria-label={t(`colour_${colour}`)}
            placeholder={t(`colour_${colour}`)}
            value={colourNames[colour] ?? ""}
            onChange={(event) => void actions.change({ colourNames: { ...colourNames, [colour]: event.currentTarget.value.trim() || undefined } })}
          />
        </label>
      ))}
    </fieldset>
  );
}

function Copies({ t, lang, settings, backup, actions }: HighlightOptionsProps) {
  const [refused, setRefused] = useState(false);
  const backUp = async (dailyBackup: boolean) => {
    // Asked before anything else: browsers show the question only to who has just pressed something.
    const allowed = !dailyBackup || (await actions.allowDownloads());
    setRefused(!allowed);
    if (allowed) await actions.change({ dailyBackup });
  };
  const time = (instant: string) => new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short" }).format(new Date(instant));
  return (
    <fieldset>
      <legend>{t("options_copies")}</legend>
      <Switch label={t("options_backup")} checked={settings.dailyBackup} onChange={(on) => void backUp(on)} />
      <p class="hint">{t("options_backup_hint")}</p>
      {refused && <p role="alert">{t("options_backup_refused")}</p>}
      {settings.dailyBackup && backup.error && <p role="alert">{t("options_backup_failed", backup.error)}</p>}
      {backup.at && <p>{t("options_backup_last", time(backup.at), backup.count.toLocaleString(lang), backup.file)}</p>}
      <label class="line">
        <span>{t("options_remind")}</span>
        <select value={String(settings.remindAfterDays)} onChange={(event) => void actions.change({ remindAfterDays: Number(event.currentTarget.value) })}>
          {REMINDERS.map((days) => (
            <option key={days} value={String(days)}>
              {days === 0 ? t("options_remind_never") : t("options_remind_days", days)}
            </option>
          ))}
        </select>
      </label>
      <p>
        {settings.lastExport ? t("options_exported", time(settings.lastExport)) : t("options_never_exported")}
      </p>
      <p class="links">
        <a href="/library.html#open=export" target="_blank">
          {t("export_dialog")}
        </a>
        <a href="/library.html#open=import" target="_blank">
          {t("import_dialog")}
        </a>
      </p>
    </fieldset>
  );
}
