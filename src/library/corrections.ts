/** What the reader has put right, kept: in the background, which alone writes it. */
import { articleKeys } from "../highlights/address";
import type { CorrectRequest } from "../messages/about-corrections";
import type { Sender } from "../messages/answer";
import { changeCorrectionsNow, changeKnown, type Correction, correctionsOn, loadCorrections, loadKnown, refsOf, withKnown, withoutKnown } from "../settings/corrections";
import { hostOf } from "../settings/here";
import type { Area, SharedArea } from "../settings/storage";
import type { Backend } from "./backend";

/** A name of more UTF-16 code units than this is none. */
const LONGEST_NAME = 400;

export interface Surroundings {
  area: SharedArea;
  /** What is put right in private windows is kept here, and forgotten with the browser: it says what was read there. */
  session: Area;
  backend: Pick<Backend, "twins">;
  now(): Date;
  /** Makes a UUID. */
  id(): string;
}

export interface Corrections {
  /** Those that hold on the page that asks, in the order in which they were made. */
  on(sender: Sender): Promise<Correction[]>;
  /** As `on`, of an article that is known by these keys. */
  onArticle(keys: readonly string[]): Promise<Correction[]>;
  /** Whether some article of the site of the page that asks has corrections of its own. */
  onSite(sender: Sender): Promise<boolean>;
  /** @throws Error where the request makes no sense, or the storage does not write */
  correct(request: CorrectRequest, sender: Sender): Promise<string>;
  uncorrect(request: { id: string }): Promise<boolean>;
  know(request: { ref: string; known: boolean }): Promise<boolean>;
  /** Whether the reader has said to know an entry, or a twin of it. */
  isKnown(ref: string): Promise<boolean>;
  /** Other packs may be open than before: who is known, meant or not meant is so by the twins that they have, too. */
  addTwins(): Promise<void>;
}

export function createCorrections({ area, session, backend, now, id }: Surroundings): Corrections {
  /** Where a private window keeps its own. */
  const areaOf = ({ tab }: Sender) => (tab?.incognito ? session : area);

  /** Of entries, each kept by the refs that it has in packs, those that have more in the packs that are open: with these. */
  async function widened(kept: readonly string[]): Promise<Map<string, string>> {
    const all = await Promise.all([...new Set(kept)].map(async (each) => {
      const refs = refsOf([each]);
      return [each, [...new Set([...refs, ...(await Promise.all(refs.map(backend.twins))).flat()])].join("\n")] as const;
    }));
    return new Map(all.filter(([each, wider]) => wider !== each));
  }

  return {
    async on(sender) {
      const all = await loadCorrections(area);
      if (sender.tab?.incognito) all.push(...(await loadCorrections(session)));
      // The address is only looked at where there is something to find.
      return all.length > 0 ? correctionsOn(all, articleKeys(sender.tab?.url ?? "")) : all;
    },

    async onSite({ tab }) {
      const all = [...(await loadCorrections(area)), ...(tab?.incognito ? await loadCorrections(session) : [])];
      const site = hostOf(articleKeys(tab?.url ?? "")[0] ?? "");
      return all.some(({ article }) => article !== "" && hostOf(article) === site);
    },

    onArticle: async (keys) => correctionsOn(await loadCorrections(area), keys),

    async correct({ text, wrong, ref, to, everywhere, once }, sender) {
      const [article = ""] = everywhere ? [] : articleKeys(sender.tab?.url ?? "");
      if (!everywhere && article === "") throw new Error("A page without an address has no corrections of its own");
      if (text.length > LONGEST_NAME || !/[\p{L}\p{N}]/u.test(text)) throw new Error("What is to be corrected is no name");
      const [mistaken, meant] = [await backend.twins(ref), wrong === "other" ? await backend.twins(to) : []];
      if (wrong === "other" && meant.length === 0) throw new Error(`No open pack has the entry ${to} that is meant`);
      const correction: Correction = {
        id: once ?? id(), text, wrong, ref: mistaken.join("\n") || ref, to: meant.join("\n"), article, made: now().toISOString(),
      };
      const store = areaOf(sender);
      await area.alone(() => changeCorrectionsNow(store, (before) => (before.some((each) => each.id === correction.id) ? [...before] : [...before, correction])));
      return correction.id;
    },

    uncorrect: ({ id: taken }) =>
      area.alone(async () => {
        let found = false;
        for (const store of [area, session]) {
          if (!(await loadCorrections(store)).some((each) => each.id === taken)) continue;
          await changeCorrectionsNow(store, (before) => before.filter((each) => each.id !== taken));
          found = true;
        }
        return found;
      }),

    async know({ ref, known }) {
      // Pages know what several packs have by the ref of the first that is open, which may be another tomorrow.
      const twins = await backend.twins(ref);
      if (known && twins.length === 0) return false;
      await changeKnown(area, (before) => (known ? withKnown(before, [twins.join("\n")]) : withoutKnown(before, [ref, ...twins])));
      return true;
    },

    isKnown: async (ref) => refsOf(await loadKnown(area)).includes(ref),

    async addTwins() {
      // Nothing is stored where there is nothing new: every open page would ask again.
      const known = await widened(await loadKnown(area));
      if (known.size > 0) await changeKnown(area, (before) => withKnown([], before.map((each) => known.get(each) ?? each)));
      for (const store of [area, session]) {
        const wider = await widened((await loadCorrections(store)).flatMap(({ ref, to }) => [ref, to]));
        const withTwins = (each: Correction) => ({ ...each, ref: wider.get(each.ref) ?? each.ref, to: wider.get(each.to) ?? each.to });
        if (wider.size > 0) await area.alone(() => changeCorrectionsNow(store, (before) => before.map(withTwins)));
      }
    },
  };
}
