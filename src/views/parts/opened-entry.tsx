/** What a card says of an entry, as a page of its own within a view. */
import { useState } from "preact/hooks";
import { Tabs } from "../../card/index";
import type { Translate } from "../../i18n/translate";
import type { CardContent } from "../../messages/contract";
import { useAsked } from "../use";

interface OpenedEntryProps {
  entry: string;
  t: Translate;
  /** BCP 47 language that `t` speaks. */
  lang: string;
  actions: { card(ref: string): Promise<CardContent | null>; copy(text: string): Promise<boolean>; save?(ref: string, quote: string): Promise<string> };
  /** What the button says that leads away from it. */
  back: string;
  onBack(): void;
  onOpen(ref: string): void;
}

export function OpenedEntry({ entry, t, lang, actions, back, onBack, onOpen }: OpenedEntryProps) {
  const card = useAsked(() => actions.card(entry), [entry]);
  const [tab, setTab] = useState(0);
  return (
    <>
      <header class="bar">
        <button type="button" class="quiet back" onClick={onBack} autofocus>
          {back}
        </button>
        <h1 class="hint">{t("extension_name")}</h1>
      </header>
      {card.state === "asking" && <p role="status">{t("popup_asking")}</p>}
      {card.state === "answered" && card.value ? (
        <Tabs content={card.value} tab={tab} onTab={setTab} t={t} lang={lang} onOpenRef={onOpen} onCopy={actions.copy} {...(actions.save && { onSave: actions.save })} />
      ) : (
        card.state !== "asking" && <p role="alert">{t("popup_failed")}</p>
      )}
    </>
  );
}
