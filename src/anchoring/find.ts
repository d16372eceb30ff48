/** Finds passages again in a page's text. */
import type { Anchor, Outcome } from "./anchor";
import { normalise } from "./normalise";
import type { PageText } from "./page-text";
import { cut } from "./tokens";

export { preparePage, preparing, type PageText } from "./page-text";

/** Finds one passage. See `findAll`. */
export function find(page: PageText, anchor: Anchor): Outcome {
  const steps = findAll(page, [anchor]);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value[0]!;
  }
}

/** Finds the passages of a page, in their order, and yields often: no step takes longer than about a millisecond. */
export function* findAll(page: PageText, anchors: readonly Anchor[]): Generator<void, Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const anchor of anchors) {
    outcomes.push(findOne(page, anchor));
    yield;
  }
  return outcomes;
}

function findOne(page: PageText, anchor: Anchor): Outcome {
  const { text } = page;
  const { exact, prefix, suffix, start = 0 } = anchor;
  const end = start + exact.length;
  if (exact !== "" && text.startsWith(exact, start) && text.startsWith(suffix, end) && text.endsWith(prefix, start)) return { state: "exact", start, end };
  if (normalise(exact) === "") return { state: "orphan" };
  const tokens = cut(exact);
  const wanted = Array.from(tokens.hashes.subarray(0, tokens.count), (hash) => page.idOf(hash));
  if (wanted.includes(-1)) return { state: "orphan" };
  const frequency = (id: number): number => page.firsts[id + 1]! - page.firsts[id]!;
  let pivot = 0;
  for (let at = 1; at < wanted.length; at++) if (frequency(wanted[at]!) < frequency(wanted[pivot]!)) pivot = at;
  const before = idsOf(page, prefix);
  const after = idsOf(page, suffix);
  let best: { score: number; first: number } | null = null;
  for (const place of page.places.subarray(page.firsts[wanted[pivot]!], page.firsts[wanted[pivot]! + 1])) {
    const first = place - pivot;
    if (!wanted.every((id, at) => page.ids[first + at] === id)) continue;
    let score = -Math.abs(page.tokens.starts[first]! - start) / (text.length + 1);
    for (let at = 1; at <= before.length; at++) if (page.ids[first - at] === before[before.length - at]) score++;
    for (let at = 0; at < after.length; at++) if (page.ids[first + wanted.length + at] === after[at]) score++;
    if (!best || score > best.score) best = { score, first };
  }
  if (!best) return { state: "orphan" };
  const from = page.tokens.starts[best.first]!;
  return { state: best.score >= (before.length + after.length) / 2 ? "exact" : "moved", start: from, end: page.tokens.ends[best.first + wanted.length - 1]! };
}

function idsOf(page: PageText, text: string): number[] {
  const tokens = cut(text);
  return Array.from(tokens.hashes.subarray(0, tokens.count), (hash) => page.idOf(hash));
}
