/** Where Backstory reads, how names are marked, and how cards open. */
import type { Translate } from "../../i18n/translate";
import { KINDS } from "../../packs/model";
import { DENSITIES, MARK_STYLES, MODIFIERS, MOST_DWELL, parseSettings, RUNS, type Settings, TEXT_SIZES } from "../../settings/settings";
import type { SettingsChange } from "../../settings/storage";
import { Switch } from "../parts/switch";
import { Choices, Select } from "./choices";
import { useDraft } from "./draft";
import { Preview } from "./preview";
import { type OptionsPage, type Reset, Section, Setting } from "./setting";
import { SiteList } from "../parts/site-list";

/** Between two times that the pointer may be made to rest, in milliseconds. */
const DWELL_STEP = 50;

const DEFAULTS = parseSettings(undefined);

export type ChangeSettings = (change: SettingsChange) => Promise<unknown>;

export interface ReadingProps {
  page: OptionsPage;
  settings: Settings;
  change: ChangeSettings;
  /** Opens the browser's page on which keys are set. */
  openShortcuts(): void;
}

/** Puts some of the settings back as they were delivered. */
export function resetOf(settings: Settings, fields: readonly (keyof Settings)[], change: ChangeSettings): Reset {
  const pick = (from: Settings): Partial<Settings> => Object.fromEntries(fields.map((field) => [field, from[field]]));
  const before = pick(settings);
  const fresh = pick(DEFAULTS);
  return {
    changed: JSON.stringify(before) !== JSON.stringify(fresh),
    run: async () => {
      let whole = settings;
      await change((_, stored) => {
        whole = stored;
        return fresh;
      });
      return () => change((since) => Object.fromEntries(fields.map((field) => [field, together(whole[field], since[field])])));
    },
  };
}

/** What there was before; a list with what came into it since: a site that was switched off meanwhile stays so. */
function together(before: unknown, since: unknown): unknown {
  if (!Array.isArray(before) || !Array.isArray(since)) return before;
  const known = new Set(before.map((each) => JSON.stringify(each)));
  return [...before, ...since.filter((each) => !known.has(JSON.stringify(each)))];
}

export function Runs({ page, settings, change }: ReadingProps) {
  const { t } = page;
  return (
    <Section page={page} id="runs" reset={resetOf(settings, ["on", "run", "sites"], change)}>
      <Setting page={page} id="on" as="bare">
        <Switch label={t("options_on")} checked={settings.on} onChange={(on) => void change(() => ({ on }))} />
      </Setting>
      <Setting page={page} id="run" as="group">
        <Choices page={page} name="run" values={RUNS} value={settings.run} label={(run) => `options_run_${run}`} onChange={(run) => void change(() => ({ run }))} />
        {settings.run === "sites" && <SiteList t={t} sites={settings.sites} onChange={(sites) => void change((before) => ({ sites: sites(before.sites) }))} />}
      </Setting>
    </Section>
  );
}

export function Marks({ page, settings, change }: ReadingProps) {
  const { t } = page;
  const toggleKind = (kind: (typeof KINDS)[number], shown: boolean) =>
    void change(({ hiddenKinds }) => ({ hiddenKinds: shown ? hiddenKinds.filter((each) => each !== kind) : [...hiddenKinds, kind] }));
  return (
    <Section page={page} id="marks" reset={resetOf(settings, ["style", "density", "hiddenKinds"], change)}>
      <Preview t={t} />
      <Setting page={page} id="style" as="group">
        <Choices page={page} name="style" values={MARK_STYLES} value={settings.style} label={(style) => `options_style_${style}`} onChange={(style) => void change(() => ({ style }))} />
      </Setting>
      <Setting page={page} id="density" as="group">
        <Choices page={page} name="density" values={DENSITIES} value={settings.density} label={(density) => `options_density_${density}`} onChange={(density) => void change(() => ({ density }))} />
      </Setting>
      <Setting page={page} id="kinds" as="group">
        <div class="kind-switches">
          {KINDS.map((kind) => (
            <Switch key={kind} label={t(`kind_${kind}`)} checked={!settings.hiddenKinds.includes(kind)} onChange={(shown) => toggleKind(kind, shown)} />
          ))}
        </div>
      </Setting>
    </Section>
  );
}

export function Cards({ page, settings, change, openShortcuts }: ReadingProps) {
  const { t, lang } = page;
  return (
    <Section page={page} id="cards" reset={resetOf(settings, ["dwell", "modifier", "textSize"], change)}>
      <Setting page={page} id="dwell" as="line">
        <Dwell t={t} lang={lang} dwell={settings.dwell} onDwell={(dwell) => change(() => ({ dwell }))} />
      </Setting>
      <Setting page={page} id="modifier" as="line">
        <Select page={page} values={MODIFIERS} value={settings.modifier} label={(modifier) => `options_modifier_${modifier}`} onChange={(modifier) => void change(() => ({ modifier }))} />
      </Setting>
      <Setting page={page} id="textSize" as="line">
        <Select page={page} values={TEXT_SIZES} value={settings.textSize} label={(size) => `options_text_size_${size}`} onChange={(textSize) => void change(() => ({ textSize }))} />
      </Setting>
      <Setting page={page} id="keys" as="bare">
        <button type="button" class="button" onClick={openShortcuts}>
          {t("options_shortcuts")}
        </button>
      </Setting>
    </Section>
  );
}

interface DwellProps {
  t: Translate;
  lang: string;
  /** In milliseconds. */
  dwell: number;
  onDwell(dwell: number): Promise<unknown>;
}

function Dwell({ t, lang, dwell, onDwell }: DwellProps) {
  const { value, edit, done } = useDraft(dwell, onDwell);
  const inSeconds = (ms: number) => t("options_dwell_seconds", (ms / 1_000).toLocaleString(lang, { minimumFractionDigits: 2 }));
  return (
    <span class="dwell">
      <input
        type="range"
        min="0"
        max={String(MOST_DWELL)}
        step={String(DWELL_STEP)}
        value={String(value)}
        aria-valuetext={inSeconds(value)}
        onInput={(event) => edit(Number(event.currentTarget.value))}
        onChange={(event) => void done(Number(event.currentTarget.value))}
      />
      <output>{inSeconds(value)}</output>
    </span>
  );
}
