/** Ends what a step left running. */
import { run } from "../lib/child.mjs";

/**
 * Kills every process whose command line names a folder that only this test run knows: the browsers that it started,
 * where the process that drove them was killed before it could close them.
 * @returns How many there were.
 */
export async function killLeftovers(folder: string): Promise<number> {
  if (process.platform === "win32") return 0;
  const { stdout } = await run("ps", ["-axo", "pid=,args="]);
  const pids = stdout.split("\n").filter((line) => line.includes(folder)).map((line) => Number.parseInt(line, 10));
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It went by itself.
    }
  }
  return pids.length;
}
