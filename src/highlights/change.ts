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

/** Between two notes that were written at the same time. */
const BETWEEN_NOTES = "\n\n";

/**
 * The note that is kept where the writer saw `was` and leaves `now`. Where somebody else wrote meanwhile, what they left
 * stands first and the writer's below it: words that are there twice are a nuisance, words that are gone are a loss.
 */
function mergeNote(current: string, { was, now }: { was: string; now: string }): string {
  if (was === now || current === was) return current === was ? now : current;
  if (holds(current, now)) return current;
  if (current === "" || holds(now, current)) return now;
  return current + BETWEEN_NOTES + now;
}

/** Whether a note has another in it, whole, as `mergeNote` puts them together. */
function holds(note: string, other: string): boolean {
  const fenced = (text: string) => BETWEEN_NOTES + text + BETWEEN_NOTES;
  return other === "" || fenced(note).includes(fenced(other));
}

/** Tags in the order in which they were given; one that is both taken and given is there. */
function changeTags(tags: readonly string[], add: readonly string[], remove: readonly string[]): string[] {
  const gone = new Set(remove.map((tag) => sameTag(tidyTag(tag))));
  return tidyTags([...tags.filter((tag) => !gone.has(sameTag(tag))), ...add]);
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
