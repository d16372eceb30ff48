/**
 * Work in small slices.
 */

/**
 * Longest slice in milliseconds. With the step that is under way when it ends, and clocks that browsers keep coarse on
 * purpose, it stays below half a frame at 60 Hz: scrolling never waits for us.
 */
const SLICE = 4;
/** Steps between two looks at the clock, which is dear to a content script in Firefox. */
const STEPS = 8;
/** A page that is never idle, or not drawn because its tab is behind others, still gets read, only later (milliseconds). */
const PATIENCE = 200;

/**
 * Runs the generator to its end in slices, with a turn of everybody else between any two. Not one slice an idle pause:
 * browsers give one pause in 50 ms to a page at rest, and a long page would take seconds.
 * Stops without a word where `signal` is aborted.
 */
export async function inSlices(work: Iterator<unknown>, signal: AbortSignal): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    const until = performance.now() + SLICE;
    do {
      if (signal.aborted) return;
      for (let left = STEPS; left; left--) if (work.next().done) return;
    } while (performance.now() < until);
  }
}

/**
 * Resolves with the frame that follows the next pause of the page, or `PATIENCE` later. `inSlices` begins when it has been
 * drawn. Before, nobody knows how the elements of a new page look, and to ask for one has the browser find it out for all
 * of them at once, in our slice.
 */
export function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    requestIdleCallback(() => requestAnimationFrame(resolve));
    setTimeout(resolve, PATIENCE);
  });
}
