/** Times several ways of doing the same work against each other. */

export interface Contestant {
  name: string;
  /** Does the work once. What it returns depends on the work, so that none of it is optimised away. */
  pass(): number;
}

export interface Plan {
  rounds: number;
  /** Each contestant runs at least so long before anything is measured. */
  warmUpMs: number;
  /** A pass shorter than this is repeated until its time can be told from the clock's grain. */
  leastMs: number;
}

/** What the passes returned: reading it keeps the compiler from leaving them out. */
let sink = 0;

/**
 * Runs all contestants in each round, in turns from the first and from the last, so that what slows the machine for a
 * while slows all of them, and none always runs behind the same other.
 * @returns milliseconds of one pass, by contestant and round
 */
export function interleave(contestants: readonly Contestant[], { rounds, warmUpMs, leastMs }: Plan): number[][] {
  const repeats = contestants.map(({ pass }) => warmUp(pass, warmUpMs, leastMs));
  const times = contestants.map((): number[] => []);
  const order = contestants.map((_, index) => index);
  for (let round = 0; round < rounds; round++) {
    for (const index of round % 2 === 0 ? order : order.toReversed()) {
      times[index]!.push(timed(contestants[index]!.pass, repeats[index]!));
    }
  }
  return times;
}

/** @returns how often a pass is to be repeated to take `leastMs` */
function warmUp(pass: () => number, warmUpMs: number, leastMs: number): number {
  const start = performance.now();
  let fastest = Infinity;
  do fastest = Math.min(fastest, timed(pass, 1));
  while (performance.now() - start < warmUpMs);
  return Math.max(1, Math.ceil(leastMs / Math.max(fastest, 1e-4)));
}

/** Milliseconds of one pass, on average over `repeats`. */
export function timed(pass: () => number, repeats: number): number {
  const start = performance.now();
  for (let repeat = 0; repeat < repeats; repeat++) sink = (sink + pass()) | 0;
  return (performance.now() - start) / repeats;
}

/** Bytes that are held: objects and the buffers behind them, after the garbage is gone. Node must run with --expose-gc. */
export function heldBytes(): number {
  // Twice: what is freed by the first run may hold what only the second can free.
  globalThis.gc!();
  globalThis.gc!();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
