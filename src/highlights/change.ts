/** What a reader's change makes of a highlight, whatever has become of it since they looked at it. */
import type { Highlight, HighlightChange } from "../messages/highlight";

/**
 * Applies a change to a highlight as it is now. Only what the change names is touched, so that what somebody else did
 * to the others meanwhile stays. Asked twice for the same, it does nothing the second time.
 * @param now ISO 8601, in UTC: when it is changed
 * @returns the highlight itself where nothing changes, or else a new one
 */
export function applyChange(row: Highlight, change: HighlightChange, now: string): Highlight {
  const colour = change.colour ?? row.colour;
  const note = change.note ? mergeNote(row.note, change.note) : row.note;
  const tags = changeTags(row.tags, change.addTags ?? [], change.removeTags ?? []);
  const same = colour === row.colour && note === row.note && areEqual(tags, row.tags);
  return same ? row : { ...row, colour, note, tags, modified: now };
}

/** What of a row another one was made from: whoever changed it since is known by it. */
export type Basis = Pick<Highlight, "modified" | "note" | "tags" | "colour">;

/**
 * The row to keep where one is put in the place of another that may have been changed since: then only what was changed on
 * the way from `basis` to `row` is changed. How it was last found is as whoever looked last has it.
 * @param current the row that is there
 * @param row the row that is put in its place
 * @param basis what `row` was made from; null where it was made from none
 * @param now ISO 8601, in UTC
 */
export function putOver(current: Highlight, row: Highlight, basis: Basis | null, now: string): Highlight {
  const found = current.found && (!row.found || row.found.at < current.found.at) ? { found: current.found } : {};
  if (current.modified === basis?.modified) return { ...row, ...found };
  const { note, tags, colour, created, modified } = current;
  const isNew = (tag: string) => !basis?.tags.includes(tag);
  return applyChange({ ...row, note, tags, colour, created, modified, ...found }, {
    note: { was: basis?.note ?? "", now: row.note },
    addTags: row.tags.filter(isNew),
    removeTags: basis?.tags.filter((tag) => !row.tags.includes(tag)) ?? [],
    ...(basis && basis.colour !== row.colour && { colour: row.colour }),
  }, now);
}

/** Between two notes that were written at the same time. */
const BETWEEN_NOTES = "\n\n";

/**
 * The note that is kept where the writer saw `was` and leaves `now`. Where somebody else wrote meanwhile, the lines that
 * the writer changed are changed where they stand now; where they cannot be found, both notes are kept whole: words that
 * are there twice are a nuisance, words that are gone are a loss.
 */
function mergeNote(current: string, { was, now }: { was: string; now: string }): string {
  if (current === was || current === now || was === now) return was === now ? current : now;
  if (current === "" || now === "") return current || now;
  const lines = current.split("\n");
  const [seen, left] = [was.split("\n"), now.split("\n")];
  const isThere = placesOf(lines, left).length > 0;
  // Both were kept whole before, and what is asked is asked again.
  if (isThere && left.length > 1 && left.some((line) => !seen.includes(line))) return current;
  const merged = mergeLines(lines, seen, left);
  if (merged) return merged.join("\n");
  return isThere ? current : current + BETWEEN_NOTES + now;
}

/**
 * A three-way merge by lines, of one stretch: what is between the first and the last line that differ. It is looked for
 * with the lines before and after it, or with one of them, or alone where it has words, and must be there once; where it
 * stands as the writer left it already, nothing changes. @returns null where it is not there
 */
function mergeLines(current: readonly string[], was: readonly string[], now: readonly string[]): readonly string[] | null {
  const shorter = Math.min(was.length, now.length);
  let before = 0;
  while (before < shorter && was[before] === now[before]) before++;
  let after = 0;
  while (after < shorter - before && was.at(-1 - after) === now.at(-1 - after)) after++;
  const removed = was.slice(before, was.length - after);
  const added = now.slice(before, now.length - after);
  for (const [lead, trail] of [[1, 1], [1, 0], [0, 1], [0, 0]] as const) {
    if (lead > before || trail > after) continue;
    const isAlone = lead + trail === 0;
    if (isAlone && removed.join("").trim() === "") continue;
    const left = [...was.slice(before - lead, before), ...added, ...now.slice(now.length - after, now.length - after + trail)];
    if (!isAlone && added.length > 0 && placesOf(current, left).length > 0) return current;
    const places = placesOf(current, was.slice(before - lead, before + removed.length + trail));
    if (places.length === 1) return current.toSpliced(places[0]! + lead, removed.length, ...added);
  }
  return null;
}

/** Where a run of lines stands among others. */
function placesOf(lines: readonly string[], run: readonly string[]): number[] {
  return lines.flatMap((_, at) => (run.every((line, offset) => lines[at + offset] === line) ? [at] : []));
}

/** Tags in the order in which they were given; one that is both taken and given stays where it is. */
function changeTags(tags: readonly string[], add: readonly string[], remove: readonly string[]): string[] {
  const given = tidyTags(add);
  const gone = new Set(tidyTags(remove).map(sameTag));
  const kept = tags.filter((tag) => given.includes(tag) || !gone.has(sameTag(tag)));
  const there = new Set(kept.map(sameTag));
  return [...kept, ...given.filter((tag) => !there.has(sameTag(tag)))];
}

/** Without "#" and spaces around them, each once in the letters in which it came first, none empty. */
export function tidyTags(tags: readonly string[]): string[] {
  const tidy = new Map<string, string>();
  for (const tag of tags.map(tidyTag)) if (tag !== "" && !tidy.has(sameTag(tag))) tidy.set(sameTag(tag), tag);
  return [...tidy.values()];
}

/** What "war" and "War" have in common. */
function sameTag(tag: string): string {
  return tag.normalize("NFC").toLowerCase();
}

function tidyTag(tag: string): string {
  return tag.replace(/^[\s#]+/, "").trim();
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at]);
}
