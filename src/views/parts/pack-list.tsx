/** The packs, each with a switch: which are asked for names. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Translate } from "../../i18n/translate";
import type { PackListing } from "../../messages/contract";
import { useAsked } from "../use";
import { sizeIn } from "./size";
import { Switch } from "./switch";

export interface PackActions {
  packs(): Promise<PackListing[]>;
  /** Has a pack asked for names, or no longer. */
  switchPack(id: string, on: boolean): Promise<unknown>;
}

interface PackListProps {
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  actions: PackActions;
  /** Changes where packs have come or gone. */
  asks?: number;
  /** Called with the packs whenever they were asked for. */
  onPacks?(packs: readonly PackListing[]): void;
  /** Called after one was switched. */
  onSwitched?(): void;
  /** What else can be done with a pack. */
  more?(pack: PackListing): ComponentChildren;
}

export function PackList({ t, lang, actions, asks = 0, onPacks, onSwitched, more }: PackListProps) {
  const [turns, setTurns] = useState(0);
  const ask = async () => {
    const listed = await actions.packs();
    onPacks?.(listed);
    return listed;
  };
  const packs = useAsked(ask, [asks, turns]);
  const turn = async (id: string, on: boolean) => {
    await actions.switchPack(id, on);
    onSwitched?.();
    setTurns((before) => before + 1);
  };
  if (packs.state === "failed") return <p role="alert">{packs.error}</p>;
  if (packs.state === "asking") return null;
  return (
    <ul class="rows">
      {packs.value.map((pack) => (
        <li key={pack.id}>
          <PackText t={t} lang={lang} pack={pack} onSwitch={(on) => void turn(pack.id, on)}>
            {more?.(pack)}
          </PackText>
        </li>
      ))}
    </ul>
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
