/** Finding highlights again on a long page that was edited: ours beside the approach of approx-string-match. */
import type { Anchor, Outcome } from "../../src/anchoring/anchor";
import { describe } from "../../src/anchoring/describe";
import { findAll, preparePage, preparing } from "../../src/anchoring/find";
import { interleave, type Plan } from "../lib/measure";
import { packProse } from "../lib/prose";
import { median, ratioOf } from "../lib/statistics";
import type { Options, Row, Section, Table } from "../report";
import { type Extent, makeRevision, type Revision } from "./revision";

/** The pages that are looked at for what was found; the first of them is timed. */
interface Scale {
  extent: Extent;
  pages: number;
  plan: Plan;
}

const FULL: Scale = { extent: { characters: 200_000, highlights: 200 }, pages: 5, plan: { rounds: 9, warmUpMs: 500, leastMs: 5 } };
const QUICK: Scale = { extent: { characters: 30_000, highlights: 40 }, pages: 1, plan: { rounds: 2, warmUpMs: 50, leastMs: 2 } };
const OURS = "Backstory";
const PEER = "approx-string-match";

/** Finds all of a page's highlights. */
type Way = (text: string, anchors: readonly Anchor[]) => Outcome[];

export async function run({ quick, say }: Options): Promise<Section> {
  const { extent, pages, plan } = quick ? QUICK : FULL;
  const { findApproximately } = await import("./peer");
  const ours: Way = (text, anchors) => complete(findAll(preparePage(text), anchors)).result;
  const peer: Way = (text, anchors) => anchors.map((anchor) => findApproximately(text, anchor));
  const prose = packProse();
  const revisions = Array.from({ length: pages }, (_, at) => makeRevision(prose, extent, at + 1));
  const [first] = revisions as [Revision];
  const anchors = anchorsOf(first);

  say("against the clock");
  const pass = (way: Way) => () => way(first.after, anchors).length;
  const [ourTimes = [], peerTimes = []] = interleave([{ name: OURS, pass: pass(ours) }, { name: PEER, pass: pass(peer) }], plan);
  say("the longest steps");
  const steps = Array.from({ length: plan.rounds }, () => ({ ours: longestOfOurs(first, anchors), peer: longestOf(anchors, (anchor) => findApproximately(first.after, anchor)) }));
  say("what is found");
  const found = { ours: tally(revisions, ours), peer: tally(revisions, peer) };

  const times: Row[] = [
    { name: OURS, value: median(ourTimes), unit: "ms", ratio: ratioOf(ourTimes, peerTimes), note: "the page made ready, and all highlights found" },
    { name: PEER, value: median(peerTimes), unit: "ms" },
  ];
  const longest: Row[] = [
    { name: OURS, value: Math.min(...steps.map((step) => step.ours)), unit: "ms", note: "one of its slices" },
    { name: PEER, value: Math.min(...steps.map((step) => step.peer)), unit: "ms", note: "one highlight" },
  ];
  const { highlights, characters } = extent;
  return {
    title: "Finding highlights again",
    prose: introduction(extent, revisions),
    tables: [
      { title: `${highlights} highlights on a page of ${grouped(characters)} characters`, ratioTo: PEER, rows: times },
      { title: "The longest step that nothing can interrupt", rows: longest },
      tableOf("Found: words that were kept, moved or changed", found, "survivors"),
      tableOf("Found, of those: words that were changed", found, "changed"),
      tableOf("Attached to something else: words that were deleted", found, "deleted"),
    ],
  };
}

const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, "\u00a0");

function introduction(extent: Extent, revisions: readonly Revision[]): string[] {
  const fates = revisions.flatMap(({ highlights }) => highlights.map(({ fate }) => fate));
  const of = (fate: string) => fates.filter((each) => each === fate).length;
  return [
    `The page is made of sentences of the packs in the box, full of names, dates and numbers. ${extent.highlights} sentences, pairs of sentences and parts of sentences are highlighted. Then it is edited: of a hundred sentences, twelve are reworded, six dropped and six followed by new ones; paragraphs are moved and put in; of a hundred highlighted passages, about twenty have a word in eight replaced, left out or put in, and about twenty are deleted, half of them with another sentence in their place. The passages are then looked for in the page as it has become.`,
    `*approx-string-match* stands for the approach of clients that use this package: the words at their old place; else all places of the very words; else those nearest to them with errors in up to half of the characters (256 at most), the best of which by its surroundings and its place is taken. It is written anew in \`bench/anchoring/peer.ts\`. Both have the same descriptions of the same passages.`,
    `Times are of one page, both in turns in one process; what is found is counted over ${revisions.length} ${revisions.length === 1 ? "page" : "pages"} with ${of("kept")} passages that were kept, ${of("changed")} that were changed and ${of("deleted")} that were deleted. A passage counts as found where what was found and what should have been have half of their extent in common; where the words were deleted, whatever is found is wrong. Words that are put in at random, in sentences as short as the entries of a table, are harder than what editors do: how well real revisions of real pages are followed, to which the goals are set, \`npm run -s anchor\` tells. The longest step is that of the round that was disturbed least.`,
  ];
}

function anchorsOf({ before, highlights }: Revision): Anchor[] {
  return highlights.map(({ before: [start, end] }) => describe(before, start, end));
}

/** Runs steps to their end. */
function complete<T>(steps: Generator<void, T>): { result: T; longest: number } {
  let longest = 0;
  for (;;) {
    const start = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - start);
    if (step.done) return { result: step.value, longest };
  }
}

function longestOfOurs({ after }: Revision, anchors: readonly Anchor[]): number {
  const { result: page, longest } = complete(preparing(after));
  return Math.max(longest, complete(findAll(page, anchors)).longest);
}

function longestOf(anchors: readonly Anchor[], find: (anchor: Anchor) => Outcome): number {
  let longest = 0;
  for (const anchor of anchors) {
    const start = performance.now();
    find(anchor);
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

const KINDS = ["survivors", "changed", "deleted"] as const;
type Kind = (typeof KINDS)[number];
interface Tally {
  all: number;
  right: number;
  astray: number;
  lost: number;
}
type Tallies = Record<Kind, Tally>;

function tally(revisions: readonly Revision[], way: Way): Tallies {
  const none = (): Tally => ({ all: 0, right: 0, astray: 0, lost: 0 });
  const tallies: Tallies = { survivors: none(), changed: none(), deleted: none() };
  for (const revision of revisions) {
    const outcomes = way(revision.after, anchorsOf(revision));
    for (const [index, { fate, after }] of revision.highlights.entries()) {
      const outcome = outcomes[index]!;
      const how = outcome.state === "orphan" ? "lost" : after && share(outcome, after) >= 0.5 ? "right" : "astray";
      for (const kind of KINDS) {
        if (kind !== fate && (kind !== "survivors" || !after)) continue;
        tallies[kind].all++;
        tallies[kind][how]++;
      }
    }
  }
  return tallies;
}

/** What two stretches have in common, of what they cover together. */
function share(found: { start: number; end: number }, [start, end]: readonly [number, number]): number {
  const common = Math.max(0, Math.min(found.end, end) - Math.max(found.start, start));
  return common / (found.end - found.start + end - start - common);
}

function tableOf(title: string, found: { ours: Tallies; peer: Tallies }, kind: Kind): Table {
  const row = (name: string, tallies: Tallies): Row => {
    const { all, right, astray, lost } = tallies[kind];
    const percent = (count: number) => (100 * count) / Math.max(1, all);
    const note = kind === "deleted" ? `${astray} of ${all}` : `${right} of ${all}; ${astray} taken for something else, ${lost} not found`;
    return { name, value: percent(kind === "deleted" ? astray : right), unit: "%", note };
  };
  return { title, rows: [row(OURS, found.ours), row(PEER, found.peer)] };
}
