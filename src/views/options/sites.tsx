/** What differs on some sites, "never here" among it. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { MessageKey } from "../../i18n/translate";
import { KINDS } from "../../packs/model";
import { COMFORT, DENSITIES, MARK_STYLES, MODIFIERS, type Settings } from "../../settings/settings";
import { Switch } from "../parts/switch";
import { type ChangeSettings, type ReadingProps, resetOf } from "./reading";
import { type OptionsPage, Section, Setting, useUndoable } from "./setting";
import { AddSite } from "../parts/site-list";
import { readableSite } from "../parts/readable-site";

type PerSite = Settings["perSite"][number];
type Comfort = Omit<PerSite, "site">;

/** What can be chosen for how long the pointer rests on a site, in milliseconds. */
const DWELLS = [0, 250, 500, 1_000];

export function Sites({ page, settings, change }: ReadingProps) {
  const { t } = page;
  const [open, setOpen] = useState("");
  const removed = useUndoable(page);
  const { perSite, offSites } = settings;
  const { compare } = new Intl.Collator(page.lang);
  const sites = [...new Set([...perSite.map(({ site }) => site), ...offSites])].sort((a, b) => compare(readableSite(a), readableSite(b)));
  const add = (site: string) => {
    setOpen(site);
    if (!sites.includes(site)) void change((before) => ({ perSite: [...before.perSite, { site }] }));
  };
  const remove = async (site: string) => {
    const putBack = await removeSite(site, change);
    removed.say(t("options_site_removed", readableSite(site)), putBack);
  };
  return (
    <Section page={page} id="sites" reset={resetOf(settings, ["perSite", "offSites"], change)}>
      <Setting page={page} id="sites" as="group">
        {removed.view}
        {sites.length > 0 && (
          <ul class="rows sites">
            {sites.map((site) => (
              <li key={site}>
                <details open={open === site} onToggle={(event) => event.currentTarget.open && setOpen(site)}>
                  <summary>
                    <strong>{readableSite(site)}</strong> <span class="hint">{summaryOf(page, settings, site)}</span>
                  </summary>
                  {/* One at a time: there may be hundreds. */}
                  {open === site && <SiteSettings page={page} settings={settings} site={site} change={change} onRemove={() => void remove(site)} />}
                </details>
              </li>
            ))}
          </ul>
        )}
        <AddSite t={t} onAdd={add} />
      </Setting>
    </Section>
  );
}

/** Takes a site off the list. @returns puts it back with all that there was of it, also what this version does not understand */
export async function removeSite(site: string, change: ChangeSettings): Promise<() => Promise<unknown>> {
  const without = (before: Settings) => ({ perSite: before.perSite.filter((each) => each.site !== site), offSites: before.offSites.filter((each) => each !== site) });
  let [own, off]: [PerSite[], string[]] = [[], []];
  await change((before, whole) => {
    own = before.perSite.length > 0 ? whole.perSite.filter((each) => each.site === site) : [];
    off = before.offSites.filter((each) => each === site);
    return without(before);
  });
  return () => change((before) => ({ perSite: [...without(before).perSite, ...own], offSites: [...without(before).offSites, ...off] }));
}

/** "Never here", or what differs: "Which mentions are marked · Key to hold". */
function summaryOf({ t }: OptionsPage, { perSite, offSites }: Settings, site: string): string {
  if (offSites.includes(site)) return t("options_never_here");
  const own = perSite.find((each) => each.site === site);
  const differing = (Object.keys(LABELS) as (keyof Comfort)[]).filter((field) => own?.[field] !== undefined);
  return differing.length > 0 ? differing.map((field) => t(LABELS[field])).join(" · ") : t("options_site_same");
}

const LABELS = {
  style: "options_style",
  density: "options_density",
  hiddenKinds: "options_kinds",
  dwell: "options_dwell",
  modifier: "options_modifier",
} as const satisfies Record<keyof typeof COMFORT, MessageKey>;

interface SiteSettingsProps extends Pick<ReadingProps, "page" | "settings" | "change"> {
  site: string;
  onRemove(): void;
}

function SiteSettings({ page, settings, site, change, onRemove }: SiteSettingsProps) {
  const { t, lang } = page;
  const own: PerSite = settings.perSite.find((each) => each.site === site) ?? { site };
  const never = settings.offSites.includes(site);
  /** A field that is `undefined` is as everywhere. */
  const set = (field: Comfort) =>
    void change((before) => {
      const now: PerSite = { ...(before.perSite.find((each) => each.site === site) ?? { site }), ...field };
      return { perSite: [...before.perSite.filter((each) => each.site !== site), Object.fromEntries(Object.entries(now).filter(([, value]) => value !== undefined)) as PerSite] };
    });
  const setNever = (off: boolean) =>
    void change(({ offSites, perSite }) => ({
      offSites: [...offSites.filter((each) => each !== site), ...(off ? [site] : [])],
      // It stays in the list, to be switched on again.
      perSite: perSite.some((each) => each.site === site) ? perSite : [...perSite, { site }],
    }));
  const seconds = (ms: number) => t("options_dwell_seconds", (ms / 1_000).toLocaleString(lang, { minimumFractionDigits: 2 }));
  const dwells = own.dwell === undefined || DWELLS.includes(own.dwell) ? DWELLS : [...DWELLS, own.dwell].sort((a, b) => a - b);
  return (
    <div class="site-settings">
      <Switch label={t("options_never_here")} checked={never} onChange={setNever} />
      {!never && (
        <>
          <Differing page={page} label={LABELS.style} values={MARK_STYLES} value={own.style} text={(style) => t(`options_style_${style}`)} onChange={(style) => set({ style })} />
          <Differing page={page} label={LABELS.density} values={DENSITIES} value={own.density} text={(density) => t(`options_density_${density}`)} onChange={(density) => set({ density })} />
          <Differing page={page} label={LABELS.dwell} values={dwells} value={own.dwell} text={seconds} onChange={(dwell) => set({ dwell })} />
          <Differing page={page} label={LABELS.modifier} values={MODIFIERS} value={own.modifier} text={(modifier) => t(`options_modifier_${modifier}`)} onChange={(modifier) => set({ modifier })} />
          <Switch label={t("options_site_kinds")} checked={own.hiddenKinds !== undefined} onChange={(differs) => set({ hiddenKinds: differs ? settings.hiddenKinds : undefined })} />
          {own.hiddenKinds && <Kinds page={page} hidden={own.hiddenKinds} onChange={(hiddenKinds) => set({ hiddenKinds })} />}
        </>
      )}
      <button type="button" class="quiet" aria-label={t("options_site_remove_named", readableSite(site))} onClick={onRemove}>
        {t("options_site_remove")}
      </button>
    </div>
  );
}

function Kinds({ page: { t }, hidden, onChange }: { page: OptionsPage; hidden: Settings["hiddenKinds"]; onChange(hidden: Settings["hiddenKinds"]): void }): ComponentChildren {
  return (
    <fieldset class="kinds">
      <legend>{t("options_kinds")}</legend>
      {KINDS.map((kind) => (
        <label key={kind} class="choice">
          <input type="checkbox" checked={!hidden.includes(kind)} onChange={(event) => onChange(event.currentTarget.checked ? hidden.filter((each) => each !== kind) : [...hidden, kind])} />
          {t(`kind_${kind}`)}
        </label>
      ))}
    </fieldset>
  );
}

interface DifferingProps<Value extends string | number> {
  page: OptionsPage;
  label: MessageKey;
  values: readonly Value[];
  value: Value | undefined;
  text(value: Value): string;
  onChange(value: Value | undefined): void;
}

/** A setting that is as everywhere until the reader says otherwise. */
function Differing<Value extends string | number>({ page: { t }, label, values, value, text, onChange }: DifferingProps<Value>) {
  return (
    <label class="line">
      <span>{t(label)}</span>
      <select value={String(value ?? "")} onChange={(event) => onChange(values[event.currentTarget.selectedIndex - 1])}>
        <option value="">{t("options_as_everywhere")}</option>
        {values.map((each) => (
          <option key={each} value={String(each)} selected={each === value}>
            {text(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
