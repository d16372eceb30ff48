/** What an import will do, before it does anything: pure, so that the same plan is shown and carried out. */
import { normalise } from "../anchoring/normalise";
import type { Highlight, HighlightChange, PageFacts } from "../messages/highlight";
import { articleKeys } from "./address";
import { applyChange, tidyTags } from "./change";

export const FATES = [
  /** Is not there yet. */
  "added",
  /** Is there, and the file says more, or something later, of it. */
  "updated",
  /** Is there already, and the file says nothing new of it. */
  "same",
  /** The same passage was highlighted already, with an id of its own: tags and note of the two become one. */
  "duplicate",
  /** Is in the bin: whether it is wanted again, the reader says. */
  "deleted",
] as const;
export type Fate = (typeof FATES)[number];

/** What becomes of one record of the file. */
export interface Step {
  record: Highlight;
  fate: Fate;
  /** What is there, of "updated", "same", "duplicate" and "deleted". */
  before?: Highlight;
  /** The row to put, where one is to be: of "duplicate", what was there with what the file adds. */
  after?: Highlight;
  /** Were two notes put together? */
  bothNotes?: boolean;
}

export interface ImportPlan {
  /** In the order of the records. */
  steps: readonly Step[];
  counts: Readonly<Record<Fate, number>>;
}

/** What is kept already. */
export interface Existing {
  rows: Iterable<Highlight>;
  bin: Iterable<Highlight>;
}

/**
 * Compares the records of a file with what is kept. Importing the same file again changes nothing more.
 * @param now the one that `readImport` was told: a record that has it was not dated, and is taken for older than anything
 */
export function planImport(records: readonly Highlight[], { rows, bin }: Existing, now: string): ImportPlan {
  const kept = new Map(Array.from(rows, (row) => [row.id, row]));
  const binned = new Map(Array.from(bin, (row) => [row.id, row]));
  const ids = new Set(records.map(({ id }) => id));
  // What the file has as two highlights are two, however alike they are: an export of everything brings everything back.
  const twins = new Twins(Array.from(kept.values()).filter(({ id }) => !ids.has(id)));
  const counts = Object.fromEntries(FATES.map((fate) => [fate, 0])) as Record<Fate, number>;
  const seen = new Set<string>();
  const steps = records.map((record): Step => {
    const step = planRecord({ ...record, tags: tidyTags(record.tags) }, kept, binned, twins, { now, isAgain: seen.has(record.id) });
    const { fate, after } = step;
    seen.add(record.id);
    counts[fate]++;
    if (after) (fate === "deleted" ? binned : kept).set(after.id, after);
    return step;
  });
  return { steps, counts };
}

/**
 * The rows that carry a plan out, each once, as it is in the end.
 * @param withDeleted Does the reader want what is in the bin?
 */
export function rowsToPut({ steps }: ImportPlan, withDeleted: boolean): Highlight[] {
  const rows = steps.flatMap(({ fate, after }) => (after && (withDeleted || fate !== "deleted") ? [[after.id, after] as const] : []));
  return [...new Map(rows).values()];
}

interface Circumstances {
  now: string;
  /** Was there a record of this id before it? */
  isAgain: boolean;
}

function planRecord(record: Highlight, kept: Map<string, Highlight>, binned: Map<string, Highlight>, twins: Twins, circumstances: Circumstances): Step {
  const before = kept.get(record.id);
  if (before) {
    const after = merged(before, record, circumstances);
    return after === before ? { record, fate: "same", before } : { record, fate: "updated", before, after, ...noted(before, record, after) };
  }
  const inBin = binned.get(record.id);
  if (inBin) return { record, fate: "deleted", before: inBin, after: merged(inBin, record, circumstances) };
  const id = twins.of(record);
  const twin = id === undefined ? undefined : kept.get(id);
  if (!twin) return { record, fate: "added", after: record };
  const after = applyChange(twin, both(twin, record), circumstances.now);
  return { record, fate: "duplicate", before: twin, ...(after !== twin && { after, ...noted(twin, record, after) }) };
}

function noted(before: Highlight, record: Highlight, after: Highlight): Pick<Step, "bothNotes"> {
  return after.note !== before.note && after.note !== record.note ? { bothNotes: true } : {};
}

/**
 * Two versions of one highlight. What only one of them changed since it was made is as that one has it; where both did,
 * notes and tags of both are kept, and the later one's colour. Where neither did, the record's note is the one that counts,
 * but beside that of another record of the same file. The passage and its anchor stay as they were first saved.
 * @returns `before` itself where it stays as it is
 */
function merged(before: Highlight, record: Highlight, { now, isAgain }: Circumstances): Highlight {
  const dated = record.modified !== now;
  const later = dated && record.modified > before.modified;
  const ours = before.modified !== before.created;
  const theirs = dated && record.modified !== record.created;
  const notes = bothNotes(before.note, record.note);
  const note = isAgain || notes === before.note ? notes : record.note;
  const written: Highlight = {
    ...before,
    ...(theirs && !ours && { note: record.note, tags: record.tags, colour: record.colour }),
    ...(!theirs && !ours && { note, tags: tidyTags([...before.tags, ...record.tags]) }),
  };
  const united = theirs && ours ? applyChange(written, { ...both(written, record), ...(later && { colour: record.colour }) }, before.modified) : written;
  const anchor = before.anchor ?? record.anchor;
  const found = [before.found, record.found].filter((each) => each !== undefined).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  const foreign = later ? (record.foreign ?? before.foreign) : (before.foreign ?? record.foreign);
  const after: Highlight = {
    ...united,
    page: fullerPage(before.page, record.page),
    mentions: before.mentions.length ? before.mentions : record.mentions,
    modified: later ? record.modified : before.modified,
    ...(anchor && { anchor }),
    ...(found && { found }),
    ...(foreign !== undefined && { foreign }),
  };
  return isSame(after, before) ? before : after;
}

/** The change that keeps notes and tags of both. */
function both(row: Highlight, record: Highlight): HighlightChange {
  return { note: { was: row.note, now: bothNotes(row.note, record.note) }, addTags: record.tags };
}

/** Two notes, each of them whole; one where it has the other in it, as paragraphs of its own or as what was written on. */
function bothNotes(ours: string, theirs: string): string {
  if (!theirs || hasNote(ours, theirs)) return ours;
  return !ours || hasNote(theirs, ours) ? theirs : `${ours}\n\n${theirs}`;
}

/** Does a note have another in it, from the beginning of a paragraph to the end of a word? */
function hasNote(note: string, other: string): boolean {
  const [all, begun] = [`\n\n${note}`, `\n\n${other}`];
  for (let at = all.indexOf(begun); at >= 0; at = all.indexOf(begun, at + 1)) {
    if (!/^[\p{L}\p{M}\p{N}]/u.test(note.slice(at + other.length))) return true;
  }
  return false;
}

/** What one of them did not know of the page, from the other; the keys of both. */
function fullerPage(before: PageFacts, record: PageFacts): PageFacts {
  const facts = Object.entries(record).filter(([key]) => key !== "keys" && !before[key as keyof PageFacts]);
  return { ...before, ...Object.fromEntries(facts), keys: [...before.keys, ...new Set(record.keys.filter((key) => !before.keys.includes(key)))] };
}

/** When it was last changed counts for nothing where nothing else is different. */
function isSame(a: Highlight, b: Highlight): boolean {
  const fields = Object.keys({ ...a, ...b }) as (keyof Highlight)[];
  return fields.every((field) => field === "modified" || a[field] === b[field] || JSON.stringify(a[field]) === JSON.stringify(b[field]));
}

/** More highlights of the same words of an article than this are not compared one by one. */
const MOST_ALIKE = 100;

/** Highlights by article and words, in which the same passage is found under another id. */
class Twins {
  readonly #rows = new Map<string, Highlight[]>();

  constructor(rows: Iterable<Highlight>) {
    for (const row of rows) {
      for (const key of keysOf(row)) {
        const alike = this.#rows.get(key);
        if (!alike) this.#rows.set(key, [row]);
        else if (alike.length < MOST_ALIKE) alike.push(row);
      }
    }
  }

  /** Id of the highlight of the same passage of the same article; `undefined` where there is none. */
  of(record: Highlight): string | undefined {
    for (const key of keysOf(record)) {
      const twin = this.#rows.get(key)?.find((row) => isOfSamePlace(row, record));
      if (twin) return twin.id;
    }
    return undefined;
  }
}

/** What two highlights have in common that are of the same words of the same article, or of the same quote or entry. */
function keysOf({ kind, page, text, note, of }: Highlight): string[] {
  const keys = page.keys.length ? page.keys : articleKeys(page.url);
  // Notes on a whole page have no words to be known by, but their own.
  const words = text ? normalise(text) : `\n${note}`;
  return keys.map((key) => JSON.stringify([kind, key, words, of?.ref, of?.quote]));
}

/** Do the same words stand in the same place? They do where nothing says otherwise: many programs keep no more than the words. */
function isOfSamePlace({ anchor: a }: Highlight, { anchor: b }: Highlight): boolean {
  if (!a || !b) return true;
  const known = (a.prefix !== "" && b.prefix !== "") || (a.suffix !== "" && b.suffix !== "");
  if (known && endsAlike(a.prefix, b.prefix) && startsAlike(a.suffix, b.suffix)) return true;
  const placed = a.start !== undefined && b.start !== undefined;
  // Programs count what stands before in ways of their own: a little to one side is the same place.
  if (placed) return a.start! < (b.end ?? b.start!) && b.start! < (a.end ?? a.start!);
  return !known;
}

/** Programs keep more or less of what stands around a passage: as much as both have is compared. */
function startsAlike(a: string, b: string): boolean {
  const [x, y] = [bare(a), bare(b)];
  return x.startsWith(y) || y.startsWith(x);
}

function endsAlike(a: string, b: string): boolean {
  const [x, y] = [bare(a), bare(b)];
  return x.endsWith(y) || y.endsWith(x);
}

/** Without white space, which each program reads from a page in its own way. */
function bare(text: string): string {
  return normalise(text).replace(/\s+/g, "");
}
