/** Runs other programs: their output kept, their time limited, and none of them left behind. */
import { spawn, spawnSync } from "node:child_process";
import { onStop } from "./stop.mjs";

const WINDOWS = process.platform === "win32";

/** How long a program may take to end by itself once it has been asked to, before it is ended. */
const GRACE_MS = 3_000;

/** A grandchild that outlives its parent may hold the pipes open: we wait this long for the last output. */
const LAST_OUTPUT_MS = 500;

/**
 * @typedef {object} Options
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeoutMs] Ends the program, with everything it started, after this time. None: no limit.
 * @property {(line: string) => void} [onLine] Hears every line of output as it comes.
 *
 * @typedef {object} Outcome
 * @property {number} code Exit code; 127 where the program could not be started, 124 where its time was up.
 * @property {string} output What it wrote to stdout and stderr, in the order in which it came.
 * @property {string} stdout What it wrote to stdout alone.
 * @property {boolean} timedOut
 */

/**
 * Runs a program to its end. Never rejects: the outcome tells.
 * @param {string} command
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { cwd, env, timeoutMs, onLine } = {}) {
  return new Promise((resolve) => {
    // A process group of its own, so that ending it ends its children too.
    const child = spawn(command, args, { cwd, env, detached: !WINDOWS, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    let output = "";
    let stdout = "";
    let timedOut = false;

    const kill = () => end(child);
    const forget = onStop(kill);
    process.once("exit", kill);
    const timer = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          void kill();
        }, timeoutMs)
      : undefined;

    const lines = lineSplitter(onLine);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (/** @type {string} */ text) => {
        output += text;
        if (stream === child.stdout) stdout += text;
        lines(text);
      });
    }

    let done = false;
    const finish = (/** @type {number} */ code) => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      forget();
      process.off("exit", kill);
      resolve({ code: timedOut ? 124 : code, output, stdout, timedOut });
    };
    child.on("error", (error) => {
      output += `${error.message}\n`;
      finish(127);
    });
    child.on("close", (code) => finish(code ?? 1));
    child.on("exit", (code) => setTimeout(() => finish(code ?? 1), LAST_OUTPUT_MS).unref());
  });
}

/**
 * Ends a child with everything it started: politely first, then by force.
 * @param {import("node:child_process").ChildProcess} child
 */
async function end(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (WINDOWS) {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"], { windowsHide: true });
    return;
  }
  signalGroup(child.pid, "SIGTERM");
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const timer = setTimeout(() => signalGroup(/** @type {number} */ (child.pid), "SIGKILL"), GRACE_MS);
  await ended;
  clearTimeout(timer);
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}

/** @param {((line: string) => void) | undefined} onLine */
function lineSplitter(onLine) {
  let rest = "";
  return (/** @type {string} */ text) => {
    if (!onLine) return;
    const parts = (rest + text).split(/\r\n|\r|\n/);
    rest = parts.pop() ?? "";
    for (const line of parts) if (line.trim()) onLine(line);
  };
}
