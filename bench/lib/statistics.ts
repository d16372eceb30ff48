/** Medians and quartiles of what was measured. */
import type { Spread } from "../report";

/** Quantile of sorted numbers by linear interpolation: type 7 of Hyndman and Fan (1996). @param share from 0 to 1 */
export function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) throw new RangeError("No numbers have no quantile.");
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (at - below);
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

export function median(values: readonly number[]): number {
  return spreadOf(values).median;
}

/** Spread of `times[n] / base[n]`: what one round measured is compared with what the same round measured. */
export function ratioOf(times: readonly number[], base: readonly number[]): Spread {
  if (times.length !== base.length) throw new RangeError("Ratios are taken within rounds: there must be as many of each.");
  return spreadOf(times.map((time, round) => time / base[round]!));
}
