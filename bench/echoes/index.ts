/** Echoes of a paragraph, beside a bare query of MiniSearch. */
import { need, runStep } from "../lib/steps";
import type { Options, Section } from "../report";
import type { Contest, Contests, ContestTask } from "./contest";

const STEP_MS = 600_000;
const ROUNDS = { quick: 1, full: 11 };
const NAMES: Record<Contest["way"], string> = { ours: "Backstory: the echoes, ready to draw", bare: "MiniSearch with its defaults, a bare query" };

export async function run({ quick, say }: Options): Promise<Section> {
  const rounds = quick ? ROUNDS.quick : ROUNDS.full;
  say(`${rounds} rounds`);
  const { readMs, passages, paragraphs, contests } = need(await runStep<Contests>("echoes/contest", { rounds } satisfies ContestTask, STEP_MS));
  return {
    title: "Echoes",
    prose: [
      `What resembles a paragraph, among ${passages} sentences, events and quotes of the packs in the box; asked for the ${paragraphs} paragraphs of tests/gold/echoes.yaml, in five languages beside English.`,
      `Measured is \`EchoSearch\` of \`src/library/search-echoes.ts\`, which the side panel runs in a worker: names are spotted in the paragraph, all passages are compared by entries, acts, countries and words (MiniSearch's BM25), and the best are made ready to draw. It is compared with one query of MiniSearch 7 as it comes, with the paragraph as it stands, over the texts of the same passages. Both answer each paragraph in turns, ${rounds} times in one process; a paragraph's time is the median of its rounds.`,
    ],
    tables: [
      {
        title: "An answer",
        ratioTo: "a bare query of MiniSearch, paragraph by paragraph",
        rows: contests.map(({ way, p50, p95, ratio }) => ({ name: NAMES[way], value: p50, unit: "ms", ratio, note: `95th percentile ${p95.toFixed(1)} ms` })),
      },
      {
        title: "Until all passages are in",
        rows: [
          ...contests.map(({ way, buildMs }) => ({ name: NAMES[way], value: buildMs, unit: "ms", ...(way === "ours" && { note: "as the build has read them; once for a panel, when echoes are looked at first" }) })),
          { name: "Backstory, passages that no build has read", value: readMs, unit: "ms", note: "as it would take for a pack of this size that the reader adds" },
        ],
      },
      { title: "Memory beside the packs", rows: contests.map(({ way, held }) => ({ name: NAMES[way], value: held / 1e6, unit: "MB" })) },
    ],
  };
}
