/**
 * Work in small slices, in the pauses that the page leaves.
 */

/** Longest slice in milliseconds: half a frame at 60 Hz, so that scrolling never waits for us. */
const SLICE = 6;
/** A page that is never idle still gets read, only later (milliseconds). */
const PATIENCE = 500;

/** Runs the generator to its end in idle slices. Stops without a word where `signal` is aborted. */
export async function inSlices(work: Iterator<unknown>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const until = performance.now() + SLICE;
    do {
      if (work.next().done) return;
    } while (performance.now() < until);
    await idle();
  }
}

/** The next pause of the page, or `PATIENCE` later. */
export function idle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: PATIENCE }));
}
