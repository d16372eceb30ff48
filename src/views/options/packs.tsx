/** The packs: which are asked for names, adding one from a file, removing one. */
import { useRef, useState } from "preact/hooks";
import type { PackListing } from "../../messages/contract";
import { type PackActions as ListActions, PackList } from "../parts/pack-list";
import { type OptionsPage, Section, Setting } from "./setting";

export interface PackActions extends ListActions {
  /** Keeps a compiled pack. Rejected, with a sentence for the reader, where the file cannot be used. @returns its title */
  addPack(file: File): Promise<string>;
  removePack(id: string): Promise<unknown>;
}

type Said = { kind: "done" | "wrong"; text: string };

export function Packs({ page, actions }: { page: OptionsPage; actions: PackActions }) {
  const { t, lang } = page;
  const [asks, setAsks] = useState(0);
  const [packs, setPacks] = useState<readonly PackListing[]>([]);
  const [said, setSaid] = useState<Said | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const again = () => setAsks((before) => before + 1);

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
    again();
  }

  async function remove(id: string) {
    await actions.removePack(id);
    setSaid(null);
    again();
  }

  const off = packs.filter((pack) => !pack.on && !pack.error).map(({ id }) => id);
  const turnAll = async (ids: readonly string[], on: boolean) => {
    // One after another: each reads what is stored before it writes.
    for (const id of ids) await actions.switchPack(id, on);
    again();
  };
  const reset = {
    changed: off.length > 0,
    run: async () => {
      await turnAll(off, true);
      return () => turnAll(off, false);
    },
  };

  return (
    <Section page={page} id="packs" reset={reset}>
      <Setting page={page} id="packs" as="group">
        <PackList
          t={t}
          lang={lang}
          actions={actions}
          asks={asks}
          onPacks={setPacks}
          onSwitched={() => setSaid({ kind: "done", text: t("options_pack_switched") })}
          more={(pack) =>
            !pack.shipped && (
              <button type="button" class="quiet" onClick={() => void remove(pack.id)}>
                {t("options_pack_remove")}
              </button>
            )
          }
        />
        <label class="button">
          {t("options_pack_add")}
          <input ref={picker} type="file" accept=".pack" onChange={(event) => void add(event.currentTarget.files?.[0])} />
        </label>
        {said && (
          <p class="said" role={said.kind === "wrong" ? "alert" : "status"}>
            {said.text}
          </p>
        )}
      </Setting>
    </Section>
  );
}
