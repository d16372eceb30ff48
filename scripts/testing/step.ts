/** A step of `npm test`, and what came of it. */

/** Tells what is being done right now. */
export type Say = (detail: string) => void;

export interface StepResult {
  passed: number;
  failed: number;
  /** Of what failed; shown where there is some. */
  output: string;
  /** Shown in any case, beside the title. */
  notes: string[];
}

export interface Step {
  /** As `--only` takes it; several steps may share one. */
  group: string;
  title: string;
  /** Titles of steps without which this one makes no sense. */
  needs: string[];
  run(say: Say): Promise<StepResult>;
}

export const passed = (...notes: string[]): StepResult => ({ passed: 1, failed: 0, output: "", notes });
export const failed = (output: string): StepResult => ({ passed: 0, failed: 1, output, notes: [] });
