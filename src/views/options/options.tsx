/** The options page: what is painted, how cards open, on which sites, and the packs. Changes are kept at once. */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Translate } from "../../i18n/translate";
import type { PackListing } from "../../messages/contract";
import { KINDS } from "../../packs/model";
import { DENSITIES, type Settings } from "../../settings/settings";
import { Switch } from "../parts/switch";
import { useAsked } from "../use";
import { type HighlightOptionsProps, HighlightOptions } from "./highlights";
import { Section } from "./section";
import { sizeIn } from "./size";

/** What the page needs of the browser. */
export interface OptionsActions {
  change(change: (before: Settings) => Partial<Settings>): Promise<unknown>;
  packs(): Promise<PackListing[]>;
  /** Keeps a compiled pack. Rejected, with a sentence for the reader, where the file cannot be used. @returns its title */
  addPack(file: File): Promise<string>;
  /** Has a pack asked for names, or no longer. */
  switchPack(id: string, on: boolean): Promise<unknown>;
  removePack(id: string): Promise<unknown>;
}

interface OptionsProps {
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  settings: Settings;
  actions: OptionsActions;
}

/** What is said of highlights comes from elsewhere: other parts of Backstory read it. */
type Props = OptionsProps & { highlights: Pick<HighlightOptionsProps, "settings" | "backup" | "actions"> };

export function Options({ t, lang, settings, actions, highlights }: Props) {
  const toggleKind = (kind: (typeof KINDS)[number], shown: boolean) =>
    void actions.change(({ hiddenKinds }) => ({
      hiddenKinds: shown ? hiddenKinds.filter((each) => each !== kind) : [...hiddenKinds, kind],
    }));
  return (
    <main class="page">
      <h1>{t("options_title")}</h1>
      <Section title={t("options_marks")}>
        <fieldset>
          <legend>{t("options_density")}</legend>
          {DENSITIES.map((density) => (
            <label key={density} class="choice">
              <input
                type="radio"
                name="density"
                checked={settings.density === density}
                onChange={() => void actions.change(() => ({ density }))}
              />
              {t(`options_density_${density}`)}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t("options_kinds")}</legend>
          {KINDS.map((kind) => (
            <Switch
              key={kind}
              label={t(`kind_${kind}`)}
              checked={!settings.hiddenKinds.includes(kind)}
              onChange={(shown) => toggleKind(kind, shown)}
            />
          ))}
        </fieldset>
      </Section>
      <Section title={t("options_card")}>
        <label class="range">
          <span>{t("options_dwell", settings.dwell)}</span>
          <input
            type="range"
            min="0"
            max="1500"
            step="50"
            value={settings.dwell}
            onChange={(event) => {
              const dwell = Number(event.currentTarget.value);
              void actions.change(() => ({ dwell }));
            }}
          />
        </label>
        <p class="hint">{t("options_keys")}</p>
      </Section>
      <Section title={t("options_sites")}>
        <Sites t={t} settings={settings} actions={actions} />
      </Section>
      <HighlightOptions t={t} lang={lang} {...highlights} />
      <Section title={t("options_packs")}>
        <Packs t={t} lang={lang} actions={actions} />
      </Section>
      <p class="hint">{t("options_privacy")}</p>
    </main>
  );
}

function Sites({ t, settings, actions }: Omit<OptionsProps, "lang">) {
  if (settings.offSites.length === 0) return <p class="hint">{t("options_no_sites")}</p>;
  const forget = (site: string) =>
    void actions.change(({ offSites }) => ({ offSites: offSites.filter((each) => each !== site) }));
  return (
    <ul class="rows">
      {settings.offSites.map((site) => (
        <li key={site}>
          <span>{t("options_site_off", site)}</span>
          <button type="button" class="quiet" onClick={() => forget(site)}>
            {t("options_site_forget")}
          </button>
        </li>
      ))}
    </ul>
  );
}

type Said = { kind: "done" | "wrong"; text: string };

function Packs({ t, lang, actions }: Omit<OptionsProps, "settings">) {
  const [asks, setAsks] = useState(0);
  const [said, setSaid] = useState<Said | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const packs = useAsked(actions.packs, [asks]);

  async function add(file: File | undefined) {
    if (!file) return;
    try {
      setSaid({ kind: "done", text: t("options_pack_added", await actions.addPack(file)) });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      setSaid({ kind: "wrong", text: t("options_pack_refused", file.name, why) });
    }
    // The same file can be chosen again, once it has been mended.
    if (picker.current) picker.current.value = "";
    setAsks(asks + 1);
  }

  async function turn(id: string, on: boolean) {
    await actions.switchPack(id, on);
    setSaid({ kind: "done", text: t("options_pack_switched") });
    setAsks(asks + 1);
  }

  async function remove(id: string) {
    await actions.removePack(id);
    setSaid(null);
    setAsks(asks + 1);
  }

  return (
    <>
      {packs.state === "failed" && <p role="alert">{packs.error}</p>}
      {packs.state === "answered" && (
        <ul class="rows">
          {packs.value.map((pack) => (
            <li key={pack.id}>
              <PackText t={t} lang={lang} pack={pack} onSwitch={(on) => void turn(pack.id, on)}>
                {!pack.shipped && (
                  <button type="button" class="quiet" onClick={() => void remove(pack.id)}>
                    {t("options_pack_remove")}
                  </button>
                )}
              </PackText>
            </li>
          ))}
        </ul>
      )}
      <label class="button">
        {t("options_pack_add")}
        <input ref={picker} type="file" accept=".pack" onChange={(event) => void add(event.currentTarget.files?.[0])} />
      </label>
      {said && (
        <p class="said" role={said.kind === "wrong" ? "alert" : "status"}>
          {said.text}
        </p>
      )}
    </>
  );
}

interface PackTextProps {
  t: Translate;
  lang: string;
  pack: PackListing;
  onSwitch(on: boolean): void;
  /** What else can be done with it. */
  children: ComponentChildren;
}

function PackText({ t, lang, pack, onSwitch, children }: PackTextProps) {
  if (pack.error) {
    return (
      <div>
        <strong>{pack.title || t("options_storage")}</strong>
        <p role="alert">{pack.error}</p>
        {children}
      </div>
    );
  }
  return (
    <div class="pack">
      <Switch label={pack.title} checked={pack.on} onChange={onSwitch} />
      <p class="hint">
        {pack.entries === 1
          ? t("options_pack_facts_one", pack.version, sizeIn(lang, pack.size))
          : t("options_pack_facts", pack.version, pack.entries.toLocaleString(lang), sizeIn(lang, pack.size))}
      </p>
      {pack.description && <p>{pack.description}</p>}
      {children}
    </div>
  );
}
