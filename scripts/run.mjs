/**
 * `node scripts/run.mjs scripts/pack.ts check packs/korea-china` runs a TypeScript file,
 * `node scripts/run.mjs wxt` a program of node_modules; either after installing what is missing.
 * Nothing but the program itself writes to stdout.
 */
import { spawn } from "node:child_process";
import { ensureInstalled, ROOT } from "./lib/install.mjs";
import { runTypeScript } from "./lib/typescript.mjs";

const [target, ...args] = process.argv.slice(2);
try {
  if (!target) throw new Error("Say what to run: node scripts/run.mjs FILE.ts or PROGRAM, then its arguments.");
  await ensureInstalled();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
if (target.endsWith(".ts")) await runTypeScript(target, args);
else runProgram(target);

/**
 * Runs a program in the foreground, as if it had been started directly: same terminal, same end.
 * @param {string} name
 */
function runProgram(name) {
  const windows = process.platform === "win32";
  const child = spawn(`${ROOT}node_modules/.bin/${name}${windows ? ".cmd" : ""}`, args, { stdio: "inherit", shell: windows });
  // Ctrl-C reaches the child by itself, and it decides when to end; the others are sent to us alone.
  process.on("SIGINT", () => {});
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGHUP"])) process.on(signal, () => child.kill(signal));
  child.on("error", () => {
    console.error(`There is no program “${name}” among the installed packages.`);
    process.exit(127);
  });
  child.on("exit", (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
