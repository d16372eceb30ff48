/** Fourth step, once a peer and size: the peer, our own matching and the fold-and-tokenise pass in turns. */
import { readFileSync } from "node:fs";
import { openDictionary } from "../../src/spotting/dictionary";
import { heldBytes, interleave, timed } from "../lib/measure";
import { ratioOf, spreadOf } from "../lib/statistics";
import { answer, taskOf } from "../lib/steps";
import type { Spread } from "../report";
import { findAll } from "./ours";
import { PEERS } from "./peers";
import { dictionaryFile, readPreparedNames, readPreparedTexts, readTexts, type Task } from "./work";

export interface ContestTask extends Task {
  peer: string;
  /** How long one pass of the peer may take: it reads as much of the text as it can read in that time. */
  passMs: number;
}

export interface Contest {
  /** Megabytes of UTF-8 a second. */
  speed: number;
  /** How many times as long as ours it takes for the same text. */
  slower: Spread;
  buildMs: number;
  /** Bytes that it holds. */
  held: number;
  /** Bytes of text that one pass reads. */
  bytes: number;
  hits: number;
  ours: number;
}

/** Searches before the first that counts: regular expressions are compiled when they first run, and again soon after. */
const UNTIMED = 3;

const { folder, sizes, plan, peer: name, passMs } = taskOf<ContestTask>();
const peer = PEERS.find((peer) => peer.name === name)!;
const size = sizes[0]!;
const blocks = Object.values(readTexts(folder)).flat(2);
// Strings that come from JSON are in one piece: slices and joins are slower to read.
const lines = peer.reads === "prepared" ? readPreparedTexts(folder) : blocks;

const names = readPreparedNames(folder, size);
const before = heldBytes();
const start = performance.now();
const search = peer.build(names);
const buildMs = performance.now() - start;
const held = heldBytes() - before;

const every = stride();
const own = blocks.filter((_, index) => index % every === 0);
const theirs = lines.filter((_, index) => index % every === 0);
const bytes = own.reduce((sum, block) => sum + Buffer.byteLength(block), 0);
const dictionary = openDictionary(readFileSync(dictionaryFile(folder, size)));
const [searching, finding] = [
  { name, pass: () => theirs.reduce((hits, line) => hits + search(line), 0) },
  { name: "ours", pass: () => findAll([dictionary], own) },
];
const times = interleave([searching, finding], plan);
answer({
  speed: bytes / 1e6 / (spreadOf(times[0]!).median / 1000),
  slower: ratioOf(times[0]!, times[1]!),
  buildMs, held, bytes, hits: searching.pass(), ours: finding.pass(),
} satisfies Contest);

/** Every so many blocks are read, so that a pass takes about `passMs`. */
function stride(): number {
  for (let time = 0; time < UNTIMED; time++) search(lines[0]!);
  // A step that leads through the whole text, from one place to a far one.
  const step = Math.max(1, Math.floor(lines.length * 0.381_966));
  let units = 0;
  let ms = 0;
  let all = 0;
  for (let at = 0, tried = 0; all < 2 * passMs && tried < lines.length; tried++, at = (at + step) % lines.length) {
    const took = timed(() => search(lines[at]!), 1);
    all += took;
    // The first half is slower: the code is still being optimised.
    if (all < passMs) continue;
    units += lines[at]!.length;
    ms += took;
  }
  const whole = lines.reduce((sum, line) => sum + line.length, 0);
  // Faster than the clock can tell: all of it.
  return units === 0 ? 1 : Math.max(1, Math.ceil(((whole / units) * ms) / passMs));
}
