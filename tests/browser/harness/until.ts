import { pause } from "../../../scripts/drive/pause";

/** Generous: the machine may be busy with something else. */
const LIMIT_MS = 20_000;
const POLL_MS = 50;

/** Waits until something is so. @param what Said where it does not come to be so. */
export async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
  for (const deadline = Date.now() + LIMIT_MS; !(await condition()); await pause(POLL_MS)) {
    if (Date.now() > deadline) throw new Error(`Not within ${LIMIT_MS / 1000} s: ${what}`);
  }
}
