/** What the reader has put right, kept: in the background, which alone writes it. */
import { articleKeys } from "../highlights/address";
import type { CorrectRequest } from "../messages/about-corrections";
import type { Sender } from "../messages/answer";
import { type Correction, correctionsOn, loadCorrections, loadKnown, saveCorrections, setKnown } from "../settings/corrections";
import type { Area, SharedArea } from "../settings/storage";
import type { Backend } from "./backend";

/** A name of more UTF-16 code units than this is none. */
const LONGEST_NAME = 400;

export interface Surroundings {
  area: SharedArea;
  /** What is put right in private windows is kept here, and forgotten with the browser: it says what was read there. */
  session: Area;
  backend: Pick<Backend, "first">;
  now(): Date;
  /** Makes a UUID. */
  id(): string;
}

export interface Corrections {
  /** Those that hold on the page that asks, in the order in which they were made. */
  on(sender: Sender): Promise<Correction[]>;
  /** As `on`, of an article that is known by these keys. */
  onArticle(keys: readonly string[]): Promise<Correction[]>;
  /** @throws Error where the request makes no sense, or the storage does not write */
  correct(request: CorrectRequest, sender: Sender): Promise<string>;
  uncorrect(request: { id: string }): Promise<boolean>;
  know(request: { ref: string; known: boolean }): Promise<boolean>;
  /** Whether the reader has said to know an entry, or a twin of it. */
  isKnown(ref: string): Promise<boolean>;
}

export function createCorrections({ area, session, backend, now, id }: Surroundings): Corrections {
  /** Where a private window keeps its own. */
  const areaOf = ({ tab }: Sender) => (tab?.incognito ? session : area);

  return {
    async on(sender) {
      const all = await loadCorrections(area);
      if (sender.tab?.incognito) all.push(...(await loadCorrections(session)));
      // The address is only looked at where there is something to find.
      return all.length > 0 ? correctionsOn(all, articleKeys(sender.tab?.url ?? "")) : all;
    },

    onArticle: async (keys) => correctionsOn(await loadCorrections(area), keys),

    async correct({ text, wrong, ref, to, everywhere, once }, sender) {
      const [article = ""] = everywhere ? [] : articleKeys(sender.tab?.url ?? "");
      if (!everywhere && article === "") throw new Error("A page without an address has no corrections of its own");
      if (text.length > LONGEST_NAME || !/[\p{L}\p{N}]/u.test(text)) throw new Error("What is to be corrected is no name");
      if (wrong === "other" && (await backend.first(to)) === null) throw new Error(`No open pack has the entry ${to} that is meant`);
      const correction: Correction = {
        id: once ?? id(), text, wrong, ref, to: wrong === "other" ? to : "", article, made: now().toISOString(),
      };
      const store = areaOf(sender);
      return area.alone(async () => {
        const before = await loadCorrections(store);
        if (!before.some((each) => each.id === correction.id)) await saveCorrections(store, [...before, correction]);
        return correction.id;
      });
    },

    uncorrect: ({ id: taken }) =>
      area.alone(async () => {
        let found = false;
        for (const store of [area, session]) {
          const before = await loadCorrections(store);
          const rest = before.filter((each) => each.id !== taken);
          if (rest.length === before.length) continue;
          await saveCorrections(store, rest);
          found = true;
        }
        return found;
      }),

    async know({ ref, known }) {
      // Pages know what several packs have by the ref of the first; a pack that is gone may have been that.
      const first = await backend.first(ref);
      if (!known && first !== ref) await setKnown(area, ref, false);
      if (first !== null) await setKnown(area, first, known);
      return first !== null || !known;
    },

    async isKnown(ref) {
      const known = await loadKnown(area);
      return known.length > 0 && known.includes((await backend.first(ref)) ?? ref);
    },
  };
}
