/** Work on many rows, cut so that typing and scrolling never wait for it. */

/** How long a slice may take, in milliseconds: with drawing, less than a frame. */
const SLICE_MS = 8;

/** Rows that are gone over between two looks at the clock. */
export const BETWEEN_LOOKS = 1_024;

/** Does the work, its first slice at once. @returns stops what is left; undefined where nothing is */
export function inSlices(work: Generator<void, void>): (() => void) | undefined {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slice = (): boolean => {
    const end = performance.now() + SLICE_MS;
    do if (work.next().done) return true;
    while (performance.now() < end);
    timer = setTimeout(slice);
    return false;
  };
  return slice() ? undefined : () => clearTimeout(timer);
}

/** All of it at once. */
export function finish<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
