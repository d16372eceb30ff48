/** What the reader chooses about highlights: names of colours, private windows, copies. */
import { useState } from "preact/hooks";
import type { Translate } from "../../i18n/translate";
import { COLOURS, type Colour } from "../../messages/highlight";
import type { BackupState } from "../../settings/backup";
import { type HighlightSettings, parseHighlightSettings } from "../../settings/highlights";
import { Switch } from "../parts/switch";
import { useDraft } from "./draft";
import { type OptionsPage, type Reset, Section, Setting } from "./setting";
import { Storage, type StorageActions } from "./storage";

/** What this part of the page needs of the browser. */
export interface HighlightActions extends StorageActions {
  change(change: Partial<HighlightSettings>): Promise<unknown>;
  /** Asks the reader whether files may be written. To be called at once when they have pressed something. */
  allowDownloads(): Promise<boolean>;
}

export interface HighlightOptionsProps {
  page: OptionsPage;
  settings: HighlightSettings;
  backup: BackupState;
  actions: HighlightActions;
}

/** Longer names would not fit beside the colours. */
const MAX_NAME = 30;
/** Days after which a reader is reminded; 0 never. */
const REMINDERS = [0, 7, 30, 90] as const;

/** What is a choice among the settings, and not something that happened. */
const CHOICES = ["keepPrivate", "colourNames", "dailyBackup", "remindAfterDays"] as const;

const DEFAULTS = parseHighlightSettings(undefined);

export function HighlightOptions(props: HighlightOptionsProps) {
  const { page, settings, actions } = props;
  const { t } = page;
  return (
    <Section page={page} id="highlights" reset={resetOf(props)}>
      <Colours {...props} />
      <Setting page={page} id="private" as="bare">
        <Switch label={t("options_private")} checked={settings.keepPrivate} onChange={(keepPrivate) => void actions.change({ keepPrivate })} />
      </Setting>
      <Backups {...props} />
      <Setting page={page} id="remind" as="line">
        <Reminding {...props} />
      </Setting>
      <Setting page={page} id="storage" as="group">
        <Storage t={t} lang={page.lang} actions={actions} />
      </Setting>
    </Section>
  );
}

function resetOf({ settings, actions }: HighlightOptionsProps): Reset {
  const pick = (from: HighlightSettings): Partial<HighlightSettings> => Object.fromEntries(CHOICES.map((field) => [field, from[field]]));
  const before = pick(settings);
  return {
    changed: JSON.stringify(before) !== JSON.stringify(pick(DEFAULTS)),
    run: async () => {
      await actions.change(pick(DEFAULTS));
      return () => actions.change(before);
    },
  };
}

function Colours({ page, settings: { colourNames }, actions }: HighlightOptionsProps) {
  const { t } = page;
  return (
    <Setting page={page} id="colours" as="group">
      <div class="colour-names">
        {COLOURS.map((colour) => (
          <ColourName key={colour} t={t} colour={colour} name={colourNames[colour] ?? ""} onName={(name) => actions.change({ colourNames: { ...colourNames, [colour]: name || undefined } })} />
        ))}
      </div>
    </Setting>
  );
}

interface ColourNameProps {
  t: Translate;
  colour: Colour;
  /** Empty where the reader has given none. */
  name: string;
  onName(name: string): Promise<unknown>;
}

function ColourName({ t, colour, name, onName }: ColourNameProps) {
  const draft = useDraft(name, (typed) => onName(typed.trim()));
  return (
    <label class={colour}>
      <span class="swatch" aria-hidden="true" />
      <input
        type="text"
        dir="auto"
        maxLength={MAX_NAME}
        aria-label={t(`colour_${colour}`)}
        placeholder={t(`colour_${colour}`)}
        value={draft.value}
        onInput={(event) => draft.edit(event.currentTarget.value)}
        onChange={(event) => void draft.done(event.currentTarget.value)}
      />
    </label>
  );
}

function Backups({ page, settings, backup, actions }: HighlightOptionsProps) {
  const { t, lang } = page;
  const [refused, setRefused] = useState(false);
  const backUp = async (dailyBackup: boolean) => {
    // Asked before anything else: browsers show the question only to who has just pressed something.
    const allowed = !dailyBackup || (await actions.allowDownloads());
    setRefused(!allowed);
    if (allowed) await actions.change({ dailyBackup });
  };
  const time = (instant: string) => new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short" }).format(new Date(instant));
  return (
    <Setting page={page} id="copies" as="bare">
      <Switch label={t("options_backup")} checked={settings.dailyBackup} onChange={(on) => void backUp(on)} />
      {refused && <p role="alert">{t("options_backup_refused")}</p>}
      {settings.dailyBackup && backup.error && <p role="alert">{t("options_backup_failed", backup.error)}</p>}
      {backup.at && <p>{t("options_backup_last", time(backup.at), backup.count.toLocaleString(lang), backup.file)}</p>}
      <p>{settings.lastExport ? t("options_exported", time(settings.lastExport)) : t("options_never_exported")}</p>
    </Setting>
  );
}

function Reminding({ page: { t }, settings, actions }: HighlightOptionsProps) {
  return (
    <select name="remind" value={String(settings.remindAfterDays)} onChange={(event) => void actions.change({ remindAfterDays: Number(event.currentTarget.value) })}>
      {REMINDERS.map((days) => (
        <option key={days} value={String(days)} selected={days === settings.remindAfterDays}>
          {days === 0 ? t("options_remind_never") : t("options_remind_days", days)}
        </option>
      ))}
    </select>
  );
}
