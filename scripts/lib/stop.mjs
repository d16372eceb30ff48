/**
 * What has to be undone when the process is told to stop: browsers, servers, temporary folders, children.
 * Ctrl-C, `kill` and a closed terminal all come through here, so that none of them leaves anything behind.
 */

/** Signals that mean "stop", with the exit code that shells give them (128 + number). */
const SIGNALS = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });

/** A browser that hangs while closing must not keep the terminal: after this many milliseconds we leave anyway. */
const LIMIT_MS = 10_000;

/** How often to look whether our parent is still there. */
const ORPHAN_CHECK_MS = 500;

/** @typedef {() => void | Promise<void>} Undo */

/** As it was when we began: see `arm`. */
const PARENT = process.ppid;

/** @type {Undo[]} */
const undos = [];
let armed = false;
let stopping = false;

/**
 * Registers what to undo should the process be stopped. The latest is undone first.
 * @param {Undo} undo
 * @returns {() => void} Forgets it again, for when it was undone in the ordinary way.
 */
export function onStop(undo) {
  arm();
  undos.push(undo);
  return () => {
    const index = undos.lastIndexOf(undo);
    if (index >= 0) undos.splice(index, 1);
  };
}

/**
 * Undoes everything that is registered, then ends the process.
 * @param {number} code Exit code.
 * @returns {Promise<never>}
 */
export async function stop(code) {
  // npm passes on the signal that the terminal has sent us already: the second one must not cut the first one short.
  if (stopping) return new Promise(() => {});
  stopping = true;
  const timer = setTimeout(() => process.exit(code), LIMIT_MS);
  for (const undo of undos.splice(0).reverse()) {
    try {
      await undo();
    } catch {
      // Whatever could not be undone must not keep the rest from being undone.
    }
  }
  clearTimeout(timer);
  process.exit(code);
}

/** From now on, a crash too undoes what is registered: for scripts, not for what runs inside a test runner. */
export function stopOnCrash() {
  process.on("uncaughtException", (error) => {
    // Whoever read our output has gone: nobody is left to be told.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPIPE") console.error(error);
    void stop(1);
  });
}

function arm() {
  if (armed) return;
  armed = true;
  for (const [signal, code] of Object.entries(SIGNALS)) process.on(signal, () => void stop(code));
  // npm that is told to end ends at once, and the shell between it and us swallows the signal: then we are an orphan.
  if (!process.env["npm_lifecycle_event"]) return;
  setInterval(() => process.ppid === PARENT || void stop(SIGNALS.SIGTERM), ORPHAN_CHECK_MS).unref();
}
