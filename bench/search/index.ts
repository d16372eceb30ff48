/** Searching many highlights: ours beside reading them through, and beside MiniSearch as it comes. */
import { need, runStep } from "../lib/steps";
import type { Options, Row, Section, Table } from "../report";
import type { Contest, ContestTask, Way } from "./contest";

interface Scale {
  size: number;
  queries: number;
  rounds: number;
}

const FULL: Scale = { size: 100_000, queries: 50, rounds: 2 };
const QUICK: Scale = { size: 3_000, queries: 40, rounds: 1 };
const STEP_MS = 1_800_000;
/** Answers are cut at this length: what lies behind cannot be compared. */
const CUT = 2_000;

const NAMES: Record<Way, string> = {
  ours: "Backstory",
  waiting: "Backstory, before anything is in the index",
  scan: "reading all folded texts through",
  bare: "MiniSearch with its defaults",
};

export async function run({ quick, say }: Options): Promise<Section> {
  const scale = quick ? QUICK : FULL;
  say(`${scale.size} highlights`);
  const contests = need(await runStep<Contest[]>("search/contest", { cut: CUT, ...scale } satisfies ContestTask, STEP_MS));
  return {
    title: "Searching highlights",
    prose: introduction(scale),
    tables: [answers(contests), building(contests), memory(contests), foundTable(contests)],
    wrong: wrong(contests),
  };
}

function introduction({ size, queries, rounds }: Scale): string[] {
  return [
    `${grouped(size)} highlights, made of sentences of the packs in the box and, one in ten, of paragraphs of the Universal Declaration of Human Rights in Korean, Chinese, Russian, Japanese, French and Spanish; three in ten have a note, half have tags, eight are of one article. ${queries} queries: one to three words that follow each other in one of them, the last not typed to its end.`,
    `Measured is \`HighlightSearch\` of \`src/library/search-highlights.ts\`, MiniSearch 7 with terms of our own, which the library page runs in a worker: it finds beginnings of words and, where nothing has them, words with letters amiss; without case and accents, in any script. It is compared with reading through the same texts, folded beforehand, for the same beginnings of words; and with MiniSearch 7 as it comes, which finds whole words only, and what has any of them. All answer each query in turns, ${rounds} times in one process; a query's time is the median of its rounds. Given is the median over all queries; ratios are taken query by query. The share found leaves out queries with ${grouped(CUT)} answers and more.`,
  ];
}

const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, "\u00a0");

function answers(contests: readonly Contest[]): Table {
  return {
    title: "An answer",
    ratioTo: "reading through, query by query",
    rows: contests.map(({ way, p50, p95, ratio }) => ({ name: NAMES[way], value: p50, unit: "ms", ratio, note: `95th percentile ${p95.toFixed(1)} ms` })),
  };
}

function building(contests: readonly Contest[]): Table {
  const note = (longest: number) => (longest > 0 ? { note: `in steps, the longest of ${longest.toFixed(1)} ms` } : {});
  return { title: "Until all highlights are in", rows: contests.map(({ way, buildMs, longestMs }) => ({ name: NAMES[way], value: buildMs, unit: "ms", ...note(longestMs) })) };
}

function memory(contests: readonly Contest[]): Table {
  return { title: "Memory beside the highlights", rows: contests.map(({ way, held }) => ({ name: NAMES[way], value: held / 1e6, unit: "MB" })) };
}

/** What reading through finds is what there is. */
function foundTable(contests: readonly Contest[]): Table {
  const rows = contests.slice(1).map((contest): Row => {
    const { all, missed } = missing(contests, contest);
    return { name: NAMES[contest.way], value: (100 * (all - missed)) / Math.max(1, all), unit: "%", note: `${grouped(all - missed)} of ${grouped(all)}` };
  });
  return { title: "Found, of what reading through finds", rows };
}

function missing([scan]: readonly Contest[], contest: Contest): { all: number; missed: number } {
  let [all, missed] = [0, 0];
  for (const [query, expected] of scan!.found.entries()) {
    const found = contest.found[query]!;
    if (expected.length >= CUT || found.length >= CUT) continue;
    const there = new Set(found);
    all += expected.length;
    missed += expected.filter((at) => !there.has(at)).length;
  }
  return { all, missed };
}

function wrong(contests: readonly Contest[]): string[] {
  const ours = contests.filter(({ way }) => way === "ours" || way === "waiting");
  return ours.flatMap((contest) => {
    const { missed, all } = missing(contests, contest);
    return missed > 0 ? [`${NAMES[contest.way]} does not find ${missed} of ${all} that reading through finds.`] : [];
  });
}
