/**
 * Tells a person who waits what is happening and for how long: one line that counts the seconds on a terminal,
 * plain lines everywhere else.
 */

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MS = 100;

/** In a log, a sign of life this often is enough. */
const LOG_EVERY_MS = 20_000;

/**
 * @typedef {(detail: string) => void} Say Adds what is being done right now.
 *
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {string} note Shown behind the time.
 *
 * @typedef {object} Progress
 * @property {<T>(title: string, work: (say: Say) => Promise<T>, judge?: (result: T) => Outcome) => Promise<T>} step
 *   Shows the title while the work goes on, then how long it took. Passes on what the work returns or throws.
 *   `judge` tells how a result is to be shown; without it, whatever does not throw is a success.
 * @property {(text: string) => void} line Writes a line of its own.
 */

/**
 * @param {NodeJS.WriteStream} [stream]
 * @returns {Progress}
 */
export function createProgress(stream = process.stderr) {
  const show = stream.isTTY ? showOnTerminal : showInLog;
  return {
    line: (text) => void stream.write(`${text}\n`),
    async step(title, work, judge = () => ({ ok: true, note: "" })) {
      const started = performance.now();
      const shown = show(stream, title, started);
      try {
        const result = await work(shown.say);
        const { ok, note } = judge(result);
        shown.end(ok ? "✓" : "✗", performance.now() - started, note);
        return result;
      } catch (error) {
        shown.end("✗", performance.now() - started, "");
        throw error;
      }
    },
  };
}

/**
 * "0.4 s", "12 s", "2 min 5 s".
 * @param {number} ms
 */
export function seconds(ms) {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const whole = Math.round(ms / 1000);
  return whole < 120 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * @param {NodeJS.WriteStream} stream
 * @param {string} title
 * @param {number} started
 */
function showOnTerminal(stream, title, started) {
  let frame = 0;
  let detail = "";
  const draw = (/** @type {string} */ mark, /** @type {string} */ tail) => {
    const room = Math.max(20, (stream.columns ?? 80) - 1);
    const text = `${mark} ${title}${tail}`;
    stream.write(`\r\x1b[2K${text.length > room ? `${text.slice(0, room - 1)}…` : text}`);
  };
  const timer = setInterval(() => {
    const elapsed = Math.floor((performance.now() - started) / 1000);
    draw(FRAMES[frame++ % FRAMES.length] ?? "", `  ${elapsed} s${detail && `  ${detail}`}`);
  }, FRAME_MS);
  timer.unref();
  return {
    say: (/** @type {string} */ text) => void (detail = text),
    end: (/** @type {string} */ mark, /** @type {number} */ ms, /** @type {string} */ note) => {
      clearInterval(timer);
      draw(mark, `  ${seconds(ms)}${note && `  ${note}`}`);
      stream.write("\n");
    },
  };
}

/**
 * @param {NodeJS.WriteStream} stream
 * @param {string} title
 * @param {number} started
 */
function showInLog(stream, title, started) {
  stream.write(`… ${title}\n`);
  const timer = setInterval(() => stream.write(`… ${title}: ${seconds(performance.now() - started)} so far\n`), LOG_EVERY_MS);
  timer.unref();
  return {
    say: () => {},
    end: (/** @type {string} */ mark, /** @type {number} */ ms, /** @type {string} */ note) => {
      clearInterval(timer);
      stream.write(`${mark} ${title}  ${seconds(ms)}${note && `  ${note}`}\n`);
    },
  };
}
