/** Third step: our own speed, against what no reading of a text can beat, and what is held in memory. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileFolder } from "../../scripts/lib/pack-folder";
import { openPack } from "../../src/packs/open";
import { type Dictionary, openDictionary } from "../../src/spotting/dictionary";
import { openSpotter, spot, type Spotter } from "../../src/spotting/spot";
import { type Contestant, heldBytes, interleave } from "../lib/measure";
import { ratioOf, spreadOf } from "../lib/statistics";
import { answer, taskOf } from "../lib/steps";
import type { Spread } from "../report";
import { findAll, sumOfUnits, tokeniseAll } from "./ours";
import type { Document } from "./texts";
import { dictionaryFile, readTexts, type Task } from "./work";

/** One way of reading a text. */
export interface Pace {
  /** Megabytes of UTF-8 a second. */
  speed: number;
  /** To the pass that it is compared with. */
  ratio: Spread;
  /** Tokens or names that it finds in a thousand tokens of the text. */
  density: number;
}

export interface Spotting {
  limits: { text: string; bytes: number; bare: Pace; fold: Pace }[];
  bySize: { size: number; find: Pace }[];
  byText: { text: string; size: number; find: Pace }[];
  opening: { size: number; microseconds: number; ratio: Spread; held: number }[];
  resolving: { text: string; bytes: number; find: Pace; spot: Pace }[];
}

const SHIPPED = fileURLToPath(new URL("../../packs/korea-china", import.meta.url));
/** The size at which texts are compared, and to which most goals are set. */
const USUAL = 100_000;
/** So many rounds more than of what reads a text: opening takes microseconds. */
const OPENINGS = 10;

const { folder, sizes, plan } = taskOf<Task>();
const texts = readTexts(folder);
const held: Map<number, number> = new Map();
// Once for nothing: what the first opening leaves behind for good is not the dictionary's.
open(sizes[0]!);
const dictionaries = sizes.map(open);

const latin = [texts.news, texts.essays].flatMap((documents) => documents ?? []);
const groups: [string, Document[]][] = Object.entries({
  Latin: latin, Cyrillic: texts.cyrillic, Korean: texts.korean, Chinese: texts.chinese, "all together": Object.values(texts).flat(),
}).flatMap(([name, documents]) => (documents && documents.length > 0 ? [[name, documents]] : []));

answer({
  limits: groups.map(([text, documents]) => limits(text, documents)),
  bySize: bySize(groups.at(-1)![1]),
  byText: groups.slice(0, -1).map(([text, documents]) => ({ text, ...byText(documents) })),
  opening: sizes.map(opening),
  resolving: await resolving(),
} satisfies Spotting);

function open(size: number): Dictionary {
  const before = heldBytes();
  const dictionary = openDictionary(readFileSync(dictionaryFile(folder, size)));
  held.set(size, heldBytes() - before);
  return dictionary;
}

/** Measures ways of reading blocks; ratios are to the first of them. */
function paces(blocks: readonly string[], contestants: readonly Contestant[]): Pace[] {
  const times = interleave(contestants, plan);
  const megabytes = bytesIn(blocks) / 1e6;
  const tokens = tokeniseAll(blocks);
  return times.map((ms, index) => ({
    speed: megabytes / (spreadOf(ms).median / 1000),
    ratio: ratioOf(ms, times[0]!),
    density: (1000 * contestants[index]!.pass()) / tokens,
  }));
}

function bytesIn(blocks: readonly string[]): number {
  return blocks.reduce((bytes, block) => bytes + Buffer.byteLength(block), 0);
}

function folding(blocks: readonly string[]): Contestant {
  return { name: "fold", pass: () => tokeniseAll(blocks) };
}

function limits(text: string, documents: readonly Document[]) {
  const blocks = documents.flat();
  const [bare, fold] = paces(blocks, [{ name: "bare", pass: () => sumOfUnits(blocks) }, folding(blocks)]);
  return { text, bytes: bytesIn(blocks), bare: bare!, fold: fold! };
}

function bySize(documents: readonly Document[]) {
  const blocks = documents.flat();
  const finding = dictionaries.map((dictionary, at) => ({
    name: `${sizes[at]!} names`,
    pass: () => findAll([dictionary], blocks),
  }));
  const [, ...finds] = paces(blocks, [folding(blocks), ...finding]);
  return sizes.map((size, at) => ({ size, find: finds[at]! }));
}

function byText(documents: readonly Document[]) {
  const blocks = documents.flat();
  const size = sizes.includes(USUAL) ? USUAL : sizes.at(-1)!;
  const dictionary = dictionaries[sizes.indexOf(size)]!;
  const [, find] = paces(blocks, [folding(blocks), { name: "find", pass: () => findAll([dictionary], blocks) }]);
  return { size, find: find! };
}

/** Reading a dictionary's file and opening what was read, to reading the file. */
function opening(size: number) {
  const file = dictionaryFile(folder, size);
  const bytes = readFileSync(file);
  const [read, open] = interleave(
    [
      { name: "read", pass: () => readFileSync(file).length },
      { name: "open", pass: () => Object.keys(openDictionary(bytes)).length },
    ],
    { ...plan, rounds: OPENINGS * plan.rounds, leastMs: 0.2 },
  );
  // Timed apart: what opening adds is less than reading a file differs from one time to the next.
  const both = read!.map((ms, round) => ms + open![round]!);
  return { size, microseconds: 1000 * spreadOf(open!).median, ratio: ratioOf(both, read!), held: held.get(size)! };
}

/** A page at a time, with the pack in the box. */
async function resolving() {
  const { bytes } = await compileFolder(SHIPPED);
  const spotter = openSpotter([openPack(new Uint8Array(bytes!).buffer)]);
  const pages = { "news": texts.news, "history, dense with names of the pack": texts.dense, "the same in Korean": texts["dense korean"] };
  return Object.entries(pages).flatMap(([text, documents]) =>
    documents && documents.length > 0 ? [{ text, ...resolvingOf(spotter, documents) }] : [],
  );
}

function resolvingOf(spotter: Spotter, documents: readonly Document[]) {
  const blocks = documents.flat();
  const [, find, spotting] = paces(blocks, [
    folding(blocks),
    { name: "find", pass: () => findAll(spotter.dictionaries, blocks) },
    { name: "spot", pass: () => documents.reduce((count, page) => count + spot(spotter, { blocks: page }).mentions.length, 0) },
  ]);
  return { bytes: bytesIn(blocks), find: find!, spot: spotting! };
}
