/**
 * The approach of clients that find quotations again with the package approx-string-match, written anew: the words where
 * they stood; then all places of the very words; then all places that are as near to them as any, with errors in up to
 * half of the characters. Of several the one whose surroundings and position are most like the old ones is taken,
 * however little that is.
 */
import search from "approx-string-match";
import type { Anchor, Outcome } from "../../src/anchoring/anchor";

/** Characters of the surroundings that are kept on each side. */
const CONTEXT = 32;
const MOST_ERRORS = 256;
/** What the words, each side, and the position weigh. */
const WEIGHTS = { words: 50, side: 20, position: 2 };

interface Place {
  start: number;
  end: number;
  errors: number;
}

export function findApproximately(text: string, { exact, prefix, suffix, start = 0 }: Anchor): Outcome {
  if (exact === "") return { state: "orphan" };
  const end = start + exact.length;
  if (text.slice(start, end) === exact) return { state: "exact", start, end };
  const before = prefix.slice(-CONTEXT);
  const after = suffix.slice(0, CONTEXT);
  let best: { score: number; place: Place } | null = null;
  for (const place of placesOf(text, exact, Math.min(MOST_ERRORS, exact.length / 2))) {
    const score =
      WEIGHTS.words * (1 - place.errors / exact.length) +
      WEIGHTS.side * likeness(text.slice(Math.max(0, place.start - before.length), place.start), before) +
      WEIGHTS.side * likeness(text.slice(place.end, place.end + after.length), after) +
      WEIGHTS.position * (1 - Math.abs(place.start - start) / text.length);
    if (!best || score > best.score) best = { score, place };
  }
  if (!best) return { state: "orphan" };
  return { state: best.place.errors === 0 ? "moved" : "changed", start: best.place.start, end: best.place.end };
}

function placesOf(text: string, words: string, mostErrors: number): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push({ start: at, end: at + words.length, errors: 0 });
  return places.length > 0 ? places : search(text, words, mostErrors);
}

/** From 0, nothing in common, to 1. */
function likeness(text: string, wanted: string): number {
  if (wanted === "" || text === "") return wanted === "" ? 1 : 0;
  const [nearest] = search(text, wanted, wanted.length);
  return nearest ? 1 - nearest.errors / wanted.length : 0;
}
