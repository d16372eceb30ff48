/** Carrying an import out, batch by batch, and taking it back. */
import type { Basis } from "../../highlights/change";
import { type ImportPlan, rowsToPut } from "../../highlights/import-plan";
import type { Counted } from "../../messages/about-highlights";
import type { Highlight } from "../../messages/highlight";
import type { LibraryActions } from "./actions";
import type { Read } from "./files";

/** Rows that are put in at once: about as many as the background reads for names in a second. */
export const BATCH = 500;
/** UTF-16 code units of JSON that are sent at once, but for a row that has more: Chromium sends no message of 64 MB. */
export const MOST_UNITS = 8_000_000;

/** How far an import has come. What is done stays done, whatever becomes of the rest. */
export interface Imported {
  /** The rows that were put in, in the order in which they were. */
  rows: Highlight[];
  /** Why it did not come to its end. */
  failed?: Pick<Counted, "refused" | "why">;
}

/**
 * Puts the rows of a plan in.
 * @param withDeleted Does the reader want what is in the bin?
 * @param progress Told after each batch how many rows are in, and how many there will be
 */
export async function carryOut({ plan, findNames }: Pick<Read, "plan" | "findNames">, withDeleted: boolean, actions: Pick<LibraryActions, "put">, progress: (done: number, all: number) => void): Promise<Imported> {
  const rows = rowsToPut(plan, withDeleted);
  const before = beforeEach(plan);
  let done = 0;
  for (const batch of batchesOf(rows)) {
    progress(done, rows.length);
    const over = batch.map(({ id }) => basisOf(before.get(id)));
    const { refused, why } = await answered(actions.put(batch, findNames, over));
    if (refused) return { rows: rows.slice(0, done), failed: { refused, why } };
    done += batch.length;
  }
  return { rows };
}

/**
 * Takes an import back: what it added is deleted, what it changed is as it was. What the reader has changed since stays
 * as it is.
 * @throws Error with what the browser said where that did not come to its end
 */
export async function takeBack(plan: ImportPlan, { rows }: Imported, actions: Pick<LibraryActions, "put" | "remove" | "byIds">): Promise<void> {
  const before = beforeEach(plan);
  for (const rowsOfBatch of batchesOf(rows)) {
    const batch = new Map(rowsOfBatch.map((row) => [row.id, row]));
    const untouched = (await actions.byIds([...batch.keys()])).filter(({ id, modified }) => batch.get(id)!.modified === modified);
    const old = untouched.map(({ id }) => before.get(id)).filter((row) => row !== undefined);
    const added = untouched.map(({ id }) => id).filter((id) => !before.get(id));
    if (old.length > 0) ended(await answered(actions.put(old, false, old.map(({ id }) => basisOf(batch.get(id))))));
    if (added.length > 0) ended(await answered(actions.remove(added)));
  }
}

/** What there was of each row that a plan puts in: two records of a file may be of one highlight, and the first of them counts. */
function beforeEach(plan: ImportPlan): Map<string, Highlight | undefined> {
  const before = new Map<string, Highlight | undefined>();
  for (const { fate, after, before: was } of plan.steps) {
    if (after && !before.has(after.id)) before.set(after.id, fate === "added" || fate === "deleted" ? undefined : was);
  }
  return before;
}

function basisOf(row: Highlight | undefined): Basis | null {
  return row ? { modified: row.modified, note: row.note, tags: row.tags, colour: row.colour } : null;
}

/** In their order, as many at once as a message can hold. */
function* batchesOf(rows: readonly Highlight[]): Generator<Highlight[]> {
  let batch: Highlight[] = [];
  let units = 0;
  for (const row of rows) {
    const more = JSON.stringify(row).length;
    if (batch.length === BATCH || (batch.length > 0 && units + more > MOST_UNITS)) {
      yield batch;
      batch = [];
      units = 0;
    }
    batch.push(row);
    units += more;
  }
  if (batch.length > 0) yield batch;
}

function answered(asked: Promise<Counted>): Promise<Counted> {
  return asked.catch((error: unknown): Counted => ({ count: 0, refused: "storage", why: String(error) }));
}

function ended({ refused, why }: Counted): void {
  if (refused) throw new Error(why ?? refused);
}
