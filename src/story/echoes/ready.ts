/**
 * Passages of a pack as a build has read them. To read a large pack takes seconds, most of which are spent on finding
 * the names in its texts; a build does it once for packs in the box. Without it they are read as the reader's own are.
 */
import { fromKey, keyOf } from "../../spotting/memory";
import type { Spotter } from "../../spotting/spot";
import { plain } from "../plain";
import type { Nation } from "./nations";
import type { EchoPassage } from "./passages";

/** What the passages were read from: another file is another pack. */
export interface ReadyFor {
  id: string;
  version: string;
  /** Bytes of its file. */
  size: number;
}

interface Row extends Pick<EchoPassage, "entry" | "form" | "part" | "paragraph" | "acts" | "eventActs"> {
  /** Of quotes alone: that of others is in the paragraph. */
  text?: string;
  /** First and last day; `null` where it is open. */
  days: [number | null, number | null];
  /** Start, end, and number of the entry in the pack. */
  names: [number, number, number][];
  /** Numbers of entries in the pack. */
  entries: number[];
  nations: Nation[];
}

/** @param passages of this pack, read with no other pack open */
export function writeReady(of: ReadyFor, passages: readonly EchoPassage[]): string {
  const rows = passages.map(({ entry, form, part, paragraph, text, days, names, entries, nations, acts, eventActs }): Row => ({
    entry,
    form,
    part,
    paragraph,
    ...(!paragraph && { text }),
    days: [finite(days.min), finite(days.max)],
    names: names.map((name) => [name.start, name.end, fromKey(name.entry).entry]),
    entries: [...entries].map((key) => fromKey(key).entry),
    nations: [...nations],
    acts,
    eventActs,
  }));
  return JSON.stringify({ of, rows });
}

/**
 * The passages of pack number `pack` of a spotter.
 * @returns null where they are of another pack, or are no such passages
 */
export function openReady(json: string, of: ReadyFor, spotter: Spotter, pack: number): EchoPassage[] | null {
  try {
    const read = JSON.parse(json) as { of: ReadyFor; rows: Row[] };
    if (read.of.id !== of.id || read.of.version !== of.version || read.of.size !== of.size) return null;
    const key = (entry: number): number => spotter.twins.first(keyOf(pack, entry));
    return read.rows.map(({ days: [min, max], names, entries, nations, text, ...row }) => ({
      ...row,
      pack,
      own: key(row.entry),
      text: text ?? plain(row.paragraph ?? []).trim(),
      days: { min: min ?? -Infinity, max: max ?? Infinity },
      names: names.map(([start, end, entry]) => ({ start, end, entry: key(entry) })),
      entries: new Set(entries.map(key)),
      nations: new Set(nations),
    }));
  } catch {
    return null;
  }
}

function finite(day: number): number | null {
  return Number.isFinite(day) ? day : null;
}
