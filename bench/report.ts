/**
 * What a part of the benchmarks hands back. It is plain JSON: the results of each part are kept in `bench/results`,
 * and docs/benchmarks.md is written from there, so that a part can be run again without the others.
 */

/** A quantity measured in repetitions. */
export interface Spread {
  median: number;
  /** First and third quartile. */
  low: number;
  high: number;
}

/** What is wished of a row: of its ratio, or of its value where it has no ratio. */
export interface Goal {
  kind: "at most" | "at least";
  limit: number;
}

/** One thing that was measured. */
export interface Row {
  name: string;
  /** In `unit`, for instance the median of milliseconds or of megabytes a second; null where it was not measured. */
  value: number | null;
  unit: string;
  /** To what the table's `ratioTo` says, taken repetition by repetition within one run. */
  ratio?: Spread;
  goal?: Goal;
  /** Whether the goal is met: left out where there is none, or nothing was measured. See `judged`. */
  met?: boolean;
  /** Why nothing was measured, or what else a reader must know. A short sentence. */
  note?: string;
}

export interface Table {
  title: string;
  /** What the ratios are to: "the fold-and-tokenise pass". Left out where no row has a ratio. */
  ratioTo?: string;
  rows: Row[];
}

/** The results of one part. */
export interface Section {
  title: string;
  /** Paragraphs of Markdown that stand before the tables: what was measured, on what, how. */
  prose: string[];
  tables: Table[];
}

/** What a part is told. */
export interface Options {
  /** A smoke version, in seconds: small texts, few names, few repetitions. */
  quick: boolean;
  /** Tells the person who waits what is being done. */
  say(detail: string): void;
}

/** What the module of a part (`bench/PART/index.ts`) exports as `run`. It throws where what it measures is wrong. */
export type Run = (options: Options) => Promise<Section>;

/** The row with `met` set by its goal, where it has one and something was measured. */
export function judged(row: Row): Row {
  const measured = row.ratio?.median ?? row.value;
  if (!row.goal || measured === null) return row;
  const { kind, limit } = row.goal;
  return { ...row, met: kind === "at most" ? measured <= limit : measured >= limit };
}
