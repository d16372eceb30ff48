/** The part of the benchmarks that runs in Node.js: spotting against its limits, against the oracle, against peers. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plan } from "../lib/measure";
import { need, runStep } from "../lib/steps";
import type { Options, Section } from "../report";
import type { Contest, ContestTask } from "./contest";
import type { Equality } from "./equality";
import { PEER_NAMES } from "./peer-names";
import type { Prepared, PrepareTask } from "./prepare";
import { type PeerResult, sectionOf } from "./section";
import type { Spotting } from "./spotting";
import type { Task } from "./work";

interface Scale {
  /** Numbers of names. */
  sizes: number[];
  /** Every so many documents are read. */
  every: number;
  plan: Plan;
  contest: { sizes: number[]; plan: Plan; passMs: number; limitMs: number; totalMs: number };
}

const FULL: Scale = {
  sizes: [1000, 10_000, 100_000, 1_000_000],
  every: 1,
  plan: { rounds: 15, warmUpMs: 500, leastMs: 5 },
  contest: { sizes: [1000, 10_000, 100_000, 1_000_000], plan: { rounds: 7, warmUpMs: 300, leastMs: 5 }, passMs: 250, limitMs: 30_000, totalMs: 420_000 },
};
const QUICK: Scale = {
  sizes: [1000, 10_000],
  every: 25,
  plan: { rounds: 3, warmUpMs: 50, leastMs: 2 },
  contest: { sizes: [10_000], plan: { rounds: 3, warmUpMs: 50, leastMs: 2 }, passMs: 30, limitMs: 5000, totalMs: 20_000 },
};
/** For steps that end by themselves unless something is badly wrong. */
const STEP_MS = 600_000;

export async function run({ quick, say }: Options): Promise<Section> {
  const scale = quick ? QUICK : FULL;
  const folder = mkdtempSync(join(tmpdir(), "backstory-bench-"));
  try {
    const task: Task = { folder, sizes: scale.sizes, plan: scale.plan };
    say("collecting texts and names");
    const prepared = need(await runStep<Prepared>("node/prepare", { ...task, every: scale.every } satisfies PrepareTask, STEP_MS));
    say("our own speed");
    const spotting = need(await runStep<Spotting>("node/spotting", task, STEP_MS));
    say("comparing with the oracle");
    const equality = need(await runStep<Equality[]>("node/equality", task, STEP_MS));
    const peers = await contests(task, scale, say);
    return sectionOf({ prepared, equality, spotting, peers });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The size that the goal is set to comes first, then the others: a run that is short of time has what matters. */
const GOAL_SIZE = 100_000;

async function contests(task: Task, scale: Scale, say: (detail: string) => void): Promise<PeerResult[]> {
  const { plan, passMs, limitMs, totalMs } = scale.contest;
  const sizes = scale.contest.sizes.toSorted((a, b) => Number(b === GOAL_SIZE) - Number(a === GOAL_SIZE) || a - b);
  const results: PeerResult[] = [];
  const start = performance.now();
  for (const size of sizes) {
    for (const peer of PEER_NAMES) {
      const failedSmaller = results.some((other) => other.peer === peer && other.size < size && hasFailed(other));
      if (failedSmaller || performance.now() - start > totalMs) {
        results.push({ peer, size, failed: failedSmaller ? "smaller" : "no time left" });
        continue;
      }
      say(`${peer}, ${size} names`);
      const contest = { ...task, sizes: [size], plan, peer, passMs } satisfies ContestTask;
      const outcome = await runStep<Contest>("node/contest", contest, limitMs);
      results.push("result" in outcome ? { peer, size, contest: outcome.result } : { peer, size, failed: outcome.failed });
    }
  }
  return results;
}

function hasFailed(result: PeerResult): boolean {
  return "failed" in result && result.failed !== "no time left";
}
