/** Step: looks names up in all ways, key by key, in turns, in one process. */
import MiniSearch from "minisearch";
import { SHIPPED_PACKS } from "../../src/library/shipped-packs";
import { buildSearch } from "../../src/library/search";
import { openPack, type OpenPack } from "../../src/packs/open";
import { keyOf } from "../../src/spotting/memory";
import { openSpotter } from "../../src/spotting/spot";
import { compileFolder } from "../../scripts/lib/pack-folder";
import { heldBytes, interleave } from "../lib/measure";
import { Random } from "../lib/random";
import { median, quantile, ratioOf } from "../lib/statistics";
import { answer, taskOf } from "../lib/steps";
import type { Spread } from "../report";
import { keyStrokes, typedNames, WAYS } from "./names";

export type Way = "bare" | "forgiving" | "ours";

export interface ContestTask {
  /** Names that are typed. */
  names: number;
  rounds: number;
}

export interface Contest {
  way: Way;
  /** Milliseconds until the first question is answered, from open packs. */
  buildMs: number;
  /** Milliseconds of an answer to what stands in the field after a key. */
  p50: number;
  p95: number;
  /** To MiniSearch as it comes: of all keys, each with the same text. */
  ratio: Spread;
  /** Bytes that are held beside the packs. */
  held: number;
  /** Shares of names, typed to their ends, whose entry stands first, in the order of `WAYS`. */
  first: number[];
  /** Names and spellings that are searched. */
  searched: number;
}

const SEED = 12;
/** As many as the views show. */
const LIMIT = 12;

/** @returns keys of entries, the best first */
type Searcher = (query: string) => number[];

const { names: count, rounds } = taskOf<ContestTask>();
const packs = await Promise.all(SHIPPED_PACKS.map(async ({ id }) => openPack(new Uint8Array((await compileFolder(`packs/${id}`)).bytes!).buffer)));
const spotter = openSpotter(packs);
const typed = typedNames(packs, count, new Random(SEED));
const built = [prepared("bare", () => miniSearch({})), prepared("forgiving", () => miniSearch({ prefix: true, fuzzy: 0.2, combineWith: "AND" })), prepared("ours", ours)];
const times = keyStrokes(typed).map((text) => {
  const contestants = built.map(({ way, search }) => ({ name: way, pass: () => search(text).length }));
  return interleave(contestants, { rounds, warmUpMs: 0, leastMs: 0 }).map(median);
});
const ofWay = (at: number): number[] => times.map((each) => each[at]!);
answer(
  built.map(({ search, ...more }, at): Contest => {
    const sorted = ofWay(at).toSorted((a, b) => a - b);
    const first = WAYS.map((_, way) => {
      const all = typed.filter((each) => each.way === way);
      return all.filter(({ text, keys }) => isOne(search(text)[0], keys)).length / all.length;
    });
    return { ...more, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), ratio: ratioOf(ofWay(at), ofWay(0)), first };
  }),
);

/** Entries of several packs that are of the same person or thing are one. */
function isOne(found: number | undefined, keys: ReadonlySet<number>): boolean {
  return found !== undefined && [...keys].some((key) => spotter.twins.first(key) === spotter.twins.first(found));
}

interface Built extends Pick<Contest, "way" | "buildMs" | "held" | "searched"> {
  search: Searcher;
}

function prepared(way: Way, make: () => { search: Searcher; searched: number }): Built {
  const before = heldBytes();
  const start = performance.now();
  const { search, searched } = make();
  search("k");
  const buildMs = performance.now() - start;
  return { way, search, searched, buildMs, held: heldBytes() - before };
}

function ours(): { search: Searcher; searched: number } {
  const search = buildSearch(spotter);
  const keyOfRef = (ref: string) => {
    const [id, entry] = ref.split("/") as [string, string];
    const pack = packs.findIndex(({ info }) => info.id === id);
    return keyOf(pack, packs[pack]!.indexOf(entry));
  };
  return { search: (query) => search(query, LIMIT).found.map(({ ref }) => keyOfRef(ref)), searched: listedCount() };
}

/** An entry is a document, its names are its text. */
function miniSearch(options: object): { search: Searcher; searched: number } {
  const index = new MiniSearch<{ id: number; names: string }>({ fields: ["names"], searchOptions: options });
  index.addAll(packs.flatMap((pack, number) => Array.from({ length: pack.entryCount }, (_, entry) => ({ id: keyOf(number, entry), names: namesOf(pack, entry) }))));
  return { search: (query) => index.search(query).slice(0, LIMIT).map(({ id }) => id as number), searched: listedCount() };
}

function namesOf(pack: OpenPack, entry: number): string {
  const { start, end } = pack.namesOf(entry);
  return Array.from({ length: end - start }, (_, at) => pack.name(start + at).text).join("\n");
}

function listedCount(): number {
  return packs.reduce((sum, { nameCount }) => sum + nameCount, 0);
}
