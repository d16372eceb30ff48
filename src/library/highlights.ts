/** What is done with highlights in the background, which alone writes them. */
import { applyChange, putOver, tidyTags } from "../highlights/change";
import { mentionsWithin, type Place } from "../highlights/mentions";
import type { Counted, FoundReport, Kept, SaveRequest } from "../messages/about-highlights";
import type { Sender } from "../messages/answer";
import type * as messages from "../messages/contract";
import { Highlight, type HighlightChange } from "../messages/highlight";
import { known, type Infer } from "../messages/schema";
import type { NameCorrection } from "../spotting/corrections";
import type { Backend } from "./backend";
import type { Connection } from "./connection";
import { refusalOf } from "./failures";
import { highlightFromPack } from "./from-pack";
import { readArticle, readTags } from "./read-highlights";
import { type Tables, write } from "./write";

/** How long what was deleted can be taken back, in days. */
export const BIN_DAYS = 30;
/** How long a request is remembered, in days; nobody asks again after minutes. */
const DONE_DAYS = 1;
const DAY_MS = 86_400_000;

export interface Surroundings {
  /** The packs: what is named in a passage, and what is saved of a pack. */
  backend: Pick<Backend, "spot" | "saved">;
  /** What the reader has put right on an article that is known by these keys. */
  corrections(keys: readonly string[]): Promise<readonly NameCorrection[]>;
  now(): Date;
  /** Whether the reader wants to keep what is saved in private windows. */
  keepsPrivate(): Promise<boolean>;
  /** Tells all who show highlights that these have changed. */
  changed(ids: readonly string[]): Promise<void>;
}

type Request<Name extends keyof typeof messages> = (typeof messages)[Name] extends { request: infer R } ? Infer<R> : never;

export interface Highlights {
  of(request: Request<"highlightsOf">): Promise<Highlight[]>;
  tags(): Promise<string[]>;
  save(request: SaveRequest, sender: Sender): Promise<Kept>;
  saveFromPack(request: Request<"saveFromPack">, sender: Sender): Promise<Kept>;
  edit(request: Request<"editHighlights">, sender: Sender): Promise<Counted>;
  remove(request: Request<"deleteHighlights">): Promise<Counted>;
  restore(request: Request<"restoreHighlights">): Promise<Counted>;
  forget(request: Request<"forgetHighlights">): Promise<Counted>;
  put(request: Request<"putHighlights">, sender: Sender): Promise<Counted>;
  found(request: { found: FoundReport[] }, sender: Sender): Promise<boolean>;
  /** Forgets what has been in the bin for longer than `BIN_DAYS`. */
  purge(): Promise<Counted>;
}

export function createHighlights(connection: Connection, around: Surroundings): Highlights {
  const now = () => around.now().toISOString();
  const isPrivate = async (sender: Pick<Sender, "tab">) => sender.tab?.incognito === true && !(await around.keepsPrivate());
  const counted = async (ids: readonly string[], once: string | undefined, work: (tables: Tables, at: string) => Promise<number>): Promise<Counted> => {
    try {
      const at = now();
      const count = await write(connection, { once, now: at }, (tables) => work(tables, at));
      await around.changed(ids);
      return { count };
    } catch (error) {
      return { count: 0, ...refusalOf(error) };
    }
  };

  /** What has been saved already is not saved twice, and what was deleted since is not brought back. */
  const keep = async (row: Highlight, once: string | undefined): Promise<Kept> => {
    let kept: Highlight | undefined;
    const save = async (tables: Tables) => {
      kept = await savedAs(tables, row);
      if (kept) return 0;
      await tables.highlights.put((kept = row));
      return 1;
    };
    const { refused, why } = await counted([row.id], once, save);
    if (refused) return { refused, why };
    // Carried out before, it was not looked at again: its row is what it was then, or has become since.
    kept ??= (await savedNow(row)) ?? row;
    return { highlight: kept };
  };

  const savedNow = async (row: Highlight): Promise<Highlight | undefined> => {
    let saved: Highlight | undefined;
    await write(connection, { now: now() }, async (tables) => Number((saved = await savedAs(tables, row)) !== undefined));
    return saved;
  };

  return {
    of: ({ keys }) => connection.use((store) => readArticle(store, keys)),
    tags: () => connection.use(readTags),

    async save({ highlight, around: text, once }, sender) {
      if (await isPrivate(sender)) return { refused: "private" };
      const mentions = await mentionsIn(around, highlight, text);
      return keep({ ...known(Highlight, highlight), tags: tidyTags(highlight.tags), mentions }, once);
    },

    async saveFromPack({ ref, quote, from, once }, sender) {
      const { tab } = from ? { tab: from } : sender;
      if (await isPrivate({ tab })) return { refused: "private" };
      const saved = await around.backend.saved({ ref, quote });
      if (!saved) throw new Error(`No open pack has ${quote ? `the quote ${quote} of ` : ""}${ref}`);
      return keep(highlightFromPack({ ref, quote }, saved, { tab }, { id: once ?? crypto.randomUUID(), now: now() }), once);
    },

    async edit({ ids, change, once }, sender) {
      if (await isPrivate(sender)) return { count: 0, refused: "private" };
      return counted(ids, once, (tables, at) => editRows(tables, ids, change, at));
    },

    remove: ({ ids, once }) =>
      counted(ids, once, (tables, deleted) =>
        countWhere(ids, async (id) => {
          const highlight = await tables.highlights.get(id);
          if (!highlight) return (await tables.bin.getKey(id)) !== undefined;
          await Promise.all([tables.bin.put({ id, deleted, highlight }), tables.highlights.delete(id)]);
          return true;
        }),
      ),

    restore: ({ ids, once }) =>
      counted(ids, once, (tables) =>
        countWhere(ids, async (id) => {
          const binned = await tables.bin.get(id);
          if (!binned) return (await tables.highlights.getKey(id)) !== undefined;
          await Promise.all([tables.highlights.put(binned.highlight), tables.bin.delete(id)]);
          return true;
        }),
      ),

    forget: ({ ids, once }) =>
      counted(ids, once, (tables) =>
        countWhere(ids, async (id) => {
          const there = (await tables.bin.getKey(id)) !== undefined;
          if (there) await tables.bin.delete(id);
          return there;
        }),
      ),

    async put({ rows, findNames, over, once }, sender) {
      if (await isPrivate(sender)) return { count: 0, refused: "private" };
      const kept: Highlight[] = [];
      for (const row of rows) {
        const mentions = findNames && row.mentions.length === 0 ? await mentionsIn(around, row) : row.mentions;
        kept.push({ ...known(Highlight, row), tags: tidyTags(row.tags), mentions });
      }
      return counted(kept.map(({ id }) => id), once, async (tables, at) => {
        const put = async (row: Highlight, index: number) => {
          const current = over && (await tables.highlights.get(row.id));
          await Promise.all([tables.highlights.put(current ? putOver(current, row, over[index] ?? null, at) : row), tables.bin.delete(row.id)]);
        };
        await Promise.all(kept.map(put));
        return kept.length;
      });
    },

    async found({ found }, sender) {
      // Where a reader has been in a private window is nobody's business, also afterwards.
      if (sender.tab?.incognito) return false;
      try {
        const at = now();
        const count = await write(connection, { now: at }, (tables) => reportFound(tables, found, at));
        if (count > 0) await around.changed(found.map(({ id }) => id));
        return true;
      } catch {
        return false;
      }
    },

    async purge() {
      const before = (days: number) => IDBKeyRange.upperBound(new Date(around.now().getTime() - days * DAY_MS).toISOString());
      await connection.use(async (store) => {
        const transaction = store.transaction("done", "readwrite");
        const old = await transaction.store.index("at").getAllKeys(before(DONE_DAYS));
        await Promise.all(old.map((id) => transaction.store.delete(id)));
        await transaction.done;
      });
      try {
        const count = await write(connection, { now: now() }, async ({ bin }) => {
          const old = await bin.index("deleted").getAllKeys(before(BIN_DAYS));
          await Promise.all(old.map((id) => bin.delete(id)));
          return old.length;
        });
        if (count > 0) await around.changed([]);
        return { count };
      } catch (error) {
        return { count: 0, ...refusalOf(error) };
      }
    },
  };
}

/** The row as it is kept already, or was until it was deleted. */
async function savedAs({ highlights, bin }: Tables, row: Highlight): Promise<Highlight | undefined> {
  return (await highlights.get(row.id)) ?? (await bin.get(row.id))?.highlight ?? sameOfPack(highlights, row);
}

/** A quote or card of a pack that was saved on the same article before. */
async function sameOfPack(highlights: Tables["highlights"], { page, of }: Highlight): Promise<Highlight | undefined> {
  const key = page.keys[0];
  if (!of || key === undefined) return undefined;
  const rows = await highlights.index("keys").getAll(key);
  return rows.find((row) => row.of?.ref === of.ref && row.of.quote === of.quote);
}

/** Also what is in the bin is changed: whoever wrote a note did not know yet that the highlight was deleted. */
function editRows({ highlights, bin }: Tables, ids: readonly string[], change: HighlightChange, at: string): Promise<number> {
  return countWhere(ids, async (id) => {
    const row = await highlights.get(id);
    if (row) {
      const next = applyChange(row, change, at);
      if (next !== row) await highlights.put(next);
      return true;
    }
    const binned = await bin.get(id);
    if (!binned) return false;
    const next = applyChange(binned.highlight, change, at);
    if (next !== binned.highlight) await bin.put({ ...binned, highlight: next });
    return true;
  });
}

function reportFound({ highlights }: Tables, found: readonly FoundReport[], at: string): Promise<number> {
  const last = new Map(found.map((each) => [each.id, each]));
  return countWhere([...last.keys()], async (id) => {
    const { state, text } = last.get(id)!;
    const row = await highlights.get(id);
    if (!row || (row.found?.state === state && row.found.text === text)) return false;
    await highlights.put({ ...row, found: { state, at, ...(text !== undefined && { text }) } });
    return true;
  });
}

/** Does something for each id, all at once. @returns for how many it answered `true` */
async function countWhere(ids: readonly string[], work: (id: string) => Promise<boolean>): Promise<number> {
  const done = await Promise.all([...new Set(ids)].map(work));
  return done.filter(Boolean).length;
}

/**
 * The entries named in a highlight, as its page explains them where we have more of it than the highlight itself. None
 * where the packs do not open: that is no reason not to keep what the reader wants to keep.
 */
async function mentionsIn(
  { backend, corrections }: Pick<Surroundings, "backend" | "corrections">, { text, anchor, page }: Highlight, around?: SaveRequest["around"],
): Promise<Highlight["mentions"]> {
  const { prefix = "", suffix = "" } = anchor ?? {};
  const blocks = around?.blocks ?? [prefix + text + suffix];
  const from = placeOf(around?.from) ?? [0, prefix.length];
  const to = placeOf(around?.to) ?? [0, prefix.length + text.length];
  try {
    return mentionsWithin(await backend.spot({ lang: page.lang, blocks, seen: [] }, await corrections(page.keys)), from, to);
  } catch {
    return [];
  }
}

function placeOf(numbers: readonly number[] | undefined): Place | undefined {
  const [block, offset] = numbers ?? [];
  return block === undefined || offset === undefined ? undefined : [block, offset];
}
