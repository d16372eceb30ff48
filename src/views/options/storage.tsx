/** How many highlights there are, what room they take, whether the browser keeps them, and deleting them all. */
import { useState } from "preact/hooks";
import type { Translate } from "../../i18n/translate";
import { Twice } from "../parts/twice";
import { useAsked } from "../use";
import { sizeIn } from "../parts/size";

export interface Stored {
  highlights: number;
  /** In the bin. */
  deleted: number;
  /** Bytes of everything that Backstory keeps; null where the browser does not say. */
  usage: number | null;
  /** Whether the browser has promised to keep it, however full the disk gets; null where it does not say. */
  persisted: boolean | null;
}

export interface StorageActions {
  stored(): Promise<Stored>;
  /** Asks the browser for its promise. */
  askToKeep(): Promise<unknown>;
  /** Puts all highlights into the bin. @returns how many @throws Error with what the browser said */
  deleteAll(): Promise<number>;
}

export function Storage({ t, lang, actions }: { t: Translate; lang: string; actions: StorageActions }) {
  const [asks, setAsks] = useState(0);
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState<{ text: string; wrong: boolean } | null>(null);
  const stored = useAsked(actions.stored, [asks]);
  const deleteAll = async () => {
    try {
      setSaid({ text: t("options_deleted", (await actions.deleteAll()).toLocaleString(lang)), wrong: false });
    } catch (error) {
      setSaid({ text: t("library_not_deleted", error instanceof Error ? error.message : String(error)), wrong: true });
    }
    setAsks((before) => before + 1);
  };
  const askToKeep = async () => {
    await actions.askToKeep();
    setAsked(true);
    setAsks((before) => before + 1);
  };
  return (
    <>
      {stored.state === "failed" && (
        <p role="alert">
          {t("library_failed")} {stored.error}
        </p>
      )}
      {stored.state === "answered" && (
        <>
          <p>
            {t("options_stored", stored.value.highlights.toLocaleString(lang), stored.value.deleted.toLocaleString(lang))}
            {stored.value.usage !== null && ` ${t("options_usage", sizeIn(lang, stored.value.usage))}`}
          </p>
          <p role="status">{t(promise(stored.value.persisted, asked))}</p>
          {stored.value.persisted === false && !asked && (
            <button type="button" class="button" onClick={() => void askToKeep()}>
              {t("options_ask_to_keep")}
            </button>
          )}
          {stored.value.highlights > 0 && (
            <p>
              <Twice class="button" label={t("options_delete_all")} really={t("options_delete_really", stored.value.highlights.toLocaleString(lang))} onPress={() => void deleteAll()} />
            </p>
          )}
        </>
      )}
      <div role={said?.wrong ? "alert" : "status"}>
        {said && (
          <p>
            {said.text}{" "}
            {!said.wrong && (
              <a href="/library.html#bin=1" target="_blank">
                {t("library_bin")}
              </a>
            )}
          </p>
        )}
      </div>
    </>
  );
}

function promise(persisted: boolean | null, asked: boolean) {
  if (persisted === null) return "options_kept_unknown";
  if (persisted) return "options_kept";
  return asked ? "options_kept_refused" : "options_kept_not_asked";
}
