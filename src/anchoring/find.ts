/**
 * Finds passages again in a page's text.
 *
 * All passages of a page are put together to what is known of the old page (old-page.ts), which is aligned with the new
 * one (chain.ts). Each passage is then looked for where the alignment has it, where its words stand as they were, and
 * where its rare words and those around it gather (candidates.ts). What speaks for the best place is weighed (score.ts),
 * and where that is too little, the passage is an orphan: it is better to say so than to show something else.
 */
import type { Anchor, Outcome } from "./anchor";
import { alignPart, type Candidate, judge, likelyShifts, nearness, sameTokens } from "./candidates";
import { type Alignment, alignPages, heaviestChain } from "./chain";
import { normalise } from "./normalise";
import { type OldPage, type Passage, readOldPage } from "./old-page";
import type { PageText } from "./page-text";
import { type Scored, scoreCandidate } from "./score";
import { runAll } from "./slices";

export { preparePage, preparing, type PageText } from "./page-text";

/** Places with the same words that are looked at, the nearest ones, and those of them that are weighed. */
const MOST_SAME = 300;
const MOST_WEIGHED = 6;
/** Other places that are weighed. */
const MOST_SHIFTS = 3;
/** Tokens on either side of such a place in which the passage may lie. */
const SLACK = 48;
/** Passages of more tokens are put together from runs instead. */
const LONG = 300;
/** Share of the context that must be left for "the same surroundings". */
const SAME_SURROUNDINGS = 0.25;

/**
 * Finds one passage. Where there are several, `findAll` knows more: each tells where the others may be.
 * @param page see `preparePage`
 */
export function find(page: PageText, anchor: Anchor): Outcome {
  return runAll(findAll(page, [anchor]))[0]!;
}

/**
 * Finds the passages of a page. Yields often, so that the caller can do it in slices: no step takes longer than a
 * millisecond or two, save those of a passage that is as long as a book. Any anchor is taken; one that says nothing is an orphan.
 * @param page see `preparePage`
 * @returns what was found, in the order of the anchors
 */
export function* findAll(page: PageText, anchors: readonly Anchor[]): Generator<void, Outcome[]> {
  const old = yield* readOldPage(page, anchors);
  const alignment = yield* alignPages(page, old);
  const outcomes: Outcome[] = [];
  for (const [index, anchor] of anchors.entries()) {
    outcomes.push(unchanged(page, anchor) ?? (yield* findOne(page, old, old.passages[index]!, alignment, anchor)));
    yield;
  }
  return outcomes;
}

/** The passage where it was, with its context as it was. */
function unchanged({ text }: PageText, { exact, prefix, suffix, start }: Anchor): Outcome | null {
  if (exact === "" || start === undefined || start < prefix.length) return null;
  return text.startsWith(prefix + exact + suffix, start - prefix.length) ? { state: "exact", start, end: start + exact.length } : null;
}

function* findOne(page: PageText, old: OldPage, passage: Passage, alignment: Alignment, anchor: Anchor): Generator<void, Outcome> {
  if (passage.from === passage.to) return { state: "orphan" };
  let best: Scored | null = null;
  for (const scored of yield* scorePlaces(page, old, passage, alignment)) {
    const { candidate } = scored;
    const before = best && (best.score > scored.score || (best.score === scored.score && best.candidate.first <= candidate.first));
    if (!before) best = scored;
  }
  return best && best.score > 0 ? yield* outcomeOf(page, passage, anchor, best) : { state: "orphan" };
}

/** Every place where the passage may stand, and what speaks for it. */
export function* scorePlaces(page: PageText, old: OldPage, passage: Passage, alignment: Alignment): Generator<void, Scored[]> {
  if (passage.from === passage.to) return [];
  const same = sameTokens(page, old, passage, expectedPlace(passage, alignment, old.placed), MOST_SAME);
  const candidates = yield* candidatesOf(page, old, passage, alignment, same.firsts);
  return candidates.map((candidate) => scoreCandidate(page, old, passage, alignment, candidate, same.count));
}

/** The token of the page at which the passage would begin, by the nearest token before it that has stayed, or after it. */
function expectedPlace({ from, to }: Passage, { places, before, after }: Alignment, placed: number): number {
  const ahead = from > 0 ? before[from - 1]! : -1;
  if (ahead >= 0) return places[ahead]! + from - ahead;
  const behind = to < placed ? after[to]! : placed;
  return behind < placed ? places[behind]! - (behind - from) : from;
}

function* candidatesOf(page: PageText, old: OldPage, passage: Passage, alignment: Alignment, same: readonly number[]): Generator<void, Candidate[]> {
  const out: Candidate[] = [];
  const add = (found: Candidate | null): void => {
    if (found && !out.some((other) => other.first === found.first && other.last === found.last)) out.push(found);
  };
  add(judge(page, old, passage, (token) => alignment.places[token]!));
  const nearest = same
    .map((first) => ({ first, near: nearness(page, old, passage, first) }))
    .sort((a, b) => b.near - a.near || a.first - b.first)
    .slice(0, MOST_WEIGHED);
  for (const { first } of nearest) {
    yield;
    add(judge(page, old, passage, (token) => first + token - passage.from));
  }
  yield;
  if (passage.to - passage.from > LONG) add(yield* fromRuns(page, old, passage, alignment));
  else {
    for (const shift of likelyShifts(page, old, passage, MOST_SHIFTS)) {
      add(yield* alignPart(page, old, passage, passage.from + shift - SLACK, passage.to + shift + SLACK));
    }
  }
  return out;
}

/** A long passage, as what was found of it beyond doubt, wherever that is. */
function* fromRuns(page: PageText, old: OldPage, passage: Passage, { runs }: Alignment): Generator<void, Candidate | null> {
  const { from, to } = passage;
  const places = new Int32Array(to - from).fill(-1);
  const within = runs.filter((run) => run.old < to && run.old + run.length > from);
  for (const run of yield* heaviestChain(page, old, within)) {
    for (let token = Math.max(from, run.old); token < Math.min(to, run.old + run.length); token++) places[token - from] = run.now + token - run.old;
  }
  return judge(page, old, passage, (token) => places[token - from]!);
}

function* outcomeOf(page: PageText, passage: Passage, anchor: Anchor, { candidate, inPlace }: Scored): Generator<void, Outcome> {
  const { text, tokens } = page;
  let start = tokens.starts[candidate.first]!;
  let end = tokens.ends[candidate.last - 1]!;
  if (candidate.same) {
    // As it was selected: in the midst of a word, with a space at its end.
    start += passage.cutBefore;
    end -= passage.cutAfter;
    if (text.startsWith(passage.spaceBefore, start - passage.spaceBefore.length)) start -= passage.spaceBefore.length;
    if (text.startsWith(passage.spaceAfter, end)) end += passage.spaceAfter.length;
  }
  if (start >= end) return { state: "orphan" };
  // Other tokens are another text; the same ones may have other capitals.
  if (!candidate.same) return { state: "changed", start, end };
  if (end - start !== anchor.exact.length || !text.startsWith(anchor.exact, start)) {
    const now = normalise(text.slice(start, end));
    yield;
    if (now !== normalise(anchor.exact)) return { state: "changed", start, end };
  }
  const { left, right } = candidate;
  const surrounded = left.bits + right.bits >= (left.most + right.most) * SAME_SURROUNDINGS;
  return { state: surrounded && (inPlace || passage.start < 0) ? "exact" : "moved", start, end };
}
