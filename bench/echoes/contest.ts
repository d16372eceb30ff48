/** Step: looks for echoes, and asks MiniSearch as it comes for the same paragraphs over the same passages, in turns. */
import { readFileSync, statSync } from "node:fs";
import MiniSearch from "minisearch";
import { english } from "../../src/i18n/english";
import { EchoSearch } from "../../src/library/search-echoes";
import { openSpotter } from "../../src/spotting/spot";
import { openPack } from "../../src/packs/open";
import { openReady } from "../../src/story/echoes/ready";
import { readJudged, shippedPackFiles } from "../../scripts/lib/echoes";
import { readyTo } from "../../scripts/lib/ready-echoes";
import { heldBytes, interleave } from "../lib/measure";
import { median, quantile, ratioOf } from "../lib/statistics";
import { answer, taskOf } from "../lib/steps";
import type { Spread } from "../report";

export interface ContestTask {
  rounds: number;
}

export interface Contest {
  way: "ours" | "bare";
  /** Milliseconds until all passages are in. */
  buildMs: number;
  /** Bytes that are held beside the packs. */
  held: number;
  /** Milliseconds of an answer, each paragraph's being the median of its rounds. */
  p50: number;
  p95: number;
  /** To MiniSearch as it comes: of all paragraphs, each with the same paragraph. */
  ratio: Spread;
}

export interface Contests {
  /** Milliseconds until all passages are in where no build has read them. */
  readMs: number;
  passages: number;
  paragraphs: number;
  contests: Contest[];
}

const { rounds } = taskOf<ContestTask>();
const files = await shippedPackFiles();
const packs = files.map((file) => openPack(new Uint8Array(readFileSync(file)).buffer));
const paragraphs = await readJudged();
const language = { t: english, locale: "en" };

const spotter = openSpotter(packs);
const read = made(() => new EchoSearch(spotter));
const ready = files.map((file, number) => {
  const target = file.replace(/\.pack$/, ".echoes");
  const { id, version } = packs[number]!.info;
  return { target, of: { id, version, size: statSync(file).size } };
});
for (const [number, file] of files.entries()) await readyTo(ready[number]!.target, file);
const ours = made(() => {
  const passages = ready.map(({ target, of }, number) => [number, openReady(readFileSync(target, "utf8"), of, spotter, number)!] as const);
  return new EchoSearch(spotter, new Map(passages));
});
const bare = made(() => {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ["text"] });
  index.addAll(ours.value.passages.map(({ text }, id) => ({ id, text })));
  return index;
});

const times = paragraphs.map(({ text, lang = "en", published }) => {
  const contestants = [
    { name: "ours", pass: () => ours.value.find({ text, lang, refs: [], published, url: "", dates: [] }, language).length },
    { name: "bare", pass: () => bare.value.search(text).length },
  ];
  return interleave(contestants, { rounds, warmUpMs: 0, leastMs: 0 }).map(median);
});
const contest = (way: Contest["way"], at: number, { buildMs, held }: { buildMs: number; held: number }): Contest => {
  const own = times.map((each) => each[at]!);
  const sorted = own.toSorted((a, b) => a - b);
  return { way, buildMs, held, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), ratio: ratioOf(own, times.map((each) => each[1]!)) };
};
answer({ readMs: read.buildMs, passages: ours.value.passages.length, paragraphs: paragraphs.length, contests: [contest("ours", 0, ours), contest("bare", 1, bare)] } satisfies Contests);

function made<T>(make: () => T): { value: T; buildMs: number; held: number } {
  const before = heldBytes();
  const start = performance.now();
  const value = make();
  return { value, buildMs: performance.now() - start, held: heldBytes() - before };
}
